"""A quiz, a survey and a bank of questions."""

from typing import Annotated, ClassVar, Literal

from scormkit.sources.kinds.aliases import FilePath, Id, Natural, Percent, Plain, Seconds, Text
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.rules import NotBoth, Rule
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.question_kind import QuestionKind
from scormkit.sources.schema.questions import AnyQuestion

OneQuestion = Annotated[AnyQuestion, QuestionKind()]


class ShuffleSource(Author):
    """What stands in another order for each learner."""

    called: ClassVar[str] = "`shuffle`"

    questions: Annotated[bool, "Whether questions are shuffled."] = False
    answers: Annotated[bool, "Whether answers are shuffled."] = False


class ShowSource(Author):
    """What a learner is shown, and when."""

    called: ClassVar[str] = "`show`"

    feedback: Annotated[
        Literal["after_question", "after_quiz", "never"], "When feedback is shown."
    ] = "after_quiz"
    correct: Annotated[
        Literal["after_question", "after_quiz", "after_last_attempt", "after_passing", "never"],
        "When the right answers are shown.",
    ] = "after_last_attempt"
    review: Annotated[bool, "Whether the answers may be looked at afterwards."] = True


class ResultSource(Author):
    """What a learner reads from a score on."""

    called: ClassVar[str] = "a result"

    from_: Annotated[Percent, "The lowest score that it is for."]
    text: Annotated[Text, "What to read; may link to lessons."]


class GroupSource(Author):
    """Questions that share a text, shown together and shuffled as one."""

    called: ClassVar[str] = "a group"

    id: Annotated[Id, "Unique in the course."]
    text: Annotated[Text, "What they share."]
    questions: Annotated[tuple[OneQuestion, ...], NOT_EMPTY, "The questions of the group."]
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class PoolSource(Author):
    """Questions drawn from a bank for each attempt."""

    called: ClassVar[str] = "a pool"
    rules: ClassVar[tuple[Rule, ...]] = (NotBoth("tags", "ids"),)

    id: Annotated[Id, "Unique in the course."]
    pick: Annotated[Natural, "How many are drawn."]
    from_: Annotated[FilePath, "The bank's file."]
    tags: Annotated[tuple[Plain, ...], LONE, NOT_EMPTY, "Only questions having all of these."] = ()
    ids: Annotated[tuple[Id, ...], LONE, NOT_EMPTY, "Only these questions."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


QuizEntry = AnyQuestion | GroupSource | PoolSource


class QuizSource(Author):
    """A quiz, or a survey where ``graded`` is false."""

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    questions: Annotated[
        tuple[Annotated[QuizEntry, QuestionKind(GroupSource, PoolSource)], ...],
        NOT_EMPTY,
        "Questions, groups ({id, text, questions}) and pools ({id, pick, from}).",
    ]
    description: Annotated[Text | None, "Shown before the first question."] = None
    graded: Annotated[bool, "false makes a survey of it."] = True
    pass_mark: Annotated[Percent | None, "The score that passes; none by default."] = None
    attempts: Annotated[Natural | None, "How many there are; unlimited by default."] = None
    time_limit: Annotated[Seconds | None, "How long an attempt may take; none by default."] = None
    shuffle: Annotated[ShuffleSource | None, "What is shuffled; nothing by default."] = None
    show: Annotated[ShowSource | None, "What is shown, and when."] = None
    results: Annotated[tuple[ResultSource, ...], "What is read from a score on."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class BankSource(Author):
    """A bank: questions that pools draw from."""

    id: Annotated[Id, "The bank's id."]
    title: Annotated[Plain | None, "For authors only."] = None
    questions: Annotated[tuple[OneQuestion, ...], NOT_EMPTY, "The questions."]
