"""Packages of one and of several parts, of hostile titles, and of many pages."""

from __future__ import annotations

import json
import re
import time

from lxml import html as lx

from scormkit.course import blocks as b
from scormkit.course import pages as pg
from scormkit.course.base import Html
from scormkit.course.model import Completion, Course, Module
from scormkit.course.state import StateLayout
from scormkit.player.site import Site, parts, site

HOSTILE = "<>&\"']]> <script>alert(1)</script> שלום مرحبا 🎓 {{ x }} \x07\x1f"


def page_files(made: Site) -> dict[str, str]:
    return {f.path: f.data.decode() for f in made.files if f.path.endswith(".html")}  # type: ignore[union-attr]


def hostile(packaging: str = "single") -> Course:
    page = pg.Lesson(
        id="con",
        title=HOSTILE,
        published="con",
        blocks=(
            b.Prose(html=Html('<p>Cod: href="scormkit:asset/none" &lt;a&gt;</p>')),
            b.Prose(html=Html('<p><a href="scormkit:page/p2#a-x">spre <em>alta</em></a></p>')),
        ),
    )
    other = pg.Lesson(
        id="p2", title="A doua", published="p2", blocks=(b.Prose(html=Html("<p>x</p>")),)
    )
    return Course(
        id="h",
        published="h",
        title=HOSTILE,
        lang="ar",
        source_lang="ar",
        packaging=packaging,  # type: ignore[arg-type]
        authors=(HOSTILE,),
        completion=Completion(pages=1.0),
        modules=(
            Module(id="m1", title=HOSTILE, published="m1", pages=(page,)),
            Module(id="m2", title="M2", published="m2", pages=(other,)),
        ),
        state=StateLayout(number=0, slots=()),
    )


def test_hostile_titles_are_text() -> None:
    files = page_files(site(hostile(), "local", None))
    for path, text in files.items():
        assert "<script>alert" not in text
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
        assert 'dir="rtl"' in text, path
    tree = lx.fromstring(files["pages/con_.html"])
    assert "".join(tree.xpath("//h1//text()")) == HOSTILE.replace("\x07\x1f", "")
    assert 'href="scormkit:asset/none"' in tree.text_content(), "text that looks like a link stays"
    assert 'href="../pages/p2.html#a-x"' in files["pages/con_.html"]


def test_course_js_survives_hostile_text() -> None:
    made = site(hostile(), "local", None)
    code = next(f.data.decode() for f in made.files if f.path == "course.js")  # type: ignore[union-attr]
    data = json.loads(code.removeprefix("scormkit.course(").rstrip().removesuffix(");"))
    assert data["title"] == HOSTILE
    assert data["strings"] == {}, "Arabic falls back to the English of the scripts"


def test_a_link_into_another_sco_says_where_to_look() -> None:
    made = site(hostile("per-lesson"), "local", None)
    assert [part.launch for part in made.parts] == ["con_/pages/con_.html", "p2/pages/p2.html"]
    text = page_files(made)["con_/pages/con_.html"]
    assert "p2.html" not in text
    tree = lx.fromstring(text)
    assert tree.xpath("string(//span[@class='elsewhere'])").startswith("spre alta (")
    assert "A doua" in tree.xpath("string(//span[@class='elsewhere'])")
    assert 'src="../../player.js"' in text


def test_parts_of_modules_share_what_is_common(gallery: Course) -> None:
    course = gallery.model_copy(update={"packaging": "per-module", "certificate": None})
    made = site(course, "local", None)
    assert [part.launch for part in made.parts] == ["m1/index.html", "m2/index.html"]
    paths = [file.path for file in made.files]
    assert len(paths) == len(set(paths))
    assert "m1/course.js" in made.part_files(made.parts[0])
    assert "player.js" in made.shared
    assert "m1/pages/legal-frame.html" in paths
    assert parts(course) == made.parts


def test_scormkit_json_describes_the_package(gallery: Course) -> None:
    made = site(gallery, "local", None)
    file = next(f for f in made.files if f.path == "scormkit.json")
    described = json.loads(file.data)  # type: ignore[arg-type]
    assert file.stamped
    assert described["fingerprint"] == "@scormkit-build@"
    assert set(described["stamped"]) == {f.path for f in made.files if f.stamped}
    keys = [q["key"] for page in described["parts"][0]["pages"] for q in page["questions"]]
    assert "c1" in keys
    assert "quiz/q-order" in keys


def test_a_large_course_renders_fast() -> None:
    text = Html("<p>" + "Cuvinte și iar cuvinte. " * 40 + "</p>")
    pages = tuple(
        pg.Lesson(
            id=f"p{n}", title=f"Pagina {n}", published=f"p{n}", blocks=(b.Prose(html=text),) * 4
        )
        for n in range(200)
    )
    course = Course(
        id="l",
        published="l",
        title="Mare",
        lang="ro",
        source_lang="ro",
        completion=Completion(pages=1.0),
        modules=(Module(id="m", title="M", published="m", pages=pages),),
        state=StateLayout(number=0, slots=()),
    )
    site(hostile(), "local", None)
    start = time.process_time()
    made = site(course, "local", None)
    assert len(made.files) > 200
    assert time.process_time() - start < 1.0
