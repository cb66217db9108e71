"""The JSON Schema of what authors write, for editors: made from the models that read it."""

from __future__ import annotations

from importlib import import_module

from scormkit.sources.kinds.base import Definitions, Json
from scormkit.sources.kinds.model import ModelKind
from scormkit.sources.schema.base import Author

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_MODELS = {
    "course": "course.CourseSource",
    "lesson": "lesson.LessonMeta",
    "quiz": "quiz.QuizSource",
    "survey": "quiz.QuizSource",
    "bank": "quiz.BankSource",
    "glossary": "glossary.Glossary",
    "faq": "faq.Faq",
    "resources": "resources.Resources",
    "event": "event.Event",
    "discussion": "spaces.Discussion",
    "assignment": "spaces.Assignment",
    "question": "bodies.QuestionBody",
    "simulation": "activities.SimulationBody",
    "scenario": "activities.ScenarioBody",
    "video": "bodies.VideoBody",
    "audio": "bodies.AudioBody",
    "figure": "bodies.FigureBody",
    "download": "bodies.DownloadBody",
}

KINDS = tuple(_MODELS)
"""The kinds of files, front matter and bodies that have a schema."""


def model_of(kind: str) -> type[Author]:
    """Return the model of a kind of file, front matter or body; KeyError for another name."""
    module, _, name = _MODELS[kind].partition(".")
    found: object = getattr(import_module(f"scormkit.sources.schema.{module}"), name)
    if not (isinstance(found, type) and issubclass(found, Author)):
        raise TypeError(f"{name} is no model")
    return found


def json_schema(kind: str = "course") -> dict[str, Json]:
    """Return the JSON Schema (draft 2020-12) of one kind of file at its root.

    The others are in ``$defs`` under their kind: ``#/$defs/quiz`` is the schema of a quiz.
    A document is one as YAML 1.2 loads it: an unquoted text may be a number, true or null.
    What only a YAML text shows (a key twice, an empty value) the loader alone reports.
    """
    definitions = Definitions()
    names: dict[str, Json] = {}
    for other in KINDS:
        names[other] = ModelKind(model_of(other)).schema(definitions)
    root = names[kind]
    if not isinstance(root, dict):
        raise TypeError(f"the schema of {kind} is no object")
    return {
        "$schema": DRAFT,
        "title": f"scormkit: {kind}",
        **root,
        "$defs": {**names, **definitions.schemas},
    }
