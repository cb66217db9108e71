"""Identifiers and texts of manifests: what stays, and what comes back as written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from scormkit.exporter import load_exporter
from scormkit.xml.schemas import schema
from scormkit.xml.text import one_line

FORMATS = {
    "scorm-1.2": "1.2",
    "scorm-2004-2nd": "2004 2nd",
    "scorm-2004-3rd": "2004 3rd",
    "scorm-2004-4th": "2004 4th",
}

every_format = pytest.mark.parametrize("name", FORMATS)
every_packaging = pytest.mark.parametrize("packaging", ["single", "per-module", "per-lesson"])


def manifest(course, name: str) -> etree._Element:
    file = next(iter(load_exporter(name).files(course)))
    assert file.path == "imsmanifest.xml"
    return etree.fromstring(file.data)


def assert_valid(root: etree._Element, validator: etree.XMLSchema) -> None:
    assert validator.validate(root), "\n".join(str(e) for e in validator.error_log)


@every_format
@every_packaging
def test_identifiers_stay_through_version_language_and_renaming(courses, name, packaging):
    def identifiers(course):
        return [e.get("identifier") for e in manifest(course, name).iter() if e.get("identifier")]

    c = courses
    before = c.course(packaging=packaging)
    renamed = (
        c.module("neu", c.lesson("neu-1", published="l1"), c.quiz("q1"), published="m1"),
        c.module("m2", c.lesson("l2"), c.quiz("final", attempts=3)),
    )
    changed = {"version": "2.0.0", "lang": "ru", "id": "apl-neu", "title": "Другое"}
    after = c.course(*renamed, packaging=packaging, **changed)
    assert identifiers(after) == identifiers(before)
    assert len(set(identifiers(before))) == len(identifiers(before))


def is_illegal(letter: str) -> bool:
    """Tell whether XML 1.0 forbids a letter, or advises against it (2.2)."""
    if letter in "\t\n\r\x85":
        return False
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in "\ufffe\uffff"


hostile = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(
        [
            "<>&\"']]>",
            "a\x00b\x0bc",
            "עברית \u202etest",
            "👩‍🏫 lecția",
            "]]>",
            "\u2028\u2029",
            "\x07",
            "%s{}",
        ]
    ),
)


@every_format
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.tuples(hostile, hostile, hostile, hostile))
def test_hostile_texts_come_back_as_written(courses, name, texts):
    title, keyword, description, author = texts
    course = courses.course(
        courses.module("m1", courses.lesson("l1", title=title), title=title),
        title=title,
        keywords=(keyword,),
        description=description,
        authors=(author,),
        packaging="per-lesson",
        objectives=(),
    )
    exporter = load_exporter(name)
    root = manifest(course, name)
    assert_valid(root, schema(FORMATS[name]))
    shown = [e.text for e in root.iterfind(".//{*}organizations//{*}title") if e.text]
    assert shown[0] == (one_line(title) or course.id)
    assert (one_line(title) or "l1") in shown
    words = "".join(root.find("{*}metadata").itertext())
    assert one_line(keyword) in words
    changed = any(is_illegal(letter) for text in texts for letter in text)
    assert bool([p for p in exporter.problems(course) if p.code == "SK3003"]) == changed


def test_a_long_title_is_cut_in_scorm_12_alone_and_that_is_said(courses):
    course = courses.course(title="ă" * 201)
    old, new = load_exporter("scorm-1.2"), load_exporter("scorm-2004-3rd")
    assert [p.code for p in old.problems(course)] == ["SK3003"]
    assert not list(new.problems(course))
    assert len(manifest(course, "scorm-1.2").findtext(".//{*}organization/{*}title")) == 200
    assert (
        manifest(course, "scorm-2004-3rd").findtext(".//{*}organization/{*}title") == course.title
    )


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("scorm-1.2", "{*}educational/{*}typicallearningtime/{*}datetime"),
        ("scorm-2004-4th", "{*}educational/{*}typicalLearningTime/{*}duration"),
    ],
)
def test_metadata_says_what_the_author_said(courses, name, path):
    lom = manifest(courses.course(), name).find("{*}metadata/{*}lom")
    assert lom.findtext(path) == "PT2H30M"
    words = " ".join(lom.itertext())
    for text in ("Despre rolul consiliului.", "consiliu local", "1.2.0", "CC-BY-4.0", "Ana Ceban"):
        assert text in words
    assert "Ana Ceban\\; CALM" in words  # a semicolon would cut a vCard
