"""The grading data of one question, as the scripts and the reference grader read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scormkit.course import activities
from scormkit.course import questions as q
from scormkit.player.slots import Slots

Data = dict[str, Any]


def question_data(question: q.AnyQuestion, slots: Slots | None = None) -> Data:
    """Return the ``data-question`` attribute: typedef ``QuestionData``, without any HTML."""
    data: Data = {
        "id": question.id,
        "key": question.key,
        "type": question.type,
        "points": question.points,
    }
    if not question.shuffle:
        data["fixed"] = True
    if question.objective:
        data["objective"] = question.objective
    slot = slots.closed_slot(question.key) if slots else None
    if slot:
        data["slot"] = slot
    return {**data, **_OWN[question.type](question)}


def activity_data(
    activity: activities.Simulation | activities.Scenario, slots: Slots | None = None
) -> Data:
    """Return the ``data-question`` attribute of a simulation or scenario in a lesson."""
    is_simulation = isinstance(activity, activities.Simulation)
    own = _simulation(activity) if is_simulation else _scenario(activity)  # type: ignore[arg-type]
    data: Data = {
        "id": activity.id,
        "key": activity.key,
        "type": "simulation" if is_simulation else "scenario",
        "points": 1.0,
    }
    slot = slots.closed_slot(activity.key) if slots else None
    return {**data, **({"slot": slot} if slot else {}), **own}


def _all(question: q.Multiple | q.Match | q.Categorize | q.Gaps | q.Hotspot) -> Data:
    return {"all": True} if question.scoring == "all_or_nothing" else {}


def _choice(question: q.Choice) -> Data:
    return {"answers": [[a.number, a.credit] for a in question.answers]}


def _multiple(question: q.Multiple) -> Data:
    return {"answers": [[a.number, int(a.correct)] for a in question.answers], **_all(question)}


def _true_false(question: q.TrueFalse) -> Data:
    return {"answer": question.answer}


def _flags(question: q.ShortAnswer | q.Gaps) -> Data:
    data = {"case": question.case, "exact": question.exact}
    return {name: True for name, value in data.items() if value}


def _accepted(accepted: q.Accepted, question: q.ShortAnswer) -> Data:
    if not accepted.regex:
        return {"text": accepted.text, "credit": accepted.credit}
    from scormkit.player.patterns import portable  # noqa: PLC0415 - few courses have patterns

    pattern = portable(accepted.text, question.case, question.exact)
    return {"text": pattern, "credit": accepted.credit, "regex": True}


def _short_answer(question: q.ShortAnswer) -> Data:
    accept = [_accepted(a, question) for a in question.accept]
    return {"accept": accept, **_flags(question)}


def _number(question: q.Number) -> Data:
    data: Data = {"answer": question.answer, "tolerance": question.tolerance}
    return {**data, "unit": question.unit} if question.unit else data


def _match(question: q.Match) -> Data:
    return {
        "lefts": [p.number for p in question.lefts],
        "rights": [p.number for p in question.rights],
        "solution": [list(pair) for pair in question.solution],
        **_all(question),
    }


def _order(question: q.Order) -> Data:
    return {"items": [p.number for p in question.items]}


def _categorize(question: q.Categorize) -> Data:
    return {
        "items": [p.number for p in question.items],
        "categories": [p.number for p in question.categories],
        "solution": [list(pair) for pair in question.solution],
        **_all(question),
    }


def _gap(gap: q.Gap) -> Data:
    if gap.options:
        return {"n": gap.number, "options": [p.number for p in gap.options]}
    return {"n": gap.number, "accept": list(gap.accept)}


def _gaps(question: q.Gaps) -> Data:
    return {"gaps": [_gap(g) for g in question.gaps], **_flags(question), **_all(question)}


def _hotspot(question: q.Hotspot) -> Data:
    return {"answers": [[a.number, int(a.correct)] for a in question.areas], **_all(question)}


def _simulation(activity: activities.Simulation) -> Data:
    screens = [
        {
            "n": s.number,
            "box": list(s.target.box),
            **({} if s.target.accept is None else {"accept": list(s.target.accept)}),
        }
        for s in activity.screens
    ]
    return {"mode": activity.mode, "screens": screens}


def _scenario(activity: activities.Scenario) -> Data:
    nodes = {
        n.id: {
            "choices": [[c.number, c.to, c.points] for c in n.choices],
            **({"end": n.end} if n.end else {}),
        }
        for n in activity.nodes
    }
    return {"start": activity.start, "nodes": nodes, "best": activity.best}


def _scale(question: q.Scale) -> Data:
    return {"low": question.low, "high": question.high}


def _essay(question: q.Essay) -> Data:
    return {"minWords": question.min_words}


_OWN: dict[str, Callable[[Any], Data]] = {
    "choice": _choice,
    "multiple": _multiple,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "number": _number,
    "match": _match,
    "order": _order,
    "categorize": _categorize,
    "gaps": _gaps,
    "hotspot": _hotspot,
    "simulation": lambda question: _simulation(question.simulation),
    "scenario": lambda question: _scenario(question.scenario),
    "scale": _scale,
    "essay": _essay,
}
