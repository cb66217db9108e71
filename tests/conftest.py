"""A real browser, and a host page with scorm-again that stands for an LMS."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

# Machines are noisy: how long an example takes says nothing of the code.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]
SCORM_AGAIN = ROOT / ".tools" / "node_modules" / "scorm-again" / "dist"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOST = (Path(__file__).parent / "lms_host.html").read_text("utf-8")
NESTED = '<!doctype html><title>Frame</title><iframe id="sco" src="{src}" {size}></iframe>'
SIZE = 'style="width:100%;height:600px;border:0"'


class Handler(SimpleHTTPRequestHandler):
    """Serves the host page, scorm-again and the packages; forbids ``unload`` as browsers will."""

    lms: Lms

    def log_message(self, *_: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        bare = urlsplit(path).path
        if bare.startswith("/scorm-again/"):
            return str(SCORM_AGAIN / Path(bare).name)
        name, _, rest = bare.removeprefix("/course/").partition("/")
        folder = self.lms.courses.get(name)
        return str(folder / rest) if folder else str(ROOT / "no-such-file")

    def end_headers(self) -> None:
        self.send_header("Permissions-Policy", "unload=()")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        self.lms.requests.append(urlsplit(self.path).path)
        path = urlsplit(self.path)
        if path.path in ("/host", "/nested"):
            self._page(HOST if path.path == "/host" else NESTED.format(src=path.query, size=SIZE))
        elif self.lms.offline and path.path.endswith(".html"):
            self.send_error(503)
        else:
            super().do_GET()

    def _page(self, text: str) -> None:
        data = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Launch:
    """A course that is open in the LMS. ``sco`` is its frame or window."""

    def __init__(self, lms: Lms, page: Any, sco: Any, host: Any) -> None:
        self.lms, self.page, self.sco, self.host = lms, page, sco, host

    @property
    def calls(self) -> list[list[Any]]:
        """Return every call so far: [function, [arguments], answer, error code]."""
        return self.host.evaluate("lms.calls")

    def named(self, *functions: str) -> list[list[Any]]:
        """Return the calls of these functions, without ``LMS`` before the name."""
        return [c for c in self.calls if c[0].removeprefix("LMS") in functions]

    def cmi(self, element: str) -> str:
        """Return a value as the LMS keeps it."""
        return self.host.evaluate("element => lms.value(element)", element)

    def sets(self, element: str) -> list[str]:
        """Return the values that were set for an element, in order."""
        return [c[1][1] for c in self.named("SetValue") if c[1][0] == element]

    def errors(self) -> list[list[Any]]:
        """Return the calls that ended in an API error."""
        return [c for c in self.calls if c[3] not in ("0", 0)]

    def leave(self) -> dict[str, Any]:
        """Close the course as a learner does, and return what the LMS keeps of it."""
        if self.page is self.host:
            self.host.evaluate("document.getElementById('sco').src = 'about:blank'")
            self.host.wait_for_function("lms.finished || lms.silent")
        else:
            self.sco.close(run_before_unload=True)
            self.host.wait_for_function("lms.finished || lms.silent")
        self.lms.kept = self.host.evaluate("lms.kept()")
        self.host.close()
        return self.lms.kept


class Lms:
    """Serves packages and launches them; what a learner did is kept from launch to launch."""

    def __init__(self, browser: Any, server: ThreadingHTTPServer) -> None:
        self.courses: dict[str, Path] = {}
        self.requests: list[str] = []
        self.kept: dict[str, Any] | None = None
        self.offline = False
        self.context = browser.new_context(locale="en-GB", viewport={"width": 1000, "height": 700})
        self.origin = f"http://127.0.0.1:{server.server_address[1]}"

    def serve(self, folder: Path, name: str = "c") -> str:
        """Serve an unpacked package, and return its address."""
        self.courses[name] = folder
        return f"{self.origin}/course/{name}/"

    def launch(
        self,
        folder: Path,
        standard: str = "1.2",
        within: str = "iframe",
        start: str = "index.html",
        **values: Any,
    ) -> Launch:
        """Open a package: ``within`` an iframe, nested frames or a popup.

        ``values`` go to the host page: ``mode``, ``fail`` (commits answer false),
        ``throws``, ``silent`` (has no finish to wait for). With ``clock`` the page's time
        may be turned forward.
        """
        url = self.serve(folder) + start
        host = self.context.new_page()
        if values.pop("clock", False):
            host.clock.install()
        host.goto(f"{self.origin}/host")
        options = {"standard": standard, "kept": self.kept, "url": url, "within": within, **values}
        if within == "popup":
            host.evaluate("options => begin(options)", options)
            with host.expect_popup() as popup:
                host.click("#popup")
            return self._ready(Launch(self, popup.value, popup.value, host))
        host.evaluate("options => begin(options)", options)
        host.wait_for_selector("#sco")
        frame = host.query_selector("#sco").content_frame()
        if within == "nested":
            frame.wait_for_selector("#sco")
            frame = frame.query_selector("#sco").content_frame()
        return self._ready(Launch(self, host, frame, host))

    def _ready(self, launch: Launch) -> Launch:
        launch.sco.wait_for_selector("#saved:not(:empty), [data-notice]", state="attached")
        return launch


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return Playwright's Chromium, the system's one."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"NO BROWSER: needs {CHROMIUM}")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def lms_server() -> Iterator[tuple[ThreadingHTTPServer, type[Handler]]]:
    """Return a server on loopback, and the handler whose ``lms`` it serves."""
    handler = type("LmsHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(ROOT)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, handler
    server.shutdown()
    server.server_close()


@pytest.fixture
def lms(browser: Any, lms_server: Any) -> Iterator[Lms]:
    """Return an LMS with nothing kept; its pages are closed at the end."""
    if not SCORM_AGAIN.exists():
        pytest.skip("NO SCORM-AGAIN: npm install --prefix .tools, from tests/package.json")
    server, handler = lms_server
    handler.lms = made = Lms(browser, server)
    yield made
    made.context.close()


@pytest.fixture
def unpack(tmp_path: Path) -> Any:
    """Return a function that writes a site's files to a folder, stamped."""

    def write(files: Any, name: str = "site", stamp: str = "0123456789abcdef") -> Path:
        folder = tmp_path / name
        shutil.rmtree(folder, ignore_errors=True)
        for file in files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            data = file.data if isinstance(file.data, bytes) else file.data.read_bytes()
            path.write_bytes(data.replace(b"@scormkit-build@", stamp.encode()))
        return folder

    return write
