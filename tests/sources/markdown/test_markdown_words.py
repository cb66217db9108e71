"""Nothing vanishes."""

from __future__ import annotations

import json

import pytest

from scormkit.course.blocks import Prose
from scormkit.sources.markdown import lesson, missing_words

SOURCE = """## Administrația publică {#apl}

În baza Legii 436/2006, *consiliul* {term}`decide <decentralizare>` despre de**central**izare[^1].
Vezi [](lesson:public-service), [legea](https://legis.md/x "Titlu") și ![Harta raionului](../h.png).

1. Primul pas
2. [ ] nu e sarcină

- [x] Gata

| Act | Cine |
|-----|------|
| Decizia | Consiliul |

:::{tip} Rețineți bine
Ședința este publică. <!-- nu se vede -->
:::

::::{steps}
## Pasul unu
Вікно «Дія».
:::{question}
id: c1
choice: Nu se compară cuvânt cu cuvânt
:::
::::

```python
print("salut")
```

Formula $\\alpha + 1$ costă 20&nbsp;lei. <kbd title="x">Ctrl</kbd>

[^1]: Nota de subsol.
[ref]: https://e.org "Nevăzut"
"""


def test_a_whole_lesson_has_all_its_words(host):
    assert missing_words(SOURCE, lesson(SOURCE, host)) == []
    assert [code for *_, code, _, warning in host.problems if not warning] == []


@pytest.mark.parametrize(
    ("gone", "word", "line"),
    [
        ("Administrația", "Administrația", 1),
        ("Primul pas", "Primul", 6),
        ("Gata", "Gata", 9),
        ("Consiliul<", "Consiliul", 13),
        ("Ședința", "Ședința", 16),
        ("Вікно", "Вікно", 21),
        ("salut", "salut", 29),
        ("Nota de subsol", "subsol", 34),
        ("Harta raionului", "raionului", 4),
    ],
)
def test_a_word_that_a_renderer_loses_is_found(host, gone, word, line):
    blocks = lesson(SOURCE, host)
    broken = [_without(block, gone) for block in blocks]
    assert (word, line) in missing_words(SOURCE, broken)


def _without(block, gone):
    data = json.dumps(block.model_dump(), ensure_ascii=False)
    left = data.replace(gone, "<" if gone.endswith("<") else "")
    return type(block).model_validate(json.loads(left))


def test_a_dropped_block_is_found_though_its_words_stand_elsewhere(host):
    source = "Consiliul local decide astăzi.\n\nConsiliul local decide astăzi.\n"
    blocks = (Prose(html="<p>Consiliul local decide astăzi.</p>"),)
    found = missing_words(source, blocks, line=5)
    assert {word for word, _ in found} == {"Consiliul", "local", "decide", "astăzi"}
    assert {line for _, line in found} == {7}
    assert missing_words(source, lesson(source, host)) == []


def test_a_dropped_heading_is_found_though_other_words_hold_its_words(host):
    source = "## Ce face primarul\n\nAfacerile primarului: ce fac oamenii, face el.\n"
    blocks = lesson(source, host)
    assert missing_words(source, blocks) == []
    rest = (Prose(html=blocks[0].html.partition("</h2>")[2]),)
    assert {word for word, _ in missing_words(source, rest)} == {"Ce", "face", "primarul"}


def test_a_dropped_question_is_found(host):
    blocks = [block for block in lesson(SOURCE, host) if block.kind != "panels"]
    assert (":::{question}", 22) in missing_words(SOURCE, blocks)


def test_trainers_notes_count_only_for_trainers(make_host):
    source = "Unu\n\n:::{trainer}\nsecret\n:::\n"
    learner = lesson(source, make_host())
    assert missing_words(source, learner) == []
    assert missing_words(source, learner, trainer=True) == [("secret", 4)]
