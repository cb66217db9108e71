"""The doctor: each thing that is missing, and what to do about it."""

from __future__ import annotations

import json
import socket
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scormkit.publish.doctor import examine
from scormkit.publish.doctor_check import Report
from scormkit.publish.doctor_limits import limits
from scormkit.publish.doctor_network import network
from scormkit.publish.doctor_site import expiry, facts
from scormkit.publish.site_state import SiteState
from scormkit.publish.sites import Site

TOKEN = "0123456789abcdef0123456789abcdef"
NOW = 1_795_300_000.0
FUNCTIONS = ["adopt", "apply", "get_courses", "get_history", "get_site", "preview", "remove",
             "rollback", "upload"]  # fmt: skip
CAPABILITIES = ["local/scormkit:read", "local/scormkit:publish", "mod/scorm:addinstance"]


def answer(**changes: Any) -> dict[str, Any]:
    """Return get_site's answer as the reference documents it, with changes."""
    made: dict[str, Any] = {
        "plugin": {"version": 2026112200, "release": "1.0.0", "api": 1},
        "site": "9f2c41aa01b6d3e7", "url": "https://moodle.example.org",
        "moodle": {"version": "2024100706", "release": "4.5.6", "branch": "405"},
        "php": "8.2.36", "database": "postgres", "https": True, "debug": False,
        "limits": {"chunk": 4194304, "package": 536870912, "post": 8388608, "memory": 134217728,
                   "entries": 20000, "expanded": 2147483648, "time": 30},
        "scorm": {"enabled": True, "allowtypelocalsync": False, "scormstandard": False,
                  "maxattempt": 0, "tracks": "4.3"},
        "completion": True, "availability": True, "recyclebin": True,
        "context": {"categoryid": 1, "courseid": 0, "exists": True},
        "capabilities": [{"name": n, "held": True, "where": "category"} for n in CAPABILITIES],
        "functions": [{"name": f"local_scormkit_{n}", "callable": True} for n in FUNCTIONS],
        "token": {"service": "local_scormkit", "iprestricted": True,
                  "validuntil": int(NOW) + 90 * 86400, "siteadmin": False},
        "languages": ["en"], "formats": ["topics"], "applying": 0, "cron": int(NOW) - 60,
    }  # fmt: skip
    for path, value in changes.items():
        place = made
        *outer, last = path.split("__")
        for key in outer:
            place = place[key]
        place[last] = value
    return made


def found(**changes: Any) -> dict[str, tuple[str, str]]:
    """Return each check's health, and its words and remedies together."""
    state = SiteState.model_validate(answer(**changes))
    checks = [*facts(state, NOW), *limits(state, ()), *expiry(state, NOW)]
    return {one.name: (one.health, " ".join([one.found, *one.remedies])) for one in checks}


def test_a_site_with_all_it_needs() -> None:
    assert {name for name, (health, _) in found().items() if health != "good"} == {"two tokens"}


def without(*names: str) -> list[dict[str, Any]]:
    return [{"name": f"local_scormkit_{n}", "callable": n not in names} for n in FUNCTIONS]


@pytest.mark.parametrize(
    ("changes", "name", "health", "said"),
    [
        ({"plugin__api": 0}, "versions", "bad", "scormkit moodle-plugin -o ."),
        ({"plugin__api": 2}, "versions", "bad", "Update scormkit"),
        ({"plugin__release": "0.9"}, "versions", "advice", "0.9"),
        ({"moodle__branch": "401"}, "versions", "bad", "too old"),
        ({"moodle__branch": "501"}, "Moodle", "advice", "a copy of the site first"),
        ({"functions": without("apply")}, "functions", "bad", "local_scormkit_apply"),
        ({"functions": without("get_courses")}, "functions", "bad", "Add functions"),
        ({"context__exists": False}, "capabilities", "bad", "category 1"),
        ({"scorm__enabled": False}, "SCORM", "bad", "Manage activities"),
        ({"completion": False}, "features", "advice", "--name=enablecompletion --set=1"),
        ({"availability": False}, "features", "advice", "--name=enableavailability --set=1"),
        ({"scorm__scormstandard": True}, "SCORM standard", "advice", "--name=scormstandard"),
        ({"recyclebin": False}, "recycle bin", "advice", "--name=coursebinenable"),
        ({"debug": True}, "debugging", "advice", "Development"),
        ({"applying": 2}, "unfinished", "advice", "2 changes"),
        ({"cron": 0}, "scheduled tasks", "advice", "never"),
        ({"cron": int(NOW) - 3 * 86400}, "scheduled tasks", "advice", "admin/cli/cron.php"),
        ({"https": False}, "HTTPS", "advice", "wwwroot"),
        ({"limits__post": 5_000_000}, "requests", "bad", "post_max_size"),
        ({"limits__package": 2_000_000}, "package size", "advice", "upload_max_filesize"),
        ({"token__siteadmin": True}, "token's user", "advice", "a role limited to a category"),
        ({"token__iprestricted": False}, "IP restriction", "advice", "IP restriction"),
        ({"token__validuntil": 0}, "expiry", "advice", "Valid until"),
        ({"token__validuntil": int(NOW) + 86400}, "expiry", "advice", "in 1 days"),
    ],
)  # fmt: skip
def test_each_thing_that_is_missing(
    changes: dict[str, Any], name: str, health: str, said: str
) -> None:
    what, words = found(**changes)[name]
    assert what == health
    assert said in words


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_each_capability_that_is_missing_is_named(capability: str) -> None:
    held = [{"name": n, "held": n != capability, "where": "category"} for n in CAPABILITIES]
    health, words = found(capabilities=held)["capabilities"]
    assert health == "bad"
    assert words.count(capability) == 2
    assert not any(other in words for other in CAPABILITIES if other != capability)


def test_a_token_that_only_reads_needs_less() -> None:
    reading = without("adopt", "apply", "remove", "rollback", "upload")
    held = [{"name": n, "held": n.endswith(":read"), "where": "category"} for n in CAPABILITIES]
    seen = found(functions=reading, capabilities=held)
    assert {health for health, _ in seen.values()} == {"good"}


def test_packages_are_held_against_the_limits(tmp_path: Path) -> None:
    fits, large, broken = tmp_path / "fits.zip", tmp_path / "large.zip", tmp_path / "broken.zip"
    with zipfile.ZipFile(fits, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
    with zipfile.ZipFile(large, "w") as archive:
        for number in range(30):
            archive.writestr(f"{number}.html", "x" * 1000)
    broken.write_bytes(b"PK")
    state = SiteState.model_validate(answer(limits__entries=20))
    seen = {one.name: one.health for one in limits(state, [fits, large, broken])}
    assert seen == {"fits.zip": "good", "large.zip": "bad", "broken.zip": "bad"}
    state = SiteState.model_validate(answer(limits__package=50))
    assert [one.health for one in limits(state, [fits])] == ["bad"]


def test_nobody_listens_and_nobody_knows_the_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    checks = network(f"http://127.0.0.1:{port}")
    assert [(one.name, one.health) for one in checks] == [("name", "good"), ("connection", "bad")]
    (name,) = network("https://moodle.invalid")
    assert (name.name, name.health) == ("name", "bad")


@pytest.fixture
def site(server: Any, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setenv("SCORMKIT_TOKEN_TEST", TOKEN)
    return Site(name="test", url=server.url)


def health(report: Report) -> dict[str, str]:
    return {one.name: one.health for one in report.checks}


def words(report: Report, name: str) -> str:
    (check,) = [one for one in report.checks if one.name == name]
    return " ".join([check.found, *check.remedies])


def test_the_whole_examination(site: Site, server: Any, faults: Any) -> None:
    server.answers = [faults.refusal("invalidrecord"), answer(cron=4_000_000_000)]
    report = examine(site)
    assert report.healthy
    assert report.reachable
    assert health(report)["plugin"] == "good"
    assert [form["wsfunction"] for form in server.forms] == [
        "local_scormkit_no_such_function",
        "local_scormkit_get_site",
    ]


@pytest.mark.parametrize(
    ("answers", "name", "said"),
    [
        (["403"], "web services", "--name=webserviceprotocols --set=rest"),
        (["404"], "web services", "no Moodle at this address"),
        (["401"], "web services", "login of its own"),
        (["302"], "web services", "elsewhere.example.org"),
        (["invalidtoken"], "token", "Create token"),
        (["accessexception"], "token", "webservice/rest:use"),
        (["sitepolicynotagreed"], "token", "site policy"),
        (["invalidrecord", "invalidrecord"], "plugin", "scormkit moodle-plugin -o ."),
        (["invalidrecord", "accessexception"], "plugin", "Authorised users only"),
    ],
)
def test_each_thing_in_the_way(
    site: Site, server: Any, faults: Any, *, answers: list[str], name: str, said: str
) -> None:
    to = {"Location": "https://elsewhere.example.org/webservice/rest/server.php"}
    server.answers = [
        faults.status(int(one), **to) if one.isdecimal() else faults.refusal(one) for one in answers
    ]
    report = examine(site)
    assert health(report)[name] == "bad"
    assert said in words(report, name)
    assert health(report)["capabilities"] == "skipped"
    assert not report.healthy
    assert report.reachable


def test_no_token_still_tells_about_the_site(
    server: Any, faults: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCORMKIT_TOKEN_TEST", raising=False)
    server.answers = [faults.refusal("invalidtoken")]
    report = examine(Site(name="test", url=server.url))
    assert health(report)["web services"] == "good"
    assert "SCORMKIT_TOKEN_TEST" in words(report, "token")


def test_a_site_that_is_down(site: Site, server: Any, faults: Any, patience: Any) -> None:
    server.answers = [faults.status(503)]
    report = examine(site, patience=patience)
    assert not report.reachable
    assert "answered 503" in words(report, "web services")


def run(folder: Path, *arguments: str) -> Any:
    from scormkit.cli.app import app  # noqa: PLC0415

    return CliRunner().invoke(app, ["doctor", *arguments])


def test_the_command(
    site: Site, server: Any, faults: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scormkit.toml").write_text(f'[sites.test]\nurl = "{server.url}"\n')
    whole = answer(cron=4_000_000_000)
    server.answers = [faults.refusal("invalidrecord"), whole]
    done = run(tmp_path, "test", "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["healthy"] is True
    server.answers = [faults.refusal("invalidtoken", f"wstoken={TOKEN}")]
    done = run(tmp_path, "test")
    assert done.exit_code == 1
    assert "Create token" in done.stdout
    assert TOKEN not in done.output
    server.stop()
    assert run(tmp_path, "test").exit_code == 4
    missing = run(tmp_path, "tset")
    assert missing.exit_code == 1
    assert "did you mean 'test'" in missing.stderr
