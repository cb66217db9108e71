"""Tokens: where they come from, and that nothing shows them."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.errors import SiteError
from scormkit.publish.redaction import Redactor
from scormkit.publish.secrets import Token, token_for, variable

VALUE = "0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


def keyring(monkeypatch: pytest.MonkeyPatch, answer: Any) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []

    def get_password(service: str, user: str) -> str | None:
        asked.append((service, user))
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]

    made, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = OSError  # type: ignore[attr-defined]
    made.get_password, made.errors = get_password, errors  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", made)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return asked


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = keyring(monkeypatch, "f" * 32)
    monkeypatch.setenv("SCORMKIT_TOKEN_MY_SITE", f" {VALUE}\n")
    assert token_for("my-site").reveal() == VALUE
    assert not asked


def test_then_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = keyring(monkeypatch, VALUE)
    assert token_for("staging").reveal() == VALUE
    assert asked == [("scormkit", "staging")]


def test_a_locked_keyring_is_said_and_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, OSError(VALUE))
    with pytest.raises(SiteError, match="unlock it") as caught:
        token_for("staging")
    assert VALUE not in str(caught.value)


def test_no_token_says_what_to_do() -> None:
    with pytest.raises(SiteError, match=r"SCORMKIT_TOKEN_S_1.*keyring set scormkit s\.1"):
        token_for("s.1")


@pytest.mark.parametrize("value", ["short", "Bearer " + VALUE, VALUE + "\n" + VALUE, "ș" * 32])
def test_what_cannot_be_a_token_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SCORMKIT_TOKEN_S", value)
    with pytest.raises(SiteError, match="can't be one") as caught:
        token_for("s")
    assert value not in str(caught.value)


def test_a_token_shows_itself_to_nobody() -> None:
    token = Token(VALUE)
    shown = [str(token), repr(token), f"{token}", f"{token!r:>50}", "%s" % token, repr([token])]  # noqa: UP031
    assert not any(VALUE in text for text in shown)
    assert not hasattr(token, "__dict__")
    for leak in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            leak(token)


@given(before=st.text(), after=st.text(), upper=st.booleans())
def test_a_known_token_is_cleaned_out_of_any_text(before: str, after: str, upper: bool) -> None:
    text = before + (VALUE.upper() if upper else VALUE) + after
    assert VALUE not in Redactor(Token(VALUE)).clean(text).lower()


@pytest.mark.parametrize(
    "text",
    ["wstoken=abcd1234efgh", "?token=abcd1234efgh&x", '"token": "abcd1234efgh"',
     "privatetoken: abcd1234efgh", "wstoken%3Dabcd1234efgh"],
)  # fmt: skip
def test_what_is_named_a_token_goes_too(text: str) -> None:
    assert "abcd1234efgh" not in Redactor().clean(text)


def test_plain_words_stay() -> None:
    text = "the token is unknown: make a new token under Manage tokens"
    assert Redactor(Token(VALUE)).clean(text) == text


def test_variables() -> None:
    assert variable("staging") == "SCORMKIT_TOKEN_STAGING"
    assert variable("my-site.2") == "SCORMKIT_TOKEN_MY_SITE_2"


def test_nothing_imports_the_keyring_before_it_is_needed() -> None:
    code = """import sys, scormkit.publish.http
sys.exit('keyring' in sys.modules or 'requests' in sys.modules)"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
