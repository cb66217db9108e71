"""The pipelines in docs/how-to/ci-examples keep secrets away from what outsiders wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "ci-examples"
TOKENS = {"SCORMKIT_TOKEN_READ", "SCORMKIT_TOKEN_PUBLISH"}

pytestmark = pytest.mark.checkout


def pipeline(name: str) -> dict[Any, Any]:
    made: dict[Any, Any] = yaml.safe_load((EXAMPLES / name).read_text("utf-8"))
    return made


def tokens(job: Any) -> set[str]:
    text = json.dumps(job)
    return {token for token in TOKENS if token in text}


@pytest.mark.parametrize("name", ["github-actions.yml", "gitlab-ci.yml"])
def test_each_job_sees_the_token_that_it_needs_and_no_other(name: str) -> None:
    whole = pipeline(name)
    jobs = whole.get("jobs", whole)
    assert tokens(jobs["check"]) == set()
    assert tokens(jobs["plan"]) == {"SCORMKIT_TOKEN_READ"}
    assert tokens(jobs["apply"]) == {"SCORMKIT_TOKEN_PUBLISH"}
    rest = {key: value for key, value in whole.items() if value not in jobs.values()}
    assert tokens([value for key, value in rest.items() if key != "jobs"]) == set()


def test_github_plans_for_its_own_branches_and_applies_what_was_merged() -> None:
    workflow = pipeline("github-actions.yml")
    jobs = workflow["jobs"]
    assert set(workflow[True]) == {"pull_request", "push"}  # YAML reads `on` as true
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert workflow["permissions"] == {"contents": "read"}
    assert "head.repo.full_name == github.repository" in jobs["plan"]["if"]
    assert jobs["apply"]["if"] == "github.event_name == 'push'"
    assert jobs["apply"]["concurrency"]["cancel-in-progress"] is False
    assert {"plan", "production"} == {jobs["plan"]["environment"], jobs["apply"]["environment"]}


def test_gitlab_plans_for_its_own_branches_and_applies_what_was_merged() -> None:
    jobs = pipeline("gitlab-ci.yml")
    (plan,) = jobs["plan"]["rules"]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in plan["if"]
    assert jobs["apply"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert jobs["apply"]["resource_group"]
