"""cmi5.xml by the official schema, tincan.xml, and what both say of a course."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from lxml import etree

from scormkit.exporter import load_exporter
from scormkit.xml.schemas import CMI5, TINCAN, cmi5_schema

ROOT = Path(__file__).parents[2]
C = {"c": CMI5}
T = {"t": TINCAN}
PACKAGINGS = pytest.mark.parametrize("packaging", ["single", "per-module", "per-lesson"])


@pytest.fixture(scope="session")
def official():
    """Return the official schema of course structures, or skip loudly."""
    roots = [Path(os.environ["SCORMKIT_SCHEMAS"])] if "SCORMKIT_SCHEMAS" in os.environ else []
    for root in (*roots, ROOT.parent / "shared" / "schemas"):
        path = root / "cmi5" / "CourseStructure.xsd"
        if path.is_file():
            return etree.XMLSchema(etree.parse(path))
    pytest.skip("NOT TESTED: no official schema of cmi5; set SCORMKIT_SCHEMAS to a folder with it")


def files(name, course):
    return {f.path: f for f in load_exporter(name).files(course)}


def structure(course):
    return etree.fromstring(files("cmi5", course)["cmi5.xml"].data)


@PACKAGINGS
def test_the_official_schema_takes_it(courses, official, packaging):
    official.assertValid(structure(courses.course(packaging=packaging)))
    official.assertValid(
        structure(courses.course(packaging=packaging, title="\x01", objectives=()))
    )


@PACKAGINGS
def test_our_schema_takes_it(courses, packaging):
    cmi5_schema().assertValid(structure(courses.course(packaging=packaging)))


def test_the_manifest_comes_first(courses):
    for name, first in (("cmi5", "cmi5.xml"), ("xapi", "tincan.xml")):
        assert next(iter(load_exporter(name).files(courses.course()))).path == first


def test_a_whole_course_is_one_unit_with_the_authors_rule(courses):
    (unit,) = structure(courses.course()).findall("c:au", C)
    assert unit.get("moveOn") == "CompletedAndPassed"
    assert unit.get("masteryScore") == "0.7"
    assert unit.get("launchMethod") == "AnyWindow"
    assert unit.get("activityType") == "http://adlnet.gov/expapi/activities/course"
    assert unit.findtext("c:url", namespaces=C) == "index.html"
    named = [one.get("idref") for one in unit.findall("c:objectives/c:objective", C)]
    assert named == ["urn:x-scormkit:apl/objective/o1", "urn:x-scormkit:apl/objective/o2"]


def test_what_is_not_judged_only_completes(courses):
    course = courses.course(courses.module("m1", courses.lesson("l1")))
    (unit,) = structure(course).findall("c:au", C)
    assert unit.get("moveOn") == "Completed"
    assert unit.get("masteryScore") is None


def test_modules_and_pages_as_units(courses):
    by_module = structure(courses.course(packaging="per-module")).findall("c:au", C)
    assert [u.findtext("c:url", namespaces=C) for u in by_module] == [
        "m1/index.html", "m2/index.html",
    ]  # fmt: skip
    root = structure(courses.course(packaging="per-lesson"))
    blocks = root.findall("c:block", C)
    assert [b.get("id").rpartition("/")[2] for b in blocks] == ["m1", "m2"]
    lesson, quiz = blocks[0].findall("c:au", C)
    assert (lesson.get("moveOn"), quiz.get("moveOn")) == ("Completed", "CompletedAndPassed")
    assert quiz.get("activityType").endswith("assessment")
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)


def test_ids_stay_through_a_rename_another_language_and_a_version(courses):
    before = structure(courses.course()).xpath("//@id")
    after = structure(courses.course(id="new", lang="ru", version="2.0.0")).xpath("//@id")
    assert before == after


def test_texts_are_in_every_language(courses):
    other = courses.course(lang="ru", title="Администрация", description="О роли совета.")
    root = structure(courses.course(others=(other,)))
    strings = root.findall("c:course/c:title/c:langstring", C)
    assert [(one.get("lang"), one.text) for one in strings] == [
        ("ro", "Administrația publică locală"), ("ru", "Администрация"),
    ]  # fmt: skip


def test_without_a_zip_every_address_is_absolute(courses, official):
    made = load_exporter("cmi5").manifest(
        courses.course(packaging="per-module"), "https://courses.example.org/apl/"
    )
    root = etree.fromstring(made.data)
    official.assertValid(root)
    assert [one.text for one in root.iter(f"{{{CMI5}}}url")] == [
        "https://courses.example.org/apl/m1/index.html",
        "https://courses.example.org/apl/m2/index.html",
    ]


@PACKAGINGS
def test_tincan_launches_each_part(courses, packaging):
    made = files("xapi", courses.course(packaging=packaging))
    root = etree.fromstring(made["tincan.xml"].data)
    launches = [one.text for one in root.iter(f"{{{TINCAN}}}launch")]
    assert launches
    assert set(launches) <= set(made)
    activities = root.findall("t:activities/t:activity", T)
    assert len({one.get("id") for one in activities}) == len(activities)
    assert all(one.findtext("t:name", namespaces=T) for one in activities)


@PACKAGINGS
def test_each_part_brings_its_definitions(courses, packaging):
    made = files("xapi", courses.course(packaging=packaging))
    told = [json.loads(f.data) for path, f in made.items() if path.endswith("activities.json")]
    keys = set().union(*told)
    assert {f"urn:x-scormkit:apl/interaction/{k}" for k in ("q1/q1-q1", "final/final-q2")} <= keys
    assert all(one["name"] and one["type"] for each in told for one in each.values())


def test_only_these_packages_may_connect_elsewhere(courses):
    for name, wide in (("cmi5", True), ("xapi", True), ("scorm-1.2", False)):
        page = files(name, courses.course())["index.html"].data
        assert (b"connect-src 'self' https: http://127.0.0.1:*" in page) == wide, name


def test_only_these_packages_have_the_scripts(courses):
    assert b"Experience-API" not in files("scorm-1.2", courses.course())["player.js"].data
    assert b"cmi5LearnerPreferences" not in files("xapi", courses.course())["player.js"].data
    assert b"API_1484_11" not in files("cmi5", courses.course())["player.js"].data


@PACKAGINGS
def test_an_organisation_s_own_names_are_the_same_in_manifest_and_statements(courses, packaging):
    """Every IRI of ours is renamed, in the manifests, in course.js and in what is told."""
    base = "https://learn.example.org/xapi/"
    plain, named = (courses.course(packaging=packaging, iri_base=one) for one in ("", base))
    for name in ("cmi5", "xapi"):
        before, after = files(name, plain), files(name, named)
        for path, file in before.items():
            if path.endswith(("activities.json", "course.js", ".xml")):
                renamed = file.data.replace(b"urn:x-scormkit:apl", f"{base}apl".encode())
                assert after[path].data == renamed != file.data, path
            else:
                assert after[path].data == file.data, path
