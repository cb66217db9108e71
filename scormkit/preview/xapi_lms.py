"""The LMS for content that talks to an LRS: launches it, lets it in, and draws conclusions."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from werkzeug.exceptions import BadRequest, ServiceUnavailable
from werkzeug.wrappers import Request, Response

from scormkit.lrs.app import Lrs, fault
from scormkit.lrs.jsons import write_json
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.statements import keep
from scormkit.lrs.validity.shape import Json
from scormkit.preview import cmi5_statements as said
from scormkit.preview.cmi5_rollup import newly_satisfied, outcomes
from scormkit.preview.manifest import Manifest, Sco
from scormkit.preview.sessions import HOME, Session, Sessions
from scormkit.preview.xapi_launch import MODES, Where, activity_of, address, prepare, token
from scormkit.preview.xapi_log import Log
from scormkit.preview.xapi_watch import Watcher

SLOW = 2.0
LMS = {"objectType": "Agent", "account": {"homePage": HOME, "name": "lms"}}


@dataclass(frozen=True, slots=True)
class Wish:
    """What to launch for whom; ``mode`` as the panel has it."""

    manifest: Manifest
    unit: Sco
    actor: Json
    registration: str
    mode: str
    language: str = "und"


class XapiLms:
    """Launches, and the LRS behind them. ``fault`` is what the panel wants to go wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sessions = Sessions()
        self._manifests: dict[str, Manifest] = {}
        self._lock = threading.Lock()
        self.log = Log()
        self.fault = ""

    @cached_property
    def database(self) -> Database:
        """Return the LRS's file: made when the first such content is launched."""
        with self._lock:
            return Database(self._path)

    @cached_property
    def _lrs(self) -> Lrs:
        return Lrs(self.database, self._sessions)

    @cached_property
    def _watcher(self) -> Watcher:
        return Watcher(self.database, self.log)

    def launch(self, wish: Wish, where: Where) -> str:
        """Start a session and return the address that launches it (cmi5 8)."""
        unit = wish.unit
        session = Session(
            standard=wish.manifest.standard,
            actor=wish.actor,
            registration=wish.registration,
            unit=unit.id,
            activity=activity_of(wish.manifest.standard, unit, wish.registration),
            mode=MODES[wish.mode],
            move_on=unit.move_on,
            mastery=float(unit.mastery) if unit.mastery else None,
        )
        self._manifests[wish.registration] = wish.manifest
        opened = address(session, unit, where)
        if session.standard == "cmi5":
            self._begin(session, unit, where, wish.language)
        self._sessions.add(session)
        return f"{where.base}{unit.href}" if self.fault == "absent" else opened

    def waive(self, wish: Wish) -> None:
        """Take what an AU asks for as done (9.3.7)."""
        activity = activity_of("cmi5", wish.unit, wish.registration)
        session = Session("cmi5", wish.actor, wish.registration, wish.unit.id, activity, "Normal")
        self._manifests[wish.registration] = wish.manifest
        self._say(said.waived(session))
        self._satisfy(session)

    def fetch(self, ticket: str) -> Response:
        """Hand out a session's token, once (8.2)."""
        session = self._sessions.redeem(ticket)
        self._tell_fetch(session)
        if session is None:
            error = {"error-code": "1", "error-text": "this address was used before"}
            return _json(error, 400)
        return _json({"auth-token": token(session)}, 200)

    def respond(self, request: Request) -> Response:
        """Answer a request to the LRS, unless it is to go wrong."""
        session = self._sessions.by_header(request.headers.get("Authorization", ""))
        trouble = self._trouble(request)
        if trouble is not None:
            self.log.add(self._watcher.line(request, trouble))
            return trouble
        before = self._watcher.before(session)
        response = self._lrs.respond(request)
        self._watcher.note(request, response, session, before)
        if session is not None and session.standard == "cmi5" and request.method != "GET":
            self._satisfy(session)
        return response

    def _trouble(self, request: Request) -> Response | None:
        """Return the fault that the panel asks for."""
        if self.fault == "slow":
            time.sleep(SLOW)
        if self.fault == "commit":
            return fault(ServiceUnavailable("the panel wants the LRS to be down"))
        if self.fault == "set" and request.method in {"POST", "PUT"}:
            return fault(BadRequest("the panel wants this to be refused"))
        return None

    def _begin(self, session: Session, unit: Sco, where: Where, language: str) -> None:
        for other in self._sessions.open_ones(session.registration):
            other.ended = True
            self._say(said.abandoned(other))
        with self.database.writing() as db:
            prepare(db, session, unit, where, language)
        self._say(said.launched(session, unit, f"{where.base}{unit.href}"))
        self._satisfy(session)

    def _satisfy(self, session: Session) -> None:
        """Say what blocks are satisfied, and the course, as soon as they are (9.3.9)."""
        manifest = self._manifests[session.registration]
        ids = {unit.id: activity_of("cmi5", unit, session.registration) for unit in manifest.scos}
        with self._lock:
            with self.database.reading() as db:
                found = outcomes(db, session.registration)
            for group in newly_satisfied(manifest, found, ids):
                self._say(said.satisfied(session, group))

    def _say(self, statement: Json) -> None:
        keep(self.database, [statement], [], LMS)
        self.log.add(self._watcher.said(statement))

    def _tell_fetch(self, session: Session | None) -> None:
        good = session is not None
        note = "" if good else "fetched a second time, or unknown (8.2.3)"
        self.log.add(Watcher.row("POST", "fetch", "", "200" if good else "400", note))


def _json(value: Json, status: int) -> Response:
    return Response(write_json(value), status, mimetype="application/json")
