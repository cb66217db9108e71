"""SVG that is safe to ship: no script, no handlers, nothing from elsewhere, no entities.

Expat fetches nothing by itself, and an entity is refused where it is declared.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from scormkit.sources.pictures import BrokenPictureError

_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "handler", "listener"}
_REFERENCES = {"href", "src", "from", "to", "values", "by"}
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(?!#|data:image/(?:png|jpeg|gif|webp);)", re.IGNORECASE)
_SCHEME = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


class UnsafePictureError(Exception):
    """An SVG that could act or fetch something; the text says what, ``line`` where."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


def svg_size(data: bytes) -> tuple[int | None, int | None]:
    """Return the size in CSS pixels as far as the file says it.

    Raise BrokenPictureError where it isn't an SVG, UnsafePictureError where it is more than a
    mere picture.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BrokenPictureError(f"not well-formed XML: {error}") from None
    return _size(reader.root)


class _Reader:
    """Walks an SVG once; element names come as ``namespace name``."""

    def __init__(self) -> None:
        self.root: dict[str, str] = {}
        self._depth = 0
        self._style: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def _refuse(self, what: str) -> None:
        raise UnsafePictureError(what, self.parser.CurrentLineNumber)

    def _entity(self, name: str, *_: object) -> None:
        self._refuse(f"it declares the entity {name!r}")

    def _instruction(self, target: str, _data: str) -> None:
        self._refuse(f"it has a processing instruction {target!r}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._depth += 1
        if self._depth == 1:
            if local != "svg" or space != _SVG:
                raise BrokenPictureError("its root is not <svg> of the SVG namespace")
            self.root = attributes
        if self._depth > 256:
            raise BrokenPictureError("it is nested too deeply")
        if local.lower() in _ACTIVE:
            self._refuse(f"it has <{local}>")
        for key, value in attributes.items():
            self._attribute(local, key.rpartition(" ")[2].lower(), value)
        self._style = [] if local == "style" else self._style

    def _attribute(self, element: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self._refuse(f"<{element}> has the handler {name!r}")
        if name == "attributename" and value.strip().lower().endswith("href"):
            self._refuse(f"<{element}> animates a reference")
        outside = _SCHEME.match(value) and not _DATA.match(value.strip())
        if name in _REFERENCES and outside:
            self._refuse(f"<{element}> refers to {value.strip()[:60]!r}")
        if name in ("href", "src") and not outside and not value.strip().startswith(("#", "data:")):
            self._refuse(f"<{element}> refers to another file, {value.strip()[:60]!r}")
        if _URL.search(value):
            self._refuse(f"<{element}> refers to something outside in {name!r}")

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._style is not None and name.endswith(" style"):
            css = "".join(self._style)
            self._style = None
            if _URL.search(css) or "@import" in css.lower() or "\\" in css:
                self._refuse("its style sheet refers to something outside")


def _size(root: dict[str, str]) -> tuple[int | None, int | None]:
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    fallback = box[2:] if len(box) == 4 else ["", ""]
    width, height = (
        _pixels(root.get(name, "")) or _pixels(other)
        for name, other in zip(("width", "height"), fallback, strict=True)
    )
    return width, height


def _pixels(length: str) -> int | None:
    found = _LENGTH.fullmatch(length)
    if found is None:
        return None
    return max(1, round(float(found[1]) * _PIXELS[found[2]]))
