"""The parts of course.yml besides the outline."""

from typing import Annotated, ClassVar, Literal

from scormkit.sources.kinds.aliases import (
    Alt,
    Bytes,
    Colour,
    Count,
    FilePath,
    Id,
    LocalTime,
    Percent,
    Period,
    Plain,
    Text,
)
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.rules import AnyOf, Rule, Together
from scormkit.sources.schema.base import Author


class ObjectiveSource(Author):
    """A learning objective."""

    id: Annotated[Id, "Questions name it by this id."]
    text: Annotated[Text, "What learners will be able to do."]
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class CoverSource(Author):
    """The picture of the course."""

    called: ClassVar[str] = "`cover`"

    image: Annotated[FilePath, "The picture."]
    alt: Annotated[Alt | None, 'What it shows; "" for a decorative one.'] = None


class ThemeSource(Author):
    """The author's look."""

    called: ClassVar[str] = "`theme`"
    rules: ClassVar[tuple[Rule, ...]] = (Together("logo_alt", "logo"),)

    name: Annotated[Literal["calm", "paper"], "Which of the shipped themes."] = "calm"
    color: Annotated[Colour | None, 'The main colour, in quotes: "#005a9c".'] = None
    logo: Annotated[FilePath | None, "A picture at the top of each page."] = None
    logo_alt: Annotated[Alt | None, "What the logo says."] = None


class CompletionSource(Author):
    """What must hold for completed; all that is given must."""

    called: ClassVar[str] = "`completion`"
    rules: ClassVar[tuple[Rule, ...]] = (AnyOf("pages", "passed", "done"),)

    pages: Annotated[Percent | None, "The share of pages that must be done."] = None
    passed: Annotated[tuple[Id, ...], LONE, NOT_EMPTY, "Quizzes that must be passed."] = ()
    done: Annotated[tuple[Id, ...], LONE, NOT_EMPTY, "Pages that must be done."] = ()


class SignatorySource(Author):
    """Who signs the certificate."""

    called: ClassVar[str] = "`signatory`"

    name: Annotated[Plain, "The person's name."]
    role: Annotated[Plain | None, "The person's office."] = None
    image: Annotated[FilePath | None, "A picture of the signature."] = None


class CertificateSource(Author):
    """The page that a learner may print."""

    called: ClassVar[str] = "the certificate"

    title: Annotated[Plain, "The heading."]
    when: Annotated[Literal["passed", "completed"], "What earns it."] = "passed"
    body: Annotated[
        Text,
        "The text; in quotes, as it may begin with a brace. "
        "{learner} {course} {score} {date} {duration} {valid_until} {serial} are filled in.",
    ]
    signatory: Annotated[SignatorySource | None, "Who signs."] = None
    valid_for: Annotated[Period | None, "How long it is valid, such as 3y."] = None


class BudgetSource(Author):
    """Limits that a build warns about."""

    called: ClassVar[str] = "`budget`"

    package: Annotated[Bytes | None, "The size of a package, such as 8 MB."] = None
    first_page: Annotated[Bytes | None, "What the first page loads, such as 60 kB."] = None
    external_urls: Annotated[Literal["forbid", "warn", "allow"], "Addresses outside."] = "warn"


class MoodleSource(Author):
    """Defaults for publishing to Moodle; a site's settings win."""

    called: ClassVar[str] = "`moodle`"

    section: Annotated[Plain | None, "The section of the Moodle course."] = None
    completion: Annotated[Plain | None, "How Moodle tracks completion."] = None
    grade: Annotated[Plain | None, "How Moodle grades."] = None
    attempts: Annotated[Count | None, "How many there are; 0 is unlimited."] = None
    opens: Annotated[LocalTime | None, "When it opens."] = None
    closes: Annotated[LocalTime | None, "When it closes."] = None
    visible: Annotated[bool | None, "Whether learners see it."] = None
