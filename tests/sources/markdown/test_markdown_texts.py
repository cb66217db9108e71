"""Text values of YAML: one line and several lines."""

from __future__ import annotations

import pytest

from scormkit.sources.markdown import inline, plain, text


@pytest.mark.parametrize(
    "typed",
    [
        "1991.",
        "1. Decembrie",
        "- 5",
        "+ 5",
        "# diez",
        "> mai mare",
        "    patru",
        "| a | b |",
        "---",
        ":::",
    ],
)
def test_one_line_keeps_what_begins_a_block_elsewhere(host, typed):
    assert plain(text(typed, host)) == typed.strip()
    assert "<" not in text(typed, host)
    assert host.problems == []


def test_one_line_is_inline_markdown(host):
    html = text("Cine **alege** {term}`MPay` cu `cod`?", host)
    assert html == (
        'Cine <strong>alege</strong> <a class="term" href="scormkit:page/glossary#term-mpay" '
        'data-term="mpay">MPay</a> cu <code>cod</code>?'
    )


def test_a_literal_text_of_one_line_ends_with_a_line_feed(host):
    assert text("1991.\n", host) == "1991."


def test_several_lines_are_blocks_with_pictures_and_code(host):
    html = text(
        "Primarul\n\n- unu\n- doi\n\n![harta](../assets/h.png)\n\n```python\nx = 1\n```\n", host
    )
    assert "<p>Primarul</p>" in html
    assert "<li>doi" in html
    assert '<img src="scormkit:asset/assets/h.png" alt="harta" loading="lazy">' in html
    assert '<span class="n">x</span>' in html
    assert host.problems == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Ședința consiliului se convoacă de către primar; hotărâți împreună.", 3),
        ("Центр надання адміністративних послуг: «їжак, ґанок, п'ять»", 3),
        ("Zyra me Një Ndalesë — çështje, përgjegjësi, ëndërr", 3),
    ],
)
def test_words_of_any_language_come_through(host, words, line):
    assert plain(inline(words, host)) == words
    assert plain(text(f"{words}\n\n## {words}\n", host)) == f"{words} {words}"


def test_places_count_from_the_given_line(host):
    text("Unu\n\nDoi [x](lesson:lipsa)\n", host, line=40)
    assert host.problems == [(42, 5, "SK1499", "no lesson lipsa", False)]


def test_line_ends_and_characters_that_xml_forbids(host):
    assert text("a\r\n\r\nb\x00\x0b", host) == "<p>a</p><p>b\ufffd\ufffd</p>"


def test_a_note_in_a_one_line_text_stands_in_brackets(host):
    assert plain(inline("Rata^[în *procente*]", host)) == "Rata (în procente)"


def test_notes_of_texts_that_share_a_page_have_different_ids(host):
    one, two = (text(f"{word}[^1]\n\n[^1]: Nota\n", host) for word in ("Unu", "Doi"))
    ids = [part.split('"')[0] for html in (one, two) for part in html.split('id="')[1:]]
    assert len(ids) == len(set(ids)) == 4


def test_blocks_do_not_stand_in_texts(host):
    text("Unu\n\n:::{tip} a\nb\n:::\n", host, line=10)
    assert [(line, code) for line, _, code, *_ in host.problems] == [(12, "SK1306")]


def test_plain_parts_words_at_blocks_and_not_at_emphasis(host):
    html = text(
        "de**central**izare[^1] H<sub>2</sub>O\n\n- a\n- b\n\n![harta](x.png)\n\n[^1]: n\n", host
    )
    assert plain(html) == "decentralizare H2O a b harta n ↩"
