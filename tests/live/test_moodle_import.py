"""A package imported into a real Moodle and played by a student in a real browser."""

from __future__ import annotations

import re
import secrets
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page

pytestmark = [pytest.mark.moodle, pytest.mark.browser, pytest.mark.xdist_group("moodle")]

COURSE = """\
id: probe
title: Primăria și cetățeanul
lang: ro
modules:
  - id: m1
    title: Început
    items:
      - lesson: lesson.md
      - quiz: quiz.yml
"""
LESSON = """\
---
id: reading
title: De citit
---
Cetățeanul vine la primărie.
"""
QUIZ = """\
id: final
title: Test
pass_mark: 70%
attempts: 2
show: {feedback: after_quiz}
questions:
  - {id: q1, choice: Cine alege primarul?, right: Locuitorii, wrong: [Guvernul, Parlamentul]}
  - {id: q2, true_false: Consiliul local adoptă decizii., answer: true}
"""


def scormkit(*arguments: object) -> list[str]:
    command = [sys.executable, "-m", "scormkit", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def source(folder: Path) -> Path:
    folder.mkdir()
    for name, text in {"course.yml": COURSE, "lesson.md": LESSON, "quiz.yml": QUIZ}.items():
        (folder / name).write_text(text, "utf-8")
    scormkit("ids", folder, "--write")
    return folder


LOGIN = re.compile(r'name="logintoken" value="(\w+)"')
START = {1: re.compile("Începeți testul"), 2: re.compile("încercare nouă|din nou")}


class Learner:
    """A student of a Moodle course, with a browser of their own."""

    def __init__(self, moodle: Any, browser: Browser, course: int, name: str) -> None:
        self.moodle, self.name = moodle, name
        self.id = moodle.act("student", course=course, username=name, password=name,
                             firstname="Ștefania", lastname="Țurcanu")["id"]  # fmt: skip
        self.page: Page = browser.new_context().new_page()
        self.page.set_default_timeout(60_000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.log_in(name)

    def log_in(self, password: str) -> None:
        """Log in without the page: its script replaces the field and drops what was typed."""
        address = f"{self.moodle.url}/login/index.php"
        token = LOGIN.findall(self.page.request.get(address, timeout=120_000).text())[0]
        form = {"username": self.name, "password": password, "logintoken": token}
        answer = self.page.request.post(address, form=form, max_redirects=0, timeout=120_000)
        assert "testsession" in answer.headers["location"]

    def launch(self, made: dict[str, Any]) -> FrameLocator:
        sco = next(s["id"] for s in made["scoes"] if s["type"] == "sco")
        self.page.goto(
            f"{self.moodle.url}/mod/scorm/player.php?a={made['id']}&scoid={sco}&mode=normal",
            wait_until="domcontentloaded",
        )
        frame = self.page.frame_locator("#scorm_object")
        frame.locator("main").wait_for()
        return frame

    def leave(self) -> None:
        self.page.goto(f"{self.moodle.url}/my/", wait_until="domcontentloaded")

    def graded(self, made: dict[str, Any], grade: float) -> dict[str, Any]:
        """Return the state once Moodle has this grade: what is sent on leaving arrives later."""
        until = time.monotonic() + 60
        while (state := self.state(made))["grade"] is None or float(state["grade"]) != grade:
            assert time.monotonic() < until, state
        return state

    def state(self, made: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self.moodle.act("state", cm=made["cm"], user=self.id)
        return answer

    def tracks(self, made: dict[str, Any]) -> dict[str, str]:
        (attempt,) = self.state(made)["tracks"].values()
        (elements,) = attempt.values()
        return dict(elements)


def answer(frame: FrameLocator, question: str, shown: str) -> None:
    frame.locator(f"#q-{question}").get_by_text(shown, exact=True).click()


@pytest.fixture(scope="module")
def course(moodle: Any) -> int:
    return int(moodle.act("course", name=f"Cursuri {secrets.token_hex(4)}")["id"])


@pytest.fixture(scope="module", params=["scorm-1.2", "scorm-2004-3rd", "scorm-2004-4th"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    made = scormkit("build", source(folder / "src"), "-f", request.param, "-o", folder / "dist")
    return Path(made[0])


@pytest.fixture
def activity(moodle: Any, course: int, package: Path) -> dict[str, Any]:
    made: dict[str, Any] = moodle.act("scorm", course=course, name=package.stem, zip=package)
    assert made["version"] in {"SCORM_1.2", "SCORM_1.3"}
    return made


def test_a_student_leaves_comes_back_and_passes(
    moodle: Any, browser: Browser, course: int, package: Path, activity: dict[str, Any]
) -> None:
    learner = Learner(moodle, browser, course, f"ana{activity['cm']}")
    frame = learner.launch(activity)
    frame.get_by_role("link", name="De citit").first.click()
    frame.get_by_role("heading", name="De citit").wait_for()
    frame.locator("#pager [rel=next]").click()
    frame.get_by_role("heading", name="Test", exact=True).wait_for()
    learner.leave()
    assert learner.state(activity)["completion"] == 0

    frame = learner.launch(activity)
    frame.get_by_role("heading", name="Test", exact=True).wait_for()  # resumed at the place
    frame.get_by_role("button", name="Începe").click()
    answer(frame, "q1", "Locuitorii")
    answer(frame, "q2", "Adevărat")
    frame.get_by_role("button", name="Trimite").click()
    frame.get_by_text("100").first.wait_for()
    learner.leave()
    completion = learner.graded(activity, 100)["completion"]
    assert completion in {1, 2}  # complete, or complete with a passing grade
    before = learner.tracks(activity)

    learner.launch(activity)
    learner.leave()
    after = learner.tracks(activity)
    for element in ("cmi.core.lesson_status", "cmi.core.score.raw", "cmi.completion_status",
                    "cmi.success_status", "cmi.score.raw", "cmi.score.scaled"):  # fmt: skip
        assert after.get(element) == before.get(element)
    assert learner.errors == []


def test_wrong_answers_stay_incomplete_then_fail_after_the_last_attempt(
    moodle: Any, browser: Browser, course: int, package: Path, activity: dict[str, Any]
) -> None:
    learner = Learner(moodle, browser, course, f"ion{activity['cm']}")
    frame = learner.launch(activity)
    frame.get_by_role("link", name="De citit").first.click()
    frame.locator("#pager [rel=next]").click()
    status = "cmi.core.lesson_status" if "1.2" in package.name else "cmi.success_status"
    for attempt in (1, 2):
        frame.get_by_role("button", name=START[attempt]).click()
        answer(frame, "q1", "Guvernul")
        answer(frame, "q2", "Adevărat")
        frame.get_by_role("button", name="Trimite").click()
        frame.get_by_text("50").first.wait_for()
        learner.leave()
        learner.graded(activity, 50)
        expected = {1: {"incomplete", "unknown", None}, 2: {"failed"}}[attempt]
        assert learner.tracks(activity).get(status) in expected
        if attempt == 1:
            frame = learner.launch(activity)
    assert learner.errors == []
