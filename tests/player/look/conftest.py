"""The gallery course as fixtures, on a web server and in a browser."""

from __future__ import annotations

import functools
import http.server
import importlib
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from scormkit.course.model import Course
from scormkit.player.site import site
from scormkit.player.theme import LOOKS

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course with every page kind, block and question type."""
    sys.path.insert(0, str(HERE))
    try:
        made = importlib.import_module("gallery")
    finally:
        sys.path.remove(str(HERE))
    return made.course(made.assets(tmp_path_factory.mktemp("assets")))


@pytest.fixture(scope="session")
def chromium(browser):
    """The browser that all tests share: Playwright runs once in a process."""
    return browser


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


def write(course: Course, folder: Path) -> Path:
    """Write a course's site to disk."""
    for file in site(course, "local", None).files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data if isinstance(file.data, bytes) else file.data.read_bytes())
    return folder


@pytest.fixture(scope="session")
def folder(gallery: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(gallery, tmp_path_factory.mktemp("site"))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yield its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(folder: Path):
    """The gallery's site on a plain web server."""
    with served(folder) as made:
        yield made


@pytest.fixture(scope="session")
def themed(gallery: Course, tmp_path_factory: pytest.TempPathFactory):
    """The gallery's site in the other themes: theme -> address."""
    with ExitStack() as stack:
        made = {}
        for name in [name for name in LOOKS if name != gallery.theme.name]:
            theme = gallery.theme.model_copy(update={"name": name})
            folder = write(
                gallery.model_copy(update={"theme": theme}), tmp_path_factory.mktemp(name)
            )
            made[name] = stack.enter_context(served(folder))
        yield made


@pytest.fixture
def open_page(chromium, address, themed):
    """Return a function that opens a page of the gallery and fails on any error of its script."""
    made = []
    errors: list[str] = []

    def opened(path: str, width: int = 1280, scheme: str = "light", theme="calm", **more: object):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, **more
        )
        made.append(context)
        page = context.new_page()
        page.set_default_timeout(6000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda message: errors.append(message.text) if message.type == "error" else None,
        )
        page.goto(f"{themed.get(theme, address)}{path}.html")
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    for context in made:
        context.close()
    assert not [error for error in errors if "favicon" not in error and "404" not in error]
