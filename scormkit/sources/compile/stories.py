"""Scenarios: stories with choices. Every node must be reachable, and lead to an end."""

from __future__ import annotations

from collections.abc import Mapping, Set

from scormkit.course.activities import Choice, Node, Scenario
from scormkit.sources.compile.named import numbers
from scormkit.sources.compile.registry import unknown
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.activities import ChoiceSource, NodeSource, Storied

Nodes = Mapping[str, NodeSource]


def scenario(scope: Scope, source: Storied, id_: str, key: str) -> Scenario:
    """Compile a scenario; ``key`` names the way that is kept."""
    nodes = source.nodes
    choices = [(name, one) for name, node in nodes.items() for one in node.choices]
    texts = [f"{name}: {one.text}" for name, one in choices]
    given = numbers(scope, id_, [one for _, one in choices], texts)
    number = {id(one): n for (_, one), n in zip(choices, given, strict=True)}
    best = _check(scope, source) if not scope.build.ids.closed else _best(nodes, source.start)
    return Scenario.model_construct(
        id=id_,
        key=key,
        start=source.start,
        nodes=tuple(_node(scope.inside(name), name, node, number) for name, node in nodes.items()),
        best=best,
    )


def _node(scope: Scope, name: str, source: NodeSource, number: Mapping[int, int]) -> Node:
    return Node.model_construct(
        id=name,
        text=scope.text(source, source.text, "text"),
        choices=tuple(_choice(scope, one, number[id(one)]) for one in source.choices),
        end=source.end,
    )


def _choice(scope: Scope, source: ChoiceSource, number: int) -> Choice:
    inside = scope.inside(source.id)
    return Choice.model_construct(
        number=number,
        text=inside.text(source, source.text, "text"),
        to=source.to,
        points=source.points,
        feedback=inside.maybe(source, source.feedback, "feedback"),
    )


def _check(scope: Scope, source: Storied) -> float:
    """Report what cannot be walked; return the most points that any way earns."""
    nodes, problems = source.nodes, scope.build.problems
    named = {source.start, *(one.to for node in nodes.values() for one in node.choices)}
    if source.start not in nodes:
        problems.error(source.place("start"), "SK1520", unknown("node", source.start, nodes))
    for node in nodes.values():
        for one in node.choices:
            if one.to not in nodes:
                problems.error(one.place("to"), "SK1520", unknown("node", one.to, nodes))
    if not named <= nodes.keys():
        return 0.0
    _check_ways(scope, source.start, nodes)
    for one in _circling(nodes):
        problems.error(
            one.place("points"),
            "SK1523",
            f"these points could be earned again and again: a way leads from {one.to!r} back here",
        )
    return _best(nodes, source.start)


def _check_ways(scope: Scope, start: str, nodes: Nodes) -> None:
    problems = scope.build.problems
    reached = _closure({start}, {name: _next(node) for name, node in nodes.items()})
    ends = {name for name, node in nodes.items() if node.end}
    leading = _closure(ends, _backwards(nodes))
    for name, node in nodes.items():
        if name not in reached:
            problems.error(
                node.place(), "SK1521", f"no way leads from {start!r} to the node {name!r}"
            )
        elif name not in leading:
            problems.error(node.place(), "SK1522", f"no way leads from the node {name!r} to an end")


def _next(node: NodeSource) -> set[str]:
    return {one.to for one in node.choices}


def _backwards(nodes: Nodes) -> dict[str, set[str]]:
    before: dict[str, set[str]] = {name: set() for name in nodes}
    for name, node in nodes.items():
        for one in node.choices:
            before[one.to].add(name)
    return before


def _closure(start: Set[str], steps: Mapping[str, Set[str]]) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        for name in steps[todo.pop()] - found:
            found.add(name)
            todo.append(name)
    return found


def _circling(nodes: Nodes) -> list[ChoiceSource]:
    """Return choices with points from which a way leads back to their own node."""
    steps = {name: _next(node) for name, node in nodes.items()}
    return [
        one
        for name, node in nodes.items()
        for one in node.choices
        if one.points and name in _closure({one.to}, steps)
    ]


def _best(nodes: Nodes, start: str) -> float:
    """Return the most points of any way from ``start``; ways in circles earn none.

    Points are raised until nothing changes: as many rounds as there are nodes.
    """
    best = {name: float("-inf") for name in nodes}
    if start not in nodes:
        return 0.0
    best[start] = 0.0
    for _ in nodes:
        changed = False
        for name, node in nodes.items():
            for one in node.choices:
                if one.to in best and best[name] + one.points > best[one.to]:
                    best[one.to] = best[name] + one.points
                    changed = True
        if not changed:
            break
    return max((best[name] for name, node in nodes.items() if node.end), default=0.0)
