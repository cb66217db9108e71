"""The plugin is upgraded by Moodle's own means, and what was published stays."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle"), pytest.mark.timeout(300)]


def test_from_its_first_version(moodle: Any, publisher: Any, packages: ModuleType) -> None:
    key = publisher.course()
    publisher.activity(f"{key}/a", packages.foreign())
    moodle.plugin("first_version")
    assert "local_scormkit" in moodle.upgrade()
    publisher.replace(f"{key}/a", packages.foreign(text="new"))
    moved = publisher.one(
        action="update", kind="activity", key=f"{key}/a", place={"section": 1},
        base=publisher.base(f"{key}/a"),
    )  # fmt: skip
    assert moved["outcome"] == "done", moved["error"]
    back = publisher.call(
        "rollback", requestid=f"{moved['journalid']:064x}", key=f"{key}/a", to=1,
        base='{"revision": 3}',
    )  # fmt: skip
    assert (back["outcome"], back["revision"], back["section"]) == ("done", 4, 0)
