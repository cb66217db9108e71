"""One package in two languages: a switch on any page keeps the page, the work and the answers."""

from __future__ import annotations

import polib
import pytest

from scormkit.build.languages import as_one
from scormkit.player.site import site
from scormkit.sources import compile_course
from scormkit.sources.translate.units import course_units
from scormkit.sources.translate.update import updated

pytestmark = pytest.mark.browser

COURSE = """id: two
title: A small course
lang: en
translations: [ru, ar]
{keys}
modules:
  - id: m1
    title: First module
    items:
      - lesson: a.md
      - quiz: final.yml
"""
LESSON = """---
id: a
title: Lesson a
---
Some words.

:::{question}
id: c1
short_answer: Who signs?
accept: [mayor]
:::
"""
QUIZ = """id: final
title: The final test
pass_mark: 70%
questions:
  - id: q1
    choice: Two and two?
    right: Four
    wrong: [Three, Five]
  - id: q3
    type: short_answer
    text: The capital?
    accept: [Chișinău]
"""
RUSSIAN = {
    "A small course": "Малый курс",
    "First module": "Первый модуль",
    "Lesson a": "Урок а",
    "Some words.": "Несколько слов.",
    "Who signs?": "Кто подписывает?",
    "mayor": "примар",
    "The final test": "Итоговый тест",
    "Two and two?": "Два и два?",
    "Four": "Четыре",
    "Three": "Три",
    "Five": "Пять",
    "The capital?": "Столица?",
    "Chișinău": "Кишинэу",
}


@pytest.fixture
def two(tmp_path, unpack):
    """Return a function that builds the course in English, Russian and Arabic as one site."""

    def build(adapter="scorm12", keys=""):
        folder = tmp_path / "source"
        folder.mkdir(exist_ok=True)
        (folder / "course.yml").write_text(COURSE.format(keys=keys), "utf-8")
        (folder / "a.md").write_text(LESSON, "utf-8")
        (folder / "final.yml").write_text(QUIZ, "utf-8")
        units = course_units(folder)
        for lang in ("ru", "ar"):
            updated(units, lang).write()
            po = polib.pofile(str(folder / "i18n" / f"{lang}.po"))
            for entry in po:
                entry.msgstr = RUSSIAN[entry.msgid] if lang == "ru" else f"ع {entry.msgid}"
            po.save()
        compiled = compile_course(folder)
        assert len(compiled.courses) == 3, [str(p) for p in compiled.problems]
        return unpack(site(as_one(compiled.courses), adapter, 4096).files, "site")

    return build


def choose(sco, lang):
    sco.click("#languages summary")
    sco.click(f"#languages a[lang={lang}]")
    sco.wait_for_selector(f"html[lang={lang}]")


def test_the_menu_names_each_language_in_itself(lms, two):
    sco = lms.launch(two()).sco
    links = sco.eval_on_selector_all(
        "#languages a",
        "all => all.map(a => [a.lang, a.dir, a.textContent, a.getAttribute('aria-current')])",
    )
    assert links == [
        ["en", "ltr", "English", "true"],
        ["ru", "ltr", "Русский", None],
        ["ar", "rtl", "العربية", None],
    ]
    assert sco.inner_text("#languages summary").split() == ["Language:", "English"]
    sco.press("#languages summary", "Enter")
    assert sco.eval_on_selector("#languages", "el => el.open")
    sco.press("#languages summary", "Escape")
    assert not sco.eval_on_selector("#languages", "el => el.open")


def test_a_switch_keeps_page_answers_and_session(lms, two):
    launch = lms.launch(two())
    sco = launch.sco
    sco.click("#start")
    sco.wait_for_selector("html[data-page=a]")
    sco.click("#pager [rel=next]")
    sco.click("text=Start the test")
    sco.click("#q-q1 label:has-text('Four')")
    sco.fill("#q-q3 input", "Chiș")
    choose(sco, "ru")
    assert sco.url.endswith("/ru/pages/final.html")
    assert sco.inner_text("h1") == "Итоговый тест"
    assert sco.inner_text(".brand").strip() == "Малый курс"
    assert sco.inner_text(".tree-module") == "Первый модуль"
    sco.wait_for_selector("#q-q1 input:checked")
    checked = sco.eval_on_selector("#q-q1 input:checked", "el => el.closest('label').textContent")
    assert "Четыре" in checked
    assert sco.input_value("#q-q3 input") == "Chiș"
    assert "Сохранено" in sco.inner_text("#saved")
    choose(sco, "en")
    sco.wait_for_selector("#q-q1 input:checked")
    assert sco.inner_text("h1") == "The final test"
    assert launch.errors() == []
    assert len(launch.named("Initialize")) == 1  # one session through all of it
    assert launch.named("Finish") == []


def test_the_direction_turns_with_the_language(lms, two):
    sco = lms.launch(two()).sco
    choose(sco, "ar")
    assert sco.get_attribute("html", "dir") == "rtl"
    choose(sco, "en")
    assert sco.get_attribute("html", "dir") == "ltr"


def test_no_data_of_another_language_is_loaded_until_it_is_wanted(lms, two):
    launch = lms.launch(two())
    assert not [path for path in lms.requests if "/ru/" in path]
    choose(launch.sco, "ru")
    assert [path for path in lms.requests if path.endswith("/ru/course.js")]
    before = len(lms.requests)
    choose(launch.sco, "en")
    choose(launch.sco, "ru")
    assert not [path for path in lms.requests[before:] if path.endswith("course.js")]


def test_the_choice_is_kept_with_the_work(lms, two):
    folder = two()
    launch = lms.launch(folder)
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    choose(launch.sco, "ru")
    launch.leave()
    back = lms.launch(folder)
    back.sco.wait_for_selector("html[lang=ru][data-page=a]")
    assert back.sco.inner_text("h1") == "Урок а"
    assert back.errors() == []


@pytest.mark.parametrize(("standard", "adapter", "element"), [
    ("1.2", "scorm12", {"core": {}, "student_preference": {"language": "ru"}}),
    ("2004", "scorm2004", {"learner_preference": {"language": "ru-RU"}}),
])  # fmt: skip
def test_the_language_of_the_lms_is_the_first(lms, two, standard, adapter, element):
    lms.kept = {"student": {"id": "learner-1", "name": "Munteanu, Ana"}, "cmi": element}
    launch = lms.launch(two(adapter), standard=standard)
    launch.sco.wait_for_selector("html[lang=ru]")
    assert launch.sco.inner_text("h1") == "Малый курс"


def test_the_browsers_language_is_the_first_where_the_lms_has_none(lms, two, browser):
    lms.context.close()
    lms.context = browser.new_context(locale="ru-MD", viewport={"width": 360, "height": 700})
    launch = lms.launch(two())
    launch.sco.wait_for_selector("html[lang=ru]")


def test_a_page_that_is_opened_in_a_language_stays_in_it(lms, two):
    launch = lms.launch(two(), start="ru/pages/a.html")
    launch.sco.wait_for_selector("#saved:has-text('Сохранено')")
    assert launch.sco.inner_text("h1") == "Урок а"


def test_back_leads_to_the_page_before_in_the_language_on_screen(lms, two):
    launch = lms.launch(two())
    sco = launch.sco
    sco.click("#start")
    sco.wait_for_selector("html[data-page=a]")
    choose(sco, "ru")
    sco.click("#pager [rel=next]")
    sco.wait_for_selector("html[data-page=final]")
    assert "/ru/" in sco.url
    sco.evaluate("history.back()")
    sco.wait_for_selector("html[lang=ru][data-page=a]")
    sco.evaluate("history.back()")
    sco.wait_for_selector("html[lang=ru][data-page='']")
    assert sco.inner_text("h1") == "Малый курс"


def test_the_parts_of_a_course_have_the_menu_too(lms, two):
    folder = two(keys="packaging: per-module")
    launch = lms.launch(folder, start="m1/index.html")
    choose(launch.sco, "ru")
    assert launch.sco.url.endswith("/m1/ru/index.html")
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    assert launch.sco.inner_text("h1") == "Урок а"
    assert launch.errors() == []


def test_without_a_server_the_menu_leads_to_the_other_page(browser, two):
    folder = two("local")
    page = browser.new_page(locale="en-GB")
    page.goto((folder / "index.html").as_uri())
    page.wait_for_selector("#saved:not(:empty)")
    choose(page, "ru")
    assert page.url.endswith("/ru/index.html")
    page.wait_for_selector("#saved:not(:empty)")
    assert page.inner_text("h1") == "Малый курс"
    page.close()
