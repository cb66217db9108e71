"""The evaluation survey of course_sources/prosto, answered in 29 communities."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scormkit.build import build_package
from scormkit.exporter import load_exporter
from scormkit.lrs.validity import check_statement
from scormkit.results.gather import gather
from scormkit.results.groups import Grouping
from scormkit.results.report import Wish, report
from scormkit.sources import compile_course

SOURCE = Path(__file__).parents[2] / "course_sources" / "prosto"
COURSE = "urn:x-scormkit:prosto"
MUNICIPALITY = "https://programme.example/municipality"
COMMUNITIES = 29

pytestmark = pytest.mark.checkout


@pytest.fixture(scope="module")
def definitions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the xAPI package of the course says of its activities."""
    (course,) = compile_course(SOURCE).courses
    built = build_package(course, load_exporter("xapi"), tmp_path_factory.mktemp("out"))
    with zipfile.ZipFile(built.path) as archive:
        return dict(json.loads(archive.read("activities.json")))


def respondents(definitions: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the statements of two people in each community: what they chose follows a rule."""
    made = []
    for community in range(COMMUNITIES):
        for person in (0, 1):
            answers = {
                "e-zahalom": f"o{4 + person}",
                "e-zastosuiete": f"o{1 + community % 3}",
                "e-sesii": "o1[,]o6",
                "e-zmina": f"Зміна {community}.{person}",
            }
            for name, response in answers.items():
                made.append(said(definitions, community, person, name, response))
    return made


def said(
    definitions: dict[str, Any], community: int, person: int, name: str, response: str
) -> dict[str, Any]:
    (iri,) = [one for one in definitions if one.endswith(f"/interaction/otsinka/{name}")]
    return check_statement(
        {
            "actor": {"account": {"homePage": "https://lms", "name": f"{community}-{person}"}},
            "verb": {"id": "http://adlnet.gov/expapi/verbs/responded"},
            "object": {"id": iri, "definition": definitions[iri]},
            "result": {"response": response},
            "timestamp": f"2023-10-12T15:{community:02}:0{person}Z",
            "context": {
                "contextActivities": {"grouping": [{"id": COURSE}]},
                "extensions": {MUNICIPALITY: f"Громада {community + 1:02}"},
            },
        }
    )


def test_the_report_over_29_communities(definitions: dict[str, Any]) -> None:
    courses = gather(respondents(definitions), Grouping(MUNICIPALITY))
    found = report(courses[COURSE], Wish(least=2, lang="uk"))
    assert found.summary.learners == 2 * COMMUNITIES
    assert [row.name for row in found.groups] == [f"Громада {n:02}" for n in range(1, 30)]
    assert found.hidden == 0
    by_name = {name: (survey, options) for survey, name, options in found.surveys}
    useful, labels = by_name["Наскільки корисною була мініконференція для вашої роботи?"]
    assert [count for _, count in useful.counts] == [0, 0, 0, COMMUNITIES, COMMUNITIES]
    assert useful.mean == pytest.approx(4.5)
    assert labels[-1] == "дуже корисна"
    assert all(row.means == (4.5,) for row in found.groups)
    plans, options = by_name["Чи плануєте ви застосувати те, що дізналися?"]
    # 29 communities over three answers: 10, 10 and 9 of them, two people each
    assert dict(zip(options, (count for _, count in plans.counts), strict=True)) == {
        "Так, уже почали": 20,
        "Так, протягом трьох місяців": 20,
        "Так, але потрібна допомога": 18,
        "Поки що ні": 0,
    }
    sessions, _ = by_name["Які сесії дали вам найбільше?"]
    assert [count for _, count in sessions.counts] == [58, 0, 0, 0, 0, 58, 0]
    assert all(survey.mean is None for survey, name, _ in found.surveys if "сесії" in name)


def test_by_default_two_people_are_too_few_to_be_shown(definitions: dict[str, Any]) -> None:
    courses = gather(respondents(definitions), Grouping(MUNICIPALITY))
    found = report(courses[COURSE], Wish(lang="uk"))
    assert found.groups == []
    assert found.hidden == 2 * COMMUNITIES
    assert {row.group for row in found.rows} == {""}
