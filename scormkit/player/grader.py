"""The reference grader: what a response earns, 0..1 of the points, on ``question_data``.

js/grade.js is its twin, and every target must give the same result. Responses have the
canonical form of js/types.js; parts of a map are strings or numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from scormkit.player.fold import fold, parse_number

Data = Mapping[str, Any]


def grade(q: Data, response: object) -> float | None:
    """Return the credit of a response (None: not answered); None where never graded."""
    if q["type"] in ("scale", "essay"):
        return None
    if response is None:
        return 0.0
    credit = _GRADERS[q["type"]](q, response)
    return 0.0 if q.get("all") and credit < 1 else min(1.0, max(0.0, credit))


def match_accepted(q: Data, text: str) -> int:
    """Return the place of the accepted entry that a typed text earns by, -1 for none."""
    typed = fold(text, q.get("case", False), q.get("exact", False))
    best = -1
    for i, entry in enumerate(q["accept"]):
        better = best < 0 or entry["credit"] > q["accept"][best]["credit"]
        if better and _is_hit(q, entry, typed):
            best = i
    return best


def _is_hit(q: Data, entry: Data, typed: str) -> bool:
    if entry.get("regex"):
        return re.fullmatch(entry["text"], typed) is not None
    return fold(entry["text"], q.get("case", False), q.get("exact", False)) == typed


def gap_right(q: Data, gap: Data, given: object) -> bool:
    """Tell whether what stands in a gap is right."""
    if "options" in gap:
        return bool(given == gap["options"][0])
    if not isinstance(given, str):
        return False
    case, exact = q.get("case", False), q.get("exact", False)
    return fold(given, case, exact) in {fold(text, case, exact) for text in gap["accept"]}


def walk(q: Data, way: Iterable[int]) -> tuple[float, str | None]:
    """Follow a way through a scenario as far as it exists: its points, and its end."""
    node, points = q["start"], 0.0
    for number in way:
        choice = next((c for c in q["nodes"][node]["choices"] if c[0] == number), None)
        if choice is None:
            break
        node = choice[1]
        points += choice[2]
    return points, q["nodes"][node].get("end")


def _share(hits: Iterable[bool]) -> float:
    flags = list(hits)
    return sum(flags) / len(flags) if flags else 0.0


def _part(given: Mapping[Any, Any], part: int) -> object:
    return given.get(str(part), given.get(part))


def _choice(q: Data, number: int) -> float:
    return float(dict(q["answers"]).get(number, 0.0))


def _set(q: Data, chosen: Sequence[int]) -> float:
    right = sum(correct for _, correct in q["answers"])
    hits = sum(correct or -1 for number, correct in q["answers"] if number in chosen)
    return hits / right if right else 0.0


def _short_answer(q: Data, text: str) -> float:
    entry = match_accepted(q, text)
    return 0.0 if entry < 0 else float(q["accept"][entry]["credit"])


def _number(q: Data, text: str) -> float:
    typed = parse_number(text, q.get("unit"))
    if typed is None:
        return 0.0
    answer, tolerance = q["answer"], q["tolerance"]
    # 0.1 + 0.2 is not 0.3: what the last bits differ by is no difference.
    slack = 1e-12 * max(abs(typed), abs(answer), tolerance)
    return float(abs(typed - answer) <= tolerance + slack)


def _map(q: Data, given: Mapping[Any, Any]) -> float:
    return _share(_part(given, left) == right for left, right in q["solution"])


def _order(q: Data, given: Sequence[int]) -> float:
    return _share(given[i : i + 1] == [n] for i, n in enumerate(q["items"]))


def _gaps(q: Data, given: Mapping[Any, Any]) -> float:
    return _share(gap_right(q, gap, _part(given, gap["n"])) for gap in q["gaps"])


def _simulation(q: Data, done: Mapping[Any, Any]) -> float:
    return _share(_part(done, screen["n"]) == 1 for screen in q["screens"])


def _scenario(q: Data, way: Sequence[int]) -> float:
    points, end = walk(q, way)
    if q["best"] > 0:
        return float(points / q["best"])
    return float(end is not None and end != "bad")  # a story without points


_GRADERS: dict[str, Callable[[Data, Any], float]] = {
    "choice": _choice,
    "multiple": _set,
    "hotspot": _set,
    "true_false": lambda q, answer: float(answer is q["answer"]),
    "short_answer": _short_answer,
    "number": _number,
    "match": _map,
    "categorize": _map,
    "order": _order,
    "gaps": _gaps,
    "simulation": _simulation,
    "scenario": _scenario,
}
