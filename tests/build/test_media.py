"""Smaller copies of pictures: made where they save, kept, and offered to browsers."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from scormkit.build import build_package, media
from scormkit.build.media import with_copies
from scormkit.exporter import load_exporter
from scormkit.sources import compile_course

COURSE = """id: c
title: Curs
lang: ro
modules: [{id: m, title: M, items: [{lesson: a.md}]}]
"""
LESSON = """---
id: a
title: A
---
![Harta](map.jpg)

:::{figure} map.jpg
alt: Harta
:::
"""


def photo(path: Path, width: int, height: int, **saved: object) -> None:
    """Write a picture of soft colours, as photographs have them."""
    chance = random.Random(1)
    small = Image.frombytes("RGB", (60, 40), chance.randbytes(60 * 40 * 3))
    small.resize((width, height), Image.Resampling.BICUBIC).save(path, **saved)


@pytest.fixture
def course(tmp_path: Path):
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "course.yml").write_text(COURSE, "utf-8")
    (folder / "a.md").write_text(LESSON, "utf-8")

    def compiled(width: int = 2000, **saved: object):
        photo(folder / "map.jpg", width, width * 2 // 3, quality=95, **saved)
        return compile_course(folder).courses[0]

    return compiled


def test_a_large_photo_has_copies_that_are_lighter(course, tmp_path: Path) -> None:
    made = with_copies(course(), tmp_path / "cache")
    whole = next(asset for asset in made.assets if asset.key == "map.jpg")
    assert [width for width, _ in whole.smaller] == [640, 1280]
    for width, name in whole.smaller:
        copy = next(asset for asset in made.assets if asset.name == name)
        assert copy.size < whole.size * 0.75
        with Image.open(copy.source) as opened:
            assert opened.size == (width, copy.height)


def test_copies_are_kept_between_builds(course, tmp_path: Path, monkeypatch) -> None:
    first = with_copies(course(), tmp_path / "cache")
    monkeypatch.setattr(media, "_scaled", lambda *_: pytest.fail("made anew"))
    assert with_copies(course(), tmp_path / "cache") == first


@pytest.mark.parametrize(
    "saved",
    [
        {"width": 700},
        {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"},
    ],
)
def test_small_and_turned_pictures_stay_as_they_are(course, tmp_path: Path, saved) -> None:
    plain = course(**saved)
    assert not any(one.smaller for one in with_copies(plain, tmp_path / "cache").assets)


def test_without_a_folder_to_keep_them_there_are_none(course, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plain = course()
    assert with_copies(plain, tmp_path / "file") is plain


def test_pages_offer_the_copies(course, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    built = build_package(course(), load_exporter("scorm-1.2"), tmp_path / "out")
    with zipfile.ZipFile(built.path) as archive:
        page = archive.read("pages/a.html").decode()
        names = set(archive.namelist())
        manifest = archive.read("imsmanifest.xml").decode()
    offered = page.split('srcset="')[1].split('"')[0].split(", ")
    paths = [one.split()[0].removeprefix("../") for one in offered]
    assert page.count("srcset=") == 2
    assert [one.split()[1] for one in offered] == ["640w", "1280w", "2000w"]
    assert set(paths) <= names
    assert all(f'href="{path}"' in manifest for path in paths)
