"""cmi5 11.1: the learner's languages choose among those of a package."""

from __future__ import annotations

import polib
import pytest

from scormkit.build.languages import as_one
from scormkit.exporter import load_exporter
from scormkit.sources import compile_course
from scormkit.sources.translate.units import course_units
from scormkit.sources.translate.update import updated

pytestmark = pytest.mark.browser

COURSE = """id: two
title: Two
lang: en
translations: [ru]
modules:
  - {id: m1, title: First, items: [{lesson: a.md}]}
"""


@pytest.fixture
def bilingual(tmp_path, unpack):
    """Return a cmi5 package in English and Russian."""
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "course.yml").write_text(COURSE, "utf-8")
    (folder / "a.md").write_text("---\nid: a\ntitle: A\n---\nSome words.\n", "utf-8")
    updated(course_units(folder), "ru").write()
    po = polib.pofile(str(folder / "i18n" / "ru.po"))
    for entry in po:
        entry.msgstr = f"Перевод: {entry.msgid}"
    po.save()
    one = as_one(compile_course(folder).courses)
    return unpack(load_exporter("cmi5").files(one), "site-cmi5")


def test_the_first_of_the_learner_s_languages_that_is_there(platform, bilingual, lrs):
    lrs.profile = {"languagePreference": "ga-IE, ru-RU,en-US", "audioPreference": "on"}
    opened = platform.cmi5(bilingual)
    opened.page.wait_for_selector("html[lang=ru]")
    assert opened.page.inner_text("h1") == "Перевод: Two"


def test_a_choice_here_goes_before_what_the_lms_says(platform, bilingual, lrs):
    lrs.profile = {"languagePreference": "en-US"}
    opened = platform.cmi5(bilingual)
    opened.page.click("#languages summary")
    opened.page.click("#languages a[lang=ru]")
    opened.page.wait_for_selector("html[lang=ru]")
    opened.page.close()
    again = platform.cmi5(bilingual)
    again.page.wait_for_selector("html[lang=ru]")
