"""The schema accepts exactly what the loader accepts, by keys and values."""

import json
import re
from functools import cache
from pathlib import Path

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from scormkit.sources.jsonschema import KINDS, json_schema, model_of
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml

DOCUMENTS = Path(__file__).parent / "documents"
PLAIN = re.compile(r"[\w./~%+-][\w .:/~%+-]*", re.ASCII)


class Raw(str):
    """A scalar as typed, without quotes."""

    __slots__ = ()


def tree(node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: tree(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [tree(item) for item in node.value]
    plain = not node.style and PLAIN.fullmatch(node.value)
    return Raw(node.value) if plain and ": " not in node.value else str(node.value)


@cache
def document(kind):
    return tree(yaml.compose((DOCUMENTS / f"{kind}.yml").read_text("utf-8"), yaml.CSafeLoader))


@cache
def validator(kind):
    return Draft202012Validator(json_schema(kind))


def as_yaml(value):
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(as_yaml, value))}]"
    return f"{{{', '.join(f'{as_yaml(k)}: {as_yaml(v)}' for k, v in value.items())}}}"


def resolve(text):
    """Return what YAML 1.2's core schema (10.3.2) makes of a plain scalar."""
    if text in ("null", "Null", "NULL", "~"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def as_editor(value):
    if isinstance(value, Raw):
        return resolve(value)
    if isinstance(value, list):
        return [as_editor(item) for item in value]
    if isinstance(value, dict):
        return {str(key): as_editor(item) for key, item in value.items()}
    return str(value)


KEYS = st.sampled_from(
    """id title text type choice multiple number gaps scale right wrong answers answer accept regex
    tolerance pairs items categories image alt areas box circle polygon label correct feedback hint
    pick from to tags ids questions pass_mark was file url term also captions nodes start choices
    end screens target input done read always name body 1 x""".split()  # noqa: SIM905
)
SCALARS = st.one_of(
    st.sampled_from(
        """no yes true false null ~ 0123 1.10 10:30 2026-12-03 2026-02-30 2024-02-29 -5 1e3 0x1f
        70% 100% 101% 1.5% 0 1 5 0.5 100 150 1.5 a-b m1 ../a.png /abs C:/x https://x.md mailto:a
        en pt-BR romanian choice multiple gaps group practice test good passed after_quiz right
            2h30m 3y 1.5h 0m 10x 90m 8MB UTC Europe/Chisinau 2026-12-03T10:00 10:99
        per_option""".split()  # noqa: SIM905
    ).map(Raw),
    st.sampled_from(
        ("", " ", "A b", "ă", "#fff", "#005a9c", "#12", "8 MB", "5", "true", "70%", "a\\b", "[[a]]")
    ),
    st.sampled_from(("x" * 65, "1.2.0", "no", "2026-12-03 10:00", "12,5", "tel:1", "a\nb")),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)


def nodes(value):
    """Return every list and mapping of a document."""
    found = [value] if isinstance(value, dict | list) else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return found + [node for item in inner for node in nodes(item)]


def copied(value):
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    return [copied(item) for item in value] if isinstance(value, list) else value


@st.composite
def mutated(draw, kind):
    value = copied(document(kind))
    for _ in range(draw(st.integers(0, 2))):
        owner = draw(st.sampled_from(nodes(value)))
        keys = list(owner) if isinstance(owner, dict) else list(range(len(owner)))
        what = draw(st.sampled_from(["replace", "remove", "add", "rename", "shallow"]))
        key = draw(st.sampled_from(keys)) if keys else None
        if what == "add" or key is None:
            new = draw(VALUES)
            owner.append(new) if isinstance(owner, list) else owner.update({draw(KEYS): new})
        elif what == "remove":
            del owner[key]
        elif what == "rename" and isinstance(owner, dict):
            owner[draw(KEYS)] = owner.pop(key)
        else:
            owner[key] = draw(VALUES if what == "replace" else SCALARS)
    return value


def agree(kind, value):
    problems = Problems()
    load_yaml(as_yaml(value), "f.yml", model_of(kind), problems)
    # what only the text shows (SK10xx: an empty value, a key twice) is no matter of the schema
    if any(problem.code < "SK11" for problem in problems.items):
        return
    errors = list(validator(kind).iter_errors(as_editor(value)))
    assert bool(problems.items) == bool(errors), (as_yaml(value), problems.items, errors)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_the_schema_accepts_what_the_loader_accepts(data):
    kind = data.draw(st.sampled_from(KINDS))
    agree(kind, data.draw(mutated(kind)))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_they_agree_on_questions_and_quizzes(data):
    kind = data.draw(st.sampled_from(["quiz", "question", "bank"]))
    agree(kind, data.draw(mutated(kind)))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(KINDS), VALUES)
@example("glossary", {"MPay": "x"})
@example("glossary", [{"term": "x"}])
@example("question", {"id": "q", "type": "choice", "choice": "x", "right": "a", "wrong": "b"})
@example("question", {"id": "q", "choice": "x", "text": "y", "right": "a", "wrong": "b"})
@example("question", {"id": "q", "choice": "x", "multiple": "y", "right": "a", "wrong": "b"})
@example("question", {"id": "q", "text": "y", "right": "a", "wrong": "b"})
@example("question", {"id": "q", "gaps": "[[a]]", "text": "y"})
def test_they_agree_on_any_document(kind, value):
    agree(kind, value)


def test_unmutated_documents_are_accepted_by_both():
    for kind in KINDS:
        assert validator(kind).is_valid(as_editor(document(kind))), kind
        agree(kind, document(kind))
