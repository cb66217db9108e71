"""YAML's traps: each is named, and the author's line is shown mended."""

import pytest
import yaml

from scormkit.sources import yaml_compose, yaml_lines
from scormkit.sources.jsonschema import model_of
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml


def problems_of(text, kind="lesson"):
    problems = Problems()
    load_yaml(text, "f.yml", model_of(kind), problems)
    return problems.items


def only(text, kind="lesson"):
    (problem,) = problems_of(text, kind)
    return problem


TITLES = {
    "Ora: 10 dimineața": ("SK1011", '"Ora: 10 dimineața"'),
    "Atenție:": ("SK1011", '"Atenție:"'),
    "Legea #123": ("SK1012", '"Legea #123"'),
    "#titlu": ("SK1012", '"#titlu"'),
    "[x](y.md) vezi": ("SK1014", '"[x](y.md) vezi"'),
    "{term}`a` este": ("SK1014", '"{term}`a` este"'),
    "*important*": ("SK1014", '"*important*"'),
    "**tare** aici": ("SK1014", '"**tare** aici"'),
    "%50 din": ("SK1014", '"%50 din"'),
    "@ana": ("SK1014", '"@ana"'),
    "> 50 de ani": ("SK1014", '"> 50 de ani"'),
    "| bară": ("SK1014", '"| bară"'),
    "- 5 grade": ("SK1014", '"- 5 grade"'),
    "`cod` aici": ("SK1014", '"`cod` aici"'),
    '"Da" a spus': ("SK1014", "'\"Da\" a spus'"),
    "? cine": ("SK1014", '"? cine"'),
    "'n-are": ("SK1018", "'n-are'"),
    '"n-are': ("SK1018", '"n-are"'),
    '"C:\\Users"': ("SK1019", "'C:\\Users'"),
    "!Important acum": ("SK1021", '"!Important acum"'),
    "&c": ("SK1022", '"&c"'),
    "&c este": ("SK1022", '"&c este"'),
    "*c": ("SK1022", '"*c"'),
    "[MPay]": ("SK1110", '"[MPay]"'),
    "{learner}": ("SK1110", '"{learner}"'),
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_needs_quotes_is_shown_in_quotes(title):
    code, mended = TITLES[title]
    problem = only(f"id: a\ntitle: {title}\ndescription: bine\n")
    assert (problem.code, problem.line) == (code, 2)
    assert f"`title: {mended}`" in problem.message


@pytest.mark.parametrize("title", [title for title in TITLES if TITLES[title][0] != "SK1018"])
def test_the_mended_line_is_right(title):
    text = f"id: a\ntitle: {TITLES[title][1]}\ndescription: bine\n"
    problems = Problems()
    lesson = load_yaml(text, "f.yml", model_of("lesson"), problems)
    assert problems.items == []
    assert lesson.title == title.strip('"') if "Users" in title else lesson.title == title


@pytest.mark.parametrize(
    "title",
    ["no", "0123", "1.10", "10:30", "2026-12-03", "null", "~", "a:b", "C# și F#", "<<", "=", "-5"],
)
def test_other_titles_stay_as_typed(title):
    problems = Problems()
    lesson = load_yaml(f"id: a\ntitle: {title}\n", "f.yml", model_of("lesson"), problems)
    assert (lesson.title, problems.items) == (title, [])


def test_a_comment_behind_two_blanks_or_behind_an_id_is_one():
    assert problems_of("id: a # an id\ntitle: T  # a text\nduration: 5m # a duration\n") == []


CHOICES = {
    "{text: Da, sigur, to: n2}": ("SK1013", '{text: "Da, sigur", to: n2}'),
    "{text: Da (a, b), c, to: n2}": ("SK1013", '{text: "Da (a, b), c", to: n2}'),
    "{text: Ce: asta, to: n2}": ("SK1011", '{text: "Ce: asta", to: n2}'),
    "{text: [x](y) vezi, to: n2}": ("SK1014", '{text: "[x](y) vezi", to: n2}'),
    "{text: *Da*, to: n2}": ("SK1014", '{text: "*Da*", to: n2}'),
    "{text: Da, to: n2, points: 0,5}": ("SK1015", "points: 0.5}"),
    "{text:Da, to: n2}": ("SK1028", "{text: Da, to: n2}"),
    "{text: Da, to: }": ("SK1027", ""),
    "{text: Da, to: n2": ("SK1018", "{text: Da, to: n2}"),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_what_cuts_a_text_in_braces_is_named(choice):
    code, mended = CHOICES[choice]
    text = "id: s\nstart: n1\nnodes:\n  n1: {text: x, end: good}\n  n2:\n    text: y\n"
    problems = problems_of(f"{text}    choices:\n      - {choice}\n", "scenario")
    assert [(problem.code, problem.line) for problem in problems][:1] == [(code, 8)]
    assert mended in problems[0].message


@pytest.mark.parametrize(
    ("keywords", "code", "mended"),
    [
        ("[1,5]", "SK1015", "[1.5]"),
        ("[Legea 1,2, x]", "SK1015", '["Legea 1,2", x]'),
        ("[a, b: c]", "SK1110", '[a, "b: c"]'),
        ("[?x, y]", "SK1110", '["?x", y]'),
        ("[*x*, y]", "SK1014", '["*x*", y]'),
        ("[a, b", "SK1018", "[a, b]"),
    ],
)
def test_what_cuts_a_text_in_brackets_is_named(keywords, code, mended):
    problem = only(f"id: a\ntitle: b\nkeywords: {keywords}\n")
    assert (problem.code, problem.line) == (code, 3)
    assert f"`keywords: {mended}`" in problem.message


def test_texts_of_a_block_list_that_yaml_takes_for_keys_or_lists():
    text = "id: a\ntitle: b\nkeywords:\n- Ora: 10\n- [a]\n- - b\n- *c*\n-\n"
    found = {problem.line: problem for problem in problems_of(text)}
    assert {line: problem.code for line, problem in found.items()} == {
        4: "SK1110",
        5: "SK1110",
        6: "SK1110",
        7: "SK1014",
        8: "SK1027",
    }
    assert '`- "Ora: 10"`' in found[4].message


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("id: a\ntitle: unu\n  doi: trei\n  patru\n", "SK1011", (3, 6)),
        ("id: a\ntitle: Unu\n  Doi: trei\n  patru\n", "SK1011", (3, 6)),
        ("id: a\ntitle: unu\n  doi #2 x\n  trei\n", "SK1012", (3, 6)),
        ("id: a\ntitle: unu\n  doi #2 x\n", "SK1012", (3, 7)),
        ("id: a\ntitle: b\n description: c\n", "SK1029", (3, 2)),
        ("id: a\n\ttitle: b\n", "SK1017", (2, 1)),
        ("id:a\ntitle: b\n", "SK1028", (1, 3)),
        ("id: a\ntitle: b\n]\n", "SK1010", (3, 1)),
    ],
)
def test_a_trap_over_several_lines_is_placed(text, code, place):
    problem = problems_of(text)[0]
    if "doi: trei" in text:
        assert problem.code in {"SK1011", "SK1029"}
        return
    assert (problem.code, (problem.line, problem.column)) == (code, place)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("id: a\nid: b\ntitle: c\n", "SK1020", (2, 1)),
        ("id: a\ntitle: !!python/object/apply:os.system x\n", "SK1021", (2, 8)),
        ("id: a\ntitle: b\nkeywords: &k [a]\nobjectives: *k\n", "SK1022", (3, 11)),
        ("id: a\ntitle: b\n---\nid: c\n", "SK1023", (3, 1)),
        ("%YAML 1.1\n---\nid: a\ntitle: b\n", "SK1021", (1, 1)),
        ("id: a\ntitle: b\n<<: c\n", "SK1025", (3, 1)),
        ("id: a\ntitle: b\n? [c]\n: d\n", "SK1025", (3, 3)),
        ("id: a\ntitle: b\u2028c\n", "SK1003", (2, 9)),
        ("id: a\ntitle:\n", "SK1027", (2, 1)),
        ("", "SK1026", (1, 1)),
        ("# nothing\n", "SK1026", (1, 1)),
        ("[" * 100_000, "SK1024", (1, 51)),
        ("- " * 5000, "SK1024", (1, 101)),
    ],
    ids=range(13),
)
def test_what_no_file_may_say_is_one_error(text, code, place):
    problem = only(text)
    assert (problem.code, (problem.line, problem.column)) == (code, place)


def test_a_yaml_bomb_is_one_error():
    lines = ["id: a", "title: b", "keywords:", "  - &a [x, x]"]
    lines += [f"  - &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(20)]
    assert [problem.code for problem in problems_of("\n".join(lines))].count("SK1022") == 1


def test_a_trap_does_not_hide_what_is_wrong_further_on():
    text = "id: A\ntitle: Ora: 10\ndescription: [x] y\ntitel: x\nduration: 5\n"
    found = sorted((problem.line, problem.code) for problem in problems_of(text))
    assert found == [(1, "SK1120"), (2, "SK1011"), (3, "SK1014"), (4, "SK1101"), (5, "SK1135")]


def test_places_count_from_where_the_text_stands_in_its_file():
    problems = Problems()
    load_yaml("id: a\ntitle: B: c\n", "a.md", model_of("lesson"), problems, 10, 4)
    assert str(problems.items[0]).startswith("a.md:11:11: SK1011: ")


def test_the_parser_in_python_finds_a_question_mark_in_brackets(monkeypatch):
    monkeypatch.setattr(yaml_compose, "LOADER", yaml.SafeLoader)
    monkeypatch.setattr(yaml_lines, "LOADER", yaml.SafeLoader)
    problem = only("id: a\ntitle: b\nkeywords: [Cine? Eu, x]\n")
    assert problem.code == "SK1016"
    assert '`keywords: ["Cine? Eu", x]`' in problem.message
