"""Compiled templates kept beside their sources, as Python keeps its own in __pycache__."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Keeps bytecode in a folder; where that may not be written, compiles each time anew.

    Jinja itself refuses bytecode of another Python, another Jinja or another source.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.jinja"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from its file, if there is one."""
        with suppress(OSError), self._path(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the bucket's file, whole or not at all."""
        path = self._path(bucket)
        part = path.with_suffix(f".{os.getpid()}.part")
        with suppress(OSError):  # a read-only installation: nothing is lost but time
            self.folder.mkdir(exist_ok=True)
            with part.open("wb") as file:
                bucket.write_bytecode(file)
            part.replace(path)
