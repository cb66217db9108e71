"""Two versions of a course on one learner's work, forth and back."""

from __future__ import annotations

import shutil

import pytest

from scormkit.sources import write_ids

pytestmark = pytest.mark.browser

BANK = "id: bank\nquestions:\n"
QUESTION = "  - {{id: b{n}, choice: Question {n}?, right: Yes {n}, wrong: [No {n}, Never {n}]}}\n"
POOLED = """id: final
title: Drawn
pass_mark: 50%
shuffle: {questions: true, answers: true}
questions:
  - {id: pool, pick: 4, from: bank.yml}
"""
PLAIN = """id: final
title: Plain
pass_mark: 50%
questions:
  - {{id: q1, choice: One?, right: Yes, wrong: [No]}}
{more}
"""
SHORT = "  - {id: q2, type: short_answer, text: Two?, accept: [two]}\n"
ORDER = "  - {id: q3, type: order, text: Three?, items: [x, y, z]}\n"


@pytest.fixture
def version(tmp_path, small):
    """Return a function that writes, numbers and builds a version of the small course."""

    def build(name, *, stamp, **files):
        named = {path.replace("_", "."): text for path, text in files.items()}
        small(files=named)
        write_ids(tmp_path / "source", lambda reworded: None)
        built = small(files=named, stamp=stamp * 16)
        kept = tmp_path / name
        shutil.copytree(built, kept)
        return kept

    return build


def to_quiz(launch, page="final"):
    if launch.sco.query_selector("#start"):
        launch.sco.click("#start")
    launch.sco.wait_for_selector("html:not([data-page=''])")
    while (at := launch.sco.get_attribute("html", "data-page")) != page:
        launch.sco.click("#pager [rel=next]")
        launch.sco.wait_for_selector(f"html:not([data-page='{at}'])")


def begin(launch):
    to_quiz(launch)
    launch.sco.click("text=Start the test")
    launch.sco.wait_for_selector(".quiz-questions .question", state="visible")


def shown(launch):
    launch.sco.wait_for_selector(".quiz-questions .question", state="visible")
    words = "all => all.map(e => [e.id, [...e.querySelectorAll('.option')].map(o => o.innerText)])"
    return launch.sco.eval_on_selector_all(".quiz-questions .question", words)


def test_a_draw_stays_when_the_bank_grows(lms, version):
    one = "".join(QUESTION.format(n=n) for n in range(8))
    more = "".join(QUESTION.format(n=n) for n in range(50, 62))
    first = version("one", stamp="1", bank_yml=BANK + one, final_yml=POOLED)
    second = version("two", stamp="2", bank_yml=BANK + more + one, final_yml=POOLED)
    launch = lms.launch(first)
    begin(launch)
    drawn = shown(launch)
    for question, _ in drawn[:2]:
        launch.sco.click(f"#{question} label:has-text('Yes')")
    launch.leave()
    later = lms.launch(second)
    assert shown(later) == drawn
    later.leave()
    back = lms.launch(first)
    assert shown(back) == drawn
    assert back.sco.locator(".quiz-questions input:checked").count() == 2
    back.sco.click(".quiz-end button")
    back.sco.click("text=Submit anyway")
    back.sco.wait_for_selector(".quiz-result h2:has-text('50%')")


def test_an_older_package_loses_nothing_of_newer_work(lms, version):
    first = version("one", stamp="1", final_yml=PLAIN.format(more=SHORT))
    second = version("two", stamp="2", final_yml=PLAIN.format(more=ORDER + SHORT))
    launch = lms.launch(second)
    begin(launch)
    launch.sco.click("#q-q1 label:has-text('Yes')")
    launch.sco.fill("#q-q2 input", "Zwei, ști")
    launch.sco.click("#q-q3 .tool[aria-disabled=false] >> nth=0")
    order = launch.sco.inner_text("#q-q3 .sort")
    launch.leave()
    old = lms.launch(first)
    old.sco.wait_for_selector("#q-q1 input:checked")
    assert old.sco.input_value("#q-q2 input") == "Zwei, ști"
    old.sco.click("#q-q1 label:has-text('No')")
    old.leave()
    back = lms.launch(second)
    back.sco.wait_for_selector("#q-q3 .tool", state="visible")
    assert back.sco.inner_text("#q-q3 .sort") == order
    assert back.sco.is_checked("#q-q1 label:has-text('No') >> input")
    back.sco.click(".quiz-end button")
    back.sco.wait_for_selector(".quiz-result h2")


def test_renamed_things_keep_their_work(lms, version):
    first = version("one", stamp="1", final_yml=PLAIN.format(more=SHORT))
    renamed = PLAIN.format(more=SHORT).replace("id: final", "id: exam\nwas: [final]")
    renamed = renamed.replace("{id: q2,", "{id: q22, was: [q2],")
    lesson = "---\nid: aa\nwas: [a]\ntitle: Lesson a\n---\nWords.\n"
    second = version("two", stamp="2", final_yml=renamed, a_md=lesson)
    launch = lms.launch(first)
    begin(launch)
    launch.sco.click("#q-q1 label:has-text('Yes')")
    launch.sco.fill("#q-q2 input", "two")
    launch.leave()
    later = lms.launch(second)
    later.sco.wait_for_selector("html[data-page=exam]")
    assert later.sco.is_checked("#q-q1 label:has-text('Yes') >> input")
    assert later.sco.input_value("#q-q22 input") == "two"
    assert later.sco.inner_text("#progress").startswith("50%")
    later.sco.click(".quiz-end button")
    later.sco.wait_for_selector(".quiz-result h2:has-text('100%')")
    assert later.cmi("cmi.core.lesson_status") == "passed"


def test_a_question_of_another_type_starts_empty(lms, version):
    first = version("one", stamp="1", final_yml=PLAIN.format(more=SHORT))
    other = PLAIN.format(more=SHORT).replace("choice: One?", "type: multiple, text: One?")
    other = other.replace("right: Yes", "right: [Yes, Sure]")
    second = version("two", stamp="2", final_yml=other)
    launch = lms.launch(first)
    begin(launch)
    launch.sco.click("#q-q1 label:has-text('No')")
    launch.sco.fill("#q-q2 input", "two")
    launch.leave()
    later = lms.launch(second)
    later.sco.wait_for_selector("#q-q1 input[type=checkbox]", state="visible")
    assert later.sco.locator("#q-q1 input:checked").count() == 0
    assert later.sco.input_value("#q-q2 input") == "two"
    later.sco.click("#q-q1 label:has-text('Sure')")
    later.leave()
    back = lms.launch(first)
    back.sco.wait_for_selector("#q-q1 input[type=radio]", state="visible")
    assert back.sco.is_checked("#q-q1 label:has-text('No') >> input")
    back.leave()
    last = lms.launch(second)
    last.sco.wait_for_selector("#q-q1 input[type=checkbox]", state="visible")
    assert last.sco.is_checked("#q-q1 label:has-text('Sure') >> input")
