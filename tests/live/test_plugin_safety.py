"""The plugin in a real Moodle: what it refuses, and to whom."""

from __future__ import annotations

import io
import secrets
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle")]


def with_manifest(packages: ModuleType, xml: str) -> bytes:
    return bytes(packages.zipped({"imsmanifest.xml": xml, "A.html": "<p>A</p>"}))


def with_entry(packages: ModuleType, name: str, mode: int = 0) -> bytes:
    out = io.BytesIO(packages.foreign("A"))
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("PLACEHOLDER" if "\\" in name else name)
        info.create_system, info.external_attr = 3, mode << 16
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a name is there twice is the point
            archive.writestr(info, "x")
    data = out.getvalue()
    if "\\" in name:  # zipfile itself makes it a slash
        data = data.replace(b"PLACEHOLDER", name.encode().ljust(11, b"x"))
    return data


def lying(packages: ModuleType) -> bytes:
    """Return a package with an entry that expands to more than it says."""
    data = packages.zipped({"imsmanifest.xml": packages.manifest("A"), "A.html": "x" * 5_000_000})
    said = struct.pack("<I", 5_000_000)
    return bytes(data.replace(said, struct.pack("<I", 10)))


def bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("zeros.bin", "w") as entry,
    ):
        for _ in range(160):
            entry.write(b"\0" * 1_048_576)
    return out.getvalue()


MAP_INFO = (
    '<s:sequencing xmlns:s="http://www.imsglobal.org/xsd/imsss"><s:objectives>'
    '<s:objective objectiveID="o"><s:mapInfo targetObjectiveID="t"/></s:objective>'
    "</s:objectives></s:sequencing>"
)
BAD: dict[str, tuple[Callable[[ModuleType], bytes], str]] = {
    "no zip": (lambda p: b"this is no zip at all", "notazip"),
    "cut off": (lambda p: p.foreign("A")[:-40], "notazip"),
    "empty": (lambda p: p.zipped({}), "nomanifest"),
    "up": (lambda p: with_entry(p, "../evil.php"), "path"),
    "up inside": (lambda p: with_entry(p, "a/../../evil.php"), "path"),
    "absolute": (lambda p: with_entry(p, "/etc/evil"), "path"),
    "drive": (lambda p: with_entry(p, "C:/evil"), "path"),
    "backslash": (lambda p: with_entry(p, "..\\evil.php"), "path"),
    "control": (lambda p: with_entry(p, "a\x07b.html"), "path"),
    "link": (lambda p: with_entry(p, "passwd", stat.S_IFLNK | 0o777), "link"),
    "device": (lambda p: with_entry(p, "zero", stat.S_IFCHR | 0o666), "link"),
    "twice": (lambda p: with_entry(p, "A.html"), "duplicate"),
    "one to Moodle": (lambda p: with_entry(p, "A&.html"), "duplicate"),
    "bomb": (lambda p: bomb(), "expanded"),
    "liar": (lying, "damaged"),
    "no manifest": (lambda p: p.zipped({"a/imsmanifest.xml": p.manifest("A")}), "nomanifest"),
    "broken XML": (lambda p: with_manifest(p, p.manifest("A")[:-12]), "manifest"),
    "entity": (
        lambda p: with_manifest(
            p,
            p.manifest("A").replace(
                "<manifest", '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest'
            ),
        ),
        "manifest",
    ),
    "other root": (lambda p: with_manifest(p, "<course/>"), "notscorm"),
    "nothing to launch": (lambda p: with_manifest(p, p.manifest("")), "nolaunch"),
    "launched file lost": (lambda p: with_manifest(p, p.manifest("AB")), "missingfile"),
    "identifier twice": (lambda p: with_manifest(p, p.manifest("AA")), "identifier"),
    "map info": (
        lambda p: with_manifest(
            p, p.manifest("A", "2004").replace("</item>", f"{MAP_INFO}</item>")
        ),
        "crashes",
    ),
    "description": (
        lambda p: p.zipped(
            {"imsmanifest.xml": p.manifest("A"), "A.html": "x", "scormkit.json": "{"}
        ),
        "description",
    ),
    "fingerprint": (
        lambda p: p.zipped(
            {
                "imsmanifest.xml": p.manifest("A"),
                "A.html": "x",
                "scormkit.json": '{"generator": "scormkit 1", "fingerprint": "0123456789abcdef",'
                ' "stamped": ["scormkit.json"], "parts": []}',
            }
        ),
        "fingerprint",
    ),
}


@pytest.fixture(scope="module")
def published(publisher: Any, packages: ModuleType) -> str:
    """An activity that no refused package may change."""
    key = publisher.course()
    publisher.activity(f"{key}/a", packages.foreign("A", "bun"))
    return f"{key}/a"


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_package_is_refused(
    publisher: Any, packages: ModuleType, published: str, moodle: Any, name: str
) -> None:
    make, reason = BAD[name]
    before = publisher.item(published)
    error = publisher.replace(published, make(packages))["error"]
    assert (error["code"], error["detail"]) == ("badpackage", reason)
    assert publisher.item(published) == before
    assert moodle.plugin("kept", cmid=before["cmid"])["readable"]


def test_limits_of_the_site(publisher: Any, packages: ModuleType, moodle: Any) -> None:
    package = packages.foreign("A", pages=60)
    limits = {
        "maxentries": (50, "badpackage"),
        "maxexpanded": (0, "badpackage"),
        "maxpackage": (0, ""),
    }
    key = publisher.course()
    digest = publisher.upload(package)
    for name, (value, code) in limits.items():
        if not code:
            continue
        old = publisher.call("get_site")["limits"]
        moodle.plugin("config", plugin="local_scormkit", name=name, value=value)
        try:
            answer = publisher.one(action="create", kind="activity", key=f"{key}/a", sha256=digest)
            assert answer["error"]["code"] == code
        finally:
            default = {"maxentries": old["entries"], "maxexpanded": old["expanded"] >> 20}[name]
            moodle.plugin("config", plugin="local_scormkit", name=name, value=default)
    moodle.plugin("config", name="maxbytes", value=1000)
    try:
        chunk = {"sha256": "1" * 64, "size": 1001, "offset": 0, "data": ""}
        assert publisher.call("upload", chunks=[chunk])["errorcode"] == "toolarge"
    finally:
        moodle.plugin("config", name="maxbytes", value=0)


BY_HAND = {
    "local/scormkit:publish": "settings",
    "moodle/course:view": "settings",
    "moodle/course:manageactivities": "settings",
    "mod/scorm:addinstance": "package",
    "moodle/course:activityvisibility": "visible",
    "moodle/grade:manage": "weight",
    "moodle/course:create": "course",
    "moodle/course:update": "section",
    "moodle/course:sectionvisibility": "hide section",
    "moodle/course:movesections": "move section",
    "moodle/course:changefullname": "fullname",
    "moodle/course:changeshortname": "shortname",
    "moodle/course:changesummary": "summary",
    "moodle/course:visibility": "hide course",
}


@pytest.fixture(scope="module")
def limited(publishers: Callable[..., Any]) -> Any:
    """A publisher from whom single capabilities are taken."""
    return publishers()


@pytest.fixture(scope="module")
def ground(publisher: Any, packages: ModuleType) -> str:
    """A course with two sections and an activity."""
    key = publisher.course()
    for name in ("s1", "s2"):
        publisher.done(
            action="create", kind="section", key=f"{key}/{name}", settings={"name": name}
        )
    publisher.activity(f"{key}/a", packages.foreign("A"))
    return str(key)


@pytest.mark.parametrize("capability", sorted(BY_HAND))
def test_each_missing_capability_has_its_own_error(
    limited: Any, packages: ModuleType, moodle: Any, ground: str, capability: str
) -> None:
    act = BY_HAND[capability]
    digest = limited.upload(packages.foreign("A", secrets.token_hex(4)))
    activity, section, course = f"{ground}/a", f"{ground}/s2", ground
    steps: dict[str, dict[str, Any]] = {
        "settings": {
            "kind": "activity",
            "key": activity,
            "settings": {"name": secrets.token_hex(4)},
        },
        "package": {"kind": "activity", "key": activity, "sha256": digest},
        "visible": {"kind": "activity", "key": activity, "settings": {"visible": False}},
        "weight": {"kind": "activity", "key": activity, "settings": {"grade": {"weight": 0.4}}},
        "section": {"kind": "section", "key": section, "settings": {"name": secrets.token_hex(4)}},
        "hide section": {"kind": "section", "key": section, "settings": {"visible": False}},
        "move section": {"kind": "section", "key": section, "place": {"position": 1}},
        "fullname": {"kind": "course", "key": course, "settings": {"fullname": "Altul"}},
        "shortname": {
            "kind": "course",
            "key": course,
            "settings": {"shortname": secrets.token_hex(4)},
        },
        "summary": {"kind": "course", "key": course, "settings": {"summary": "<p>altul</p>"}},
        "hide course": {"kind": "course", "key": course, "settings": {"visible": False}},
    }
    if act == "course":
        step = {
            "action": "create",
            "kind": "course",
            "key": "x" + secrets.token_hex(4),
            "settings": {},
        }
    else:
        step = {
            "action": "update",
            **steps[act],
            "base": limited.base(steps[act]["key"], steps[act]["kind"]),
        }
    moodle.plugin("capability", role=limited.role, capability=capability, allow=False)
    try:
        error = limited.one(**step)["error"]
    finally:
        moodle.plugin("capability", role=limited.role, capability=capability, allow=True)
    if capability == "moodle/course:view":
        assert error["code"] == "nocourseaccess"
        assert "moodle/course:view" in error["message"]
    else:
        assert (error["code"], error["detail"]) == ("nocapability", capability)
        assert capability in error["message"]
    assert limited.one(**step)["outcome"] == "done"


def test_the_read_token_reads_and_no_more(
    publishers: Callable[..., Any], publisher: Any, packages: ModuleType, ground: str
) -> None:
    capabilities = [
        "local/scormkit:read",
        "moodle/course:view",
        "moodle/course:viewhiddencourses",
        "webservice/rest:use",
    ]
    reader = publishers(capabilities=capabilities, service="local_scormkit_read")
    assert reader.state(ground)["managed"] is True
    verdict = reader.preview(
        action="update", kind="activity", key=f"{ground}/a", settings={"name": "y"}
    )
    assert verdict["word"] == "settings-only"
    refused = reader.call("apply", steps="[]")
    assert refused["errorcode"] == "accessexception"  # its service doesn't hold the function
    site = reader.call("get_site")
    callable_ = {f["name"] for f in site["functions"] if f["callable"]}
    assert callable_ == {
        f"local_scormkit_{n}" for n in ("get_courses", "get_history", "get_site", "preview")
    }
    weak = publishers(capabilities=capabilities)
    answer = weak.one(
        action="update",
        kind="activity",
        key=f"{ground}/a",
        settings={"name": "y"},
        base=publisher.base(f"{ground}/a"),
    )
    assert answer["error"]["detail"] == "local/scormkit:publish"
    chunk = {"sha256": "0" * 64, "size": 1, "offset": 0, "data": ""}
    assert weak.call("upload", chunks=[chunk])["errorcode"] == "nocapability"


def test_a_role_in_one_category_publishes_there_only(
    publishers: Callable[..., Any], publisher: Any, moodle: Any, ground: str
) -> None:
    category = moodle.plugin("category", name="A mea")["id"]
    mine = publishers(category=category)
    # The web-service protocol is allowed in the whole site, as the recipe says.
    other = publishers(capabilities=["webservice/rest:use"])
    moodle.plugin("assign", role=other.role, user=mine.id)
    here = {"kind": "course", "settings": {"fullname": "x", "categoryid": category}}
    key = "k" + secrets.token_hex(4)
    assert mine.one(action="create", key=key, **here)["outcome"] == "done"
    there = {"kind": "course", "settings": {"fullname": "x", "categoryid": 1}}
    refused = mine.one(action="create", key=f"{key}b", **there)["error"]
    assert (refused["code"], refused["detail"]) == ("nocapability", "local/scormkit:publish")
    (state,) = mine.call("get_courses", courses=[{"key": ground}])
    assert state["problem"] in ("nocourseaccess", "nocapability")
    assert state["items"] == []
    move = mine.one(
        action="update",
        kind="course",
        key=key,
        base=mine.base(key, "course"),
        settings={"categoryid": 1},
    )["error"]
    assert move["code"] == "nocapability"


def test_somebody_elses_upload_and_request_are_not_mine(
    publisher: Any, limited: Any, packages: ModuleType
) -> None:
    key = publisher.course()
    digest = publisher.upload(packages.foreign("A", secrets.token_hex(4)))
    step = {
        "requestid": secrets.token_hex(32),
        "action": "create",
        "kind": "activity",
        "key": f"{key}/a",
        "sha256": digest,
    }
    assert limited.apply(step)[0]["error"]["code"] == "notuploaded"
    assert publisher.apply(step)[0]["outcome"] == "done"
    assert limited.apply(step)[0]["error"]["code"] == "requestreused"


@pytest.mark.parametrize(
    ("step", "code", "detail"),
    [
        ({"action": "create", "kind": "course", "key": "a b"}, "badkey", "a b"),
        ({"action": "create", "kind": "activity", "key": "a"}, "badkey", "a"),
        ({"action": "create", "kind": "section", "key": "a/b@ro"}, "badkey", "a/b@ro"),
        ({"action": "destroy", "kind": "course", "key": "a"}, "badrequest", "action"),
        ({"action": "update", "kind": "course", "key": "a"}, "badrequest", "base"),
        ({"action": "create", "kind": "course", "key": "zz", "colour": 1}, "badrequest", "colour"),
        (
            {"action": "create", "kind": "activity", "key": "nobody/a", "sha256": "x"},
            "notmanaged",
            "nobody",
        ),
        (
            {"action": "create", "kind": "course", "key": "zz", "settings": {"lang": "tlh"}},
            "badsetting",
            "lang",
        ),
        (
            {
                "action": "create",
                "kind": "course",
                "key": "zz",
                "settings": {"fullname": "<b>x</b>"},
            },
            "badsetting",
            "fullname",
        ),
        (
            {"action": "create", "kind": "course", "key": "zz", "settings": {"categoryid": 987654}},
            "nosuchcategory",
            "987654",
        ),
    ],
)
def test_wrong_requests(publisher: Any, step: dict[str, Any], code: str, detail: str) -> None:
    error = publisher.one(**step)["error"]
    assert (error["code"], error["detail"]) == (code, detail)
    assert error["message"]


def test_what_is_off_in_the_site(publisher: Any, packages: ModuleType, moodle: Any) -> None:
    key = publisher.course(completion=False)
    digest = publisher.upload(packages.foreign("A"))
    new = {"action": "create", "kind": "activity", "sha256": digest}
    wanted = {"completion": {"mode": "manual"}}
    error = publisher.one(**new, key=f"{key}/a", settings=wanted)["error"]
    assert (error["code"], error["detail"]) == ("completionoff", "completion")
    publisher.done(**new, key=f"{key}/b")
    moodle.plugin("config", name="enableavailability", value=0)
    try:
        tree = {"op": "&", "c": [{"type": "date", "d": ">=", "t": 1}]}
        error = publisher.one(**new, key=f"{key}/c", settings={"availability": tree})["error"]
        assert error["code"] == "availabilityoff"
    finally:
        moodle.plugin("config", name="enableavailability", value=1)
