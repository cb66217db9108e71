"""Tells the types of questions apart, and brings the short form into the long one."""

from __future__ import annotations

from scormkit.sources.kinds.base import WRONG, Definitions, Json, Kind, Reading, Schema
from scormkit.sources.kinds.model import ModelKind
from scormkit.sources.kinds.texts import shorten
from scormkit.sources.kinds.words import did_you_mean, listed
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.question_base import TYPES, QuestionSource
from scormkit.sources.yaml_nodes import MapNode, Node, ScalarNode


class QuestionKind(Kind):
    """A question of any type; beside it, where allowed, a group or a pool."""

    def __init__(self, group: type[Author] | None = None, pool: type[Author] | None = None) -> None:
        self.group = group
        self.pool = pool

    def read(self, node: Node, reading: Reading) -> object:
        """Return the question, the group or the pool."""
        if not isinstance(node, MapNode):
            message = f"a question is due here as `key: value`, not {node.what}"
            return reading.error(node, "SK1115", message)
        if self.pool and _is_pool(node):
            return ModelKind(self.pool).read(node, reading)
        if self.group and "questions" in node.pairs:
            return ModelKind(self.group).read(node, reading)
        model = self._model(node, reading)
        return (
            WRONG if model is None else ModelKind(model).read_long(long_form(node, model), reading)
        )

    def _model(self, node: MapNode, reading: Reading) -> type[QuestionSource] | None:
        written = [key for key in TYPES if key in node.pairs]
        if "type" in node.pairs:
            return self._long(node, written, reading)
        if len(written) == 1:
            return self._one_text(TYPES[written[0]], node, reading)
        if written:
            second = node.pairs[written[1]][0]
            message = f"one question has two types, {listed(written)}; keep one"
            reading.error(second, "SK1141", message)
            return None
        self._untyped(node, reading)
        return None

    def _long(
        self, node: MapNode, written: list[str], reading: Reading
    ) -> type[QuestionSource] | None:
        value = node.pairs["type"][1]
        word = value.value if isinstance(value, ScalarNode) else ""
        if word not in TYPES:
            message = f"`{shorten(word)}` is no type of question; the types are {listed(TYPES)}"
            reading.error(value, "SK1140", message + did_you_mean(word, TYPES))
            return None
        for other in written:
            if other != word:
                message = f"the type is given twice, by `type: {word}` and by `{other}`; keep one"
                reading.error(node.pairs[other][0], "SK1141", message)
                return None
        return self._one_text(TYPES[word], node, reading)

    def _one_text(
        self, model: type[QuestionSource], node: MapNode, reading: Reading
    ) -> type[QuestionSource]:
        """Report a text given by `text` and by the type's name."""
        if model.text_key == "text" and model.type in node.pairs and "text" in node.pairs:
            message = f"the text is given twice, by `{model.type}` and by `text`; keep one"
            reading.error(node.pairs["text"][0], "SK1141", message)
        return model

    def _untyped(self, node: MapNode, reading: Reading) -> None:
        hints = {key: did_you_mean(key, TYPES) for key in node.pairs}
        near = next((key for key, hint in hints.items() if hint), None)
        hint = hints[near] if near is not None else ""
        others = "; a group has `questions`, a pool `pick`" if self.pool else ""
        message = (
            "the question says no type: write `choice: What is asked?` (or another type), "
            f"or `type` and `text`; the types are {listed(TYPES)}{others}{hint}"
        )
        reading.error(node if near is None else node.pairs[near][0], "SK1140", message)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept each type in both forms, and the group and the pool."""
        question = _question_schema(definitions)
        if not self.pool or not self.group:
            return question
        return {
            "if": {"type": "object", "required": ["pick"]},
            "then": ModelKind(self.pool).schema(definitions),
            "else": {
                "if": {"type": "object", "required": ["questions"]},
                "then": ModelKind(self.group).schema(definitions),
                "else": question,
            },
        }


def _is_pool(node: MapNode) -> bool:
    if "pick" in node.pairs:
        return True
    return "from" in node.pairs and "type" not in node.pairs and not TYPES.keys() & node.pairs


def long_form(node: MapNode, model: type[QuestionSource]) -> MapNode:
    """Return a question's mapping with ``text`` for the short form's key and without ``type``."""
    pairs = {key: pair for key, pair in node.pairs.items() if key != "type"}
    short = model.type if model.text_key == "text" else "text"
    if model.text_key not in pairs and short in pairs:
        pairs = {model.text_key if key == short else key: pair for key, pair in pairs.items()}
    return node.like(pairs)


def _question_schema(definitions: Definitions) -> Schema:
    name = "Question"
    if name not in definitions.schemas:
        definitions.schemas[name] = {}
        keys: list[Json] = [{"required": [word]} for word in ("type", *TYPES)]
        definitions.schemas[name] = {
            "type": "object",
            "properties": {"type": {"enum": list(TYPES)}},
            "anyOf": keys,
            "allOf": [_form(word, model, definitions) for word, model in TYPES.items()],
        }
    return definitions.reference(name)


def _form(word: str, model: type[QuestionSource], definitions: Definitions) -> Json:
    """Return ``if`` a question is of the type, ``then`` its schema."""
    typed: Schema = {"required": ["type"], "properties": {"type": {"const": word}}}
    return {
        "if": {"anyOf": [typed, {"required": [word]}]},
        "then": ModelKind(model).schema(definitions),
    }
