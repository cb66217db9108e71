"""Sizes of pictures, and whether they are whole, without decoding them."""

from __future__ import annotations

import io
import struct
import warnings
import zlib

MOST_BYTES = 64 * 1024 * 1024
"""Of a picture; a larger one is refused without reading it."""
TOO_LARGE = f"more than {MOST_BYTES // 1024**2} MB"
MOST_PIXELS = 100_000_000
"""A picture with more pixels than this is refused: a phone cannot show it."""


class BrokenPictureError(Exception):
    """A picture that a browser could not show; the text says why."""


def picture_size(data: bytes, ending: str) -> tuple[int, int]:
    """Return width and height in pixels; raise BrokenPictureError."""
    width, height = _png(data) if ending == "png" else _other(data, ending)
    if not 0 < width * height <= MOST_PIXELS:
        raise BrokenPictureError(f"{width} × {height} pixels")
    return width, height


def _png(data: bytes) -> tuple[int, int]:
    """Walk the chunks and compare their checksums (PNG 5.3)."""
    view = memoryview(data)
    at, last = 8, b""
    while last != b"IEND":
        if at + 12 > len(data):
            raise BrokenPictureError("it ends too early")
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            raise BrokenPictureError("it ends too early")
        last = bytes(view[at + 4 : at + 8])
        if struct.unpack_from(">I", data, end)[0] != zlib.crc32(view[at + 4 : end]):
            raise BrokenPictureError(f"a part of it is damaged (checksum of {last!r})")
        if at == 8 and (last != b"IHDR" or length != 13):
            raise BrokenPictureError("it has no header")
        at = end + 4
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _other(data: bytes, ending: str) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (heavy, often not needed)

    if ending in ("jpg", "jpeg") and b"\xff\xd9" not in data[-4096:]:
        raise BrokenPictureError("it ends too early")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limit; ours follows
            with Image.open(io.BytesIO(data)) as image:
                size = image.size
                image.verify()
    except UnidentifiedImageError:
        raise BrokenPictureError("no picture can be found in it") from None
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise BrokenPictureError(str(error) or type(error).__name__) from error
    return size
