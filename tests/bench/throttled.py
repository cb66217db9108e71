"""How soon an old phone on a 2G line shows the first page, and lets it be used."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from table import Line

LINE = {"offline": False, "latency": 300, "downloadThroughput": 31_250, "uploadThroughput": 6_250}
"""Regular 2G as browsers' tools have it: 250 kbit/s down, 300 ms there and back; bytes a second."""
SLOWER = 6
"""How many times slower the processor is than this machine's."""
USABLE = 3.0
TIMES = 3
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
NOTED = """new MutationObserver((changes, watching) => {
  const progress = document.querySelector("#progress");
  if (!progress || progress.hidden) return;
  window.usableAt = performance.now();
  watching.disconnect();
}).observe(document, {subtree: true, childList: true, attributes: true});
"""
"""The page notes by itself when its script has begun: to be asked takes a slow processor long."""
USABLE_AT = "window.usableAt"


class Zipped(SimpleHTTPRequestHandler):
    """Serves text gzipped, as web servers do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


def throttled_lines(browser: Any, name: str, folder: Path) -> Iterator[Line]:
    """Yield when the start page of a package is painted, and when its script has begun."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipped, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/index.html"
    painted, usable = zip(*(_visit(browser, address) for _ in range(TIMES)), strict=True)
    yield Line(f"{name}: readable on 2G, CPU / 6", median(painted) / 1000, "s", USABLE)
    yield Line(f"{name}: usable on 2G, CPU / 6", median(usable) / 1000, "s", USABLE)
    server.shutdown()
    server.server_close()


def _visit(browser: Any, address: str) -> tuple[float, float]:
    """Return the milliseconds until the page is painted, and until it can be used."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.add_init_script(NOTED)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.wait_for_function(USABLE_AT)
    figures = page.evaluate(FIRST_PAINT), page.evaluate(USABLE_AT)
    context.close()
    return figures
