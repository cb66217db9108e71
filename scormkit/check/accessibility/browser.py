"""axe-core on every page, where Playwright, a Chromium and axe-core are at hand."""

from __future__ import annotations

import re
import shutil
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from scormkit.check.accessibility.evidence import Evidence, Finding, Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RUN = """async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
"wcag22aa"]})).violations.map((v) => [v.tags, v.help, v.nodes.map((n) => n.target.join(" "))])"""
_TAG = re.compile(r"wcag(\d)(\d)(\d+)")
Files = Mapping[str, bytes | Path]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests."""


def with_browser(report: Report, files: Files, axe: Path) -> Report:
    """Return the report with what axe-core finds on the pages; what is missing is said."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is there
    except ImportError:
        return replace(report, browser="not run: the package playwright is not installed")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        return replace(report, browser=f"not run: none of {', '.join(BROWSERS)} is installed")
    if not axe.is_file():
        return replace(report, browser=f"not run: there is no file {axe}")
    with tempfile.TemporaryDirectory(prefix="scormkit-") as folder, sync_playwright() as playwright:
        paths = _write(files, Path(folder))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        found = _visit(browser, Path(folder), paths, axe.read_text("utf-8"))
        version = browser.version
        browser.close()
    said = f"axe-core in Chromium {version}, {len(paths)} pages, {len(found)} findings"
    return replace(
        report, browser=said, evidence=tuple(_with(one, found) for one in report.evidence)
    )


def _write(files: Files, folder: Path) -> list[str]:
    """Write the files and return the paths of the pages."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.read_bytes())
    return sorted(path for path in files if path.endswith((".html", ".htm")))


def _visit(browser: Browser, folder: Path, paths: list[str], axe: str) -> list[tuple[str, Finding]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(bypass_csp=True)
    found = []
    try:
        for path in paths:
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            page.wait_for_load_state("networkidle")
            page.evaluate(axe)
            for tags, text, targets in page.evaluate(RUN):
                number = _number(tags)
                found += [(number, Finding(path, 0, f"axe: {text}: {at}")) for at in targets]
            page.close()
    finally:
        context.close()
        server.shutdown()
        server.server_close()
    return found


def _number(tags: list[str]) -> str:
    """Return the criterion that axe's tags name: wcag143 is 1.4.3."""
    match = next(filter(None, map(_TAG.fullmatch, tags)), None)
    return ".".join(match.groups()) if match else "4.1.2"


def _with(one: Evidence, found: list[tuple[str, Finding]]) -> Evidence:
    more = tuple(finding for number, finding in found if number == one.number)
    if not more:
        return one
    return replace(one, result="failed", findings=(*one.findings, *more))
