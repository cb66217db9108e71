"""The pages of a course: what an outline lists and a learner opens."""

from __future__ import annotations

from typing import Literal

from scormkit.course.base import Fraction, Frozen, Html
from scormkit.course.blocks import AnyBlock
from scormkit.course.questions import AnyQuestion


class DoneRule(Frozen):
    """When a lesson is done; all given parts must hold. ``watched`` is a share, 0..1."""

    read: bool = True
    checks: Literal["answered", "right"] | None = None
    watched: Fraction | None = None


class Page(Frozen):
    """What all pages share.

    ``published`` is the id under which an LMS knows the page: the oldest of its former
    ids, else ``id``. ``title_lang`` is set where the title is not in the course's language.
    """

    id: str
    title: str
    title_lang: str | None = None
    description: Html | None = None
    published: str


class Lesson(Page):
    """A page of text and activities. ``minutes`` is the typical reading time."""

    kind: Literal["lesson"] = "lesson"
    minutes: float | None = None
    objectives: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    done: DoneRule = DoneRule.model_construct()
    blocks: tuple[AnyBlock, ...]


class Group(Frozen):
    """Questions that share a text, shown together and shuffled as one."""

    kind: Literal["group"] = "group"
    id: str
    text: Html
    questions: tuple[AnyQuestion, ...]


class Pool(Frozen):
    """Questions drawn for each attempt: ``pick`` of ``questions``, which carry equal points."""

    kind: Literal["pool"] = "pool"
    id: str
    pick: int
    questions: tuple[AnyQuestion, ...]


class Single(Frozen):
    """A question that stands by itself."""

    kind: Literal["single"] = "single"
    question: AnyQuestion


QuizEntry = Single | Group | Pool


class ResultText(Frozen):
    """What a learner reads from a score on (0..1)."""

    at_least: Fraction
    text: Html


class Quiz(Page):
    """A quiz, or a survey where ``graded`` is False.

    ``key`` names its saved status. ``attempts`` None is unlimited; ``time_limit`` is in
    seconds. ``best`` is the most points an attempt can earn.
    """

    kind: Literal["quiz"] = "quiz"
    key: str
    graded: bool = True
    pass_mark: Fraction | None = None
    attempts: int | None = None
    time_limit: int | None = None
    shuffle_questions: bool = False
    shuffle_answers: bool = False
    feedback: Literal["after_question", "after_quiz", "never"] = "after_quiz"
    correct: Literal[
        "after_question", "after_quiz", "after_last_attempt", "after_passing", "never"
    ] = "after_last_attempt"
    review: bool = True
    results: tuple[ResultText, ...] = ()
    entries: tuple[QuizEntry, ...]
    best: float


class Resource(Frozen):
    """A document of a library: a file of the course, or an address."""

    id: str
    title: str
    topic: str | None = None
    kind: str | None = None
    lang: str | None = None
    tags: tuple[str, ...] = ()
    description: Html | None = None
    asset: str | None = None
    url: str | None = None


class Resources(Page):
    """A library, searched and filtered by topic and kind."""

    kind: Literal["resources"] = "resources"
    topics: tuple[str, ...] = ()
    entries: tuple[Resource, ...]


class FaqEntry(Frozen):
    """A question that people ask, with its answer."""

    id: str
    question: Html
    plain: str
    answer: Html
    topic: str | None = None
    tags: tuple[str, ...] = ()


class Faq(Page):
    """Frequently asked questions."""

    kind: Literal["faq"] = "faq"
    entries: tuple[FaqEntry, ...]


class Material(Frozen):
    """A document of an event: a file of the course, or an address."""

    title: str
    asset: str | None = None
    url: str | None = None


class AgendaEntry(Frozen):
    """A session of an event; ``starts`` is ISO 8601 in the event's zone."""

    number: int
    id: str | None
    title: Html
    starts: str | None = None
    minutes: int | None = None
    speakers: tuple[str, ...] = ()
    description: Html | None = None


class Event(Page):
    """A dated meeting. ``starts`` is local ISO 8601, ``starts_utc`` the same with Z."""

    kind: Literal["event"] = "event"
    starts: str
    starts_utc: str
    time_zone: str
    minutes: int | None = None
    where: str | None = None
    where_url: str | None = None
    recording: str | None = None
    recording_asset: str | None = None
    speakers: tuple[str, ...] = ()
    attendance: bool = False
    materials: tuple[Material, ...] = ()
    agenda: tuple[AgendaEntry, ...] = ()


class Discussion(Page):
    """A discussion; the package can only say where to hold it (``contact``)."""

    kind: Literal["discussion"] = "discussion"
    prompt: Html
    contact: Html | None = None


class Assignment(Page):
    """A task to hand in; the package can only say where (``contact``)."""

    kind: Literal["assignment"] = "assignment"
    task: Html
    contact: Html | None = None


AnyPage = Lesson | Quiz | Resources | Faq | Event | Discussion | Assignment
