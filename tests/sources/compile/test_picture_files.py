"""Bitmaps are looked at in a second process where there are many; the course stays the same."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from scormkit import forked
from scormkit.forked import processes_allowed
from scormkit.sources import compile_course, picture_files
from scormkit.sources.folder import Folder
from scormkit.sources.picture_files import PictureFiles

COURSE = "id: c\ntitle: C\nlang: en\nmodules:\n  - {id: m, title: M, items: [lesson: l.md]}\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(bytes(width + 1)))
    return b"\x89PNG\r\n\x1a\n" + head + data + chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "good.png": png(7), "broken.png": png(8)[:-6] + b"broken", "short.png": png(9)[:-12],
        "other.png": b"<svg/>", "empty.png": b"", "unused.png": b"?", "photo.JPG": b"\xff\xd8\xff",
    }  # fmt: skip
    (tmp_path / "course").mkdir()
    folder = tmp_path / "course"
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (tmp_path / "outside.png").write_bytes(png(5))
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    os.mkfifo(folder / "pipe.png")  # to read it would take for ever
    names = [*files, "link.png", "pipe.png", "none.png"]
    pictures = "".join(f"![x]({name})\n\n" for name in names if name != "unused.png")
    (folder / "l.md").write_text(f"---\nid: l\ntitle: L\n---\n{pictures}")
    (folder / "course.yml").write_text(COURSE)
    return folder


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(picture_files, "WORTH", 1)
    monkeypatch.setattr(forked.threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    with processes_allowed():
        yield


def test_the_same_course_and_the_same_problems(folder: Path, request: pytest.FixtureRequest):
    alone = compile_course(folder).problems
    assert [one.code for one in alone].count("SK1413") == 3
    request.getfixturevalue("two_processes")
    assert compile_course(folder).problems == alone
    (folder / "l.md").write_text("---\nid: l\ntitle: L\n---\n![x](good.png)\n")
    assert [one.width for one in compile_course(folder).courses[0].assets] == [7]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_what_was_seen_elsewhere_holds_until_a_file_changes(folder, two_processes, monkeypatch):
    good, broken = folder / "good.png", folder / "broken.png"
    with PictureFiles() as files:
        files.begin(Folder(folder, "."))
        assert files.look(broken, "png").fault
        monkeypatch.setattr(picture_files, "picture_size", lambda *_: pytest.fail("looked again"))
        assert files.look(good, "png").pixels == (7, 1)
        monkeypatch.undo()
        good.write_bytes(png(33))
        assert files.look(good, "png").pixels == (33, 1)
