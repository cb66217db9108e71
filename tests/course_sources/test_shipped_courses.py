"""Every shipped course: no warning in any edition, screens for a phone, stories worth telling."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scormkit.build.languages import as_one
from scormkit.build.visit import every
from scormkit.course.activities import Scenario, Screen, Simulation
from scormkit.course.model import Course
from scormkit.player.files import part_files
from scormkit.player.parts import parts
from scormkit.player.script import script
from scormkit.player.styles import styles
from scormkit.sources import compile_course

SOURCES = Path(__file__).parents[2] / "course_sources"
FOLDERS = sorted(path.parent for path in SOURCES.glob("*/course.yml"))
STAGE = 358  # CSS pixels: how wide a screen is drawn in a window of 360
SMALLEST_LETTERS = 11  # CSS pixels
FIRST_PAGE = 25_000  # bytes, gzipped
SMALLEST_TARGET = 24  # CSS pixels: WCAG 2.2, 2.5.8
DRAWN = re.compile("desenat|нарисован|намальован|drawn|vizatuar")

pytestmark = pytest.mark.checkout


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(scope="module")
def courses(folder: Path) -> tuple[Course, ...]:
    return compile_course(folder).courses


@pytest.fixture(scope="module")
def course(courses: tuple[Course, ...]) -> Course:
    return courses[0]


def screens(course: Course) -> Iterator[Screen]:
    for part in every(course):
        if isinstance(part, Simulation):
            yield from part.screens


def picture(folder: Path, screen: Screen) -> ElementTree.Element:
    return ElementTree.parse(folder / screen.image.asset).getroot()


@pytest.mark.parametrize("edition", ["learner", "trainer"])
def test_it_compiles_without_a_warning(folder: Path, edition: str) -> None:
    compiled = compile_course(folder, edition)
    assert compiled.courses
    assert not compiled.problems


def test_a_drawn_screen_says_that_it_is_drawn(folder: Path, course: Course) -> None:
    for screen in screens(course):
        words = " ".join(picture(folder, screen).itertext()).lower()
        assert DRAWN.search(words), screen.image
        assert DRAWN.search((screen.image.alt or "").lower()), screen.image


def test_targets_are_large_enough_for_a_finger(folder: Path, course: Course) -> None:
    for screen in screens(course):
        box = picture(folder, screen).attrib["viewBox"].split()
        width, height = float(box[2]), float(box[3])
        _, _, across, down = screen.target.box
        sides = (across * STAGE, down * STAGE * height / width)
        assert min(sides) >= SMALLEST_TARGET, (screen.image, sides)


def test_letters_of_screens_can_be_read_on_a_phone(folder: Path, course: Course) -> None:
    for screen in screens(course):
        drawn = picture(folder, screen)
        width = float(drawn.attrib["viewBox"].split()[2])
        sizes = [float(size) for one in drawn.iter() if (size := one.get("font-size"))]
        assert min(sizes) * STAGE / width >= SMALLEST_LETTERS, screen.image


def test_the_first_page_is_light_in_every_language(courses: tuple[Course, ...]) -> None:
    for one in dict.fromkeys([*courses, as_one(courses)]):
        made = part_files(one, parts(one)[0], "scorm2004", 1)
        files = {file.path: file.data for file in made if isinstance(file.data, bytes)}
        kinds = ["scorm2004", *(["languages"] if one.together else [])]
        loaded = [files["index.html"], files["course.js"], script(kinds)]
        loaded.append(styles(one.theme, one.together))
        assert sum(len(gzip.compress(data, 6)) for data in loaded) < FIRST_PAGE, one.lang


def test_stories_branch_into_ends_of_each_kind(course: Course) -> None:
    for story in (part for part in every(course) if isinstance(part, Scenario)):
        assert {node.end for node in story.nodes} >= {"good", "bad", None}, story.id
        assert sum(len(node.choices) > 1 for node in story.nodes) >= 3, story.id
