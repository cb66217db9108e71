"""The formats ids, exact and canonical (Communication 2.1.3)."""

from __future__ import annotations

import sqlite3

from werkzeug.datastructures import LanguageAccept

from scormkit.lrs.parts import as_list
from scormkit.lrs.storage.activities import definition_of
from scormkit.lrs.validity.activity import LISTS
from scormkit.lrs.validity.actor import identifiers_of
from scormkit.lrs.validity.shape import Json


def ids_only(statement: Json) -> Json:
    """Return a statement with what is needed to identify its agents, activities and verbs."""
    found = dict(statement)
    found["actor"] = _brief_actor(statement["actor"])
    found["verb"] = {"id": statement["verb"]["id"]}
    found["object"] = _brief_object(statement["object"])
    if "context" in statement:
        found["context"] = _brief_context(statement["context"])
    return found


def _brief_actor(actor: Json) -> Json:
    found = {key: actor[key] for key in ("objectType", *identifiers_of(actor)) if key in actor}
    if not identifiers_of(actor):
        found["member"] = [_brief_actor(member) for member in actor.get("member", ())]
    return found


def _brief_object(thing: Json) -> Json:
    kind = thing.get("objectType", "Activity")
    if kind == "Activity":
        return {"id": thing["id"]}
    if kind in {"Agent", "Group"}:
        return _brief_actor(thing)
    return ids_only(thing) if kind == "SubStatement" else thing


def _brief_context(context: Json) -> Json:
    found = dict(context)
    for key in ("instructor", "team"):
        if key in context:
            found[key] = _brief_actor(context[key])
    if "contextActivities" in context:
        around = context["contextActivities"]
        found["contextActivities"] = {
            relation: [_brief_object(one) for one in as_list(value)]
            for relation, value in around.items()
        }
    for key, inner in (("contextAgents", "agent"), ("contextGroups", "group")):
        if key in context:
            found[key] = [item | {inner: _brief_actor(item[inner])} for item in context[key]]
    return found


class Canonical:
    """Gives statements the definitions that the LRS knows, in one language each."""

    def __init__(self, db: sqlite3.Connection, languages: LanguageAccept) -> None:
        self._db = db
        self._languages = languages

    def statement(self, statement: Json) -> Json:
        """Return a statement in the canonical format."""
        found = dict(statement)
        if "display" in statement["verb"]:
            display = self._chosen(statement["verb"]["display"])
            found["verb"] = statement["verb"] | {"display": display}
        found["object"] = self._object(statement["object"])
        around = statement.get("context", {}).get("contextActivities")
        if around:
            full = {
                key: [self.activity(one) for one in as_list(item)] for key, item in around.items()
            }
            found["context"] = statement["context"] | {"contextActivities": full}
        return found

    def activity(self, activity: Json) -> Json:
        """Return an activity with its canonical definition."""
        definition = definition_of(self._db, activity["id"])
        for key in ("name", "description"):
            if key in definition:
                definition[key] = self._chosen(definition[key])
        for key in LISTS:
            if key in definition:
                definition[key] = [self._component(one) for one in definition[key]]
        return activity | {"definition": definition} if definition else activity

    def _object(self, thing: Json) -> Json:
        kind = thing.get("objectType", "Activity")
        if kind == "Activity":
            return self.activity(thing)
        return self.statement(thing) if kind == "SubStatement" else thing

    def _component(self, component: Json) -> Json:
        if "description" not in component:
            return component
        return component | {"description": self._chosen(component["description"])}

    def _chosen(self, texts: Json) -> Json:
        if not texts:
            return texts
        language = self._languages.best_match(list(texts), default=next(iter(texts)))
        return {language: texts[language]}
