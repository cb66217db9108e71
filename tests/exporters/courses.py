"""Compiled courses made by hand, for the tests of exporters, build and check."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256
from pathlib import Path

from scormkit.course.base import Asset, Html, Picture
from scormkit.course.blocks import Figure, Prose
from scormkit.course.model import Completion, Course, Module, Objective, Weight
from scormkit.course.pages import AnyPage, Lesson, Quiz, Single
from scormkit.course.questions import Answer, Choice
from scormkit.course.state import Slot, StateLayout


def png(width: int = 2, height: int = 2, noise: int = 0) -> bytes:
    """Return a PNG; ``noise`` bytes of padding make it large without being compressible."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x20\x60\xa0" * width) * height)
    block = sha256(b"noise").digest()
    padding = chunk(b"noIs", (block * (noise // len(block) + 1))[:noise]) if noise else b""
    image = chunk(b"IHDR", head) + padding + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + image


def asset(folder: Path, key: str = "assets/map.png", data: bytes | None = None) -> Asset:
    """Write a picture into ``folder`` and return it as an asset."""
    data = png() if data is None else data
    source = folder / key
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(data)
    digest = sha256(data).hexdigest()
    return Asset(
        key=key,
        name=f"assets/{source.stem}-{digest[:8]}.png",
        source=str(source),
        size=len(data),
        sha256=digest,
        media_type="image/png",
        width=2,
        height=2,
    )


def question(number: int, quiz: str, objective: str | None = None) -> Choice:
    """Return a choice with a right and a wrong answer."""
    answers = (
        Answer(number=1, text=Html("Dreapta"), plain="Dreapta", correct=True, credit=1),
        Answer(number=2, text=Html("Stânga"), plain="Stânga", correct=False, credit=0),
    )
    name = f"{quiz}-q{number}"
    text = f"Întrebarea {number} din {quiz}?"
    return Choice(
        id=name,
        key=f"{quiz}/{name}",
        text=Html(text),
        plain=text,
        answers=answers,
        objective=objective,
    )


def lesson(name: str, html: str = "", **more: object) -> Lesson:
    """Return a lesson of one paragraph."""
    html = html or f"<p>Textul lecției {name}.</p>"
    given = {"title": f"Lecția {name}", "published": name, "minutes": 10.0} | more
    return Lesson(id=name, blocks=(Prose(html=Html(html)),), **given)


def quiz(name: str, **more: object) -> Quiz:
    """Return a quiz of two questions."""
    entries = tuple(Single(question=question(n, name, "o1")) for n in (1, 2))
    given: dict[str, object] = {
        "title": f"Testul {name}",
        "published": name,
        "key": name,
        "pass_mark": 0.7,
        "entries": entries,
        "best": 2.0,
    }
    return Quiz(id=name, **(given | more))


def module(name: str, *pages: AnyPage, **more: object) -> Module:
    """Return a module."""
    return Module(id=name, **({"title": f"Modulul {name}", "published": name} | more), pages=pages)


def layout(modules: tuple[Module, ...]) -> StateLayout:
    """Return a layout with a slot for everything that the modules keep."""
    status = [("course", "course", 37)]
    closed = []
    for page in (page for one in modules for page in one.pages):
        status.append(("page", f"page:{page.id}", 2))
        if isinstance(page, Quiz):
            status.append(("quiz", f"quiz:{page.id}", 31))
            closed += [("choice", entry.question.key, 3) for entry in page.entries]
    slots = [
        Slot(section=section, number=n, kind=kind, key=key, bits=bits, width=bits, live=True)
        for section, rows in (("status", status), ("closed", closed))
        for n, (kind, key, bits) in enumerate(rows)
    ]
    return StateLayout(number=1, slots=tuple(slots))


def course(*modules: Module, **more: object) -> Course:
    """Return a course; without modules, one of two modules with a lesson and a quiz each."""
    parts = modules or (
        module("m1", lesson("l1"), quiz("q1")),
        module("m2", lesson("l2"), quiz("final", attempts=3)),
    )
    scored = [
        page.id for one in parts for page in one.pages if isinstance(page, Quiz) and page.graded
    ]
    given: dict[str, object] = {
        "id": "apl",
        "published": "apl",
        "title": "Administrația publică locală",
        "lang": "ro",
        "source_lang": "ro",
        "version": "1.2.0",
        "description": "Despre rolul consiliului.",
        "objectives": (
            Objective(id="o1", number=1, text=Html("Știe legea"), plain="Știe legea"),
            Objective(id="o2", number=2, text=Html("Aplică legea"), plain="Aplică legea"),
        ),
        "minutes": 150.0,
        "authors": ("Ana Ceban; CALM",),
        "licence": "CC-BY-4.0",
        "keywords": ("APL", "consiliu local"),
        "completion": Completion(pages=1.0, passed=tuple(scored)),
        "score": tuple(Weight(id=q, weight=1 / len(scored), quizzes=(q,)) for q in scored),
        "pass_mark": 0.7 if scored else None,
        "modules": parts,
        "state": layout(parts),
    }
    return Course(**(given | more))


def with_picture(folder: Path, **more: object) -> Course:
    """Return a course whose first lesson shows a picture kept in ``folder``."""
    one = asset(folder)
    first = lesson("l1").model_copy(
        update={"blocks": (Figure(image=Picture(asset=one.key, alt="Harta")),)}
    )
    return course(module("m1", first, quiz("q1")), assets=(one,), **more)
