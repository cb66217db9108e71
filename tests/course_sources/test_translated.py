"""Translations of our courses: whole, fresh, and as ``translate update`` writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.sources.translate.status import status
from scormkit.sources.translate.units import course_units
from scormkit.sources.translate.update import updated

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("course_sources/*/i18n/*.po"))

pytestmark = pytest.mark.checkout


def test_there_are_translations() -> None:
    assert {path.stem for path in FILES} >= {"en", "ru"}


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_nothing_is_missing_stale_or_left_over(file: Path) -> None:
    course = course_units(file.parents[1])
    assert file.stem in course.project.course.translations
    assert status(course, file.stem).complete
    assert not updated(course, file.stem).changed


def test_each_picture_with_words_is_there_in_each_language() -> None:
    folder = ROOT / "course_sources" / "calm-apl" / "assets"
    pictures = [p for p in folder.glob("*.svg") if "." not in p.stem]
    assert len(pictures) > 10
    for picture in pictures:
        for lang in ("ru", "en"):
            own = picture.with_suffix(f".{lang}.svg").read_text("utf-8")
            boxes = [text.count("<text") for text in (picture.read_text("utf-8"), own)]
            assert boxes[0] == boxes[1], picture.name
