"""The hand-made courses of tests/exporters, and exporters to build them with."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

COURSES = Path(__file__).parents[1] / "exporters" / "courses.py"


@pytest.fixture(scope="session")
def courses() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scormkit_test_courses", COURSES)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
