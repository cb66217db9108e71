"""Questions, one model per type of the contract; grading is data here, code elsewhere.

Every ``number`` counts from 1, comes from course.lock, belongs to its owner for ever and
is never used again: saved answers name options by it. A text without an author's id still
has a number. Order of tuples is the author's order.
"""

from __future__ import annotations

from typing import Literal

from scormkit.course.activities import Scenario, Simulation
from scormkit.course.base import Fraction, Frozen, Html, Picture

Scoring = Literal["per_option", "all_or_nothing"]


class Feedback(Frozen):
    """What a learner reads after answering; ``always`` is the one-text form."""

    right: Html | None = None
    partly: Html | None = None
    wrong: Html | None = None
    always: Html | None = None


class Answer(Frozen):
    """One option. ``credit`` is the share of the points it earns in a choice."""

    number: int
    text: Html
    plain: str
    correct: bool
    credit: Fraction
    feedback: Html | None = None
    picture: Picture | None = None


class Question(Frozen):
    """What all types share.

    ``key`` names its saved answer: ``quiz-id/question-id`` in a quiz, the question's id in
    a lesson. ``points`` is the most it earns.
    """

    id: str
    key: str
    text: Html
    plain: str
    points: float = 1.0
    feedback: Feedback = Feedback.model_construct()
    hint: Html | None = None
    tags: tuple[str, ...] = ()
    objective: str | None = None
    picture: Picture | None = None
    shuffle: bool = True


class Choice(Question):
    """One answer of several: credit is that of the answer."""

    type: Literal["choice"] = "choice"
    answers: tuple[Answer, ...]


class Multiple(Question):
    """Several answers: (right chosen - wrong chosen) / right, at least 0."""

    type: Literal["multiple"] = "multiple"
    answers: tuple[Answer, ...]
    scoring: Scoring = "per_option"


class TrueFalse(Question):
    """A statement that holds or not."""

    type: Literal["true_false"] = "true_false"
    answer: bool


class Accepted(Frozen):
    """A text that is accepted; ``regex`` entries match the whole typed text."""

    text: str
    regex: bool = False
    credit: Fraction = 1.0
    feedback: Html | None = None


class ShortAnswer(Question):
    """A typed word or phrase: the best accepted entry that matches gives its credit.

    Unless ``exact``, diacritics are folded; unless ``case``, case is.
    """

    type: Literal["short_answer"] = "short_answer"
    accept: tuple[Accepted, ...]
    case: bool = False
    exact: bool = False


class Number(Question):
    """A typed number, right within ``tolerance`` (absolute, inclusive)."""

    type: Literal["number"] = "number"
    answer: float
    tolerance: float = 0.0
    unit: str | None = None


class Part(Frozen):
    """A numbered text: a side of a pair, an item to order, a category."""

    number: int
    text: Html
    plain: str


class Match(Question):
    """Lefts to their rights: ``solution`` is (left number, right number) pairs.

    ``rights`` holds the right sides and the distractors, each text once.
    """

    type: Literal["match"] = "match"
    lefts: tuple[Part, ...]
    rights: tuple[Part, ...]
    solution: tuple[tuple[int, int], ...]
    scoring: Scoring = "per_option"


class Order(Question):
    """Items in the right order, as written: items in their place / items."""

    type: Literal["order"] = "order"
    items: tuple[Part, ...]


class Categorize(Question):
    """Items into categories: ``solution`` is (item number, category number) pairs."""

    type: Literal["categorize"] = "categorize"
    items: tuple[Part, ...]
    categories: tuple[Part, ...]
    solution: tuple[tuple[int, int], ...]
    scoring: Scoring = "per_option"


class Gap(Frozen):
    """A gap in a text: ``accept`` when typed, else ``options`` of a drop-down, right first."""

    number: int
    accept: tuple[str, ...] = ()
    options: tuple[Part, ...] = ()


class Gaps(Question):
    """A text with gaps. In ``body`` each stands as ``<span data-gap="NUMBER"></span>``."""

    type: Literal["gaps"] = "gaps"
    body: Html
    gaps: tuple[Gap, ...]
    case: bool = False
    exact: bool = False
    scoring: Scoring = "per_option"


class Area(Frozen):
    """An area of a picture, in fractions of its width and height.

    ``points``: box (left, top, width, height), circle (x, y, radius of the width) or
    polygon (x1, y1, x2, y2, …).
    """

    number: int
    label: str
    label_lang: str | None = None
    correct: bool
    shape: Literal["box", "circle", "polygon"]
    points: tuple[float, ...]


class Hotspot(Question):
    """Areas of a picture to pick, credited as Multiple."""

    type: Literal["hotspot"] = "hotspot"
    image: Picture
    areas: tuple[Area, ...]
    scoring: Scoring = "per_option"


class SimulationQuestion(Question):
    """A procedure: screens right at the first try / screens."""

    type: Literal["simulation"] = "simulation"
    simulation: Simulation


class ScenarioQuestion(Question):
    """A story: points of the way taken / the best way's."""

    type: Literal["scenario"] = "scenario"
    scenario: Scenario


class Scale(Question):
    """A scale from ``low`` to ``high`` in a survey; ``labels`` maps a value to its text."""

    type: Literal["scale"] = "scale"
    low: int
    high: int
    labels: tuple[tuple[int, str], ...] = ()


class Essay(Question):
    """Free text, not graded in a package: it earns and counts no points."""

    type: Literal["essay"] = "essay"
    min_words: int = 0
    model_answer: Html | None = None


AnyQuestion = (
    Choice
    | Multiple
    | TrueFalse
    | ShortAnswer
    | Number
    | Match
    | Order
    | Categorize
    | Gaps
    | Hotspot
    | SimulationQuestion
    | ScenarioQuestion
    | Scale
    | Essay
)
