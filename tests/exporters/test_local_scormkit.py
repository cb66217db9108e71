"""The Moodle plugin without a Moodle: its PHP parses, its words and its contract agree."""

from __future__ import annotations

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "exporters" / "scormkit_moodle" / "local_scormkit"
CONTRACT = ROOT / "docs" / "reference" / "moodle-service.md"
PHP = sorted(PLUGIN.rglob("*.php"))
LANGUAGES = ["en", "ro", "uk", "ru", "sq"]
STRING = re.compile(r"^\$string\['([^']+)'\] = '((?:[^'\\]|\\.)*)';$", re.M)


def strings(language: str) -> dict[str, str]:
    text = (PLUGIN / "lang" / language / "local_scormkit.php").read_text("utf-8")
    found = STRING.findall(text)
    assert len(found) == text.count("$string[")
    return dict(found)


def code() -> str:
    """Return all PHP but the strings and the tests."""
    kept = [p for p in PHP if not {"lang", "tests"} & set(p.relative_to(PLUGIN).parts)]
    return "\n".join(path.read_text("utf-8") for path in kept)


def test_every_file_is_php() -> None:
    if shutil.which("php") is None:
        pytest.skip("NO PHP: install php-cli to check the plugin's syntax")

    def lint(path: Path) -> str:
        done = subprocess.run(
            ["php", "-n", "-l", str(path)], capture_output=True, text=True, check=False
        )
        return "" if done.returncode == 0 else done.stdout + done.stderr

    with ThreadPoolExecutor(4) as pool:
        assert [problem for problem in pool.map(lint, PHP) if problem] == []


def test_every_file_has_its_licence() -> None:
    assert "GNU GENERAL PUBLIC LICENSE" in (PLUGIN / "COPYING").read_text("utf-8")
    for path in PHP:
        text = path.read_text("utf-8")
        assert text.startswith("<?php\n// This file is part of Moodle"), path
        assert "@package    local_scormkit" in text, path
        assert not text.rstrip().endswith("?>"), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_strings_say_the_same_in_each_language(language: str) -> None:
    english, other = strings("en"), strings(language)
    assert list(other) == sorted(english)
    for name, text in english.items():
        assert re.findall(r"\{\$a[^}]*\}", text) == re.findall(r"\{\$a[^}]*\}", other[name]), name
        assert other[name].strip() == other[name] != "", name
        if language in ("uk", "ru") and name != "pluginname":
            assert re.search("[а-яіїєґ]", other[name]), name


def test_every_string_is_used_and_there() -> None:
    text = code() + "".join(p.read_text("utf-8") for p in PLUGIN.rglob("*.mustache"))
    english = strings("en")
    asked = set(re.findall(r"(?:get_string|lang_string)\(\s*'([\w:]+)',\s*'local_scormkit'", text))
    asked |= set(re.findall(r"\{\{#str\}\} (\w+), local_scormkit", text))
    assert asked <= set(english), asked - set(english)
    stems = (
        "action_",
        "cachedef_",
        "drift",
        "error_",
        "event_",
        "kind_",
        "privacy:",
        "scormkit:",
        "status_",
        "verdict_",
        "package_help",
        "keepdays",
        "uploadlife",
        "lockwait",
        "max",
        "pluginname",
    )
    assert [name for name in english if name not in asked and not name.startswith(stems)] == []


def test_every_error_has_words_and_stands_in_the_contract() -> None:
    codes = set(re.findall(r"new problem\(\s*'(\w+)'", code()))
    documented = CONTRACT.read_text("utf-8")
    table = documented[documented.index("## Errors") : documented.index("Reasons of `badpackage`")]
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    assert codes == {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    assert {f"error_{one}" for one in codes} == {n for n in strings("en") if n.startswith("error_")}
    reasons = set(re.findall(r"'badpackage',\s*'(\w+)'", code()))
    listed = documented[
        documented.index("Reasons of `badpackage`") : documented.index("`accessexc")
    ]
    assert reasons <= set(re.findall(r"`([a-z]+)`", listed))
    assert set(re.findall(r"`([a-z]+)`", listed)) - {"badpackage"} == reasons


def test_every_function_has_its_class_and_stands_in_the_contract() -> None:
    services = (PLUGIN / "db" / "services.php").read_text("utf-8")
    names = re.findall(r"^    'local_scormkit_(\w+)' => \[", services, re.M)
    assert names == sorted(names)
    contract = CONTRACT.read_text("utf-8")
    for name in names:
        assert f"class {name} extends external_api" in (
            PLUGIN / "classes" / "external" / f"{name}.php"
        ).read_text("utf-8")
        assert f"## local_scormkit_{name}" in contract


def test_nothing_asks_the_network_or_runs_a_program() -> None:
    text = code()
    for word in (
        "curl",
        "download_file_content",
        "fsockopen",
        "file_get_contents('http",
        "exec(",
        "system(",
        "passthru",
        "shell_exec",
        "eval(",
        "unserialize(",
        "LIBXML_NOENT",
    ):
        assert not re.search(rf"(?<![\w>:]){re.escape(word)}", text), word


def test_faults_can_only_be_asked_for_in_config_php() -> None:
    fault = (PLUGIN / "classes" / "local" / "fault.php").read_text("utf-8")
    assert "$CFG->config_php_settings['local_scormkit_testfault']" in fault
    assert "$CFG->local_scormkit_testfault;" not in fault
