"""Activities (Communication 2.5): the definition that statements gave."""

from __future__ import annotations

from werkzeug.wrappers import Response

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.resources.answers import json_answer
from scormkit.lrs.storage.activities import definition_of
from scormkit.lrs.storage.database import Database
from scormkit.lrs.validity.shape import Json


def get(exchange: Exchange, database: Database) -> Response:
    """Return an activity, whether statements spoke of it or not."""
    exchange.only(["activityId"])
    activity: Json = {"objectType": "Activity", "id": parameters.needed_iri(exchange, "activityId")}
    with database.reading() as db:
        definition = definition_of(db, activity["id"])
    return json_answer(activity | ({"definition": definition} if definition else {}))


METHODS = {"GET": get}
