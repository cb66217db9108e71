"""How soon an old phone on a 2G line shows the first page, and lets it be used."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from table import Line

LINE = {"offline": False, "latency": 300, "downloadThroughput": 31_250, "uploadThroughput": 6_250}
"""Regular 2G as browsers' tools have it: 250 kbit/s down, 300 ms there and back; bytes a second."""
SLOWER = 6
"""How many times slower the processor is than this machine's."""
USABLE = 3.0
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
NOW = "performance.now()"


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
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"http://127.0.0.1:{server.server_port}/index.html", wait_until="commit")
    page.wait_for_selector("#progress:not([hidden])", state="attached")
    usable = page.evaluate(NOW)
    page.wait_for_load_state("load")
    yield Line(f"{name}: readable on 2G, CPU / 6", page.evaluate(FIRST_PAINT) / 1000, "s", USABLE)
    yield Line(f"{name}: usable on 2G, CPU / 6", usable / 1000, "s", USABLE)
    context.close()
    server.shutdown()
    server.server_close()
