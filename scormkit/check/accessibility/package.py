"""The pages and styles of a package, read without unpacking it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import html

from scormkit.check.findings import Findings
from scormkit.check.opening import opened
from scormkit.errors import SourceProblems

ENDINGS = {".html", ".htm", ".css", ".json"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a package."""

    path: str
    root: html.HtmlElement


@dataclass(frozen=True, slots=True)
class Package:
    """What is tested. ``generator`` is "" where scormkit did not make it."""

    title: str
    lang: str
    generator: str
    pages: tuple[Page, ...]
    styles: Mapping[str, str]


def read_package(path: Path) -> Package:
    """Read a zip of any tool; raise SourceProblems where it cannot be read or is not safe to."""
    findings = Findings(str(path))
    with opened(path, findings) as members:
        if members is not None:
            wanted = (n for n in members.names if PurePosixPath(n).suffix.lower() in ENDINGS)
            files = {name: members.read(name) for name in wanted}
            if not findings.has_errors:
                read = {name: data for name, data in files.items() if data is not None}
                return package_of(read, path.stem)
    raise SourceProblems(findings.sorted())


def package_of(files: Mapping[str, bytes], name: str) -> Package:
    """Return a package of its files by path; ``name`` is its title where nothing says better."""
    pages = tuple(
        Page(path, _parse(data))
        for path, data in sorted(files.items())
        if path.lower().endswith((".html", ".htm")) and data.strip()
    )
    told = _told(files.get("scormkit.json", b"{}"))
    styles = {p: d.decode("utf-8", "replace") for p, d in files.items() if p.endswith(".css")}
    lang = told.get("lang") or (pages[0].root.get("lang") if pages else None) or ""
    return Package(told.get("title", name), lang, told.get("generator", ""), pages, styles)


def _told(data: bytes) -> dict[str, str]:
    """Return what scormkit.json says; another tool may have a file of that name."""
    try:
        told = json.loads(data)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _parse(data: bytes) -> html.HtmlElement:
    """Parse a page; without UTF-8 it is the page that must name its encoding."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return html.document_fromstring(data)
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
