"""Reading what every package needs before it is needed."""

from __future__ import annotations

from scormkit.player.render import kept_template
from scormkit.player.script import more, script, turn

TEMPLATES = (
    "home.html", "lesson.html", "quiz.html", "blocks/callout.html", "questions/frame.html",
    "questions/choice.html", "questions/short_answer.html",
)  # fmt: skip


def get_ready() -> None:
    """Read the scripts and the usual templates, which are then kept."""
    for name in TEMPLATES:
        kept_template(name)
    for join in (script, turn, more):
        join(())
