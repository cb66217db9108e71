"""``scormkit moodle-plugin``: one zip that Moodle installs."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scormkit.errors import ExporterBroken, UnknownFormat
from scormkit.publish.doctor_site import OLDEST, RUN
from scormkit.publish.plugin_source import GROUP, plugin_source


def run(*arguments: str) -> Any:
    from scormkit.cli.app import app  # noqa: PLC0415

    return CliRunner().invoke(app, ["moodle-plugin", *arguments])


def test_one_zip_with_one_top_folder(tmp_path: Path) -> None:
    done = run("-o", str(tmp_path / "new" / "folder"))
    assert done.exit_code == 0, done.output
    path = Path(done.stdout.strip())
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        version = archive.read("scormkit/version.php").decode()
        assert archive.testzip() is None
    release = re.search(r"release = '([\d.]+)'", version)
    assert release is not None
    assert path.name == f"local_scormkit-{release[1]}.zip"
    assert "component = 'local_scormkit'" in version
    assert all(name.startswith("scormkit/") for name in names)
    assert {"scormkit/COPYING", "scormkit/db/services.php", "scormkit/db/install.xml"} <= set(names)
    assert not [name for name in names if "/." in name or "__pycache__" in name]


def test_it_claims_the_versions_that_were_run() -> None:
    with zipfile.ZipFile(io.BytesIO(plugin_source().plugin_zip())) as archive:
        text = archive.read("scormkit/version.php").decode()
    claimed = re.search(r"supported = \[(\d+), (\d+)\]", text)
    assert claimed is not None
    assert (int(claimed[1]), int(claimed[2])) == (min(RUN), max(RUN)) == (OLDEST, max(RUN))


def test_the_same_files_give_the_same_bytes() -> None:
    source = plugin_source()
    assert source.plugin_zip() == source.plugin_zip()
    with zipfile.ZipFile(io.BytesIO(source.plugin_zip())) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.checkout
def test_every_file_of_the_folder_is_in_it() -> None:
    folder = Path(__file__).parents[2] / "exporters" / "scormkit_moodle" / "local_scormkit"
    files = {
        f"scormkit/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(io.BytesIO(plugin_source().plugin_zip())) as archive:
        assert set(archive.namelist()) == files


def test_one_package_brings_it() -> None:
    assert [point.name for point in entry_points(group=GROUP)] == ["local_scormkit"]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("-o", str(tmp_path / "file" / "x"))
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1


def test_none_installed_or_a_broken_one(monkeypatch: pytest.MonkeyPatch) -> None:
    import scormkit.publish.plugin_source as module  # noqa: PLC0415

    class Broken:
        def load(self) -> None:
            raise SyntaxError("x")

    monkeypatch.setattr(module, "entry_points", lambda **_: [])
    with pytest.raises(UnknownFormat):
        plugin_source()
    monkeypatch.setattr(module, "entry_points", lambda **_: [Broken()])
    with pytest.raises(ExporterBroken, match="SyntaxError"):
        plugin_source()
