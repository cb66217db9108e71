"""A host that knows a small Romanian course, and remembers what it was asked."""

from __future__ import annotations

import pytest

from scormkit.course.base import Picture
from scormkit.course.blocks import Check, Download, Figure
from scormkit.course.questions import TrueFalse

TITLES = {
    ("lesson", "public-service"): "Serviciul public",
    ("quiz", "final"): "Test final",
    ("faq", "f1"): "Cine convoacă ședința?",
}
TERMS = {"decentralizare": "decentralizare", "mpay": "mpay", "MPay": "mpay"}


class CourseHost:
    """Answers for the texts of the tests."""

    def __init__(self, trainer=False, translated=None, lang=None, included=None):
        self.trainer = trainer
        self.translated = translated or {}
        self.lang = lang
        self.included = included or {}
        self.problems = []
        self.units = []
        self.bodies = []
        self.assets = []

    @property
    def codes(self):
        return [problem[2] for problem in self.problems]

    def problem(self, line, column, code, message, warning=False):
        self.problems.append((line, column, code, message, warning))

    def page_link(self, kind, target, anchor, line, column):
        if not target:
            return (f"#a-{anchor}", anchor)
        title = TITLES.get((kind, target))
        if title is None:
            self.problem(line, column, "SK1499", f"no {kind} {target}")
            return None
        return (f"scormkit:page/{target}" + (f"#a-{anchor}" if anchor else ""), title)

    def file_link(self, path, anchor, line, column):
        if path.endswith(".md"):
            page = path.rsplit("/", 1)[-1].removesuffix(".md")
            return (f"scormkit:page/{page}" + (f"#a-{anchor}" if anchor else ""), page)
        return (f"scormkit:asset/{path}", path)

    def asset(self, path, line, column):
        self.assets.append((path, line, column))
        return None if "missing" in path else path.removeprefix("../")

    def term(self, shown, target, line, column):
        key = TERMS.get(target or shown)
        if key is None:
            self.problem(line, column, "SK1498", f"no term {target or shown}")
        return key

    def include(self, path, line, column):
        return (self.included[path], self) if path in self.included else None

    def unit(self, text, line):
        self.units.append((text, line))
        if text in self.translated:
            return self.translated[text], None
        return text, self.lang

    def body(self, kind, argument, text, line):
        self.bodies.append((kind, argument, text, line))
        if kind == "figure":
            return Figure(image=Picture(asset=argument, alt="o hartă"))
        if kind == "question":
            question = TrueFalse(id="c1", key="c1", text="Da?", plain="Da?", answer=True)
            return Check(question=question)
        return Download(asset=argument or "x", title="Titlu")


@pytest.fixture(scope="session")
def make_host():
    return CourseHost


@pytest.fixture
def host():
    return CourseHost()
