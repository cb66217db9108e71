"""Files that are no text of a course: one clear error each."""

import os

import pytest

from scormkit.sources.problems import Problems
from scormkit.sources.reader import read_text


def read(path, within=None):
    problems = Problems()
    return read_text(path, "shown.md", problems, within), problems.items


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"abc\n", "abc\n"),
        (b"\xef\xbb\xbfid: a\n", "id: a\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("ăîșțâ ЦНАП 🙂".encode(), "ăîșțâ ЦНАП 🙂"),
    ],
)
def test_a_text_is_read_with_plain_line_ends(tmp_path, data, text):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert read(path) == (text, [])


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"ab\n\xff\xfec", "SK1002", (2, 1)),
        ("a\nţară".encode("iso8859-2"), "SK1002", (2, 1)),
        ("\ufeffabc".encode("utf-16"), "SK1002", (1, 1)),
        (b"ab\n c\x00", "SK1003", (2, 3)),
        (b"a\x1b[0m", "SK1003", (1, 2)),
        (b"\xef\xbb\xbfab\x80", "SK1002", (1, 3)),
    ],
)
def test_what_is_no_text_is_one_error_with_its_place(tmp_path, data, code, place):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    text, (problem,) = read(path)
    assert text is None
    assert (problem.code, (problem.line, problem.column)) == (code, place)
    assert problem.path == "shown.md"


def test_a_line_of_50_megabytes_is_one_error(tmp_path):
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    text, (problem,) = read(path)
    assert (text, problem.code) == (None, "SK1004")


def test_folders_devices_and_missing_files_are_errors(tmp_path):
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    for path in (tmp_path, fifo, tmp_path / "missing.md", tmp_path / "a\0b"):
        text, (problem,) = read(path)
        assert (text, problem.code) == (None, "SK1001")


def test_a_link_out_of_the_folder_is_an_error_and_one_within_is_not(tmp_path):
    course = tmp_path / "course"
    course.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (course / "a.md").write_text("a")
    (course / "out.md").symlink_to(tmp_path / "secret.md")
    (course / "in.md").symlink_to(course / "a.md")
    (course / "loop.md").symlink_to(course / "loop.md")
    assert read(course / "in.md", course) == ("a", [])
    for name in ("out.md", "../secret.md"):
        text, (problem,) = read(course / name, course)
        assert (text, problem.code) == (None, "SK1005")
    assert read(course / "loop.md", course)[0] is None
