"""A course that an author edits at random, and what each thing in it is for ever.

Things keep their ``uid`` through moves, rewordings and renames; ids and texts are what the
author writes. Texts and ids are never used twice, so a text tells its uid.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

TYPES = (
    *("choice", "multiple", "true_false", "short_answer", "number"),
    *("match", "order", "categorize", "gaps", "essay"),
)


@dataclass
class Option:
    uid: int
    text: str


@dataclass
class Question:
    uid: int
    id: str
    type: str
    options: list[Option]
    groups: list[Option]
    was: list[str] = field(default_factory=list)


@dataclass
class Page:
    uid: int
    id: str
    kind: str
    questions: list[Question]
    was: list[str] = field(default_factory=list)
    shuffle: bool = False


class Author:
    """Writes a course to a folder, edits it, and remembers every text of an option."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self._next = count(1)
        self.uids: dict[str, int] = {}
        self.gone_pages: list[Page] = []
        self.gone_questions: list[tuple[Page, Question]] = []
        self.modules = [[self._page("lesson"), self._page("quiz")], [self._page("quiz")]]

    @property
    def pages(self) -> list[Page]:
        return [page for module in self.modules for page in module]

    def _option(self) -> Option:
        uid = next(self._next)
        return Option(uid, self._words(uid))

    def _words(self, uid: int) -> str:
        text = f"words{next(self._next)}"
        self.uids[text] = uid
        return text

    def _options(self, low: int = 2) -> list[Option]:
        return [self._option() for _ in range(self.random.randint(low, 4))]

    def _question(self) -> Question:
        uid = next(self._next)
        kind = self.random.choice(TYPES)
        options = self._options()
        return Question(uid, f"q{uid}", kind, options, self._options()[: len(options)])

    def _page(self, kind: str) -> Page:
        uid = next(self._next)
        questions = [self._question() for _ in range(self.random.randint(1, 3))]
        return Page(uid, f"p{uid}", kind, questions, shuffle=self.random.random() < 0.5)

    # What an author does, one thing a call.

    def edit(self) -> None:
        self.random.choice(self.EDITS)(self)

    def add_page(self) -> None:
        if len(self.pages) < 6:
            module = self.random.choice(self.modules)
            module.insert(self.random.randint(0, len(module)), self._page(self._kind()))

    def _kind(self) -> str:
        return self.random.choice(["lesson", "quiz"])

    def remove_page(self) -> None:
        module = self.random.choice([one for one in self.modules if len(one) > 1] or [None])
        if module:
            self.gone_pages.append(module.pop(self.random.randrange(len(module))))

    def restore_page(self) -> None:
        if self.gone_pages:
            page = self.gone_pages.pop(self.random.randrange(len(self.gone_pages)))
            self.random.choice(self.modules).append(page)

    def move_page(self) -> None:
        module = self.random.choice([one for one in self.modules if len(one) > 1] or [None])
        if module:
            page = module.pop(self.random.randrange(len(module)))
            other = self.random.choice(self.modules)
            other.insert(self.random.randint(0, len(other)), page)

    def rename_page(self) -> None:
        page = self.random.choice(self.pages)
        page.was.append(page.id)
        page.id = f"p{next(self._next)}"

    def toggle_shuffle(self) -> None:
        page = self.random.choice(self.pages)
        page.shuffle = not page.shuffle

    def _any_question(self) -> tuple[Page, Question]:
        page = self.random.choice([page for page in self.pages if page.questions])
        return page, self.random.choice(page.questions)

    def add_question(self) -> None:
        page = self.random.choice(self.pages)
        if len(page.questions) < 5:
            at = self.random.randint(0, len(page.questions))
            page.questions.insert(at, self._question())

    def remove_question(self) -> None:
        page, question = self._any_question()
        if len(page.questions) > 1:
            page.questions.remove(question)
            self.gone_questions.append((page, question))

    def restore_question(self) -> None:
        back = [pair for pair in self.gone_questions if pair[0] in self.pages]
        if back:
            pair = self.random.choice(back)
            self.gone_questions.remove(pair)
            pair[0].questions.append(pair[1])

    def move_question(self) -> None:
        page, question = self._any_question()
        page.questions.remove(question)
        page.questions.insert(self.random.randint(0, len(page.questions)), question)

    def move_check(self) -> None:
        lessons = [page for page in self.pages if page.kind == "lesson" and page.questions]
        if len(lessons) > 1:
            source, target = self.random.sample(lessons, 2)
            if len(source.questions) > 1:
                target.questions.append(source.questions.pop())

    def rename_question(self) -> None:
        question = self._any_question()[1]
        question.was.append(question.id)
        question.id = f"q{next(self._next)}"

    def retype_question(self) -> None:
        self._any_question()[1].type = self.random.choice(TYPES)

    def _any_options(self) -> list[Option]:
        question = self._any_question()[1]
        return self.random.choice([question.options, question.groups])

    def add_option(self) -> None:
        question = self._any_question()[1]
        more = [self._option() for _ in range(self.random.choice([1, 1, 4]))]
        # Never more groups than options: a category needs an item.
        fewer = len(question.groups) + len(more) <= len(question.options)
        options = self.random.choice([question.options, question.groups if fewer else []])
        if len(options) < 9:
            at = self.random.randint(0, len(options))
            options[at:at] = more

    def remove_option(self) -> None:
        question = self._any_question()[1]
        fewer = len(question.groups) < len(question.options)
        options = self.random.choice([question.options if fewer else [], question.groups])
        if len(options) > 2:
            options.pop(self.random.randrange(len(options)))

    def move_option(self) -> None:
        self.random.shuffle(self._any_options())

    def reword_option(self) -> None:
        option = self.random.choice(self._any_options())
        option.text = self._words(option.uid)

    EDITS = (
        *(add_page, remove_page, restore_page, move_page, rename_page, toggle_shuffle),
        *(add_question, remove_question, restore_question, move_question, move_check),
        *(rename_question, retype_question, retype_question),
        *(add_option, add_option, add_option, remove_option, move_option),
        *(reword_option, reword_option),
    )

    def same(self, reworded) -> int | None:
        """Answer `ids --write`: which of the texts is the reworded one, if any is."""
        uid = self.uids[reworded.old]
        texts = list(reworded.candidates)
        return next((n for n, text in enumerate(texts) if self.uids[text] == uid), None)

    # The files.

    def write(self) -> None:
        for old in self.folder.glob("p*"):
            old.unlink()
        modules = "".join(
            f"  - id: m{n}\n    title: Module {n}\n    items:\n"
            + "".join(f"      - {page.kind}: {_file(page)}\n" for page in module)
            for n, module in enumerate(self.modules)
        )
        head = "id: edited\ntitle: Edited\nlang: en\nmodules:\n"
        (self.folder / "course.yml").write_text(head + modules, "utf-8")
        for page in self.pages:
            (self.folder / _file(page)).write_text(_text(page), "utf-8")


def _file(page: Page) -> str:
    return f"p{page.uid}.{'md' if page.kind == 'lesson' else 'yml'}"


def _text(page: Page) -> str:
    head = f"id: {page.id}\ntitle: Page {page.uid}\n{_was(page.was)}"
    if page.kind == "lesson":
        blocks = "".join(f":::{{question}}\n{_lines(q, '')}:::\n\n" for q in page.questions)
        return f"---\n{head}---\nSome words.\n\n{blocks}"
    shuffle = "shuffle: {questions: true, answers: true}\n" if page.shuffle else ""
    items = "".join("  - " + _lines(q, "    ").lstrip() for q in page.questions)
    return f"{head}{shuffle}questions:\n{items}"


def _was(was: list[str]) -> str:
    return f"was: [{', '.join(was)}]\n" if was else ""


def _lines(question: Question, indent: str) -> str:
    lines = [f"id: {question.id}", f"type: {question.type}", f"text: Question {question.uid}"]
    lines += [_was(question.was).rstrip()] if question.was else []
    lines += _BODIES[question.type](question)
    return "".join(f"{indent}{line}\n" for line in lines)


def _texts(options: list[Option]) -> list[str]:
    return [option.text for option in options]


def _flow(texts: list[str]) -> str:
    return f"[{', '.join(texts)}]"


def _choice(question: Question) -> list[str]:
    first, *rest = _texts(question.options)
    return [f"right: {first}", f"wrong: {_flow(rest)}"]


def _multiple(question: Question) -> list[str]:
    first, *rest = _texts(question.options)
    return [f"right: {_flow([first])}", f"wrong: {_flow(rest)}"]


def _match(question: Question) -> list[str]:
    groups = _texts(question.groups)
    pairs = [f"{one}: {groups[n % len(groups)]}" for n, one in enumerate(_texts(question.options))]
    return [f"pairs: {{{', '.join(pairs)}}}"]


def _categorize(question: Question) -> list[str]:
    items, groups = _texts(question.options), _texts(question.groups)
    rows = [f"{name}: {_flow(items[n :: len(groups)])}" for n, name in enumerate(groups)]
    return [f"categories: {{{', '.join(rows)}}}"]


def _gaps(question: Question) -> list[str]:
    menu = "//".join(_texts(question.options))
    return [f'gaps: "Here [[{menu}]] and [[{"//".join(_texts(question.groups))}]]"']


_BODIES = {
    "choice": _choice,
    "multiple": _multiple,
    "true_false": lambda question: ["answer: true"],
    "short_answer": lambda question: [f"accept: [{question.options[0].text}]"],
    "number": lambda question: ["answer: 4"],
    "match": _match,
    "order": lambda question: [f"items: {_flow(_texts(question.options))}"],
    "categorize": _categorize,
    "gaps": _gaps,
    "essay": lambda question: ["min_words: 3"],
}
