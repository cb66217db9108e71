"""Colon fences: what they become, and what is said of a wrong one."""

from __future__ import annotations

import pytest

from scormkit.sources.markdown import lesson


def test_prose_and_callouts_in_order(host):
    blocks = lesson("Unu\n\n:::{tip} Titlu *x*\nDoi\n\n- trei\n:::\n\nPatru\n", host)
    assert [block.kind for block in blocks] == ["prose", "callout", "prose"]
    assert blocks[1].tone == "tip"
    assert blocks[1].title == "Titlu <em>x</em>"
    assert "<li>trei" in blocks[1].blocks[0].html
    assert blocks[2].html == "<p>Patru</p>"
    assert host.problems == []


@pytest.mark.parametrize("tone", ["tip", "note", "warning", "example", "quote", "summary"])
def test_each_tone(host, tone):
    (block,) = lesson(f":::{{{tone}}}\nText\n:::\n", host)
    assert (block.kind, block.tone, block.title) == ("callout", tone, None)


@pytest.mark.parametrize("look", ["tabs", "accordion", "cards", "steps"])
def test_each_heading_opens_a_panel_and_deeper_ones_do_not(host, look):
    source = f"""::::{{{look}}}
Introducere

## Unu *a* {{#unu}}
aa

### Mai jos
:::{{note}}
## Nu deschide
:::
- ## nici aici
## Doi
bb
::::
"""
    (block,) = lesson(source, host)
    assert block.look == look
    assert block.intro[0].html == "<p>Introducere</p>"
    assert [(panel.title, panel.anchor) for panel in block.panels] == [
        ("Unu <em>a</em>", "unu"),
        ("Doi", None),
    ]
    assert [inner.kind for inner in block.panels[0].blocks] == ["prose", "callout", "prose"]


def test_three_levels_of_nesting(host):
    opened = "::::::{tabs}\n## A\n:::::{steps}\n## B\n::::{tip}\n:::{note}\nfund\n"
    source = f"{opened}:::\n::::\n:::::\n::::::\n"
    (tabs,) = lesson(source, host)
    tip = tabs.panels[0].blocks[0].panels[0].blocks[0]
    assert tip.blocks[0].blocks[0].html == "<p>fund</p>"
    assert host.problems == []


def test_colons_inside_code_are_code(host):
    (tip,) = lesson(":::{tip}\n```\n:::\n```\n\n`:::`\n:::\n", host)
    assert ":::" in tip.blocks[0].html
    assert host.problems == []


def test_a_yaml_body_goes_to_the_host_with_its_line(host):
    source = (
        'Text\n\n:::{question}\nid: c1\nchoice: Cine?\nwrong:\n  - "::: nu"\n:::\n'
        ":::{video} ../a b.mp4\n:::\n"
    )
    lesson(source, host, line=7)
    assert host.bodies == [
        ("question", "", 'id: c1\nchoice: Cine?\nwrong:\n  - "::: nu"\n', 10),
        ("video", "../a b.mp4", "", 16),
    ]


def test_an_indented_yaml_body_keeps_its_own_indentation(host):
    lesson("  :::{figure} ../h.png\n  alt: |\n    harta\n  :::\n", host)
    assert host.bodies == [("figure", "../h.png", "alt: |\n  harta\n", 2)]


def test_trainers_notes_are_for_trainers(make_host):
    source = "Unu\n\n:::{trainer}\nDoar [formator](../secret.pdf)\n:::\n"
    assert [block.kind for block in lesson(source, make_host())] == ["prose"]
    blocks = lesson(source, make_host(trainer=True))
    assert [block.kind for block in blocks] == ["prose", "trainer"]


def test_an_include_stands_in_its_place(make_host):
    host = make_host(included={"../n.md": "Inclus[^1]\n\n[^1]: Nota\n\n:::{tip}\nx\n:::\n"})
    blocks = lesson("Unu[^1]\n\n:::{include} ../n.md\n:::\n\n[^1]: A mea\n", host)
    assert [block.kind for block in blocks] == ["prose", "prose", "callout", "prose", "prose"]
    ids = [
        part.split('"')[0]
        for block in blocks
        if block.kind == "prose"
        for part in block.html.split('id="')[1:]
    ]
    assert len(ids) == len(set(ids)) == 4


def test_anchors_of_an_include_count_with_the_page(make_host):
    host = make_host(included={"n.md": "## Acte {#acte}\n"})
    lesson("[x](#acte)\n\n## Alte {#acte}\n\n:::{include} n.md\n:::\n", host)
    assert host.codes == ["SK1313"]


WRONG = [
    ("Unu\n\n:::{tip}\ndoi\n", (3, "SK1301")),
    (":::{tip}\na\n:::{note}\nb\n:::\n", (1, "SK1301")),
    (":::{tipp}\na\n:::\n", (1, "SK1302")),
    (":::tip\n", (1, "SK1302")),
    ("a\n:::\n", (2, "SK1303")),
    (":::{tabs} Titlu\n## a\n:::\n", (1, "SK1304")),
    (":::{question} x\nid: a\n:::\n", (1, "SK1304")),
    (":::{download}\ntitle: a\n:::\n", (1, "SK1305")),
    ("- a\n\n  :::{tip}\n  b\n  :::\n", (3, "SK1306")),
    ("> :::{figure} x.png\n> :::\n", (1, "SK1306")),
    ("<div>\n:::{tip}\n:::\n</div>\n", (2, "SK1306")),
    ("a\n\n:::{steps}\nb\n:::\n", (3, "SK1307")),
    (":::{include} a.md\nb\n:::\n", (1, "SK1309")),
    ("> " * 70 + "x\n", (1, "SK1330")),
]


@pytest.mark.parametrize(("source", "expected"), WRONG)
def test_a_wrong_fence_is_an_error_with_its_place(host, source, expected):
    lesson(source, host)
    errors = [(line, code) for line, _, code, _, warning in host.problems if not warning]
    assert errors[0] == expected


def test_one_slip_is_one_problem(host):
    lesson(":::{tip}\nunu\n\n:::{note}\ndoi\n:::\n\n:::{example}\ntrei\n:::\n", host)
    assert host.codes == ["SK1301"]
    assert "line 4" in host.problems[0][3]


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (":::{vidoe} a\n:::\n", "did you mean 'video'"),
        (":::tip\n", ":::{tip}"),
        ("::: {.note}\n:::\n", "known: "),
        (":::{tip}\n```\na\n:::\n", "code that begins on line 2"),
    ],
)
def test_the_message_names_the_remedy(host, source, hint):
    lesson(source, host)
    assert hint in host.problems[0][3]


def test_an_empty_callout_is_a_warning(host):
    lesson(":::{tip}\n:::\n", host)
    assert [(code, warning) for _, _, code, _, warning in host.problems] == [("SK1308", True)]
