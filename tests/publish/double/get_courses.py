"""``local_scormkit_get_courses``."""

from __future__ import annotations

import json

from scormkit.publish.answers import CourseState
from scormkit.publish.steps import CourseQuestion

from .shelf import Shelf, state_of


def get_course(shelf: Shelf, question: CourseQuestion) -> CourseState:
    """Return what Moodle has under a course's key."""
    thing = shelf.things.get(("course", question.key))
    if thing is None:
        return _unknown(shelf, question)
    below = [(k, key) for k, key in shelf.things if key.startswith(f"{question.key}/")]
    return CourseState.model_validate(
        {
            "key": question.key,
            "managed": True,
            "created": thing["created"],
            "courseid": thing["number"],
            "revision": thing["revision"],
            "state": state_of(thing),
            "settings": json.dumps(thing["settings"]),
            "applied": json.dumps(thing["applied"]),
            "items": [shelf.item(kind, key) for kind, key in below],
        }
    )


def _unknown(shelf: Shelf, question: CourseQuestion) -> CourseState:
    hint = next((n for n, name in shelf.others.items() if name == question.key), 0)
    if question.courseid and question.courseid not in shelf.others:
        return CourseState(key=question.key, problem="nosuchcourse", detail="1")
    return CourseState(key=question.key, hint=hint, courseid=question.courseid)
