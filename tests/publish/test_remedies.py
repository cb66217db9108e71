"""Error codes of Moodle and of the plugin, in words that say what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scormkit.errors import Refused, RemoteError
from scormkit.publish.remedies import REMEDIES, SERVERS, refusal

CONTRACT = Path(__file__).parents[2] / "docs" / "reference" / "moodle-service.md"


def documented() -> set[str]:
    text = CONTRACT.read_text("utf-8").split("| code | meaning | detail |")[1].split("\n\n")[0]
    return {code for row in text.splitlines() if row[:3] == "| `" for code in
            re.findall(r"`(\w+)`", row.split("|")[1])}  # fmt: skip


@pytest.mark.checkout
def test_every_documented_code_has_a_remedy() -> None:
    assert len(documented()) > 20
    assert documented() <= set(REMEDIES) | set(SERVERS)


@pytest.mark.parametrize("code", [*REMEDIES, *SERVERS])
def test_no_remedy_leaves_a_brace(code: str) -> None:
    for detail in ("", "moodle/course:create"):
        text = str(refusal(code, "", detail, function="local_scormkit_apply"))
        assert "{" not in text
        assert code in text


def test_the_capability_is_named() -> None:
    error = refusal("nocapability", "", "moodle/course:create")
    assert isinstance(error, Refused)
    assert "moodle/course:create" in str(error)
    assert error.detail == "moodle/course:create"
    named = refusal("nocapability", "You need mod/scorm:addinstance here.")
    assert "the capability mod/scorm:addinstance:" in str(named)


def test_the_parameter_is_named_and_nothing_else_of_the_debugging_information() -> None:
    info = "courses => 0 => key => Invalid parameter value detected: Ana Popescu, 12"
    error = refusal("invalidparameter", "Invalid parameter value detected", info)
    assert "'courses'" in str(error)
    assert "Ana" not in str(error) + getattr(error, "detail", "")


def test_the_function_is_named() -> None:
    error = refusal("accessexception", "Access control exception", function="local_scormkit_apply")
    assert "may not call local_scormkit_apply" in str(error)


@pytest.mark.parametrize("code", ["locked", "diskfull", "sitemaintenance", "dmlwriteexception"])
def test_what_the_server_could_not_do_may_be_run_again(code: str) -> None:
    assert isinstance(refusal(code, "x"), RemoteError)


def test_an_unknown_code_says_what_moodle_said() -> None:
    error = refusal("newcode", "Something &quot;new&quot;", "secret", function="f")
    assert "newcode" in str(error)
    assert "secret" not in str(error)
