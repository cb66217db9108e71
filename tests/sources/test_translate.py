"""PO files follow the course, and nothing that a translator wrote is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.errors import ScormkitError, SourceProblems
from scormkit.sources.translate.markup import differences
from scormkit.sources.translate.status import status
from scormkit.sources.translate.units import course_units
from scormkit.sources.translate.update import languages, template, updated

COURSE = """id: c
title: Local acts
lang: en
translations: [ro]
modules:
  - id: m
    title: One
    items:
      - lesson: a.md
      - lesson: b.md
      - quiz: q.yml
"""
QUIZ = """id: q
title: Test
questions:
  - id: short
    short_answer: Who decides?
    accept: [council, the council]
  - id: gap
    gaps: "A [[mayor|major]] issues [[orders//decisions]]."
"""


def lesson(name: str, *paragraphs: str) -> str:
    return f"---\nid: {name}\ntitle: Page {name}\n---\n" + "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "course.yml").write_text(COURSE)
    (tmp_path / "a.md").write_text(lesson("a", "The mayor signs the act.", "Read **twice**."))
    (tmp_path / "b.md").write_text(lesson("b", "The council decides by vote on the budget."))
    (tmp_path / "q.yml").write_text(QUIZ)
    return tmp_path


def update(course: Path) -> polib.POFile:
    made = updated(course_units(course), "ro")
    made.write()
    return polib.pofile(str(course / "i18n" / "ro.po"))


def translate_all(course: Path) -> None:
    po = update(course)
    for entry in po:
        entry.msgstr = f"RO {entry.msgid}"
    po.save()


def entry(po: polib.POFile, text: str) -> polib.POEntry:
    return next(one for one in po if one.msgid == text and not one.obsolete)


def state(course: Path) -> tuple[int, int, int, int]:
    one = status(course_units(course), "ro")
    return one.translated, one.stale, one.missing, one.extra


def test_a_new_file_has_every_text_with_its_id_place_and_digest(course):
    po = update(course)
    signs = entry(po, "The mayor signs the act.")
    assert (signs.msgctxt, signs.occurrences) == ("a", [("a.md", "5")])
    assert signs.comment.startswith("source ")
    assert entry(po, "council | the council").msgctxt == "short"
    assert entry(po, "A [[mayor|major]] issues [[orders//decisions]].").msgctxt == "gap"
    assert po.metadata["Language"] == "ro"
    assert "nplurals=3" in po.metadata["Plural-Forms"]
    assert po.metadata["Content-Type"] == "text/plain; charset=UTF-8"


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not here")
def test_gettext_accepts_the_file_and_the_template(course):
    translate_all(course)
    (course / "t.pot").write_text(template(course_units(course)))
    for name in ("i18n/ro.po", "t.pot"):
        args = ["msgfmt", "-o", "/dev/null", str(course / name)]
        done = subprocess.run(args, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_a_second_update_changes_nothing(course):
    translate_all(course)
    update(course)
    assert not updated(course_units(course), "ro").changed


def test_what_another_tool_wrote_in_another_shape_stays_as_it_is(course):
    update(course)
    file = course / "i18n" / "ro.po"
    text = file.read_text().replace(
        'msgid "The mayor signs the act."\nmsgstr ""',
        'msgid ""\n"The mayor "\n"signs the act."\nmsgstr ""\n"Primarul "\n"semnează actul."',
    )
    file.write_text("# Kept.\n" + text)
    assert updated(course_units(course), "ro").text == "# Kept.\n" + text


def test_a_changed_text_is_fuzzy_and_keeps_its_translation_and_its_former_text(course):
    translate_all(course)
    (course / "a.md").write_text(lesson("a", "The mayor signs the order.", "Read **twice**."))
    before = state(course)
    assert before[1:] == (1, 0, 0)
    changed = entry(update(course), "The mayor signs the order.")
    assert changed.fuzzy
    assert changed.previous_msgid == "The mayor signs the act."
    assert changed.msgstr == "RO The mayor signs the act."
    assert state(course) == before


def test_a_text_changed_again_keeps_what_it_was_translated_from(course):
    translate_all(course)
    for words in ("The mayor signs the order.", "The mayor signs each order."):
        (course / "a.md").write_text(lesson("a", words, "Read **twice**."))
        po = update(course)
    assert entry(po, "The mayor signs each order.").previous_msgid == "The mayor signs the act."


def test_a_text_changed_back_is_trusted_again(course):
    translate_all(course)
    good = (course / "i18n" / "ro.po").read_text()
    for words in ("The mayor signs the order.", "The mayor signs the act."):
        (course / "a.md").write_text(lesson("a", words, "Read **twice**."))
        po = update(course)
    back = entry(po, "The mayor signs the act.")
    assert (back.fuzzy, back.previous_msgid) == (False, None)
    assert state(course)[1:] == (0, 0, 0)
    assert polib.pofile(good).percent_translated() == po.percent_translated()


def test_a_text_that_moved_to_another_page_takes_its_translation_along(course):
    translate_all(course)
    (course / "a.md").write_text(lesson("a", "Read **twice**."))
    text = ("The council decides by vote on the budget.", "The mayor signs the act.")
    (course / "b.md").write_text(lesson("b", *text))
    moved = entry(update(course), "The mayor signs the act.")
    assert (moved.msgctxt, moved.fuzzy, moved.msgstr) == ("b", False, "RO The mayor signs the act.")


def test_what_is_gone_waits_and_comes_back(course):
    translate_all(course)
    whole = (course / "a.md").read_text()
    (course / "a.md").write_text(lesson("a", "Something else altogether, about trees."))
    gone = [one.msgid for one in update(course).obsolete_entries()]
    assert "Read **twice**." in gone
    (course / "a.md").write_text(whole)
    po = update(course)
    assert entry(po, "Read **twice**.").msgstr == "RO Read **twice**."
    assert not entry(po, "Read **twice**.").fuzzy


def test_a_translators_comments_and_flags_stay(course):
    po = update(course)
    signs = entry(po, "The mayor signs the act.")
    signs.msgstr, signs.tcomment, signs.flags = "Primarul semnează.", "Ask the lawyer.", ["no-wrap"]
    po.metadata["Last-Translator"] = "Ana Munteanu"
    po.header = "Our translators."
    po.save()
    (course / "a.md").write_text(lesson("a", "The mayor signs the order.", "Read **twice**."))
    po = update(course)
    signs = entry(po, "The mayor signs the order.")
    assert (signs.tcomment, sorted(signs.flags)) == ("Ask the lawyer.", ["fuzzy", "no-wrap"])
    assert po.metadata["Last-Translator"] == "Ana Munteanu"
    assert po.header == "Our translators."


def test_entries_that_differ_in_spaces_only_are_both_kept(course):
    update(course)
    file = course / "i18n" / "ro.po"
    twin = 'msgctxt "a"\nmsgid "The mayor  signs the act."\nmsgstr "Al doilea."\n'
    file.write_text(file.read_text() + "\n" + twin)
    assert "Al doilea." in {one.msgstr for one in update(course)}


def test_words_replaced_in_all_files_leave_the_translation_stale(course):
    translate_all(course)
    for name in ("a.md", "i18n/ro.po"):
        text = (course / name).read_text()
        (course / name).write_text(text.replace("msgid", "MSGID").replace("signs", "reads"))
    file = course / "i18n" / "ro.po"
    file.write_text(file.read_text().replace("MSGID", "msgid"))
    assert state(course)[1:] == (1, 0, 0)
    assert entry(update(course), "The mayor reads the act.").fuzzy


def test_the_same_text_elsewhere_is_offered_to_be_looked_at(course):
    translate_all(course)
    (course / "b.md").write_text(
        lesson("b", "The council decides by vote on the budget.", "Read **twice**.")
    )
    assert state(course)[2] == 1
    offered = [one for one in update(course) if one.msgid == "Read **twice**."]
    assert [(one.msgctxt, one.fuzzy) for one in offered] == [("a", False), ("b", True)]


def test_what_is_no_po_file_is_said_at_its_line(course):
    update(course)
    file = course / "i18n" / "ro.po"
    file.write_text(file.read_text() + "\nnonsense\n")
    with pytest.raises(SourceProblems) as caught:
        updated(course_units(course), "ro")
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == ("SK1702", len(file.read_text().splitlines()))


def test_only_languages_that_exist_and_are_not_the_courses_own(course):
    units = course_units(course)
    assert languages(units, ()) == ("ro",)
    with pytest.raises(SourceProblems):
        languages(units, ("xx-nothing",))
    with pytest.raises(ScormkitError):
        languages(units, ("en",))


def test_differences_name_what_is_lost_and_added():
    source = "Read **this** [](lesson:a), `x` and $x^2$.[^1]"
    assert differences(source, "Citiți **asta** [](lesson:a), `y` și $x^2$.[^1]") == []
    assert differences(source, "Citiți asta [](lesson:b), `x` și $x^3$.") == [
        "the translation lacks [^1]",
        "the translation lacks **strong**",
        "the translation lacks link to lesson:a",
        "the translation lacks formula $x^2$",
        "the source has no link to lesson:b",
        "the source has no formula $x^3$",
    ]
    assert differences("By {learner}.", "De {elev}.") == [
        "the translation lacks {learner}",
        "the source has no {elev}",
    ]


WORDS = st.sampled_from(["mayor", "council", "vote", "act", "budget", "order", "session", "law"])
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=2, max_size=6).map(" ".join), min_size=1, max_size=5, unique=True
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=PARAGRAPHS, after=PARAGRAPHS)
def test_no_translation_is_ever_lost(course, before, after):
    shutil.rmtree(course / "i18n", ignore_errors=True)
    (course / "a.md").write_text(lesson("a", *before))
    translate_all(course)
    had = {one.msgstr for one in polib.pofile(str(course / "i18n" / "ro.po"))}
    (course / "a.md").write_text(lesson("a", *after))
    po = update(course)
    assert had <= {one.msgstr for one in po}
    assert not updated(course_units(course), "ro").changed
