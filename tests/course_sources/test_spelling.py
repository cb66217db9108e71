"""Our own texts are spelt right, each word in one alphabet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "course_sources"
DICTIONARIES = {"ro": "ro_RO", "uk": "uk_UA", "ru": "ru_RU", "en": "en_US", "sq": "sq_AL"}
ALPHABETS = {"ro": "LATIN", "uk": "CYRILLIC", "ru": "CYRILLIC", "en": "LATIN", "sq": "LATIN"}
WORD = re.compile(r"[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*")
LETTERS = re.compile(r"[^\W\d_]+")
LATIN_TERMS = {"PDF", "scormkit"}

pytestmark = pytest.mark.checkout

Texts = dict[str, list[tuple[str, str]]]


def known(lang: str) -> set[str]:
    """Return our own list of right words that the dictionary lacks; ``#`` begins a comment."""
    path = SOURCES / f"words.{lang}.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def refused(words: set[str], dictionary: str) -> set[str]:
    """Return the words that hunspell does not know, from one run of it."""
    done = subprocess.run(
        ["hunspell", "-d", dictionary, "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    if "Can't open" in done.stderr:
        pytest.skip(f"NOT SPELL-CHECKED: hunspell has no dictionary {dictionary}")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def wrong_words(texts: list[tuple[str, str]], lang: str) -> dict[str, set[str]]:
    """Return wrong word -> where; single letters are none, compounds are right by their parts."""
    found: dict[str, set[str]] = defaultdict(set)
    for where, text in texts:
        for word in WORD.findall(text):
            found[word].add(where)
    parts = {part for word in found for part in word.split("-")}
    bad = refused((set(found) | parts) - known(lang), DICTIONARIES[lang])
    return {
        word: where
        for word, where in sorted(found.items())
        if len(word) > 1 and word in bad and not bad.isdisjoint(word.split("-"))
    }


@pytest.mark.parametrize("lang", sorted(DICTIONARIES))
def test_our_texts_are_spelt_right(lang: str, texts: Texts) -> None:
    if shutil.which("hunspell") is None:
        pytest.skip("NOT SPELL-CHECKED: there is no hunspell")
    wrong = wrong_words(texts[lang], lang)
    assert not wrong, f"mend them, or add right ones to course_sources/words.{lang}.txt"


def test_a_misspelt_word_is_found() -> None:
    if shutil.which("hunspell") is None:
        pytest.skip("NOT SPELL-CHECKED: there is no hunspell")
    texts = [("here", "Consiliul locall s-a întrunit într-un ceas bun.")]
    assert wrong_words(texts, "ro") == {"locall": {"here"}}


@pytest.mark.parametrize("lang", sorted(ALPHABETS))
def test_no_word_mixes_alphabets(lang: str, texts: Texts) -> None:
    for where, text in texts[lang]:
        for word in LETTERS.findall(text):
            scripts = {unicodedata.name(letter).split()[0] for letter in word}
            assert len(scripts) == 1, (where, word)
            assert word in LATIN_TERMS or scripts == {ALPHABETS[lang]}, (where, word)


def test_romanian_letters_have_a_comma_below(texts: Texts) -> None:
    for where, text in texts["ro"]:
        assert not set(text) & set("şţŞŢ"), (where, text)
        assert unicodedata.is_normalized("NFC", text), (where, text)


@pytest.mark.parametrize(("lang", "marks"), [("ro", "„”"), ("uk", "«»"), ("ru", "«»"),
                                             ("sq", "„“"), ("en", "“”")])  # fmt: skip
def test_quotation_marks_are_those_of_the_language(lang: str, marks: str, texts: Texts) -> None:
    for where, text in texts[lang]:
        assert not set(text) & (set('"„“”«»') - set(marks)), (where, text)
