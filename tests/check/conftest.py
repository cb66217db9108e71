"""The hand-made courses of tests/exporters, and exporters to build them with."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

COURSES = Path(__file__).parents[1] / "exporters" / "courses.py"


@pytest.fixture(scope="session")
def courses() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scormkit_test_courses", COURSES)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def package(tmp_path):
    """Return a function: a zip of a manifest and files."""

    def make(text: str | bytes | None = None, **files: bytes) -> Path:
        path = tmp_path / "foreign.zip"
        with zipfile.ZipFile(path, "w") as archive:
            if text is not None:
                archive.writestr("imsmanifest.xml", text)
            archive.writestr("index.html", "<p>Hi</p>")
            for name, data in files.items():
                archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
        return path

    return make


@pytest.fixture
def plain_manifest() -> str:
    """Return a right manifest of one page, index.html."""
    return (
        '<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"'
        ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">'
        '<organizations default="o"><organization identifier="o"><title>C</title>'
        '<item identifier="i" identifierref="r"><title>T</title></item></organization>'
        '</organizations><resources><resource identifier="r" type="webcontent"'
        ' adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource>'
        "</resources></manifest>"
    )
