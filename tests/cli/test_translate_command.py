"""``translate``: files made and updated, the table, exit codes."""

import json
from pathlib import Path

import polib
import pytest


@pytest.fixture
def course(make) -> Path:
    return make()


def test_extract_writes_a_file_once(run, course: Path) -> None:
    done = run("translate", "extract", course, "--lang", "ru")
    assert (done.returncode, done.stdout) == (0, f"{course}/i18n/ru.po\n")
    assert "translations: [ru]" in done.stderr
    before = (course / "i18n" / "ru.po").read_bytes()
    assert run("translate", "extract", course, "--lang", "ru").stdout == ""
    assert (course / "i18n" / "ru.po").read_bytes() == before


def test_a_template_goes_to_stdout(run, course: Path) -> None:
    done = run("translate", "extract", course, "--template", "-")
    assert 'msgid "Un cuvânt."\nmsgstr ""' in done.stdout
    assert not (course / "i18n").exists()


def test_status_counts_and_strict_refuses(run, course: Path) -> None:
    run("translate", "extract", course, "--lang", "ru")
    done = run("translate", "status", course, "--lang", "ru", "--strict")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].split()[0] == "LANGUAGE"
    file = course / "i18n" / "ru.po"
    po = polib.pofile(str(file))
    for entry in po:
        entry.msgstr = entry.msgid
    po.save()
    done = run("translate", "status", course, "--lang", "ru", "--strict", "--json")
    (row,) = json.loads(done.stdout)
    assert done.returncode == 0
    assert (row["lang"], row["percent"], row["missing"]) == ("ru", 100, 0)
    assert row["translated"] == row["texts"] == len(po)


def test_update_checks_and_writes(run, course: Path) -> None:
    run("translate", "extract", course, "--lang", "ru")
    assert run("translate", "update", course, "--lang", "ru", "--check").returncode == 0
    lesson = course / "lessons" / "one.md"
    lesson.write_text(lesson.read_text("utf-8") + "\nAlt paragraf.\n", "utf-8")
    before = (course / "i18n" / "ru.po").read_bytes()
    done = run("translate", "update", course, "--lang", "ru", "--check")
    assert (done.returncode, done.stdout) == (1, f"{course}/i18n/ru.po\n")
    assert (course / "i18n" / "ru.po").read_bytes() == before
    assert run("translate", "update", course, "--lang", "ru").returncode == 0
    assert "Alt paragraf." in (course / "i18n" / "ru.po").read_text("utf-8")


def test_mistakes_are_one_line(run, course: Path) -> None:
    done = run("translate", "update", course)
    assert done.returncode == 1
    assert "translations" in done.stderr
    done = run("translate", "update", course, "--lang", "ru")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_the_players_words_are_written_and_what_was_said_stays(run, course: Path) -> None:
    refused = run("translate", "player", course)
    assert refused.returncode == 1
    assert "--lang" in refused.stderr
    done = run("translate", "player", course, "--lang", "pl")
    file = course / "theme" / "locale" / "pl.po"
    assert (done.returncode, done.stdout) == (0, f"{file}\n")
    po = polib.pofile(str(file))
    assert po.metadata["Plural-Forms"].startswith("nplurals=3")
    assert len(po.find("{n} question").msgstr_plural) == 3
    po.find("Next").msgstr = "Dalej"
    po.remove(po.find("Close"))
    po.save()
    assert run("translate", "player", course, "--lang", "pl").stdout == f"{file}\n"
    again = polib.pofile(str(file))
    assert again.find("Next").msgstr == "Dalej"
    assert again.find("Close").msgstr == ""
    assert run("translate", "player", course, "--lang", "pl").stdout == ""


def test_words_that_a_build_refuses_are_mended(run, course: Path) -> None:
    file = course / "theme" / "locale" / "pl.po"
    file.parent.mkdir(parents=True)
    entries = [
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);"',
        'msgid "Next"\nmsgid_plural "Nexts"\nmsgstr[0] "Dalej"\nmsgstr[1] ""',
        'msgid "{n} question"\nmsgstr "{n} pytanie"',
    ]
    file.write_text("\n\n".join(entries) + "\n")
    assert run("translate", "player", course, "--lang", "pl").returncode == 0
    po = polib.pofile(str(file))
    assert (po.find("Next").msgid_plural, po.find("Next").msgstr) == ("", "Dalej")
    assert po.find("{n} question").msgstr_plural == {0: "", 1: ""}
