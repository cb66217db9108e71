"""The verdict: which change is safe for learners' work, and which isn't."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.publish.answers import Sco
from scormkit.publish.inventory import Inventory, KeptPage, KeptPart, KeptQuestion
from scormkit.publish.verdict import WORDS, Change, Held, Offered, judge, judge_removal

IDS = ("a", "b", "c", "d")
TYPES = ("choice", "multiple", "number")
LAYOUTS = ("l1", "l2", "l3", "l4")


def page(name: str, *questions: KeptQuestion, **more: Any) -> KeptPage:
    kind = "quiz" if questions else "lesson"
    return KeptPage(**{"id": name, "published": name, "kind": kind, "questions": questions, **more})


def question(key: str, type_: str = "choice", *options: int) -> KeptQuestion:
    return KeptQuestion(key, type_, options or (1, 2))


def inventory(*pages: KeptPage, layouts: tuple[str, ...] = ("l1",), **more: Any) -> Inventory:
    parts = (KeptPart(id="apl", published="apl", pages=pages),)
    given_ = {"course": "apl", "published": "apl", "parts": parts, "layout": len(layouts)}
    return Inventory(**{**given_, "layouts": layouts, **more})


BASIC = (page("p1"), page("final", question("final/q1"), question("final/q2", "multiple", 1, 2, 3)))


def held(tracks: int = 40, **more: Any) -> Held:
    scos = (Sco(identifier="course-apl", learners=3, tracks=tracks),)
    values = {"fingerprint": "old", "version": "SCORM_1.2", "scos": scos}
    values |= {"inventory": inventory(*BASIC), "learners": 3, "attempts": 4, "tracks": tracks}
    return Held(**(values | more))


def offered(*pages: KeptPage, **more: Any) -> Offered:
    made = more.pop("inventory", inventory(*(pages or BASIC), **more.pop("about", {})))
    values = {"fingerprint": "new", "version": "SCORM_1.2"}
    values |= {"identifiers": frozenset({"course-apl"}), "inventory": made}
    return Offered(**(values | more))


def test_nothing_there_is_new() -> None:
    assert judge(None, offered()).word == "create"


def test_same_fingerprint_is_unchanged_or_only_settings() -> None:
    assert judge(held(), offered(fingerprint="old")).word == "unchanged"
    assert judge(held(), None).word == "unchanged"
    verdict = judge(held(), offered(fingerprint="old"), Change(("name",)))
    assert (verdict.word, verdict.settings) == ("settings-only", ("name",))
    assert judge(held(), None, Change(moves=True)).word == "settings-only"


def test_a_typo_is_safe_and_says_how_many_it_touches() -> None:
    verdict = judge(held(), offered())
    assert (verdict.word, verdict.reasons) == ("safe", ("text",))
    assert (verdict.learners, verdict.attempts, verdict.tracks) == (3, 4, 40)


def test_a_moved_page_is_safe() -> None:
    assert judge(held(), offered(*reversed(BASIC))).word == "safe"


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ((*BASIC, page("p2")), "added"),
        ((page("p1"), page("final", *BASIC[1].questions, question("final/q3"))), "added"),
        ((BASIC[1],), "removed"),
        ((page("p1"), page("final", BASIC[1].questions[0])), "removed"),
        ((page("p1", id="first"), BASIC[1]), "renamed"),
        ((page("p1"), page("final", question("final/q1", "number"), BASIC[1].questions[1])),
         "retyped"),
        ((page("p1"), page("final", question("final/q1", "choice", 1), BASIC[1].questions[1])),
         "options"),
    ],
)  # fmt: skip
def test_what_a_known_layout_makes_of_changes(pages: Any, reason: str) -> None:
    about = {"layouts": ("l1", "l2")}
    verdict = judge(held(), offered(*pages, about=about))
    assert (verdict.word, verdict.reasons) == ("migrates", (reason,))
    unknown = judge(held(), offered(*pages, about={"layouts": ("other",)}))
    assert unknown.word == "new-attempt"
    assert "unknown-layout" in unknown.reasons


def test_a_renamed_quiz_keeps_its_questions() -> None:
    renamed = page(
        "test", question("test/q1"), question("test/q2", "multiple", 1, 2, 3), published="final"
    )
    verdict = judge(held(), offered(page("p1"), renamed))
    assert (verdict.word, verdict.renamed, verdict.added, verdict.removed) == ("migrates", 1, 0, 0)


def test_every_layout_that_was_ever_published_must_be_known() -> None:
    seen = inventory(*BASIC, seen=(("l1", "branch"),))
    verdict = judge(held(inventory=seen), offered(about={"layouts": ("l1", "l2")}))
    assert verdict.word == "new-attempt"
    older = inventory(*BASIC, seen=(("l1",),), layouts=("l1", "l2"))
    assert judge(held(inventory=older), offered(about={"layouts": ("l1", "l2", "l3")})).word == (
        "safe"
    )


def test_back_to_an_older_package_migrates_since_a_reader_keeps_what_it_does_not_know() -> None:
    newer = inventory(*BASIC, page("p2"), layouts=("l1", "l2"))
    verdict = judge(held(inventory=newer), offered(about={"layouts": ("l1",)}))
    assert (verdict.word, verdict.reasons) == ("migrates", ("removed",))


def test_without_course_lock_nothing_is_known() -> None:
    bare = inventory(*BASIC, layouts=())
    verdict = judge(held(inventory=bare), offered(inventory=bare))
    assert (verdict.word, verdict.reasons) == ("new-attempt", ("unknown-layout",))


@pytest.mark.parametrize("which", ["old", "new", "both"])
def test_content_of_another_tool_is_unknown(which: str) -> None:
    before = held() if which == "new" else held(inventory=None)
    after = offered() if which == "old" else offered(inventory=None)
    verdict = judge(before, after)
    assert (verdict.word, verdict.reasons) == ("new-attempt", ("foreign",))


def test_another_course_under_the_same_identifiers_needs_a_new_attempt() -> None:
    other = offered(about={"published": "other"})
    assert judge(held(), other).reasons == ("other-course",)


def test_an_identifier_with_tracks_that_goes_is_refused() -> None:
    verdict = judge(held(), offered(identifiers=frozenset({"course-b"})))
    assert (verdict.word, verdict.refused) == ("would-lose", "wouldlose")
    assert [(one.identifier, one.tracks) for one in verdict.lost] == [("course-apl", 40)]


def test_an_identifier_without_tracks_may_go() -> None:
    scos = (
        Sco(identifier="course-apl", learners=3, tracks=40),
        Sco(identifier="x", learners=0, tracks=0),
    )
    assert judge(held(scos=scos), offered()).word == "safe"


def test_another_version_of_scorm_is_refused_under_tracks_only() -> None:
    verdict = judge(held(), offered(version="SCORM_1.3"))
    assert (verdict.word, verdict.refused) == ("version-change", "versionchange")
    assert judge(held(tracks=0), offered(version="SCORM_1.3")).word == "safe"


def test_deleting_loses_tracks() -> None:
    assert judge_removal(held()).refused == "wouldlose"
    assert judge_removal(held(tracks=0, scos=())).word == "safe"


# Properties over arbitrary pairs of packages

questions = st.builds(
    lambda id_, type_, options: (id_, type_, tuple(sorted(options))),
    st.sampled_from(IDS),
    st.sampled_from(TYPES),
    st.sets(st.integers(1, 4), min_size=1),
)


@st.composite
def inventories(draw: st.DrawFn) -> Inventory | None:
    if draw(st.integers(0, 9)) == 0:
        return None
    pages = []
    for name in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=4)):
        own = draw(st.lists(questions, unique_by=lambda one: one[0], max_size=3))
        id_ = draw(st.sampled_from((name, f"{name}-renamed")))
        asked = tuple(KeptQuestion(f"{id_}/{q}", type_, options) for q, type_, options in own)
        pages.append(page(id_, *asked, published=name))
    chains = st.lists(st.sampled_from(LAYOUTS), unique=True, max_size=3).map(tuple)
    seen = tuple(draw(st.lists(chains, max_size=2)))
    published = draw(st.sampled_from(("apl", "apl", "apl", "other")))
    return inventory(*pages, layouts=draw(chains), seen=seen, published=published)


scos = st.builds(
    lambda identifier, tracks: Sco(identifier=identifier, learners=min(tracks, 3), tracks=tracks),
    st.sampled_from(IDS),
    st.integers(0, 5),
)
versions = st.sampled_from(("SCORM_1.2", "SCORM_1.3"))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Held, Offered]:
    there = tuple(draw(st.lists(scos, unique_by=lambda one: one.identifier, max_size=3)))
    before = Held(
        fingerprint=draw(st.sampled_from(("f1", "f2"))),
        version=draw(versions),
        scos=there,
        inventory=draw(inventories()),
        learners=3,
        attempts=3,
        tracks=sum(one.tracks for one in there),
    )
    after = Offered(
        fingerprint=draw(st.sampled_from(("f1", "f2"))),
        version=draw(versions),
        identifiers=frozenset(draw(st.sets(st.sampled_from(IDS)))),
        inventory=draw(inventories()),
    )
    return before, after


def used(one: Inventory) -> dict[str, KeptQuestion]:
    return {q.key: q for p in one.pages for q in p.answered}


def reads(chain: tuple[str, ...], layouts: tuple[str, ...]) -> bool:
    n = min(len(chain), len(layouts))
    return n > 0 and chain[:n] == layouts[:n]


@given(pairs())
def test_never_safe_where_something_used_disappears(pair: tuple[Held, Offered]) -> None:
    before, after = pair
    verdict = judge(before, after)
    if before.fingerprint == after.fingerprint or not before.tracks or verdict.word != "safe":
        return
    assert {s.identifier for s in before.scos if s.tracks} <= after.identifiers
    assert before.version == after.version
    assert before.inventory is not None
    assert after.inventory is not None
    old, new = used(before.inventory), used(after.inventory)
    assert old.keys() == new.keys()
    for key, one in old.items():
        assert one.type == new[key].type
        assert set(one.options) == set(new[key].options)
    assert [p.id for p in sorted(before.inventory.pages, key=lambda p: p.published)] == [
        p.id for p in sorted(after.inventory.pages, key=lambda p: p.published)
    ]


@given(pairs())
def test_better_than_a_new_attempt_only_where_every_layout_is_known(
    pair: tuple[Held, Offered],
) -> None:
    before, after = pair
    word = judge(before, after).word
    if before.fingerprint == after.fingerprint or not before.tracks:
        return
    if word not in ("safe", "migrates"):
        return
    assert before.inventory is not None
    assert after.inventory is not None
    for chain in (before.inventory.layouts, *before.inventory.seen):
        assert not chain or reads(chain, after.inventory.layouts)


@given(pairs())
def test_refused_exactly_where_tracks_would_go_or_the_version_changes(
    pair: tuple[Held, Offered],
) -> None:
    before, after = pair
    verdict = judge(before, after)
    differs = before.fingerprint != after.fingerprint
    going = [s for s in before.scos if s.tracks and s.identifier not in after.identifiers]
    version = bool(before.tracks) and before.version != after.version
    assert (verdict.refused == "versionchange") == (differs and version)
    assert (verdict.refused == "wouldlose") == (differs and bool(going) and not version)
    assert verdict.word in WORDS


@given(pairs())
def test_what_learners_have_done_only_makes_a_verdict_worse(pair: tuple[Held, Offered]) -> None:
    before, after = pair
    untouched = Held(before.fingerprint, before.version, inventory=before.inventory)
    worse, better = judge(before, after).word, judge(untouched, after).word
    assert WORDS.index(worse) >= WORDS.index(better)


@given(pairs())
def test_the_same_package_again_is_never_worse_than_its_layout(pair: tuple[Held, Offered]) -> None:
    before, _ = pair
    if before.inventory is None or not before.inventory.layouts:
        return
    clean = before.inventory.model_copy(update={"seen": ()})
    again = Offered("f3", before.version, frozenset(IDS), clean)
    same = Held(
        before.fingerprint, before.version, before.scos, clean, before.learners, 0, before.tracks
    )
    assert judge(same, again).word == "safe"
