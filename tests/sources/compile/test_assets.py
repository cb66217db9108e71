"""Files that a course brings along."""

from __future__ import annotations

import os
import re
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from scormkit.sources.slug import slug


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.fixture
def picture(small):
    """A course whose lesson shows, and offers, one file."""

    def with_file(name, data, syntax="![x]({})"):
        small.write(name, data)
        small.write("one.md", f"---\nid: one\ntitle: One\n---\n{syntax.format(name)}\n")
        return small

    return with_file


def codes(folder):
    return [p.code for p in folder.compile().problems if p.severity.value == "error"]


def test_measured_hashed_and_named(sample):
    assets = {a.key: a for a in sample.course().assets}
    cover = assets["assets/cover.png"]
    assert (cover.width, cover.height, cover.media_type) == (8, 4, "image/png")
    assert re.fullmatch(r"assets/cover-[0-9a-f]{8}\.png", cover.name)
    assert cover.size == (sample.path / "assets/cover.png").stat().st_size
    assert (assets["assets/map.svg"].width, assets["assets/map.svg"].height) == (100, 50)
    names = [a.name for a in assets.values()]
    assert len(set(names)) == len(names)
    assert all(name.isascii() for name in names)


def test_names_in_any_script(picture):
    folder = picture("Ședința ЦНАП.txt", "words", "[x](<{}>)")
    [asset] = folder.course().assets
    assert re.fullmatch(r"assets/sedinta-tsnap-[0-9a-f]{8}\.txt", asset.name)


def test_equal_files_in_two_folders_have_two_names(small):
    small.write("a/x.txt", "same")
    small.write("b/x.txt", "same")
    small.write("one.md", "---\nid: one\ntitle: One\n---\n[a](a/x.txt) [b](b/x.txt)\n")
    first, second = small.course().assets
    assert first.name != second.name


@given(st.text(max_size=60))
def test_a_slug_is_ascii(text):
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))


@pytest.mark.parametrize(
    "name", ["run.exe", "page.html", "x.js", "x.xhtml", "x.php", "macro.docm", "x.hta", "noending"]
)
def test_active_and_unknown_files_are_refused(picture, name):
    assert codes(picture(name, "words", "[get it]({})")) == ["SK1410"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", b"GIF89a"),
        ("x.pdf", b"<html><script>"),
        ("x.docx", b"not a zip"),
        ("x.txt", b"<!DOCTYPE html><script>"),
        ("x.csv", b"\0\1\2"),
        ("x.txt", b""),
    ],
)
def test_content_that_is_not_what_the_name_says(picture, name, data):
    assert codes(picture(name, data, "[get it]({})")) == ["SK1412"]


def test_a_document_is_no_picture(picture):
    assert codes(picture("x.txt", b"words")) == ["SK1411"]


HEAD = b"\x89PNG\r\n\x1a\n"
SIZE = struct.pack(">IIBBBBB", 8, 4, 8, 0, 0, 0, 0)


@pytest.mark.parametrize(
    "data",
    [
        HEAD,
        HEAD + chunk(b"IHDR", SIZE),
        HEAD + chunk(b"IHDR", SIZE)[:-1] + b"x" + chunk(b"IEND", b""),
        HEAD + chunk(b"IEND", b""),
        HEAD + struct.pack(">I", 2**31) + b"IHDR" + SIZE,
        HEAD
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 10**6, 10**6, 8, 0, 0, 0, 0))
        + chunk(b"IEND", b""),
    ],
)
def test_a_broken_png(picture, data):
    assert codes(picture("x.png", data)) == ["SK1413"]


@pytest.mark.parametrize("ending", ["jpg", "gif", "webp"])
def test_a_broken_picture_of_another_kind(picture, ending):
    magic = {"jpg": b"\xff\xd8\xff\xe0", "gif": b"GIF89a", "webp": b"RIFF\0\0\0\0WEBP"}[ending]
    assert codes(picture(f"x.{ending}", magic + b"broken")) == ["SK1413"]


@pytest.mark.parametrize("ending", ["jpg", "gif", "webp"])
def test_a_whole_picture_of_another_kind(picture, tmp_path, ending):
    Image.new("RGB", (30, 20)).save(tmp_path / f"x.{ending}")
    folder = picture(f"x.{ending}", (tmp_path / f"x.{ending}").read_bytes())
    [asset] = folder.course().assets
    assert (asset.width, asset.height) == (30, 20)
    data = (tmp_path / f"x.{ending}").read_bytes()
    if ending == "jpg":
        assert codes(picture("x.jpg", data[:-40])) == ["SK1413"]


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="9" height="9">{}</svg>'
)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="x()"/>',
        "<foreignObject/>",
        '<image href="http://example.org/x.png"/>',
        '<image xlink:href="//example.org/x.png"/>',
        '<use href="other.svg#a"/>',
        '<a href="javascript:x()"><rect/></a>',
        '<rect fill="url(http://example.org/x)"/>',
        "<style>@import 'x.css'; rect {}</style>",
        "<style>rect { fill: url(//example.org) }</style>",
        '<animate attributeName="href" values="javascript:x()"/>',
        '<set attributeName="xlink:href" to="#x"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
    ],
)
def test_an_svg_that_acts_or_fetches(picture, inside):
    folder = picture("x.svg", SVG.format("\n" + inside))
    assert folder.found("SK1414") == [("x.svg", 2, 1)]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("&b;"),
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;"),
        '<?xml-stylesheet href="http://example.org/x.css"?>' + SVG.format(""),
    ],
)
def test_an_svg_with_entities_or_instructions(picture, text):
    assert codes(picture("x.svg", text)) == ["SK1414"]


@pytest.mark.parametrize("text", ["<svg/>", "<html/>", SVG.format("<"), SVG.format("<g>" * 300)])
def test_what_is_no_svg(picture, text):
    assert codes(picture("x.svg", text)) == ["SK1413"]


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>',
        '<use href="#a"/><style>rect { fill: url(#g) }</style>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<text>on the way to http://example.org</text>",
    ],
)
def test_an_svg_that_is_a_mere_picture(picture, inside):
    assert codes(picture("x.svg", SVG.format(inside))) == []


def test_an_svg_as_a_download_is_looked_at_too(picture):
    folder = picture("x.svg", SVG.format("<script/>"), "[get it]({})")
    assert codes(folder) == ["SK1414"]


def test_links_out_of_the_folder(small, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (small.path / "a.txt").symlink_to(tmp_path / "secret.txt")
    (small.path / "up").symlink_to(tmp_path)
    small.write("here.txt", "words")
    (small.path / "there.txt").symlink_to("here.txt")
    small.write(
        "one.md",
        "---\nid: one\ntitle: One\n---\n[a](a.txt)\n\n[b](up/secret.txt)\n\n[c](there.txt)\n",
    )
    assert small.found("SK1402") == [("one.md", 5, 1), ("one.md", 7, 1)]


@pytest.mark.parametrize("name", ["course.yml", "one.md", "course.lock", "glossary.yml"])
def test_a_source_that_is_a_link_out_of_the_folder(small, tmp_path, name):
    (tmp_path / "elsewhere").write_text("id: x\n")
    target = small.path / name
    target.unlink(missing_ok=True)
    (target).symlink_to(tmp_path / "elsewhere")
    assert "SK1402" in codes(small)


@pytest.mark.parametrize("kind", ["pipe", "hidden", "folder"])
def test_what_is_no_ordinary_file(small, kind):
    name = ".x.txt" if kind == "hidden" else "x.txt"
    if kind == "pipe":
        os.mkfifo(small.path / name)
    elif kind == "folder":
        (small.path / name).mkdir()
    else:
        small.write(name, "words")
    small.write("one.md", f"---\nid: one\ntitle: One\n---\n[a]({name})\n")
    assert small.found("SK1403") == [("one.md", 5, 1)]


def test_a_linked_folder_outside_is_named_as_such(small, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (small.path / "assets").symlink_to(tmp_path / "elsewhere")
    small.write("one.md", "---\nid: one\ntitle: One\n---\n![A](assets/a.svg) ![B](assets/b.svg)\n")
    assert [place[1] for place in small.found("SK1402")] == [5, 5]


def test_a_folder_that_may_not_be_listed_is_a_problem(small, monkeypatch):
    small.write("closed/x.txt", "x")
    real = os.scandir

    def scandir(path):
        if str(path).rstrip("/").endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert small.found("SK1001") == [("closed", 0, 0)]
    assert "Permission denied" in small.message("SK1001")
