"""What a wrong question gets: where, which, and what was meant."""

import pytest

from scormkit.sources.jsonschema import model_of
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml


def problems_of(text, kind="question"):
    problems = Problems()
    load_yaml(text, "f.yml", model_of(kind), problems)
    return problems.items


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("id: a\nchoise: x\nright: a\nwrong: b\n", "SK1140", (2, 1), "did you mean `choice`?"),
        ("id: a\nright: b\n", "SK1140", (1, 1), "the types are"),
        ("id: a\nchoice: x\nmultiple: y\n", "SK1141", (3, 1), "`choice`, `multiple`"),
        ("id: a\ntype: chioce\ntext: y\n", "SK1140", (2, 7), "did you mean `choice`?"),
        ("id: a\ntype: choice\nmultiple: y\n", "SK1141", (3, 1), "type: choice"),
        ("id: a\nessay: x\ntext: y\n", "SK1141", (3, 1), "keep one"),
        ("id: a\nessay: x\ntolerance: 5\n", "SK1101", (3, 1), "`tolerance` belongs to `number`"),
        ("id: a\nessay: x\nhimt: y\n", "SK1101", (3, 1), "did you mean `hint`?"),
        ("essay: x\n", "SK1103", (1, 1), "scormkit ids --write"),
        ("id: a\nchoice: x\nright: a\n", "SK1104", (1, 1), "`wrong`"),
        ("id: a\nchoice: x\nright: a\nanswers: [b]\n", "SK1104", (1, 1), "only one of"),
        ("id: a\nessay: x\nalt: y\n", "SK1104", (1, 1), "`image`"),
        ("id: a\nnumber: x\nanswer: 1\ntolerance: 5 %!\n", "SK1130", (4, 12), "5 %!"),
        ("id: a\nnumber: x\nanswer: 1 000\n", "SK1130", (3, 9), "without anything between"),
        ("id: a\ntrue_false: x\nanswer: on\n", "SK1132", (3, 9), "write `true`"),
        ("id: a\nmatch: x\npairs: {a: b, a: c}\n", "SK1020", (3, 15), "twice"),
        ("- id: a\n", "SK1115", (1, 1), "not a list"),
    ],
    ids=range(17),
)
def test_a_wrong_question(text, code, place, words):
    problem = problems_of(text)[0]
    assert (problem.code, (problem.line, problem.column)) == (code, place)
    assert words in problem.message


def test_an_answer_that_yaml_took_for_a_key_is_one_error():
    (problem,) = problems_of("id: a\nchoice: x\nright: Da\nwrong:\n  - Ora: 10\n")
    assert (problem.code, problem.line, problem.column) == ("SK1110", 5, 5)
    assert '`- "Ora: 10"`' in problem.message


def test_every_problem_of_a_quiz_is_reported_at_once():
    text = (
        "id: Q\ntitle: T\npass_mark: 70\nattempts: 0\nquestions:\n"
        "  - {id: a, choice: x, right: y, wrong: z, points: -1}\n"
        "  - {id: b, essay: x, min_words: 1.5}\n"
        "  - {id: p, pick: 0, from: /x}\n"
    )
    assert [(problem.line, problem.code) for problem in problems_of(text, "quiz")] == [
        (1, "SK1120"),
        (3, "SK1133"),
        (4, "SK1131"),
        (6, "SK1131"),
        (7, "SK1130"),
        (8, "SK1131"),
        (8, "SK1122"),
    ]


def test_a_quiz_with_wrong_questions_still_yields_the_others():
    text = "id: q\ntitle: T\nquestions:\n  - {id: a, chioce: x}\n  - {id: b, essay: x}\n"
    quiz = load_yaml(text, "f.yml", model_of("quiz"), Problems())
    assert [question.id for question in quiz.questions] == ["b"]


def test_a_missing_id_leaves_a_name_that_is_like_no_other():
    text = "title: T\nquestions:\n  - {essay: x}\n  - {essay: y}\n"
    quiz = load_yaml(text, "f.yml", model_of("quiz"), Problems())
    ids = {quiz.id, *(question.id for question in quiz.questions)}
    assert len(ids) == 3
    assert not quiz.questions[0].given("id")


def test_500_questions_are_read_quickly():
    import time  # noqa: PLC0415

    one = "  - id: q{0}\n    choice: Cine {0}?\n    right: A\n    wrong: [B, C]\n    tags: [x]\n"
    text = "id: q\ntitle: T\nquestions:\n" + "".join(one.format(n) for n in range(500))
    start = time.process_time()
    assert problems_of(text, "quiz") == []
    assert time.process_time() - start < 0.5  # a tenth of it on an idle machine
