"""Packages to publish in tests: small ones of another tool, and ours."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

SCHEMAS = {
    "1.2": (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "scormtype",
        "1.2",
    ),
    "2004": (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "scormType",
        "2004 4th Edition",
    ),
}


def manifest(identifiers: Iterable[str], version: str = "1.2") -> str:
    """Return a manifest with a SCO for each identifier."""
    cp, adlcp, scormtype, schemaversion = SCHEMAS[version]
    items = list(identifiers)
    shown = "".join(
        f'<item identifier="{i}" identifierref="R-{i}"><title>{i}</title></item>' for i in items
    )
    resources = "".join(
        f'<resource identifier="R-{i}" type="webcontent" adlcp:{scormtype}="sco"'
        f' href="{i}.html"><file href="{i}.html"/></resource>'
        for i in items
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest identifier="M" xmlns="{cp}"'
        f' xmlns:adlcp="{adlcp}"><metadata><schema>ADL SCORM</schema><schemaversion>{schemaversion}'
        f'</schemaversion></metadata><organizations default="O"><organization identifier="O">'
        f"<title>Curs</title>{shown}</organization></organizations><resources>{resources}"
        f"</resources></manifest>"
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def foreign(
    identifiers: Iterable[str] = ("A",), text: str = "text", version: str = "1.2", pages: int = 0
) -> bytes:
    """Return a package of another tool, with ``pages`` more files."""
    items = list(identifiers)
    files = {"imsmanifest.xml": manifest(items, version)}
    files |= {f"{i}.html": f"<p>{i} {text}</p>" for i in items}
    files |= {f"more/{n}.html": f"<p>{n} {text}</p>" for n in range(pages)}
    return zipped(files)


def source(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a course and give it its ids and its lock."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    run("ids", folder, "--write")
    return folder


def built(folder: Path, out: Path, format_: str = "scorm-1.2") -> bytes:
    """Return the package of a course."""
    return Path(run("build", folder, "-f", format_, "-o", out)[0]).read_bytes()


def run(*arguments: object) -> list[str]:
    """Run scormkit and return what it prints."""
    command = [sys.executable, "-m", "scormkit", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
