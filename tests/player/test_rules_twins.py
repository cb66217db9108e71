"""Completion, passing and score: examples of the contract, and both twins on generated work."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.player.rules import outcome, shown_percent

MARKS = st.sampled_from([None, 0.5, 0.7, 1.0])
BEST = st.integers(0, 10**6).map(lambda n: n / 10**6)


def page(id_, kind="lesson", **quiz):
    made = {"id": id_, "kind": kind}
    brief = {"graded": True, "mark": 0.7, "attempts": 2, **quiz}
    return {**made, "quiz": brief} if kind == "quiz" else made


def work(pages=None, quizzes=None, **course):
    empty = {"completed": False, "passed": False, "failed": False, "best": 0}
    return {"pages": pages or {}, "quizzes": quizzes or {}, "course": {**empty, **course}}


def tried(best, attempts=1, attempt=2, mark=0.7):
    return {"attempts": attempts, "attempt": attempt, "passed": best >= mark, "best": best}


NEW = {"attempts": 0, "attempt": 0, "passed": False, "best": 0}
RULES = {"pages": 1.0, "passed": ["q"], "done": [], "score": [["q", 1.0]], "mark": 0.7}


def course(rules=RULES, **quiz):
    return {
        "rules": rules,
        "modules": [{"id": "m", "pages": [page("a"), page("q", "quiz", **quiz)]}],
    }


@st.composite
def courses(draw):
    quizzes = [f"q{i}" for i in range(draw(st.integers(0, 3)))]
    pages = [page(f"p{i}", draw(st.sampled_from(["lesson", "faq"]))) for i in range(3)]
    pages += [
        page(
            q,
            "quiz",
            graded=draw(st.booleans()),
            mark=draw(MARKS),
            attempts=draw(st.sampled_from([None, 1, 3])),
        )
        for q in quizzes
    ]
    scored = [q for q in quizzes if draw(st.booleans())]
    rules = {
        "pages": draw(st.sampled_from([None, 0, 0.5, 2 / 3, 1.0])),
        "passed": [q for q in quizzes if draw(st.booleans())],
        "done": [p["id"] for p in pages if draw(st.booleans())],
        "score": [[q, 1 / len(scored)] for q in scored],
        "mark": draw(MARKS),
    }
    cut = draw(st.integers(0, len(pages)))
    return {
        "rules": rules,
        "modules": [{"id": "m", "pages": pages[:cut]}, {"id": "n", "pages": pages[cut:]}],
    }


@st.composite
def works(draw):
    quizzes = {
        f"q{i}": {
            "attempts": (attempts := draw(st.integers(0, 3))),
            "attempt": draw(st.sampled_from([1, 2])) if attempts else 0,
            "passed": draw(st.booleans()),
            "best": draw(BEST),
        }
        for i in range(3)
    }
    pages = {f"p{i}": draw(st.integers(0, 3)) for i in range(3)}
    flags = {name: draw(st.booleans()) for name in ("completed", "passed", "failed")}
    return work(pages, quizzes, best=draw(st.one_of(st.just(0), BEST)), **flags)


@settings(max_examples=2000, deadline=None)
@given(data=courses(), state=works())
def test_both_judge_alike(node, data, state):
    assert node("outcomeOf", data, state) == outcome(data, state)


@settings(max_examples=500, deadline=None)
@given(data=courses(), state=works())
def test_what_was_reached_is_never_taken_back(data, state):
    first = outcome(data, state)
    kept = {k: first[k] for k in ("completed", "passed", "failed")}
    later = outcome(data, {**state, "pages": {}, "course": {**kept, "best": first["score"] or 0}})
    for name in ("completed", "passed"):
        assert later[name] >= first[name]
    assert (later["score"] or 0) >= (first["score"] or 0)
    assert later["failed"] == (first["failed"] and not later["passed"])


def test_incomplete_with_the_score_while_attempts_remain_then_failed():
    first = outcome(course(), work({"a": 3}, {"q": tried(0.4)}))
    assert (first["status"], first["score"]) == ("incomplete", 0.4)
    last = outcome(course(), work({"a": 3}, {"q": tried(0.4, attempts=2)}))
    assert (last["status"], last["score"]) == ("failed", 0.4)


def test_failed_waits_for_the_pages():
    assert outcome(course(), work({}, {"q": tried(0.4, attempts=2)}))["status"] == "incomplete"


def test_an_open_last_attempt_is_an_attempt_left():
    state = work({"a": 3}, {"q": tried(0.4, attempts=2, attempt=1)})
    assert outcome(course(), state)["status"] == "incomplete"


def test_passed_needs_completed_as_well():
    assert outcome(course(), work({}, {"q": tried(0.9)}))["status"] == "incomplete"
    result = outcome(course(), work({"a": 3}, {"q": tried(0.9)}))
    assert (result["status"], result["completed"], result["progress"]) == ("passed", True, 1)


def test_completed_where_nothing_is_scored():
    data = {"rules": {"pages": 1.0, "passed": [], "done": [], "score": [], "mark": None}}
    data["modules"] = [{"id": "m", "pages": [page("a"), page("f", "faq")]}]
    assert outcome(data, work({"a": 3, "f": 0}))["status"] == "incomplete"
    assert outcome(data, work({"a": 3, "f": 1}))["status"] == "completed"


def test_thirds_add_up_to_the_mark():
    rules = {**RULES, "passed": [], "score": [["q", 0.5], ["r", 0.5]], "mark": 0.5}
    data = course(rules)
    data["modules"][0]["pages"].append(page("r", "quiz"))
    third, two = round(1 / 3, 6), round(2 / 3, 6)
    state = work({"a": 3}, {"q": tried(third, 2), "r": tried(two, 2)})
    assert outcome(data, state)["status"] == "passed"


def test_a_score_is_shown_rounded_down():
    assert [shown_percent(s) for s in (0.29, 0.699999, 0.7, 1, 2 / 3)] == [29, 69, 70, 100, 66]


def test_a_quiz_without_a_mark_is_done_when_submitted(node):
    for quiz, state, done in [
        ({"graded": True, "mark": None, "attempts": None}, NEW, False),
        ({"graded": True, "mark": None, "attempts": None}, tried(0, 1, 1), False),
        ({"graded": True, "mark": None, "attempts": None}, tried(0, 1, 2), True),
        ({"graded": False, "mark": None, "attempts": None}, tried(0, 1, 2), True),
        ({"graded": True, "mark": 0.7, "attempts": None}, tried(0.1, 9, 2), False),
        ({"graded": True, "mark": 0.7, "attempts": 2}, tried(0.1, 2, 2), True),
    ]:
        assert node("quizDone", quiz, state) is done
