"""Speed, against markdown-it's own rendering in the same run, and what is loaded late."""

from __future__ import annotations

import subprocess
import sys
import time

from markdown_it import MarkdownIt

from scormkit.sources.markdown import lesson, missing_words

SENTENCE = (
    "Consiliul local hotărăște în problemele de interes local, iar primarul execută deciziile. "
)
PAGE = "\n\n".join(
    f"## Secțiunea {part} {{#s{part}}}\n\n{SENTENCE * 8}**Rețineți** asta.\n\n{SENTENCE * 8}\n\n"
    f"- {SENTENCE}\n- {SENTENCE}\n- {SENTENCE}\n"
    for part in range(4)
)
PAGES = 40


def seconds(work) -> float:
    """The best of five runs, in seconds of this process."""
    runs = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(PAGES):
            work()
        runs.append(time.process_time() - start)
    return min(runs)


def test_a_page_costs_no_more_than_markdown_alone(host):
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = lesson(PAGE, host)
    floor = seconds(lambda: parser.render(PAGE))
    assert seconds(lambda: lesson(PAGE, host)) < 1.5 * floor
    assert seconds(lambda: missing_words(PAGE, blocks)) < floor


def test_pathological_text_takes_no_long(host):
    for piece in ("[", "*a", "`` ", "{a}`", "$a ", "<a ", "<!-- ", "> ", ":::{tip}\n", ']("', "|"):
        source = piece * (8_000 // len(piece))
        start = time.process_time()
        missing_words(source, lesson(source, host))
        assert time.process_time() - start < 5, piece


def test_what_few_lessons_need_is_loaded_late():
    code = (
        "import sys\n"
        "from scormkit.sources.markdown import units\n"
        "units('## Titlu\\n\\nText **gras** [x](y.md)\\n\\n- a', body=True)\n"
        "late = {'pygments', 'latex2mathml', 'nh3'} & set(sys.modules)\n"
        "assert not late, late\n"
        "units('`a` <b>x</b>\\n\\n```python\\nx\\n```\\n\\n$x$', body=True)\n"
        "assert {'pygments', 'latex2mathml', 'nh3'} <= set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
