"""The items of a module: pages, each a file or written inline."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import FilePath
from scormkit.sources.kinds.maps import PathOr
from scormkit.sources.kinds.rules import OneOf, Rule
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.event import Event
from scormkit.sources.schema.faq import Faq
from scormkit.sources.schema.quiz import QuizSource
from scormkit.sources.schema.resources import Resources
from scormkit.sources.schema.spaces import Assignment, Discussion

ITEM_KINDS = (
    "lesson",
    "quiz",
    "survey",
    "resources",
    "faq",
    "event",
    "discussion",
    "assignment",
)
Inline = QuizSource | Resources | Faq | Event | Discussion | Assignment


class ItemSource(Author):
    """A page of a module: one key, the kind of the page, with a path or the page itself."""

    called: ClassVar[str] = "an item of a module"
    rules: ClassVar[tuple[Rule, ...]] = (OneOf(*ITEM_KINDS),)

    lesson: Annotated[FilePath | None, "A Markdown file."] = None
    quiz: Annotated[str | QuizSource | None, PathOr(QuizSource), "A quiz."] = None
    survey: Annotated[str | QuizSource | None, PathOr(QuizSource), "An ungraded quiz."] = None
    resources: Annotated[str | Resources | None, PathOr(Resources), "A library."] = None
    faq: Annotated[str | Faq | None, PathOr(Faq), "Questions and answers."] = None
    event: Annotated[str | Event | None, PathOr(Event), "A dated meeting."] = None
    discussion: Annotated[str | Discussion | None, PathOr(Discussion), "A discussion."] = None
    assignment: Annotated[str | Assignment | None, PathOr(Assignment), "A task."] = None

    @property
    def kind(self) -> str:
        """The kind of the page: the key that was written ("" where none was)."""
        return next((kind for kind in ITEM_KINDS if getattr(self, kind) is not None), "")

    @property
    def path(self) -> str | None:
        """The page's file, or None where it is written inline."""
        value = getattr(self, self.kind, None)
        return value if isinstance(value, str) else None

    @property
    def inline(self) -> Inline | None:
        """The page, where it is written inline."""
        value = getattr(self, self.kind, None)
        return None if isinstance(value, str) else value
