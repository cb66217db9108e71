"""Processes, measured: wall and CPU seconds, peak memory."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SCORMKIT = (sys.executable, "-m", "scormkit")
KILOBYTE = 1024


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of wall and CPU, and bytes at its peak."""

    wall: float
    cpu: float
    peak: float


def environment(scratch: Path) -> dict[str, str]:
    """Return an environment in which Python keeps bytecode, as it does once installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPYCACHEPREFIX": str(scratch / "bytecode")}


def run(command: Sequence[str], scratch: Path) -> Run:
    """Run a command once; stop the bench with its words where it fails."""
    with (scratch / "said.txt").open("w+b") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=said, stderr=subprocess.STDOUT, env=environment(scratch)
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * peak_unit())


def peak_unit() -> int:
    """Return the bytes in a unit of ``ru_maxrss``: the BSDs count bytes, Linux 1024."""
    return 1 if sys.platform == "darwin" else 1024


def peak_of_all(command: Sequence[str], scratch: Path) -> float | None:
    """Return the most bytes that a command and its processes hold at once; None: not known.

    What several share counts once (PSS), so Linux must say it.
    """
    if sys.platform != "linux":
        return None
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(scratch), start_new_session=True,
    )  # fmt: skip
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_share(folder) for folder in _session(process.pid)))
    return peak * KILOBYTE


def _session(leader: int) -> Iterator[Path]:
    """Yield the folders in /proc of the processes of a session."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(after_name[3]) == leader:
                yield folder


def _share(process: Path) -> int:
    """Return the kilobytes that a process has, with its share of what it shares."""
    with contextlib.suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def medians(commands: Sequence[Sequence[str]], scratch: Path, times: int) -> list[Run]:
    """Return the median of several runs of each command.

    They take turns, so that what else the machine does meets all of them alike; a first round
    that warms the disk and the bytecode does not count.
    """
    rounds = [[run(command, scratch) for command in commands] for _ in range(times + 1)]
    return [_median(runs) for runs in zip(*rounds[1:], strict=True)]


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        statistics.median(one.wall for one in runs),
        statistics.median(one.cpu for one in runs),
        max(one.peak for one in runs),
    )
