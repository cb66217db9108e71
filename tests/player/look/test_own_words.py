"""The author's own words of the interface, in the pages and in what scripts are told."""

from __future__ import annotations

from pathlib import Path

PO = """
msgid "Next"
msgstr "Onward <b>"

msgid "Hint"
msgstr "A nudge"

msgid "{n} attempt left"
msgid_plural "{n} attempts left"
msgstr[0] "a last go"
msgstr[1] "{n} goes left"
"""


def test_own_words_are_in_pages_and_scripts(small, tmp_path: Path) -> None:
    (tmp_path / "source" / "theme" / "locale").mkdir(parents=True)
    site = small(files={"theme/locale/en.po": 'msgid ""\nmsgstr ""\n' + PO})
    assert "<small>Onward &lt;b&gt;</small>" in (site / "pages" / "a.html").read_text("utf-8")
    told = "".join(path.read_text("utf-8") for path in sorted(site.glob("*.js")))
    assert '"Hint":"A nudge"' in told
    assert '{"one":"a last go","other":"{n} goes left"}' in told
