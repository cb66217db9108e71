"""Zips that are unsafe or damaged, whatever they hold."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from scormkit.check import check_archive, safety
from scormkit.errors import Severity


def codes(path: Path) -> list[str]:
    return [problem.code for problem in check_archive(path)]


def with_entry(path: Path, name: str, data: bytes = b"x", **more: object) -> Path:
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo(name)
        for attribute, value in more.items():
            setattr(entry, attribute, value)
        archive.writestr(entry, data)
    return path


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "C:/x", "a\\b", "a\x01b", "a /b"])
def test_unsafe_names_stop_the_check(package, name):
    found = check_archive(with_entry(package("<not xml"), name))
    assert [p.code for p in found] == ["SK2003"]
    assert found[0].path.isprintable()


def test_a_symbolic_link_stops_the_check(package, plain_manifest):
    path = with_entry(
        package(plain_manifest),
        "l",
        b"/etc/passwd",
        create_system=3,
        external_attr=(stat.S_IFLNK | 0o777) << 16,
    )
    assert codes(path) == ["SK2004"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_twice_or_by_case(package, plain_manifest):
    assert codes(with_entry(package(plain_manifest), "index.html")) == ["SK2005"]
    assert "SK2005" in codes(with_entry(package(plain_manifest), "INDEX.html"))


def test_names_outside_ascii_are_a_warning(package, plain_manifest):
    found = {p.code: p for p in check_archive(with_entry(package(plain_manifest), "урок.html"))}
    assert found["SK2007"].severity is Severity.WARNING


def test_a_bomb_is_not_read(package, monkeypatch, plain_manifest):
    path = package(plain_manifest)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.bin", bytes(3_000_000))
    assert codes(path) == ["SK2002"]
    monkeypatch.setattr(safety, "MAX_TOTAL", 1000)
    assert codes(with_entry(package(plain_manifest), "b", b"x" * 2000)) == ["SK2002"]
    monkeypatch.setattr(safety, "MAX_ENTRIES", 1)
    assert set(codes(package(plain_manifest))) == {"SK2002"}


def test_an_encrypted_or_oddly_packed_member(package, plain_manifest):
    path = package(plain_manifest)
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 8] |= 1
    path.write_bytes(raw)
    assert codes(path) == ["SK2006"]
    other = package(plain_manifest)
    with zipfile.ZipFile(other, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("x.bin", b"x" * 100)
    assert codes(other) == ["SK2006"]


def test_a_data_descriptor_on_a_stored_member(package, plain_manifest):
    path = package(plain_manifest)
    raw = bytearray(path.read_bytes())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 8
    path.write_bytes(raw)
    assert "SK2008" in codes(path)


def test_a_damaged_member(package, plain_manifest):
    path = with_entry(package(plain_manifest), "a.bin", b"0123456789" * 20)
    raw = path.read_bytes().replace(b"0123456789" * 20, b"0123456789" * 19 + b"x" * 10)
    path.write_bytes(raw)
    assert [p.path for p in check_archive(path) if p.code == "SK2001"] == ["a.bin"]


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip at all"])
def test_what_is_no_zip(tmp_path, data):
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    assert codes(path) == ["SK2001"]
    assert codes(tmp_path) == ["SK2001"]
    assert codes(tmp_path / "missing.zip") == ["SK2001"]
