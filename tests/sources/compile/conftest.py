"""A rich course, copied for each test, and ways to change it and compile it."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from scormkit.course.model import Course
from scormkit.sources import Compiled, compile_course

SAMPLE = Path(__file__).parent / "sample"


def png(width: int = 8, height: int = 4) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def docx() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return made.getvalue()


@dataclass
class Folder:
    """A course folder of a test."""

    path: Path

    def write(self, name: str, text: str | bytes) -> None:
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def where(self, name: str, words: str) -> tuple[int, int]:
        """The line and column, from 1, of the only place where ``words`` stand, at a ``¦``."""
        before = words.partition("¦")[0] if "¦" in words else ""
        words, text = words.replace("¦", ""), self.read(name)
        assert text.count(words) == 1, f"{words!r} is {text.count(words)} times in {name}"
        start = text.index(words) + len(before)
        return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

    def compile(self, strict: bool = False, edition: str = "learner") -> Compiled:
        return compile_course(self.path, edition, strict)  # type: ignore[arg-type]

    def course(self, edition: str = "learner") -> Course:
        made = self.compile(edition=edition)
        assert made.courses, "\n".join(map(str, made.problems))
        return made.courses[0]

    def found(self, code: str) -> list[tuple[str, int, int]]:
        """Where the problems of a code stand: (name, line, column)."""
        return [
            (str(Path(one.path).relative_to(self.path)), one.line, one.column)
            for one in self.compile().problems
            if one.code == code
        ]

    def assert_reported(self, code: str, place: tuple[str, str] | None, words: str) -> None:
        """Hold that a problem of the code says the words, and stands at (file, words there)."""
        found = self.compile().problems
        hits = [one for one in found if one.code == code]
        assert any(words in one.message for one in hits), "\n".join(map(str, found))
        if place is not None:
            where = [(Path(one.path).relative_to(self.path), one.line, one.column) for one in hits]
            assert (Path(place[0]), *self.where(*place)) in where

    def message(self, code: str) -> str:
        return next(one.message for one in self.compile().problems if one.code == code)


@pytest.fixture
def sample(tmp_path: Path) -> Folder:
    """The rich course, valid."""
    folder = tmp_path / "course"
    shutil.copytree(SAMPLE, folder)
    made = Folder(folder)
    made.write("assets/cover.png", png())
    made.write("assets/model.docx", docx())
    made.write("assets/intro.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(64))
    return made


@pytest.fixture
def small(tmp_path: Path) -> Folder:
    """The smallest course: one lesson, and one quiz to add questions to."""
    made = Folder(tmp_path / "small")
    made.write(
        "course.yml",
        "id: small\ntitle: Small\nlang: en\nmodules:\n  - id: m1\n    title: One\n    items:\n"
        "      - lesson: one.md\n      - quiz: quiz.yml\n",
    )
    made.write("one.md", "---\nid: one\ntitle: One\n---\nWords.\n")
    made.write(
        "quiz.yml",
        "id: quiz\ntitle: Quiz\nquestions:\n  - {id: q1, choice: A?, right: B, wrong: [C]}\n",
    )
    return made
