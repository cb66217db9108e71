"""The commands that publish: what they print, what they ask, how they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scormkit.cli import publishing
from scormkit.cli.app import app
from scormkit.publish.steps import CourseQuestion

KEY = "apl/course@ro"
Run = Callable[..., Result]


@pytest.fixture
def run(plugin: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(publishing, "service_for", lambda _name: plugin)

    def invoke(*arguments: object, code: int = 0, typed: str | None = None) -> Result:
        result = CliRunner().invoke(app, list(map(str, arguments)), input=typed)
        assert result.exit_code == code, (result.output, result.exception)
        return result

    return invoke


def test_a_plan_is_a_table_and_a_summary(run: Run, zips: Any) -> None:
    result = run("plan", zips.ours(), "--to", "test")
    assert result.stdout.splitlines() == [
        "create    course   apl            new",
        "create    activity apl/course@ro  new",
    ]
    assert result.stderr.splitlines()[-1] == "test: 2 to create"


def test_the_exit_code_tells_of_changes_only_where_asked(run: Run, zips: Any) -> None:
    package = zips.ours()
    run("plan", package)
    run("plan", package, "--exit-code", code=3)
    run("publish", package, "--yes")
    run("plan", package, "--exit-code")
    assert run("plan", package).stdout == ""


def test_publish_asks_and_needs_somebody_to_ask(
    run: Run, plugin: Any, zips: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("publish", zips.ours(), code=2)
    monkeypatch.setattr(
        publishing, "sys", type("Terminal", (), {"stdin": type("I", (), {"isatty": lambda: True})})
    )
    run("publish", zips.ours(), typed="n\n")
    assert plugin.things == {}
    run("publish", zips.ours(), typed="y\n")
    assert len(plugin.things) == 2


def test_a_dry_run_changes_nothing(run: Run, plugin: Any, zips: Any) -> None:
    result = run("publish", zips.ours(), "--dry-run")
    assert "apl/course@ro" in result.stdout
    assert plugin.things == {}
    run("plan", zips.ours(), "-o", "plan.json")
    run("apply", "--dry-run")
    assert plugin.things == {}


def test_json_and_a_report_say_the_same(run: Run, zips: Any) -> None:
    result = run("publish", zips.ours(), "--yes", "--json", "--report", "report.json")
    said = json.loads(result.stdout)
    assert said == json.loads(Path("report.json").read_text())
    assert [step["result"] for step in said["applied"]["steps"]] == ["done", "done"]
    assert said["plan"]["site"]["id"] == "9f2c41aa01b6d3e7"
    assert said["problems"] == [] or {p["severity"] for p in said["problems"]} == {"warning"}


def test_a_plan_is_kept_and_applied_later(run: Run, plugin: Any, zips: Any) -> None:
    result = run("plan", zips.ours(), "-o", "plan.json")
    assert "apply it with `scormkit apply plan.json`" in result.stderr
    result = run("apply")
    assert "2 done" in result.stderr
    assert "2 done before; 0 bytes sent" in run("apply").stderr
    assert plugin.things["activity", KEY]["revision"] == 1


def test_a_loss_is_refused_and_said(run: Run, plugin: Any, zips: Any) -> None:
    run("publish", zips.ours(items=("course-apl", "extra")), "--yes")
    plugin.learn(KEY)
    lacking = zips.ours(items=("extra",))
    result = run("plan", lacking, code=1)
    assert "WOULD LOSE TRACKS" in result.stdout
    assert "loses course-apl: 40 tracks of 3 learners" in result.stdout
    result = run("publish", lacking, "--yes", code=1)
    assert "--accept-loss" in result.stderr
    assert plugin.things["activity", KEY]["revision"] == 1
    run("plan", lacking, "--accept-loss")
    run("publish", lacking, "--yes", "--accept-loss")
    assert plugin.things["activity", KEY]["revision"] == 2


def test_a_failed_step_ends_with_one_and_says_why(
    run: Run, plugin: Any, zips: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(step: Any) -> Any:
        raise plugin.refused("nocapability", "moodle/course:create")

    monkeypatch.setattr(plugin, "_apply", refuse)
    result = run("publish", zips.ours(), "--yes", code=1)
    assert "failed    apl: " in result.stdout
    assert "moodle/course:create" in result.stdout
    assert "not done  apl/course@ro" in result.stdout


def test_a_cut_line_ends_with_four(run: Run, plugin: Any, zips: Any) -> None:
    plugin.cut_after = 1
    package = zips.ours()
    run("publish", package, "--yes", code=4)
    plugin.cut_after = None
    run("publish", package, "--yes")
    run("plan", package, "--exit-code")


def test_status_tells_drift(run: Run, plugin: Any, zips: Any) -> None:
    package = zips.ours()
    assert "apl: not published" in run("status", package).stdout
    run("status", "apl", "--exit-code", code=3)
    run("publish", package, "--yes")
    run("status", "apl", "--exit-code")
    plugin.edit("activity", KEY, name="Renamed")
    result = run("status", KEY, "--exit-code", code=3)
    assert "CHANGED IN MOODLE: settings (name)" in result.stdout
    courses = json.loads(run("status", "apl", "--json").stdout)["courses"]
    assert courses[0]["items"][1]["settings"] == ["name"]
    run("status", code=1)  # scormkit.toml lists no course


def test_rollback_shows_its_plan_and_does_it(run: Run, plugin: Any, zips: Any) -> None:
    run("publish", zips.ours(text="one"), "--yes")
    run("publish", zips.ours(text="two"), "--yes")
    result = run("rollback", "apl", "--dry-run")
    assert "roll back activity apl/course@ro" in " ".join(result.stdout.split())
    run("rollback", "apl", code=2)
    run("rollback", KEY, "--to", 1, "--yes")
    assert plugin.things["activity", KEY]["revision"] == 3
    run("rollback", KEY, "--to", 9, "--yes", code=1)


def test_adopt_wants_to_know_what(run: Run, plugin: Any) -> None:
    plugin.others[12] = "old"
    run("adopt", "apl", "--course", 12, "--cm", 3, code=2)
    run("adopt", KEY, "--course", 12, code=2)
    run("adopt", KEY, "--course", 12, "--cm", 3, "--section", 1, code=2)
    run("adopt", "no key", "--course", 12, code=1)
    result = run("adopt", "apl", "--course", 12, "--dry-run")
    assert "gets this key; nothing in Moodle changes" in result.stdout
    assert plugin.things == {}
    run("adopt", "apl", "--course", 12)
    (state,) = plugin.get_courses([CourseQuestion(key="apl")])
    assert state.managed


def test_languages_and_tools_together(run: Run, plugin: Any, zips: Any) -> None:
    run(
        "publish", zips.ours(lang="ro"), zips.ours(lang="ru"), f"apl/aid={zips.foreign()}",
        "--yes",
    )  # fmt: skip
    keys = {key for kind, key in plugin.things if kind == "activity"}
    assert keys == {KEY, "apl/course@ru", "apl/aid"}


def test_several_scos_in_a_zip_are_a_warning(run: Run, zips: Any) -> None:
    result = run("plan", zips.foreign(items=("A", "B")))
    assert "SK4101" in result.stderr
