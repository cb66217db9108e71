"""Entry points of the installed distributions.

``importlib.metadata`` answers the same, but it imports Python's e-mail package, and that takes
a tenth of the time in which a small course is built. Here only folders on ``sys.path`` are
read; where something else provides distributions (a zip, another finder), it is asked.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Any, NamedTuple

_INFO = (".dist-info", ".egg-info")
_SEPARATORS = re.compile(r"[-_.]+")


class Entry(NamedTuple):
    """An entry point: ``value`` is ``module:attribute``."""

    name: str
    value: str

    def load(self) -> Any:  # noqa: ANN401 - it may be anything
        """Import the module and return the attribute; raise what that raises."""
        module, _, path = self.value.partition("[")[0].partition(":")
        found: Any = import_module(module.strip())
        for attribute in filter(None, path.strip().split(".")):
            found = getattr(found, attribute)
        return found


def entries(group: str) -> Iterator[Entry]:
    """Yield the entry points of a group; of a distribution found twice, those of the first."""
    if not _folders_only():
        from importlib.metadata import entry_points  # noqa: PLC0415 - see the module

        yield from (Entry(one.name, one.value) for one in entry_points(group=group))
        return
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        for info in _infos(folder or "."):
            name = _SEPARATORS.sub("-", os.path.basename(info).partition("-")[0]).lower()  # noqa: PTH119
            if name not in seen:
                seen.add(name)
                yield from _declared(info, group)


def _folders_only() -> bool:
    others = (f for f in sys.meta_path if f is not PathFinder and hasattr(f, "find_distributions"))
    return not any(others) and not any(os.path.isfile(path) for path in sys.path)  # noqa: PTH113


def _infos(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return sorted(one.path for one in found if one.name.endswith(_INFO))
    except OSError:
        return []  # on sys.path, but not there


def _declared(info: str, group: str) -> Iterator[Entry]:
    try:
        with open(f"{info}/entry_points.txt", encoding="utf-8") as file:  # noqa: PTH123
            lines = [line.strip() for line in file]
    except OSError:
        return  # it declares none
    section = ""
    for line in lines:
        if line.startswith("["):
            section = line.strip("[]")
        elif section == group and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield Entry(name.strip(), value.strip())
