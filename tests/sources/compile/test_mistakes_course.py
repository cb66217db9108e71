"""Each class of mistake in course.yml is reported once, at its place."""

from __future__ import annotations

import pytest

# (file, text there, what replaces it, code, where it is reported: file, words, message part)
CASES = [
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
    (
        "course.yml",
        "retired:",
        "packaging: per-module\nretired:",
        "SK1610",
        ("course.yml", "certificate:"),
        "single",
    ),
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
]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "place", "words"), CASES, ids=[f"{c[0]}-{c[2]}" for c in CASES]
)
def test_a_mistake_in_course_is_reported(sample, name, old, new, code, place, words):  # noqa: PLR0917
    sample.edit(name, old, new)
    sample.assert_reported(code, place, words)
