"""A piece of a package on its way."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from scormkit.publish.form import Value


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes of the package of this SHA-256, from ``offset``; without data it only asks."""

    sha256: str
    size: int
    offset: int = 0
    data: bytes = b""

    def wire(self) -> dict[str, Value]:
        """Return the chunk as parameters."""
        return {
            "sha256": self.sha256,
            "size": self.size,
            "offset": self.offset,
            "data": base64.b64encode(self.data).decode("ascii"),
        }
