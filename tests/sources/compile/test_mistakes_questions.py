"""Each class of mistake in questions and quizzes is reported once, at its place."""

from __future__ import annotations

import pytest

# (file, text there, what replaces it, code, where it is reported: file, words, message part)
CASES = [
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
        "SK1013",
        None,
        'in quotes: `wrong: [Consiliul, {text: Guvernul, credit: 100%}, "x]"]`',
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
]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "place", "words"), CASES, ids=[f"{c[0]}-{c[2]}" for c in CASES]
)
def test_a_mistake_in_questions_is_reported(sample, name, old, new, code, place, words):  # noqa: PLR0917
    sample.edit(name, old, new)
    sample.assert_reported(code, place, words)


def test_a_pool_may_draw_all_that_it_has(sample):
    sample.edit("quizzes/final.yml", "pick: 2", "pick: 3")
    assert sample.course()
