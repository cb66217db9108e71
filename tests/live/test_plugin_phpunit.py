"""The plugin's own tests, run by Moodle's own runner."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle")]


def test_the_plugins_own_tests_pass(moodle: Any, live: Callable[[str], ModuleType]) -> None:
    if shutil.which("phpunit") is None:
        pytest.skip("NO PHPUNIT: install phpunit to run the plugin's own tests")
    said = live("phpunit").run(moodle, live("site").PHP)
    passed = re.search(r"OK \((\d+) tests", said)
    assert passed, said[-4000:]
    assert int(passed[1]) > 30
