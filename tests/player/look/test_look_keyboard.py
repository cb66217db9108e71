"""Every type of question is answered by keyboard alone, and by click alone."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.browser


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def response(page, name: str):
    """Return what the page reads as the answer to a question."""
    return json.loads(page.evaluate(
        """(id) => { const el = document.getElementById(id);
        const q = JSON.parse(el.dataset.question);
        return JSON.stringify(widgets[q.type].read(el, q)); }""", name,
    ))  # fmt: skip


@pytest.fixture
def quiz(open_page):
    """A quiz that was started, its first control focused."""
    page = open_page("pages/quiz")
    page.get_by_role("button", name="Începeți testul").focus()
    press(page, "Enter")
    page.locator(".quiz-questions").wait_for()
    return page


def test_choices_by_keyboard(quiz) -> None:
    quiz.locator("#q-q-choice input").first.focus()
    press(quiz, "Space")
    assert response(quiz, "q-q-choice") == 1
    press(quiz, "ArrowDown")
    assert response(quiz, "q-q-choice") == 2
    quiz.locator("#q-q-multiple input").first.focus()
    press(quiz, "Space", "Tab", "Space")
    assert response(quiz, "q-q-multiple") == [1, 2]
    quiz.locator("#q-q-tf input").first.focus()
    press(quiz, "Space", "ArrowDown")
    assert response(quiz, "q-q-tf") is False


def test_texts_by_keyboard(quiz) -> None:
    quiz.locator("#q-q-short input").focus()
    quiz.keyboard.type("mpay")
    assert response(quiz, "q-q-short") == "mpay"
    quiz.locator("#q-q-number input").focus()
    quiz.keyboard.type("4")
    assert response(quiz, "q-q-number") == "4"


def test_match_by_keyboard(quiz) -> None:
    first = quiz.locator("#q-q-match [data-part='1'] select")
    first.focus()
    quiz.keyboard.type("pl")
    assert response(quiz, "q-q-match") == {"1": 1}


def test_categorize_by_keyboard_and_by_click(quiz) -> None:
    quiz.locator("#q-q-cat [data-part='2'] input").first.focus()
    press(quiz, "ArrowRight")
    quiz.locator("#q-q-cat [data-part='1'] label", has_text="Locale").click()
    assert response(quiz, "q-q-cat") == {"1": 1, "2": 2}


def test_order_by_buttons_says_where_an_item_is(quiz) -> None:
    items = quiz.locator("#q-q-order [data-option]")
    before = items.evaluate_all("(all) => all.map((e) => Number(e.dataset.option))")
    assert before != [1, 2, 3, 4]
    assert response(quiz, "q-q-order") is None
    last = items.nth(3).get_by_role("button").first
    last.focus()
    press(quiz, "Enter")
    assert response(quiz, "q-q-order") == [before[0], before[1], before[3], before[2]]
    assert "locul 3 din 4" in quiz.locator("#say").text_content()
    assert quiz.evaluate("document.activeElement.closest('[data-option]').dataset.option") == str(
        before[3]
    )


def test_gaps_by_keyboard(quiz) -> None:
    quiz.locator("#q-q-gaps input").focus()
    quiz.keyboard.type("MPay")
    press(quiz, "Tab")
    quiz.keyboard.type("MC")
    assert response(quiz, "q-q-gaps") == {"1": "MPay", "2": 1}


def test_hotspot_by_picture_and_by_list(quiz) -> None:
    quiz.locator("#q-q-hot [data-area='2']").click()
    assert response(quiz, "q-q-hot") == [2]
    quiz.locator("#q-q-hot input[value='1']").focus()
    press(quiz, "Space")
    assert response(quiz, "q-q-hot") == [1, 2]


def test_simulation_by_mouse_and_by_keyboard(open_page) -> None:
    page = open_page("pages/legal-frame")
    box = page.locator("#q-sim")
    box.locator(".stage").first.click(position={"x": 5, "y": 5})
    assert "Nu este acolo" in box.locator(".sim-note").text_content()
    box.get_by_role("button", name="Achită").focus()
    press(page, "Enter")
    field = box.get_by_role("textbox", name="Suma")
    field.fill("12")
    press(page, "Enter")
    assert "Nu este" in box.locator(".sim-note").text_content()
    field.fill("120,00")
    press(page, "Enter")
    assert response(page, "q-sim") == {"1": 2, "2": 2}
    assert page.evaluate("document.activeElement.matches('#q-sim .sim-note')")


def test_a_check_by_keyboard_leads_to_its_verdict(open_page) -> None:
    page = open_page("pages/legal-frame")
    question = page.locator(".q-choice, .q-true_false").first
    question.locator("input").first.focus()
    press(page, "Space")
    question.locator(".actions button").first.focus()
    press(page, "Enter")
    assert page.evaluate("document.activeElement.matches('.verdict:not(:empty)')")
    press(page, "Tab")
    assert page.evaluate("document.activeElement.matches('.actions button')")


def test_a_screen_that_is_shown_small_is_enlarged_to_move_about_in(open_page) -> None:
    page = open_page("pages/legal-frame", 320)
    box = page.locator("#q-sim")
    tool = box.locator(".sim-zoom")
    natural, shown = box.locator(".stage img").first.evaluate(
        "img => [Number(img.getAttribute('width')), img.clientWidth]"
    )
    assert tool.is_visible() == (natural >= shown * 1.3)
    tool.evaluate("tool => tool.click()")
    view = box.locator(".stage-view").first
    assert view.evaluate("view => view.scrollWidth") >= natural
    assert view.get_attribute("tabindex") == "0"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tool.evaluate("tool => tool.click()")
    assert view.get_attribute("tabindex") is None


def test_scenario_tells_the_way_taken(open_page) -> None:
    page = open_page("pages/legal-frame")
    box = page.locator("#q-birth")
    way = box.get_by_role("button", name="La primărie")
    way.focus()
    press(page, "Enter")
    assert response(page, "q-birth") == [2]
    assert box.get_by_text("Primăria cere certificatul medical.").last.is_visible()
    assert box.get_by_text("Un final nereușit").is_visible()
    assert not box.get_by_text("La maternitate").last.is_visible()


def test_scale_and_essay_by_keyboard(open_page) -> None:
    page = open_page("pages/survey")
    page.get_by_role("button", name="Începe").first.click()
    page.locator("#q-q-scale input").nth(2).focus()
    press(page, "Space")
    assert response(page, "q-q-scale") == 3
    page.locator("#q-q-essay textarea").fill("Trei cuvinte aici")
    assert "3" in page.locator(".word-count").text_content()
    assert response(page, "q-q-essay") == "Trei cuvinte aici"


def test_a_name_that_no_platform_told_is_asked_for_on_the_certificate(open_page) -> None:
    page = open_page("certificate", 360)
    page.evaluate("""() => {
      for (const field of [COURSE_FIELDS.completed, COURSE_FIELDS.passed]) {
        writeField(player.course, 0, field, 1);
      }
      mountCertificate($("#main"));
    }""")
    assert not page.locator(".certificate-locked p").is_visible()
    page.get_by_role("textbox").fill("Ion Creangă")
    press(page, "Enter")
    assert "Ion Creangă" in page.inner_text(".certificate-body")
    assert page.evaluate("document.activeElement.matches('.certificate-title')")
