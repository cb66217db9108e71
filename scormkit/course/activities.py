"""Simulations and scenarios: activities that a learner does, in a lesson or a quiz."""

from __future__ import annotations

from typing import Literal

from scormkit.course.base import Frozen, Html, Picture


class Target(Frozen):
    """Where to act on a screen: ``box`` is (left, top, width, height) in fractions.

    ``accept`` is None for a place to press, else the texts that may be typed there.
    """

    label: str
    box: tuple[float, float, float, float]
    label_lang: str | None = None
    accept: tuple[str, ...] | None = None


class Screen(Frozen):
    """One screen of a simulation; ``number`` is the lock's, from 1."""

    number: int
    id: str | None
    image: Picture
    do: Html
    target: Target
    hint: Html | None = None


class Simulation(Frozen):
    """A procedure to do, screen by screen; in ``test`` mode there are no hints."""

    id: str
    key: str
    mode: Literal["practice", "test"] = "practice"
    screens: tuple[Screen, ...]


class Choice(Frozen):
    """A way on from a node; ``number`` is unique in the scenario, from 1."""

    number: int
    text: Html
    to: str
    points: float = 0.0
    feedback: Html | None = None


class Node(Frozen):
    """A place in a story; it has choices, or it is an ``end``."""

    id: str
    text: Html
    choices: tuple[Choice, ...] = ()
    end: Literal["good", "bad", "neutral"] | None = None


class Scenario(Frozen):
    """A branching story; ``best`` is the most points that any way earns."""

    id: str
    key: str
    start: str
    nodes: tuple[Node, ...]
    best: float
