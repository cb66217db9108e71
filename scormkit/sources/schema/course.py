"""course.yml: what the course is, and its outline."""

from typing import Annotated, ClassVar, Literal

from scormkit.sources.kinds.aliases import Id, Lang, Percent, Plain, Seconds, Text, Version
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.course_parts import (
    BudgetSource,
    CertificateSource,
    CompletionSource,
    CoverSource,
    MoodleSource,
    ObjectiveSource,
    ThemeSource,
)
from scormkit.sources.schema.items import ItemSource
from scormkit.sources.schema.lesson import DoneSource


class ModuleSource(Author):
    """A part of the outline."""

    called: ClassVar[str] = "a module"

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    items: Annotated[tuple[ItemSource, ...], NOT_EMPTY, "The pages, in order."]
    description: Annotated[Text | None, "What the module is about."] = None
    requires: Annotated[tuple[Id, ...], LONE, "Modules that must be done first."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class CourseSource(Author):
    """What the course is, and its outline."""

    called: ClassVar[str] = "the course"

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "The course's title."]
    lang: Annotated[Lang, "The language it is written in, BCP 47."]
    modules: Annotated[tuple[ModuleSource, ...], NOT_EMPTY, "The outline."]
    translations: Annotated[tuple[Lang, ...], LONE, "Languages of i18n/<lang>.po."] = ()
    version: Annotated[Version, "The version of the contents."] = "1.0.0"
    description: Annotated[Text | None, "For manifests and the LMS's summary."] = None
    objectives: Annotated[tuple[ObjectiveSource, ...], "Shown first; questions name them."] = ()
    audience: Annotated[Text | None, "Whom it is for."] = None
    duration: Annotated[Seconds | None, "Typical learning time, such as 2h30m."] = None
    authors: Annotated[tuple[Plain, ...], LONE, "Who wrote it."] = ()
    licence: Annotated[Plain | None, "SPDX, such as CC-BY-4.0."] = None
    keywords: Annotated[tuple[Plain, ...], LONE, "Words to find it by."] = ()
    cover: Annotated[CoverSource | None, "The picture of the course."] = None
    theme: Annotated[ThemeSource | None, "The look."] = None
    navigation: Annotated[
        Literal["free", "linear"], "linear: the next page opens when this one is done."
    ] = "free"
    packaging: Annotated[
        Literal["single", "per-module", "per-lesson"], "One SCO or AU, or several."
    ] = "single"
    completion: Annotated[CompletionSource | None, "What must hold for completed."] = None
    score: Annotated[
        dict[Id, Percent] | None, NOT_EMPTY, "Weights of quizzes and modules; equal by default."
    ] = None
    pass_mark: Annotated[Percent | None, "The course score that passes."] = None
    done: Annotated[DoneSource | None, "When a page is done; default: when read."] = None
    certificate: Annotated[CertificateSource | None, "The page to print."] = None
    retired: Annotated[tuple[Id, ...], LONE, "Ids that were published and are gone."] = ()
    formats: Annotated[tuple[Plain, ...], LONE, "What a bare `scormkit build` makes."] = ()
    budget: Annotated[BudgetSource | None, "Limits that a build warns about."] = None
    moodle: Annotated[MoodleSource | None, "Defaults for publishing."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids of the course."] = ()
