"""Packages of a large plan travel while the steps before them are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from scormkit.errors import Refused
from scormkit.publish import applier_loads
from scormkit.publish.applier import Applier
from scormkit.publish.applier_outcome import Applied
from scormkit.publish.applier_requests import batches
from scormkit.publish.desired import Building
from scormkit.publish.desired_gather import gather, given
from scormkit.publish.plan import Plan
from scormkit.publish.planner_site import plan_for
from scormkit.publish.upload_chunk import Chunk

MANY = 60


@pytest.fixture
def plan(plugin: Any, zips: Any, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan of sixty courses, in loads of one batch each."""
    monkeypatch.setattr(applier_loads, "LOAD", 1)
    inputs = [given(f"c{n}={zips.foreign(f'Load {n}')}") for n in range(MANY)]
    courses = gather(inputs, plugin.site, Building("scorm-1.2", Path())).courses
    return plan_for(plugin, courses, "n" * 32)


def refusing(plugin: Any, wanted: Callable[[Chunk], bool]) -> Callable[..., Any]:
    take = plugin.upload

    def upload(chunks: Sequence[Chunk], *rest: Any, **named: Any) -> Any:
        if any(map(wanted, chunks)):
            raise Refused("too large", "toolarge")
        return take(chunks, *rest, **named)

    return upload


def apply(plugin: Any, plan: Plan) -> Applied:
    return Applier(plugin, Path()).apply(plan)


def test_everything_is_sent_and_done_once(plugin: Any, plan: Plan) -> None:
    loads = applier_loads.loads(batches(plan.work))
    assert [len(batch) for load in loads for batch in load] == [25, 25, 25, 25, 20]
    assert len(loads) == 5
    applied = apply(plugin, plan)
    assert {(step.result, step.wrong) for step in applied.steps} == {("done", ())}
    sizes = {step.package.sha256: step.package.size for step in plan.work if step.package}
    assert applied.sent == sum(sizes.values())
    assert plugin.calls.count("apply") == 5
    assert [step.result for step in apply(plugin, plan).steps] == ["already"] * 2 * MANY


def test_what_is_too_large_is_refused_before_anything_is_touched(
    plugin: Any, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = [step.package.sha256 for step in plan.work if step.package][-1]
    monkeypatch.setattr(plugin, "upload", refusing(plugin, lambda chunk: chunk.sha256 == last))
    with pytest.raises(Refused, match="too large"):
        apply(plugin, plan)
    assert "apply" not in plugin.calls
    assert not plugin.uploads or not any(plugin.uploads.values())


def test_a_load_that_is_refused_on_the_way_ends_the_run_and_is_told(
    plugin: Any, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = [step.package.sha256 for step in plan.work if step.package][-1]
    full = refusing(plugin, lambda chunk: chunk.sha256 == last and bool(chunk.data))
    monkeypatch.setattr(plugin, "upload", full)
    results = [(step.result, step.code) for step in apply(plugin, plan).steps]
    assert results == [("done", "")] * 100 + [("failed", "toolarge")] + [("notrun", "")] * 19
