"""scormkit.toml: found, read strictly, and its settings put over each other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.errors import SiteError, SourceProblems
from scormkit.publish.config import load_sites
from scormkit.publish.settings import ActivitySettings, Grade, over
from scormkit.publish.toml_lines import line_of, lines_of

TOKEN = "0123456789abcdef0123456789abcdef"
WHOLE = """\
[sites.staging]
kind = "moodle"
url = "https://moodle.example.org/lms/"
category = 3
time_zone = "Europe/Chisinau"
activity.completion = {status = ["passed"], score = 70}
activity.grade = 80
activity.visible = "stealth"

[sites.staging.courses."apl-system"]
course_id = 12
section = "m1"
visible = false
opens = 2026-12-01T08:00:00
closes = 2027-01-31
grade = {pass = 50, method = "average"}
attempts = 3

[sites.staging.courses."apl-system".course]
fullname = "Sistemul"
startdate = 2026-12-01T00:00:00+02:00
gradebook = {name = "Note"}

[sites.staging.courses."apl-system".sections.m1]
name = "Modulul 1"

[sites.staging.courses."apl-system".activities]
"course@ro" = {name = "Cursul", display = {window = "new"}}

[sites.local]
url = "http://127.0.0.1:8080"
"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scormkit.toml").write_text(text, "utf-8")
    return folder


def problems(folder: Path, text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(SourceProblems) as caught:
        load_sites(write(folder, text))
    return [(one.line, one.code, one.message) for one in caught.value.problems]


def test_every_setting_reaches_its_activity(tmp_path: Path) -> None:
    site = load_sites(write(tmp_path, WHOLE)).site("staging")
    assert (site.url, site.category) == ("https://moodle.example.org/lms", 3)
    assert site.place("apl-system").course_id == 12
    assert site.place("apl-system").section == "m1"
    assert site.activity_settings("apl-system/course@ro").wire() == {
        "name": "Cursul",
        "visible": False,
        "opens": 1796104800,
        "closes": 1801346400,
        "completion": {
            "mode": "automatic",
            "view": False,
            "status": ["passed"],
            "allscos": False,
            "score": 70,
            "expected": 0,
        },
        "grade": {"max": 80, "pass": 50, "method": "average"},
        "attempts": {"max": 3},
        "display": {"window": "new"},
    }
    assert site.course_settings("apl-system").wire() == {
        "categoryid": 3,
        "fullname": "Sistemul",
        "startdate": 1796076000,
        "gradebook": {"name": "Note", "aggregation": "weighted"},
    }
    assert site.section_settings("apl-system/m1").wire() == {"name": "Modulul 1"}
    assert site.activity_settings("other/course").wire()["visible"] == "stealth"


def test_the_site_wins_over_the_course(tmp_path: Path) -> None:
    site = load_sites(write(tmp_path, WHOLE)).site("staging")
    source = ActivitySettings.model_validate({"visible": True, "intro": "A", "grade": "sum 10"})
    made = site.activity_settings("other/course", source).wire()
    assert made["visible"] == "stealth"
    assert made["intro"] == "A"
    assert made["grade"] == {"method": "sum", "max": 80}


def test_found_from_the_folder_upward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, WHOLE)
    below = tmp_path / "courses" / "one"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    found = load_sites(Path())
    assert found.path == Path("../../scormkit.toml")
    assert set(found.sites) == {"staging", "local"}
    write(tmp_path / "courses", '[sites.near]\nurl = "https://near.example.org"\n')
    assert set(load_sites(Path()).sites) == {"near"}


def test_a_site_that_is_not_there_is_answered_with_the_nearest(tmp_path: Path) -> None:
    found = load_sites(write(tmp_path, WHOLE))
    with pytest.raises(SiteError, match="did you mean 'staging'"):
        found.site("stagign")
    with pytest.raises(SiteError, match="it has: staging, local"):
        found.site("xyz")


URL = '[sites.s]\nurl = "https://moodle.example.org"\n'


@pytest.mark.parametrize(
    ("text", "line", "code", "said"),
    [
        ("", 0, "SK4006", "has no site"),
        ("sites = 3\n", 1, "SK4007", "table of tables"),
        ("a = = 3\n", 1, "SK4002", "is not TOML"),
        ("[sites.s]\nkind = 'moodle'\n", 1, "SK4006", "`url` is missing"),
        ("[sites.s]\nurl = 3\n", 2, "SK4007", "must be a text"),
        ("[sites.s]\nurl = 'moodle.example.org'\n", 2, "SK4005", "must be an address"),
        ("[sites.s]\nurl = 'http://moodle.example.org'\n", 2, "SK4005", "https://"),
        ("[sites.s]\nurl = 'https://a:geheim@x.example.org'\n", 2, "SK4005", "password"),
        ("[sites.s]\nurl = 'https://x.example.org?key=geheim'\n", 2, "SK4005", "before the ?"),
        (URL + "kind = 'canvas'\n", 3, "SK4007", "'moodle'"),
        (URL + "categry = 1\n", 3, "SK4003", "did you mean `category`"),
        (URL + "category = '1'\n", 3, "SK4007", "integer"),
        (URL + "category = -1\n", 3, "SK4007", "greater than or equal to 0"),
        (URL + "time_zone = 'Mars/Base'\n", 3, "SK4007", "Europe/Chisinau"),
        (URL + "activity.grade = 'best'\n", 3, "SK4007", "highest, average"),
        (URL + "activity.grade = {pass = 200}\n", 3, "SK4007", "less than or equal to 100"),
        (URL + "activity.grade = {pas = 20}\n", 3, "SK4003", "did you mean `pass`"),
        (URL + "activity.completion = 'done'\n", 3, "SK4007", "passed, completed"),
        (URL + "activity.visible = 'maybe'\n", 3, "SK4007", "stealth"),
        (URL + "activity.attempts = 7\n", 3, "SK4007", "less than or equal to 6"),
        (URL + "activity.opens = 2026-12-01\n", 3, "SK4007", "time_zone"),
        (URL + "activity.opens = 'soon'\n", 3, "SK4007", "2026-12-01T08:00:00+02:00"),
        (URL + "activity = 3\n", 3, "SK4007", "must be a table"),
        (URL + "[sites.s.courses.c]\ncourse_id = true\n", 4, "SK4007", "integer"),
        (URL + "[sites.s.courses.c]\nsectoin = 1\n", 4, "SK4003", "did you mean `section`"),
        (URL + "[sites.s.courses.c]\nsection = [1]\n", 4, "SK4007", "key of a section"),
        (URL + "[sites.s.courses.'a b']\n", 3, "SK4007", "can't be a name"),
        (URL + "[sites.s.courses.c.activities]\n'a@b@c' = {}\n", 4, "SK4007", "can't be a name"),
        (URL + "[sites.s.courses.c.course]\nformat = 1\n", 4, "SK4007", "string"),
        ("[sites.'s s']\nurl = 'https://moodle.example.org'\n", 1, "SK4007", "can't be a name"),
        (URL + "[sites.a_b]\nurl = 'https://a.org'\n[sites.a-b]\nurl = 'https://b.org'\n",
         5, "SK4008", "SCORMKIT_TOKEN_A_B"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_line_and_its_words(
    tmp_path: Path, text: str, line: int, code: str, said: str
) -> None:
    found = problems(tmp_path, text)
    assert any(
        one_line == line and one_code == code and said in message
        for one_line, one_code, message in found
    ), found
    assert "geheim" not in str(found)


@pytest.mark.parametrize(
    "text",
    [
        URL + f"token = '{TOKEN}'\n",
        URL + "password = 'geheim'\n",
        URL + "category = {wstoken = 'geheim'}\n",
        f"[sites.s]\nurl = 'https://moodle.example.org/?wstoken={TOKEN}'\n",
        f"[sites.s]\nurl = 'https://moodle.example.org/{TOKEN}'\n",
        URL + f"activity.name = '{TOKEN}'\n",
        URL + f"[sites.s.courses.c]\napi_key = '{TOKEN}'\n",
        f"[sites]\ntoken = '{TOKEN}'\n",
        f"token = '{TOKEN}'\n" + URL,
    ],
)
def test_a_secret_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    found = problems(tmp_path, text)
    assert "SK4004" in {code for _, code, _ in found}
    assert TOKEN not in str(found)
    assert "geheim" not in str(found)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "site = 3\n[sites.s]\nulr = 1\ncategory = 'x'\n")
    assert {code for _, code, _ in found} == {"SK4003", "SK4006", "SK4007"}
    assert len(found) == 4


def test_no_file_and_files_that_are_no_text(tmp_path: Path) -> None:
    for data, code in ((b"\xff\xfe", "SK4002"), (b"#" * (1 << 21), "SK4002")):
        (tmp_path / "scormkit.toml").write_bytes(data)
        with pytest.raises(SourceProblems) as caught:
            load_sites(tmp_path)
        assert caught.value.problems[0].code == code
    (tmp_path / "scormkit.toml").unlink()
    with pytest.raises(SourceProblems) as caught:
        load_sites(tmp_path)
    assert caught.value.problems[0].code == "SK4001"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
)
KEYS = st.sampled_from(["url", "kind", "category", "activity", "course", "courses", "token", "x"])


@given(table=st.dictionaries(KEYS, JSON))
def test_no_table_breaks_the_reader(table: dict[str, Any]) -> None:
    from scormkit.publish.site_reader import SiteReader  # noqa: PLC0415

    reader = SiteReader("scormkit.toml", {})
    made = reader.sites({"sites": {"s": table}})
    assert bool(made) != bool(reader.problems)


def test_lines_of_keys_in_all_their_forms() -> None:
    text = '# [no]\n[a."b.c"]\nd.e = 1\n"f g" = { h = 2 }\n[[i]]\nj = """\n[x]\n"""\n'
    lines = lines_of(text)
    tomllib.loads(text)
    assert lines["a", "b.c"] == 2
    assert lines["a", "b.c", "d", "e"] == 3
    assert line_of(lines, ("a", "b.c", "f g", "h")) == 4
    assert lines["i", "j"] == 6
    assert line_of(lines, ("nothing",)) == 0


def test_each_key_of_a_grade_by_itself() -> None:
    below = ActivitySettings(grade=Grade(method="sum", max=10))
    above = ActivitySettings.model_validate({"grade": {"pass": None}})
    made = over(below, above).wire()
    assert made == {"grade": {"method": "sum", "max": 10, "pass": None}}
    assert below.wire() == {"grade": {"method": "sum", "max": 10}}
