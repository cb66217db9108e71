"""The settings of courses, sections and activities that publishing manages.

A setting that isn't given isn't managed: on create Moodle's default for it holds, later
it stays as it is. Names and values are those of docs/reference/moodle-service.md.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field, JsonValue

from scormkit.publish.base import Given
from scormkit.publish.short_forms import attempts_form, completion_form, grade_form, visible_form

Percent = Annotated[float, Field(ge=0, le=100)]
Seconds = Annotated[int, Field(ge=0)]
Name = Annotated[str, Field(min_length=1, max_length=255)]
Tree = dict[str, JsonValue]


class Settings(Given):
    """Settings of which only those that were given count."""

    def wire(self) -> dict[str, JsonValue]:
        """Return what was given, as JSON values for the server."""
        return self.model_dump(mode="json", exclude_unset=True)

    @property
    def given(self) -> frozenset[str]:
        """Return the names of the settings that were given."""
        return frozenset(self.model_fields_set)


class Completion(Settings):
    """When the activity is complete; set as a whole, so all of it goes to the server."""

    mode: Literal["none", "manual", "automatic"] = "automatic"
    view: bool = False
    status: Annotated[tuple[Literal["passed", "completed"], ...], Field(strict=False)] = ()
    allscos: bool = False
    score: Annotated[int, Field(ge=1, le=100)] | None = None
    expected: Seconds = 0

    def wire(self) -> dict[str, JsonValue]:
        """Return all of it."""
        return self.model_dump(mode="json")


class Grade(Settings):
    """How the activity is graded; each key by itself."""

    method: Literal["highest", "average", "sum", "scos"] = "highest"
    max: Percent = 100
    pass_: Annotated[Percent | None, Field(alias="pass")] = None
    weight: Annotated[float, Field(ge=0)] | None = None

    def wire(self) -> dict[str, JsonValue]:
        """Return what was given, under the server's names."""
        return self.model_dump(mode="json", exclude_unset=True, by_alias=True)


class Attempts(Settings):
    """How often the activity may be tried; each key by itself."""

    max: Annotated[int, Field(ge=0, le=6)] = 0
    what: Literal["highest", "average", "first", "last"] = "highest"
    forcenew: Literal["no", "completed", "always"] = "no"
    locklast: bool = False
    forcecompleted: bool = False
    masteryoverride: bool = True


class Display(Settings):
    """How the activity is shown; each key by itself. Sizes in pixels, up to 100 percent."""

    window: Literal["current", "new"] = "current"
    width: Annotated[int, Field(ge=1)] = 100
    height: Annotated[int, Field(ge=1)] = 600
    skipview: Literal["never", "first", "always"] = "never"
    hidebrowse: bool = False
    structure: bool = False
    toc: Literal["side", "hidden", "popup", "disabled"] = "side"
    nav: Literal["no", "under", "floating"] = "under"
    attemptstatus: Literal["no", "all", "dashboard", "entry"] = "all"
    autocontinue: bool = False
    autocommit: bool = False


class ActivitySettings(Settings):
    """All that publishing may set of an activity, but ``requires``, which the course says."""

    name: Name | None = None
    intro: str | None = None
    showintro: bool | None = None
    visible: Annotated[bool | Literal["stealth"] | None, BeforeValidator(visible_form)] = None
    opens: Seconds | None = None
    closes: Seconds | None = None
    completion: Annotated[Completion | None, BeforeValidator(completion_form)] = None
    grade: Annotated[Grade | None, BeforeValidator(grade_form)] = None
    attempts: Annotated[Attempts | None, BeforeValidator(attempts_form)] = None
    display: Display | None = None
    availability: Tree | None = None
    requiresshown: bool | None = None

    def wire(self) -> dict[str, JsonValue]:
        """Return what was given, each object by its own rule."""
        return _wire(self)


class SectionSettings(Settings):
    """All that publishing may set of a section."""

    name: Name | None = None
    summary: str | None = None
    visible: bool | None = None
    availability: Tree | None = None
    requiresshown: bool | None = None


class Gradebook(Settings):
    """A grade category of ours for the activities with a weight."""

    name: Name
    aggregation: Literal["natural", "weighted", "mean"] = "weighted"

    def wire(self) -> dict[str, JsonValue]:
        """Return both."""
        return self.model_dump(mode="json")


class CourseSettings(Settings):
    """All that publishing may set of a Moodle course."""

    fullname: Name | None = None
    shortname: Name | None = None
    categoryid: Annotated[int, Field(ge=1)] | None = None
    summary: str | None = None
    lang: str | None = None
    startdate: Seconds | None = None
    enddate: Seconds | None = None
    visible: bool | None = None
    format: str | None = None
    completion: bool | None = None
    criteria: Literal["all", "none"] | None = None
    gradebook: Gradebook | None = None

    def wire(self) -> dict[str, JsonValue]:
        """Return what was given, each object by its own rule."""
        return _wire(self)


def _wire(settings: Settings) -> dict[str, JsonValue]:
    plain = settings.model_dump(mode="json", exclude_unset=True)
    for name in settings.given:
        value = getattr(settings, name)
        if isinstance(value, Settings):
            plain[name] = value.wire()
    return plain


Kind = TypeVar("Kind", bound=Settings)


def over(first: Kind, *later: Kind) -> Kind:
    """Return ``first`` with what the later ones give put over it, the last one winning.

    ``grade``, ``attempts`` and ``display`` are put over key by key, all else as a whole.
    """
    made = first
    for settings in later:
        update = {name: _joined(made, settings, name) for name in settings.given}
        made = made.model_copy(update=update)
    return made


def _joined(below: Settings, above: Settings, name: str) -> object:
    old, new = getattr(below, name), getattr(above, name)
    by_key = isinstance(new, Grade | Attempts | Display) and isinstance(old, type(new))
    return over(old, new) if by_key else new
