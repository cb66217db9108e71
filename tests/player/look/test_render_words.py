"""The interface's catalogues, the theme's colours, sizes and dates."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.check.accessibility.colours import low_contrasts, palettes
from scormkit.course.model import Theme, Words
from scormkit.player import formats, strings, theme
from scormkit.player.cards import KINDS
from scormkit.player.render import TONES
from scormkit.player.styles import styles

PLAYER = Path(strings.__file__).parent
LANGUAGES = ("ro", "sq", "uk", "ru")


def asked_for() -> tuple[set[str], set[str]]:
    """Return the texts that templates, scripts and modules ask for; those with a plural apart."""
    single: set[str] = set()
    plural: set[str] = set()
    for path in [
        *PLAYER.glob("templates/**/*.html"),
        *PLAYER.glob("*.py"),
        *PLAYER.glob("js/*.js"),
    ]:
        text = path.read_text("utf-8")
        single |= set(re.findall(r'\bt\(\s*"((?:[^"\\]|\\.)*)"', text))
        plural |= set(re.findall(r'\btn\([^"]+?,\s*"([^"]+)"', text))
    return single - {"…"}, plural - {"…"}


def tables() -> set[str]:
    """Return texts that are asked for through a table of a module."""
    return {*KINDS.values(), *TONES.values(), *formats.MONTHS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalogues_are_complete_and_valid(lang: str) -> None:
    known = {entry.msgid: entry for entry in polib.pofile(str(PLAYER / "locale" / f"{lang}.po"))}
    single, plural = asked_for()
    assert (single | plural | tables()) - known.keys() == set()
    for text in plural:
        assert len(known[text].msgstr_plural) == len(strings.FORMS[lang])
    for text, entry in known.items():
        for said in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert said, text
            names = set(re.findall(r"\{\w+\}", said))
            assert names <= set(re.findall(r"\{\w+\}", text)), text
            if not entry.msgstr_plural:
                assert names == set(re.findall(r"\{\w+\}", text)), text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_reader_reads_what_gettext_reads(lang: str) -> None:
    theirs = polib.pofile(str(PLAYER / "locale" / f"{lang}.po"))
    ours = strings.catalogue(lang)
    assert len(ours) == len(theirs)
    for entry in theirs:
        plain = tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)) or entry.msgstr
        assert ours[entry.msgid] == plain


@pytest.mark.parametrize(
    ("lang", "count", "said"),
    [
        ("ro", 1, "o întrebare"), ("ro", 0, "0 întrebări"), ("ro", 19, "19 întrebări"),
        ("ro", 20, "20 de întrebări"), ("ro", 100, "100 de întrebări"),
        ("ro", 101, "101 întrebări"), ("ro", 112, "112 întrebări"),
        ("uk", 1, "1 запитання"), ("uk", 5, "5 запитань"), ("uk", 11, "11 запитань"),
        ("uk", 22, "22 запитання"), ("ru", 21, "21 вопрос"), ("ru", 3, "3 вопроса"),
        ("ru", 12, "12 вопросов"), ("sq", 2, "2 pyetje"), ("en", 1, "1 question"),
        ("de", 2, "2 questions"), ("ro-MD", 2, "2 întrebări"), ("mo", 2, "2 întrebări"),
    ],
)  # fmt: skip
def test_plurals(lang: str, count: int, said: str) -> None:
    assert strings.Strings(lang).tn(count, "{n} question", "{n} questions") == said


def test_a_language_without_a_catalogue_is_known() -> None:
    assert strings.is_translated("uk-UA")
    assert not strings.is_translated("de")
    assert strings.ui_strings("de") == {}


def test_scripts_get_only_what_they_ask_for() -> None:
    made = strings.ui_strings("ru")
    assert made["Hint"] == "Подсказка"
    assert made["{n} attempt left"] == {
        "one": "Осталась {n} попытка", "few": "Осталось {n} попытки",
        "many": "Осталось {n} попыток",
    }  # fmt: skip
    assert "What you will learn" not in made


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.sampled_from(sorted(theme.LOOKS)))
def test_any_colour_can_be_read(color: str, name: str) -> None:
    look = theme.LOOKS[name]
    text = theme.css(color, look)
    light, dark = re.findall(r":root\{([^}]*)\}", text)
    for scheme, ground in ((light, look.light), (dark, look.dark)):
        named = dict(re.findall(r"--([\w-]+):(#\w{6})", scheme))
        named["ground"], named["paper"] = ("#" + bytes(one).hex() for one in ground)
        for front, back in (
            ("accent", "ground"),
            ("accent", "paper"),
            ("accent", "tint"),
            ("on-fill", "fill"),
            ("on-fill", "deep"),
        ):
            assert theme.contrast(theme.parse(named[front]), theme.parse(named[back])) >= 4.5


@pytest.mark.parametrize("name", sorted(theme.LOOKS))
def test_the_grounds_are_those_of_the_style_sheets(name: str) -> None:
    look = theme.LOOKS[name]
    found = palettes(styles(Theme(name=name)).decode())
    for scheme, grounds in (("light", look.light), ("dark", look.dark)):
        told = [theme.parse(found[scheme][colour]) for colour in ("ground", "paper")]
        assert told == list(grounds)
        assert not list(low_contrasts({"player.css": styles(Theme(name=name)).decode()}, False))


def test_sizes_durations_and_dates() -> None:
    ro, en = strings.Strings("ro"), strings.Strings("en")
    assert formats.size(34_000, ro) == "34 kB"
    assert formats.size(2_400_000, ro) == "2,4 MB"
    assert formats.size(2_400_000, en) == "2.4 MB"
    assert formats.duration(150, ro) == "2 h 30 min"
    assert formats.duration(45, strings.Strings("uk")) == "45 хв"
    assert (
        formats.day_and_hour("2026-12-03T10:00", strings.Strings("ru")) == "3 декабря 2026, 10:00"
    )
    assert formats.direction("ar-EG") == "rtl"


POLISH = Words(
    texts=(("{n} attempt left", ("{n} próba", "{n} próby", "{n} prób")), ("Hint", "Wskazówka")),
    rule="".join(
        "0" if n == 1 else "1" if n % 10 in (2, 3, 4) and n // 10 % 10 != 1 else "2"
        for n in range(200)
    ),
)


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 próba"), (3, "3 próby"), (5, "5 prób"), (112, "112 prób"), (1022, "1022 próby")],
)
def test_plurals_of_a_language_that_only_the_author_speaks(node, count: int, said: str) -> None:
    texts = ("{n} attempt left", "{n} attempts left")
    assert strings.Strings("pl", POLISH).tn(count, *texts) == said
    words = strings.ui_strings("pl", own=POLISH)
    assert words["Hint"] == "Wskazówka"
    script = (PLAYER / "js" / "strings.js").read_text("utf-8")
    spoken = f"(given, ...asked) => {{ {script}; setStrings(given); return tn(...asked); }}"
    assert node(spoken, words, count, *texts) == said
