"""Each page of a problem shows a text that has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scormkit.sources.markdown import lesson

ROOT = Path(__file__).parents[3]
CODE = "".join(
    path.read_text("utf-8") for path in (ROOT / "scormkit/sources/markdown").rglob("*.py")
)
CODES = sorted(set(re.findall(r"SK13\d\d", CODE)))
PAGES = [ROOT / f"docs/reference/problems/{code}.md" for code in CODES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_example_of_a_page_has_its_problem(host, page):
    source = page.read_text("utf-8")
    assert source.startswith(f"# {page.stem}: ")
    (example,) = re.findall(r"````markdown\n(.*?)````", source, re.DOTALL)
    lesson(example, host)
    assert page.stem in host.codes
