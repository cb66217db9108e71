"""One package that holds all languages of a course."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import polib
import pytest

from scormkit.build import build_package
from scormkit.build.languages import as_one
from scormkit.check import check_archive
from scormkit.errors import SourceProblems
from scormkit.exporter import load_exporter
from scormkit.player import pages
from scormkit.sources import compile_course
from scormkit.sources.translate.units import course_units
from scormkit.sources.translate.update import updated

COURSE = """id: two
title: Two languages
lang: en
translations: [ru]
version: 1.0.0
{keys}
modules:
  - {{id: m1, title: First, items: [{{lesson: a.md}}]}}
  - {{id: ru, title: Second, items: [{{lesson: b.md}}]}}
"""
FORMATS = ("scorm-1.2", "scorm-2004-2nd", "scorm-2004-3rd", "scorm-2004-4th")


@pytest.fixture
def made(tmp_path: Path):
    """Return a function that builds the course in English and Russian as one package."""

    def build(form: str = "scorm-1.2", keys: str = "", keep: tuple[str, ...] = ("en", "ru")):
        folder = tmp_path / "two"
        folder.mkdir(exist_ok=True)
        (folder / "course.yml").write_text(COURSE.format(keys=keys), "utf-8")
        for name in ("a", "b"):
            text = f"---\nid: {name}\ntitle: Page {name}\n---\nSome words.\n"
            (folder / f"{name}.md").write_text(text, "utf-8")
        updated(course_units(folder), "ru").write()
        po = polib.pofile(str(folder / "i18n" / "ru.po"))
        for entry in po:
            entry.msgstr = f"Перевод: {entry.msgid}"
        po.save()
        courses = [one for one in compile_course(folder).courses if one.lang in keep]
        return build_package(as_one(courses), load_exporter(form), tmp_path / "out")

    return build


def names(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def content(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_valid_in_every_format_and_has_no_language_in_its_name(made, form) -> None:
    built = made(form)
    assert built.path.name == f"two-1.0.0-{form}.zip"
    assert check_archive(built.path) == ()
    assert {"pages/a.html", "ru/pages/a.html", "ru/index.html", "ru/course.js"} <= names(built.path)
    manifest = content(built.path, "imsmanifest.xml")
    assert "Two languages" in manifest
    assert "Перевод" not in manifest
    assert 'href="ru/pages/b.html"' in manifest


def test_each_page_says_its_language_and_leads_to_itself_in_the_other(made) -> None:
    built = made()
    english, russian = (content(built.path, f"{way}pages/a.html") for way in ("", "ru/"))
    assert '<html lang="en" dir="ltr"' in english
    assert '<html lang="ru" dir="ltr"' in russian
    assert 'href="../ru/pages/a.html" hreflang="ru" lang="ru"' in english
    assert 'href="../../pages/a.html" hreflang="en" lang="en"' in russian
    assert 'src="../../player.js"' in russian
    assert built.fingerprint in russian


def test_the_description_names_the_languages(made) -> None:
    described = json.loads(content(made().path, "scormkit.json"))
    assert described["languages"] == ["en", "ru"]
    assert "ru/pages/a.html" in described["stamped"]


def test_the_menu_s_script_is_only_where_there_is_a_menu(made) -> None:
    assert "changeLanguage(" in content(made().path, "turn.js")
    alone = made(keep=("ru",))
    assert "function changeLanguage(" not in content(alone.path, "turn.js")
    assert 'id="languages"' not in content(alone.path, "index.html")


@pytest.mark.parametrize("packing", ["per-module", "per-lesson"])
def test_each_part_has_its_languages_in_its_own_folder(made, packing) -> None:
    built = made(keys=f"packaging: {packing}")
    assert check_archive(built.path) == ()
    folder = "ru" if packing == "per-module" else "b"  # a module may be called as a language
    page = content(built.path, f"{folder}/ru/pages/b.html")
    assert 'src="../../../player.js"' in page
    assert "Перевод: Page b" in page


def test_words_lost_in_any_language_are_found(made, monkeypatch) -> None:
    whole = pages.Pages._page
    monkeypatch.setattr(
        pages.Pages, "_page", lambda *args: whole(*args).replace("Перевод: Some".encode(), b"")
    )
    with pytest.raises(SourceProblems) as caught:
        made()
    assert "ru/pages/a.html" in {problem.path for problem in caught.value.problems}
