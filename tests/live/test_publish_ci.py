"""The pipelines of docs/how-to/ci-examples do on a real Moodle what publish-from-ci.md says."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle"), pytest.mark.timeout(300)]

READ = ("local/scormkit:read", "moodle/course:view", "moodle/course:viewhiddencourses",
        "webservice/rest:use")  # fmt: skip
COURSE = {
    "course.yml": "id: {id}\ntitle: Primăria\nlang: ro\ndescription: Cum lucrează.\n"
    "modules:\n  - {{id: m1, title: Unu, items: [{{lesson: one.md}}]}}\n",
    "one.md": "---\nid: one\ntitle: Unu\n---\nText.\n",
}


@dataclass
class Project:
    """A repository with two courses, its pipeline, and the tokens that its service keeps."""

    folder: Path
    ids: tuple[str, str]
    runner: Any
    read: str
    publish: str
    git: Callable[..., None]

    def change(self, branch: str, name: str, text: str | None) -> None:
        """Commit a file to a branch, which begins where main is; None deletes it."""
        self.git(self.folder, "checkout", "-q", "-B", branch)
        path = self.folder / name
        path.unlink() if text is None else path.write_text(text, "utf-8")
        self.git(self.folder, "add", "-A")
        self.git(self.folder, "commit", "-q", "-m", name)

    def check(self, branch: str) -> Any:
        """Play the job that has no secret."""
        return self.runner.play("check", branch, {})

    def plan(self, branch: str) -> Any:
        """Play the job that may read."""
        return self._safe(self.runner.play("plan", branch, {"SCORMKIT_TOKEN_READ": self.read}))

    def apply(self) -> Any:
        """Play the job that publishes the main branch."""
        kept = {"SCORMKIT_TOKEN_PUBLISH": self.publish}
        return self._safe(self.runner.play("apply", "main", kept))

    def _safe(self, job: Any) -> Any:
        files = [path.read_text("utf-8") for path in job.kept.values()]
        for token in (self.read, self.publish):
            assert token not in "".join([job.said, *files])
        return job


@pytest.fixture(params=["GitHub", "GitLab"])
def project(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    moodle: Any,
    publishers: Callable[..., Any],
    live: Callable[[str], ModuleType],
) -> Project:
    pipelines, folder = live("pipelines"), tmp_path / "repository"
    ids = (f"a{secrets.token_hex(4)}", f"b{secrets.token_hex(4)}")
    for name in ids:
        texts = {file: text.format(id=name) for file, text in COURSE.items()}
        live("packages").source(folder / "courses" / name, texts)
    (folder / "scormkit.toml").write_text(f'[sites.production]\nurl = "{moodle.url}"\n')
    pipelines.git(folder, "init", "-q", "-b", "main")
    reader = publishers(capabilities=READ, service="local_scormkit_read")
    runner = getattr(pipelines, request.param)(folder, tmp_path / "service", {})
    made = Project(folder, ids, runner, reader.token, publishers().token, pipelines.git)
    made.git(folder, "add", "-A")
    made.git(folder, "commit", "-q", "-m", "begin")
    return made


def results(job: Any) -> list[str]:
    report = json.loads(job.kept["published"].read_text("utf-8"))
    return [step["result"] for step in (report["applied"] or {"steps": ()})["steps"]]


def test_a_proposal_is_checked_built_and_planned_and_applied_after_the_merge(
    project: Project, publisher: Any
) -> None:
    name = project.ids[0]
    # Whoever proposes could send the token elsewhere, if the site's address were the proposal's.
    evil = '[sites.production]\nurl = "https://elsewhere.invalid"\n'
    project.change("proposal", "scormkit.toml", evil)
    checked = project.check("proposal")
    assert checked.code == 0, checked.said
    (dist,) = [path for path in checked.kept.values() if path.is_dir()]
    assert {path.name for path in dist.iterdir()} == {
        "report.json", *(f"{one}-1.0.0-scorm-1.2.zip" for one in project.ids)
    }  # fmt: skip
    planned = project.plan("proposal")
    assert planned.code == 0, planned.said
    shown = planned.said + "".join(path.read_text("utf-8") for path in planned.kept.values())
    assert f"{name}/course@ro" in shown
    assert not publisher.state(name)["managed"]
    project.git(project.folder, "checkout", "-q", "main")
    applied = project.apply()
    assert applied.code == 0, applied.said
    assert results(applied) == ["done"] * 4
    assert publisher.item(f"{name}/course@ro")["revision"] == 1
    again = project.apply()
    assert again.code == 0, again.said
    assert results(again) == []  # nothing is left to do


def test_what_is_wrong_ends_its_job(project: Project) -> None:
    first = f"courses/{project.ids[0]}"
    project.change("lockless", f"{first}/course.lock", None)
    assert project.check("lockless").code == 1
    project.git(project.folder, "checkout", "-q", "main")
    project.change("broken", f"{first}/one.md", "---\nid: one\n---\n[x](none.md)\n")
    broken = project.check("broken")
    assert broken.code == 1
    assert "one.md" in broken.said
    assert not broken.kept


def test_a_refused_plan_ends_its_job_and_nothing_is_published(
    project: Project, moodle: Any, publisher: Any
) -> None:
    name = project.ids[0]
    site = f'[sites.production]\nurl = "{moodle.url}"\n'
    project.change(
        "main", "scormkit.toml", f"{site}[sites.production.courses.{name}]\ncourse_id = 9999999\n"
    )
    planned = project.plan("main")
    assert planned.code == 1, planned.said
    assert "9999999" in planned.said
    applied = project.apply()
    assert applied.code == 1, applied.said
    assert not any(publisher.state(one)["managed"] for one in project.ids)


def test_the_token_that_plans_cannot_publish(project: Project, publisher: Any) -> None:
    project.publish = project.read
    applied = project.apply()
    assert applied.code in {1, 4}, applied.said
    assert not publisher.state(project.ids[0])["managed"]
