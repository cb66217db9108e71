"""Units of translation."""

from __future__ import annotations

from scormkit.sources.markdown import inline, lesson, text, units

SOURCE = """## Acte {#acte}

Primarul **semnează**
decizia.

- [ ] Unu
- Doi

| A | 12 |
|---|----|
| B | C |

:::{tip} Rețineți
Ședința.
:::

<div>Brut</div>
"""


def test_units_are_paragraphs_headings_items_cells_titles_and_raw_blocks():
    assert units(SOURCE, body=True) == [
        ("Acte", 1),
        ("Primarul **semnează**\ndecizia.", 3),
        ("Unu", 6),
        ("Doi", 7),
        ("A", 9),
        ("B", 11),
        ("C", 11),
        ("Rețineți", 13),
        ("Ședința.", 14),
        ("<div>Brut</div>", 17),
    ]


def test_a_one_line_text_is_one_unit():
    assert units("- 5 lei", line=8) == [("- 5 lei", 8)]
    assert units("12,5 %") == []


def test_what_is_compiled_asks_for_the_same_units(host):
    lesson(SOURCE, host)
    assert host.units == units(SOURCE, body=True)


def test_a_translation_is_parsed_in_place(make_host):
    host = make_host(
        translated={"Acte": "Акты *все*", "Primarul **semnează**\ndecizia.": "Мэр [](quiz:final)"}
    )
    prose = lesson(SOURCE, host)[0]
    assert prose.html.startswith('<h2 id="a-acte">Акты <em>все</em></h2><p>Мэр <a href=')
    assert "Test final" in prose.html


def test_what_is_not_translated_says_its_language(make_host):
    host = make_host(lang="ro")
    blocks = lesson(SOURCE, host)
    assert '<h2 id="a-acte" lang="ro">Acte</h2><p lang="ro">Primarul' in blocks[0].html
    assert '</span> <span lang="ro">Unu</span>' in blocks[0].html
    assert '<td lang="ro">B</td>' in blocks[0].html
    assert blocks[1].title == '<span lang="ro">Rețineți</span>'
    assert '<div lang="ro"><div>Brut</div>' in blocks[2].html
    assert inline("Da", host) == '<span lang="ro">Da</span>'
    assert text("Da\n\nNu\n", host) == '<p lang="ro">Da</p><p lang="ro">Nu</p>'


def test_a_number_is_no_unit(make_host):
    assert inline("12,5", make_host(lang="ro")) == "12,5"
