"""The pages in a real browser: accessible, whole at any width, usable by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[3]
AXE = ROOT / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "index", "pages/legal-frame", "pages/quiz", "pages/survey", "pages/templates", "pages/faq",
    "pages/webinar", "pages/forum", "pages/reflection", "glossary", "certificate",
)  # fmt: skip
RUN_AXE = """async () => (await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})).violations.map((v) => [v.id, ...v.nodes.map((n) => n.html + n.failureSummary)].join())"""


def axe(page) -> list[str]:
    if not AXE.exists():
        pytest.skip("needs axe-core (npm, tests/package.json)")
    page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(RUN_AXE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("theme", "width"), [("calm", 360), ("calm", 1280), ("paper", 360)])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(open_page, path, theme, width, scheme) -> None:
    page = open_page(path, width, scheme, theme)
    shots = ROOT / "screenshots"
    shots.mkdir(exist_ok=True)
    name = f"{path.replace('/', '-')}-{theme}-{width}-{scheme}.png"
    page.screenshot(path=shots / name, full_page=True)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_running_quiz(open_page, scheme) -> None:
    page = open_page("pages/quiz", 360, scheme)
    page.get_by_role("button", name="Începeți testul").click()
    assert axe(page) == []
    page.get_by_role("button", name="Trimiteți", exact=True).click()
    page.get_by_role("button", name="Trimiteți oricum").click()
    page.get_by_role("heading", name="Rezultatul").wait_for()
    assert axe(page) == []
    page.screenshot(path=ROOT / "screenshots" / f"quiz-result-360-{scheme}.png", full_page=True)


def test_the_result_is_broken_down_by_objective(open_page) -> None:
    page = open_page("pages/quiz", 360)
    page.get_by_role("button", name="Începeți testul").click()
    page.get_by_role("checkbox", name="Decizia").check()
    page.get_by_role("button", name="Trimiteți", exact=True).click()
    page.get_by_role("button", name="Trimiteți oricum").click()
    page.get_by_role("heading", name="Rezultatul").wait_for()
    assert page.get_by_role("rowheader").all_inner_texts() == ["numiți actele", "Alte întrebări"]
    row = page.get_by_role("row", name="numiți actele")
    assert row.get_by_role("cell").nth(1).inner_text().startswith("50%")
    assert page.locator(".result .table").evaluate("box => box.scrollWidth <= box.clientWidth")


def test_the_end_of_a_story_shows_a_map_of_the_way_taken(open_page) -> None:
    page = open_page("pages/legal-frame", 360)
    story = page.locator(".q-scenario")
    assert story.locator(".story-map").count() == 0
    story.get_by_role("button", name="La maternitate").click()
    while story.locator("button.way").count():
        story.locator("button.way").first.click()
    drawn = story.locator(".story-map")
    assert "scene" in drawn.locator("figcaption").inner_text()
    taken = drawn.locator("path.taken").count()
    assert taken == story.locator(".past").count()
    assert drawn.locator("circle.taken").count() == taken + 1
    assert drawn.locator("circle").count() > taken + 1, "scenes not seen are on the map too"
    assert page.evaluate("document.activeElement.matches('.story-told > :last-child')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.story-map-box[aria-label]')")
    assert axe(page) == []


def test_how_much_of_a_video_was_watched_is_said(open_page) -> None:
    page = open_page("pages/legal-frame", 360)
    video = page.locator("#m-intro")
    assert video.locator(".watched").count() == 0
    parts = "detail: {share: 0.4, parts: Array(50).fill(0).fill(1, 0, 20)}"
    video.evaluate(f"(e) => e.dispatchEvent(new CustomEvent('watched', {{{parts}}}))")
    assert video.locator(".watched").inner_text() == "40% parcurs"
    page.reload()
    page.locator("#m-intro .watched", has_text="40% parcurs").wait_for()


def test_an_event_can_be_put_into_a_calendar(open_page) -> None:
    page = open_page("pages/webinar", 360)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Adăugați în calendar").click()
    assert saved.value.suggested_filename == "webinar.ics"


@pytest.mark.parametrize("path", PAGES)
def test_pages_can_be_read_with_scripts_blocked(open_page, path) -> None:
    page = open_page(path, java_script_enabled=False)
    for hidden in page.locator(
        "main :text-is('Autoritatea executivă, aleasă prin vot direct.')"
    ).all():
        assert hidden.evaluate("(e) => e.closest('details') !== null") or hidden.is_visible()
    assert page.locator("h1").first.is_visible()


def test_targets_are_large_enough(open_page) -> None:
    page = open_page("pages/legal-frame", 360)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, summary, nav a")]
          .filter((e) => e.offsetParent && !e.closest("label"))
          .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([html]) => html)"""
    )
    assert small == []


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_tabs_follow_arrows(open_page) -> None:
    page = open_page("pages/legal-frame")
    tabs = page.get_by_role("tab")
    tabs.first.focus()
    press(page, "ArrowRight")
    assert tabs.nth(1).get_attribute("aria-selected") == "true"
    assert page.get_by_role("tabpanel").inner_text().startswith("Autoritatea executivă")
    press(page, "End", "ArrowRight")
    assert tabs.first.get_attribute("aria-selected") == "true"


def test_an_anchor_opens_what_it_stands_in(open_page) -> None:
    page = open_page("pages/faq")
    page.goto(page.url + "#e-f2")
    page.locator("#e-f2[open]").wait_for()
    assert page.get_by_text("Taxa pentru amenajare.").is_visible()


def test_a_term_explains_itself_and_gives_the_focus_back(open_page) -> None:
    page = open_page("pages/legal-frame")
    term = page.locator("a[data-term]").first
    term.focus()
    press(page, "Enter")
    assert page.locator(".pop").get_by_text("Trecerea competențelor").is_visible()
    press(page, "Escape")
    assert page.locator(".pop").count() == 0
    assert page.evaluate("document.activeElement.dataset.term") == "desc"


def test_search_folds_diacritics_and_filters(open_page) -> None:
    page = open_page("pages/templates")
    page.get_by_role("searchbox").fill("GHID angajare")
    assert page.locator(".entry:visible").count() == 1
    page.get_by_role("searchbox").fill("")
    page.locator("select[data-by=topic]").select_option("Finanțe")
    assert page.locator(".entry:visible h2").all_inner_texts() == ["Model de decizie"]
    page.get_by_role("searchbox").fill("nimic de felul acesta")
    assert page.locator(".entry:visible").count() == 0
    assert "Nu s-a găsit" in page.locator(".search-found").text_content()


def test_an_event_tells_the_learners_own_time(chromium, address) -> None:
    context = chromium.new_context(timezone_id="America/New_York", locale="ro")
    page = context.new_page()
    page.goto(f"{address}pages/webinar.html")
    page.locator(".your-time").wait_for()
    assert "03:00" in page.locator(".your-time").text_content()
    context.close()
    context = chromium.new_context(timezone_id="Europe/Bucharest")
    page = context.new_page()
    page.goto(f"{address}pages/webinar.html")
    page.wait_for_load_state("networkidle")
    assert page.locator(".your-time").count() == 0, "the same clock needs no second time"
    context.close()


def test_the_outline_opens_as_a_drawer_on_a_phone(open_page) -> None:
    page = open_page("pages/legal-frame", 360)
    menu = page.locator("#menu")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.click()
    assert page.locator("#outline").get_by_role("link", name="Test final").is_visible()
    press(page, "Escape")
    assert not page.locator("#outline").is_visible()
    assert page.evaluate("document.activeElement.id") == "menu"


def test_pages_work_from_a_folder(chromium, folder) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.locator("#start").click()
    page.get_by_role("heading", level=1, name="Cadrul juridic").wait_for()
    page.get_by_role("tab").first.wait_for()
    context.close()


def test_everything_is_printed(open_page) -> None:
    page = open_page("pages/legal-frame")
    page.emulate_media(media="print")
    for text in ("Autoritatea executivă, aleasă prin vot direct.", "Actele se publică"):
        assert any(one.is_visible() for one in page.get_by_text(text).all()), text
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".tablist").is_visible()
