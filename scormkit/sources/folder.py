"""The course folder: what lies in it, and whether a path written in a source may be used."""

from __future__ import annotations

import difflib
import os
import stat
import unicodedata
from pathlib import Path, PurePosixPath

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems

MOST_FILES = 20_000
"""A folder with more files than this is no course; the rest isn't looked at."""


class Folder:
    """A course folder. Paths are POSIX, relative to it, in Unicode form C; never leave it."""

    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self._real = os.path.realpath(root)
        self._prefix = "" if shown in ("", ".") else shown.rstrip("/") + "/"
        self._listed: dict[str, str] | None = None
        self._plain: set[str] = set()
        self.used: set[str] = set()
        self._closed: dict[str, str] = {}

    def shown(self, key: str) -> str:
        """Return a path as a person would type it."""
        return self._prefix + key

    def disk(self, key: str) -> Path:
        """Return where a file of the course lies."""
        return self.root / self.listed.get(key, key)

    @property
    def listed(self) -> dict[str, str]:
        """Every file that isn't hidden: its path in form C -> its path as the disk has it."""
        return self._list()

    def _list(self) -> dict[str, str]:
        if self._listed is None:
            self._listed = {}
            self._walk("")
        return self._listed

    @property
    def plain(self) -> frozenset[str]:
        """Every file of ``listed`` that is an ordinary one: no link, no device."""
        self._list()
        return frozenset(self._plain)

    @property
    def closed(self) -> dict[str, str]:
        """Folders that may not be listed, the course's own as "", and the system's reason."""
        self._list()
        return self._closed

    def _walk(self, inside: str) -> None:
        listed = self.listed
        try:
            with os.scandir(self.root / inside) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._closed[inside] = error.strerror or str(error)
            return
        for entry in found:
            if entry.name.startswith(".") or len(listed) >= MOST_FILES:
                continue
            path = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                self._walk(path + "/")
            else:
                key = unicodedata.normalize("NFC", path)
                listed[key] = path
                if entry.is_file(follow_symlinks=False):
                    self._plain.add(key)

    def find(self, written: str, base: str, place: Place, problems: Problems) -> str | None:
        """Return the key of the file that ``base`` (a key) names by ``written``, and mark it used.

        A path out of the folder, a missing, hidden or special file is a problem: SK1401-SK1404.
        """
        key = self.key(written, base, place, problems)
        if key is None:
            return None
        wrong = self._wrong(key, written)
        if wrong:
            problems.error(place, *wrong)
            return None
        self.used.add(key)
        return key

    def key(self, written: str, base: str, place: Place, problems: Problems) -> str | None:
        """Return the key that a written path means, whether or not a file is there."""
        wrong = _malformed(written)
        parts = base.split("/")[:-1]
        for part in unicodedata.normalize("NFC", written).split("/"):
            if part in ("", "."):
                continue
            if part == ".." and not parts:
                wrong = wrong or "leads out of the course folder"
            elif part == "..":
                parts.pop()
            else:
                parts.append(part)
        if wrong:
            problems.error(
                place,
                "SK1402",
                f"the path {_short(written)} {wrong}; write it with /, relative to this file, "
                "to a file inside the course folder",
            )
            return None
        return "/".join(parts)

    def _wrong(self, key: str, written: str) -> tuple[str, str] | None:
        if key in self.listed and key in self._plain:
            return None
        if any(part.startswith(".") for part in key.split("/")):
            return "SK1403", f"{_short(written)} is hidden (a name with a leading point)"
        return self._odd(key, written)

    def _odd(self, key: str, written: str) -> tuple[str, str] | None:
        """Look at what is no plain file of the folder: missing, a link, something else."""
        real = os.path.realpath(self.disk(key))
        if not real.startswith(self._real + os.sep):
            return "SK1402", f"{_short(written)} is a link out of the course folder"
        try:
            mode = self.disk(key).stat().st_mode
        except (OSError, ValueError):
            return self._missing(key, written)
        if not stat.S_ISREG(mode):
            what = "a folder; name a file in it" if stat.S_ISDIR(mode) else "not an ordinary file"
            return "SK1403", f"{_short(written)} is {what}"
        if key not in self.listed and self._same_but_case(key):
            return self._missing(key, written)
        return None

    def _same_but_case(self, key: str) -> str | None:
        folded = key.casefold()
        return next((other for other in self.listed if other.casefold() == folded), None)

    def _missing(self, key: str, written: str) -> tuple[str, str]:
        other = self._same_but_case(key)
        if other:
            return "SK1404", f"there is no file {_short(written)}, letter case differs: {other!r}"
        near = self.near(key)
        hint = f"; did you mean {near!r}?" if near else f" (looked for {self.shown(key)!r})"
        return "SK1401", f"there is no file {_short(written)}{hint}"

    def near(self, key: str) -> str | None:
        """Return the path of a file with a similar name, same folder and ending first."""
        name = PurePosixPath(key).name
        same_name = [one for one in self.listed if PurePosixPath(one).name == name]
        if same_name:
            return same_name[0]
        close = difflib.get_close_matches(key, self.listed, 1, 0.75)
        return close[0] if close else None


def _malformed(written: str) -> str | None:
    if not written.strip() or "\0" in written:
        return "is empty" if not written.strip() else "holds a NUL character"
    if "\\" in written:
        return "has a backslash"
    if written.startswith(("/", "~")):
        return "is absolute"
    if len(written) > 1 and written[1] == ":" and written[0].isalpha():
        return "has a drive letter"
    return None


def _short(written: str) -> str:
    return repr(written if len(written) <= 80 else written[:77] + "…")
