"""Agents and groups (Data 2.4.2)."""

from __future__ import annotations

from scormkit.lrs.validity.shape import (
    Invalid,
    Json,
    Value,
    check_object,
    check_text,
    expect_object,
    list_of,
    one_of,
)
from scormkit.lrs.validity.values import check_iri, check_mailbox, check_sha1

IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
"""The inverse functional identifiers (2.4.2.3)."""


def check_account(value: Value, where: str) -> None:
    """Check an account: who gave the name, and the name (2.4.2.4)."""
    check_object(value, where, {"homePage": check_iri, "name": check_text}, "homePage", "name")


AGENT_KEYS = {
    "objectType": one_of("Agent"),
    "name": check_text,
    "mbox": check_mailbox,
    "mbox_sha1sum": check_sha1,
    "openid": check_iri,
    "account": check_account,
}


def identifiers_of(actor: Json) -> list[str]:
    """Return which identifiers an actor has."""
    return [key for key in IDENTIFIERS if key in actor]


def check_agent(value: Value, where: str) -> None:
    """Check an agent, who has exactly one identifier (2.4.2.1)."""
    agent = check_object(value, where, AGENT_KEYS)
    if len(identifiers_of(agent)) != 1:
        raise Invalid(where, f"an agent has exactly one of {', '.join(IDENTIFIERS)}")


GROUP_KEYS = AGENT_KEYS | {"objectType": one_of("Group"), "member": list_of(check_agent)}


def check_group(value: Value, where: str) -> None:
    """Check a group: identified by one identifier, or anonymous with members (2.4.2.2)."""
    group = check_object(value, where, GROUP_KEYS, "objectType")
    found = len(identifiers_of(group))
    if found > 1:
        raise Invalid(where, f"a group has at most one of {', '.join(IDENTIFIERS)}")
    if not found and not group.get("member"):
        raise Invalid(where, "a group without an identifier needs members")


def check_actor(value: Value, where: str) -> None:
    """Check an agent or a group."""
    kind = expect_object(value, where).get("objectType", "Agent")
    one_of("Agent", "Group")(kind, f"{where}.objectType")
    (check_group if kind == "Group" else check_agent)(value, where)


def check_authority(value: Value, where: str) -> None:
    """Check who vouches: an agent, or the two of OAuth as a group (2.4.9)."""
    check_actor(value, where)
    if value.get("objectType") != "Group":
        return
    if identifiers_of(value) or len(value.get("member", ())) != 2:
        raise Invalid(where, "a group as authority is anonymous and has two members")
