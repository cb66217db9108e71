"""Make the folder of a new course: all of it, or nothing."""

from __future__ import annotations

import json
import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from scormkit.errors import OutputError
from scormkit.sources import write_ids
from scormkit.sources.jsonschema import json_schema
from scormkit.sources.slug import slug

SCHEMAS = ("course", "quiz", "glossary")
"""The kinds of files that a new course has."""
LONGEST_ID = 64


def start(folder: Path, lang: str, title: str | None) -> None:
    """Write the starter of a language into ``folder``; raise OutputError if it holds anything."""
    _refuse_full(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".scormkit-", dir=folder.parent))
    except OSError as error:
        raise OutputError.at(folder, error) from error
    try:
        _fill(stage / "course", lang, title, course_id(folder))
        if folder.exists():
            folder.rmdir()  # it is empty
        (stage / "course").replace(folder)
    except OSError as error:
        raise OutputError.at(folder, error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def course_id(folder: Path) -> str:
    """Return an id for a course in this folder: its name in ASCII, as far as it has letters."""
    return slug(folder.resolve().name, LONGEST_ID) or "course"


def _refuse_full(folder: Path) -> None:
    if folder.is_file():
        raise OutputError(f"{folder}: is a file; name a folder that is not there yet")
    try:
        full = folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise OutputError.at(folder, error) from error
    if full:
        raise OutputError(f"{folder}: is not empty; name a folder that is not there yet")


def _fill(root: Path, lang: str, title: str | None, identifier: str) -> None:
    starter = files("scormkit.cli").joinpath("starter")
    for part in (lang, "shared"):
        with as_file(starter.joinpath(part)) as source:
            _copy(source, root)
    own = (root / "title.txt").read_text("utf-8").strip()
    (root / "title.txt").unlink()
    course = root / "course.yml"
    # A JSON string is a YAML one, whatever the title holds.
    quoted = json.dumps(title or own, ensure_ascii=False)
    text = course.read_text("utf-8").replace("@id@", identifier).replace("@title@", quoted)
    course.write_text(text, encoding="utf-8", newline="\n")
    (root / ".gitignore").write_text("dist/\n", encoding="utf-8")
    _write_schemas(root / ".scormkit")
    write_ids(root, lambda _question: None)


def _copy(source: Path, target: Path) -> None:
    """Copy a tree and stop at the first error; shutil.copytree would gather a list of them."""
    for file in sorted(source.rglob("*")):
        if file.is_file():
            made = target / file.relative_to(source)
            made.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, made)


def _write_schemas(folder: Path) -> None:
    folder.mkdir()
    for kind in SCHEMAS:
        text = json.dumps(json_schema(kind), ensure_ascii=False) + "\n"
        (folder / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")
