"""From a course folder to compiled courses and all problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scormkit.course.compiled import Compiled
from scormkit.course.model import Course, Module
from scormkit.course.state import StateLayout
from scormkit.errors import Severity
from scormkit.sources.assets import Assets
from scormkit.sources.compile.build import Build
from scormkit.sources.compile.course import Edition, compile_language, complete
from scormkit.sources.compile.external import report_external
from scormkit.sources.compile.glossary import read_terms, translated_names
from scormkit.sources.compile.links import check_anchors
from scormkit.sources.compile.loading import load_project
from scormkit.sources.compile.lost import report_lost
from scormkit.sources.compile.needs import needs
from scormkit.sources.compile.outline import check_requires, compile_modules, register
from scormkit.sources.compile.project import Project
from scormkit.sources.compile.registry import Ids
from scormkit.sources.languages import check_language
from scormkit.sources.lint import (
    report_formats,
    report_interface,
    report_lock,
    report_unused,
)
from scormkit.sources.lock import Lock
from scormkit.sources.numbers import Choose, Numbers
from scormkit.sources.picture_files import PictureFiles
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.slots import Allocation, allocate
from scormkit.sources.translations import Catalog


@dataclass(slots=True)
class First:
    """A course compiled in the language it is written in."""

    build: Build
    modules: tuple[Module, ...]
    course: Course
    allocation: Allocation
    lock: Lock


def compile_course(folder: Path, edition: Edition = "learner", strict: bool = False) -> Compiled:
    """Compile a course folder and report every problem, sorted; ``strict``: warnings are errors."""
    problems = Problems()
    courses: tuple[Course, ...] = ()
    with PictureFiles() as pictures:
        project = load_project(folder, problems, {}, pictures.begin)
        if project is not None:
            courses = _compile(project, pictures, edition, strict)
    found = tuple(sorted(set(problems.items), key=lambda one: one.sort_key))
    if strict:
        found = tuple(replace(one, severity=Severity.ERROR) for one in found)
    wrong = any(one.severity is Severity.ERROR for one in found)
    return Compiled(() if wrong else courses, found)


def _compile(
    project: Project, pictures: PictureFiles, edition: Edition, strict: bool
) -> tuple[Course, ...]:
    first = compile_first(project, edition, pictures=pictures)
    report_lock(first.build, first.allocation)
    if not project.problems.has_errors:
        report_lost(project, first.modules)
    courses = [(first.build, first.course)]
    for index, lang in enumerate(project.course.translations):
        made = _translate(first, index, lang, edition, strict)
        courses += [made] if made else []
    report_unused(project)
    report_formats(project)
    report_interface(project, (course for _, course in courses), strict)
    names = first.build.assets.names()
    state = _state(first)
    return _together(tuple(complete(build, course, names, state) for build, course in courses))


def _together(courses: tuple[Course, ...]) -> tuple[Course, ...]:
    """Tell each language of the others: some manifests hold the texts of all."""
    if len(courses) < 2:
        return courses
    return tuple(
        course.model_copy(update={"others": tuple(one for one in courses if one is not course)})
        for course in courses
    )


def compile_first(
    project: Project,
    edition: Edition = "learner",
    choose: Choose | None = None,
    pictures: PictureFiles | None = None,
) -> First:
    """Compile a course in its own language; everything but translations is checked."""
    source, problems = project.course, project.problems
    lock = project.lock or Lock(source.id)
    check_language(source.lang, source.place("lang"), problems)
    ids = Ids(problems)
    build = Build(
        project,
        source.lang,
        problems,
        Assets(project.folder, problems, pictures or PictureFiles()),
        ids,
        Numbers(lock, ids.former, choose),
    )
    for index, id_ in enumerate(source.retired):
        build.ids.retire(id_, source.place("retired", index))
    register(build)
    build.objectives = frozenset(one.id for one in source.objectives)
    read_terms(build)
    modules = compile_modules(build)
    course = compile_language(build, modules, edition)
    check_requires(build)
    check_anchors(build.anchors, modules, problems)
    report_external(build)
    build.ids.finish()
    allocation = allocate(lock, needs(modules), build.ids.former)
    return First(build, modules, course, allocation, lock)


def _state(first: First) -> StateLayout:
    return StateLayout.model_construct(
        number=len(first.lock.layouts),
        slots=first.allocation.slots,
        published=tuple(first.lock.layouts),
    )


def _translate(
    first: First, index: int, lang: str, edition: Edition, strict: bool
) -> tuple[Build, Course] | None:
    """Compile a course in another language: ids, numbers and state are those of the first."""
    project, problems = first.build.project, first.build.problems
    place = project.course.place("translations", index)
    check_language(lang, place, problems)
    catalog = _catalog(project, index, lang, place)
    if catalog is None:
        return None
    own = Problems()
    build = replace(
        first.build, lang=lang, problems=own, catalog=catalog, anchors=[], external=[], banked={}
    )
    build.terms = translated_names(build)
    modules = compile_modules(build)
    course = compile_language(build, modules, edition)
    check_anchors(build.anchors, modules, own)
    _report_new(own, problems, lang)
    if not problems.has_errors:
        catalog.report(problems, strict)
    return build, course


def _report_new(own: Problems, problems: Problems, lang: str) -> None:
    """Report what is wrong in a translation only; the rest was reported for the source."""
    known: Mapping[tuple[str, int, str], bool] = {
        (one.path, one.line, one.code): True for one in problems.items
    }
    for one in own.items:
        if (one.path, one.line, one.code) not in known:
            message = f"{one.message} (in the translation into {lang})"
            problems.add(replace(one, message=message))


def _catalog(project: Project, index: int, lang: str, place: Place) -> Catalog | None:
    if lang == project.course.lang:
        project.problems.error(
            place, "SK1707", f"{lang!r} is the language that the course is written in"
        )
        return None
    if lang in project.course.translations[:index]:
        project.problems.error(place, "SK1707", f"{lang!r} is named twice")
        return None
    key = f"i18n/{lang}.po"
    if key not in project.folder.listed:
        near = project.folder.near(key)
        hint = f"; did you mean {near!r}?" if near else "; `scormkit translate extract` makes it"
        project.problems.error(
            place, "SK1701", f"there is no {key} with the translation into {lang!r}{hint}"
        )
        return None
    if project.folder.find(key, "", place, project.problems) is None:
        return None
    text = project.text(key)
    shown = project.folder.shown(key)
    return None if text is None else Catalog.parse(text, lang, shown, project.problems)
