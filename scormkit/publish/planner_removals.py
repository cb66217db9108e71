"""What Moodle has under a course's key and its source has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scormkit.publish.answers import CourseState, Item
from scormkit.publish.desired import DesiredCourse
from scormkit.publish.plan import Step
from scormkit.publish.steps import Base
from scormkit.publish.verdict import Held, Verdict, judge_removal


def left_over(desired: DesiredCourse, state: CourseState) -> tuple[Item, ...]:
    """Return the items that the source doesn't have any more, activities first.

    A course given by some of its packages says nothing about others; nor does the
    learners' edition about the trainers'.
    """
    if not desired.whole:
        return ()
    wanted = {("activity", a.key) for a in desired.activities}
    wanted |= {("section", s.key) for s in desired.sections}
    gone = [i for i in state.items if (i.kind, i.key) not in wanted and not _trainers(i.key)]
    return tuple(sorted(gone, key=lambda item: item.kind == "section"))


def _trainers(key: str) -> bool:
    return key.partition("@")[0].endswith(".trainer")


def removal_steps(left: Sequence[Item]) -> Iterator[Step]:
    """Yield a step that deletes each; a section can go only when it is empty."""
    for item in left:
        yield Step(
            action="remove",
            kind=item.kind,
            key=item.key,
            base=Base(revision=item.revision, fingerprint=item.fingerprint, state=item.state),
            verdict=judge_removal(Held.of(item)) if item.kind == "activity" else _empty(),
        )


def _empty() -> Verdict:
    return Verdict(word="safe", reasons=("no-tracks",))
