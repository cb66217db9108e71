"""Whatever the bytes: no exception, and places that are in the file."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scormkit.sources.jsonschema import KINDS, model_of
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml, read_text
from scormkit.sources.schema.base import Author

DOCUMENTS = Path(__file__).parent / "documents"
TEXTS = {kind: (DOCUMENTS / f"{kind}.yml").read_text("utf-8") for kind in KINDS}
PIECES = [
    "\n",
    ": ",
    " #",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    '"',
    "'",
    "|",
    ">",
    "&a",
    "*a",
    "!t",
    "%",
]
PIECES += [
    "\t",
    "  ",
    "?",
    "@",
    "`",
    "---\n",
    "...",
    "<<: ",
    "0,5",
    "\\",
    "é",
    "\x85",
    "\u2028",
    "~",
]


def check(text, kind):
    problems = Problems()
    model = load_yaml(text, "f.yml", model_of(kind), problems)
    lines = text.split("\n")
    for problem in problems.items:
        assert 1 <= problem.line <= len(lines), problem
        # a line that was mended for what follows may have grown by its quotes
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 20, problem
        assert problem.message
        assert "Traceback" not in problem.message
    assert model is not None or problems.has_errors
    if model is not None:
        walk(model, len(lines))


def walk(value, lines):
    if isinstance(value, Author):
        assert 1 <= value.place().line <= lines
        for key in value.annotations():
            assert 1 <= value.place(key.rstrip("_")).line <= lines
            assert 1 <= value.text_place(key.rstrip("_")).line <= lines + 1
            walk(getattr(value, key), lines)
    elif isinstance(value, tuple):
        for item in value:
            walk(item, lines)
    elif isinstance(value, dict):
        walk(tuple(value.values()), lines)


@settings(max_examples=200, deadline=None)
@given(st.text(), st.sampled_from(KINDS))
def test_any_text(text, kind):
    check(text, kind)


@settings(max_examples=300, deadline=None)
@example(["?"], "glossary")
@given(
    st.lists(st.sampled_from([*PIECES, "id", "title", "a", "text"]), max_size=25),
    st.sampled_from(KINDS),
)
def test_any_pieces_of_yaml(pieces, kind):
    check("".join(pieces), kind)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_documents_with_pieces_put_in_and_cut_out(data):
    kind = data.draw(st.sampled_from(KINDS))
    text = TEXTS[kind]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 5))
        text = text[:start] + data.draw(st.sampled_from([*PIECES, ""])) + text[end:]
    check(text, kind)


@settings(max_examples=100, deadline=None)
@given(st.binary())
def test_any_bytes(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_bytes(data)
    problems = Problems()
    text = read_text(path, "any.yml", problems)
    assert (text is None) == problems.has_errors
    if text is not None:
        check(text, "lesson")
