"""Every page and block as HTML: whole, safe, without symbolic references."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from lxml import etree
from lxml import html as lx

from scormkit.course.base import Frozen
from scormkit.course.model import Course
from scormkit.player.site import Site, site

VOID = {"img", "input", "meta", "link", "br", "hr", "track", "source", "wbr", "area", "base", "col"}
HOSTILE = "<>&\"']]> <script>alert(1)</script> שלום مرحبا 🎓 {{ x }} \x07\x1f"


class Balance(HTMLParser):
    """Complains about a tag that is not closed, or closed without being open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID or tag in {"rect", "circle", "polygon", "path"}, tag

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def page_files(made: Site) -> dict[str, str]:
    return {f.path: f.data.decode() for f in made.files if f.path.endswith(".html")}  # type: ignore[union-attr]


def texts(value: object) -> list[str]:
    """Return every text that a learner must find, wherever it lies in a model."""
    if isinstance(value, tuple | list):
        return [text for one in value for text in texts(one)]
    if not isinstance(value, Frozen):
        return []
    named = {
        "text",
        "title",
        "html",
        "answer",
        "question",
        "description",
        "prompt",
        "task",
        "caption",
        "transcript",
        "hint",
        "label",
        "do",
        "feedback",
        "right",
        "wrong",
        "partly",
        "always",
        "term",
        "contact",
        "model_answer",
        "alt",
        "unit",
    }
    found = []
    for name, one in value.__dict__.items():
        if name == "feedback" and one in ("after_question", "after_quiz", "never"):
            continue
        found += [one] if name in named and isinstance(one, str) else texts(one)
    return found


def words_of(markup: str) -> str:
    tree = lx.fromstring(f"<div>{markup}</div>")
    return " ".join(tree.text_content().split())


@pytest.fixture(scope="module")
def made(gallery: Course) -> dict[str, str]:
    return page_files(site(gallery, "local", None))


def test_pages_are_there(made: dict[str, str]) -> None:
    assert next(iter(made)) == "index.html"
    kinds = {re.search(r'data-kind="(\w+)"', text)[1] for text in made.values()}  # type: ignore[index]
    assert kinds == {
        "home",
        "lesson",
        "quiz",
        "survey",
        "resources",
        "faq",
        "event",
        "discussion",
        "assignment",
        "glossary",
        "certificate",
    }


def test_every_page_is_well_formed(made: dict[str, str]) -> None:
    for path, text in made.items():
        balance = Balance()
        balance.feed(text)
        assert balance.open == [], path
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), path


def test_nothing_runs_or_styles_from_the_markup(made: dict[str, str]) -> None:
    for path, text in made.items():
        tree = lx.fromstring(text)
        for element in tree.iter(etree.Element):
            assert "style" not in element.attrib, path
            assert not [name for name in element.attrib if name.startswith("on")], path
        assert all(script.get("src") and not script.text for script in tree.iter("script"))
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "@scormkit-build@" in text


def test_no_symbolic_reference_is_left_and_links_lead_somewhere(gallery: Course) -> None:
    made = site(gallery, "local", None)
    paths = {file.path for file in made.files}
    for path, text in page_files(made).items():
        assert "scormkit:" not in text, path
        folder = path.rpartition("/")[0]
        for reference in re.findall(r'\s(?:src|href|poster)="([^"]+)"', text):
            if re.match(r"https?:|#|mailto:", reference):
                continue
            target = reference.partition("#")[0]
            steps = [s for s in f"{folder}/{target}".split("/") if s]
            while ".." in steps:
                at = steps.index("..")
                del steps[at - 1 : at + 1]
            assert "/".join(steps) in paths, (path, reference)


def test_anchors_exist(gallery: Course) -> None:
    files = page_files(site(gallery, "local", None))
    lesson = files["pages/legal-frame.html"]
    assert 'href="../pages/faq.html#e-f2"' in lesson
    assert 'id="e-f2"' in files["pages/faq.html"]
    assert 'href="../glossary.html#term-desc"' in lesson
    assert 'id="term-desc"' in files["glossary.html"]


def test_every_word_of_the_course_is_in_its_pages(gallery: Course, made: dict[str, str]) -> None:
    everything = {path: lx.fromstring(text) for path, text in made.items()}
    for module in gallery.modules:
        for page in module.pages:
            tree = everything[f"pages/{page.id}.html"]
            seen = " ".join(" ".join(tree.itertext()).split())
            seen += " ".join(str(v) for v in tree.xpath("//@alt | //@aria-label"))
            flat = "".join(seen.split())
            for text in texts(page):
                for word in words_of(text).split():
                    assert word in flat, (page.id, text, word)


def test_pictures_have_their_size(made: dict[str, str]) -> None:
    for text in made.values():
        for picture in re.findall(r"<img[^>]*>", text):
            assert re.search(r'\swidth="\d+" height="\d+"', picture), picture
            assert " alt=" in picture


def test_grading_data_is_json(made: dict[str, str]) -> None:
    seen = set()
    for text in made.values():
        tree = lx.fromstring(text)
        for name in ("question", "quiz", "pool", "media"):
            for value in tree.xpath(f"//@data-{name}"):
                data = json.loads(str(value))
                seen.add(data.get("type", name))
    assert len(seen) == 14 + 3


def test_terms_are_brought_along_for_the_pop_over(made: dict[str, str]) -> None:
    lesson = made["pages/legal-frame.html"]
    assert lesson.count('<template data-term="desc">') == 1
    assert 'data-term="mpay"' not in lesson


def test_each_question_has_a_name_and_a_survey_no_points(made: dict[str, str]) -> None:
    for path, page in made.items():
        tree = lx.fromstring(page)
        for one in tree.xpath("//*[@role='group']"):
            ids = (one.get("aria-labelledby") or "").split()
            words = "".join(tree.get_element_by_id(id_).text_content() for id_ in ids)
            assert one.get("aria-label") or words.strip(), (path, ids)
    surveys = [page for page in made.values() if 'data-kind="survey"' in page]
    assert surveys
    assert not any('class="points"' in page for page in surveys)
