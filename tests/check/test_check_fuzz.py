"""Whatever bytes come in: problems come out, never a traceback."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.build import build_package
from scormkit.check import check_archive
from scormkit.exporter import load_exporter

QUIET = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def archives(courses, tmp_path_factory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("fuzz")
    return [
        build_package(courses.course(), load_exporter(name), folder).path.read_bytes()
        for name in ("scorm-1.2", "scorm-2004-4th")
    ]


def check(data: bytes, folder: Path):
    path = folder / "fuzzed.zip"
    path.write_bytes(data)
    problems = check_archive(path)
    for problem in problems:
        assert problem.code.startswith("SK2")
        assert "\n" not in str(problem)
    return problems


@QUIET
@given(data=st.binary(max_size=400))
def test_any_bytes(tmp_path, data):
    assert check(data, tmp_path)


@QUIET
@pytest.mark.filterwarnings("ignore")
@given(
    which=st.integers(0, 1),
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)),
        min_size=1,
        max_size=6,
    ),
    tail=st.booleans(),
)
def test_mutated_packages(archives, tmp_path, which, changes, tail):
    """Change bytes anywhere, or in the last part, where a zip's directory lies."""
    raw = bytearray(archives[which])
    start = len(raw) - 2500 if tail else 0
    for share, new in changes:
        at = start + int(share * (len(raw) - start))
        raw[at : at + len(new)] = new
    check(bytes(raw), tmp_path)


@QUIET
@given(cut=st.floats(0, 1, exclude_max=True))
def test_cut_packages(archives, tmp_path, cut):
    assert check(archives[0][: int(cut * len(archives[0]))], tmp_path)


@QUIET
@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(list(b"<>&\"'/x \x00\xff")))
    )
)
def test_mutated_manifests(archives, tmp_path, changes):
    with zipfile.ZipFile(io.BytesIO(archives[1])) as archive:
        raw = bytearray(archive.read("imsmanifest.xml"))
    for share, new in changes:
        raw[int(share * len(raw))] = new
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("imsmanifest.xml", bytes(raw))
    assert check(made.getvalue(), tmp_path)
