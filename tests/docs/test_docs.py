"""The documentation and the packaging say what the code does."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from scormkit.sources.jsonschema import json_schema

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
CODE = re.compile(r"\bSK\d{4}\b")

pytestmark = pytest.mark.checkout


def _codes_in_source() -> set[str]:
    files = [*ROOT.glob("scormkit/**/*.py"), *ROOT.glob("exporters/**/*.py")]
    return {code for file in files for code in CODE.findall(file.read_text("utf-8"))}


def test_each_problem_code_has_a_page_and_each_page_a_code() -> None:
    pages = {page.stem: page for page in (REFERENCE / "problems").glob("SK*.md")}
    examples = {"SK1042"}  # stands for any code in docstrings
    assert _codes_in_source() - examples == set(pages) - examples
    for code, page in pages.items():
        text = page.read_text("utf-8")
        assert text.startswith(f"# {code}: "), page
        assert len(text.split()) > 20, f"{page} explains nothing"


def _keys(schema: Any) -> set[str]:
    found: set[str] = set()
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        found |= {key for key in properties if isinstance(key, str)}
        for value in schema.values():
            found |= _keys(value)
    elif isinstance(schema, list):
        for value in schema:
            found |= _keys(value)
    return found


def test_every_yaml_key_is_in_the_reference() -> None:
    text = "\n".join(page.read_text("utf-8") for page in REFERENCE.glob("*.md"))
    words = set(re.findall(r"[a-z_][a-z0-9_]*", text))
    assert _keys(json_schema()) - words == set()


def test_links_in_the_documentation_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]
    assert len(pages) > 20
    for page in pages:
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose):
            assert (page.parent / target).exists(), f"{page}: {target}"


def test_folders_packages_and_entry_points_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    folders = {f"exporters/{p.parent.name}" for p in ROOT.glob("exporters/*/__init__.py")}
    assert packages == {"scormkit", *folders}
    groups = project["project"]["entry-points"]
    values = [value for declared in groups.values() for value in declared.values()]
    assert {value.split(":")[0] for value in values} == {f.split("/")[1] for f in folders}
    for group, declared in groups.items():
        installed = {e.name: e.value for e in entry_points(group=group)}
        assert {name: installed.get(name) for name in declared} == declared


def test_no_path_of_a_machine_is_named() -> None:
    private = re.compile("/(wor" + "k|far" + r"m|roo" + "t)/")
    kinds = {".py", ".md", ".js", ".yml", ".toml", ".html", ".css", ".php", ".json", ".sh"}
    for file in ROOT.rglob("*"):
        parts = file.relative_to(ROOT).parts
        if (
            file.suffix in kinds
            and not any(p.startswith(".") for p in parts)
            and "dist" not in parts
        ):
            assert not private.search(file.read_text("utf-8", "replace")), file
