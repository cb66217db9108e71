"""Packages of another tool, made by hand, and a running preview."""

import io
import json
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scormkit import preview

MANIFEST_12 = """<?xml version="1.0"?>
<manifest identifier="foreign" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>A foreign course</title>
    <item identifier="one" identifierref="r1" parameters="?mode=1"><title>Part one</title>
      <adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>hello</adlcp:datafromlms>
    </item>
    <item identifier="two" identifierref="r2"><title>Part two</title></item>
    <item identifier="head"><title>No content</title></item>
  </organization></organizations>
  <resources xml:base="content/">
    <resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="page.html"/>
    <resource identifier="r2" type="webcontent" adlcp:scormtype="sco" href="page.html"/>
  </resources>
</manifest>"""
MANIFEST_2004 = """<?xml version="1.0"?>
<manifest identifier="foreign4" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>Foreign 2004</title>
    <item identifier="one" identifierref="r1"><title>One</title>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>
      <imsss:sequencing><imsss:objectives>
        <imsss:primaryObjective objectiveID="main" satisfiedByMeasure="true">
          <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>
        <imsss:objective objectiveID="o1"/>
      </imsss:objectives></imsss:sequencing>
    </item>
    <item identifier="two" identifierref="r1"><title>Two</title></item>
  </organization></organizations>
  <resources><resource identifier="r1" type="webcontent" adlcp:scormType="sco"
    href="content/page.html"/></resources>
</manifest>"""
PAGE = b"<!doctype html><title>Foreign</title><h1>Foreign page</h1><script>var inline = 1;</script>"


def package(manifest: str, extra: dict[str, bytes] | None = None) -> bytes:
    """Return a zip of a manifest and a page."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("imsmanifest.xml", manifest)
        archive.writestr("content/page.html", PAGE)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a SCORM 1.2 package of another tool, with two SCOs."""
    path = tmp_path / "foreign.zip"
    path.write_bytes(package(MANIFEST_12))
    return path


@pytest.fixture
def foreign_2004(tmp_path: Path) -> Path:
    """Return a SCORM 2004 package of another tool."""
    path = tmp_path / "foreign-2004.zip"
    path.write_bytes(package(MANIFEST_2004))
    return path


class Running:
    """A preview in a process of its own."""

    def __init__(self, arguments: list[str], data: Path) -> None:
        command = [sys.executable, "-m", "scormkit", "preview", "--no-browser", "--port", "0"]
        # Where the tests run in a shell's background, children would inherit an ignored Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            [*command, "--data", str(data), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    def stop(self) -> str:
        """End it as Ctrl-C does and return what it said on stderr."""
        self.process.terminate()
        return self.process.communicate(timeout=20)[1]


@pytest.fixture
def running(tmp_path: Path):
    """Return a function that starts a preview; all end with the test."""
    started = []

    def start(*arguments: str | Path, data: Path | None = None) -> Running:
        one = Running([str(a) for a in arguments], data or tmp_path / "data.sqlite")
        started.append(one)
        assert one.address, one.stop()
        return one

    yield start
    for one in started:
        if one.process.poll() is None:
            one.stop()


def scene(text: str) -> dict:
    """Return the state of the first event of a stream."""
    return json.loads(text.removeprefix("data: ").split("\n\n")[0])


ROOT = Path(__file__).parents[2]
STATIC = Path(preview.__file__).parent / "static"
AGAIN = ROOT / ".tools" / "node_modules" / "scorm-again" / "dist"
SCO = {
    "id": "one",
    "title": "One",
    "href": "page.html",
    "launch_data": "",
    "mastery": "",
    "threshold": "",
    "max_time": "",
    "time_limit_action": "",
    "objectives": [],
}


@pytest.fixture(scope="session")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder where Node.js takes the preview's scripts as modules."""
    if not shutil.which("node"):
        pytest.skip("NO NODE: node is not installed")
    folder = tmp_path_factory.mktemp("static")
    for script in STATIC.glob("*.js"):
        shutil.copy(script, folder)
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


@pytest.fixture
def play(modules: Path):
    """Return a function that makes calls and returns what the run-time answered."""

    def play(calls, standard="1.2", *, stored=None, again=False, mode="normal", **sco):
        launch = {
            "learner": {"id": "learner-1", "name": "Popescu, Ana"},
            "mode": mode,
            "sco": {**SCO, **sco},
        }
        wish = {
            "standard": standard,
            "ours": str(modules),
            "again": str(AGAIN) if again else None,
            "stored": stored or {},
            "launch": launch,
            "calls": calls,
            "second": standard == "2004 2nd",
        }
        script = Path(__file__).parent / "runtime_twins.mjs"
        done = subprocess.run(
            ["node", str(script)],
            check=False,
            input=json.dumps(wish),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return play
