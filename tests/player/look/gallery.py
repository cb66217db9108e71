"""A course by hand that has every page kind, block and question type."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gallery_pages import lesson, other_pages, quiz

from scormkit.course import pages as pg
from scormkit.course import questions as q
from scormkit.course.base import Asset, Html, Picture
from scormkit.course.model import Certificate, Completion, Course, Module, Objective, Term, Theme
from scormkit.course.state import Slot, StateLayout

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">
<rect width="{w}" height="{h}" fill="#dbe7f1"/><circle cx="{cx}" cy="{cy}" r="90" fill="#f4c95d"/>
<path d="M0 {h}L{a} {cy} {cx} {h}zM{a} {h}L{c} {cx2} {w} {h}z" fill="#3d6b8c"/>
<rect x="{bx}" y="{by}" width="160" height="40" rx="6" fill="#005a9c"/>
<text x="{tx}" y="{ty}" fill="#fff" font-family="sans-serif" font-size="20" text-anchor="middle">
{text}</text></svg>"""


def assets(folder: Path) -> tuple[Asset, ...]:
    """Write the files of the course and describe them."""
    picture = SVG.format(
        w=800,
        h=500,
        cx=400,
        cy=250,
        cx2=300,
        a=200,
        c=600,
        bx=320,
        by=400,
        tx=400,
        ty=428,
        text="Achită",
    )
    contents = {
        "screen.svg": picture.encode(),
        "logo.svg": picture.encode(),
        "intro.mp4": b"\0" * 900,
        "intro.vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\nBine!\n",
        "voice.mp3": b"\0" * 900,
        "model.docx": b"PK" + b"x" * 34000,
        "sign.svg": picture.encode(),
    }
    kinds = {"svg": "image/svg+xml", "mp4": "video/mp4", "vtt": "text/vtt", "mp3": "audio/mpeg"}
    made = []
    for key, data in contents.items():
        path: Path = folder / key
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        name, _, ending = key.rpartition(".")
        size = (800, 500) if ending == "svg" else (None, None)
        made.append(
            Asset(
                key=key,
                name=f"assets/{name}-{digest[:8]}.{ending}",
                source=str(path),
                size=len(data),
                sha256=digest,
                width=size[0],
                height=size[1],
                media_type=kinds.get(ending, "application/octet-stream"),
            )
        )
    return tuple(made)


def course(assets: tuple[Asset, ...]) -> Course:
    """A course with every page kind, block and question type."""
    first, *others = other_pages()
    return Course(
        id="apl",
        published="apl",
        title="Sistemul administrației publice locale",
        lang="ro",
        source_lang="ro",
        description="Un curs despre autonomia locală.",
        description_html=Html(
            "<p>Un curs despre autonomia locală: cine hotărăște și cine plătește.</p>"
        ),
        objectives=(
            Objective(
                id="o1",
                number=1,
                text=Html("numiți actele consiliului local"),
                plain="numiți actele",
            ),
            Objective(id="o2", number=2, text=Html("plătiți prin MPay"), plain="plătiți prin MPay"),
        ),
        audience=Html("<p>Pentru aleși locali și funcționari.</p>"),
        minutes=150,
        authors=("Ana Rusu",),
        licence="CC-BY-4.0",
        cover=Picture(asset="screen.svg", alt=""),
        theme=Theme(color="#005a9c"),
        completion=Completion(pages=1.0),
        pass_mark=0.7,
        modules=(
            Module(
                id="m1",
                title="Cadrul general",
                published="m1",
                description=Html("Legea și instituțiile."),
                pages=(lesson(), quiz()),
            ),
            Module(id="m2", title="La lucru", published="m2", pages=(first, *others)),
        ),
        glossary=(
            Term(
                id="desc",
                term="decentralizare",
                text=Html("Trecerea competențelor la nivel local."),
                also=("descentralizării",),
            ),
            Term(id="mpay", term="MPay", text=Html("Serviciul guvernamental de plăți.")),
        ),
        certificate=Certificate(
            title="Certificat de absolvire",
            when="passed",
            body=Html("<p>{learner} a absolvit cursul {course} cu {score}, la {date}.</p>"),
            signatory_name="Ion Lupu",
            signatory_role="Director",
            signatory_image="sign.svg",
        ),
        assets=assets,
        state=layout((lesson(), quiz(), first, *others), ("c1", "sim", "birth", "intro")),
    )


def shape(one: q.AnyQuestion) -> tuple[str, int, int]:
    """Return the kind of slot of a question, its bits and the bits of one value."""
    if one.type in ("choice", "true_false", "scale"):
        return "choice", 3, 3
    if one.type in ("multiple", "hotspot"):
        return "set", 9, 1
    if one.type in ("match", "categorize"):
        return "map", 16, 4
    if one.type == "order":
        return "order", 16, 4
    return "credit", 12, 12


def layout(pages: tuple[pg.AnyPage, ...], checks: tuple[str, ...]) -> StateLayout:
    """Number what is kept of these pages, as a course.lock does."""
    status: list[tuple[str, str, int, int]] = [("course", "course", 37, 37)]
    closed: list[tuple[str, str, int, int]] = []
    for page in pages:
        status.append(("page", f"page:{page.id}", 2, 2))
        if not isinstance(page, pg.Quiz):
            continue
        status += [
            ("quiz", f"quiz:{page.id}", 31, 31),
            ("draw", f"draw:{page.id}", 34, 34),
            ("clock", f"clock:{page.id}", 31, 31),
        ]
        for entry in page.entries:
            own = (entry.question,) if entry.kind == "single" else entry.questions
            closed += [(shape(one)[0], one.key, *shape(one)[1:]) for one in own]
    closed += [
        ("choice" if key == "c1" else "credit", key, *((3, 3) if key == "c1" else (12, 12)))
        for key in checks
    ]
    slots = [
        Slot(section=section, number=n, kind=kind, key=key, bits=bits, width=width, live=True)  # type: ignore[arg-type]
        for section, all_of_it in (("status", status), ("closed", closed))
        for n, (kind, key, bits, width) in enumerate(all_of_it)
    ]
    return StateLayout(number=1, slots=tuple(slots))
