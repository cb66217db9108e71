"""Nothing that an author wrote may vanish on its way into a package."""

from __future__ import annotations

import pytest

from scormkit.build import build_package
from scormkit.build.states import longest_states, state_problems
from scormkit.build.words import lacking, texts
from scormkit.course.base import Html
from scormkit.course.blocks import Callout, Panel, Panels, Prose
from scormkit.errors import Severity, SourceProblems
from scormkit.exporter import Exporter, PackageFile, load_exporter


class Cutting(Exporter):
    """The SCORM 1.2 exporter, with one text cut out of its pages."""

    name = "scorm-1.2"
    title = "Cutting"
    capabilities = load_exporter("scorm-1.2").capabilities

    def __init__(self, cut: str) -> None:
        self._cut = cut.encode()

    def files(self, course):
        for file in load_exporter("scorm-1.2").files(course):
            if file.path.endswith(".html"):
                assert isinstance(file.data, bytes)
                yield PackageFile(file.path, file.data.replace(self._cut, b""), file.stamped)
            else:
                yield file


@pytest.mark.parametrize(
    ("cut", "page"),
    [
        ("Textul lecției l1.", "pages/l1.html"),
        ("Dreapta", "pages/q1.html"),
        ("Întrebarea 2 din q1?", "pages/q1.html"),
        ("Testul final", "pages/final.html"),
    ],
)
def test_a_build_that_loses_words_fails(courses, tmp_path, cut, page):
    with pytest.raises(SourceProblems) as caught:
        build_package(courses.course(), Cutting(cut), tmp_path)
    assert {p.code for p in caught.value.problems} == {"SK3007"}
    assert page in {p.path for p in caught.value.problems}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("wanted", "page", "lost"),
    [
        ("<p>a &amp; b</p>", "<p>a &amp; b</p>", []),
        ("<p>un <em>doi</em></p>", "<div><p>un</p> <b>doi</b></div>", []),
        ('<a href="scormkit:page/x">mai mult</a>', '<a href="x.html">mai mult</a>', []),
        ('<a href="scormkit:page/x">mai mult</a>', '<a href="x.html">mai</a>', ["mult"]),
        ("<p>șase</p>", '<p title="șase">sase</p>', ["șase"]),
        ("{learner} a absolvit", "<b>Ana</b> a absolvit", []),
        ("<p>unu doi trei</p>", "<p>trei doi unu</p>", ["unu doi trei"]),
        ('<p>a <span data-gap="1"></span> b</p>', "<p>a <select>c d</select> b</p>", []),
        ("a\x07b", "ab", []),
    ],
)
def test_words_are_compared_as_a_learner_sees_them(wanted, page, lost):
    assert lacking([wanted], page) == lost


def test_every_text_of_a_question_counts(courses):
    found = list(texts(courses.quiz("q1")))
    assert {"Testul q1", "Întrebarea 1 din q1?", "Dreapta", "Stânga"} <= set(found)
    hinted = courses.question(1, "q1").model_copy(update={"hint": Html("Vezi legea")})
    assert "Vezi legea" in texts(hinted)


def test_texts_are_found_at_any_depth(courses):
    inner = Prose(html=Html("<p>adânc</p>"))
    panel = Panel(title=Html("Fila"), blocks=(Callout(tone="tip", blocks=(inner,)),))
    page = courses.lesson("l1").model_copy(
        update={"blocks": (Panels(look="tabs", panels=(panel,)),)}
    )
    assert {"<p>adânc</p>", "Fila"} <= set(texts(page))


@pytest.mark.parametrize("packaging", ["single", "per-lesson"])
def test_the_longest_state_counts_every_bit_that_a_part_may_set(courses, packaging):
    many = [courses.lesson(f"p{n}") for n in range(600)]
    course = courses.course(courses.module("m", *many), packaging=packaging)
    (first, *rest) = longest_states(course, 4096)
    bits = 37 + 600 * 2
    if packaging == "single":
        assert bits / 6 <= first.longest <= bits / 6 + 60
        assert not rest
    else:  # the bits of other parts are zeros, which take next to no room
        assert max(state.longest for state in (first, *rest)) < 37 / 6 + 1 + 2 * 4 + 60


def test_a_state_beyond_the_limit_is_a_warning(courses):
    course = courses.course(courses.module("m", *(courses.lesson(f"p{n}") for n in range(600))))
    (problem,) = state_problems(longest_states(course, 200), "tiny")
    assert (problem.code, problem.severity) == ("SK3002", Severity.WARNING)
    assert not list(state_problems(longest_states(course, 4096), "scorm-1.2"))
