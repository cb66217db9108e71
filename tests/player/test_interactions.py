"""Each type of question as an interaction of SCORM 1.2 and 2004; lists that count otherwise."""

from __future__ import annotations

import re

import pytest

ANSWERS = [[1, 1], [2, 0], [12, 0]]
CHOSEN = [[1, 1], [2, 1], [12, 0]]
NODES = {"a": {"choices": [[3, "b", 1]]}, "b": {"choices": [], "end": "good"}}
# question, response, credit -> (type, response, first pattern) in 1.2 and in 2004
CASES = {
    "choice": (
        {"type": "choice", "answers": ANSWERS}, 12, 0,
        ("choice", "c", "1"), ("choice", "o12", "o1"),
    ),
    "multiple": (
        {"type": "multiple", "answers": CHOSEN}, [1, 12], 0.5,
        ("choice", "1,c", "1,2"), ("choice", "o1[,]o12", "o1[,]o2"),
    ),
    "multiple of a survey": (
        {"type": "multiple", "answers": [[1, 0], [2, 0]]}, [2], None,
        ("choice", "2", None), ("choice", "o2", None),
    ),
    "true_false": (
        {"type": "true_false", "answer": True}, False, 0,
        ("true-false", "f", "t"), ("true-false", "false", "true"),
    ),
    "short_answer": (
        {"type": "short_answer", "accept": [{"text": "Chișinău", "credit": 1}]}, "Orhei\nsau", 0,
        ("fill-in", "Orhei sau", "Chișinău"), ("fill-in", "Orhei sau", "Chișinău"),
    ),
    "number": (
        {"type": "number", "answer": 1000, "tolerance": 0.5}, "1 000,5", 1,
        ("numeric", "1000.5", "1000"), ("numeric", "1000.5", "999.5[:]1000.5"),
    ),
    "not a number": (
        {"type": "number", "answer": 3, "tolerance": 0}, "three", 0,
        ("fill-in", "three", None), ("fill-in", "three", None),
    ),
    "match": (
        {"type": "match", "solution": [[1, 2], [2, 1]]}, {"1": 2, "2": 3}, 0.5,
        ("matching", "1.2,2.3", "1.2,2.1"), ("matching", "o1[.]o2[,]o2[.]o3", "o1[.]o2[,]o2[.]o1"),
    ),
    "order": (
        {"type": "order", "items": [2, 1, 3]}, [1, 2, 3], 1 / 3,
        ("sequencing", "1,2,3", "2,1,3"), ("sequencing", "o1[,]o2[,]o3", "o2[,]o1[,]o3"),
    ),
    "gaps": (
        {"type": "gaps", "gaps": [{"n": 1, "accept": ["MPay"]}, {"n": 2, "options": [3, 4]}]},
        {"1": "mpay", "2": 3}, 1,
        ("fill-in", "mpay,3", "MPay,3"), ("fill-in", "mpay[,]3", "MPay[,]3"),
    ),
    "gaps with drop-downs": (
        {"type": "gaps", "gaps": [{"n": 1, "options": [1, 2]}, {"n": 2, "options": [1, 2]}]},
        {"2": 2}, 0,
        ("matching", "2.2", "1.1,2.1"), ("matching", "o2[.]o2", "o1[.]o1[,]o2[.]o1"),
    ),
    "gaps with one word twice": (
        {"type": "gaps", "gaps": [{"n": 1, "accept": ["a"]}, {"n": 2, "accept": ["a"]}]},
        {"1": "a", "2": "a"}, 1,
        ("fill-in", "a,a", "a,a"), ("fill-in", "a[,]a", None),
    ),
    "more gaps than a fill-in has": (
        {"type": "gaps", "gaps": [{"n": n, "accept": [str(n)]} for n in range(1, 12)]},
        {"11": "11"}, 0,
        ("fill-in", ",,,,,,,,,,11", "1,2,3,4,5,6,7,8,9,10,11"),
        ("other", "[,]" * 10 + "11", "[,]".join(str(n) for n in range(1, 12))),
    ),
    "simulation": (
        {"type": "simulation", "screens": [{"n": 1}, {"n": 2}]}, {"1": 1, "2": 2}, 0.5,
        ("performance", "1.1,2.2", "1.1,2.1"),
        ("performance", "o1[.]o1[,]o2[.]o2", "o1[.]o1[,]o2[.]o1"),
    ),
    "scenario": (
        {"type": "scenario", "start": "a", "nodes": NODES, "best": 1}, [3], 1,
        ("performance", "1.3", None), ("performance", "o1[.]o3", None),
    ),
    "scale": ({"type": "scale", "low": 1}, 4, None, ("likert", "4", None), ("likert", "o4", None)),
    "essay": (
        {"type": "essay"}, "Так,\n\nбуду.", None,
        ("fill-in", "Так, буду.", None), ("long-fill-in", "Так, буду.", None),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_spelled_for_both_standards(node, name):
    q, response, credit, *expected = CASES[name]
    results = {0: ("wrong", "incorrect"), 1: ("correct", "correct"), None: ("neutral", "neutral")}
    for spell, wanted, which in zip(("spell12", "spell2004"), expected, (0, 1), strict=True):
        made = node(spell, q, response, credit)
        assert (made["type"], made["response"]) == wanted[:2]
        assert (made["patterns"] or [None])[0] == wanted[2]
        part = results.get(credit)
        assert made["result"] == (part[which] if part else node("decimal", credit))


def test_1_2_holds_no_more_than_255_characters(node):
    q = {"type": "short_answer", "accept": [{"text": "y" * 400, "credit": 1}]}
    made = node("spell12", q, "x" * 400, 0)
    assert len(made["response"]) == len(made["patterns"][0]) == 255


EVERY = """id: final
title: Every type
pass_mark: 50%
questions:
  - {id: q1, choice: One?, right: Yes, wrong: [No, Never]}
  - {id: q2, type: multiple, text: Two?, right: [A, B], wrong: [C]}
  - {id: q3, type: true_false, text: Three?, answer: true}
  - {id: q4, type: short_answer, text: Four?, accept: [Chișinău], objective: o1}
  - {id: q5, type: number, text: Five?, answer: 5, tolerance: 0.5, objective: o1}
  - {id: q6, type: match, text: Six?, pairs: {a: x, b: y}}
  - {id: q7, type: order, text: Seven?, items: [first, second, third]}
  - {id: q8, type: categorize, text: Eight?, categories: {red: [r1], blue: [b1]}}
  - {id: q9, type: gaps, gaps: "[[MPay]] and [[yes//no]]."}
  - {id: q10, type: essay, text: Ten?}
  - {id: q11, type: gaps, gaps: "[[cat//dog]] and [[mouse//rat]], two [[a]] and [[a]]."}
  - {id: q12, type: gaps, gaps: "[[cat//dog]] and [[mouse//rat]]."}
  - id: q13
    type: scenario
    text: A story.
    start: a
    nodes:
      a: {text: What?, choices: [{text: This., to: b, points: 1}]}
      b: {text: And?, choices: [{text: That., to: c}]}
      c: {text: Good., end: good}
"""
FILL = """() => {
  for (const list of document.querySelectorAll(".question")) {
    const radio = list.querySelector("input[type=radio]");
    for (const one of list.querySelectorAll("input[type=radio], input[type=checkbox]")) {
      if (!list.querySelector(`input[name="${one.name}"]:checked`)) one.click();
    }
    for (const one of list.querySelectorAll("input[type=text], textarea")) {
      one.value = one.tagName === "TEXTAREA" ? "One.\\n\\nTwo, ș." : "5";
      one.dispatchEvent(new Event("input", {bubbles: true}));
    }
    for (const one of list.querySelectorAll("select")) {
      one.selectedIndex = 1;
      one.dispatchEvent(new Event("change", {bubbles: true}));
      one.dispatchEvent(new Event("input", {bubbles: true}));
    }
    const tool = list.querySelector(".sort .tool:not([aria-disabled=true])");
    if (tool) tool.click();
    for (let way; (way = list.querySelector(".story-told button.way:enabled")); ) way.click();
  }
}"""
OBJECTIVES = "objectives: [{id: o1, text: Know things.}, {id: o2, text: More.}]"


@pytest.mark.browser
@pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
def test_an_lms_takes_every_type(lms, small, standard, adapter):
    site = small(adapter, course=OBJECTIVES, files={"final.yml": EVERY})
    launch = lms.launch(site, standard)
    launch.sco.click("#start")
    for page in "ab":
        launch.sco.wait_for_selector(f"html[data-page={page}]")
        launch.sco.click("#pager [rel=next]")
    launch.sco.click("text=Start the test")
    launch.sco.evaluate(FILL)
    launch.sco.click(".quiz-end button")
    launch.sco.wait_for_selector(".quiz-result h2")
    assert launch.errors() == []
    sets = [c[1] for c in launch.named("SetValue")]
    ids = [v for e, v in sets if re.fullmatch(r"cmi\.interactions\.\d+\.id", e)]
    assert ids == [f"final/q{n}" for n in range(1, 14)]
    assert [v for e, v in sets if re.fullmatch(r"cmi\.objectives\.\d+\.id", e)] == ["o1"]
    score = "cmi.objectives.0.score.raw" if standard == "1.2" else "cmi.objectives.0.score.scaled"
    assert float(launch.cmi(score)) in (50, 0.5)
    if standard == "2004":
        described = [v for e, v in sets if e.endswith("description")]
        assert described[0] == "One?"


def attempt(launch):
    launch.sco.click("text=/Start (the test|a new attempt)/")
    launch.sco.click("#q-q1 label >> nth=0")
    launch.sco.click(".quiz-end button")
    launch.sco.click(".quiz-end button:has-text('Submit anyway')")
    launch.sco.wait_for_selector(".quiz-result h2")


@pytest.mark.browser
def test_where_the_lms_lost_interactions_its_count_decides(lms, small):
    site = small()
    launch = lms.launch(site)
    launch.sco.click("#start")
    for page in "ab":
        launch.sco.wait_for_selector(f"html[data-page={page}]")
        launch.sco.click("#pager [rel=next]")
    attempt(launch)
    launch.leave()
    lms.kept["cmi"]["interactions"] = {}
    launch = lms.launch(site)
    launch.sco.wait_for_selector(".quiz-result h2")
    attempt(launch)
    claimed = re.compile(r"cmi\.interactions\.\d+\.id")
    ids = [c for c in launch.named("SetValue") if claimed.fullmatch(c[1][0])]
    assert [(c[1][0], c[2]) for c in ids] == [
        ("cmi.interactions.1.id", "false"),
        ("cmi.interactions.0.id", "true"),
    ]
    assert launch.sco.inner_text("#saved") == "Saved"
