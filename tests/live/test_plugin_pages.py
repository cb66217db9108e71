"""The administrator's pages of the plugin, over HTTP."""

from __future__ import annotations

import base64
import html
import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle")]

LOGIN = re.compile(r'name="logintoken" value="(\w+)"')
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
NAME, VALUE = re.compile(r'name="([^"]*)"'), re.compile(r'value="([^"]*)"')


class Administrator:
    """A person with a browser, as far as these pages need one."""

    def __init__(self, url: str) -> None:
        self.url = url
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(cookies)
        token = LOGIN.findall(self.get("/login/index.php"))[0]
        answer = self.post("/login/index.php", username="admin", password="admin", logintoken=token)
        assert "loginerrormessage" not in answer

    def get(self, path: str, **fields: object) -> str:
        query = "?" + urllib.parse.urlencode(fields) if fields else ""
        with self._opener.open(self.url + path + query, timeout=120) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **fields: object) -> str:
        data = urllib.parse.urlencode(fields).encode()
        with self._opener.open(self.url + path, data, timeout=120) as answer:
            return str(answer.read().decode())


def fields_of(page: str, marker: str) -> dict[str, str]:
    """Return the hidden fields of the form that has a marker among them."""
    for form in re.findall(r"<form.*?</form>", page, re.S):
        tags = HIDDEN.findall(form)
        fields = {
            NAME.search(t).group(1): html.unescape((VALUE.search(t) or [0, ""])[1])  # type: ignore[union-attr]
            for t in tags
            if NAME.search(t)
        }
        if marker in fields:
            return fields
    raise AssertionError(f"no form with {marker}: {page[:3000]}")


@pytest.fixture(scope="module")
def administrator(moodle: Any) -> Administrator:
    return Administrator(moodle.url)


@pytest.fixture
def key(publisher: Any, packages: ModuleType) -> str:
    """An activity with two revisions."""
    course = publisher.course()
    publisher.activity(f"{course}/a", packages.foreign("A", "unu"), settings={"name": "Ședința"})
    assert publisher.replace(f"{course}/a", packages.foreign("A", "doi"))["outcome"] == "done"
    return f"{course}/a"


def test_the_list_shows_state_and_drift(
    administrator: Administrator, publisher: Any, moodle: Any, key: str
) -> None:
    course = publisher.state(key.split("/", maxsplit=1)[0])["courseid"]
    moodle.plugin(
        "set", table="scorm", column="maxattempt", value=5, course=course, where={"course": course}
    )
    shown = ""
    for number in range(20):
        shown = administrator.get("/local/scormkit/index.php", page=number)
        if key in shown:
            break
    row = re.search(rf"<tr>\s*<td><a[^>]*>{re.escape(key)}</a>.*?</tr>", shown, re.S)
    assert row is not None
    assert "Ședința" in row.group()
    assert "the settings" in row.group()
    assert publisher.item(key)["fingerprint"] in row.group()


def test_rolling_back_needs_a_confirmed_post(
    administrator: Administrator, publisher: Any, key: str
) -> None:
    page = administrator.get("/local/scormkit/item.php", kind="activity", key=key)
    assert page.count("<td>done</td>") == 2
    assert "action=rollback&amp;to=1" in page
    plan = administrator.get(
        "/local/scormkit/item.php", kind="activity", key=key, action="rollback", to=1
    )
    assert "Safe for learners" in plan
    assert publisher.item(key)["revision"] == 2
    fields = fields_of(plan, "requestid")
    administrator.get("/local/scormkit/item.php", **fields)  # a link can't do it
    with pytest.raises(urllib.error.HTTPError):
        administrator.post("/local/scormkit/item.php", **{**fields, "sesskey": "wrong"})
    assert publisher.item(key)["revision"] == 2
    administrator.post("/local/scormkit/item.php", **{**fields, "action": "remove"})
    assert publisher.item(key)["revision"] == 2  # what the pages don't offer can't be posted
    done = administrator.post("/local/scormkit/item.php", **fields)
    assert "Done: revision 3." in done
    assert publisher.item(key)["revision"] == 3
    again = administrator.post("/local/scormkit/item.php", **fields)
    assert "Done: revision 3." in again  # a doubled click
    assert publisher.item(key)["revision"] == 3


def test_a_plan_names_the_settings_and_the_place(
    administrator: Administrator, publisher: Any, key: str
) -> None:
    def plan() -> str:
        return administrator.get(
            "/local/scormkit/item.php", kind="activity", key=key, action="rollback", to=1
        )

    assert "another place" not in plan()
    moved = publisher.one(
        action="update", kind="activity", key=key, base=publisher.base(key),
        settings={"attempts": {"max": 2}}, place={"section": 1},
    )  # fmt: skip
    assert moved["outcome"] == "done", moved["error"]
    shown = plan()
    assert "It moves to another place in the course." in shown
    assert "<code>attempts.max</code>" in shown


def test_a_package_and_its_plan(
    administrator: Administrator, publisher: Any, packages: ModuleType, moodle: Any, key: str
) -> None:
    def upload(package: bytes) -> str:
        draft = moodle.plugin("draft", data=base64.b64encode(package).decode())["itemid"]
        page = administrator.get(
            "/local/scormkit/item.php", kind="activity", key=key, action="upload"
        )
        fields = {**fields_of(page, "_qf__local_scormkit_form_upload_form"), "package": draft}
        return administrator.post("/local/scormkit/item.php", **fields, submitbutton="Upload")

    plan = upload(packages.foreign("A", "trei"))
    assert "Safe for learners" in plan
    assert publisher.item(key)["revision"] == 2
    fields = fields_of(plan, "requestid")
    assert "Done: revision 3." in administrator.post("/local/scormkit/item.php", **fields)
    refused = upload(b"no zip")
    assert "The package was refused" in refused
    assert "notazip" in refused
    assert publisher.item(key)["revision"] == 3


def test_strangers_see_nothing(moodle: Any, key: str) -> None:
    for path in ("index.php", "item.php"):
        address = f"{moodle.url}/local/scormkit/{path}?kind=activity&key={key}"
        with urllib.request.urlopen(address, timeout=120) as answer:
            assert "logintoken" in answer.read().decode()
