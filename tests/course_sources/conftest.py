"""Every text that a learner reads: of the courses here, of new courses, of the interface."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import polib
import pytest

from scormkit.build.visit import every
from scormkit.cli.starting import start
from scormkit.course.base import Asset, Frozen
from scormkit.course.state import StateLayout
from scormkit.player import strings
from scormkit.sources import compile_course

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ro", "ru", "sq", "uk")

# Fields of compiled parts with ids, settings, names of files, or answers as learners type them.
NOT_WORDS = re.compile(
    r"(id|published|lang|source_lang|title_lang|translations|version|edition|licence|asset|key|"
    r"color|navigation|packaging|passed|done|quizzes|correct|look|type|scoring|tone|start|to|end|"
    r"shape|mode|starts|starts_utc|time_zone|where_url|url|recording|when|formats|external_urls|"
    r"objective|objectives|plain|accept|kind|tags)"
)
SETTINGS = {("Theme", "name")}
SHOWN = {("Resource", "kind"), ("Resource", "tags"), ("FaqEntry", "tags")}
NOT_PROSE = ("code", "pre", "math")
SVG_TEXT = re.compile(r"\}(text|title|desc)$")
DOCX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MASKED = re.compile(
    r"\{\w+\}"  # what the player fills in
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b"  # addresses, names of files
    r"|\b\w+_\w+\b"  # settings
    r"|(?=\S*[@\d])\S*[^\W\d_]\S*"  # passwords, numbers of acts
)

Texts = dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """Language -> (where, text without what is no prose)."""
    found: Texts = {lang: [] for lang in LANGUAGES}
    for folder in sorted(path.parent for path in ROOT.glob("course_sources/*/course.yml")):
        _course(folder, str(folder.relative_to(ROOT)), found)
    scratch = tmp_path_factory.mktemp("new")
    for lang in LANGUAGES:
        start(scratch / lang, lang, None)
        _course(scratch / lang, f"scormkit new --lang {lang}", found)
        if lang != "en":
            found[lang] += [(f"{lang}.po", text) for text in _catalogue(lang)]
    found["en"] += [("the interface", text) for text in strings.catalogue("ro")]
    return {
        lang: [(where, MASKED.sub(" ", text)) for where, text in some]
        for lang, some in found.items()
    }


def _course(folder: Path, shown: str, found: Texts) -> None:
    compiled = compile_course(folder, "trainer")  # all that learners read, and more
    assert compiled.courses, compiled.problems
    for course in compiled.courses:
        lang = course.lang.partition("-")[0]
        alone = course.model_copy(update={"others": ()})
        found.setdefault(lang, []).extend((shown, text) for text in _compiled(alone, lang))
    source = compiled.courses[0].source_lang.partition("-")[0]
    for path in sorted(folder.rglob("*.*")):
        where = f"{shown}/{path.relative_to(folder)}"
        own = path.stem.rpartition(".")[2]  # map.ru.svg replaces map.svg in Russian
        lang = own if own in LANGUAGES else source
        if path.suffix == ".svg":
            found[lang] += [(where, text) for text in _svg(path)]
        elif path.suffix == ".docx":
            found[lang] += [(where, text) for text in _docx(path)]


def _compiled(course: Frozen, lang: str) -> Iterator[str]:
    for part in every(course):
        if not isinstance(part, Asset | StateLayout) and "state" not in type(part).__module__:
            for name, value in part.__dict__.items():
                if (type(part).__name__, name) in SETTINGS:
                    continue
                if not NOT_WORDS.fullmatch(name) or (type(part).__name__, name) in SHOWN:
                    yield from _plain(value, lang)


def _plain(value: object, lang: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _visible(value, lang) if re.search("[<&]", value) else [value]
    elif isinstance(value, tuple):
        for one in value:
            yield from _plain(one, lang)


def _visible(html: str, lang: str) -> Iterator[str]:
    """Yield the text of HTML in this language, without code and formulas."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in root.iter():
        chain = (element, *element.iterancestors())
        if not any(_is_foreign(one, lang) for one in chain):
            yield from (text for text in (element.text, element.get("alt")) if text)
        if element.tail and not any(_is_foreign(one, lang) for one in chain[1:]):
            yield element.tail


def _is_foreign(element: lxml.html.HtmlElement, lang: str) -> bool:
    return element.tag in NOT_PROSE or element.get("lang", lang).partition("-")[0] != lang


def _svg(path: Path) -> Iterator[str]:
    for element in ElementTree.parse(path).iter():
        if SVG_TEXT.search(element.tag):
            yield "".join(element.itertext())


def _docx(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    for paragraph in root.iter(f"{DOCX}p"):
        yield " ".join(run.text or "" for run in paragraph.iter(f"{DOCX}t"))


def _catalogue(lang: str) -> Iterator[str]:
    for entry in polib.pofile(str(strings.LOCALE / f"{lang}.po")):
        yield from entry.msgstr_plural.values() if entry.msgstr_plural else [entry.msgstr]
