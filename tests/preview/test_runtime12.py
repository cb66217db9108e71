"""The SCORM 1.2 run-time of the preview: answers and error codes of RTE 3.3 and 3.4."""

from pathlib import Path

import pytest

START = ["LMSInitialize", ""]
END = ["LMSFinish", ""]
LONG = "x" * 4096


def get(element):
    return ["LMSGetValue", element]


def put(element, value):
    return ["LMSSetValue", element, value]


# call, answer, error code
SESSION = [
    (get("cmi.core.entry"), "", 301),
    (put("cmi.suspend_data", "x"), "false", 301),
    (END, "false", 301),
    (["LMSInitialize", "x"], "false", 201),
    (START, "true", 0),
    (START, "false", 101),
    (get("cmi.core.lesson_status"), "not attempted", 0),
    (get("cmi.core.student_id"), "learner-1", 0),
    (get("cmi.core.exit"), "", 404),
    (get("cmi.core.lesson_status._children"), "", 202),
    (get("cmi.core.lesson_status._count"), "", 203),
    (get("cmi.objectives._count"), "0", 0),
    (get("cmi.objectives._children"), "id,score,status", 0),
    (get("cmi.nonsense"), "", 201),
    (get("cmi.objectives.0.id"), "", 201),
    (get("cmi._version"), "3.4", 0),
    (put("cmi.core.lesson_status", "passed"), "true", 0),
    (put("cmi.core.lesson_status", "donne"), "false", 405),
    (put("cmi.core.lesson_status", "not attempted"), "false", 405),
    (put("cmi.core.score.raw", "101"), "false", 405),
    (put("cmi.core.score.raw", "abc"), "false", 405),
    (put("cmi.core.score.raw", "55.5"), "true", 0),
    (put("cmi.core.exit", "normal"), "false", 405),
    (put("cmi.core.exit", "suspend"), "true", 0),
    (put("cmi.core.session_time", "PT1S"), "false", 405),
    (put("cmi.core.session_time", "0000:00:01.50"), "true", 0),
    (put("cmi.suspend_data", LONG), "true", 0),
    (put("cmi.suspend_data", LONG + "x"), "false", 405),
    (put("cmi.core.lesson_location", "x" * 255), "true", 0),
    (put("cmi.core.lesson_location", "x" * 256), "false", 405),
    (put("cmi.core.student_id", "x"), "false", 403),
    (put("cmi.core._children", "x"), "false", 402),
    (put("cmi.interactions.1.id", "q"), "false", 201),
    (put("cmi.interactions.0.id", "q 1"), "false", 405),
    (put("cmi.interactions.0.id", "q1"), "true", 0),
    (put("cmi.interactions.0.type", "essay"), "false", 405),
    (put("cmi.interactions.0.type", "choice"), "true", 0),
    (put("cmi.interactions.0.student_response", "a,b"), "true", 0),
    (put("cmi.interactions.0.student_response", "two words"), "false", 405),
    (put("cmi.interactions.0.result", "incorrect"), "false", 405),
    (put("cmi.interactions.0.result", "wrong"), "true", 0),
    (put("cmi.interactions.0.result", "0.5"), "true", 0),
    (put("cmi.interactions.0.time", "25:00:00"), "false", 405),
    (put("cmi.interactions.0.latency", "00:00:05.10"), "true", 0),
    (get("cmi.interactions.0.id"), "", 404),
    (get("cmi.interactions._count"), "1", 0),
    (put("cmi.interactions.0.correct_responses.2.pattern", "a"), "false", 201),
    (put("cmi.objectives.0.id", "o1"), "true", 0),
    (put("cmi.objectives.0.status", "completed"), "true", 0),
    (get("cmi.objectives.0.status"), "completed", 0),
    (put("cmi.objectives.5.id", "o9"), "false", 201),
    (put("cmi.student_preference.audio", "101"), "false", 405),
    (["LMSCommit", ""], "true", 0),
    (["LMSCommit", "x"], "false", 201),
    (["LMSFinish", "x"], "false", 201),
    (END, "true", 0),
    (END, "false", 301),
    (get("cmi.core.entry"), "", 301),
    (put("cmi.suspend_data", "x"), "false", 301),
    (["LMSCommit", ""], "false", 301),
    (START, "false", 101),
]
# Where scorm-again is laxer than RTE 3.4, or answers after the end of the session.
LAX = {
    "cmi.nonsense",
    "cmi.core.exit=normal",
    f"cmi.suspend_data={LONG}x",
    "cmi.interactions.0.id=q 1",
    "cmi.interactions.0.result=incorrect",
    "cmi.interactions.0.student_response=two words",
}


def test_each_call_gets_its_answer_and_error_code(play) -> None:
    answers = play([call for call, _, _ in SESSION])["ours"]
    for (call, answer, error), given in zip(SESSION, answers, strict=True):
        assert given == [answer, error], call


def test_scorm_again_says_the_same(play) -> None:
    if not (Path(__file__).parents[2] / ".tools/node_modules/scorm-again").exists():
        pytest.skip("NO SCORM-AGAIN: npm install --prefix .tools, from tests/package.json")
    open_session = SESSION[: next(n for n, row in enumerate(SESSION) if row[0] == END and n > 5)]
    both = play([call for call, _, _ in open_session], again=True)
    for (call, _, _), ours, again in zip(open_session, both["ours"], both["again"], strict=True):
        if "=".join(call[1:]) not in LAX:
            assert ours == again, call


def test_leaving_with_suspend_resumes_and_time_adds_up(play) -> None:
    calls = [START, put("cmi.core.exit", "suspend"), put("cmi.core.lesson_location", "p2")]
    calls += [put("cmi.core.session_time", "0001:00:59.60"), END]
    first = play(calls)["saved"][-1]
    again = play(
        [START, *map(get, ("cmi.core.entry", "cmi.core.lesson_location", "cmi.core.total_time"))],
        stored=first,
    )
    assert [answer for answer, _ in again["ours"][1:]] == ["resume", "p2", "0001:00:59.60"]
    twice = play([START, put("cmi.core.session_time", "00:00:00.50"), END], stored=first)
    third = play(
        [START, get("cmi.core.total_time"), get("cmi.core.entry")], stored=twice["saved"][-1]
    )
    assert [answer for answer, _ in third["ours"][1:]] == ["0001:01:00.10", ""]


def status_after(play, *calls, **sco):
    return play([START, *calls, END], **sco)["saved"][-1].get("cmi.core.lesson_status")


def test_the_lms_judges_at_the_end(play) -> None:
    raw = "cmi.core.score.raw"
    incomplete = put("cmi.core.lesson_status", "incomplete")
    assert status_after(play) == "completed"
    assert status_after(play, incomplete) == "incomplete"
    assert status_after(play, incomplete, put(raw, "79"), mastery="80") == "failed"
    assert status_after(play, incomplete, put(raw, "80"), mastery="80") == "passed"
    assert status_after(play, incomplete, mastery="80") == "incomplete"


def test_a_review_does_not_count(play) -> None:
    answers = play([START, get("cmi.core.credit"), get("cmi.core.lesson_mode")], mode="review")
    assert [answer for answer, _ in answers["ours"][1:]] == ["no-credit", "review"]
    assert status_after(play, put("cmi.core.score.raw", "9"), mode="review", mastery="80") is None


def test_faults_are_told_as_an_lms_tells_them(play) -> None:
    calls = [START, ["fault", "commit"], ["LMSCommit", ""], ["fault", "set"]]
    calls += [put("cmi.suspend_data", "x"), ["fault", ""], ["LMSCommit", ""]]
    done = play(calls)
    assert [a for a in done["ours"] if a][1:] == [["false", 101], ["false", 101], ["true", 0]]
    assert len(done["saved"]) == 1
    assert "cmi.suspend_data" not in done["saved"][0]


def test_what_real_lmss_punish_is_remarked(play) -> None:
    status, score = "cmi.core.lesson_status", "cmi.core.score.raw"
    calls = [START, put(status, "passed"), put(status, "incomplete"), put(score, "90")]
    calls += [put(score, "80"), put("cmi.suspend_data", 5), put("cmi.suspend_data", "ok")]
    notes = [call["message"] for call in play(calls)["told"][1:]]
    assert notes == [
        "",
        "the status fell from passed",
        "",
        "the score fell from 90",
        "a number, not a string",
        "",
    ]
