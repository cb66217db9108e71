"""What a wrong course gets: all problems in one run, each with its place and its code."""

from __future__ import annotations

import re

import pytest

from scormkit.sources import compile_course
from scormkit.sources.compile import scope


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
