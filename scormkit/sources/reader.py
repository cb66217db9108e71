"""Reads the files that authors write: UTF-8 texts, and YAML as the authors' models."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from scormkit.sources.kinds.base import Reading
from scormkit.sources.kinds.called import called
from scormkit.sources.kinds.model import ModelKind, fields_of
from scormkit.sources.kinds.words import listed
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.reader_text import read_file
from scormkit.sources.schema.base import Author
from scormkit.sources.yaml_nodes import MapNode, ScalarNode, Source
from scormkit.sources.yaml_syntax import parse

M = TypeVar("M", bound=Author)


def read_text(path: Path, shown: str, problems: Problems, within: Path | None = None) -> str | None:
    r"""Return a file's text with ``\n`` at its lines' ends, or None after one problem.

    ``within`` is the folder that no link may lead out of.
    """
    return read_file(path, Place.whole(shown), problems, within)


def load_yaml(  # noqa: PLR0913, PLR0917 - where a text stands takes three numbers and a name
    text: str,
    shown: str,
    model: type[M],
    problems: Problems,
    first_line: int = 1,
    first_column: int = 1,
) -> M | None:
    """Return a YAML text as a model after reporting every problem in it.

    ``first_line`` and ``first_column`` say where the text starts in the file; every line of
    it starts in that column. A model is returned wherever the text has its outer form: what
    is wrong in it has been reported and is left out, or stands in as a placeholder where the
    key is required. None: there is nothing to go on with.
    """
    source = Source(text, shown, first_line, first_column)
    reading = Reading(source, problems)
    root = parse(reading)
    if isinstance(root, ScalarNode) and root.empty:
        root = _empty(model, reading)
    if root is None:
        return None
    value = ModelKind(model).read(root, reading)
    return value if isinstance(value, model) else None


def _empty(model: type[Author], reading: Reading) -> MapNode | None:
    """Return an empty mapping for an empty text, where the model asks for no key."""
    needed = [key for key, field in fields_of(model).items() if field.required]
    if not needed:
        return MapNode(False, 0, 0, 0)
    place = reading.source.place(0, 0)
    message = f"nothing is written here; {called(model)} needs {listed(needed)}"
    reading.problems.error(place, "SK1026", message)
    return None
