"""Each class of mistake in lessons and the other files is reported once, at its place."""

from __future__ import annotations

import pytest

# (file, text there, what replaces it, code, where it is reported: file, words, message part)
CASES = [
    ("lessons/legal-frame.md", "was: [intro-page]", "was: [q-tf]", "SK1202", None, "former id"),
    ("lessons/legal-frame.md", "objectives: [o1]", "objectives: [o9]", "SK1601", None, "o1, o2"),
    ("lessons/legal-frame.md", "lesson:service", "lesson:servise", "SK1405", None, "'service'"),
    ("lessons/legal-frame.md", "lesson:service", "quiz:service", "SK1406", None, "lesson:service"),
    ("lessons/legal-frame.md", "lesson:service", "lesson:service#nope", "SK1407", None, "acte"),
    ("lessons/legal-frame.md", "service.md#acte", "service.md#nope", "SK1407", None, "acte"),
    ("lessons/legal-frame.md", "(service.md#acte)", "(servce.md)", "SK1405", None, "service.md"),
    ("lessons/legal-frame.md", "faq:f1", "faq:f9", "SK1405", None, "there is f1"),
    (
        "lessons/legal-frame.md",
        "{term}`decentralizare`",
        "{term}`decentralizre`",
        "SK1409",
        None,
        "did you",
    ),
    (
        "lessons/legal-frame.md",
        "include} ../shared/note.md",
        "include} legal-frame.md",
        "SK1408",
        None,
        "",
    ),
    (
        "lessons/legal-frame.md",
        "id: c1",
        "id: service",
        "SK1201",
        ("lessons/legal-frame.md", "service\nchoice"),
        "lesson",
    ),
    (
        "lessons/legal-frame.md",
        "id: c1\n",
        "",
        "SK1103",
        ("lessons/legal-frame.md", "choice: Cine"),
        "ids --write",
    ),
    (
        "lessons/legal-frame.md",
        "alt: Harta\n",
        "",
        "SK1802",
        ("lessons/legal-frame.md", ":::{figure}"),
        "alt",
    ),
    (
        "lessons/service.md",
        "start: n1",
        "start: n0",
        "SK1520",
        ("lessons/service.md", "n0"),
        "n1, n2, n3",
    ),
    ("lessons/service.md", "to: n2,", "to: n7,", "SK1520", ("lessons/service.md", "n7,"), "node"),
    (
        "lessons/service.md",
        "to: n2,",
        "to: n3,",
        "SK1521",
        ("lessons/service.md", "{text: Bine"),
        "'n2'",
    ),
    (
        "lessons/service.md",
        "n3: {text: Rău, end: bad}",
        "n3: {text: Rău, choices: [{text: x, to: n3}]}",
        "SK1522",
        ("lessons/service.md", "{text: Rău"),
        "end",
    ),
    (
        "lessons/service.md",
        "n3: {text: Rău, end: bad}",
        "n3: {text: Rău, choices: [{text: x, to: n3, points: 1}, {text: y, to: n2}]}",
        "SK1523",
        ("lessons/service.md", "1}, {text: y"),
        "again",
    ),
    (
        "resources/templates.yml",
        "topic: Juridice",
        "topic: Juridic",
        "SK1606",
        None,
        "did you mean 'Juridice'",
    ),
    (
        "resources/templates.yml",
        "id: t2",
        "id: f1",
        "SK1201",
        ("resources/faq.yml", "f1,"),
        "library entry",
    ),
    (
        "glossary.yml",
        "also: [MPay-ul]",
        "also: [Lege]",
        "SK1204",
        ("glossary.yml", "Lege, text"),
        "Lege",
    ),
    (
        "i18n/ru.po",
        "[[МПей|mpay]]",
        "[[МПей//mpay]]",
        "SK1706",
        ("i18n/ru.po", 'msgctxt "q-gaps"'),
        "gaps",
    ),
    (
        "i18n/ru.po",
        'msgid "Serviciul public"',
        'msgid "Serviciul"',
        "SK1705",
        ("i18n/ru.po", 'msgctxt "service"'),
        "any more",
    ),
    ("i18n/ru.po", 'msgctxt "service"', "nonsense", "SK1702", None, "PO file"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "place", "words"), CASES, ids=[f"{c[0]}-{c[2]}" for c in CASES]
)
def test_a_mistake_in_pages_is_reported(sample, name, old, new, code, place, words):  # noqa: PLR0917
    sample.edit(name, old, new)
    sample.assert_reported(code, place, words)


def test_an_empty_translation_is_a_missing_one(sample):
    def untranslated():
        return next(one.message for one in sample.compile().problems if "of 153" in one.message)

    assert "148 of 153" in untranslated()
    sample.edit("i18n/ru.po", "МПей | mpay | mpay.gov.md", "")
    assert "149 of 153" in untranslated()
