import sys
import zipfile
from importlib.metadata import entry_points

import pytest

from scormkit.installed import Entry, entries


def declare(folder, distribution, text):
    info = folder / distribution
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(text, "utf-8")
    for name in ("METADATA", "PKG-INFO"):
        (info / name).write_text(f"Name: {distribution.partition('-')[0]}\n", "utf-8")


@pytest.mark.parametrize("group", ["scormkit.exporters", "console_scripts", "pytest11", "none"])
def test_the_entries_are_those_of_importlib(group):
    expected = sorted((one.name, one.value) for one in entry_points(group=group))
    assert sorted(map(tuple, entries(group))) == expected


def test_every_form_of_a_distribution_is_read(tmp_path, monkeypatch):
    text = "[a]\nx = m:C [extra]\n\n# y = no:no\n[h]\nz=m\n[g]\n one.two = m : C.d \n"
    declare(tmp_path / "first", "Third_party.x-1.0.dist-info", text)
    declare(tmp_path / "first", "old-2.0-py3.11.egg-info", "[g]\nold = o:O\n")
    declare(tmp_path / "second", "third_party_x-0.9.dist-info", "[g]\nshadowed = s:S\n")
    paths = [str(tmp_path / name) for name in ("first", "missing", "second")]
    monkeypatch.setattr(sys, "path", paths)
    expected = {(one.name, one.value) for one in entry_points(group="g")}
    assert {tuple(one) for one in entries("g")} == expected
    assert {one.name for one in entries("g")} == {"one.two", "old"}


def test_a_zip_on_the_path_is_asked_as_well(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "plugins.zip", "w") as archive:
        archive.writestr("zipped-1.dist-info/entry_points.txt", "[g]\nzipped = z:Z\n")
        archive.writestr("zipped-1.dist-info/METADATA", "Name: zipped\n")
    monkeypatch.syspath_prepend(str(tmp_path / "plugins.zip"))
    assert list(entries("g")) == [Entry("zipped", "z:Z")]


def test_an_entry_loads_an_attribute_of_an_attribute():
    assert Entry("x", "zipfile:ZipFile.open [some, extras]").load() is zipfile.ZipFile.open
    assert Entry("x", "zipfile").load() is zipfile
    with pytest.raises(AttributeError):
        Entry("x", "zipfile:No").load()
