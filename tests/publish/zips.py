"""Small SCORM packages: another tool's, and ones of ours with any inventory."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" version="1.0" xmlns="{space}" xmlns:adlcp="{adl}">
  <metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>{title}</title>{items}
  </organization></organizations>
  <resources>{resources}</resources>
</manifest>
"""
SPACES = {
    "1.2": (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    ),
    "2004 3rd Edition": (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
    ),
}
STAMP = "@scormkit-build@"
Question = tuple[str, str, list[int]]


class Zips:
    """Writes packages into a folder, each under a name of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count(1)

    def foreign(
        self,
        text: str = "Hello",
        items: Sequence[str] = ("ITEM-1",),
        version: str = "1.2",
        name: str = "",
        title: str = "First aid",
    ) -> Path:
        """Write a package of another tool."""
        return self._write(self._files(text, items, version, title), name)

    def ours(  # noqa: PLR0917
        self,
        course: str = "apl",
        text: str = "Hello",
        pages: Sequence[tuple[str, Sequence[Question]]] = (("p1", ()),),
        layouts: Sequence[str] = ("l1",),
        lang: str = "ro",
        version: str = "1.2",
        items: Sequence[str] = (),
    ) -> Path:
        """Write a package as ``scormkit build`` would describe it."""
        files = self._files(text, items or (f"course-{course}",), version, course)
        description = self._description(course, pages, layouts, lang)
        files["scormkit.json"] = json.dumps(description)
        lines = sorted(f"{sha256(t.encode()).hexdigest()} {n}\n" for n, t in files.items())
        stamp = sha256("".join(lines).encode()).hexdigest()[: len(STAMP)]
        files["scormkit.json"] = files["scormkit.json"].replace(STAMP, stamp)
        return self._write(files, "")

    def _description(
        self, course: str, pages: Any, layouts: Sequence[str], lang: str
    ) -> dict[str, Any]:
        made = [
            {
                "id": name,
                "published": name,
                "kind": "quiz" if questions else "lesson",
                "questions": [{"key": k, "type": t, "options": o} for k, t, o in questions],
            }
            for name, questions in pages
        ]
        return {
            "generator": "scormkit 1.0",
            "course": course,
            "published": course,
            "title": course,
            "version": "1.0.0",
            "lang": lang,
            "edition": "learner",
            "packaging": "single",
            "layout": len(layouts),
            "published_layouts": [
                {"status": 1, "closed": 0, "digest": digest} for digest in layouts
            ],
            "parts": [{"id": course, "published": course, "pages": made}],
            "stamped": ["scormkit.json"],
            "fingerprint": STAMP,
        }

    def _files(self, text: str, items: Sequence[str], version: str, title: str) -> dict[str, str]:
        space, adl = SPACES[version]
        kind = "scormtype" if version == "1.2" else "scormType"
        made = "".join(
            f'<item identifier="{i}" identifierref="r-{i}"><title>{i}</title></item>' for i in items
        )
        resources = "".join(
            f'<resource identifier="r-{i}" type="webcontent" adlcp:{kind}="sco"'
            f' href="index.html"><file href="index.html"/></resource>'
            for i in items
        )
        manifest = MANIFEST.format(
            space=space, adl=adl, version=version, title=title, items=made, resources=resources
        )
        page = f"<!doctype html><title>{text}</title><p>{text}</p>"
        return {"imsmanifest.xml": manifest, "index.html": page}

    def _write(self, files: dict[str, str], name: str) -> Path:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        path = folder / (name or "package.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, text in files.items():
                archive.writestr(zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0)), text)
        return path
