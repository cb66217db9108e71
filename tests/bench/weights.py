"""What packages weigh: the first page, all but the media, the longest saved state."""

from __future__ import annotations

from collections.abc import Iterator

from builds import Package
from table import Line

KILOBYTE = 1000
FIRST_PAGE = 25.0
OVERHEAD = 100.0
STATE = 1000.0


def weight_lines(name: str, package: Package) -> Iterator[Line]:
    """Yield the weights of a package."""
    first = package.report["first_page"]
    yield Line(f"{name}: first page, gzipped", first["code_gz"] / KILOBYTE, "kB", FIRST_PAGE)
    media = sum(path.stat().st_size for path in package.folder.rglob("*.png"))
    over = (package.archive.stat().st_size - media) / KILOBYTE
    # The 100 kB are the tool's own; a large course also has much text of its own.
    yield Line(f"{name}: package over its media", over, "kB", OVERHEAD if name == "SMALL" else None)
    if name == "LARGE":
        longest = max(state["longest"] for state in package.report["states"])
        yield Line("LARGE: longest state of closed questions", longest, "", STATE)
