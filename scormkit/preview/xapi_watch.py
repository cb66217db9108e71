"""What the panel shows of content's requests: one line each, with what is wrong with it."""

from __future__ import annotations

import json
import time
from typing import Any

from werkzeug.wrappers import Request, Response

from scormkit.lrs.storage.database import Database
from scormkit.lrs.validity.shape import Json
from scormkit.preview.cmi5_rollup import NAMES, Outcome, is_defined, outcomes
from scormkit.preview.cmi5_rules import advice
from scormkit.preview.sessions import Session
from scormkit.preview.xapi_log import Line, Log

LONGEST = 4000


class Watcher:
    """Reads along: follows the sessions' states, and writes the log."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def before(self, session: Session | None) -> dict[str, Outcome]:
        """Return what a session's registration has before a request changes it."""
        if session is None or session.standard != "cmi5":
            return {}
        with self._database.reading() as db:
            return outcomes(db, session.registration)

    def note(
        self,
        request: Request,
        response: Response,
        session: Session | None,
        before: dict[str, Outcome],
    ) -> None:
        """Write a line for a request, or one for each of its statements."""
        statements = _sent(request) if response.status_code < 300 else []
        if not statements:
            self._log.add(self.line(request, response))
        for statement in statements:
            self._log.add(self._statement(statement, response, session, before))

    def line(self, request: Request, response: Response) -> Line:
        """Return the line of a request that is not of statements, or that was refused."""
        resource = request.path.strip("/")
        names = ("stateId", "profileId", "statementId")
        asked = next((request.args[name] for name in names if name in request.args), "")
        body = request.get_data(as_text=True)[:LONGEST] if request.method in {"PUT", "POST"} else ""
        refused = response.status_code >= 400 and not (
            response.status_code == 404 and request.method == "GET"
        )
        why = response.get_json(silent=True) if refused else None
        row = self.row(request.method, f"{resource} {asked}".strip(), body, response.status, "")
        if refused:
            text = str(why.get("error", "")) if isinstance(why, dict) else ""
            row |= {"error": response.status_code, "message": text}
        return row

    def said(self, statement: Json) -> Line:
        """Return the line of a statement that the LMS made itself."""
        return self.row("launcher says", _brief(statement), json.dumps(statement), "kept", "")

    @staticmethod
    def row(method: str, element: str, value: str, result: str, note: str) -> Line:
        """Return a line; ``note`` is what is wrong with it."""
        return {
            "method": method,
            "element": element,
            "value": value,
            "result": result,
            "error": 0,
            "message": note,
        }

    def _statement(
        self,
        statement: Json,
        response: Response,
        session: Session | None,
        before: dict[str, Outcome],
    ) -> Line:
        notes: list[str] = []
        if session is not None and session.standard == "cmi5":
            known = before.get(statement["object"].get("id", ""), Outcome())
            notes = list(advice(session, statement, known))
            _follow(session, statement, before)
        value = json.dumps(statement, ensure_ascii=False)
        return self.row("says", _brief(statement), value, response.status, "; ".join(notes))


def _follow(session: Session, statement: Json, before: dict[str, Outcome]) -> None:
    """Take over what a statement says of the session, for those after it in a batch."""
    session.until = time.monotonic()
    verb = NAMES.get(statement["verb"]["id"], "")
    if not is_defined(statement) or statement["object"].get("id") != session.activity:
        return
    known = before.get(session.activity, Outcome())
    before[session.activity] = Outcome(known.verbs | {verb}, known.score)
    if verb == "initialized" and not session.begun:
        session.begun, session.since = True, session.until
    session.ended = session.ended or verb == "terminated"


def _sent(request: Request) -> list[Json]:
    """Return the statements of a request; those with attachments are not read again."""
    if request.path != "/statements" or request.method not in {"PUT", "POST"}:
        return []
    value: Any = request.get_json(silent=True)
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, dict)]


def _brief(statement: Json) -> str:
    verb = statement["verb"]["id"].rsplit("/", 1)[-1]
    result = statement.get("result", {})
    score = result.get("score", {}).get("scaled")
    told = [str(result["response"])] if result.get("response") else []
    told += [f"score {score}"] if score is not None else []
    thing = str(statement["object"].get("id", "")).rsplit("/", 1)[-1]
    return " ".join([verb, thing, *(f"({one})" for one in told)])
