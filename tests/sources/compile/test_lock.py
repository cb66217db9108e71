"""course.lock: append-only, and nothing but what `ids --write` wrote is taken."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.sources import write_ids
from scormkit.sources.lock import Lock, LockedOption, LockedSlot, format_lock
from scormkit.sources.lock_reader import parse_lock
from scormkit.sources.problems import Problems


def keep(_):
    return None


@pytest.fixture
def locked(sample):
    write_ids(sample.path, keep)
    return sample


def slots(course):
    return {(s.section, s.number): (s.key, s.kind, s.bits, s.width) for s in course.state.slots}


def test_the_numbers_written_are_those_that_were_provisional(sample):
    before = sample.course()
    assert before.state.number == 0
    write_ids(sample.path, keep)
    after = sample.course()
    assert after.state.number == 1
    assert after.state.slots == before.state.slots
    assert after.modules == before.modules
    assert not [p for p in sample.compile().problems if p.code.startswith("SK12")]


def test_it_is_yaml_with_one_entry_a_line(locked):
    text = locked.read("course.lock")
    data = yaml.safe_load(text)
    assert data["course"] == "sample"
    entries = sum(len(data[k]) for k in ("status", "closed", "options", "objectives", "layouts"))
    assert text.count("\n- ") == entries


def test_what_is_new_follows_and_nothing_moves(locked):
    before = slots(locked.course())
    locked.edit(
        "quizzes/types.yml",
        "questions:\n",
        "questions:\n  - {id: q-new, choice: A?, right: B, wrong: [C]}\n",
    )
    provisional = locked.course()
    assert locked.found("SK1207") == [("course.lock", 0, 0)]
    report = write_ids(locked.path, keep)
    assert (report.slots, report.layout) == (1, 2)
    after = locked.course()
    assert slots(after).items() >= before.items()
    assert after.state.slots == provisional.state.slots
    assert [(p.status, p.closed) for p in after.state.published] == [(17, 28), (17, 29)]


def test_a_retyped_or_outgrown_question_gets_a_new_slot(locked):
    locked.edit(
        "quizzes/types.yml",
        "q-tf\n    true_false: Primarul este ales.\n    answer: true",
        "q-tf\n    essay: De ce?",
    )
    locked.edit("quizzes/types.yml", "[Unu, Doi, Trei]", "[Unu, Doi, Trei, Patru]")
    found = [s for s in locked.course().state.slots if s.key in ("types/q-tf", "types/q-order")]
    assert [(s.key, s.kind, s.live) for s in found] == [
        ("types/q-tf", "choice", False),
        ("types/q-order", "order", False),
        ("types/q-tf", "credit", True),
        ("types/q-order", "order", True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "key", "types"),
    [
        (
            "q-tf\n    true_false: Primarul este ales.\n    answer: true",
            "q-tf\n    choice: Cine este ales?\n    right: Primarul\n    wrong: [Nimeni]",
            "types/q-tf",
            ["true_false", "choice"],
        ),
        (
            "q-short\n    short_answer: Plata online?\n    accept: [MPay, mpay.gov.md]",
            "q-short\n    essay: Plata online?",
            "types/q-short",
            ["short_answer", "essay"],
        ),
    ],
)
def test_another_type_of_the_same_kind_gets_a_new_slot(locked, old, new, key, types):
    locked.edit("quizzes/types.yml", old, new)
    found = [s for s in locked.course().state.slots if s.key == key]
    assert [(s.type, s.live) for s in found] == [(types[0], False), (types[1], True)]
    assert found[0].kind == found[1].kind
    write_ids(locked.path, keep)
    assert [s for s in locked.course().state.slots if s.key == key] == found


def test_an_answer_more_fits_the_room_that_was_left(locked):
    locked.edit(
        "lessons/legal-frame.md", "[Guvernul, Parlamentul]", "[Guvernul, Parlamentul, Nimeni]"
    )
    assert [s.live for s in locked.course().state.slots if s.key == "c1"] == [True]


def test_a_renamed_thing_keeps_its_slot_and_its_options(locked):
    before = locked.course()
    locked.edit("quizzes/types.yml", "id: q-choice", "id: q-who\n    was: [q-choice]")
    locked.edit("quizzes/types.yml", "id: types\n", "id: kinds\nwas: [types]\n")
    after = locked.course()
    assert len(after.state.slots) == len(before.state.slots)
    keys = {(s.section, s.number): s.key for s in after.state.slots}
    assert keys["closed", 5] == "kinds/q-who"
    assert keys["status", 4] == "quiz:kinds"
    assert locked.found("SK1207") == []
    quiz = next(p for p in after.modules[0].pages if p.id == "kinds")
    assert quiz.published == "types"
    assert [a.number for a in quiz.entries[0].question.answers] == [1, 2, 3]


def test_a_renamed_question_may_get_more_answers(small):
    write_ids(small.path, keep)
    small.edit(
        "quiz.yml",
        "id: q1, choice: A?, right: B, wrong: [C]",
        "id: q2, was: q1, choice: A?, right: B, wrong: [D, C]",
    )
    write_ids(small.path, keep)
    small.edit("quiz.yml", "id: q2, was: q1", "id: q3, was: [q1, q2]")
    small.edit("quiz.yml", "[D, C]", "[E, D, C]")
    write_ids(small.path, keep)
    (question,) = small.course().modules[0].pages[1].entries
    numbers = {one.plain: one.number for one in question.question.answers}
    assert numbers == {"B": 1, "C": 2, "D": 3, "E": 4}


def test_moved_answers_keep_their_numbers(locked):
    locked.edit("lessons/legal-frame.md", "[Guvernul, Parlamentul]", "[Parlamentul, Guvernul]")
    check = next(b for b in locked.course().modules[0].pages[0].blocks if b.kind == "check")
    assert [(a.plain, a.number) for a in check.question.answers] == [
        ("Primarul", 1), ("Parlamentul", 3), ("Guvernul", 2),
    ]  # fmt: skip


def test_a_reworded_answer_is_asked_about_once(locked):
    locked.edit("lessons/legal-frame.md", "right: Primarul", "right: Primarul satului")
    assert [one[0] for one in locked.found("SK1211")] == ["lessons/legal-frame.md"]
    asked = []

    def choose(question):
        asked.append(question)
        return 0

    write_ids(locked.path, choose)
    assert [(q.old, q.candidates) for q in asked] == [("Primarul", ("Primarul satului",))]
    check = next(b for b in locked.course().modules[0].pages[0].blocks if b.kind == "check")
    assert check.question.answers[0].number == 1
    write_ids(locked.path, choose)
    assert len(asked) == 1


def test_a_replaced_answer_is_asked_about_once_and_its_number_stays_unused(locked):
    locked.edit("lessons/legal-frame.md", "right: Primarul", "right: Altceva")
    asked = []
    write_ids(locked.path, asked.append)
    check = next(b for b in locked.course().modules[0].pages[0].blocks if b.kind == "check")
    assert check.question.answers[0].number == 4
    locked.edit("lessons/legal-frame.md", "right: Altceva", "right: [Altceva, Nou]")
    write_ids(locked.path, asked.append)
    assert len(asked) == 1


def test_an_id_given_later_names_the_same_answer(locked):
    locked.edit("lessons/legal-frame.md", "right: Primarul", "right: {text: Primarul, id: p}")
    write_ids(locked.path, keep)
    locked.edit(
        "lessons/legal-frame.md", "{text: Primarul, id: p}", "{text: Cu totul altul, id: p}"
    )
    check = next(b for b in locked.course().modules[0].pages[0].blocks if b.kind == "check")
    assert check.question.answers[0].number == 1
    assert locked.found("SK1211") == []


def test_what_is_gone_must_be_said_to_be_gone(locked):
    locked.edit(
        "quizzes/final.yml",
        "      - {id: q-case, choice: Ce faceți?, right: Aplic legea, wrong: [Nimic]}\n",
        "      - {id: q-other, choice: Ce faceți?, right: Aplic legea, wrong: [Nimic]}\n",
    )
    assert "'q-case'" in locked.message("SK1213")
    locked.edit("course.yml", "retired: [old-page]", "retired: [old-page, q-case]")
    assert locked.found("SK1213") == []


@pytest.mark.parametrize(
    ("old", "new", "line_of"),
    [
        (
            "- {n: 1, kind: page, bits: 2, width: 2, key: page:legal-frame}\n",
            "",
            "- {n: 2, kind: page",
        ),
        ("key: page:legal-frame", "key: page:other-page", "- {n: 1, status"),
        ('text: "Primarul"', 'text: "Altul"', "sum:"),
        (
            "kind: page, bits: 2, width: 2, key: page:faq",
            "kind: page, bits: 3, width: 3, key: page:faq",
            "- {n: 1, status",
        ),
        (
            "- {n: 1, id: o1}\n- {n: 2, id: o2}",
            "- {n: 2, id: o2}\n- {n: 1, id: o1}",
            "- {n: 2, id: o2}",
        ),
        ("scormkit-lock: 1", "scormkit-lock: 7", "scormkit-lock: 7"),
        ("course: sample", "<<<<<<< HEAD\ncourse: sample", "<<<<<<<"),
        ("closed:\n", "closed: \n", "closed: "),
        ("layouts:\n", "layouts:\n# mine\n", "# mine"),
    ],
)
def test_a_lock_changed_by_hand_is_refused(locked, old, new, line_of):
    locked.edit("course.lock", old, new)
    [found] = [p for p in locked.compile().problems if p.path.endswith("course.lock")]
    assert found.code in ("SK1208", "SK1209")
    assert found.severity.value == "error"
    assert locked.read("course.lock").split("\n")[found.line - 1].startswith(line_of)
    with pytest.raises(Exception, match="error"):
        write_ids(locked.path, keep)


def test_a_lock_of_another_course_is_refused(locked):
    locked.edit("course.yml", "id: sample", "id: other")
    assert locked.found("SK1210") == [("course.lock", 1, 1)]
    locked.edit("course.yml", "id: other", "id: other\nwas: [sample]")
    assert locked.course().published == "sample"


def test_line_ends_of_windows_are_taken(locked):
    locked.write("course.lock", locked.read("course.lock").replace("\n", "\r\n"))
    assert locked.course().state.number == 1


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["a", "b/left"]), texts), max_size=8))
def test_any_text_survives_the_file(options):
    lock = Lock("c")
    counts: dict[str, int] = {}
    for owner, text in options:
        counts[owner] = counts.get(owner, 0) + 1
        lock.options.append(LockedOption(counts[owner], owner, None, text))
    problems = Problems()
    found = parse_lock(format_lock(lock), "course.lock", problems)
    assert not problems.items
    assert found.options == lock.options
    assert len(yaml.safe_load(format_lock(lock))["options"] or ()) == len(options)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_lock_is_never_taken(data):
    lock = Lock("c", [LockedSlot(0, "course", 37, 37, "course")])
    lock.closed = [LockedSlot(n, "choice", 3, 3, f"q{n}", "choice") for n in range(4)]
    lock.options = [LockedOption(n + 1, "q1", None, f"text {n}") for n in range(4)]
    text = format_lock(lock)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(exclude_categories=["Cs"], exclude_characters=text[at]))
    problems = Problems()
    changed = text[:at] + other + text[at + 1 :]
    found = parse_lock(changed, "course.lock", problems)
    assert found is None
    assert len(problems.items) == 1
