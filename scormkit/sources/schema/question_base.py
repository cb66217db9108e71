"""What all types of questions share: keys, and the short form beside the long one."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import Alt, FilePath, Id, Plain, Points, Text
from scormkit.sources.kinds.base import Json, Schema, property_schema
from scormkit.sources.kinds.lists import LONE
from scormkit.sources.kinds.rules import Rule, Together
from scormkit.sources.kinds.words import listed
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.entries import FeedbackSource


class QuestionSource(Author):
    """What all types of questions share."""

    type: ClassVar[str]
    text_key: ClassVar[str] = "text"
    """The key of which the short form's is another name."""
    rules: ClassVar[tuple[Rule, ...]] = (Together("alt", "image"),)

    id: Annotated[Id, "The answer is kept by this id."]
    text: Annotated[Text, "What is asked, in Markdown."]
    points: Annotated[Points, "The most it earns."] = 1.0
    feedback: Annotated[FeedbackSource | None, "One text, or right, partly, wrong."] = None
    hint: Annotated[Text | None, "Help that a learner may open."] = None
    tags: Annotated[tuple[Plain, ...], LONE, "Words by which a pool picks."] = ()
    objective: Annotated[Id | None, "The objective that it checks."] = None
    image: Annotated[FilePath | None, "A picture that belongs to the question."] = None
    alt: Annotated[Alt | None, 'What the picture shows; "" for a decorative one.'] = None
    shuffle: Annotated[bool, "false keeps the answers in this order."] = True
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()

    def __init_subclass__(cls) -> None:
        if "type" in vars(cls):
            cls.called = f"a question of type `{cls.type}`"
            TYPES[cls.type] = cls

    @classmethod
    def foreign_key(cls, key: str) -> str:
        """Say to which other types a key belongs."""
        owners = [word for word, model in TYPES.items() if key in model.annotations()]
        return f"; `{key}` belongs to {listed(owners)}" if owners else ""

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Accept both forms: the type's name may be the key of the text."""
        properties = own["properties"]
        required = own["required"]
        if not isinstance(properties, dict) or not isinstance(required, list):
            raise TypeError("a model's schema has properties")
        kind: Schema = {"const": cls.type, "description": "The type, in the long form."}
        short = {**property_schema(own, cls.text_key), "description": "What is asked."}
        return {
            **own,
            "properties": {**properties, "type": kind, cls.type: short},
            "required": [key for key in required if key != cls.text_key],
            **cls.one_text(),
        }

    @classmethod
    def one_text(cls) -> Schema:
        """Return the schema of where the text stands."""
        short: Json = {"required": [cls.type]}
        return {
            "oneOf": [short, {"required": ["text"]}],
            "dependentRequired": {"text": ["type"]},
        }


TYPES: dict[str, type[QuestionSource]] = {}
"""The types of questions by name, in the order of the contract; each enters itself."""
