"""The parts of questions: answers, accepted texts, feedback, pairs, items, categories."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import Alt, FilePath, Id, Percent, Plain, Text
from scormkit.sources.kinds.base import Reading, Schema
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.rules import AnyOf, Rule, Together
from scormkit.sources.kinds.texts import SOME_TEXT
from scormkit.sources.kinds.words import did_you_mean
from scormkit.sources.schema.base import Author
from scormkit.sources.yaml_nodes import MapNode, Node, ScalarNode, refused, short_form
from scormkit.sources.yaml_traps import mistaken_text


class Short(Author):
    """Something that may be written as a text alone, which is then the key ``short``."""

    short: ClassVar[str] = "text"

    @classmethod
    def normalise(cls, node: Node, reading: Reading) -> Node:
        """Take a text alone for the key ``short``; report one that YAML took for a key."""
        if isinstance(node, ScalarNode):
            return short_form(cls.short, node)
        if isinstance(node, MapNode) and cls._has_no_key_of(node):
            hint = mistaken_text(node, reading.source)
            if hint:
                message = f"a text or `{cls.short}: …` is due here, not other keys{hint}"
                reading.error(node, "SK1110", message)
                return refused(node)
        return node

    @classmethod
    def _has_no_key_of(cls, node: MapNode) -> bool:
        if len(node.pairs) != 1:
            return False
        key = next(iter(node.pairs))
        allowed = cls.annotations()
        return key not in allowed and not did_you_mean(key, allowed)

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Accept a text or the long form."""
        return {"anyOf": [dict(SOME_TEXT), own]}


class Entry(Short):
    """An answer."""

    rules: ClassVar[tuple[Rule, ...]] = (Together("alt", "image"),)

    text: Annotated[Text, "The answer, in Markdown."]
    id: Annotated[Id | None, "A name that stays when the text is reworded."] = None
    feedback: Annotated[Text | None, "Shown to who gave this answer."] = None
    credit: Annotated[Percent | None, "The share of the points that it earns."] = None
    image: Annotated[FilePath | None, "A picture beside the text."] = None
    alt: Annotated[Alt | None, 'What the picture shows; "" for a decorative one.'] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class AnswerEntry(Entry):
    """An answer that says whether it is correct."""

    called: ClassVar[str] = "an answer"

    correct: Annotated[bool, "Whether the answer is right."] = False


class AcceptEntry(Entry):
    """A text that is accepted."""

    called: ClassVar[str] = "an accepted text"

    text: Annotated[Plain, "The accepted text, without Markdown."]


class FeedbackSource(Short):
    """Feedback by result, or one text that is always shown."""

    called: ClassVar[str] = "`feedback`"
    short: ClassVar[str] = "always"
    rules: ClassVar[tuple[Rule, ...]] = (AnyOf("right", "partly", "wrong", "always"),)

    right: Annotated[Text | None, "After a right answer."] = None
    partly: Annotated[Text | None, "After a partly right answer."] = None
    wrong: Annotated[Text | None, "After a wrong answer."] = None
    always: Annotated[Text | None, "After any answer."] = None


class PartEntry(Short):
    """An item to order or to sort, or a distractor."""

    called: ClassVar[str] = "an item"

    text: Annotated[Text, "What it says, in Markdown."]
    id: Annotated[Id | None, "A name that stays when the text is reworded."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class PairEntry(Author):
    """Two texts that belong together."""

    called: ClassVar[str] = "a pair"

    left: Annotated[Text, "What is asked."]
    right: Annotated[Text, "What belongs to it."]
    id: Annotated[Id | None, "A name that stays when the texts are reworded."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class CategoryEntry(Author):
    """A category with the items that belong to it."""

    called: ClassVar[str] = "a category"

    name: Annotated[Text, "The category's name."]
    items: Annotated[tuple[PartEntry, ...], NOT_EMPTY, "What belongs to it."]
    id: Annotated[Id | None, "A name that stays when the text is reworded."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
