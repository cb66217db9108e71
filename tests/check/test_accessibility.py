"""Evidence of accessibility: each barrier is found, and what cannot be known is not claimed."""

from __future__ import annotations

import json

import pytest

from scormkit.check.accessibility.criteria import criteria
from scormkit.check.accessibility.evidence import Report
from scormkit.check.accessibility.package import package_of
from scormkit.check.accessibility.reporting import PAGE_CHECKS, report_on
from scormkit.check.accessibility.writing import as_html, as_json, as_lines

GOOD = """<!doctype html><html lang="ro"><head><title>Pagina</title></head><body>
<a href="#main">La conținut</a><main id="main"><h1>Pagina</h1>{}</main></body></html>"""
OURS = {"scormkit.json": b'{"generator": "scormkit 1", "title": "Curs", "lang": "ro"}'}


def report(body: str, page: str = GOOD, **more: bytes) -> Report:
    files = {"a.html": page.replace("{}", body).encode(), **OURS, **more}
    return report_on(package_of(files, "x"))


def results(made: Report) -> dict[str, str]:
    return {one.number: one.result for one in made.evidence}


BARRIERS = [
    ("1.1.1", '<img src="map.png">', "no alternative text"),
    ("1.1.1", '<img src="map.png" alt="IMG_2041.png">', "file's name"),
    ("1.1.1", '<svg role="img"></svg>', "drawing without a name"),
    ("1.2.1", '<figure><audio src="a.mp3"></audio></figure>', "no transcript"),
    ("1.2.2", '<video src="a.mp4"></video>', "without captions: a.mp4"),
    ("1.3.1", "<h2>A</h2><h4>B</h4>", "level 4 after one of level 2"),
    ("1.3.1", "<h2></h2>", "heading without words"),
    ("1.3.1", "<h1>Încă una</h1>", "2 headings of the first level"),
    ("1.3.1", "<table><tr><td>1</td></tr></table>", "without header cells"),
    ("1.3.1", '<p id="a"></p><p id="a"></p>', "given twice"),
    ("1.4.2", "<video autoplay><track></video>", "starts by itself"),
    ("2.1.1", "<div onclick='x()'>Apasă</div>", "only a pointer"),
    ("2.4.3", "<a href='x' tabindex='3'>Legea</a>", "tabindex"),
    ("2.4.4", "<a href='x'></a>", "link without words"),
    ("2.4.4", "<a href='x'>Aici »</a>", "only says"),
    ("2.5.3", "<button aria-label='Închide'>Trimite</button>", "seen as"),
    ("3.1.2", "<p lang='english!'>x</p>", "no language"),
    ("3.3.2", "<input name='a'>", "field without a label"),
    ("3.3.2", "<label></label><select></select>", "field without a label"),
    ("4.1.2", "<button></button>", "button without words"),
    ("4.1.2", "<p aria-labelledby='nobody'>x</p>", "'nobody'"),
    ("4.1.2", "<div aria-hidden='true'><button>x</button></div>", "can be focused"),
]


@pytest.mark.parametrize(("number", "body", "said"), BARRIERS)
def test_a_barrier_is_found_at_its_line(number: str, body: str, said: str) -> None:
    made = next(one for one in report(f"\n{body}").evidence if one.number == number)
    assert made.result == "failed"
    assert [f for f in made.findings if said in f.text and f.path == "a.html" and f.line >= 2]


WHOLE = [
    ("2.4.1", GOOD.replace("<main id", "<nav>x</nav><div id").replace("</main>", "</div>")),
    ("2.4.2", GOOD.replace("Pagina</title>", "</title>")),
    ("3.1.1", GOOD.replace(' lang="ro"', "")),
    ("1.4.4", GOOD.replace("<title>", '<meta name="viewport" content="user-scalable=no"><title>')),
    ("2.2.1", GOOD.replace("<title>", '<meta http-equiv="Refresh" content="9"><title>')),
]


@pytest.mark.parametrize(("number", "page"), WHOLE)
def test_a_page_that_lacks_something_as_a_whole(number: str, page: str) -> None:
    assert results(report("", page))[number] == "failed"


GOOD_BODY = """<img src="a.png" alt=""><label>Nume <input></label><h2>Acte</h2>
<table><tr><th>An</th></tr><tr><td>1</td></tr></table><a href="x">Legea 436</a>
<figure><video src="a.mp4"><track kind="captions"></video>
<details class="transcript"><summary>Text</summary></details></figure>"""


def test_a_good_page_fails_nothing_and_a_person_is_left_what_no_program_can_judge() -> None:
    made = report(GOOD_BODY)
    assert not made.failed
    assert results(made)["1.1.1"] == "person"
    assert results(made)["3.1.1"] == "passed"
    assert results(made)["1.2.2"] == "person"


def test_what_is_not_there_is_not_applicable() -> None:
    assert results(report("<p>Text</p>"))["1.2.2"] == "not applicable"


def test_a_package_of_another_tool_gets_nothing_from_our_players_tests() -> None:
    files = {"a.html": GOOD.replace("{}", "").encode()}
    made = report_on(package_of(files, "Altul"))
    assert results(made)["2.1.2"] == "person"
    assert not any("player" in one.how for one in made.evidence)


CSS = ":root{--ground:#fff;--ink:#000;--accent:#00f;--strong:#%s}"


@pytest.mark.parametrize(("grey", "result"), [("767676", "person"), ("cccccc", "failed")])
def test_contrast_is_computed(grey: str, result: str) -> None:
    made = report("", **{"player.css": (CSS % grey).encode()})
    assert results(made)["1.4.11"] == result


def test_contrast_of_the_dark_scheme_is_its_own() -> None:
    dark = "@media (prefers-color-scheme:dark){:root{--ground:#111;--ink:#333}}"
    made = report("", **{"player.css": (CSS % "767676" + dark).encode()})
    found = next(one for one in made.evidence if one.number == "1.4.3").findings
    assert [f.text.split(":")[0] for f in found if f.text.startswith("dark: ink on ground")]
    assert not [f for f in found if f.text.startswith("light")]


def test_a_focus_ring_taken_away_is_found() -> None:
    assert results(report("", **{"x.css": b"*{outline: none}"}))["2.4.7"] == "failed"


def test_every_check_bears_on_a_criterion_and_all_are_there() -> None:
    named = {check for one in criteria() for check in one.checks}
    assert named == {*PAGE_CHECKS, "contrast", "contrast_parts", "outline"}
    levels = [one.level for one in criteria()]
    assert (levels.count("A"), levels.count("AA")) == (31, 24)  # WCAG 2.2 without 4.1.1


def test_the_report_is_written_three_ways() -> None:
    made = report('<img src="<map>.png">')
    assert "&lt;map&gt;.png" in as_html(made)
    data = json.loads(as_json(made))
    assert data["counts"]["failed"] == 1
    assert data["evidence"][0]["findings"][0]["path"] == "a.html"
    assert any("no alternative text" in line for line in as_lines(made))
