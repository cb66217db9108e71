"""Statements that xAPI 1.0.3 forbids are refused, and the reason names the place."""

from __future__ import annotations

import copy
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.lrs.validity import Invalid, check_statement
from scormkit.lrs.validity.values import time_of

ANA = {"mbox": "mailto:ana@example.org"}
VOIDED = {"id": "http://adlnet.gov/expapi/verbs/voided"}
ID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"
GOOD: dict[str, Any] = {
    "id": ID,
    "actor": {"objectType": "Group", "member": [ANA], "name": "Team"},
    "verb": {"id": "https://example.org/verb", "display": {"uk": "зробила", "zh-Hant-TW": "做"}},
    "object": {
        "id": "https://example.org/q1",
        "definition": {
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "interactionType": "choice",
            "correctResponsesPattern": ["1[,]3"],
            "choices": [{"id": "1", "description": {"ro": "Da"}}, {"id": "3"}],
            "extensions": {"https://example.org/x": None},
        },
    },
    "result": {
        "score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10},
        "duration": "PT1H0M3.25S",
        "response": "",
        "success": True,
    },
    "context": {
        "registration": ID,
        "language": "ro-MD",
        "revision": "2",
        "contextActivities": {"parent": {"id": "https://example.org/quiz"}},
        "contextAgents": [{"objectType": "contextAgent", "agent": ANA}],
        "statement": {"objectType": "StatementRef", "id": ID},
    },
    "timestamp": "2026-11-22T05:00:00.5+02:00",
    "version": "1.0.3",
}


def test_a_statement_with_everything_is_good() -> None:
    assert check_statement(copy.deepcopy(GOOD)) == GOOD


def changed(path: str, value: object) -> dict[str, Any]:
    made: Any = copy.deepcopy(GOOD)
    *parents, last = path.split("/")
    inner = made
    for key in parents:
        inner = inner[int(key) if key.isdigit() else key]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return dict(made)


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("actor", ..., "lacks 'actor'"),
        ("Verb", {}, "unknown key 'Verb'"),
        ("id", "1", "id: must be a UUID"),
        ("actor/member", [], "needs members"),
        ("actor/member", [{"mbox": "mailto:a@b.c", "openid": "https://a"}], "exactly one"),
        ("actor/member/0/mbox", "ana@example.org", "mailto:"),
        ("actor/member/0/objectType", "Group", r"actor.member\[0\]"),
        ("actor/objectType", "agent", "Agent, Group"),
        ("verb/id", "completed", "an IRI"),
        ("verb/display", {"not a tag": "x"}, "RFC 5646"),
        ("object/definition/choices/1/id", "1", "two components"),
        ("object/definition/scale", [{"id": "1"}], "does not go with"),
        ("object/definition/interactionType", "drag", "one of true-false"),
        ("object/definition/extensions", {"x": 1}, "an IRI"),
        ("object/definition/name", None, "not null"),
        ("object/objectType", "StatementRef", "object.id: must be a UUID"),
        ("result/score/scaled", 1.01, "between -1 and 1"),
        ("result/score/raw", 11, "between min and max"),
        ("result/score/min", 10, "less than max"),
        ("result/success", "true", "true or false"),
        ("result/duration", "1 hour", "ISO 8601"),
        ("result/duration", "PT", "ISO 8601"),
        ("context/registration", "x", "a UUID"),
        ("context/team", ANA, "context.team"),
        ("context/contextActivities/Parent", [], "unknown key"),
        ("context/statement/objectType", "Activity", "StatementRef"),
        ("timestamp", "2026-11-22T05:00:00-00:00", "a timestamp"),
        ("timestamp", "2026-13-22T05:00:00Z", "no point in time"),
        ("timestamp", "yesterday", "a timestamp"),
        ("version", "0.95", "a version"),
        ("authority", {"objectType": "Group", "member": [ANA]}, "two members"),
        ("attachments", [{"usageType": "https://a.b/c"}], "lacks 'display'"),
        ("verb", VOIDED, "StatementRef"),
    ],
)
def test_what_is_forbidden_is_named(path: str, value: object, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        check_statement(changed(path, value))


def test_revision_goes_with_activities_only() -> None:
    made = changed("object", {"objectType": "Agent", **ANA})
    with pytest.raises(Invalid, match=r"context\.revision"):
        check_statement(made)


def test_a_statement_in_a_statement_holds_no_other_one() -> None:
    inner = {"objectType": "SubStatement", "actor": ANA, "verb": GOOD["verb"]}
    good = {**inner, "object": {"id": "https://example.org/x"}}
    check_statement(changed("object", good) | {"context": {}})
    for wrong in ({**good, "object": good}, {**good, "id": ID}):
        with pytest.raises(Invalid, match=r"^object"):
            check_statement(changed("object", wrong) | {"context": {}})


@given(st.recursive(st.none() | st.booleans() | st.text() | st.integers(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_any_json_is_answered_with_invalid(value: object) -> None:
    for made in (value, changed("actor", value), changed("object", value)):
        with pytest.raises(Invalid):
            check_statement(made)


@given(st.datetimes(timezones=st.timezones()))
def test_times_keep_their_instant(time: Any) -> None:
    if time.utcoffset().total_seconds() % 60:  # ISO 8601 has no seconds in an offset
        return
    text = time.isoformat()
    if not text.endswith("-00:00"):
        try:
            # In an hour that a clock repeats, == is false between zones.
            assert time_of(text, "t") == time.astimezone(UTC)
        except Invalid:  # before the year 1 or after 9999 in UTC
            assert time.year in {1, 9999}
