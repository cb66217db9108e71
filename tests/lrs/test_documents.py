"""Documents: state and profiles, their ETags, merging, and what is refused."""

from __future__ import annotations

import pytest

AGENT = '{"mbox": "mailto:ana@example.org"}'
ACTIVITY = "https://example.org/course"
REGISTRATION = "5f0e0f0e-52bf-4a1b-9c8e-0f3a6ed7c7a1"
STATE = {"activityId": ACTIVITY, "agent": AGENT, "stateId": "work"}
PLACES = [
    ("/activities/state", STATE),
    ("/activities/profile", {"activityId": ACTIVITY, "profileId": "p"}),
    ("/agents/profile", {"agent": AGENT, "profileId": "p"}),
]


@pytest.mark.parametrize(("path", "where"), PLACES)
def test_a_document_comes_back_as_it_was_and_goes(ask, path, where) -> None:
    data = b"\x00\xff any bytes"
    put = {"Content-Type": "image/png", "If-None-Match": "*"}
    assert ask("PUT", path, query_string=where, data=data, headers=put).status_code == 204
    answer = ask("GET", path, query_string=where)
    assert answer.data == data
    assert answer.headers["Content-Type"] == "image/png"
    etag = answer.headers["ETag"]
    known = ask("GET", path, query_string=where, headers={"If-None-Match": etag})
    assert known.status_code == 304
    assert ask("DELETE", path, query_string=where).status_code == 204
    assert ask("GET", path, query_string=where).status_code == 404


@pytest.mark.parametrize(("path", "where"), PLACES)
def test_what_another_wrote_meanwhile_is_not_overwritten(ask, path, where) -> None:
    def put(data: str, **headers: str) -> int:
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return ask("PUT", path, query_string=where, data=data, headers=more).status_code

    assert put("one", If_None_Match="*") == 204
    etag = ask("GET", path, query_string=where).headers["ETag"]
    assert put("two", If_None_Match="*") == 412
    assert put("two", If_Match='"other"') == 412
    assert put("two", If_Match=etag) == 204
    assert put("three", If_Match=etag) == 412
    assert ask("GET", path, query_string=where).text == "two"


def test_profiles_need_a_precondition_and_state_does_not(ask) -> None:
    for path, where in PLACES:
        first = ask("PUT", path, query_string=where, json={"a": 1})
        assert first.status_code == (204 if path.endswith("state") else 400)
        ask("POST", path, query_string=where, json={"a": 1})
        second = ask("PUT", path, query_string=where, json={"a": 2})
        assert second.status_code == (204 if path.endswith("state") else 409)


def test_xapi_2_asks_for_a_precondition_over_a_state_too(ask) -> None:
    headers = {"X-Experience-API-Version": "2.0.0"}
    path, where = PLACES[0]
    assert ask("PUT", path, query_string=where, json={}, headers=headers).status_code == 204
    assert ask("PUT", path, query_string=where, json={}, headers=headers).status_code == 409


def test_post_merges_objects_and_nothing_else(ask) -> None:
    path, where = PLACES[0]
    ask("POST", path, query_string=where, json={"a": 1, "b": {"x": 1}})
    ask("POST", path, query_string=where, json={"b": {"y": 2}, "c": 3})
    assert ask("GET", path, query_string=where).json == {"a": 1, "b": {"y": 2}, "c": 3}
    text = ask("POST", path, query_string=where, data="text", content_type="text/plain")
    assert text.status_code == 400
    assert ask("POST", path, query_string=where, json=[1]).status_code == 400
    ask("PUT", path, query_string=where, data="text", content_type="text/plain")
    assert ask("POST", path, query_string=where, json={"a": 1}).status_code == 400
    assert ask("GET", path, query_string=where).text == "text"


def test_states_of_registrations_are_apart(ask) -> None:
    path = "/activities/state"
    mine = STATE | {"registration": REGISTRATION}
    ask("PUT", path, query_string=STATE, data="general")
    ask("PUT", path, query_string=mine, data="mine")
    ask("PUT", path, query_string=mine | {"stateId": "second"}, data="x")
    assert ask("GET", path, query_string=STATE).text == "general"
    assert ask("GET", path, query_string=mine).text == "mine"
    place = {"activityId": ACTIVITY, "agent": AGENT, "registration": REGISTRATION}
    assert ask("GET", path, query_string=place).json == ["second", "work"]
    assert ask("DELETE", path, query_string=place).status_code == 204
    assert ask("GET", path, query_string=place).json == []
    assert ask("GET", path, query_string=STATE).text == "general"


def test_since_finds_what_changed(ask) -> None:
    path, where = PLACES[1]
    ask("POST", path, query_string=where, json={})
    place = {"activityId": ACTIVITY}
    past, future = "2001-01-01T00:00:00Z", "2201-01-01T00:00:00Z"
    assert ask("GET", path, query_string=place | {"since": past}).json == ["p"]
    assert ask("GET", path, query_string=place | {"since": future}).json == []


@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE"])
@pytest.mark.parametrize(
    "wrong",
    [{"agent": AGENT}, {"activityId": "x", "agent": AGENT}, STATE | {"registration": "1"},
     STATE | {"stateid": "x"}, STATE | {"agent": "{}"}],
)  # fmt: skip
def test_wrong_parameters_are_refused(ask, method, wrong) -> None:
    assert ask(method, "/activities/state", query_string=wrong, json={}).status_code == 400
