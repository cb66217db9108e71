"""A second process saves time and changes nothing else."""

import hashlib
import os
import select
import signal
import time
from pathlib import Path

import pytest

from scormkit import forked
from scormkit.build import package
from scormkit.cli import compiling
from scormkit.cli.compiling import Compiler, Request
from scormkit.cli.run import run
from scormkit.course.compiled import Compiled
from scormkit.errors import Problem
from scormkit.forked import Forked, in_two, processes_allowed
from scormkit.player import pages

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch):
    """The machine may have one core, and a test runner has threads of its own."""
    monkeypatch.setattr(forked.threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    with processes_allowed():
        yield


def no_children() -> bool:
    try:
        return os.waitpid(-1, os.WNOHANG) == (0, 0)  # only those of the runner are left
    except ChildProcessError:
        return True


def test_the_work_is_done_in_another_process():
    with Forked(os.getpid) as child:
        assert child.result() not in {None, os.getpid()}
    assert no_children()


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, MemoryError])
def test_work_that_fails_is_left_to_the_first_process(fault, capfd):
    def work() -> int:
        raise fault

    with Forked(work) as child:
        assert child.result() is None
    assert capfd.readouterr() == ("", "")
    assert no_children()


def test_half_an_answer_is_none(monkeypatch):
    monkeypatch.setattr(forked, "_WHOLE", b"")  # as where the process was killed while it wrote
    child = Forked(lambda: "x" * 100)
    monkeypatch.undo()
    assert child.result() is None


def test_an_interruption_leaves_no_process_behind():
    with pytest.raises(KeyboardInterrupt), Forked(lambda: time.sleep(60)):
        raise KeyboardInterrupt
    assert no_children()


def test_an_interruption_while_it_waits_leaves_none_behind(monkeypatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    former = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    with pytest.raises(KeyboardInterrupt), Forked(lambda: time.sleep(60)) as child:
        child.result()
    signal.signal(signal.SIGALRM, former)
    assert no_children()


def test_it_ends_where_the_first_process_was_killed():
    ended, open_meanwhile = os.pipe()
    first = os.fork()
    if not first:
        Forked(lambda: b"more than a pipe holds" * 100_000)
        os._exit(0)
    os.close(open_meanwhile)
    os.waitpid(first, 0)
    assert select.select([ended], [], [], 10)[0], "the second process waits for ever"
    os.close(ended)


def test_nothing_is_forked_unasked(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    monkeypatch.setenv(forked.SWITCH, "1")
    with processes_allowed():
        assert Forked(os.getpid).result() is None
    monkeypatch.delenv(forked.SWITCH)
    monkeypatch.setattr(forked.threading, "active_count", lambda: 2)
    assert Forked(os.getpid).result() is None


def test_the_second_half_is_done_elsewhere_and_the_order_stays():
    made = in_two(lambda item: (item, os.getpid()), range(5), least=5)
    assert [item for item, _ in made] == [0, 1, 2, 3, 4]
    mine = [process == os.getpid() for _, process in made]
    assert mine == [True, True, True, False, False]
    assert in_two(lambda _: os.getpid(), range(4), least=5) == [os.getpid()] * 4


@pytest.mark.parametrize("wrong", [{1}, {4}, {1, 4}])
def test_the_first_fault_of_all_items_is_raised(wrong):
    def work(item: int) -> int:
        if item in wrong:
            raise LookupError(item)
        return item

    with pytest.raises(LookupError, match=str(min(wrong))):
        in_two(work, range(6), least=2)
    assert no_children()


def test_without_room_for_a_process_the_first_does_the_work(monkeypatch):
    def full() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", full)
    opened = os.dup(0)  # the lowest descriptor that is free
    os.close(opened)
    assert in_two(lambda item: item + os.getpid(), range(2), 1) == [os.getpid(), os.getpid() + 1]
    assert os.dup(0) == opened
    os.close(opened)


@pytest.fixture
def where(monkeypatch):
    """Let compiling say in which process it was done; the request must have come through."""

    def here(request: Request) -> Compiled:
        return Compiled((), (Problem(str(request.folder), os.getpid(), 0, "SK1000", "here"),))

    monkeypatch.setattr(compiling, "compile_here", here)


def test_the_first_course_is_compiled_elsewhere(where, monkeypatch):
    with Compiler() as compiler:
        first, second = compiler(Request(Path("a"))), compiler(Request(Path("b")))
    assert (first.problems[0].path, second.problems[0].path) == ("a", "b")
    assert first.problems[0].line != second.problems[0].line == os.getpid()
    monkeypatch.setenv(forked.SWITCH, "1")
    with processes_allowed(), Compiler() as compiler:
        assert compiler(Request(Path("a"))).problems[0].line == os.getpid()


def test_a_compiler_that_is_never_asked_ends(where):
    with Compiler():
        pass
    assert no_children()


def test_with_and_without_it_packages_and_words_are_the_same(make, tmp_path, capfd, monkeypatch):
    good, odd, bad = make("good", "g"), make("odd", "o"), make("bad", "b")
    with (odd / "course.yml").open("a") as course:
        course.write("descripton: x\n")
    (bad / "lessons" / "one.md").write_text("---\nid: one\ntitle: U\n---\n[x](y.md) {term}`z`\n")
    monkeypatch.setattr(pages, "_MANY", 2)
    monkeypatch.setattr(package, "MANY", 1)
    forks, fork = [], os.fork
    monkeypatch.setattr(os, "fork", lambda: forks.append(len(told)) or fork())
    told: list[object] = []
    for cores in ({0}, {0, 1}):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: cores)
        out = tmp_path / str(len(cores))
        for folders in ([good], [bad, odd, good], [tmp_path / "none", good]):
            arguments = ["build", *map(str, folders), "-o", str(out)]
            with Compiler() as compiler:
                told.append(run(arguments, compiler))
            told += [part.replace(str(out), "") for part in capfd.readouterr()]
        told += [hashlib.sha256(path.read_bytes()).digest() for path in out.iterdir()]
    half = len(told) // 2
    assert told[:half] == told[half:]
    assert [told[0], told[3], told[6], len(told)] == [0, 1, 1, 20]
    # For the package that is written, the compiler, half of the pages and a look for lost words.
    assert forks == [half, half, half, half + 3, half + 6]
