"""Packages of any tool: the manifest, unpacking, the stage."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from scormkit.errors import OutputError, PreviewError, Problem, SourceProblems, UnsafeArchive
from scormkit.preview.manifest import read_manifest
from scormkit.preview.source import Archive
from scormkit.preview.stage import KEPT, Stage
from scormkit.preview.store import Store
from scormkit.preview.unpack import unpack


def unpacked(archive: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    unpack(archive, folder)
    return folder


def test_a_manifest_of_1_2(foreign: Path, tmp_path: Path) -> None:
    manifest = read_manifest(unpacked(foreign, tmp_path))
    assert (manifest.standard, manifest.label) == ("1.2", "SCORM 1.2")
    one, two = manifest.scos
    assert (one.id, one.title, one.href) == ("one", "Part one", "content/page.html?mode=1")
    assert (one.mastery, one.launch_data, two.mastery) == ("80", "hello", "")


def test_a_manifest_of_2004(foreign_2004: Path, tmp_path: Path) -> None:
    manifest = read_manifest(unpacked(foreign_2004, tmp_path))
    assert (manifest.standard, manifest.edition) == ("2004", "4th")
    one, two = manifest.scos
    assert (one.mastery, one.threshold, one.objectives) == ("0.8", "0.5", ("main", "o1"))
    assert (two.mastery, two.threshold, two.objectives) == ("", "", ())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("content/page.html", "x"), None),
        (('href="page.html"', ""), "no item that can be launched"),
        (('href="page.html"', 'href="https://evil.example/"'), "not in the package"),
        (("</manifest>", ""), "not well-formed"),
        (('<organization identifier="org">', "<x>"), "not well-formed"),
    ],
)
def test_a_manifest_that_cannot_be_played_is_refused(
    foreign: Path, tmp_path: Path, change: tuple[str, str], says: str | None
) -> None:
    folder = unpacked(foreign, tmp_path)
    manifest = folder / "imsmanifest.xml"
    text = manifest.read_text().replace('xml:base="content/"', "")
    manifest.write_text(text.replace(*change))
    if says is None:
        assert read_manifest(folder).scos
        return
    with pytest.raises(PreviewError, match=says):
        read_manifest(folder)


def test_entities_are_not_read(foreign: Path, tmp_path: Path) -> None:
    folder = unpacked(foreign, tmp_path)
    manifest = folder / "imsmanifest.xml"
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    entity = f'<!DOCTYPE manifest [<!ENTITY e SYSTEM "{secret.as_uri()}">]><manifest'
    text = manifest.read_text().replace("<manifest", entity, 1)
    manifest.write_text(text.replace("A foreign course", "A &e;"))
    assert "SECRET" not in read_manifest(folder).title


@pytest.mark.parametrize(
    "name", ["../out.txt", "/out.txt", "a\\..\\..\\out.txt", "a/../../out.txt"]
)
def test_nothing_is_unpacked_outside(tmp_path: Path, name: str) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        archive.writestr(name, "x")
    before = set(tmp_path.rglob("*"))
    with pytest.raises(SourceProblems) as refused:
        unpacked(path, tmp_path)
    assert any(problem.code == "SK2003" for problem in refused.value.problems)
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "unpacked"}


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.zip"
    path.write_text("not a zip")
    with pytest.raises(UnsafeArchive, match="not a readable zip"):
        unpacked(path, tmp_path)


class Scripted:
    """A source that does what the test says next."""

    name = "scripted"
    mendable = True

    def __init__(self, package: Path) -> None:
        self.place = package
        self.next: Exception | Path = package

    def archive(self, workshop: Path) -> tuple[Path, tuple[Problem, ...]]:
        if isinstance(self.next, Exception):
            raise self.next
        return self.next, ()

    def concerns(self, paths: object) -> bool:
        return True


def test_a_broken_source_keeps_the_last_good_build(foreign: Path) -> None:
    source = Scripted(foreign)
    stage = Stage(source)
    good = stage.load()
    assert (good.generation, good.broken) == (1, False)
    source.next = SourceProblems([Problem("a.md", 1, 1, "SK1001", "bad")])
    bad = stage.load()
    assert (bad.generation, bad.broken, bad.manifest) == (1, True, good.manifest)
    assert [str(p) for p in bad.problems] == ["a.md:1:1: SK1001: bad"]
    source.next = OutputError("no room")
    assert (stage.load().error, stage.scene.generation) == ("no room", 1)
    assert (stage.folder(1) / "imsmanifest.xml").exists()
    source.next = foreign
    mended = stage.load()
    assert (mended.generation, mended.broken, mended.error) == (2, False, None)
    stage.close()
    assert not stage.folder(2).exists()


def test_old_generations_go(foreign: Path) -> None:
    stage = Stage(Archive(foreign))
    for _ in range(KEPT + 2):
        stage.load()
    assert [n for n in range(1, KEPT + 3) if stage.folder(n).exists()] == [3, 4, 5]
    stage.close()


def test_a_waiting_reader_gets_the_next_scene(foreign: Path) -> None:
    stage = Stage(Archive(foreign))
    assert stage.wait(0, 0.01) is None
    stage.load()
    later = stage.wait(0, 5)
    assert later is not None
    assert later.generation == 1
    stage.close()


def test_data_of_another_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(OutputError, match="another version"):
        Store(path)
    text = tmp_path / "text.sqlite"
    text.write_text("this is no database " * 100)
    with pytest.raises(OutputError, match="cannot keep"):
        Store(text)
    assert text.read_text().startswith("this is no database")
