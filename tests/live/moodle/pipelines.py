"""The pipelines of docs/how-to/ci-examples, played as GitHub and GitLab play them.

Only what needs their machines is stood in for: fetching the commit, installing Python and
scormkit, and keeping artifacts. Every command of ours runs in the shell that they would use.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

EXAMPLES = Path(__file__).parents[3] / "docs" / "how-to" / "ci-examples"
GITHUB_SHELLS = {
    None: ["bash", "-e", "-c"],
    "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"],
}
GITLAB_SHELL = ["bash", "-eo", "pipefail", "-c"]


def git(folder: Path, *words: str) -> None:
    """Run git, as nobody in particular."""
    who = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@dataclass
class Job:
    """A job that ran: how it ended, what it said, and what it left to be kept."""

    code: int = 0
    said: str = ""
    kept: dict[str, Path] = field(default_factory=dict)


class Runner:
    """Plays jobs in fresh clones of ``repository``; ``variables`` are what the service sets."""

    def __init__(self, repository: Path, scratch: Path, variables: Mapping[str, str]) -> None:
        self.repository, self.scratch, self.variables = repository, scratch, dict(variables)
        self._played = 0
        self._programs = scratch / "programs"
        self._programs.mkdir(parents=True)
        # Installing is not ours; that it was asked for is.
        self._program(
            "pip", 'case "$*" in "install scormkit"|"install --quiet scormkit") ;; *) exit 9;; esac'
        )
        self._program("scormkit", f'exec "{sys.executable}" -m scormkit "$@"')

    def _program(self, name: str, line: str) -> None:
        (self._programs / name).write_text(f"#!/bin/sh\n{line}\n")
        (self._programs / name).chmod(0o755)

    def _workspace(self) -> Path:
        self._played += 1
        return self.scratch / f"job{self._played}"

    def clone(self, into: Path, branch: str) -> None:
        """Fetch a branch, as checking out does."""
        git(self.scratch, "clone", "-q", "-b", branch, str(self.repository), str(into))

    def shell(
        self, words: list[str], script: str, folder: Path, job: Job, more: Mapping[str, str]
    ) -> None:
        """Run a script; its end and what it says go to the job."""
        clean = {k: v for k, v in os.environ.items() if not k.startswith("SCORMKIT_TOKEN")}
        path = f"{self._programs}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [*words, script], cwd=folder, env={**clean, **self.variables, **more, "PATH": path},
            text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        job.said += done.stdout
        job.code = job.code or done.returncode


class GitHub(Runner):
    """Plays a job of github-actions.yml for a pull request from ``head`` into ``main``."""

    def play(self, name: str, head: str, secrets: Mapping[str, str]) -> Job:
        """Play a job of a branch, with the secrets of its environment."""
        workflow = yaml.safe_load((EXAMPLES / "github-actions.yml").read_text("utf-8"))
        workspace, job = self._workspace(), Job()
        summary = self.scratch / f"{workspace.name}-summary"
        self.variables["GITHUB_STEP_SUMMARY"] = str(summary)
        for step in workflow["jobs"][name]["steps"]:
            if job.code == 0 or step.get("if") == "always()":
                self._step(step, workspace, job, {"head": head, **secrets})
        if summary.exists():
            job.kept["summary"] = summary
        return job

    def _step(
        self, step: dict[str, Any], workspace: Path, job: Job, known: Mapping[str, str]
    ) -> None:
        given = step.get("with", {})
        match step.get("uses", "run").partition("@")[0]:
            case "run":
                env = {name: _value(value, known) for name, value in step.get("env", {}).items()}
                self.shell(GITHUB_SHELLS[step.get("shell")], step["run"], workspace, job, env)
            case "actions/checkout":
                assert given["persist-credentials"] is False
                branch = _value(given.get("ref", known["head"]), known)
                self.clone(workspace / given.get("path", "."), branch)
            case "actions/upload-artifact":
                path = workspace / given["path"]
                assert path.exists() or given.get("if-no-files-found") == "ignore", path
                job.kept.update({given["name"]: path} if path.exists() else {})
            case other:
                assert other == "actions/setup-python"


def _value(text: str, known: Mapping[str, str]) -> str:
    known = {**known, "github.base_ref": "main"}
    return re.sub(r"\$\{\{ (?:secrets\.)?(\S+) \}\}", lambda found: known.get(found[1], ""), text)


class GitLab(Runner):
    """Plays a job of gitlab-ci.yml for a merge request into ``main``."""

    def play(self, name: str, head: str, secrets: Mapping[str, str]) -> Job:
        """Play a job of a branch, with the variables of its environment."""
        pipeline = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text("utf-8"))
        workspace, job, one = self._workspace(), Job(), pipeline[name]
        self.clone(workspace, head)
        before = one.get("before_script", pipeline["default"]["before_script"])
        script = "\n".join([*before, *one["script"]])
        target = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
        self.shell(GITLAB_SHELL, script, workspace, job, {**target, **secrets})
        for path in self._artifacts(one.get("artifacts", {}), workspace, job):
            job.kept[path.name.removesuffix(".json")] = path
        return job

    def _artifacts(self, declared: dict[str, Any], folder: Path, job: Job) -> Iterator[Path]:
        if job.code == 0 or declared.get("when") == "always":
            for name in declared.get("paths", ()):
                assert job.code or (folder / name).exists(), name
                if (folder / name).exists():
                    yield folder / name
