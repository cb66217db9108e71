"""The LRS alone: its door, its credentials, its command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner
from werkzeug.test import Client

from scormkit.cli.app import app
from scormkit.lrs.access import Credentials
from scormkit.lrs.app import Lrs
from scormkit.lrs.login import Login
from scormkit.lrs.serve import Desk
from scormkit.lrs.serving import Door
from scormkit.lrs.storage.statements import keep

HERE = "http://127.0.0.1:8766"
FRIEND = "http://localhost:3000"
HEADERS = {"Authorization": "Basic a2V5OnNlY3JldA==", "X-Experience-API-Version": "1.0.3"}


@pytest.fixture
def desk(database) -> Client:
    lrs = Lrs(database, Credentials("key", "secret", {"mbox": "mailto:a@example.org"}))
    return Client(Desk(lrs, Door("127.0.0.1", 8766, (FRIEND,))))


def test_only_pages_of_this_machine_may_ask(desk: Client) -> None:
    def ask(base: str = HERE, **headers: str) -> int:
        return desk.get("/xapi/statements", base_url=base, headers=HEADERS | headers).status_code

    assert ask() == 200
    assert ask(base="http://attacker.example:8766") == 403
    assert ask(Origin="https://attacker.example") == 403
    assert ask(Origin="null") == 403
    assert ask(Origin=FRIEND) == 200
    assert ask(Authorization="") == 401


def test_a_friend_may_read_the_answer_and_ask_before(desk: Client) -> None:
    origin = {"Origin": FRIEND}
    before = desk.options("/xapi/statements", base_url=HERE, headers=origin)
    assert before.status_code == 204
    assert "Authorization" in before.headers["Access-Control-Allow-Headers"]
    answer = desk.get("/xapi/about", base_url=HERE, headers=origin)
    assert answer.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in desk.get("/xapi/about", base_url=HERE).headers


def test_the_address_of_more_is_below_the_endpoint(desk: Client, statement) -> None:
    made = [statement(), statement()]
    sent = desk.post("/xapi/statements", base_url=HERE, headers=HEADERS, json=made)
    assert sent.status_code == 200
    more = desk.get("/xapi/statements?limit=1", base_url=HERE, headers=HEADERS).json["more"]
    assert more.startswith("/xapi/statements/more?")
    rest = desk.get(more, base_url=HERE, headers=HEADERS).json["statements"]
    assert [one["id"] for one in rest] == [made[0]["id"]]


def run(*arguments: object, code: int = 0, **environment: str):
    result = CliRunner(env=environment).invoke(app, ["lrs", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_it_serves_shows_new_credentials_once_and_ends(tmp_path: Path) -> None:
    data = tmp_path / "lrs.sqlite"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SCORMKIT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "scormkit", "lrs", "--port", "0", "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        restore_signals=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    endpoint = process.stdout.readline().strip()
    key, secret = (process.stderr.readline().split()[1] for _ in range(2))
    version = {"X-Experience-API-Version": "1.0.3"}
    url = f"{endpoint}statements"
    assert requests.get(url, headers=version, auth=(key, secret), timeout=5).status_code == 200
    assert requests.get(url, headers=version, auth=(key, "no"), timeout=5).status_code == 401
    process.send_signal(signal.SIGTERM)
    rest, said = process.communicate(timeout=10)
    assert process.returncode in {0, 130}
    assert secret not in rest + said


def test_what_it_refuses(tmp_path: Path) -> None:
    data = ("--data", tmp_path / "lrs.sqlite")
    assert "this machine only" in run("--host", "0.0.0.0", *data, code=1).stderr
    half = run(*data, code=1, SCORMKIT_LRS_KEY="k")
    assert "go together" in half.stderr


def test_forward_by_command(served, database, statement, tmp_path: Path) -> None:
    url, _ = served
    keep(database, [statement(), statement()], [], {"mbox": "mailto:lrs@example.org"})
    to = ("forward", "--to", url, "--data", database.path)
    login = {"SCORMKIT_LRS_TO_KEY": "key", "SCORMKIT_LRS_TO_SECRET": "secret"}
    assert "2 statements copied, 0 refused" in run(*to, **login).stdout
    assert "0 statements copied" in run(*to, **login).stdout
    assert "SCORMKIT_LRS_TO_KEY" in run(*to, code=1).stderr
    missing = ("forward", "--to", url, "--data", tmp_path / "none.sqlite")
    assert "no such file" in run(*missing, code=1, **login).stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_a_login_never_shows_its_secret() -> None:
    login = Login("key", "hunter2")
    assert "hunter2" not in f"{login} {login!r}"
    with pytest.raises(TypeError):
        login.__reduce__()


def test_results_of_an_lrs_by_its_address(served, statement, tmp_path: Path) -> None:
    url, other = served
    keep(other, [statement()], [], {"mbox": "mailto:lrs@example.org"})
    environment = {"SCORMKIT_LRS_KEY": "key", "SCORMKIT_LRS_SECRET": "secret"}
    arguments = ["results", "--from", url, "-o", str(tmp_path / "report")]
    result = CliRunner(env=environment).invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "1 course, 1 learner" in result.stderr
    wrong = environment | {"SCORMKIT_LRS_SECRET": "no"}
    refused = CliRunner(env=wrong).invoke(app, arguments)
    assert refused.exit_code == 1
    assert "401" in refused.stderr
