"""Headings, tables, lists, footnotes, code and formulas."""

from __future__ import annotations

import pytest

from scormkit.sources.markdown import lesson


def html_of(source, host):
    return "".join(block.html for block in lesson(source, host))


def test_headings_begin_below_the_title_of_the_page(host):
    assert html_of("## A\n\n### B\n", host) == "<h2>A</h2><h3>B</h3>"
    assert html_of("# A\n\n## B\n", host) == "<h2>A</h2><h3>B</h3>"
    assert host.problems == []


def test_an_anchor_is_written_never_derived(host):
    html = html_of("[la acte](#acte)\n\n## Acte **noi** {#acte}\n\n## Alte\n", host)
    assert '<h2 id="a-acte">Acte <strong>noi</strong></h2>' in html
    assert '<a href="#a-acte">la acte</a>' in html
    assert html.count("id=") == 1


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("## A {#a}\n\n## B {#a}\n", (3, 6, "SK1313")),
        ("## A {#A b}\n", (1, 6, "SK1312")),
        ("Vezi [x](#b)\n\n## A {#a}\n", (1, 6, "SK1314")),
        ("### A\n", (1, 1, "SK1315")),
        ("# A\n\n### B\n", (3, 1, "SK1315")),
    ],
)
def test_wrong_anchors_and_levels(host, source, place):
    lesson(source, host)
    line, column, code = place
    assert (line, code) == (host.problems[0][0], host.problems[0][2])
    assert host.problems[0][1] == column or code in ("SK1313", "SK1312")


def test_a_skipped_level_names_the_right_one(host):
    lesson("# A\n\n#### B\n", host)
    assert host.problems[0][3].endswith("use ##")


def test_a_table_can_be_scrolled_and_has_a_name(host):
    html = html_of("| Act | **Cine** |\n|:--|--:|\n| Decizia | Consiliul |\n", host)
    assert html.startswith(
        '<div class="table" role="region" aria-label="Act, Cine" tabindex="0"><table>'
    )
    assert '<th scope="col" class="align-right"><strong>Cine</strong></th>' in html
    assert '<td class="align-right">Consiliul</td>' in html
    assert "style" not in html


def test_a_cell_too_many_is_an_error(host):
    lesson("| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n| 1 | 2 | 3 |\n", host)
    assert [(line, code) for line, _, code, *_ in host.problems] == [(4, "SK1331")]


def test_tasks_definitions_and_ordered_lists(host):
    html = html_of("- [x] gata\n- [ ] nu **încă**\n\nTermen\n: Sens\n\n3. trei\n4. patru\n", host)
    assert '<li class="task done"><span class="box">☑</span> gata' in html
    assert '<li class="task"><span class="box">☐</span> nu <strong>încă</strong>' in html
    assert "<dl><dt>Termen</dt><dd>Sens" in html
    assert '<ol start="3"><li>trei' in html


def test_footnotes_are_gathered_in_order_of_their_calls(host):
    html = html_of("B[^b] A[^a] B[^b] ^[trei]\n\n[^a]: nota a\n[^b]: nota b[^a]\n", host)
    notes = html[html.index("<section") :]
    assert notes.index("nota b") < notes.index("nota a") < notes.index("trei")
    assert html.count('href="#fn-1"') == 2
    assert 'id="fnref-1-2"' in html


@pytest.mark.parametrize(
    ("source", "code", "shown"),
    [
        ("a\n\n[^x]: singură\n", "SK1328", "singură"),
        ("a[^x]\n\n[^x]: unu\n\n[^x]: doi\n", "SK1329", "doi"),
    ],
)
def test_a_footnote_never_vanishes_silently(host, source, code, shown):
    assert shown in html_of(source, host)
    assert code in host.codes


def test_code_is_highlighted_where_its_language_is_known(host):
    html = html_of(
        "```python\ndef f(): return '<b>'\n```\n\n```nimic-7\nx < y\n```\n\n    simplu & curat\n",
        host,
    )
    assert (
        '<pre class="code" tabindex="0"><code class="language-python"><span class="k">def</span>'
        in html
    )
    assert '<code class="language-nimic-7">x &lt; y\n</code>' in html
    assert "<code>simplu &amp; curat" in html
    assert "&lt;b&gt;" in html
    assert host.problems == []


def test_code_never_closed_is_told(host):
    assert "urmează" in html_of("a\n\n```\nurmează\n", host)
    assert [(line, code) for line, _, code, *_ in host.problems] == [(3, "SK1323")]


@pytest.mark.parametrize(
    ("source", "math"),
    [
        ("Rata $x^2$.", True),
        ("costă $20,000 și $30,000", False),
        ("între 5$ și 6$", False),
        ("$ x$", False),
        ("$x $", False),
        ("$x$5", False),
        (r"\$x\$", False),
        ("`$x$`", False),
        ("$$x$$", True),
    ],
)
def test_dollars_by_the_rule_of_pandoc(host, source, math):
    html = html_of(source, host)
    assert ("<math" in html) is math
    assert host.problems == []
    if not math:
        assert "$" in html


def test_display_math_stands_by_itself(host):
    html = html_of("$$\n\\frac{a}{b}\n$$\n", host)
    assert 'display="block"' in html
    assert "<mfrac>" in html


@pytest.mark.parametrize(
    "tex",
    [r"\frac{a}", r"\nimic{x}", "x^", "{a", "a}", r"\left( x", "a & b"],
)
def test_what_is_not_tex_stays_text(host, tex):
    html = html_of(f"Rata ${tex}$.", host)
    assert "<math" not in html
    assert "Rata $" in html
    assert [(code, warning) for _, _, code, _, warning in host.problems] == [("SK1322", True)]


@pytest.mark.parametrize(
    "tex", [r"\href{javascript:alert(1)}{x}", r"\style{color:red}{x}", r"\class{a}{x}"]
)
def test_a_formula_brings_no_link_and_no_style(host, tex):
    html = html_of(f"${tex}$", host)
    bare = html.replace('<span class="formula inline">', "")
    assert not any(word in bare for word in ("href=", "style=", "class="))


@pytest.mark.parametrize("alt", ["o hartă", "o *hartă* [cu](x) `cod`"])
def test_pictures(host, alt):
    assert 'alt="o hartă' in html_of(f'![{alt}](../assets/Hart%C4%83%201.png "T")', host)
    assert host.assets == [("../assets/Hartă 1.png", 1, 1)]
    assert host.problems == []


def test_a_picture_says_what_it_shows_or_that_it_only_decorates(host):
    html = html_of('![""](a.png)\n\nText ![](b.png)\n', host)
    assert html.count('alt=""') == 2
    assert [(line, column, code, warning) for line, column, code, _, warning in host.problems] == [
        (3, 6, "SK1320", True)
    ]


@pytest.mark.parametrize(
    "address", ["https://e.org/a.png", "//e.org/a.png", "data:image/png;base64,xx"]
)
def test_a_picture_from_elsewhere_is_an_error(host, address):
    assert "<img" not in html_of(f"![a]({address})", host)
    assert host.codes == ["SK1321"]
