"""How saved work is laid out: the compiled form of course.lock.

docs/reference/saved-state.md says how these become the saved text.
"""

from __future__ import annotations

from typing import Literal

from scormkit.course.base import Frozen

Section = Literal["status", "closed"]
SlotKind = Literal[
    "course", "page", "quiz", "draw", "clock", "choice", "set", "map", "order", "credit"
]


class Slot(Frozen):
    """A place in the saved state, for ever.

    ``number`` counts from 0 within its section, append-only; the slots of a section lie
    one after the other, each ``bits`` wide, ``width`` the bits of one value in it. ``key``
    names the owner by its present id, ``type`` says what it was when the slot was made (a
    question's type, ``simulation``, ``scenario``, ``media``; "" in *status*). ``live`` is
    False for a slot that is only read: the owner is gone, retyped or has outgrown it.
    """

    section: Section
    number: int
    kind: SlotKind
    key: str
    bits: int
    width: int
    live: bool
    type: str = ""


class Published(Frozen):
    """A published layout: how many slots each section then had, and a digest of them."""

    status: int
    closed: int
    digest: str


class StateLayout(Frozen):
    """All slots ever published. ``number`` is the newest layout's, from 1; 0 without a lock."""

    number: int
    slots: tuple[Slot, ...]
    published: tuple[Published, ...] = ()
