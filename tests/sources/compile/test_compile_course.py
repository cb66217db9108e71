"""What a rich course becomes."""

from __future__ import annotations

import pytest

from scormkit.course.blocks import Check, Figure, Media, Trainer
from scormkit.course.model import Course
from scormkit.course.pages import Event, Faq, Group, Lesson, Pool, Quiz, Resources


def page(course, id_):
    return next(p for m in course.modules for p in m.pages if p.id == id_)


def question(course, id_):
    for module in course.modules:
        for one in module.pages:
            for entry in getattr(one, "entries", ()):
                for q in getattr(entry, "questions", None) or [getattr(entry, "question", None)]:
                    if q is not None and getattr(q, "id", "") == id_:
                        return q
    raise AssertionError(id_)


def test_the_compiled_course_satisfies_its_own_models(sample):
    for course in sample.compile().courses:
        assert Course.model_validate(course.model_dump()) == course


def test_compiling_twice_gives_equal_courses(sample):
    assert sample.compile() == sample.compile()


def test_the_outline_and_the_metadata(sample):
    course = sample.course()
    assert [m.id for m in course.modules] == ["m1", "m2"]
    assert [p.kind for m in course.modules for p in m.pages] == [
        "lesson", "lesson", "quiz", "quiz", "quiz", "resources", "faq", "event",
        "discussion", "assignment",
    ]  # fmt: skip
    assert course.minutes == 150
    assert course.description == "Un curs scurt pentru primării."
    assert course.cover.alt == "O primărie"
    assert [(o.id, o.number) for o in course.objectives] == [("o1", 1), ("o2", 2)]
    assert course.moodle == (("section", "Cursuri"), ("attempts", "0"), ("visible", "true"))
    assert course.modules[1].requires == ("m1",)
    assert course.certificate.valid_for == "P3Y"


def test_rules_as_written(sample):
    course = sample.course()
    assert course.completion.pages == 0.8
    assert course.completion.passed == ("final",)
    assert [(w.id, w.weight, w.quizzes) for w in course.score] == [
        ("final", 0.8, ("final",)),
        ("m1", pytest.approx(0.2), ("types",)),
    ]
    assert course.pass_mark == 0.7


def test_rules_by_default(sample):
    text = sample.read("course.yml")
    for key in ("completion:", "score:", "pass_mark:", "done: {read"):
        text = "\n".join(line for line in text.split("\n") if not line.startswith(key))
    sample.write("course.yml", text)
    sample.edit("quizzes/types.yml", "attempts: 3", "pass_mark: 70%\nattempts: 3")
    course = sample.course()
    assert course.completion.pages == 1
    assert course.completion.passed == ("types", "final")
    assert [(w.id, w.weight) for w in course.score] == [("types", 0.5), ("final", 0.5)]
    assert course.pass_mark == 0.7
    lesson = page(course, "legal-frame")
    assert (lesson.done.read, lesson.done.checks, lesson.done.watched) == (True, None, None)
    sample.edit("quizzes/types.yml", "pass_mark: 70%", "pass_mark: 60%")
    sample.edit("course.yml", "certificate:\n", "certificate:\n  when: completed\n")
    assert sample.course().pass_mark is None


def test_a_lessons_links_terms_and_assets(sample):
    html = "".join(b.html for b in page(sample.course(), "legal-frame").blocks if b.kind == "prose")
    assert 'href="scormkit:page/glossary#term-decentralizare"' in html
    assert 'data-term="lege"' in html
    assert '<a href="scormkit:page/service">Serviciul public</a>' in html
    assert 'href="scormkit:page/service#a-acte"' in html
    assert 'href="scormkit:page/faq#e-f1"' in html
    assert 'src="scormkit:asset/assets/map.svg"' in html
    assert 'href="scormkit:asset/assets/model.docx"' in html
    assert "O notă comună." in html


def test_blocks_with_yaml_bodies(sample):
    blocks = page(sample.course(), "legal-frame").blocks
    check = next(b for b in blocks if isinstance(b, Check))
    assert check.question.key == "c1"
    figure = next(b for b in blocks if isinstance(b, Figure))
    assert figure.caption == "Harta <em>țării</em>"
    film = next(b for b in blocks if isinstance(b, Media))
    assert (film.id, film.captions[0].lang) == ("intro", "ro")
    assert "O notă comună." in film.transcript


def test_trainers_notes_are_in_their_edition_only_and_slots_are_equal(sample):
    learner, trainer = sample.course(), sample.course("trainer")

    def has_notes(course):
        return any(isinstance(b, Trainer) for b in page(course, "legal-frame").blocks)

    assert not has_notes(learner)
    assert has_notes(trainer)
    assert learner.state == trainer.state
    assert "c-trainer" in {slot.key for slot in learner.state.slots}


def test_questions_of_all_types(sample):
    course = sample.course()
    choice = question(course, "q-choice")
    assert [(a.plain, a.correct, a.credit, a.number) for a in choice.answers] == [
        ("Locuitorii", True, 1.0, 1), ("Consiliul", False, 0.0, 2), ("Guvernul", False, 0.5, 3),
    ]  # fmt: skip
    assert choice.key == "types/q-choice"
    assert question(course, "q-multiple").points == 2
    assert question(course, "q-number").tolerance == pytest.approx(0.4)
    match = question(course, "q-match")
    assert [r.plain for r in match.rights] == ["execută", "decide", "judecă"]
    assert match.solution == ((1, 1), (2, 2))
    assert question(course, "q-cat").solution == ((1, 1), (2, 1), (3, 2))
    gaps = question(course, "q-gaps")
    assert gaps.body.count("<span data-gap=") == 2
    assert gaps.gaps[0].accept == ("MPay", "mpay")
    assert [o.plain for o in gaps.gaps[1].options] == ["MCabinet", "CUPS"]
    assert [a.shape for a in question(course, "q-spot").areas] == ["box", "circle", "polygon"]
    assert question(course, "q-story").scenario.best == 2
    assert question(course, "q-sim").simulation.key == "types/q-sim"
    assert question(course, "q-essay").points == 0


def test_a_quiz_with_a_group_and_pools(sample):
    quiz = page(sample.course(), "final")
    group, pool, more = quiz.entries
    assert isinstance(group, Group)
    assert isinstance(pool, Pool)
    assert [q.key for q in pool.questions] == ["final/b1", "final/b2", "final/b3"]
    assert [q.id for q in more.questions] == ["b1", "b4"]
    assert quiz.best == 1 + 2 + 1
    assert 'href="scormkit:page/legal-frame"' in quiz.results[0].text


def test_a_bank_question_in_two_quizzes_is_one_question_with_two_results(sample):
    sample.edit(
        "quizzes/types.yml",
        "questions:\n",
        "questions:\n  - {id: pool-types, pick: 1, from: ../banks/apl.yml}\n",
    )
    keys = [slot.key for slot in sample.course().state.slots]
    assert "types/b1" in keys
    assert "final/b1" in keys


def test_a_survey(sample):
    quiz = page(sample.course(), "evaluation")
    assert isinstance(quiz, Quiz)
    assert not quiz.graded
    assert quiz.best == 0
    scale = quiz.entries[0].question
    assert scale.labels == ((1, "deloc"), (5, "foarte"))


def test_an_event_a_library_and_an_faq(sample):
    course = sample.course()
    event = page(course, "webinar")
    assert isinstance(event, Event)
    assert event.starts_utc == "2026-12-03T08:00:00Z"
    assert event.agenda[0].starts == "2026-12-03T10:00"
    assert event.materials[0].title == "model.docx"
    library = page(course, "templates")
    assert isinstance(library, Resources)
    assert library.entries[1].url == "https://example.org/ghid"
    faq = page(course, "faq")
    assert isinstance(faq, Faq)
    assert "<strong>MPay</strong>" in faq.entries[0].answer


def test_the_default_of_done_may_be_said_otherwise(sample):
    assert page(sample.course(), "service").done.checks == "answered"
    sample.edit(
        "lessons/service.md", "title: Serviciul public\n", "title: S\ndone: {checks: right}\n"
    )
    lesson = page(sample.course(), "service")
    assert isinstance(lesson, Lesson)
    assert (lesson.done.read, lesson.done.checks) == (True, "right")


def test_former_ids_name_what_an_lms_knows(sample):
    assert page(sample.course(), "legal-frame").published == "intro-page"
    assert page(sample.course(), "service").published == "service"


def test_a_link_to_a_heading_in_an_include(sample):
    sample.write("shared/note.md", "## Sus {#sus}\n\nText.\n")
    sample.edit("lessons/legal-frame.md", "[titlul](#cadru)", "[titlul](#sus)")
    assert sample.course()
