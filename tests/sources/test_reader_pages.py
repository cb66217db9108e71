"""Each page of a problem in docs/ shows an example that really triggers it."""

import re
from pathlib import Path

import pytest

from scormkit.sources.gaps import parse_gaps
from scormkit.sources.jsonschema import model_of
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml

PAGES = Path(__file__).parents[2] / "docs" / "reference" / "problems"
EXAMPLE = re.compile(r"```yaml\n# (\w+), wrong\n(.*?)```\n.*?```yaml\n# \w+, right\n(.*?)```", re.S)
WITH_EXAMPLES = [
    page.stem
    for page in sorted(PAGES.glob("SK1[01]*.md"))
    if EXAMPLE.search(page.read_text("utf-8"))
]


def codes(kind, text):
    if kind == "gaps":
        return {problem.code for problem in parse_gaps(text.rstrip("\n")).problems}
    problems = Problems()
    load_yaml(text, "f.yml", model_of(kind), problems)
    return {problem.code for problem in problems.items}


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_the_wrong_example_has_the_problem_and_the_right_one_none(code):
    page = (PAGES / f"{code}.md").read_text("utf-8")
    kind, wrong, right = EXAMPLE.search(page).groups()
    assert code in codes(kind, wrong)
    assert codes(kind, right) == set()


def test_pages_without_an_example_are_about_files_only():
    others = {page.stem for page in PAGES.glob("SK1[01]*.md")} - set(WITH_EXAMPLES)
    assert others <= {"SK1001", "SK1002", "SK1003", "SK1004", "SK1005", "SK1016", "SK1024"}
    assert len(WITH_EXAMPLES) > 40
