"""A user of the plugin's web service, as the tests need one."""

from __future__ import annotations

import base64
import json
import secrets
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

CAPABILITIES = (
    "local/scormkit:read",
    "local/scormkit:publish",
    "moodle/course:view",
    "moodle/course:viewhiddencourses",
    "moodle/course:create",
    "moodle/course:update",
    "moodle/course:manageactivities",
    "mod/scorm:addinstance",
    "moodle/course:activityvisibility",
    "moodle/course:sectionvisibility",
    "moodle/course:movesections",
    "moodle/course:visibility",
    "moodle/course:changefullname",
    "moodle/course:changeshortname",
    "moodle/course:changesummary",
    "moodle/course:changecategory",
    "moodle/course:setforcedlanguage",
    "moodle/grade:manage",
    "webservice/rest:use",
)


def fresh() -> str:
    """Return a new request id."""
    return secrets.token_hex(32)


def flat(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield arguments as Moodle's REST server takes them."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from flat(inner, f"{name}[{key}]" if name else key)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from flat(inner, f"{name}[{place}]")
    else:
        yield name, int(value) if isinstance(value, bool) else value


class Publisher:
    """A user with a token; ``refused`` keeps the last error code of a step."""

    def __init__(self, moodle: Any, **made: Any) -> None:
        self.moodle = moodle
        name = "publisher" + secrets.token_hex(4)
        made.setdefault("capabilities", CAPABILITIES)
        user = moodle.plugin("publisher", username=name, **made)
        self.id, self.token, self.role = user["id"], user["token"], user["role"]

    def call(self, function: str, **arguments: Any) -> Any:
        """Call a function of the plugin over REST and return what it answers."""
        fields = [
            ("wstoken", self.token),
            ("wsfunction", f"local_scormkit_{function}"),
            ("moodlewsrestformat", "json"),
            *flat(arguments),
        ]
        data = urllib.parse.urlencode(fields).encode()
        address = f"{self.moodle.url}/webservice/rest/server.php"
        with urllib.request.urlopen(address, data, timeout=120) as answer:
            return json.loads(answer.read())

    def upload(self, package: bytes, **where: int) -> str:
        """Upload a package whole and return its SHA-256."""
        digest = sha256(package).hexdigest()
        chunk = {"sha256": digest, "size": len(package), "offset": 0}
        chunk["data"] = base64.b64encode(package).decode()
        answer = self.call("upload", chunks=[chunk], **where)
        assert answer == [{"sha256": digest, "received": len(package), "complete": True}]
        return digest

    def apply(self, *steps: dict[str, Any]) -> list[dict[str, Any]]:
        """Do steps, each with a request id of its own unless it has one."""
        sent = [{"requestid": fresh(), **step} for step in steps]
        answer: list[dict[str, Any]] = self.call("apply", steps=json.dumps(sent))
        assert isinstance(answer, list), answer
        return answer

    def one(self, **step: Any) -> dict[str, Any]:
        """Do one step."""
        return self.apply(step)[0]

    def done(self, **step: Any) -> dict[str, Any]:
        """Do one step that must succeed."""
        answer = self.one(**step)
        assert answer["outcome"] == "done", answer["error"]
        return answer

    def course(self, key: str | None = None, **settings: Any) -> str:
        """Make a course with completion and return its key."""
        key = key or "c" + secrets.token_hex(4)
        settings = {"fullname": "Un curs", "completion": True, **settings}
        self.done(action="create", kind="course", key=key, settings=settings)
        return key

    def activity(self, key: str, package: bytes, **step: Any) -> dict[str, Any]:
        """Make an activity."""
        digest = self.upload(
            package, courseid=self.state(key.split("/", maxsplit=1)[0])["courseid"]
        )
        return self.done(action="create", kind="activity", key=key, sha256=digest, **step)

    def replace(self, key: str, package: bytes, **step: Any) -> dict[str, Any]:
        """Replace an activity's package."""
        digest = self.upload(
            package, courseid=self.state(key.split("/", maxsplit=1)[0])["courseid"]
        )
        step = {"base": self.base(key), **step}
        return self.one(action="update", kind="activity", key=key, sha256=digest, **step)

    def state(self, key: str) -> dict[str, Any]:
        """Return the state of a course."""
        (answer,) = self.call("get_courses", courses=[{"key": key}])
        return dict(answer)

    def item(self, key: str, kind: str = "activity") -> dict[str, Any]:
        """Return the state of a section or activity, its settings decoded."""
        items = self.state(key.split("/", maxsplit=1)[0])["items"]
        (item,) = [i for i in items if i["key"] == key and i["kind"] == kind]
        return {**item, "settings": json.loads(item["settings"])}

    def base(self, key: str, kind: str = "activity") -> dict[str, Any]:
        """Return the base of an update as a plan made now would name it."""
        item = self.state(key) if kind == "course" else self.item(key, kind)
        names = ("revision", "fingerprint", "state")
        return {name: item[name] for name in names if name in item}

    def preview(self, **step: Any) -> dict[str, Any]:
        """Return the verdict on a step."""
        return dict(self.call("preview", step=json.dumps(step)))

    def in_php(self, steps: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the command that does steps in a PHP of its own, which may be killed."""
        return {
            "do": "call",
            "user": self.id,
            "function": "local_scormkit_apply",
            "arguments": {"steps": json.dumps(steps)},
        }
