"""Zip a folder: stored where it is PNG, else deflated; the least that any builder must do.

python tests/bench/floor.py FOLDER ZIP
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path


def main(folder: Path, target: Path) -> None:
    """Write the files of ``folder`` into ``target``."""
    with zipfile.ZipFile(target, "w", compresslevel=6) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            kind = zipfile.ZIP_STORED if path.suffix == ".png" else zipfile.ZIP_DEFLATED
            archive.write(path, path.relative_to(folder), kind)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
