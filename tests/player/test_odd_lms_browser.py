"""LMSs that answer otherwise than the standards say."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

# An API of SCORM 1.2 by hand: `blank` is what it answers for a value that was never set.
API = """([url, kept, oddity]) => {
  const values = {...kept};
  const blanks = {null: null, undefined: undefined, empty: ""};
  window.values = values;
  window.calls = [];
  window.lmsError = oddity.initialised ? "101" : "0";
  const yes = oddity.booleans ? true : "true";
  window.API = {
    LMSInitialize: () => (calls.push("Initialize"), oddity.initialised ? "false" : yes),
    LMSGetValue: (name) => {
      if (name === oddity.missing) { window.lmsError = "401"; return ""; }
      window.lmsError = "0";
      return name in values ? values[name] : blanks[oddity.blank || "empty"];
    },
    LMSSetValue: (name, value) => (values[name] = value, calls.push([name, value]), yes),
    LMSCommit: () => (calls.push("Commit"), yes),
    LMSFinish: () => (calls.push("Finish"), yes),
    LMSGetLastError: () => oddity.mute ? undefined : oddity.numbers ? Number(lmsError) : lmsError,
  };
  const frame = document.createElement("iframe");
  frame.id = "sco";
  frame.src = url;
  frame.style.cssText = "width:100%;height:600px";
  document.body.append(frame);
}"""


def launch(lms, site, kept=None, **oddity):
    page = lms.context.new_page()
    page.goto(f"{lms.origin}/host")
    page.evaluate(API, [lms.serve(site) + "index.html", kept or {}, oddity])
    frame = page.wait_for_selector("#sco").content_frame()
    frame.wait_for_selector("#saved:not(:empty), [data-notice]", state="attached")
    return page, frame


@pytest.mark.parametrize(
    "oddity",
    [
        {"blank": "null"},
        {"blank": "undefined"},
        {"blank": "undefined", "mute": True},
        {"booleans": True, "numbers": True},
        {"missing": "cmi.core.lesson_mode"},
        {"initialised": True},
    ],
    ids=str,
)
def test_work_is_kept_all_the_same(lms, small, oddity):
    site = small()
    page, frame = launch(lms, site, **oddity)
    assert frame.query_selector("[data-notice]") is None
    frame.click("#start")
    frame.wait_for_selector("html[data-page=a]")
    assert frame.inner_text("#saved") == "Saved"
    values = page.evaluate("values")
    assert values["cmi.core.lesson_status"] == "incomplete"
    assert values["cmi.suspend_data"].startswith("1.")
    assert all(isinstance(value, str) for value in values.values())
    page.close()
    _, back = launch(lms, site, values, **oddity)
    back.wait_for_selector("html[data-page=a]")


def test_numbers_as_values_are_read(lms, small):
    page, frame = launch(
        lms, small(), {"cmi.core.score.raw": 80, "cmi.core.lesson_status": "passed"}
    )
    assert frame.inner_text("#saved") == "Saved"
    values = page.evaluate("values")
    assert values["cmi.core.lesson_status"] == "passed"
    assert values["cmi.core.score.raw"] == 80
