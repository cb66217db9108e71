"""Results: numbers held against values that were computed by hand, and a page that is safe."""

from __future__ import annotations

import csv
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scormkit import results
from scormkit.cli.app import app
from scormkit.errors import LrsError
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.statements import keep
from scormkit.lrs.validity import check_statement
from scormkit.results.durations import seconds_of, shown
from scormkit.results.gather import gather
from scormkit.results.groups import Grouping, read_table
from scormkit.results.labels import labels
from scormkit.results.report import Wish, report
from scormkit.results.statistics import correlation, items, summary
from scormkit.results.surveys import survey, surveys
from scormkit.results.tables import safe

VERBS = "http://adlnet.gov/expapi/verbs/"
COURSE = "urn:x-scormkit:prosto"
PART = f"{COURSE}/au/course-prosto"
EVIL = '<script>alert("1")</script>'


def said(who: str, verb: str, thing: str, **more: Any) -> dict[str, Any]:
    """Return a statement as our packages make it."""
    result, definition = more.pop("result", None), more.pop("definition", None)
    made = {
        "actor": {"name": f"Name {who}", "account": {"homePage": "https://lms", "name": who}},
        "verb": {"id": VERBS + verb},
        "object": {"id": thing, **({"definition": definition} if definition else {})},
        "context": {"contextActivities": {"grouping": [{"id": COURSE}, {"id": PART}]}},
        **({"result": result} if result else {}),
    }
    made["context"] |= more.pop("context", {})
    return check_statement({"timestamp": "2026-10-12T10:00:00Z", **made, **more})


def answered(who: str, question: str, credit: float | None, response: str = "o1", **more: Any):
    result: dict[str, Any] = {"response": response}
    if credit is not None:
        result |= {"success": credit == 1, "score": {"scaled": credit}}
    definition = {"description": {"uk": f"Запитання {question}?"}, "interactionType": "choice"}
    thing = f"{COURSE}/interaction/{question}"
    return said(who, "responded", thing, result=result, definition=definition | more)


def one_course(statements, grouping: Grouping | None = None):
    (course,) = gather(statements, grouping or Grouping()).values()
    return course


# The first answers of five learners: q1 1 1 1 0 0, q2 1 1 0 1 0, q3 0 1 1 0 0.
TABLE = {"a": (1, 1, 0), "b": (1, 1, 1), "c": (1, 0, 1), "d": (0, 1, 0), "e": (0, 0, 0)}


def table():
    return [
        answered(who, f"q{at}", float(credit))
        for who, credits_ in TABLE.items()
        for at, credit in enumerate(credits_, 1)
    ]


def test_difficulty_and_discrimination_as_computed_by_hand() -> None:
    found = {item.question[-2:]: item for item in items(one_course(table()))}
    assert found["q1"].difficulty == pytest.approx(0.6)
    assert found["q2"].difficulty == pytest.approx(0.6)
    assert found["q3"].difficulty == pytest.approx(0.4)
    # q1 with the mean of q2 and q3 (0.5 1 0.5 0.5 0): the means are 0.6 and 0.5, the sum of
    # the products 0.5, the sums of the squares 1.2 and 0.5; 0.5 / sqrt(0.6) = 0.6455
    assert found["q1"].discrimination == pytest.approx(0.645497, abs=1e-6)
    # q2 with (0.5 1 1 0 0): products (1-.6)*0 + .4*.5 + -.6*.5 + .4*-.5 + -.6*-.5 = 0
    assert found["q2"].discrimination == pytest.approx(0.0, abs=1e-12)
    # q3 with (1 1 0.5 0.5 0): mean 0.6; products -.16 +.24 -.06 +.04 +.24 = 0.3; squares 1.2, 0.7
    assert found["q3"].discrimination == pytest.approx(0.327327, abs=1e-6)


def test_only_the_first_answer_counts() -> None:
    again = [*table(), answered("e", "q1", 1.0) | {"timestamp": "2026-10-12T12:00:00Z"}]
    assert {item.difficulty for item in items(one_course(again))} == {0.4, 0.6}
    early = [*table(), answered("e", "q1", 1.0) | {"timestamp": "2026-10-12T09:00:00Z"}]
    assert 0.8 in {item.difficulty for item in items(one_course(early))}


def test_correlation_where_there_is_none() -> None:
    assert correlation([1, 0], [0, 1]) is None
    assert correlation([1, 1, 1], [0, 1, 0]) is None
    assert correlation([0, 1, 2], [5, 3, 1]) == pytest.approx(-1.0)


def test_a_question_that_all_get_right_has_no_discrimination() -> None:
    made = [answered(who, "q1", 1.0) for who in "abc"] + [answered("a", "q2", 0.0)]
    (hard, easy) = items(one_course(made))
    assert (hard.difficulty, easy.difficulty) == (0.0, 1.0)
    assert easy.discrimination is None


def test_status_score_and_time() -> None:
    score = {"score": {"scaled": 0.5}}
    made = [
        said("a", "initialized", PART),
        said("a", "failed", PART, result={"success": False, **score}),
        said("a", "suspended", PART, result={"duration": "PT10M"}),
        said("a", "completed", PART, result={"completion": True}),
        said("a", "passed", PART, result={"success": True, "score": {"scaled": 0.9}}),
        said("a", "terminated", PART, result={"duration": "PT1H5M30S"}),
        said("b", "failed", PART, result={"success": False, **score}),
        said("c", "completed", PART),
        said("d", "experienced", f"{COURSE}/page/start"),
        said("d", "passed", f"{COURSE}/page/quiz", result={"score": {"scaled": 1}}),
    ]
    course = one_course(made)
    rows = {row.learner: row for row in report(course, Wish(names=True, least=1)).rows}
    assert {name[-1]: row.status for name, row in rows.items()} == {
        "a": "passed", "b": "failed", "c": "completed", "d": "incomplete",
    }  # fmt: skip
    assert rows["Name a"].score == 0.9
    assert rows["Name a"].seconds == 600 + 3930
    assert rows["Name d"].score is None
    all_ = summary(course, course.records.values())
    assert all_.completion == 0.5
    assert all_.mean_score == pytest.approx(0.7)
    assert all_.mean_seconds == 4530


def test_cmi5_names_the_part_in_its_grouping() -> None:
    made = [
        said("a", "passed", "urn:uuid:0c45d9e8-1e25-5ef4-bfd4-790dc306b246"),
        said("b", "initialized", "urn:uuid:1c45d9e8-1e25-5ef4-bfd4-790dc306b246"),
    ]
    made[0]["object"]["definition"] = {"name": {"und": "Мініконференція"}}
    course = one_course(made)
    assert report(course, Wish(lang="uk")).title == "Мініконференція"
    assert course.parts == {PART}
    assert [course.status(record) for record in course.records.values()] == [
        "passed",
        "incomplete",
    ]


def test_a_course_under_an_organisation_s_own_address() -> None:
    """The report is the same, also where an LMS of cmi5 puts groups of its own around."""
    base = "https://learn.example.org/xapi/prosto"
    passed = said("a", "passed", PART, result={"score": {"scaled": 0.8}})
    page = said("a", "completed", f"{COURSE}/page/final", result={"score": {"scaled": 0.2}})
    text = json.dumps([*table(), page, passed]).replace(COURSE, base)
    theirs = {"id": "https://lms.example.org/course/7"}
    statements = json.loads(text)
    for one in statements:
        around = one["context"]["contextActivities"]["grouping"]
        around.insert(0, theirs)
    course = one_course(statements)
    assert course.id == base
    assert course.parts == {f"{base}/au/course-prosto"}
    assert next(iter(course.records.values())).score == 0.8
    assert len(course.questions) == 3


def test_all_parts_are_due() -> None:
    other = f"{COURSE}/au/module-m2"

    def of(who: str, verb: str, part: str):
        around = {"grouping": [{"id": COURSE}, {"id": part}]}
        return said(who, verb, part, context={"contextActivities": around})

    course = one_course([of("a", "completed", PART), of("b", "completed", PART),
                         of("b", "completed", other)])  # fmt: skip
    assert [course.status(one) for one in course.records.values()] == ["incomplete", "completed"]


def test_other_tools_are_understood() -> None:
    thing = "https://other.example/course"
    made = said("a", "passed", thing, result={"score": {"scaled": 0.8}})
    made["context"] = {}
    course = one_course([made])
    assert course.id == thing
    assert [course.status(one) for one in course.records.values()] == ["passed"]


SCALE = {
    "interactionType": "likert",
    "scale": [{"id": f"o{n}", "description": {"uk": word}} for n, word in
              enumerate(["зовсім ні", "радше ні", "радше так", "так"], 1)],
}  # fmt: skip


def test_a_survey_is_counted_and_averaged() -> None:
    made = [answered(who, "s1", None, f"o{n}", **SCALE) for who, n in zip("abcd", [4, 4, 3, 1],
            strict=True)]  # fmt: skip
    made += [answered(who, "s2", None, text, interactionType="long-fill-in")
             for who, text in (("a", "Дякую"), ("b", "  "), ("c", "Більше практики"))]  # fmt: skip
    made += [answered("a", "s3", None, "o1[,]o3"), answered("b", "s3", None, "o3")]
    course = one_course(made)
    scale, open_, several = (survey(q, course.records.values()) for q in surveys(course))
    assert scale.counts == [("o1", 1), ("o2", 0), ("o3", 1), ("o4", 2)]
    assert scale.mean == pytest.approx(3.0)
    assert open_.texts == ["Більше практики", "Дякую"]
    assert several.counts == [("o1", 1), ("o3", 2)]
    assert several.mean is None
    assert items(course) == []
    shown_ = report(course, Wish(lang="uk")).surveys[0]
    assert shown_[1:] == ("Запитання s1?", ["зовсім ні", "радше ні", "радше так", "так"])


GROUPS = {"a": "Ізюм", "b": "Ізюм", "c": "Балаклія", "d": "Ізюм", "e": "Лиман"}


def test_small_groups_are_not_shown() -> None:
    course = one_course(table(), Grouping(table=GROUPS))
    found = report(course, Wish(least=3))
    assert [(row.name, row.summary.learners) for row in found.groups] == [("Ізюм", 3)]
    assert found.hidden == 2
    assert sorted(row.group for row in found.rows) == ["", "", "Ізюм", "Ізюм", "Ізюм"]
    assert not any("Name" in row.learner for row in found.rows)


@pytest.mark.parametrize(
    ("by", "changes", "group"),
    [
        ("homePage", {}, "https://lms"),
        ("domain", {"actor": {"mbox": "mailto:a@Izium.example"}}, "izium.example"),
        ("platform", {"context": {"platform": "Moodle"}}, "Moodle"),
        ("team", {"context": {"team": {"objectType": "Group", "name": "ЦНАП",
                                       "member": [{"mbox": "mailto:a@b.c"}]}}}, "ЦНАП"),
        ("https://x.example/m", {"context": {"extensions": {"https://x.example/m": "Бахмут"}}},
         "Бахмут"),
        ("", {}, ""),
    ],
)  # fmt: skip
def test_what_groups_are_found_by(by: str, changes: dict[str, Any], group: str) -> None:
    assert Grouping(by).of(said("a", "passed", PART, **changes)) == group


@pytest.mark.parametrize("text", ["learner,group\nana,Ізюм\n", "\ufeffучасник;громада\nANA; Ізюм"])
def test_a_table_of_groups(tmp_path: Path, text: str) -> None:
    path = tmp_path / "groups.csv"
    path.write_text(text, "utf-8")
    assert Grouping(table=read_table(path)).of(said("ana", "passed", PART)) == "Ізюм"


def test_a_table_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("learner\nana\n")
    with pytest.raises(LrsError, match="a learner and a group"):
        read_table(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(LrsError, match="UTF-8"):
        read_table(path)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("PT1H2M3.5S", 3723.5), ("P1DT1S", 86401), ("P2W", 1209600), ("", 0), ("PT1.2.3S", 0)],
)
def test_durations(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


def test_time_as_people_read_it() -> None:
    assert (shown(3900), shown(59), shown(None)) == ("1:05", "0:01", "")


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-2", "@x", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe(-2) == -2
    assert safe("a=1") == "a=1"


class Tags(HTMLParser):
    """Collects tags, attributes and whether each plot has a label."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture
def statements(tmp_path: Path) -> Path:
    """A file of statements, one with markup in every text that a learner or author writes."""
    path = tmp_path / "lrs.sqlite"
    evil = said("x", "completed", PART, result={"completion": True})
    evil["actor"]["name"] = EVIL
    evil["object"]["definition"] = {"name": {"uk": EVIL}}
    written = answered("x", "s2", None, EVIL, interactionType="long-fill-in")
    written["object"]["definition"]["description"] = {"uk": EVIL}
    formula = answered("y", "s2", None, "=HYPERLINK(1)", interactionType="long-fill-in")
    made = [*table(), evil, written, formula,
            *(answered(w, "s1", None, "o4", **SCALE) for w in "abc")]  # fmt: skip
    keep(Database(path), made, [], {"mbox": "mailto:lrs@example.org"})
    return path


def run(*arguments: object, code: int = 0):
    result = CliRunner().invoke(app, ["results", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def test_the_page_is_safe_and_self_contained(statements: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    groups = tmp_path / "groups.csv"
    groups.write_text("who,where\na,<b>Ізюм\nb,<b>Ізюм\n", "utf-8")
    result = run("--from", statements, "-o", out, "--names", "--groups", groups, "--lang", "uk")
    assert result.stdout.strip() == str(out / "results.html")
    text = (out / "results.html").read_text("utf-8")
    tags = Tags()
    tags.feed(text)
    names = {tag for tag, _ in tags.seen}
    assert "script" not in names
    assert "b" not in names
    assert "&lt;script&gt;" in text
    addresses = [v for _, a in tags.seen for k, v in a.items() if k in {"src", "href"}]
    assert addresses == ["data:,"]
    plots = [attributes for tag, attributes in tags.seen if tag == "svg"]
    assert len(plots) >= 4
    assert all(one["role"] == "img" and one["aria-label"] for one in plots)
    assert "Результати" in text
    assert "0,65" in text
    assert str(statements.parent) not in text


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_the_tables_are_for_spreadsheets(statements: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    run("--from", statements, "-o", out)
    raw = (out / "survey.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert any(row["text"] == "'=HYPERLINK(1)" for row in rows_of(out / "survey.csv"))
    questions = rows_of(out / "questions.csv")
    assert [row["difficulty_p"] for row in questions] == ["0.4", "0.6", "0.6"]
    learners = rows_of(out / "learners.csv")
    assert len(learners) == 7
    assert all(row["learner"].isdigit() for row in learners)


def test_what_the_command_refuses(statements: Path, tmp_path: Path) -> None:
    assert "no such file" in run("--from", tmp_path / "none.sqlite", code=1).stderr
    assert "there are: urn:x-scormkit:prosto" in run("--from", statements, "--course", "x",
                                                     code=1).stderr  # fmt: skip
    assert "--group-by" in run("--from", statements, "--group-by", "town", code=2).stderr
    assert "SCORMKIT_LRS_KEY" in run("--from", "https://lrs.example/xapi", code=1).stderr
    assert "timestamp" in run("--from", statements, "--since", "monday", code=1).stderr
    assert not (tmp_path / "results").exists()


def test_one_course_and_a_time(statements: Path, tmp_path: Path) -> None:
    out = ("-o", tmp_path / "out")
    assert "1 course, 7 learners" in run("--from", statements, "--course", "prosto", *out).stderr
    late = run("--from", statements, "--since", "2199-01-01T00:00:00Z", *out)
    assert "0 courses" in late.stderr
    assert "nothing to show" in (tmp_path / "out" / "results.html").read_text("utf-8")


def test_a_course_is_named_by_its_id_whatever_its_address(tmp_path: Path) -> None:
    text = json.dumps(table()).replace(COURSE, "https://learn.example.org/xapi/prosto")
    path = tmp_path / "lrs.sqlite"
    keep(Database(path), json.loads(text), [], {"mbox": "mailto:lrs@example.org"})
    out = ("-o", tmp_path / "out")
    assert "1 course, 5 learners" in run("--from", path, "--course", "prosto", *out).stderr


def test_the_report_has_all_words_in_each_language() -> None:
    path = Path(results.__file__).parent / "templates" / "labels.json"
    languages = json.loads(path.read_text("utf-8"))
    assert set(languages) == {"en", "ro", "ru", "sq", "uk"}
    for lang, words in languages.items():
        assert words.keys() == languages["en"].keys(), lang
        assert all(words.values()), lang
    assert labels("ro-MD")["title"] == "Rezultate"
    assert labels("de")["title"] == "Results"
