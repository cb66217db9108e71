"""Write the course folders that are measured: SMALL and LARGE of the peers' comparison.

    python tests/bench/make_courses.py small FOLDER
    python tests/bench/make_courses.py large FOLDER

SMALL: 5 pages, 10 questions, 1 MB of PNG. LARGE: 200 pages, 500 questions, 40 MB of PNG. Pages
are lessons and quizzes together. The same call writes the same bytes.
"""

from __future__ import annotations

import random
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from scormkit.sources import write_ids

WORDS = [
    "consiliul",
    "local",
    "adoptă",
    "decizii",
    "în",
    "ședință",
    "publică",
    "iar",
    "primarul",
    "le",
    "pune",
    "în",
    "aplicare",
    "cetățenii",
    "pot",
    "participa",
    "la",
    "consultări",
    "și",
    "pot",
    "cere",
    "informații",
    "despre",
    "buget",
    "servicii",
    "proiecte",
    "achiziții",
    "patrimoniu",
    "transparență",
    "răspundere",
    "control",
    "legalitate",
]


@dataclass(frozen=True)
class Size:
    """How large a course is: ``pictures`` has the bytes of each; one stands in each lesson."""

    modules: int
    lessons: int
    questions: int
    pictures: int


SIZES = {
    "small": Size(modules=1, lessons=4, questions=10, pictures=250_000),
    "large": Size(modules=20, lessons=9, questions=25, pictures=222_222),
}


def png(size: int, chance: random.Random) -> bytes:
    """Return a PNG of noise of about ``size`` bytes: nothing shrinks it any more."""
    width = 256
    height = max(1, size // (width * 3 + 1))
    rows = b"".join(b"\0" + chance.randbytes(width * 3) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = [(b"IHDR", head), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in body
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def sentence(chance: random.Random, length: int = 14) -> str:
    """Return a sentence of words of the subject."""
    words = [chance.choice(WORDS) for _ in range(length)]
    return " ".join(words).capitalize() + "."


def lesson(name: str, chance: random.Random) -> str:
    """Return a lesson of some 400 words: headings, paragraphs, a list, a table, a tip."""
    parts = [f"---\nid: {name}\ntitle: {sentence(chance, 4)[:-1]}\nduration: 10m\n---\n"]
    for part in range(3):
        parts.append(f"## {sentence(chance, 5)[:-1]} {{#{name}-{part}}}\n")
        parts += [" ".join(sentence(chance) for _ in range(4)) + "\n" for _ in range(2)]
    parts.append("\n".join(f"- {sentence(chance, 8)}" for _ in range(5)) + "\n")
    parts.append(
        "| Act | Cine |\n| --- | --- |\n| Decizie | Consiliul |\n| Dispoziție | Primarul |\n"
    )
    parts.append(f":::{{tip}} Rețineți\n{sentence(chance)}\n:::\n")
    parts.append(f"![{sentence(chance, 5)}](../assets/{name}.png)\n")
    return "\n".join(parts)


def quiz(name: str, count: int, chance: random.Random) -> str:
    """Return a quiz: every third question has several answers, every fifth is typed."""
    lines = [f"id: {name}", f"title: Testul {name}", "pass_mark: 70%", "attempts: 3", "questions:"]
    for number in range(count):
        text = sentence(chance, 9)[:-1] + "?"
        lines.append(f"  - id: {name}-q{number}")
        if number % 5 == 4:
            lines += [f"    short_answer: {text}", f"    accept: [{chance.choice(WORDS)}]"]
            continue
        kind, right = ("multiple", 2) if number % 3 == 2 else ("choice", 1)
        answers = [f"{sentence(chance, 4)[:-1]} {n}" for n in range(4)]
        shown = [", ".join(part) for part in (answers[:right], answers[right:])]
        lines += [f"    {kind}: {text}", f"    right: [{shown[0]}]", f"    wrong: [{shown[1]}]"]
    return "\n".join(lines) + "\n"


def write_course(folder: Path, size: Size) -> None:
    """Write a course of that size into ``folder``, with its course.lock."""
    chance = random.Random(size.lessons)  # not a secret, the same each time
    for name in ("lessons", "quizzes", "assets"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    lines = [f"id: {folder.name}", "title: Cursul de măsurat", "lang: ro", "modules:"]
    for module in range(size.modules):
        lines += [f"  - id: m{module}", f"    title: Modulul {module}", "    items:"]
        for number in range(size.lessons):
            name = f"l{module}-{number}"
            (folder / "assets" / f"{name}.png").write_bytes(png(size.pictures, chance))
            (folder / "lessons" / f"{name}.md").write_text(lesson(name, chance), "utf-8")
            lines.append(f"      - lesson: lessons/{name}.md")
        name = f"t{module}"
        (folder / "quizzes" / f"{name}.yml").write_text(quiz(name, size.questions, chance), "utf-8")
        lines.append(f"      - quiz: quizzes/{name}.yml")
    (folder / "course.yml").write_text("\n".join(lines) + "\n", "utf-8")
    write_ids(folder, lambda reworded: None)


def make_small(folder: Path) -> None:
    """Write SMALL into ``folder``."""
    write_course(folder, SIZES["small"])


def make_large(folder: Path) -> None:
    """Write LARGE into ``folder``."""
    write_course(folder, SIZES["large"])


if __name__ == "__main__":
    write_course(Path(sys.argv[2]), SIZES[sys.argv[1]])
