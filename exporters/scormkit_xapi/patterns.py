"""The right responses of a question as xAPI writes them (xAPI 1.0.3 Data, appendix C).

The spelling is that of the player's js/spell2004.js, which spells the responses; a test holds
the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scormkit.course import questions as q
from scormkit.course.activities import Scenario, Simulation
from scormkit_xapi.contents import Asked

AND = "[,]"
PAIR = "[.]"


def name(number: int) -> str:
    """Return the identifier of an option."""
    return f"o{number}"


def patterns(item: Asked) -> list[str]:
    """Return each response that is right, none where that is not a matter of right."""
    if isinstance(item, Simulation):
        return _simulation(item)
    if isinstance(item, Scenario | q.ScenarioQuestion):
        return []
    return _PATTERNS[item.type](item)


def _simulation(item: Simulation) -> list[str]:
    return [AND.join(name(s.number) + PAIR + name(1) for s in item.screens)]


def _pairs(pairs: Iterable[tuple[int, int]]) -> list[str]:
    return [AND.join(name(a) + PAIR + name(b) for a, b in sorted(pairs))]


def _chosen(numbers: Iterable[int]) -> list[str]:
    right = AND.join(name(n) for n in numbers)
    return [right] if right else []


def _choice(item: q.Choice) -> list[str]:
    return [name(a.number) for a in item.answers if a.credit == 1]


def _multiple(item: q.Multiple) -> list[str]:
    return _chosen(a.number for a in item.answers if a.correct)


def _hotspot(item: q.Hotspot) -> list[str]:
    return _chosen(a.number for a in item.areas if a.correct)


def _true_false(item: q.TrueFalse) -> list[str]:
    return ["true" if item.answer else "false"]


def _case(item: q.ShortAnswer | q.Gaps) -> str:
    return f"{{case_matters={'true' if item.case else 'false'}}}"


def _short_answer(item: q.ShortAnswer) -> list[str]:
    full = (a.text for a in item.accept if a.credit == 1 and not a.regex)
    return [_case(item) + text for text in full]


def decimal(value: float) -> str:
    """Return a number with at most seven places, without an exponent."""
    text = f"{value:.7f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _number(item: q.Number) -> list[str]:
    low, high = item.answer - item.tolerance, item.answer + item.tolerance
    return [f"{decimal(low)}[:]{decimal(high)}"]


def _match(item: q.Match | q.Categorize) -> list[str]:
    return _pairs(item.solution)


def _order(item: q.Order) -> list[str]:
    return _chosen(part.number for part in item.items)


def is_chosen(item: q.Gaps) -> bool:
    """Tell whether all gaps are drop-downs: such a text is matched, not filled in."""
    return all(gap.options for gap in item.gaps)


def _gaps(item: q.Gaps) -> list[str]:
    if is_chosen(item):
        return _pairs((gap.number, gap.options[0].number) for gap in item.gaps)
    parts = (str(g.options[0].number) if g.options else g.accept[0] for g in item.gaps)
    return [_case(item) + AND.join(parts)]


def _none(_item: Any) -> list[str]:  # noqa: ANN401 - whatever its type
    return []


_PATTERNS: dict[str, Callable[[Any], list[str]]] = {
    "choice": _choice,
    "multiple": _multiple,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "number": _number,
    "match": _match,
    "order": _order,
    "categorize": _match,
    "gaps": _gaps,
    "hotspot": _hotspot,
    "simulation": lambda item: _simulation(item.simulation),
    "scale": _none,
    "essay": _none,
}
