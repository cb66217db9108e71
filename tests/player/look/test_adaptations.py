"""What a learner may set: enlarged pages, wider spacing, less motion, high contrast, RTL."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
PAGES = (
    "index", "pages/legal-frame", "pages/quiz", "pages/survey", "pages/templates", "pages/faq",
    "pages/webinar", "pages/forum", "pages/reflection", "glossary", "certificate",
)  # fmt: skip
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.2 1.4.12.
SPACING = """*{line-height:1.5!important;letter-spacing:.12em!important;
word-spacing:.16em!important}
p{margin-bottom:2em!important}"""
CUT = """() => [...document.querySelectorAll("h1,h2,h3,p,li,button,a,summary,label,td,th")]
  .filter((e) => e.offsetParent && !e.closest(".unseen,.brand,.tool-words,pre,.tablist,.skip"))
  .filter((e) => ["hidden", "clip"].includes(getComputedStyle(e).overflowX)
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
  .map((e) => e.outerHTML.slice(0, 90))"""
SMALL = """() => [...document.querySelectorAll("button, select, input, summary, nav a, textarea")]
  .filter((e) => e.offsetParent && !e.closest("label"))
  .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
MOVING = """() => [...document.querySelectorAll("body *:not(track)")].filter((e) => {
  const style = getComputedStyle(e);
  return style.transitionDuration.split(", ").some((one) => parseFloat(one) > 0)
    || style.animationName !== "none"; }).map((e) => e.outerHTML.slice(0, 60))"""
FOCUSED = """() => { const e = document.activeElement; const box = e.getBoundingClientRect();
  const style = getComputedStyle(e); const bar = document.querySelector(".bar");
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {tag: e.tagName,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    native: e.matches(".chip input, video, audio, main, h1"),
    covered: !!at && bar.contains(at) && !bar.contains(e), html: e.outerHTML.slice(0, 80)}; }"""


@pytest.mark.parametrize("theme", ["calm", "paper"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_whole_at_320_px_which_is_1280_at_400_percent(open_page, path, theme) -> None:
    page = open_page(path, 320, "light", theme)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL) == [], "targets under 24 px"
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OVERFLOW) <= 0, "text alone at 200 %"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_with_wider_spacing(open_page, path) -> None:
    page = open_page(path, 360, bypass_csp=True)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(CUT) == []
    assert page.evaluate(OVERFLOW) <= 0


def test_nothing_moves_where_motion_is_unwanted(open_page) -> None:
    for path in ("index", "pages/legal-frame", "pages/quiz"):
        page = open_page(path, 1280, reduced_motion="reduce")
        assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("path", ["index", "pages/legal-frame", "pages/templates"])
def test_the_focus_is_seen_and_goes_down_the_page(open_page, path) -> None:
    page = open_page(path, 1280)
    before = -1
    for _ in range(60):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["tag"] == "BODY":
            break
        assert now["ring"] or now["native"], now
        assert not now["covered"], now
        order = page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
        assert order >= before, now  # media have several stops inside
        before = order
    assert before > 0


@pytest.mark.parametrize("path", ["index", "pages/legal-frame", "pages/quiz"])
def test_high_contrast_keeps_what_colours_say(open_page, path) -> None:
    page = open_page(path, 1280, forced_colors="active")
    assert page.evaluate(OVERFLOW) <= 0
    bare = page.evaluate(
        """() => [...document.querySelectorAll(".button, .actions button, .callout, .aims")]
          .filter((e) => e.offsetParent && getComputedStyle(e).borderTopStyle === "none")
          .map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert bare == []


def test_more_contrast_makes_grey_words_as_dark_as_the_others(open_page) -> None:
    page = open_page("index", contrast="more")
    colour = "getComputedStyle(document.querySelector('{}')).color"
    assert page.evaluate(colour.format(".lead")) == page.evaluate(colour.format("body"))
