"""The player grades as the reference grader does, on generated questions and responses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.player.fold import fold, parse_number
from scormkit.player.grader import grade
from scormkit.player.patterns import portable

N = st.integers(1, 6)
CREDIT = st.sampled_from([0, 0.25, 0.5, 1 / 3, 1.0])
WORDS = st.text(alphabet="aăâșşțţtsAĂȘȚ йиіїёеЙҐґ'’ʼ`-–ßIıİΣσς\u0301\u0306 1,", max_size=8)
# Letters that this Python does not know yet, a newer browser may fold.
KNOWN = st.characters(exclude_categories=("Cs", "Cn"))
ANY = st.one_of(WORDS, st.text(KNOWN, max_size=12))
NUMBERS = st.one_of(
    st.text(alphabet="0123456789., \u00a0\u202f-−+k", max_size=9),
    st.floats(-1000, 1000, allow_nan=False).map(lambda x: f"{x:.3f}".replace(".", ",")),
    st.integers(-(10**7), 10**7).map(lambda n: f"{n:,}".replace(",", "\u00a0")),
)
PAIRS = st.lists(st.tuples(N, N), min_size=1, max_size=6, unique_by=lambda p: p[0])
FLAGS = st.fixed_dictionaries({}, optional={"case": st.just(True), "exact": st.just(True)})
ALL = st.fixed_dictionaries({}, optional={"all": st.just(True)})


def question(kind, *more, **own):
    fixed = st.fixed_dictionaries({"type": st.just(kind), "points": st.just(1), **own})
    return st.tuples(fixed, *more).map(lambda parts: {k: v for p in parts for k, v in p.items()})


def options(credit):
    return st.lists(st.tuples(N, credit), min_size=1, max_size=6, unique_by=lambda a: a[0])


ACCEPT = st.lists(st.fixed_dictionaries({"text": ANY, "credit": CREDIT}), min_size=1, max_size=4)
GAP = st.one_of(
    st.fixed_dictionaries({"n": N, "accept": st.lists(ANY, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"n": N, "options": st.lists(N, min_size=1, unique=True)}),
)
NODES = st.sampled_from("abc")
NODE = st.fixed_dictionaries(
    {"choices": st.lists(st.tuples(N, NODES, st.sampled_from([0, 1, 2, -1])), max_size=3)},
    optional={"end": st.sampled_from(["good", "bad", "neutral"])},
)
NODE_MAP = st.fixed_dictionaries(dict.fromkeys("abc", NODE))
MAP = st.dictionaries(N.map(str), N)
SET = st.lists(N, unique=True).map(sorted)
CASES = st.one_of(
    st.tuples(question("choice", answers=options(CREDIT)), N),
    st.tuples(question("multiple", ALL, answers=options(st.sampled_from([0, 1]))), SET),
    st.tuples(question("hotspot", ALL, answers=options(st.sampled_from([0, 1]))), SET),
    st.tuples(question("true_false", answer=st.booleans()), st.booleans()),
    st.tuples(question("short_answer", FLAGS, accept=ACCEPT), ANY),
    st.tuples(
        question(
            "number",
            answer=st.floats(-1000, 1000, allow_nan=False, allow_subnormal=False),
            tolerance=st.floats(0, 10),
            unit=st.sampled_from(["", "lei", "%", "km²", "€"]),
        ),
        st.one_of(NUMBERS, NUMBERS.map(lambda n: n + " lei"), ANY),
    ),
    st.tuples(question("match", ALL, solution=PAIRS), MAP),
    st.tuples(question("categorize", ALL, solution=PAIRS), MAP),
    st.tuples(question("order", items=st.lists(N, min_size=1, unique=True)), st.lists(N)),
    st.tuples(
        question("gaps", ALL, FLAGS, gaps=st.lists(GAP, min_size=1, unique_by=lambda g: g["n"])),
        st.dictionaries(N.map(str), st.one_of(ANY, N)),
    ),
    st.tuples(
        question("simulation", screens=st.lists(st.fixed_dictionaries({"n": N}), min_size=1)),
        st.dictionaries(N.map(str), st.sampled_from([1, 2])),
    ),
    st.tuples(
        question("scenario", start=NODES, nodes=NODE_MAP, best=st.sampled_from([0, 1, 3])),
        st.lists(N, max_size=4),
    ),
    st.tuples(question("essay"), ANY),
    st.tuples(question("scale"), N),
    st.tuples(question("choice", answers=options(CREDIT)), st.none()),
)


@settings(max_examples=4000, deadline=None)
@given(case=CASES)
def test_the_player_grades_as_the_reference(node, case):
    q, response = case
    credit = grade(q, response)
    assert node("grade", q, response) == credit
    assert credit is None or 0 <= credit <= 1


@settings(max_examples=1500, deadline=None)
@given(text=ANY, case=st.booleans(), exact=st.booleans())
def test_both_fold_alike(node, text, case, exact):
    folded = fold(text, case, exact)
    assert node("fold", text, case, exact) == folded
    assert fold(f"  {text} ", case, exact) == folded


@settings(max_examples=1500, deadline=None)
@given(text=NUMBERS, unit=st.sampled_from([None, "lei", "k", "%"]))
def test_both_read_numbers_alike(node, text, unit):
    assert node("parseNumber", text, unit) == parse_number(text, unit)


@pytest.mark.parametrize(
    ("typed", "accepted", "same"),
    [
        ("Consiliul Local", "consiliul local", True),
        ("  consiliul \u00a0 local ", "consiliul local", True),
        ("hotarare", "hotărâre", True),
        ("şedinţă", "ședință", True),
        ("sedinta", "ședință", True),
        ("qytetar", "Qytetár", True),
        ("мій", "міи", False),
        ("їхати", "іхати", False),
        ("все", "всё", True),
        ("п’ять", "п'ять", True),
        ("пʼять", "п`ять", True),
        ("e\u0301", "é", True),
    ],
)
def test_what_is_the_same_word(typed, accepted, same):
    q = {"type": "short_answer", "accept": [{"text": accepted, "credit": 1}]}
    assert grade(q, typed) == (1.0 if same else 0.0)


def test_exact_keeps_diacritics_and_case_keeps_case():
    accept = [{"text": "Ședință", "credit": 1}]
    assert grade({"type": "short_answer", "accept": accept, "exact": True}, "sedinta") == 0
    assert grade({"type": "short_answer", "accept": accept, "exact": True}, "ședință") == 1
    assert grade({"type": "short_answer", "accept": accept, "case": True}, "ședință") == 0
    assert grade({"type": "short_answer", "accept": accept, "case": True}, "Sedinta") == 1


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("1 000", None, 1000),
        ("1\u00a0000,5", None, 1000.5),
        ("1\u202f234\u202f567.25", None, 1234567.25),
        ("−3,5", None, -3.5),
        ("- 3", None, -3),
        ("120 lei", "lei", 120),
        ("120LEI", "lei", 120),
        ("€ 5", "€", 5),
        (".5", None, 0.5),
        ("5.", None, 5),
        ("12 50", None, None),
        ("1.000,5", None, None),
        ("lei", "lei", None),
        (".", None, None),
        ("5 km", None, None),
        ("1e3", None, None),
    ],
)
def test_numbers_as_people_type_them(typed, unit, value):
    assert parse_number(typed, unit) == value


@pytest.mark.parametrize(
    ("answer", "tolerance", "typed", "credit"),
    [
        (0.3, 0, "0,3", 1),
        (0.1 + 0.2, 0, "0.3", 1),
        (1, 0.1, "1.1", 1),
        (1, 0.1, "0.9", 1),
        (1, 0.1, "1.1001", 0),
        (100, 5, "95", 1),
        (100, 5, "94,99", 0),
        (0, 0, "0.000000001", 0),
    ],
)
def test_tolerance_is_inclusive(answer, tolerance, typed, credit):
    assert grade({"type": "number", "answer": answer, "tolerance": tolerance}, typed) == credit


def short(pattern, **flags):
    accept = [{"text": portable(pattern, **flags), "credit": 1, "regex": True}]
    return {"type": "short_answer", "accept": accept, **flags}


@pytest.mark.parametrize(
    ("pattern", "typed", "hit"),
    [
        (r"prim[aă]r(ul|iță)?", "Primarița", True),
        (r"primar", "primarul", False),
        (r"\d{4}", "1991", True),
        (r"\d{4}", "19911", False),
        (r"legea nr\.? \d+/\d{4}", "Legea nr 436/2006", True),
        (r"[А-ЯҐЄІЇ]+", "київ", True),
        (r"\w+\s\w+", "două  cuvinte", True),
        (r"(?=.*apă)(?=.*canal).*", "canal si apa", True),
        (r"a{2}b", "aab", True),
        (r"a{b", "a{b", True),
        (r"x-y\-z", "x-y-z", True),
        (r"[\w-]+", "e-mail", True),
        (r"[^\d]+", "12", False),
        (r"5\]|[\]]", "5]", True),
        (r"\/|/", "/", True),
    ],
)
def test_patterns_mean_the_same_in_both(node, pattern, typed, hit):
    q = short(pattern)
    assert grade(q, typed) == (1.0 if hit else 0.0)
    assert node("grade", q, typed) == (1 if hit else 0)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a",
        r"a)",
        r"[a",
        r"(?i)a",
        r"(?P<x>a)",
        r"(a)\1",
        r"\bx",
        r"(?<=a)b",
        "a**",
        "[z-a]",
        "*a",
        "\\",
        "[]",
        r"(?=a)*",
        r"[\D]",
        r"\p{L}",
        "a++",
    ],
)
def test_a_pattern_that_the_two_would_read_differently_is_refused(pattern):
    with pytest.raises(ValueError, match=r"."):
        portable(pattern)


PIECES = st.sampled_from(
    [
        *"abșАя09-]{}/ .,'",
        "[a-f]",
        "[^x]",
        r"\d",
        r"\w",
        r"\s",
        r"\.",
        r"\]",
        "(",
        ")",
        "|",
        "*",
        "+?",
        "{2}",
        "?",
        "(?:",
        "[ă-]",
        "^",
        "$",
    ]
)


@settings(max_examples=2000, deadline=None)
@given(
    pieces=st.lists(PIECES, max_size=7),
    typed=st.text(alphabet="abșsАя09- ]{}/x.'", max_size=5),
    flags=st.fixed_dictionaries({"case": st.booleans(), "exact": st.booleans()}),
)
def test_whatever_is_not_refused_means_the_same(node, pieces, typed, flags):
    try:
        q = short("".join(pieces), **flags)
    except ValueError:
        return
    assert node("grade", q, typed) == grade(q, typed)
