"""The preview in a real browser: a course is played, left, and found again."""

import re
import zipfile
from pathlib import Path

import pytest

from scormkit.cli.starting import start

pytestmark = pytest.mark.browser
SLOW = 30_000


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "kurs"
    start(folder, "en", None)
    return folder


@pytest.fixture
def visit(browser):
    """Return a function that opens a preview as a person with a browser of their own."""
    contexts = []

    def visit(address: str, ready: str = "#log .event", **options):
        context = browser.new_context(locale="en-GB", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SLOW)
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto(address)
        page.wait_for_selector(ready)
        return page

    yield visit
    for context in contexts:
        context.close()


def inside(page):
    return page.frame_locator("#frame")


def wait_for_call(page, text: str):
    page.wait_for_function(
        "text => document.getElementById('log').innerText.includes(text)", arg=text
    )


def mistakes(page) -> list[str]:
    return page.locator("#log .mistake, #log .remark").all_inner_texts()


def open_lesson(page) -> None:
    inside(page).locator("#pager a[rel=next], main a[href*='strong-passwords']").first.click()
    at_page(page, "strong-passwords")


def at_page(page, identifier: str) -> None:
    inside(page).locator(f"html[data-page='{identifier}'] h1").wait_for()


def at_home(page) -> None:
    inside(page).locator("html[data-kind='home'] h1").wait_for()


def answer(page, number: int) -> None:
    question = inside(page).locator("#q-c-hardest")
    question.locator("label").nth(number).click()
    question.get_by_role("button").first.click()


def chosen(page) -> list[bool]:
    inputs = inside(page).locator("#q-c-hardest input")
    return [inputs.nth(number).is_checked() for number in range(inputs.count())]


@pytest.mark.parametrize("form", ["scorm-1.2", "scorm-2004-4th"])
def test_a_learner_leaves_and_finds_everything_again(
    running, visit, course, form, tmp_path
) -> None:
    data = tmp_path / "data.sqlite"
    preview = running(course, "--format", form, data=data)
    page = visit(preview.address)
    open_lesson(page)
    answer(page, 1)
    wait_for_call(page, "strong-passwords")
    page.click("#leave")
    page.wait_for_selector("#session:has-text('Left')")
    assert mistakes(page) == []
    assert page.faults == []
    preview.stop()

    again = running(course, "--format", form, data=data)
    back = visit(again.address)
    at_page(back, "strong-passwords")
    assert chosen(back) == [False, True, False]
    assert mistakes(back) == []
    back.select_option("#learner", "learner-2")
    back.wait_for_selector("#session:has-text('Țurcanu, Ștefan')")
    at_home(back)
    back.select_option("#learner", "learner-1")
    at_page(back, "strong-passwords")
    back.click("#fresh")
    back.wait_for_selector("#session:has-text('attempt 2')")
    at_home(back)


def test_a_change_reloads_and_keeps_the_learners_work(running, visit, course) -> None:
    preview = running(course)
    page = visit(preview.address)
    open_lesson(page)
    answer(page, 1)
    lesson = course / "lessons" / "strong-passwords.md"
    good = lesson.read_text("utf-8")
    lesson.write_text(good.replace("\n## ", "\n## Reloaded\n\n## ", 1), "utf-8")
    inside(page).get_by_role("heading", name="Reloaded").wait_for()
    assert chosen(page) == [False, True, False]

    lesson.write_text(good.replace("padlock.svg", "nothing.svg"), "utf-8")
    page.wait_for_selector("#problem-list .error")
    assert "nothing.svg" in page.inner_text("#problem-list")
    assert "last good build" in page.inner_text("#problems-note")
    inside(page).get_by_role("heading", name="Reloaded").wait_for()

    lesson.write_text(good, "utf-8")
    inside(page).get_by_role("heading", name="Reloaded").wait_for(state="detached")
    at_page(page, "strong-passwords")
    assert page.locator("#problem-list .error").count() == 0
    assert page.faults == []
    assert "nothing.svg" in preview.stop()


def test_a_course_with_errors_starts_once_it_is_mended(running, visit, course) -> None:
    lesson = course / "lessons" / "second-step.md"
    good = lesson.read_text("utf-8")
    lesson.write_text(good.replace("title:", "titel:"), "utf-8")
    preview = running(course)
    page = visit(preview.address, ready="#problem-list .error")
    assert "Mend them" in page.inner_text("#problems-note")
    lesson.write_text(good, "utf-8")
    at_home(page)


def test_any_package_is_played_with_its_parts(running, visit, foreign: Path) -> None:
    preview = running(foreign)
    page = visit(preview.address)
    inside(page).get_by_role("heading", name="Foreign page").wait_for()
    assert page.locator("#scos button").all_inner_texts() == ["Part one", "Part two"]
    assert page.evaluate("frames[0].location.search") == "?mode=1"
    page.evaluate("frames[0].inline === 1 || Promise.reject('no inline script')")
    call = "([name, ...given]) => frames[0].parent.API[name](...given)"
    assert page.evaluate(call, ["LMSInitialize", ""]) == "true"
    assert page.evaluate(call, ["LMSGetValue", "cmi.launch_data"]) == "hello"
    assert page.evaluate(call, ["LMSSetValue", "cmi.core.lesson_status", "done"]) == "false"
    page.evaluate(call, ["LMSSetValue", "cmi.core.exit", "suspend"])
    page.evaluate(call, ["LMSSetValue", "cmi.core.lesson_location", "<b>here</b>"])
    page.evaluate(call, ["LMSCommit", ""])
    assert "405" in " ".join(mistakes(page))
    assert page.locator("#log b:text('here')").count() == 0
    page.click("text=Part two")
    page.wait_for_selector("#session:has-text('Part two')")
    assert any("left without LMSFinish" in text for text in mistakes(page))
    page.click("text=Part one")
    page.wait_for_selector("#session:has-text('Part one')")
    page.wait_for_function("() => 'API' in window")
    page.evaluate(call, ["LMSInitialize", ""])
    assert page.evaluate(call, ["LMSGetValue", "cmi.core.entry"]) == "resume"
    assert page.evaluate(call, ["LMSGetValue", "cmi.core.lesson_location"]) == "<b>here</b>"


def test_content_reaches_no_other_site_and_the_panel_says_so(running, visit, foreign: Path) -> None:
    with zipfile.ZipFile(foreign) as archive:
        manifest = archive.read("imsmanifest.xml")
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("imsmanifest.xml", manifest)
        outside = "setTimeout(() => { new Image().src = 'https://elsewhere.example/x.png'; }, 500)"
        archive.writestr("content/page.html", f"<!doctype html><script>{outside}</script>")
    page = visit(running(foreign).address)
    wait_for_call(page, "Blocked by the security policy: https://elsewhere.example/x.png")


def test_faults_of_an_lms_can_be_tried(running, visit, course) -> None:
    preview = running(course)
    page = visit(preview.address)
    page.select_option("#fault", "commit")
    open_lesson(page)
    page.wait_for_selector("#log .mistake")
    assert any("101" in text and "Commit" in text for text in mistakes(page))
    page.select_option("#fault", "absent")
    page.wait_for_function("() => !('API' in window)")
    inside(page).get_by_role("heading", level=1).wait_for()
    page.select_option("#fault", "")
    page.wait_for_function("() => 'API' in window")


def test_nothing_is_stored_in_review(running, visit, course) -> None:
    preview = running(course)
    page = visit(preview.address)
    page.select_option("#mode", "review")
    page.wait_for_selector("#log .event:has-text('review')")
    open_lesson(page)
    page.select_option("#mode", "normal")
    page.wait_for_selector("#log .event:has-text('normal') >> nth=1")
    at_home(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_fits_and_is_accessible(running, visit, foreign, width: int, scheme: str) -> None:
    axe = Path(__file__).parents[2] / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
    preview = running(foreign)
    page = visit(
        preview.address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
    )
    call = "([name, ...given]) => API[name](...given)"
    page.wait_for_function("() => 'API' in window")
    page.evaluate(call, ["LMSInitialize", ""])
    page.evaluate(call, ["LMSSetValue", "cmi.suspend_data", "x" * 4000])
    page.evaluate(call, ["LMSGetValue", "cmi.wrong"])
    page.evaluate(call, ["LMSSetValue", "cmi.core.lesson_location", 5])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for name in ("calls", "model", "problems"):
        page.click(f"#tab-{name}")
        assert page.locator(f"#{name}").is_visible()
        if axe.exists():
            page.add_script_tag(path=str(axe))
            found = page.evaluate(
                "async () => (await axe.run({exclude: ['iframe']})).violations.map(v => v.id + ' ' "
                "+ v.nodes.map(n => n.target))"
            )
            assert found == []
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#tab-calls", "aria-selected") == "true"
    assert re.search("attempt 1", page.inner_text("#session"))
