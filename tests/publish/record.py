"""Record what a real Moodle with the plugin answers, for the fast tests.

    SCORMKIT_TEST_MOODLE=…/moodle python tests/publish/record.py

installs a Moodle as tests/live does, plays the scenarios of recordings.py against it, and
writes recorded/*.json. No token is written.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from scormkit.publish.form import Value, form_of
from scormkit.publish.http import WebService
from scormkit.publish.patience import Patience
from scormkit.publish.secrets import Token

HERE = Path(__file__).parent
LIVE = HERE.parent / "live" / "moodle"
RECORDED = HERE / "recorded"


def load(path: Path) -> ModuleType:
    """Import a helper by its path: tests/ is no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class RecordingWeb(WebService):
    """Keeps each call's form, without the token, and the body of the answer."""

    def __init__(self, url: str, token: Token) -> None:
        super().__init__(url, token, Patience(pauses=(), busy=()))
        self.exchanges: list[dict[str, Any]] = []

    def call(self, function: str, parameters: Mapping[str, Value]) -> Any:
        self.exchanges.append({"function": function, "form": form_of(parameters)})
        return super().call(function, parameters)

    def _answer(self, body: bytes, function: str) -> Any:
        self.exchanges[-1]["answer"] = json.loads(body)
        return super()._answer(body, function)


class Stage:
    """A Moodle, and how to do things in it that no web service does: ``act``."""

    def __init__(self, site: Any) -> None:
        self.url, self.act = site.url, site.plugin

    def web(self, token: str) -> RecordingWeb:
        """Return a way to the site that keeps what goes over it."""
        return RecordingWeb(self.url, Token(token))


def write(name: str, exchanges: list[dict[str, Any]], url: str) -> None:
    """Write exchanges; the port of the test site, another each time, becomes a fixed one."""
    text = json.dumps(exchanges, ensure_ascii=False, indent=1)
    text = text.replace(url, "http://127.0.0.1:8000").replace(
        url.replace("/", "\\/"), "http:\\/\\/127.0.0.1:8000"
    )
    RECORDED.mkdir(exist_ok=True)
    (RECORDED / f"{name}.json").write_text(text + "\n", "utf-8")
    print(f"{name}: {len(exchanges)} answers")  # noqa: T201


def record(stage: Stage) -> None:
    """Play every scenario, each with users and courses of its own."""
    scenarios: dict[str, Callable[[Stage], list[dict[str, Any]]]] = load(
        HERE / "recordings.py"
    ).SCENARIOS
    for name, scenario in scenarios.items():
        write(name, scenario(stage), stage.url)


def main() -> None:
    """Record against a fresh site."""
    checkout = Path(os.environ["SCORMKIT_TEST_MOODLE"])
    postgres, site = load(LIVE / "postgres.py"), load(LIVE / "site.py")
    database = postgres.Postgres()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = site.MoodleSite(checkout, Path(folder), database.config, postgres.free_port())
        try:
            record(Stage(made))
        finally:
            made.stop()
            database.stop()


if __name__ == "__main__":
    main()
