"""``scormkit build --manifest-only``: the course structure alone, for content hosted elsewhere."""

from __future__ import annotations

import pytest
from lxml import etree

from scormkit.xml.schemas import CMI5, cmi5_schema

COURSE = """id: small
title: Mic
lang: ro
{keys}
modules:
  - id: m1
    title: Primul
    items: [{{lesson: one.md}}]
"""


@pytest.fixture
def source(tmp_path):
    """Return a function that writes a course of one page."""

    def write(keys=""):
        folder = tmp_path / "course"
        folder.mkdir()
        (folder / "course.yml").write_text(COURSE.format(keys=keys), "utf-8")
        (folder / "one.md").write_text("---\nid: one\ntitle: Unu\n---\nUn cuvânt.\n", "utf-8")
        return folder

    return write


def asked(run, source, target, url, *more):
    return run(
        "build", source, "-f", "cmi5", "-o", target, "--manifest-only", "--content-url", url, *more
    )


def test_a_course_structure_alone(run, source, tmp_path):
    done = asked(run, source(), tmp_path / "out", "https://x.example/{id}/{version}")
    assert done.returncode == 0
    (made,) = (tmp_path / "out").iterdir()
    assert made.name == "small-1.0.0-cmi5.xml"
    root = etree.parse(made).getroot()
    cmi5_schema().assertValid(root)
    urls = [one.text for one in root.iter(f"{{{CMI5}}}url")]
    assert urls == ["https://x.example/small/1.0.0/index.html"]


@pytest.mark.parametrize(
    "options",
    [
        ["--manifest-only"],
        ["--content-url", "https://x.example/"],
        ["--manifest-only", "--content-url", "x.example/a"],
        ["--manifest-only", "--content-url", "https://x.example/{name}/"],
        ["--manifest-only", "--content-url", "https://x.example/?a=b"],
    ],
)
def test_an_address_is_needed_and_must_be_one(run, source, tmp_path, options):
    done = run("build", source(), "-f", "cmi5", "-o", tmp_path / "out", *options)
    assert done.returncode == 2
    assert "--content-url" in done.stderr
    assert not (tmp_path / "out").exists()


def test_scorm_has_no_manifest_that_stands_alone(run, source, tmp_path):
    target = tmp_path / "out"
    done = run(
        "build", source(), "-f", "scorm-1.2", "-o", target, "--manifest-only",
        "--content-url", "https://x.example/",
    )  # fmt: skip
    assert done.returncode == 1
    assert "scorm-1.2 has no manifest" in done.stderr
    assert not target.exists()


def test_two_languages_do_not_lie_at_one_address(run, source, tmp_path):
    folder = source("translations: [en]")
    (folder / "i18n").mkdir()
    (folder / "i18n" / "en.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    done = asked(run, folder, tmp_path / "out", "https://x.example/{id}/")
    assert done.returncode == 1
    assert "{lang}" in done.stderr
    assert asked(run, folder, tmp_path / "out", "https://x.example/{id}/{lang}/").returncode == 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_names_of_an_organisation_s_own(run, source, tmp_path, monkeypatch):
    course, target = source(), tmp_path / "out"

    def ids(*options):
        assert asked(run, course, target, "https://x.example/{id}/", *options).returncode == 0
        (made,) = target.iterdir()
        return etree.parse(made).xpath("//@id")

    base = "https://learn.example.org/xapi"
    assert ids()[0] == "urn:x-scormkit:small"
    given = ids("--iri-base", base)
    assert given[0] == f"{base}/small"
    monkeypatch.setenv("SCORMKIT_IRI_BASE", f"{base}/")
    assert ids() == given


@pytest.mark.parametrize("base", ["learn.example.org", "https://x.example/?a=", "https://x/é/"])
def test_names_that_are_no_address(run, source, base):
    done = run("build", source(), "-f", "cmi5", "--iri-base", base)
    assert done.returncode == 2
    assert "--iri-base" in done.stderr
