"""cmi5 and xAPI packages of other tools: valid, whole, with ids of their own."""

from __future__ import annotations

import zipfile

import pytest

from scormkit.check import check_archive

TEXT = '<title><langstring lang="en">A</langstring></title>'
TEXT += '<description><langstring lang="en">B</langstring></description>'
CMI5 = (
    '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">'
    '<course id="urn:c">{text}</course><au id="{id}" {more}>{text}<url>{url}</url></au>'
    '<au id="urn:b">{text}<url>index.html?x=1</url></au></courseStructure>'
)
TINCAN = (
    '<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>'
    '<activity id="{id}" type="http://adlnet.gov/expapi/activities/course"><name>A</name>'
    '<description lang="en">B</description><launch lang="en">{url}</launch></activity>'
    '<activity id="urn:b" type="http://adlnet.gov/expapi/activities/module"><name>M</name>'
    '<description lang="en">B</description></activity></activities></tincan>'
)


@pytest.fixture
def codes(tmp_path):
    """Return a function: what is found in a zip of a manifest and index.html, by its code."""

    def check(name: str, text: str, *, first: bool = True) -> list[str]:
        path = tmp_path / "x.zip"
        with zipfile.ZipFile(path, "w") as archive:
            if not first:
                archive.writestr("index.html", "<p>Hi</p>")
            archive.writestr(name, text)
            if first:
                archive.writestr("index.html", "<p>Hi</p>")
        return [problem.code for problem in check_archive(path)]

    return check


def cmi5(id_="urn:a", url="index.html", more=""):
    return CMI5.format(text=TEXT, id=id_, url=url, more=more)


def tincan(id_="urn:a", url="index.html"):
    return TINCAN.format(id=id_, url=url)


both = pytest.mark.parametrize(("name", "made"), [("cmi5.xml", cmi5), ("tincan.xml", tincan)])


@both
def test_a_right_one_passes(codes, name, made):
    assert codes(name, made()) == []


@both
def test_what_it_launches_must_be_there(codes, name, made):
    assert codes(name, made(url="Index.html")) == ["SK2018"]
    assert codes(name, made(url="https://example.org/x.html")) == ["SK2024"]


@both
def test_an_id_stands_once(codes, name, made):
    assert codes(name, made(id_="urn:b")) == ["SK2016"]


@both
def test_it_is_the_first_file(codes, name, made):
    assert codes(name, made(), first=False) == ["SK2026"]


@both
@pytest.mark.parametrize(
    ("text", "code"),
    [("<other/>", "SK2014"), ("<a", "SK2012"), ("<!DOCTYPE a><a/>", "SK2013")],
)
def test_what_is_no_manifest(codes, name, made, text, code):
    assert codes(name, text) == [code]


@pytest.mark.parametrize(
    "more", ['moveOn="Done"', 'masteryScore="1.5"', 'launchMethod="Frame"', 'score="1"']
)
def test_the_course_structure_is_held_to_its_schema(codes, more):
    assert codes("cmi5.xml", cmi5(more=more)) == ["SK2015"]


def test_nothing_to_launch(codes):
    assert codes("tincan.xml", tincan().replace("launch", "resource")) == ["SK2022"]
