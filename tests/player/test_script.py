"""What the joined script is: whole, small, of an old browser's syntax, typed."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

from scormkit.player import script as joined

ROOT = Path(__file__).parents[2]
MODULES = ROOT / ".tools" / "node_modules"
TOKENS = """
const acorn = require("acorn");
const all = (text) => [...acorn.tokenizer(text, {ecmaVersion: 2018, sourceType: "script"})]
  .map((one) => [one.type.label, String(one.value)]);
let read = "";
process.stdin.on("data", (part) => (read += part)).on("end", () => {
  const [first, second, whole] = JSON.parse(read);
  acorn.parse(whole, {ecmaVersion: 2018, sourceType: "script"});
  process.stdout.write(JSON.stringify(JSON.stringify(all(first)) === JSON.stringify(all(second))));
});
"""
# Named after what it is, where it came with a Chromium after 64.
YOUNGER = [
    ".flat(", ".flatMap(", "fromEntries", ".replaceAll(", "structuredClone", "allSettled",
    ".matchAll(", "globalThis", "queueMicrotask", ".trimStart(", ".trimEnd(", "replaceChildren",
    ".at(", "Promise.any", "ResizeObserver", ".finally(", "toSorted", "hasOwn(", "#private",
    "BigInt(", "??", "?.", "AbortSignal", "randomUUID", ".inert", "ListFormat", "dateStyle",
]  # fmt: skip


def tool(name):
    if not (MODULES / name).exists():
        pytest.skip(f"NO {name.upper()}: npm install --prefix .tools, from tests/package.json")
    return MODULES / name


def test_every_file_is_joined_once():
    listed = list(joined.ALL)
    there = {path.stem for path in joined.FOLDER.glob("*.js")}
    assert sorted(listed) == sorted(there - {"types"})


def test_nothing_but_comments_and_spaces_is_left_out():
    tool("acorn")
    names = joined.ALL
    raw = "\n".join((joined.FOLDER / f"{n}.js").read_text("utf-8") for n in names)
    bare = "\n".join(joined._bare(n) for n in names)
    both = ["scorm12", "scorm2004"]
    whole = (joined.script(both) + joined.turn(both) + joined.more(both)).decode()
    result = subprocess.run(
        ["node", "-e", TOKENS], input=json.dumps([raw, bare, whole]), capture_output=True,
        text=True, check=True, env={**os.environ, "NODE_PATH": str(MODULES)},
    )  # fmt: skip
    assert result.stdout == "true"
    assert "/**" not in bare


def test_no_function_of_younger_browsers_is_used():
    for name in joined.ALL:
        text = joined._bare(name)
        assert [word for word in YOUNGER if word in text] == [], name


@pytest.mark.checkout
def test_types_hold():
    tsc = tool("typescript") / "bin" / "tsc"
    config = Path(__file__).parent / "tsconfig.json"
    result = subprocess.run(
        ["node", tsc, "-p", config], capture_output=True, text=True, check=False
    )
    assert result.stdout == ""


@pytest.mark.parametrize("adapter", [["scorm12"], ["scorm2004"], []])
def test_the_script_stays_small(adapter):
    assert len(gzip.compress(joined.script(adapter), 9)) < 14_200
    assert len(gzip.compress(joined.turn(adapter), 9)) < 3_000
    assert len(gzip.compress(joined.more(adapter), 9)) < 27_000


def test_only_the_adapters_asked_for_are_in():
    assert b"function scorm12()" in joined.script(["scorm12"])
    assert b"function scorm2004()" not in joined.script(["scorm12"])
    assert b"spell2004" not in joined.more(["scorm12"])
    assert b"API_1484_11" not in joined.script([])
    assert b"X-Experience-API-Version" not in joined.script(["scorm12"])
    assert b"LMS.LaunchData" not in joined.script(["xapi"])
    assert b"spell2004" in joined.more(["cmi5"])
    assert b"saidAttempt" in joined.turn(["cmi5"])
    assert b"saidPage" not in joined.turn(["scorm12"])


@pytest.mark.parametrize("adapter", ["xapi", "cmi5"])
def test_statements_cost_little(adapter):
    assert len(gzip.compress(joined.script([adapter]), 9)) < 21_200
