"""Doing a plan: once, in order, from where it stopped, and never on another ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scormkit.errors import Refused, RemoteError, SourceProblems
from scormkit.publish.adopt import Target, plan_adoption
from scormkit.publish.applier import Applier
from scormkit.publish.applier_requests import MOST_STEPS, batches
from scormkit.publish.desired import Building
from scormkit.publish.desired_gather import gather, given
from scormkit.publish.plan import Plan
from scormkit.publish.plan_file import placed, plan_text, read_plan
from scormkit.publish.planner_site import plan_for
from scormkit.publish.report import applied_lines, applied_summary, plan_lines, plan_summary
from scormkit.publish.rollback import plan_rollback
from scormkit.publish.status import statuses
from scormkit.publish.steps import CourseQuestion

KEY = "apl/course@ro"
NONCE = "0123456789abcdef" * 2
QUESTIONS = (("p1", ()), ("q", (("q/1", "choice", [1, 2]),)))


@pytest.fixture
def plan(tmp_path: Path, plugin: Any) -> Any:
    def make(*inputs: Path | str, nonce: str = NONCE) -> Plan:
        wanted = [given(str(one)) for one in inputs]
        courses = gather(wanted, plugin.site, Building("scorm-1.2", tmp_path)).courses
        return plan_for(plugin, courses, nonce)

    return make


@pytest.fixture
def apply(plugin: Any) -> Any:
    return lambda plan, loss=False: Applier(plugin, Path()).apply(plan, loss)


def results(applied: Any) -> list[str]:
    return [step.result for step in applied.steps]


def test_first_everything_then_nothing(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    package = zips.ours()
    first = plan(package)
    applied = apply(first)
    assert results(applied) == ["done", "done"]
    assert applied.sent == package.stat().st_size
    again = plan(package)
    assert not again.changes
    assert plan_summary(again) == "2 unchanged"
    plugin.calls.clear()
    once_more = apply(first)
    assert results(once_more) == ["already", "already"]
    assert once_more.sent == 0
    assert plugin.calls == ["get_courses"]


def test_the_same_step_sent_twice_is_done_once(plan: Any, plugin: Any, zips: Any) -> None:
    made = plan(zips.ours())
    runner = Applier(plugin, Path())
    assert results(runner.apply(made)) == ["done", "done"]
    answers = runner._batch(made, made.work, accept_loss=False)
    assert [(answer.outcome, answer.repeated) for answer in answers] == [("done", True)] * 2
    assert plugin.things["activity", KEY]["revision"] == 1


def test_two_plans_of_the_same_change_are_told_apart(plan: Any, zips: Any) -> None:
    package = zips.ours()
    one, two = plan(package), plan(package, nonce="f" * 32)
    ids = [[p.requestid(step) for step in p.work] for p in (one, two)]
    assert len({*ids[0], *ids[1]}) == 4
    assert ids[0] == [one.requestid(step) for step in plan(package).work]


def test_after_a_cut_the_same_plan_goes_on(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    inputs = [f"c{n}={zips.foreign(f'Course {n}')}" for n in range(30)]
    made = plan(*inputs)
    plugin.cut_after = 41
    with pytest.raises(RemoteError):
        apply(made)
    assert 0 < len(plugin.things) < 60
    plugin.cut_after = None
    applied = apply(made)
    assert set(results(applied)) == {"already", "done"}
    assert len(plugin.things) == 60
    assert all(thing["revision"] == 1 for thing in plugin.things.values())
    assert not plan(*inputs).changes


def test_after_a_cut_a_new_plan_converges(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    package = zips.ours()
    plugin.cut_after = 1
    with pytest.raises(RemoteError):
        apply(plan(package))
    plugin.cut_after = None
    made = plan(package, nonce="e" * 32)
    assert [(step.action, step.kind) for step in made.work] == [("create", "activity")]
    applied = apply(made)
    assert results(applied) == ["done"]
    assert applied.sent == 0  # the upload was there already


def test_a_stale_plan_is_refused_before_anything_is_sent(
    plan: Any, apply: Any, plugin: Any, zips: Any
) -> None:
    apply(plan(zips.ours(text="one")))
    stale = plan(zips.ours(text="two"))
    plugin.edit("activity", KEY, visible=False)
    plugin.calls.clear()
    with pytest.raises(Refused) as caught:
        apply(stale)
    assert (caught.value.code, caught.value.detail) == ("stale", "state")
    assert plugin.calls == ["get_courses"]


def test_a_plan_made_before_another_one_was_applied_is_stale(
    plan: Any, apply: Any, zips: Any
) -> None:
    apply(plan(zips.ours(text="one")))
    mine, theirs = plan(zips.ours(text="mine")), plan(zips.ours(text="theirs"))
    apply(theirs)
    with pytest.raises(Refused) as caught:
        apply(mine)
    assert caught.value.detail == "revision"


def test_what_changes_between_look_and_apply_is_seen_by_the_server(
    plan: Any, plugin: Any, zips: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = Applier(plugin, Path())
    runner.apply(plan(zips.ours(text="one")))
    made = plan(zips.ours(text="two"))
    send = plugin.apply

    def late(steps: Any, site: str) -> Any:
        plugin.edit("activity", KEY, visible=False)
        return send(steps, site)

    monkeypatch.setattr(plugin, "apply", late)
    applied = runner.apply(made)
    (failed,) = applied.failed
    assert (failed.code, failed.result) == ("stale", "failed")
    assert "plan again" in failed.message
    assert any("failed" in line for line in applied_lines(applied))


def test_tracks_that_came_meanwhile_make_a_safe_plan_stale(
    plan: Any, apply: Any, plugin: Any, zips: Any
) -> None:
    apply(plan(zips.foreign(), zips.ours(text="one")))
    made = plan(f"apl/course@ro={zips.foreign(items=('other',))}")
    assert made.steps[1].verdict.reasons == ("no-tracks",)
    plugin.learn(KEY)
    applied = apply(made)
    assert [step.code for step in applied.failed] == ["wouldlose"]


def test_lost_tracks_need_a_word(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    apply(plan(zips.ours(items=("course-apl", "extra"))))
    plugin.learn(KEY)
    made = plan(zips.ours(items=("extra",)))
    assert made.steps[1].verdict.word == "would-lose"
    assert any("loses course-apl: 40 tracks of 3 learners" in line for line in plan_lines(made))
    plugin.calls.clear()
    with pytest.raises(Refused) as caught:
        apply(made)
    assert (caught.value.code, caught.value.detail) == ("wouldlose", "course-apl")
    assert plugin.calls == []
    assert results(apply(made, True)) == ["done"]


def test_another_version_of_scorm_is_never_done(
    plan: Any, apply: Any, plugin: Any, zips: Any
) -> None:
    apply(plan(zips.ours()))
    plugin.learn(KEY)
    made = plan(zips.ours(version="2004 3rd Edition"))
    with pytest.raises(Refused) as caught:
        apply(made, True)
    assert caught.value.code == "versionchange"


def test_the_rest_is_not_done_after_a_failure(
    plan: Any, apply: Any, plugin: Any, zips: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = plan(f"a={zips.foreign('a')}", f"b={zips.foreign('b')}")
    act = plugin._apply

    def refuse(step: Any) -> Any:
        if step.key == "a/course":
            raise plugin.refused("badpackage", "path")
        return act(step)

    monkeypatch.setattr(plugin, "_apply", refuse)
    applied = apply(made)
    assert results(applied) == ["done", "failed", "notrun", "notrun"]
    assert "1 failed" in applied_summary(applied)
    monkeypatch.undo()
    assert results(apply(made)) == ["already", "done", "done", "done"]


def test_a_plan_with_problems_is_refused_whole(
    plan: Any, apply: Any, plugin: Any, zips: Any
) -> None:
    plugin.others[12] = "a"
    made = plan(f"a={zips.foreign('a')}", f"b={zips.foreign('b')}")
    with pytest.raises(Refused):
        apply(made)
    assert plugin.things == {}


def test_a_plan_in_a_file_is_the_same_plan(
    plan: Any, plugin: Any, zips: Any, tmp_path: Path
) -> None:
    made = plan(zips.ours())
    path = tmp_path / "plans" / "plan.json"
    path.parent.mkdir()
    path.write_text(plan_text(placed(made, path.parent)))
    read = read_plan(path)
    assert read == placed(made, path.parent)
    assert results(Applier(plugin, path.parent).apply(read)) == ["done", "done"]


def test_a_package_that_was_changed_is_refused(
    plan: Any, apply: Any, plugin: Any, zips: Any
) -> None:
    package = zips.ours()
    made = plan(package)
    package.write_bytes(package.read_bytes() + b"x")
    plugin.calls.clear()
    with pytest.raises(SourceProblems) as caught:
        apply(made)
    assert [problem.code for problem in caught.value.problems] == ["SK4103"]
    package.unlink()
    with pytest.raises(SourceProblems):
        apply(made)
    assert plugin.calls == []


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"plan": 2}', "\0"])
def test_what_is_no_plan_is_a_problem(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text)
    with pytest.raises(SourceProblems) as caught:
        read_plan(path)
    assert [problem.code for problem in caught.value.problems] == ["SK4102"]


def test_a_plan_holds_no_word_of_a_learner(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    apply(plan(zips.ours(text="one")))
    plugin.learn(KEY)
    plugin.things["activity", KEY]["names"] = ["Ana Rusu"]
    made = plan(zips.ours(text="two"))
    assert made.steps[1].verdict.learners == 3
    assert "Ana" not in plan_text(made)


def test_what_differs_afterwards_is_told(
    plan: Any, apply: Any, plugin: Any, zips: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = plugin.apply

    def forgetful(steps: Any, site: str) -> Any:
        answers = send(steps, site)
        plugin.edit("activity", KEY, name="Moodle's own idea")
        return answers

    monkeypatch.setattr(plugin, "apply", forgetful)
    applied = apply(plan(zips.ours()))
    assert [(step.key, step.wrong) for step in applied.failed] == [(KEY, ("name",))]


def test_rollback_brings_the_bytes_and_the_settings_back_through_a_plan(
    plan: Any, apply: Any, plugin: Any, zips: Any
) -> None:
    one = zips.ours(pages=QUESTIONS)
    apply(plan(one))
    first = plugin.things["activity", KEY]["package"]
    plugin.learn(KEY)
    two = zips.ours(pages=(*QUESTIONS, ("p2", ())), layouts=("l1", "l2"))
    apply(plan(two))
    made = plan_rollback(plugin, "apl", 0, NONCE)
    (step,) = made.work
    assert (step.action, step.to, step.verdict.word) == ("rollback", 1, "migrates")
    assert "back to revision 1" in " ".join(plan_lines(made))
    assert results(apply(made)) == ["done"]
    assert plugin.things["activity", KEY]["package"].sha256 == first.sha256
    assert plugin.things["activity", KEY]["revision"] == 3
    assert plugin.things["activity", KEY]["tracks"] == 40
    assert results(apply(made)) == ["already"]


def test_rollback_to_nothing_that_is_kept(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    apply(plan(zips.ours()))
    with pytest.raises(Refused, match="there is: 1"):
        plan_rollback(plugin, KEY, 7, NONCE)
    with pytest.raises(Refused, match="another package"):
        plan_rollback(plugin, KEY, 0, NONCE)
    with pytest.raises(Refused):
        plan_rollback(plugin, "other", 0, NONCE)


def test_adopting_gives_a_course_its_key_and_changes_nothing(apply: Any, plugin: Any) -> None:
    plugin.others[12] = "old"
    made = plan_adoption(plugin, "apl", Target(12), NONCE)
    assert results(apply(made)) == ["done"]
    assert plugin.things["course", "apl"]["settings"] == {"fullname": "Of another hand"}
    with pytest.raises(Refused) as caught:
        plan_adoption(plugin, "apl", Target(12), NONCE)
    assert caught.value.code == "keytaken"


def test_status_tells_what_a_hand_changed(plan: Any, apply: Any, plugin: Any, zips: Any) -> None:
    apply(plan(zips.ours()))
    questions = [CourseQuestion(key="apl"), CourseQuestion(key="nothing")]
    there, missing = statuses(plugin.get_courses(questions))
    assert not there.drifted
    assert missing.drifted
    plugin.edit("activity", KEY, name="Renamed")
    (there, _) = statuses(plugin.get_courses(questions))
    activity = there.items[1]
    assert (activity.key, activity.drift, activity.settings) == (KEY, ("settings",), ("name",))


def test_requests_hold_a_bounded_number_of_steps(plan: Any, zips: Any) -> None:
    made = plan(*(f"c{n}={zips.foreign(str(n))}" for n in range(40)))
    sizes = [len(batch) for batch in batches(made.work)]
    assert sum(sizes) == 80
    assert max(sizes) == MOST_STEPS
