"""The YAML bodies of a lesson's blocks; the file is the block's argument."""

from typing import Annotated

from scormkit.sources.kinds.aliases import Alt, FilePath, Id, Lang, Plain, Text
from scormkit.sources.kinds.base import Reading, Schema, property_schema
from scormkit.sources.kinds.lists import LONE
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.question_kind import QuestionKind
from scormkit.sources.schema.questions import AnyQuestion
from scormkit.sources.yaml_nodes import Node, short_form


class AudioBody(Author):
    """A sound."""

    id: Annotated[Id | None, "Needed once listening counts."] = None
    title: Annotated[Plain | None, "What it is."] = None
    transcript: Annotated[FilePath | None, "A Markdown file with what is said."] = None
    captions: Annotated[dict[Lang, FilePath] | None, "WebVTT files by language."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class VideoBody(AudioBody):
    """A video."""

    poster: Annotated[FilePath | None, "A picture to show before it plays."] = None


class FigureBody(Author):
    """A picture with a caption."""

    alt: Annotated[Alt | None, 'What it shows; "" for a decorative one.'] = None
    caption: Annotated[Text | None, "What is written below."] = None
    zoom: Annotated[bool, "Whether it may be enlarged."] = False


class DownloadBody(Author):
    """A file to take home."""

    title: Annotated[Plain | None, "What it is; by default the file's name."] = None


class QuestionBody(Author):
    """A check: any question."""

    question: Annotated[AnyQuestion, QuestionKind()]

    @classmethod
    def normalise(cls, node: Node, reading: Reading) -> Node:  # noqa: ARG003
        """Take the whole body for the question."""
        return short_form("question", node)

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Accept the question alone."""
        return property_schema(own, "question")
