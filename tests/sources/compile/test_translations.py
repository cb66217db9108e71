"""One course in several languages: ids, numbers and state are the same."""

from __future__ import annotations

from scormkit.sources.po import digest


def question(course, id_):
    return next(
        e.question
        for m in course.modules
        for p in m.pages
        for e in getattr(p, "entries", ())
        if getattr(getattr(e, "question", None), "id", "") == id_
    )


def both(sample):
    made = sample.compile()
    assert len(made.courses) == 2, "\n".join(map(str, made.problems))
    return made.courses


def test_texts_are_translated_and_the_rest_is_marked(sample):
    source, russian = both(sample)
    assert (source.lang, russian.lang, russian.source_lang) == ("ro", "ru", "ro")
    assert russian.title == "Местная администрация"
    service = russian.modules[0].pages[1]
    assert (service.title, service.title_lang) == ("Публичная услуга", None)
    assert russian.modules[0].title_lang == "ro"
    answers = question(russian, "q-choice").answers
    assert answers[0].plain == "Жители"
    assert 'lang="ro"' in answers[1].text


def test_ids_numbers_and_state_are_those_of_the_source(sample):
    source, russian = both(sample)
    assert source.state == russian.state
    for id_ in ("q-choice", "q-multiple", "q-spot", "q-order"):
        first, second = question(source, id_), question(russian, id_)
        items = "items" if id_ == "q-order" else "areas" if id_ == "q-spot" else "answers"
        assert [a.number for a in getattr(first, items)] == [
            a.number for a in getattr(second, items)
        ]


def test_accepted_texts_are_one_unit_with_variants(sample):
    _, russian = both(sample)
    accepted = [one.text for one in question(russian, "q-short").accept]
    assert accepted == ["МПей", "mpay", "mpay.gov.md"]


def test_variants_with_their_own_credit_must_be_as_many(sample):
    sample.edit(
        "quizzes/types.yml", "[MPay, mpay.gov.md]", "[MPay, {text: mpay.gov.md, credit: 50%}]"
    )
    line, _ = sample.where("i18n/ru.po", 'msgctxt "q-short"')
    assert sample.found("SK1704") == [("i18n/ru.po", line, 1)]


def test_gaps_keep_count_and_kind(sample):
    _, russian = both(sample)
    gaps = question(russian, "q-gaps").gaps
    assert gaps[0].accept == ("МПей", "mpay")
    assert [o.plain for o in gaps[1].options] == ["МКабинет", "КУПС"]


def test_a_picture_of_the_language_replaces_the_other(sample):
    source, russian = both(sample)
    assert "assets/map.ru.svg" in {a.key for a in russian.assets}
    assert "assets/map.ru.svg" not in {a.key for a in source.assets}
    assert "assets/map.svg" not in {a.key for a in russian.assets}


def test_a_mistake_in_a_translation_names_the_language(sample):
    sample.write(
        "i18n/ru.po",
        sample.read("i18n/ru.po")
        + '\nmsgctxt "legal-frame"\nmsgid "Citiți legea."\nmsgstr "Читайте [](lesson:nope)."\n',
    )
    assert "in the translation into ru" in sample.message("SK1405")


def test_a_fuzzy_entry_is_stale_and_not_shown(sample):
    before = missing(sample)
    sample.edit("i18n/ru.po", 'msgctxt "service"', '#, fuzzy\nmsgctxt "service"')
    assert len(sample.found("SK1708")) == 1
    assert missing(sample) == before
    _, russian = both(sample)
    assert russian.modules[0].pages[1].title_lang == "ro"


def test_a_translation_of_a_text_that_was_replaced_everywhere_is_stale(sample):
    sample.edit(
        "i18n/ru.po", 'msgctxt "service"', f'#. source {digest("other words")}\nmsgctxt "service"'
    )
    assert len(sample.found("SK1708")) == 1


def test_markup_is_held_against_the_source(sample):
    sample.edit("i18n/ru.po", 'msgstr "Публичная услуга"', 'msgstr "Публичная **услуга**"')
    assert sample.found("SK1709") == []  # a title is plain text
    sample.write(
        "i18n/ru.po",
        sample.read("i18n/ru.po")
        + '\nmsgctxt "legal-frame"\nmsgid "Citiți legea."\nmsgstr "Читайте **закон**."\n',
    )
    assert "no **strong**" in sample.message("SK1709")


def missing(sample):
    """How many texts lack a translation: each is a warning with ``strict``."""
    return sum(one.code == "SK1703" for one in sample.compile(strict=True).problems)


def test_a_few_missing_texts_are_named_at_their_places(small):
    small.edit("course.yml", "lang: en\n", "lang: en\ntranslations: [ro]\n")
    small.write("i18n/ro.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n')
    assert ("one.md", 5, 1) in small.found("SK1703")
    small.write(
        "one.md", "---\nid: one\ntitle: One\n---\n" + "".join(f"Words {n}.\n\n" for n in range(30))
    )
    assert len(small.found("SK1703")) == 11
    assert small.found("SK1703")[-1][0] == "one.md"


def test_a_problem_of_the_source_is_reported_once(sample):
    sample.edit("lessons/legal-frame.md", "lesson:service", "lesson:nope")
    assert len(sample.found("SK1405")) == 1


def test_what_is_no_po_file_is_said_at_its_line(sample):
    sample.write("i18n/ru.po", 'msgid ""\nmsgstr ""\n\nmsgid Da\nmsgstr "x"\n')
    assert sample.found("SK1702") == [("i18n/ru.po", 4, 1)]


def test_a_language_named_twice(sample):
    sample.edit("course.yml", "translations: [ru]", "translations: [ru, ru]")
    assert sample.found("SK1707") == [("course.yml", *sample.where("course.yml", "ru, ¦ru"))]


def test_labels_alts_and_terms_without_a_translation_are_marked(sample):
    source, russian = both(sample)
    assert all(area.label_lang == "ro" for area in question(russian, "q-spot").areas)
    assert question(russian, "q-spot").image.alt_lang == "ro"
    assert {term.term_lang for term in russian.glossary} <= {"ro", None}
    assert "ro" in {term.term_lang for term in russian.glossary}
    assert all(area.label_lang is None for area in question(source, "q-spot").areas)
