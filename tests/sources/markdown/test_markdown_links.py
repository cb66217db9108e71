"""Links, terms and roles."""

from __future__ import annotations

import pytest

from scormkit.sources.markdown import inline, lesson, plain


@pytest.mark.parametrize(
    ("source", "href", "words"),
    [
        ("[](lesson:public-service)", "scormkit:page/public-service", "Serviciul public"),
        ("[](faq:f1)", "scormkit:page/f1", "Cine convoacă ședința?"),
        ("[testul](quiz:final#unu)", "scormkit:page/final#a-unu", "testul"),
        ("<lesson:public-service>", "scormkit:page/public-service", "Serviciul public"),
        ("[acte](public-service.md#acte)", "scormkit:page/public-service#a-acte", "acte"),
        ("[model](../assets/a%20b.docx)", "scormkit:asset/../assets/a b.docx", "model"),
        ("[m](<../a b.docx>)", "scormkit:asset/../a b.docx", "m"),
        ("[scrie](mailto:a@b.md)", "mailto:a@b.md", "scrie"),
        ("<a@b.md>", "mailto:a@b.md", "a@b.md"),
        ("[sună](<tel:+373 22 123>)", "tel:+37322123", "sună"),
    ],
)
def test_where_links_go(host, source, href, words):
    html = inline(source, host)
    assert f'<a href="{href}">' in html
    assert plain(html) == words
    assert host.problems == []


def test_other_sites_open_beside_the_course(host):
    html = inline('[lege](https://legis.md/?a=1&b=2 "Legea")', host)
    assert html == (
        '<a href="https://legis.md/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank" '
        'title="Legea">lege</a>'
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "java&Tab;script:alert(1)",
        "<java script:alert(1)>",
        "&#x20;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://e.org",
        "//e.org/x",
        "/\\\\e.org",
        "scormkit:page/x",
        "https:",
        "http:///x",
    ],
)
def test_other_addresses_lose_their_link(host, address):
    html = inline(f"Vezi [aici *acum*]({address})", host)
    assert html == "Vezi aici <em>acum</em>"
    assert [(column, code, warning) for _, column, code, _, warning in host.problems] == [
        (6, "SK1316", True)
    ]


def test_a_misspelt_kind_is_an_error(host):
    inline("[x](leson:public-service)", host)
    assert host.codes == ["SK1317"]
    assert "'lesson'" in host.problems[0][3]


def test_an_empty_address(host):
    assert inline("[x]()", host) == "x"
    assert host.codes == ["SK1318"]


def test_terms_in_another_form(host):
    html = inline("Cu {term}`prin MPay-ul <mpay>` și {term}`decentralizare`", host)
    assert 'data-term="mpay">prin MPay-ul</a>' in html
    assert 'data-term="decentralizare">decentralizare</a>' in html


def test_a_term_inside_a_link_stays_words(host):
    html = inline("[cu {term}`MPay`](https://e.org)", host)
    assert html.count("<a ") == 1
    assert plain(html) == "cu MPay"


@pytest.mark.parametrize(
    ("source", "code", "hint"),
    [
        ("a {trem}`x`", "SK1310", "did you mean 'term'"),
        ("a {term}`<mpay>`", "SK1311", "shown words"),
        ("a {term}`nimic`", "SK1498", ""),
    ],
)
def test_wrong_roles(host, source, code, hint):
    inline(source, host)
    assert (host.problems[0][1], host.problems[0][2]) == (3, code)
    assert hint in host.problems[0][3]


@pytest.mark.parametrize("typed", ["{learner} a absolvit", "{ term}`x`", "{term} `x`"])
def test_braces_alone_are_text(host, typed):
    assert plain(inline(typed, host)) == typed.replace("`", "")
    assert host.problems == []


def test_a_text_asks_the_host_for_an_anchor_of_its_page(host):
    assert inline("[x](#acte)", host) == '<a href="#a-acte">x</a>'


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a\nb [x](quiz:q)", (2, 3)),
        ("- a\n- b [x](quiz:q)", (2, 5)),
        ("> a\n> b [x](quiz:q)", (2, 5)),
        ("| a | b |\n|---|---|\n| c | d [x](quiz:q) |", (3, 9)),
        ("## a [x](quiz:q)", (1, 6)),
        ("T\n: d [x](quiz:q)", (2, 5)),
        (":::{tip} a\n\n  b [x](quiz:q)\n:::", (3, 5)),
        ("a[^1]\n\n[^1]: b [x](quiz:q)", (3, 9)),
        ("<p>\n <a href='quiz:q'>x</a></p>", (2, 2)),
        ("- [ ] a [x](quiz:q)", (1, 9)),
    ],
)
def test_places_inside_all_kinds_of_blocks(host, source, place):
    lesson(source, host)
    assert [problem[:2] for problem in host.problems] == [place]
