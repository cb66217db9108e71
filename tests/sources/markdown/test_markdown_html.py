"""Raw HTML: the allow-list, and nothing that runs or breaks out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scormkit.sources.markdown import allowed, inline, lesson

DOCS = Path(__file__).parents[3] / "docs" / "reference"


def html_of(source, host):
    return "".join(block.html for block in lesson(source, host))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("H<sub>2</sub>O <kbd>Ctrl</kbd>", "H<sub>2</sub>O <kbd>Ctrl</kbd>"),
        ("a<br>b<br/>c", "a<br>b<br>c"),
        ('<span lang="uk" dir="ltr">Київ</span>', '<span lang="uk" dir="ltr">Київ</span>'),
        ('<abbr title="a &amp; b">x</abbr>', '<abbr title="a &amp; b">x</abbr>'),
        ("<b>**c**</b>", "<b><strong>c</strong></b>"),
    ],
)
def test_allowed_tags_are_kept(host, source, expected):
    assert inline(source, host) == expected
    assert host.problems == []


def test_details_around_markdown(host):
    html = html_of("<details>\n<summary>Cine?</summary>\n\n**Primarul**\n\n</details>\n", host)
    assert re.sub(r"\s", "", html) == (
        "<details><summary>Cine?</summary><p><strong>Primarul</strong></p></details>"
    )
    assert host.problems == []


def test_a_raw_table_with_optional_ends(host):
    html = html_of("<table><tr><th scope=col>A<tr><td colspan=2>1</table>\n", host)
    assert '<th scope="col">A</th>' in html
    assert '<td colspan="2">1</td>' in html
    assert host.problems == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a <iframe src=x></iframe>", "&lt;iframe src=x&gt;"),
        ("<style>p{}</style>", "&lt;style&gt;p{}&lt;/style&gt;"),
        ("a <svg onload=alert(1)> b", "&lt;svg onload=alert(1)&gt;"),
        ("<form>\n<input>\n</form>", "&lt;input&gt;"),
        ("a <?php x ?> b", "&lt;?php x ?&gt;"),
    ],
)
def test_other_tags_are_shown_as_text(host, source, shown):
    assert shown in html_of(source, host)
    assert set(host.codes) == {"SK1324"}
    assert all(warning for *_, warning in host.problems)


@pytest.mark.parametrize(
    "attribute",
    ["onclick=alert(1)", "STYLE='color:red'", "class=q", "id=menu", "srcdoc=x", "data-quiz=x"],
)
def test_other_attributes_are_dropped(host, attribute):
    assert inline(f"<span {attribute}>a</span>", host) == "<span>a</span>"
    assert host.codes == ["SK1325"]


def test_raw_links_and_pictures_obey_the_rules_of_markdown(host):
    html = inline('<a href="lesson:public-service">x</a> <a href="jav&#x09;ascript:y">z</a>', host)
    assert html == '<a href="scormkit:page/public-service">x</a> <a>z</a>'
    assert html_of('<img src="../assets/a.png" alt="harta" width="300" onerror="x">\n', host) == (
        '<img src="scormkit:asset/assets/a.png" alt="harta" width="300" loading="lazy">\n'
    )
    assert host.codes == ["SK1316", "SK1325"]


@pytest.mark.parametrize(
    "source",
    [
        "</div></section></main>",
        "a </p></div> b",
        "<div><div>\n\na",
        "- <b>x\n- y</b>",
        "<ul><li>a\n\nb\n\n</div>",
        "| <div> | </td></tr></table> |\n|---|---|\n| <b> | x |",
        "*a <b>c* d</b>",
        "<p><p><table><td>",
    ],
)
def test_unbalanced_tags_stay_inside(host, source):
    html = html_of(source, host)
    depth = 0
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", html):
        depth += 0 if name in ("br", "hr", "img") else -1 if closing else 1
        assert depth >= 0
    assert depth == 0
    assert host.codes or source.startswith("<p>")


def test_an_end_alone_is_shown_and_told(host):
    assert "&lt;/div&gt;" in html_of("a </b> b\n\n</div>\n", host)
    assert host.codes == ["SK1326", "SK1326"]


def test_comments_vanish_unless_never_closed(host):
    assert html_of("a <!-- b --> c\n\n<!--\nd\n\ne -->\n", host) == "<p>a  c</p>"
    assert host.problems == []
    lesson("a\n\n<!-- b\n\nc\n", host)
    assert [problem[:3] for problem in host.problems] == [(3, 1, "SK1327")]


def test_the_published_list_is_the_list():
    page = (DOCS / "html.md").read_text("utf-8")
    inside, outside = (
        set(re.findall(r"`([a-z0-9]+)`", part))
        for part in re.findall(r"\*\*[^*]+:\*\*([^*|]+?)\n\n", page)
    )
    assert inside == allowed.PHRASING
    assert outside == allowed.FLOW - allowed.PHRASING
    rows = re.findall(r"^\| (all|`(\w+)`) \| ((?:`\w+` ?)+)", page, re.MULTILINE)
    listed = {name or "all": frozenset(re.findall(r"\w+", names)) for _, name, names in rows}
    assert listed == {"all": allowed.GLOBAL, **allowed.ATTRIBUTES}
