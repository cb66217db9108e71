"""activities.json: what the statements of a part say of the things that they name.

The scripts read it once a launch and put each definition into the statements about it, so an
LRS knows titles, questions and right answers in every language of the course.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from scormkit.course.model import Course
from scormkit.course.pages import AnyPage
from scormkit.exporter import PackageFile
from scormkit.player.iris import course_iri, inner_iri, part_iri
from scormkit.player.parts import Part
from scormkit_xapi import languages, vocabulary
from scormkit_xapi.contents import Wording, asked, media
from scormkit_xapi.interactions import Definition, interaction
from scormkit_xapi.languages import LangMap
from scormkit_xapi.structure import about, page_type

FILE = "activities.json"


def activity_files(course: Course, parts: tuple[Part, ...]) -> Iterator[PackageFile]:
    """Yield the definitions of each part, in the part's folder."""
    wording = Wording.of(course)
    for part in parts:
        made = dict(_activities(course, part, wording))
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        yield PackageFile(part.folder + FILE, text.encode("utf-8", "replace") + b"\n")


def _activities(course: Course, part: Part, wording: Wording) -> Iterator[tuple[str, Definition]]:
    """Yield the IRI and the definition of all that statements of a part may name."""
    whole = _definition(vocabulary.COURSE, languages.title(course), languages.description(course))
    yield course_iri(course), whole
    this = about(course, part)
    yield part_iri(course, part), _definition(this.type, this.title, this.description)
    for one in course.objectives:
        text = languages.objective(course, one.id)
        yield inner_iri(course, "objective", one.id), _definition(vocabulary.OBJECTIVE, text)
    for module in part.modules:
        title = languages.module_title(course, module)
        yield inner_iri(course, "module", module.published), _definition(vocabulary.MODULE, title)
        for page in module.pages:
            yield from _page(course, page, wording)


def _page(course: Course, page: AnyPage, wording: Wording) -> Iterator[tuple[str, Definition]]:
    title = languages.page_title(course, page)
    yield inner_iri(course, "page", page.published), _definition(page_type(page), title)
    for item in asked(page):
        yield inner_iri(course, "interaction", item.key), interaction(wording.asked(item.key))
    for medium in media(page):
        kind = vocabulary.VIDEO if medium.medium == "video" else vocabulary.AUDIO
        name = str(medium.id)
        yield inner_iri(course, "media", name), _definition(kind, wording.media_title(name))


def _definition(type_: str, name: LangMap, description: LangMap | None = None) -> Definition:
    made: Definition = {"type": type_, "name": name}
    if description and description != name:
        made["description"] = description
    return made
