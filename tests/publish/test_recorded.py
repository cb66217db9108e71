"""The client against what a real Moodle with the plugin answered; see record.py."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scormkit.errors import Refused
from scormkit.publish.doctor import examine
from scormkit.publish.http import WebService
from scormkit.publish.remedies import refusal
from scormkit.publish.secrets import Token
from scormkit.publish.sites import Site

HERE = Path(__file__).parent
NAMES = ["site", "reader", "stranger", "rightless", "life"]
TOKEN = "f" * 32


def recorded(name: str) -> list[dict[str, Any]]:
    exchanges: list[dict[str, Any]] = json.loads(
        (HERE / "recorded" / f"{name}.json").read_text("utf-8")
    )
    return exchanges


def answers(name: str, function: str) -> list[Any]:
    """Return a function's recorded answers, in order."""
    return [
        one["answer"] for one in recorded(name) if one["function"] == f"local_scormkit_{function}"
    ]


@pytest.fixture(scope="session")
def scenarios() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recordings", HERE / "recordings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class Replay:
    """Stands for the stage of record.py: a Moodle that only repeats itself."""

    def __init__(self, url: str, patience: Any) -> None:
        self.url, self._patience = url, patience
        self.webs: list[WebService] = []

    def act(self, *_: Any, **__: Any) -> dict[str, Any]:
        return {"id": 1, "token": TOKEN, "error": ""}

    def web(self, token: str) -> WebService:
        made = WebService(self.url, Token(token), self._patience)
        made.exchanges = []  # type: ignore[attr-defined]
        self.webs.append(made)
        return made


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_goes_as_it_went(
    name: str, scenarios: Any, server: Any, faults: Any, patience: Any
) -> None:
    exchanges = recorded(name)
    server.answers = [faults.replay(exchanges)]
    stage = Replay(server.url, patience)
    scenarios.SCENARIOS[name](stage)
    assert len(server.forms) == len(exchanges)
    for web in stage.webs:
        web.close()


def test_the_doctor_finds_the_real_site_well(
    server: Any, faults: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORMKIT_TOKEN_TEST", TOKEN)
    server.answers = [faults.replay(recorded("site"))]
    report = examine(Site(name="test", url=server.url))
    assert report.healthy, report
    assert {one.name: one.health for one in report.checks}["capabilities"] == "good"


def test_the_doctor_names_the_capability_that_is_missing(
    scenarios: Any, server: Any, faults: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORMKIT_TOKEN_TEST", TOKEN)
    for answer, capability in zip(answers("rightless", "get_site"), scenarios.MISSING, strict=True):
        server.answers = [faults.refusal("invalidrecord"), answer]
        report = examine(Site(name="test", url=server.url))
        checks = [one for one in report.checks if "capabilities" in one.name]
        wrong = [one for one in checks if one.health in {"bad", "advice"}]
        assert len(wrong) == 1
        assert re.findall(r"[a-z]+/[a-z]+:[a-z]+", wrong[0].found) == [capability]
        assert report.healthy == (capability == "moodle/course:create")


def test_a_token_that_reads_is_known_as_such(
    server: Any, faults: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORMKIT_TOKEN_TEST", TOKEN)
    server.answers = [faults.refusal("invalidrecord"), answers("reader", "get_site")[0]]
    report = examine(Site(name="test", url=server.url))
    assert report.healthy, report
    assert any("only reads" in one.found for one in report.checks)


def test_each_refusal_of_a_step_names_what_is_missing(scenarios: Any) -> None:
    said = []
    for exchange in recorded("rightless"):
        answer = exchange["answer"]
        if isinstance(answer, dict) and "exception" in answer:
            said.append(refusal(answer["errorcode"], answer["message"]))
        elif exchange["function"] == "local_scormkit_apply":
            said += [
                refusal(one["error"]["code"], one["error"]["message"], one["error"]["detail"])
                for one in answer
                if one["outcome"] == "failed"
            ]
    assert len(said) == len(scenarios.MISSING)
    for error, capability in zip(said, scenarios.MISSING, strict=True):
        assert isinstance(error, Refused)
        assert capability in str(error)


def test_the_life_of_an_activity_has_every_word_it_should() -> None:
    verdicts = [answer["word"] for answer in answers("life", "preview")]
    assert verdicts == ["would-lose", "new-attempt", "new-attempt"]
    outcomes = [
        [(one["outcome"], one["error"]["code"], one["repeated"]) for one in answer]
        for answer in answers("life", "apply")
    ]
    assert outcomes == [
        [("done", "", False)] * 3,
        [("failed", "wouldlose", False)],
        [("done", "", False)],
        [("done", "", True)],
        [("failed", "stale", False)],
    ]


def test_no_recording_holds_a_token_or_a_person() -> None:
    for name in NAMES:
        text = (HERE / "recorded" / f"{name}.json").read_text("utf-8")
        assert "wstoken" not in text
        assert not re.search(r"learner\d|example\.invalid|userid|firstname", text)
