"""A question as an interaction activity of xAPI (1.0.3 Data, 2.4.4.1 and appendix C)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scormkit.course import questions as q
from scormkit.course.activities import Scenario, Simulation
from scormkit_xapi import vocabulary
from scormkit_xapi.contents import Asked
from scormkit_xapi.languages import plain
from scormkit_xapi.patterns import is_chosen, name, patterns

Definition = dict[str, Any]
"""JSON of an activity's definition."""
Options = list[tuple[int, str]]

NAME_LIMIT = 120
"""Characters of a name; the whole question is its description."""

TYPES = {
    "choice": "choice", "multiple": "choice", "hotspot": "choice", "true_false": "true-false",
    "short_answer": "fill-in", "number": "numeric", "match": "matching",
    "categorize": "matching", "order": "sequencing", "simulation": "performance",
    "scenario": "performance", "scale": "likert", "essay": "long-fill-in",
}  # fmt: skip


def interaction(wording: dict[str, Asked]) -> Definition:
    """Return the definition of what is asked; ``wording`` has it in each language."""
    first = next(iter(wording.values()))
    stems = {lang: stem(item) for lang, item in wording.items()}
    made: Definition = {
        "type": vocabulary.INTERACTION,
        "name": {lang: _short(text) for lang, text in stems.items()},
        "description": stems,
        "interactionType": interaction_type(first),
    }
    right = patterns(first)
    if right:
        made["correctResponsesPattern"] = right
    return {**made, **_components(wording)}


def stem(item: Asked) -> str:
    """Return the words of what is asked; of an activity in a lesson, its id."""
    if isinstance(item, Simulation):
        return plain(item.screens[0].do) if item.screens else item.id
    if isinstance(item, Scenario):
        start = next((node for node in item.nodes if node.id == item.start), None)
        return plain(start.text) if start else item.id
    return plain(item.plain) or item.id


def _short(text: str) -> str:
    return text if len(text) <= NAME_LIMIT else text[: NAME_LIMIT - 1].rstrip() + "…"


def interaction_type(item: Asked) -> str:
    """Return the type of interaction that xAPI knows a question by."""
    if isinstance(item, Simulation | Scenario):
        return "performance"
    if isinstance(item, q.Gaps):
        return "matching" if is_chosen(item) else "fill-in"
    return TYPES[item.type]


def _components(wording: dict[str, Asked]) -> Definition:
    """Return the lists of options, each named in every language."""
    lists: Definition = {}
    for lang, item in wording.items():
        for kind, options in _lists(item):
            named = lists.setdefault(kind, {})
            for number, text in options:
                named.setdefault(name(number), {})[lang] = text
    return {
        kind: [{"id": id_, "description": texts} for id_, texts in named.items()]
        for kind, named in lists.items()
    }


def _lists(item: Asked) -> list[tuple[str, Options]]:
    if isinstance(item, Scenario | q.ScenarioQuestion):
        return []
    if isinstance(item, Simulation):
        return [("steps", _steps(item))]
    made = _LISTS.get(item.type)
    return made(item) if made else []


def _steps(item: Simulation) -> Options:
    return [(screen.number, plain(screen.do)) for screen in item.screens]


def _parts(parts: Iterable[q.Part | q.Answer]) -> Options:
    return [(part.number, plain(part.plain) or str(part.number)) for part in parts]


def _scale(item: q.Scale) -> list[tuple[str, Options]]:
    labels = dict(item.labels)
    return [("scale", [(n, labels.get(n) or str(n)) for n in range(item.low, item.high + 1)])]


def _gaps(item: q.Gaps) -> list[tuple[str, Options]]:
    """Return gaps and what may stand in them; the options of each gap count from 1."""
    if not is_chosen(item):
        return []
    targets: dict[int, list[str]] = {}
    for gap in item.gaps:
        for number, text in _parts(gap.options):
            targets.setdefault(number, []).append(text)
    return [
        ("source", [(gap.number, f"({gap.number})") for gap in item.gaps]),
        ("target", [(n, " | ".join(dict.fromkeys(texts))) for n, texts in targets.items()]),
    ]


_LISTS: dict[str, Callable[[Any], list[tuple[str, Options]]]] = {
    "choice": lambda item: [("choices", _parts(item.answers))],
    "multiple": lambda item: [("choices", _parts(item.answers))],
    "hotspot": lambda item: [("choices", [(a.number, a.label) for a in item.areas])],
    "order": lambda item: [("choices", _parts(item.items))],
    "match": lambda item: [("source", _parts(item.lefts)), ("target", _parts(item.rights))],
    "categorize": lambda item: [
        ("source", _parts(item.items)),
        ("target", _parts(item.categories)),
    ],
    "simulation": lambda item: [("steps", _steps(item.simulation))],
    "scale": _scale,
    "gaps": _gaps,
}
