"""Parts of a package: one launchable unit each (a SCO, an AU), and where its pages lie."""

from __future__ import annotations

from typing import NamedTuple

from scormkit.course.model import Course, Module
from scormkit.course.pages import AnyPage

# Names that Windows cannot hold as a file, whatever the extension.
_RESERVED = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{device}{n}" for device in ("com", "lpt") for n in range(10)
}


class Part(NamedTuple):
    """A launchable unit: the whole course, a module, or one page.

    ``folder`` is "" or ends with "/"; ``launch`` is the package path of its first page.
    """

    id: str
    published: str
    title: str
    folder: str
    launch: str
    modules: tuple[Module, ...]

    @property
    def pages(self) -> tuple[AnyPage, ...]:
        """Return the part's pages in the order of the outline."""
        return tuple(page for module in self.modules for page in module.pages)

    @property
    def has_home(self) -> bool:
        """Tell whether the part has an ``index.html``: not where it is one page."""
        return self.launch.endswith("index.html")


def file_stem(identifier: str) -> str:
    """Return an id as the name of a file or folder that every system can hold."""
    return f"{identifier}_" if identifier in _RESERVED else identifier


def page_path(page_id: str) -> str:
    """Return a page's path inside its part's folder."""
    return f"pages/{file_stem(page_id)}.html"


def parts(course: Course) -> tuple[Part, ...]:
    """Return the launchable units of a course, by its packaging."""
    if course.packaging == "single":
        return (Part(course.id, course.published, course.title, "", "index.html", course.modules),)
    if course.packaging == "per-module":
        return tuple(_module_part(module) for module in course.modules)
    return tuple(_page_part(module, page) for module in course.modules for page in module.pages)


def _module_part(module: Module) -> Part:
    folder = f"{file_stem(module.id)}/"
    return Part(module.id, module.published, module.title, folder, f"{folder}index.html", (module,))


def _page_part(module: Module, page: AnyPage) -> Part:
    folder = f"{file_stem(page.id)}/"
    alone = module.model_copy(update={"pages": (page,)})
    return Part(page.id, page.published, page.title, folder, folder + page_path(page.id), (alone,))
