"""The exercises of the shipped courses' lessons: simulations by keyboard, stories to a good end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scormkit.build.visit import every
from scormkit.course.activities import Node, Scenario, Screen, Simulation
from scormkit.course.blocks import ScenarioBlock, SimulationBlock
from scormkit.course.model import Course
from scormkit.course.pages import Lesson
from scormkit.player.site import site
from scormkit.sources import compile_course

SOURCES = Path(__file__).parents[2] / "course_sources"
NAMES = sorted(path.parent.name for path in SOURCES.glob("*/course.yml"))
STEPS = 12  # Tab presses within which the next place to act must come

pytestmark = [pytest.mark.browser, pytest.mark.checkout]


@pytest.fixture(scope="module", params=NAMES)
def course(request: pytest.FixtureRequest) -> Course:
    return compile_course(SOURCES / request.param).courses[0]


@pytest.fixture
def page(course: Course, lms: Any, unpack: Any) -> Iterator[Any]:
    """Return a page of the course without an LMS; its address stands in ``page.start``."""
    page = lms.context.new_page()
    page.start = lms.serve(unpack(site(course, "local", None).files))
    yield page
    page.close()


def lessons(course: Course, kind: type[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the page's id and each block of this kind."""
    pages = (page for module in course.modules for page in module.pages)
    for lesson in pages:
        if isinstance(lesson, Lesson):
            yield from ((lesson.id, part) for part in every(lesson) if isinstance(part, kind))


def test_simulations_are_done_by_keyboard(course: Course, page: Any) -> None:
    for lesson, block in lessons(course, SimulationBlock):
        simulation: Simulation = block.simulation
        page.goto(f"{page.start}pages/{lesson}.html")
        page.focus(f"#q-{simulation.id} .screen:not([hidden]) .spot")
        for screen in simulation.screens:
            act(page, simulation, screen)
        result = page.inner_text(f"#q-{simulation.id} .sim-note")
        assert re.findall(r"\d+", result) == [str(len(simulation.screens))] * 2, result


def act(page: Any, simulation: Simulation, screen: Screen) -> None:
    place = f"#q-{simulation.id} [data-screen='{screen.number}']:not([hidden]) .spot"
    page.wait_for_selector(place)
    for _ in range(STEPS):
        if page.eval_on_selector(place, "spot => spot === document.activeElement"):
            break
        page.keyboard.press("Tab")
    else:
        pytest.fail(f"the keyboard does not reach {place}")
    if screen.target.accept:
        page.keyboard.type(screen.target.accept[0])
    page.keyboard.press("Enter")


def test_the_best_way_of_a_story_ends_well(course: Course, page: Any) -> None:
    for lesson, block in lessons(course, ScenarioBlock):
        story: Scenario = block.scenario
        page.goto(f"{page.start}pages/{lesson}.html")
        now = page.locator(f"#q-{story.id} .story-told > .node").last
        nodes = {node.id: node for node in story.nodes}
        for number in best_way(nodes, story.start)[1]:
            now.locator(f"[data-choice='{number}'] button.way").click()
        assert now.locator(".ending.good").count() == 1, story.id


def best_way(nodes: dict[str, Node], start: str) -> tuple[float, list[int]]:
    """Return the points and the choices of the way that earns most; stories here have no loops."""
    ways = [(0.0, list[int]())] if nodes[start].end else []
    for choice in nodes[start].choices:
        points, way = best_way(nodes, choice.to)
        ways.append((points + choice.points, [choice.number, *way]))
    return max(ways)
