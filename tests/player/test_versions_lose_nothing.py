"""Random edits between versions of a course, random learners on them: nothing is lost.

Each course is compiled and numbered as an author's is, at every version. Learners go from version
to version, to newer ones and back to older ones, as after a roll back; they work in each. What
they did is remembered here by what things *are* (``uid``), and held against what the player's own
functions, in Node.js, and the reader in Python find in the saved text. More of it:
``SCORMKIT_TEST_VERSIONS=500``, the number of courses; a failing course names its seed.
"""

from __future__ import annotations

import importlib.util
import os
import random
import sys
from pathlib import Path

import pytest

from scormkit.player.data import course_data
from scormkit.player.files import questions_of
from scormkit.player.parts import parts
from scormkit.player.question_data import question_data
from scormkit.player.saved_work import SEEN, saved_work
from scormkit.player.slots import Slots
from scormkit.player.statecodec import decode_state
from scormkit.sources import compile_course, write_ids

COURSES = int(os.environ.get("SCORMKIT_TEST_VERSIONS", "18"))
VERSIONS, EDITS, LEARNERS, HOPS = 7, 18, 6, 9
SHARDS = 6

READ = """(data, text, questions) => {
  const course = makeCourse(data, decodeState(text));
  const best = readField(course, 0, COURSE_FIELDS.best);
  const found = {answers: {}, pages: {}, quizzes: {}, best};
  for (const q of questions) found.answers[q.key] = readAnswer(course, q);
  for (const page of course.pages) {
    found.pages[page.id] = readField(course, page.slot, SEEN);
    if (page.quiz) found.quizzes[page.id] = quizWork(course, page.quiz);
  }
  return found;
}"""
WORK = """(data, text, questions, work) => {
  const course = makeCourse(data, text ? decodeState(text) : emptyState());
  course.state.layout = Math.max(course.state.layout, data.layout.number);
  for (const q of questions) {
    if (q.key in work.answers) writeAnswer(course, q, work.answers[q.key], 0.5);
  }
  for (const page of course.pages) {
    if (page.id in work.pages) notePage(course, page, work.pages[page.id]);
    const quiz = work.quizzes[page.id];
    if (!page.quiz || !quiz) continue;
    const put = (name) => writeField(course, page.quiz.slot, QUIZ_FIELDS[name], quiz[name]);
    Object.keys(quiz).forEach(put);
  }
  settle(course, 2500);
  course.state.serial++;
  return encodeState(course.state, null, data.layout.closed);
}"""


def load_author():
    """Return the class in edited.py: tests are no package, so it is found by its path."""
    path = Path(__file__).with_name("edited.py")
    spec = importlib.util.spec_from_file_location("edited", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["edited"] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module.Author


Author = load_author()


class Version:
    """A compiled version: its data for the scripts, and what each id and number in it is."""

    def __init__(self, author, course):
        slots = Slots.of(course.state)
        self.layout = course.state
        self.data = course_data(course, parts(course)[0], "scorm12", None)
        compiled = [q for m in course.modules for page in m.pages for q in questions_of(page)]
        self.questions = [question_data(q, slots) for q in compiled]
        self.pages = {page.id: page.uid for page in author.pages}
        self.owners = {}
        for page in author.pages:
            for question in page.questions:
                key = f"{page.id}/{question.id}" if page.kind == "quiz" else question.id
                self.owners[key] = (
                    question.uid,
                    page.uid if page.kind == "quiz" else 0,
                    question.type,
                )
        self.uids = {q.key: _uids(q, author.uids) for q in compiled}


def _uids(question, uids):
    """Return number -> uid of the parts and of the options of a question."""
    named = lambda options: {one.number: uids[one.plain] for one in options}  # noqa: E731
    match question.type:
        case "choice" | "multiple":
            return {}, named(question.answers)
        case "match":
            return named(question.lefts), named(question.rights)
        case "categorize":
            return named(question.items), named(question.categories)
        case "order":
            return {}, named(question.items)
        case "gaps":
            return {}, {gap.number: named(gap.options) for gap in question.gaps}
    return {}, {}


def answer(rng, version, q):  # noqa: PLR0911 - a line for each type
    """Return a response that a learner could give, by numbers."""
    parts_, options = version.uids[q["key"]]
    pick = lambda among: rng.choice(sorted(among))  # noqa: E731
    match q["type"]:
        case "choice":
            return pick(options)
        case "multiple":
            return sorted(rng.sample(sorted(options), rng.randint(1, len(options))))
        case "true_false":
            return rng.random() < 0.5
        case "match" | "categorize":
            some = rng.sample(sorted(parts_), rng.randint(1, len(parts_)))
            return {str(part): pick(options) for part in some}
        case "order":
            return rng.sample(sorted(options), len(options))
        case "gaps":
            return {str(gap): pick(options[gap]) for gap in options if rng.random() < 0.8} or None
    return f"typed {rng.randint(0, 10**6)} șță"


def meaning(version, q, response):
    """Return a response in terms of uids; what has none is left out."""
    parts_, options = version.uids[q["key"]]
    match q["type"]:
        case "choice":
            return options.get(response)
        case "multiple" | "order":
            return [options[n] for n in response if n in options]
        case "match" | "categorize":
            pairs = [(parts_.get(int(n)), options.get(value)) for n, value in response.items()]
            return {part: value for part, value in pairs if part and value}
        case "gaps":
            pairs = [(int(n), options.get(int(n), {}).get(value)) for n, value in response.items()]
            return {gap: value for gap, value in pairs if value}
    return response


def still_there(version, q, meant):
    """Return what of a remembered answer must be found in a version; None where nothing must."""
    parts_, options = version.uids[q["key"]]
    match q["type"]:
        case "choice":
            return meant if meant in options.values() else None
        case "multiple" | "order":
            return [uid for uid in meant if uid in options.values()] or None
        case "match" | "categorize":
            known = set(parts_.values()), set(options.values())
            return {p: o for p, o in meant.items() if p in known[0] and o in known[1]} or None
        case "gaps":
            return {n: o for n, o in meant.items() if o in options.get(n, {}).values()} or None
    return meant


def offered_by(version, q):
    """Return the uids of what a version asks to be chosen, sorted or filled."""
    parts_, options = version.uids[q["key"]]
    return set(parts_.values()) or (set(options) if q["type"] == "gaps" else set(options.values()))


def versions_of(folder, seed):
    author = Author(folder, seed)
    made = []
    for _ in range(VERSIONS):
        author.write()
        write_ids(folder, author.same)
        compiled = compile_course(folder)
        assert compiled.courses, [str(problem) for problem in compiled.problems]
        made.append(Version(author, compiled.courses[0]))
        for _ in range(EDITS):
            author.edit()
    return made


class Learner:
    """Works, and remembers by uid what was done."""

    def __init__(self, rng, node):
        self.rng, self.node = rng, node
        self.text = ""
        self.answers, self.pages, self.quizzes = {}, {}, {}
        self.best = 0

    def open(self, version):
        """Hold what a version finds in the saved text against what was done."""
        found = self.node(READ, version.data, self.text, version.questions)
        for id_, uid in version.pages.items():
            assert found["pages"][id_] >= self.pages.get(uid, 0), ("page", id_)
        for id_, work in found["quizzes"].items():
            for name, value in self.quizzes.get(version.pages[id_], {}).items():
                kept = work[name]
                assert round(kept * 10**6 if name == "best" else kept) == value, (id_, name)
        for q in version.questions:
            self._hold(version, q, found["answers"][q["key"]])
        assert found["best"] >= self.best
        self._read_in_python(version, found)

    def _hold(self, version, q, kept):
        meant, offered = self.answers.get(version.owners[q["key"]], (None, set()))
        due = None if meant is None else still_there(version, q, meant)
        if due is None:
            return
        assert kept is not None, ("lost", q, due)
        got = meaning(version, q, kept["response"])
        # What an older version did not offer may stay beside an answer that it was given again.
        if isinstance(due, dict):
            got = {part: got[part] for part in got if part in due or part in offered}
        elif isinstance(due, list):
            got = [uid for uid in got if uid in due or uid in offered]
        assert got == due, (q, got, due)

    def _read_in_python(self, version, found):
        work = saved_work(decode_state(self.text), version.layout)
        seen = {id_: SEEN.index(word) for id_, word in work.pages}
        assert seen == {id_: found["pages"][id_] for id_ in seen}
        answers = {one.key: one for one in work.answers if not one.gone}
        for key, kept in found["answers"].items():
            assert (key in answers) == (kept is not None), key
            if kept is None or answers[key].credit is not None:
                continue
            given = _plain(answers[key].response)
            if answers[key].type == "order":  # the slots alone don't tell which items there are
                given = [n for n in given if n in kept["response"]]
            assert given == _plain(kept["response"]), key

    def work(self, version):
        """Do something, and have the state saved."""
        rng = self.rng
        answers, pages, quizzes = {}, {}, {}
        for q in version.questions:
            given = answer(rng, version, q) if rng.random() < 0.4 else None
            if given is not None:
                answers[q["key"]] = given
                known = meaning(version, q, given), offered_by(version, q)
                self.answers[version.owners[q["key"]]] = known
        for id_, uid in version.pages.items():
            if rng.random() < 0.4:
                pages[id_] = rng.randint(1, 3)
                self.pages[uid] = max(self.pages.get(uid, 0), pages[id_])
        for page in self._quizzes(version):
            if rng.random() < 0.4:
                quizzes[page] = {
                    "attempts": rng.randint(0, 255), "attempt": rng.randint(0, 2),
                    "passed": rng.randint(0, 1), "best": rng.randint(0, 10**6),
                }  # fmt: skip
                self.quizzes[version.pages[page]] = quizzes[page]
        done = {"answers": answers, "pages": pages, "quizzes": quizzes}
        self.text = self.node(WORK, version.data, self.text, version.questions, done)

    def _quizzes(self, version):
        pages = [page for module in version.data["modules"] for page in module["pages"]]
        return [page["id"] for page in pages if page.get("quiz")]


def _plain(response):
    if isinstance(response, dict):
        return {int(part): value for part, value in response.items()}
    return response


@pytest.mark.parametrize("shard", range(SHARDS))
def test_nothing_that_still_exists_is_lost(tmp_path, node, shard):
    for seed in range(shard, COURSES, SHARDS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        versions = versions_of(folder, seed)
        rng = random.Random(seed)
        for person in range(LEARNERS):
            learner = Learner(rng, node)
            learner.work(rng.choice(versions))
            for hop in range(HOPS):
                version = rng.choice(versions)
                try:
                    learner.open(version)
                except AssertionError as lost:
                    raise AssertionError(
                        f"course {seed}, learner {person}, hop {hop}: {lost}"
                    ) from lost
                learner.work(version)
