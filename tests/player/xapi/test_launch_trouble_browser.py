"""An LRS that does not answer when a course is launched."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_an_lrs_that_does_not_answer_at_launch_is_asked_again(platform, package, lrs):
    lrs.down = 503
    opened = platform.cmi5(package("cmi5"))
    assert "does not answer" in opened.notice("failing")
    lrs.down = 0
    opened.wait(lambda: lrs.stored, 20)
    assert [r["path"] for r in lrs.requests if r["path"] == "/fetch/1" and r["method"] == "POST"]
    assert lrs.verbs()[0] == "initialized"
