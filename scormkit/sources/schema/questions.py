"""The types of questions, in their long form: short forms are normalised on reading."""

from typing import Annotated, ClassVar, Literal

from scormkit.sources.kinds.aliases import (
    Count,
    FilePath,
    Limits,
    Number,
    Plain,
    Text,
    Whole,
)
from scormkit.sources.kinds.base import Schema
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.maps import Keyed, ScaleLabels, ScaleLabelsKind
from scormkit.sources.kinds.rules import NotBoth, OneOf, Rule, Together
from scormkit.sources.kinds.units import Tolerance
from scormkit.sources.schema.activities import Simulated, Storied
from scormkit.sources.schema.areas import AreaSource
from scormkit.sources.schema.entries import (
    AcceptEntry,
    AnswerEntry,
    CategoryEntry,
    Entry,
    PairEntry,
    PartEntry,
)
from scormkit.sources.schema.question_base import QuestionSource as QuestionSource  # noqa: PLC0414 - for mypy

Scoring = Annotated[
    Literal["per_option", "all_or_nothing"], "Whether parts of the answer earn parts of the points."
]
Items = Annotated[tuple[PartEntry, ...], NOT_EMPTY]
Pairs = Annotated[tuple[PairEntry, ...], Keyed("left", "right"), NOT_EMPTY]
Categories = Annotated[tuple[CategoryEntry, ...], Keyed("name", "items"), NOT_EMPTY]


class ChoiceQuestion(QuestionSource):
    """One answer of several."""

    type: ClassVar[str] = "choice"
    rules: ClassVar[tuple[Rule, ...]] = (
        *QuestionSource.rules,
        OneOf("right", "answers"),
        NotBoth("answers", "right", "wrong"),
        Together("right", "wrong"),
    )

    right: Annotated[tuple[Entry, ...], LONE, NOT_EMPTY, "The right answer."] = ()
    wrong: Annotated[tuple[Entry, ...], LONE, NOT_EMPTY, "The wrong answers."] = ()
    answers: Annotated[tuple[AnswerEntry, ...], NOT_EMPTY, "All answers, the long form."] = ()


class MultipleQuestion(QuestionSource):
    """Several answers."""

    type: ClassVar[str] = "multiple"
    rules: ClassVar[tuple[Rule, ...]] = (
        *QuestionSource.rules,
        OneOf("right", "answers"),
        NotBoth("answers", "right", "wrong"),
    )

    right: Annotated[tuple[Entry, ...], LONE, NOT_EMPTY, "The right answers."] = ()
    wrong: Annotated[tuple[Entry, ...], LONE, "The wrong answers."] = ()
    answers: Annotated[tuple[AnswerEntry, ...], NOT_EMPTY, "All answers, the long form."] = ()
    scoring: Scoring = "per_option"


class TrueFalseQuestion(QuestionSource):
    """A statement that holds or not."""

    type: ClassVar[str] = "true_false"

    answer: Annotated[bool, "Whether the statement holds."]


class ShortAnswerQuestion(QuestionSource):
    """A typed word or phrase; in a survey anything may be typed."""

    type: ClassVar[str] = "short_answer"

    accept: Annotated[tuple[AcceptEntry, ...], LONE, NOT_EMPTY, "What is right."] = ()
    regex: Annotated[
        tuple[AcceptEntry, ...], LONE, NOT_EMPTY, "Patterns that the whole answer may match."
    ] = ()
    case: Annotated[bool, "Whether capitals count."] = False
    exact: Annotated[bool, "Whether diacritics count."] = False


class NumberQuestion(QuestionSource):
    """A typed number."""

    type: ClassVar[str] = "number"

    answer: Annotated[Number, "The right number."]
    tolerance: Annotated[Limits, "How far off is still right, inclusive."] = Tolerance(0.0)
    unit: Annotated[Plain | None, "Shown behind the field."] = None


class MatchQuestion(QuestionSource):
    """Lefts to their rights."""

    type: ClassVar[str] = "match"

    pairs: Annotated[Pairs, "left: right, or a list of {left, right, id}."]
    distractors: Annotated[tuple[PartEntry, ...], LONE, "Rights that belong to no left."] = ()
    scoring: Scoring = "per_option"


class OrderQuestion(QuestionSource):
    """Items to put in order."""

    type: ClassVar[str] = "order"

    items: Annotated[Items, "The items, in the right order."]


class CategorizeQuestion(QuestionSource):
    """Items to sort into categories."""

    type: ClassVar[str] = "categorize"

    categories: Annotated[Categories, "name: [items], or a list of {name, items, id}."]
    scoring: Scoring = "per_option"


class GapsQuestion(QuestionSource):
    """A text with gaps; ``text`` may introduce it."""

    type: ClassVar[str] = "gaps"
    text_key: ClassVar[str] = "gaps"

    text: Annotated[Text | None, "What stands before the text with gaps."] = None  # type: ignore[assignment]
    gaps: Annotated[Text, "The text: [[right|also right]] typed, [[right//wrong]] a drop-down."]
    case: Annotated[bool, "Whether capitals count."] = False
    exact: Annotated[bool, "Whether diacritics count."] = False
    scoring: Scoring = "per_option"

    @classmethod
    def one_text(cls) -> Schema:
        """Accept `text` for `gaps` beside the type."""
        return {"anyOf": [{"required": ["gaps"]}, {"required": ["type", "text"]}]}


class HotspotQuestion(QuestionSource):
    """Areas of a picture to pick."""

    type: ClassVar[str] = "hotspot"

    image: Annotated[FilePath, "The picture."]
    areas: Annotated[tuple[AreaSource, ...], NOT_EMPTY, "The areas of the picture."]
    scoring: Scoring = "per_option"


class SimulationQuestion(QuestionSource, Simulated):
    """A procedure to do."""

    type: ClassVar[str] = "simulation"


class ScenarioQuestion(QuestionSource, Storied):
    """A story to walk through."""

    type: ClassVar[str] = "scenario"


class ScaleQuestion(QuestionSource):
    """A scale, in a survey."""

    type: ClassVar[str] = "scale"

    from_: Annotated[Whole, "The lowest value."] = 1
    to: Annotated[Whole, "The highest value."] = 5
    labels: Annotated[ScaleLabels, ScaleLabelsKind(), "value: text, or one for each value."] = ()


class EssayQuestion(QuestionSource):
    """Free text, not graded in a package."""

    type: ClassVar[str] = "essay"

    min_words: Annotated[Count, "How many words are asked for."] = 0
    model_answer: Annotated[Text | None, "An example, shown afterwards."] = None


AnyQuestion = (
    ChoiceQuestion
    | MultipleQuestion
    | TrueFalseQuestion
    | ShortAnswerQuestion
    | NumberQuestion
    | MatchQuestion
    | OrderQuestion
    | CategorizeQuestion
    | GapsQuestion
    | HotspotQuestion
    | SimulationQuestion
    | ScenarioQuestion
    | ScaleQuestion
    | EssayQuestion
)
