"""The interface's words as each language is written: alphabets, quotation marks, signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from scormkit.player import strings

LOCALE = Path(strings.__file__).parent / "locale"
LANGUAGES = ("ro", "sq", "uk", "ru")
CYRILLIC = {"uk", "ru"}
QUOTES = {"ro": "„”", "sq": "„“", "uk": "«»", "ru": "«»"}
NAMES = re.compile(r"\{\w+\}")
LATIN_ALLOWED = {"PDF"}
BUTTONS = (
    "Check", "Close", "Continue", "Download", "Enter", "Send", "Show me where", "Start",
    "Start again", "Start the course", "Start the test", "Submit", "Submit anyway", "Try again",
    "Turn the card", "Watch the recording", "Show the certificate", "Print or save as PDF",
)  # fmt: skip
POLITE = {"ro": re.compile(r"[aeiî]ți(-|$)"), "sq": re.compile(r"(ni|hem|huni|jeni|jini)$")}


def said(lang: str) -> Iterator[tuple[str, str]]:
    for entry in polib.pofile(str(LOCALE / f"{lang}.po")):
        for text in entry.msgstr_plural.values() if entry.msgstr_plural else [entry.msgstr]:
            yield entry.msgid, NAMES.sub("0", text)


def script(letter: str) -> str:
    return unicodedata.name(letter).split()[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_in_the_alphabet_of_its_language(lang: str) -> None:
    own = "CYRILLIC" if lang in CYRILLIC else "LATIN"
    for english, text in said(lang):
        for word in re.findall(r"[^\W\d_]+", text):
            assert word in LATIN_ALLOWED or {script(letter) for letter in word} == {own}, english


def test_letters_are_those_of_the_language() -> None:
    texts = {lang: "".join(text for _, text in said(lang)).lower() for lang in LANGUAGES}
    assert not set(texts["ro"]) & set("şţ"), "a cedilla: Romanian has ș and ț with a comma below"
    assert not set(texts["uk"]) & set("ыэёъ")
    assert not set(texts["ru"]) & set("іїєґ")
    assert all(unicodedata.is_normalized("NFC", text) for text in texts.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_signs_are_set_as_the_language_sets_them(lang: str) -> None:
    for english, text in said(lang):
        marks = "".join(re.findall("[\"“”„«»']", text))
        assert marks in {"", QUOTES[lang]}, english
        assert not re.search(r"\s[%!?:;,.…]", text), english
        assert "..." not in text, english
        assert text == " ".join(text.split()), english


@pytest.mark.parametrize("lang", sorted(POLITE))
def test_buttons_speak_politely(lang: str) -> None:
    known = dict(said(lang))
    for english in BUTTONS:
        words = known[english].split()
        assert any(POLITE[lang].search(word) for word in words), known[english]


@pytest.mark.parametrize("lang", sorted(CYRILLIC))
def test_buttons_are_infinitives(lang: str) -> None:
    known = dict(said(lang))
    for english in BUTTONS:
        words = re.findall(r"\w+", known[english])
        assert any(re.search(r"(ти|тися|ть|ться)$", word) for word in words), known[english]
