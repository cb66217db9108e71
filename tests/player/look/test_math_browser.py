"""One of the two is shown of a formula: MathML where it can be set, else the drawing."""

from __future__ import annotations

import pytest

from scormkit.course.model import Theme
from scormkit.player.styles import more_styles
from scormkit.sources.markdown.formulas import formula

SEEN = "e => { const box = e.getBoundingClientRect(); return box.width > 2 && box.height > 2; }"


@pytest.mark.browser
@pytest.mark.parametrize(("known", "shown"), [("(math-style:compact)", "math"), ("(a:b)", "svg")])
def test_one_of_both_is_seen(browser, known, shown):
    css = more_styles(Theme()).decode()
    assert css.count("@supports not (math-style:compact)") == 1
    css = css.replace("(math-style:compact)", known)
    both = formula(r"\frac{a}{b}", "inline")
    page = browser.new_page()
    page.set_content(f"<style>{css}</style><main class=body><p>Text {both} text</p></main>")
    assert page.eval_on_selector("math", SEEN) == (shown == "math")
    assert page.eval_on_selector("svg", SEEN) == (shown == "svg")
    page.close()
