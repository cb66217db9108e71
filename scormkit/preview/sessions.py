"""Sessions of content that talks to the LRS: who, what, and the token that lets it in."""

from __future__ import annotations

import secrets
import threading
import uuid
from dataclasses import dataclass, field

from scormkit.lrs.access import basic
from scormkit.lrs.validity.shape import Json

HOME = "https://scormkit.invalid/preview"
"""The home page of the learners' accounts: they are nobody's but the preview's."""


@dataclass(slots=True)
class Session:
    """One launch. ``activity`` is the id in statements, ``unit`` the publisher's id of it.

    ``fetched``: the token was handed out, which happens once (cmi5 8.2.3). ``since`` and
    ``until`` are the monotonic times, in seconds, of *initialized* and of the last statement.
    """

    standard: str
    actor: Json
    registration: str
    unit: str
    activity: str
    mode: str
    move_on: str = ""
    mastery: float | None = None
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    ticket: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    fetched: bool = False
    begun: bool = False
    ended: bool = False
    since: float = 0.0
    until: float = 0.0


class Sessions:
    """All sessions of this run of the preview; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: dict[str, Session] = {}

    def add(self, session: Session) -> None:
        """Let a session in."""
        with self._lock:
            self._all[session.token] = session

    def redeem(self, ticket: str) -> Session | None:
        """Return the session of a fetch address the first time, None afterwards."""
        with self._lock:
            for session in self._all.values():
                if secrets.compare_digest(session.ticket, ticket) and not session.fetched:
                    session.fetched = True
                    return session
        return None

    def by_header(self, authorization: str) -> Session | None:
        """Return the session whose token a header has."""
        pair = basic(authorization)
        if pair is None:
            return None
        with self._lock:
            return self._all.get(pair.decode("utf-8", "replace").partition(":")[2])

    def open_ones(self, registration: str) -> list[Session]:
        """Return the sessions of a registration that began and did not end."""
        with self._lock:
            return [
                one
                for one in self._all.values()
                if one.registration == registration and one.begun and not one.ended
            ]

    def authority(self, authorization: str) -> Json | None:
        """Return who vouches for a session's statements; None for a stranger."""
        session = self.by_header(authorization)
        if session is None:
            return None
        return {"objectType": "Agent", "account": {"homePage": HOME, "name": "preview"}}


def learner(identifier: str, name: str) -> Json:
    """Return a learner's agent, known by an account as cmi5 asks (8.1.3)."""
    account = {"homePage": HOME, "name": identifier}
    return {"objectType": "Agent", "name": name, "account": account}
