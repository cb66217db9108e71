"""What is in the Moodle of the double: courses, sections and activities, as plain values."""

from __future__ import annotations

import hashlib
import json
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from scormkit.publish.answers import Item
from scormkit.publish.package import Package
from scormkit.publish.verdict import Change, Held, Offered, Verdict, judge

Thing = dict[str, Any]
NO_CHANGE = Change()


class Shelf:
    """Everything that is kept; ``things`` are what has a key, in their order."""

    def __init__(self) -> None:
        self.things: dict[tuple[str, str], Thing] = {}
        self.others: dict[int, str] = {}
        self.uploads: dict[str, bytes] = {}
        self.complete: dict[str, Package] = {}
        self.history: dict[str, list[dict[str, Any]]] = {}
        self.folder = Path(tempfile.mkdtemp(prefix="scormkit-double-"))
        self._number = 100

    def number(self) -> int:
        """Return a number that nothing has yet."""
        self._number += 1
        return self._number

    def section(self, thing: Thing) -> int:
        """Return the number of the section where an activity stands."""
        if key := thing.get("sectionkey"):
            return int(self.things["section", key]["section"])
        return int(thing.get("section", 0))

    def item(self, kind: str, key: str) -> Item:
        """Return an item as get_courses answers it."""
        thing = self.things[kind, key]
        made = {
            "kind": kind,
            "key": key,
            "name": str(thing["settings"].get("name", "")),
            "revision": thing["revision"],
            "state": state_of(thing),
            "settings": json.dumps(thing["settings"]),
            "applied": json.dumps(thing["applied"]),
            "drift": ["settings"] if thing["settings"] != thing["observed"] else [],
            "section": self.section(thing),
            "sectionkey": thing.get("sectionkey", ""),
            "cmid": thing["number"],
        }
        return Item.model_validate(made | (_packed(thing) if kind == "activity" else {}))

    def judge(self, key: str, package: Package | None, change: Change = NO_CHANGE) -> Verdict:
        """Return what another package would mean for an activity."""
        offered = package and Offered(
            package.fingerprint, package.version, frozenset(package.identifiers), package.inventory
        )
        return judge(Held.of(self.item("activity", key)), offered, change)

    def note(self, key: str, thing: Thing, action: str) -> None:
        """Write a line of an activity's journal."""
        entries = self.history.setdefault(key, [])
        for entry in entries:
            entry["current"] = False
        entries.append(
            {
                "journalid": self.number(),
                "action": action,
                "status": "done",
                "revision": thing["revision"],
                "base": thing["revision"] - 1,
                "fingerprint": thing["package"].fingerprint,
                "sha256": thing["package"].sha256,
                "started": 1,
                "finished": 2,
                "kept": True,
                "expires": 3,
                "tracks": 0,
                "current": True,
                "thing": deepcopy(thing),
            }
        )


def _packed(thing: Thing) -> dict[str, Any]:
    package, tracked = thing["package"], thing.get("tracked", {})
    scos = [(name, *tracked.get(name, (0, 0))) for name in package.launched]
    names = ("identifier", "learners", "tracks")
    inventory = package.inventory and package.inventory.model_dump(mode="json")
    return {
        "fingerprint": package.fingerprint,
        "sha256": package.sha256,
        "version": package.version,
        "inventory": json.dumps({**inventory, "seen": thing["seen"]} if inventory else {}),
        "learners": thing.get("learners", 0),
        "tracks": thing.get("tracks", 0),
        "scos": [dict(zip(names, sco, strict=True)) for sco in scos],
    }


def state_of(thing: Thing) -> str:
    """Return the digest of what Moodle holds; learners don't change it."""
    package = thing["package"]
    held = [thing["settings"], thing.get("section"), thing.get("sectionkey")]
    text = json.dumps([held, package and package.sha256], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
