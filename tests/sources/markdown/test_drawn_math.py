"""Formulas are drawn as well, for browsers that can't set MathML."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from ziamath.config import config

from scormkit.sources.markdown import drawn_math
from scormkit.sources.markdown.formulas import formula, mathml


def parts(tex, display="inline"):
    """The MathML and the drawing of a formula."""
    span = etree.fromstring(formula(tex, display))
    assert span.attrib["class"] == f"formula {display}"
    math, drawn = span
    assert math.tag == "{http://www.w3.org/1998/Math/MathML}math"
    return math, drawn


@pytest.mark.parametrize(
    "tex",
    ["x", r"\frac{a}{b}", r"\text{Ціна, preț, çmim}", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}"],
)
def test_a_drawing_follows_the_mathml(tex):
    _, drawn = parts(tex)
    assert drawn.tag == "svg"
    assert drawn.get("aria-hidden") == "true"
    [path] = drawn
    assert path.get("fill") == "currentColor"
    assert re.fullmatch(r"[MLQCHVZhvz0-9 .-]+", path.get("d"))
    assert not path.get("d").count(".")


def test_it_holds_nothing_but_outlines():
    both = formula(r"\text{<script>alert(1)</script> \& onload=" '"x"}', "inline")
    assert set(re.findall(r"<(\w+)", both.partition("<svg")[2])) == {"path"}
    assert "style=" not in both
    assert "id=" not in both


def test_a_bar_is_drawn_too():
    one = parts(r"\frac{1}{1}")[1][0].get("d")
    assert re.search(r"h\d+v\d+h-\d+z", one)


def test_what_hangs_low_is_a_whole_picture():
    assert "class" not in parts("x_1")[1].attrib
    tall = r"\begin{pmatrix}1\\2\\3\\4\\5\end{pmatrix}"
    assert parts(tall)[1].get("class") == "whole"
    assert parts("x_1", "block")[1].get("class") == "whole"


def test_letters_that_the_font_lacks_stay_mathml():
    tex = r"\text{عرب}"
    assert formula(tex, "inline") == mathml(tex, "inline")


def test_what_the_drawer_cannot_set_stays_mathml(monkeypatch):
    def fails(*_, **__):
        raise KeyError("x")

    monkeypatch.setattr("ziamath.zmath.Math", fails)
    assert drawn_math.drawing(mathml("x", "inline"), "inline") is None


def test_no_tex_is_no_formula():
    assert formula(r"\frac{", "inline") is None


def test_the_library_is_left_as_it_was():
    before = config.svg2
    parts("y")
    assert config.svg2 == before
