"""A course's own templates: used when allowed, harmless always, errors at their lines."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from scormkit.cli.app import app
from scormkit.course.model import OwnTemplate
from scormkit.errors import SourceProblems
from scormkit.player.own_templates import KINDS, fill, template_problems

COURSE = (
    "id: c\ntitle: Cursul <b>\nlang: ro\nmodules: [{id: m, title: M, items: [{lesson: a.md}]}]\n"
)
LESSON = "---\nid: a\ntitle: A\n---\n## Acte\n\nText.\n"
OWN = '<p class="mine">{{ course.title }}: {{ page.title }}</p>{{ head }}<hr>{{ body }}'


@pytest.fixture
def build(tmp_path: Path):
    def built(template: str, *arguments: str, kind: str = "lesson"):
        folder = tmp_path / "theme" / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{kind}.html").write_text(template, "utf-8")
        (tmp_path / "course.yml").write_text(COURSE, "utf-8")
        (tmp_path / "a.md").write_text(LESSON, "utf-8")
        out = ["-o", str(tmp_path / "out")]
        return CliRunner().invoke(app, ["build", str(tmp_path), *out, *arguments])

    return built


def page(tmp_path: Path, name: str = "pages/a.html") -> str:
    with zipfile.ZipFile(next((tmp_path / "out").glob("*.zip"))) as archive:
        return archive.read(name).decode()


def test_a_template_arranges_the_pages_of_its_kind(build, tmp_path: Path) -> None:
    done = build(OWN, "--allow-templates")
    assert done.exit_code == 0, done.output
    made = page(tmp_path)
    assert '<p class="mine">Cursul &lt;b&gt;: A</p>' in made
    assert made.index("mine") < made.index("<h1") < made.index("<hr>") < made.index("Acte")
    assert '<script src="../player.js" defer>' in made
    assert '<div id="end">' in made
    assert "mine" not in page(tmp_path, "index.html")


def test_the_start_page_may_have_one(build, tmp_path: Path) -> None:
    assert build(OWN, "--allow-templates", kind="home").exit_code == 0
    made = page(tmp_path, "index.html")
    assert "mine" in made
    assert 'href="pages/a.html"' in made


def test_without_leave_they_are_left_out_and_that_is_said(build, tmp_path: Path) -> None:
    done = build(OWN)
    assert done.exit_code == 0
    assert "SK3021" in done.output
    assert "mine" not in page(tmp_path)


WRONG = [
    ("\n<script>x</script>{{ body }}", 2, "element"),
    ("\n\n<p onclick='x()'>{{ body }}</p>", 3, "event attribute"),
    ("<p style='color:red'>{{ body }}</p>", 1, "style"),
    ("{{ page.title | safe }}{{ body }}", 1, "safe"),
    ("<a href='javascript:x'>x</a>{{ body }}", 1, "address"),
    ("\n{{ body }", 2, ""),
    ("\n{{ nothing }}{{ body }}", 2, "nothing"),
    ("\n\n{{ ''.__class__.__mro__ }}{{ body }}", 3, "unsafe"),
    ("{% include 'page.html' %}{{ body }}", 1, ""),
    ("<p>Nothing of the page</p>", 1, "body"),
    ("{{ body }}{{ body }}", 1, "once"),
    ("<a href='{{ body }}'>x</a>{{ body }}", 1, "tag"),
]


@pytest.mark.parametrize(("template", "line", "said"), WRONG)
def test_what_may_not_be_is_an_error_at_its_line(build, tmp_path, template, line, said) -> None:
    done = build(template, "--allow-templates")
    assert done.exit_code == 1
    assert f"lesson.html:{line}:1: SK3022" in done.output, done.output
    assert said in done.output
    assert not list(tmp_path.glob("out/*.zip"))


def test_a_template_for_no_kind_of_page_is_an_error(build) -> None:
    assert "SK3022" in build(OWN, "--allow-templates", kind="lecture").output
    assert "lesson" in KINDS


PIECES = st.sampled_from(
    ["<", ">", "/", "script", "img src=x onerror=", "svg onload=", "style=", "a href=", "'", '"',
     "java", "script:", "alert(1)", "&#106;", "{{ page }}", "{{ '<b onclick=x>' }}", " ", "on", "x",
     "<math><mtext>", "<table>", "<!--", "-->", "{{ body }}", "<p>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_that_runs_comes_out_of_any_template(text: str) -> None:
    one = OwnTemplate(kind="lesson", text=text, shown="lesson.html")
    if list(template_problems(one)):
        return
    try:
        made = str(fill(one, {"head": "", "body": "<i>BODY</i>"}, {"page": "<b>", "course": ""}))
    except SourceProblems:
        return
    for element in html.fromstring(f"<div>{made}</div>").iter():
        assert element.tag not in ("script", "style", "svg", "iframe", "form", "math")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
