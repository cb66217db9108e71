"""Each class of mistake in a rich, valid course is reported once, at its place."""

from __future__ import annotations

import re

import pytest

from scormkit.sources import compile_course
from scormkit.sources.compile import scope

CASES = [
    # (file, text there, what replaces it, code, where it is reported: file, words, message part)
    ("course.yml", "lang: ro\n", "lang: zz\n", "SK1604", ("course.yml", "lang: ¦zz"), "BCP 47"),
    (
        "course.yml",
        "lang: ro\n",
        "lang: ua\n",
        "SK1604",
        ("course.yml", "lang: ¦ua\n"),
        "did you mean 'uk'",
    ),
    ("course.yml", "[ru]", "[xx-nope]", "SK1604", ("course.yml", "xx-nope"), "language tag"),
    ("course.yml", "[ru]", "[ro]", "SK1707", ("course.yml", "ro]"), "written in"),
    ("course.yml", "[ru]", "[uk]", "SK1701", ("course.yml", "uk]"), "i18n/uk.po"),
    (
        "course.yml",
        "lessons/service.md",
        "lessons/servise.md",
        "SK1401",
        ("course.yml", "lessons/servise.md"),
        "did you mean 'lessons/service.md'",
    ),
    (
        "course.yml",
        "lessons/service.md",
        "lessons/Service.md",
        "SK1404",
        ("course.yml", "lessons/Service.md"),
        "letter case",
    ),
    (
        "course.yml",
        "lessons/service.md",
        "../service.md",
        "SK1402",
        ("course.yml", "../service.md"),
        "course folder",
    ),
    (
        "course.yml",
        "lessons/service.md",
        "/etc/passwd",
        "SK1122",
        ("course.yml", "/etc/passwd"),
        "relative path",
    ),
    (
        "course.yml",
        "resources/faq.yml",
        "'C:faq.yml'",
        "SK1122",
        ("course.yml", "'C:faq.yml'"),
        "relative path",
    ),
    (
        "course.yml",
        "resources/faq.yml",
        "resources\\faq.yml",
        "SK1122",
        ("course.yml", "resources\\faq.yml"),
        "relative path",
    ),
    (
        "course.yml",
        "resources/faq.yml",
        "resources",
        "SK1403",
        ("course.yml", "resources\n"),
        "folder",
    ),
    (
        "course.yml",
        "Europe/Chisinau",
        "Europe/Kisinau",
        "SK1605",
        ("course.yml", "Europe/K"),
        "did you",
    ),
    (
        "course.yml",
        "requires: [m1]",
        "requires: [m9]",
        "SK1602",
        ("course.yml", "m9"),
        "no module 'm9'",
    ),
    ("course.yml", "requires: [m1]", "requires: [m2]", "SK1603", ("course.yml", "m2]"), "'m2'"),
    (
        "course.yml",
        "passed: [final]",
        "passed: [finall]",
        "SK1607",
        ("course.yml", "finall]"),
        "'final'",
    ),
    ("course.yml", "passed: [final]", "passed: [evaluation]", "SK1608", None, "survey"),
    (
        "course.yml",
        "passed: [final]",
        "passed: [types]",
        "SK1608",
        ("course.yml", "types]"),
        "pass mark",
    ),
    ("course.yml", "done: [evaluation]", "done: [none]", "SK1607", ("course.yml", "none]"), "page"),
    (
        "course.yml",
        "{final: 80%, m1",
        "{finale: 80%, m1",
        "SK1607",
        ("course.yml", "80%, m1"),
        "'final'",
    ),
    ("course.yml", "m1: 20%", "m1: 0%", "SK1609", ("course.yml", "0%}"), "weight of 0"),
    ("course.yml", "m1: 20%", "evaluation: 20%", "SK1608", ("course.yml", "20%}"), "not graded"),
    ("course.yml", "packaging", None, "SK1610", ("course.yml", "certificate:"), "single"),
    ("course.yml", "{learner} a", "{lerner} a", "SK1613", None, "did you mean 'learner'"),
    ("course.yml", "  valid_for: 3y\n", "", "SK1613", None, "valid_for"),
    (
        "course.yml",
        "retired: [old-page]",
        "retired: [q-tf]",
        "SK1202",
        ("course.yml", "q-tf]"),
        "never",
    ),
    (
        "course.yml",
        "retired: [old-page]",
        "retired: [intro-page]",
        "SK1202",
        None,
        "one or the other",
    ),
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
        "quizzes/types.yml",
        "objective: o1",
        "objective: o7",
        "SK1601",
        ("quizzes/types.yml", "o7"),
        "o1, o2",
    ),
    (
        "quizzes/types.yml",
        "wrong: [Consiliul,",
        "wrong: [Locuitorii,",
        "SK1502",
        None,
        "both right and wrong",
    ),
    (
        "quizzes/types.yml",
        "correct: true, feedback: Da.}",
        "feedback: Da.}",
        "SK1501",
        None,
        "right",
    ),
    ("quizzes/types.yml", "      - {text: Legea}\n", "", "SK1503", None, "two"),
    (
        "quizzes/types.yml",
        "id: gov, feedback: Nu., credit: 50%}",
        "credit: 100%}, x]",
        None,
        None,
        "",
    ),
    ("quizzes/types.yml", "[MPay, mpay.gov.md]", "[MPay, mpay]", "SK1502", None, "twice"),
    (
        "quizzes/types.yml",
        '"[0-9]{2}"',
        '"(a+)+"',
        "SK1506",
        ("quizzes/types.yml", '"(a+)+"'),
        "hang",
    ),
    (
        "quizzes/types.yml",
        '"[0-9]{2}"',
        '"(a"',
        "SK1506",
        ("quizzes/types.yml", '"(a"'),
        "expression",
    ),
    (
        "quizzes/types.yml",
        "[Unu, Doi, Trei]",
        "[Unu]",
        "SK1507",
        ("quizzes/types.yml", "[Unu]"),
        "two",
    ),
    ("quizzes/types.yml", "[Unu, Doi, Trei]", "[Unu, Unu]", "SK1502", None, "twice"),
    (
        "quizzes/types.yml",
        "distractors: [judecă]",
        "distractors: [decide]",
        "SK1502",
        None,
        "distractor",
    ),
    ("quizzes/types.yml", "Central: [Guvern]", "Central: [Primar]", "SK1502", None, "item"),
    ("quizzes/types.yml", "[[da//nu]]", "nimic", "SK1151", None, "gap"),
    ("quizzes/types.yml", "label: Nord, correct: true", "label: Nord", "SK1501", None, "area"),
    (
        "quizzes/types.yml",
        "label: Centru",
        "label: Nord",
        "SK1502",
        ("quizzes/types.yml", "Nord}"),
        "twice",
    ),
    ("quizzes/types.yml", "to: n2, points: 2}", "to: n2}", "SK1501", None, "points"),
    (
        "quizzes/final.yml",
        "pick: 2",
        "pick: 4",
        "SK1509",
        ("quizzes/final.yml", "4\n    from"),
        "only 3",
    ),
    ("quizzes/final.yml", "pick: 2", "pick: 3", None, None, ""),
    (
        "quizzes/final.yml",
        "ids: [b1, b4]",
        "ids: [b1, b2]\n    # pick",
        "SK1517",
        ("quizzes/final.yml", "1\n    from"),
        "twice",
    ),
    (
        "quizzes/final.yml",
        "ids: [b1, b4]",
        "ids: [b1, b9]",
        "SK1516",
        ("quizzes/final.yml", "b9]"),
        "b4",
    ),
    (
        "quizzes/final.yml",
        "tags: [basic]",
        "tags: [basik]",
        "SK1516",
        ("quizzes/final.yml", "basik]"),
        "'basic'",
    ),
    (
        "quizzes/final.yml",
        "../banks/apl.yml\n    tags",
        "../banks/apl2.yml\n    tags",
        "SK1401",
        None,
        "apl.yml",
    ),
    (
        "quizzes/final.yml",
        "{from: 70%, text: Bravo!}",
        "{from: 0%, text: Bravo!}",
        "SK1515",
        None,
        "same score",
    ),
    (
        "banks/apl.yml",
        "{id: b2, tags",
        "{id: b2, points: 3, tags",
        "SK1510",
        ("quizzes/final.yml", "id: pool-basic"),
        "equal points",
    ),
    (
        "banks/apl.yml",
        "{id: b2,",
        "{id: b1,",
        "SK1201",
        ("banks/apl.yml", "b1, tags: [basic], choice: Doi?"),
        "question",
    ),
    (
        "quizzes/evaluation.yml",
        "graded: false",
        "graded: true",
        "SK1512",
        ("quizzes/evaluation.yml", "true"),
        "survey",
    ),
    (
        "quizzes/evaluation.yml",
        "answers: [Da, Nu]",
        "right: Da, wrong: [Nu]",
        "SK1513",
        None,
        "survey",
    ),
    (
        "quizzes/evaluation.yml",
        "to: 5,",
        "to: 1,",
        "SK1514",
        ("quizzes/evaluation.yml", "1, labels"),
        "scale",
    ),
    (
        "quizzes/evaluation.yml",
        "5: foarte",
        "9: foarte",
        "SK1514",
        ("quizzes/evaluation.yml", "foarte"),
        "outside",
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
    ("i18n/ru.po", "МПей | mpay | mpay.gov.md", "", None, None, ""),
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
def test_a_mistake_is_reported_at_its_place(sample, name, old, new, code, place, words):  # noqa: PLR0917
    if new is None:
        sample.edit(name, "retired:", "packaging: per-module\nretired:")
    else:
        sample.edit(name, old, new)
    found = sample.compile().problems
    codes = {one.code for one in found}
    if code is None:
        assert not any("Traceback" in one.message for one in found)
        return
    assert code in codes, "\n".join(map(str, found))
    hits = [one for one in found if one.code == code]
    assert any(words in one.message for one in hits), hits
    if place is not None:
        line, column = sample.where(*place)
        where = [(one.path, one.line, one.column) for one in hits]
        assert any(p.endswith(place[0]) and (li, co) == (line, column) for p, li, co in where), (
            where
        )


def test_the_rich_course_is_clean_but_for_the_lock_and_translations(sample):
    assert {one.code for one in sample.compile().problems} == {"SK1206", "SK1703"}


def test_every_problem_says_file_line_column_and_code(sample):
    sample.edit("quizzes/types.yml", "answer: 4", "answer: four")
    sample.edit("lessons/service.md", "to: n2,", "to: n7,")
    shown = [str(one) for one in sample.compile().problems]
    assert sum("types.yml" in one for one in shown) == 1
    assert sum("SK1520" in one for one in shown) == 1
    assert all(re.match(r".+?:\d+:\d+: SK\d{4}: ", one) for one in shown)


def test_problems_are_sorted_and_no_course_is_made(sample):
    sample.edit("course.yml", "passed: [final]", "passed: [finall]")
    made = sample.compile()
    assert made.courses == ()
    assert list(made.problems) == sorted(made.problems, key=lambda one: one.sort_key)


def test_strict_makes_warnings_errors(sample):
    assert sample.compile().courses
    made = sample.compile(strict=True)
    assert made.courses == ()
    assert {one.severity.value for one in made.problems} == {"error"}
    assert sum(one.code == "SK1703" for one in made.problems) > 100  # each text, not a count


@pytest.mark.parametrize("what", ["empty", "absent", "a file"])
def test_a_folder_without_a_course(tmp_path, what):
    folder = tmp_path / "nothing"
    if what == "empty":
        folder.mkdir()
    if what == "a file":
        folder.write_text("x")
    [problem] = compile_course(folder).problems
    assert problem.code == "SK1416"
    assert str(folder) in problem.path


def test_a_course_in_a_folder_below_is_suggested(sample):
    [problem] = compile_course(sample.path.parent).problems
    assert "did you mean 'course/'" in problem.message


def test_a_pass_mark_that_cannot_be_reached(small):
    small.write(
        "quiz.yml",
        "id: quiz\ntitle: Quiz\npass_mark: 70%\nquestions:\n  - {id: q1, essay: Write}\n",
    )
    assert small.found("SK1511") == [("quiz.yml", 3, 12)]
    small.write("quiz.yml", "id: quiz\ntitle: Q\nquestions:\n  - {id: q1, essay: Write}\n")
    small.edit("course.yml", "lang: en\n", "lang: en\npass_mark: 50%\n")
    assert small.found("SK1611") == [("course.yml", 4, 12)]


def test_a_certificate_that_nobody_could_earn(small):
    small.edit("course.yml", "lang: en\n", "lang: en\ncertificate: {title: C, body: Done}\n")
    assert [one[:2] for one in small.found("SK1612")] == [("course.yml", 4)]
    small.edit("course.yml", "body: Done", "body: Done, when: completed")
    assert small.found("SK1612") == []


def test_requires_in_a_circle(small):
    text = small.read("course.yml").replace("title: One\n", "title: One\n    requires: [m2]\n", 1)
    small.write(
        "course.yml",
        text
        + "  - id: m2\n    title: Two\n    requires: [m1]\n    items:\n      - lesson: two.md\n",
    )
    small.write("two.md", "---\nid: two\ntitle: Two\n---\nWords.\n")
    assert len(small.found("SK1603")) == 2


def test_watching_needs_an_id(sample):
    sample.edit("course.yml", "checks: answered}", "watched: 90%}")
    assert sample.found("SK1205") == []
    sample.edit("lessons/legal-frame.md", "id: intro\n", "")
    assert [one[0] for one in sample.found("SK1205")] == ["lessons/legal-frame.md"]


def test_external_addresses_follow_the_budget(sample):
    assert sample.found("SK1801") == []
    sample.edit("course.yml", "external_urls: allow", "external_urls: forbid")
    line, column = sample.where("lessons/legal-frame.md", "https://example.org/a")
    assert ("lessons/legal-frame.md", line, column) in sample.found("SK1801")
    assert "the budget forbids it" in sample.message("SK1801")
    assert sample.compile().courses  # a budget warns; --strict makes an error of it
    assert sample.compile(strict=True).courses == ()
    sample.edit("course.yml", ", external_urls: forbid", "")
    assert len(sample.found("SK1801")) == 2
    assert sample.compile().courses


def test_includes_are_bounded(small):
    small.write("one.md", "---\nid: one\ntitle: One\n---\n:::{include} a0.md\n:::\n")
    for n in range(40):
        twice = f":::{{include}} a{n + 1}.md\n:::\n" * 2
        small.write(f"a{n}.md", twice)
    small.write("a40.md", "End.\n")
    assert small.found("SK1408")


def test_an_unused_file_is_a_warning(sample):
    sample.write("assets/extra.txt", "nothing")
    assert sample.found("SK1803") == [("assets/extra.txt", 0, 0)]
    assert sample.compile().courses


def test_a_short_answer_needs_what_is_right_but_not_in_a_survey(sample):
    sample.edit("quizzes/types.yml", "    accept: [MPay, mpay.gov.md]\n", "")
    line, column = sample.where("quizzes/types.yml", "¦id: q-short")
    assert sample.found("SK1501") == [("quizzes/types.yml", line, column)]
    sample.edit("quizzes/types.yml", "q-short\n", "q-short\n    accept: [MPay, mpay.gov.md]\n")
    sample.edit("quizzes/evaluation.yml", "essay:", "short_answer:")
    assert sample.compile().courses


def test_a_page_listed_twice(sample):
    sample.edit(
        "course.yml",
        "      - lesson: lessons/service.md\n",
        "      - lesson: lessons/service.md\n      - lesson: lessons/service.md\n",
    )
    assert ("lessons/service.md", 2, 5) in sample.found("SK1201")
    assert "twice" in sample.message("SK1201")


def test_a_question_included_twice(sample):
    sample.write("shared/note.md", ":::{question}\nid: c9\ntrue_false: A\nanswer: true\n:::\n")
    sample.edit("lessons/legal-frame.md", "transcript: ../shared/note.md\n", "")
    assert sample.compile().courses
    text = sample.read("lessons/service.md")
    sample.write("lessons/service.md", text + "\n:::{include} ../shared/note.md\n:::\n")
    assert sample.found("SK1201") == [("shared/note.md", 2, 5)]


def test_a_word_that_vanished_is_an_error(sample, monkeypatch):
    real = scope.markdown.lesson

    def forgetful(*given):
        return tuple(block for block in real(*given) if block.kind != "callout")

    monkeypatch.setattr(scope.markdown, "lesson", forgetful)
    line, _ = sample.where("lessons/legal-frame.md", "Citiți")
    assert ("lessons/legal-frame.md", line, 1) in sample.found("SK1340")
    assert sample.compile().courses == ()


def test_a_lost_page_hides_only_what_may_be_in_it(small):
    links = "[](lesson:two) [](lesson:three) [](lesson:four)\n"
    small.write("one.md", "---\nid: one\ntitle: One\n---\n" + links)
    small.edit(
        "course.yml", "quiz.yml\n", "quiz.yml\n      - lesson: two.md\n      - lesson: 3.md\n"
    )
    small.write("3.md", "id: three\ntitle: no front matter\n")
    found = [one.message for one in small.compile().problems if one.code == "SK1405"]
    assert len(found) == 1
    assert "'four'" in found[0]
