"""What a launch costs in a real browser: requests, and calls of the LMS (scorm-again)."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from table import Line
from throttled import throttled_lines

TESTS = Path(__file__).parents[1]
CODE = {".html", ".js", ".css", ".json"}
REQUESTS, CALLS, COMMITS, FIRST_PAGE = 8, 12, 1, 25.0
SETTLED = 1500
"""Milliseconds after which a launch has said all that it says by itself."""


def visit_lines(packages: dict[tuple[str, str], Path]) -> Iterator[Line]:
    """Yield the figures of a launch of each package, by the course's name and the standard.

    Without a browser or scorm-again there are none, and that is said.
    """
    sys.path.insert(0, str(TESTS))
    import conftest  # noqa: PLC0415 - the host page of the tests

    if not Path(conftest.CHROMIUM).exists() or not conftest.SCORM_AGAIN.exists():
        missing = "NOT MEASURED: requests and LMS calls need Chromium and scorm-again (make test)\n"
        sys.stderr.write(missing)
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=conftest.CHROMIUM, args=conftest.ARGUMENTS
        )
        for (name, standard), folder in packages.items():
            yield from _launch(conftest, browser, f"{name} {standard}", folder, standard)
        for (name, standard), folder in packages.items():
            if standard == "1.2":
                yield from throttled_lines(browser, name, folder)
        browser.close()


def _launch(conftest: Any, browser: Any, name: str, folder: Path, standard: str) -> Iterator[Line]:
    handler = type("BenchHandler", (conftest.Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(TESTS)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    handler.lms = lms = conftest.Lms(browser, server)
    launch = lms.launch(folder, standard)
    launch.page.wait_for_timeout(SETTLED)
    loaded = [path.removeprefix("/course/c/") for path in lms.requests if "/course/" in path]
    yield Line(f"{name}: requests of the first page", len(loaded), "", REQUESTS)
    size = sum(_gzipped(folder / path) for path in loaded if Path(path).suffix in CODE)
    yield Line(f"{name}: code that they load, gzipped", size / 1000, "kB", FIRST_PAGE)
    yield Line(f"{name}: LMS calls at launch", len(launch.calls), "", CALLS)
    yield Line(f"{name}: commits at launch", len(launch.named("Commit")), "", COMMITS)
    lms.context.close()
    server.shutdown()
    server.server_close()


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))
