"""The author's own words for the player: theme/locale/<lang>.po."""

from __future__ import annotations

import pytest

from scormkit.player import strings

GERMAN = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);"

msgid "Next"
msgstr "Weiter"

#, fuzzy
msgid "Close"
msgstr "Zu"

msgid "{n} attempt left"
msgid_plural "{n} attempts left"
msgstr[0] "noch ein Versuch"
msgstr[1] "noch {n} Versuche"
"""


@pytest.fixture
def german(small):
    small.edit("course.yml", "lang: en\n", "lang: de\n")
    small.write("theme/locale/de.po", GERMAN)
    return small


def test_a_language_of_the_authors_own(german):
    words = german.course().words
    assert [key for key, _ in words.texts] == ["Next", "{n} attempt left"]
    said = strings.Strings("de", words)
    assert said.t("Next") == "Weiter"
    assert said.t("Close") == "Close"
    assert said.tn(1, "{n} attempt left", "{n} attempts left") == "noch ein Versuch"
    assert said.tn(121, "{n} attempt left", "{n} attempts left") == "noch 121 Versuche"


def test_what_is_not_said_is_named_and_all_of_it_with_strict(german):
    assert german.found("SK1710") == [("course.yml", *german.where("course.yml", "lang: ¦de"))]
    assert "'Agenda'" in german.message("SK1710")
    assert "'Submit'" not in german.message("SK1710")
    every = next(one for one in german.compile(strict=True).problems if one.code == "SK1710")
    assert "'Submit'" in every.message
    assert "'Next'" not in every.message


def test_other_words_in_a_language_that_the_player_speaks(small):
    small.edit("course.yml", "lang: en\n", "lang: ro\n")
    small.write(
        "theme/locale/ro.po",
        'msgid ""\nmsgstr ""\n\nmsgid "Submit"\nmsgstr "Predați"\n\n'
        'msgid "{n} test"\nmsgid_plural "{n} tests"\n'
        'msgstr[0] "un quiz"\nmsgstr[1] "{n} quizuri"\nmsgstr[2] "{n} de quizuri"\n',
    )
    words = small.course().words
    said = strings.Strings("ro", words)
    assert (said.t("Submit"), said.t("Close")) == ("Predați", strings.catalogue("ro")["Close"])
    assert said.tn(20, "{n} test", "{n} tests") == "20 de quizuri"
    assert not small.found("SK1710")
    made = strings.ui_strings("ro", own=words)
    assert made["Submit"] == "Predați"
    assert "%" not in made


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ('msgid "Next"', 'msgid "Nxt"', "SK1711", "did you mean 'Next'"),
        ('"noch {n} Versuche"', '"noch {m} Versuche"', "SK1712", "must hold {n}"),
        ('"Weiter"', '"Weiter {n}"', "SK1712", "must hold no name in braces"),
        ("nplurals=2; plural=(n != 1);", "", "SK1712", "no rule for plural forms"),
        ("plural=(n != 1)", "plural=(n / 0)", "SK1712", "no rule for plural forms"),
        ("plural=(n != 1)", "plural=(n - 1)", "SK1712", "no rule for plural forms"),
        ("plural=(n != 1)", "plural=(n", "SK1712", "no rule for plural forms"),
        ("nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n>1)", "SK1712", "3 plural forms"),
        ('msgid "Next"\nmsgstr', 'msgid "Next"\nmsgid_plural "N"\nmsgstr[0]', "SK1712", "takes no"),
        ('"Weiter"', '"Weiter', "SK1702", "none of one"),
    ],
)
def test_words_that_do_not_fit(german, old, new, code, words):
    german.edit("theme/locale/de.po", old, new)
    german.assert_reported(code, None, words)
    line, _ = german.found(code)[0][1:]
    assert line > 1


def test_a_link_out_of_the_course_is_not_followed(small, tmp_path):
    (tmp_path / "words.po").write_text(GERMAN)
    (small.path / "theme" / "locale").mkdir(parents=True)
    (small.path / "theme/locale/en.po").symlink_to(tmp_path / "words.po")
    assert small.found("SK1402") == [("theme/locale/en.po", 0, 0)]
