"""ASCII names from titles and file names in any script."""

from __future__ import annotations

import re
import unicodedata

# As passports and road signs write them; soft and hard signs fall away.
_CYRILLIC_FROM = "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяѓѕјљњќћђџўё"
_CYRILLIC_TO = (
    "a b v g g d e ie zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia "
    "g dz j lj nj k c dj dz u e"
)
_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
_LATIN |= {"ı": "i", "ŋ": "n", "ə": "e"}
_GREEK_FROM = "αβγδεζηθικλμνξοπρσςτυφχψω"
_GREEK_TO = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"


def _pairs(letters: str, words: str) -> dict[str, str]:
    return dict(zip(letters, words.split(" "), strict=True))


_TABLE = str.maketrans(
    _pairs(_CYRILLIC_FROM, _CYRILLIC_TO) | _pairs(_GREEK_FROM, _GREEK_TO) | _LATIN
)
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(text: str, most: int = 40) -> str:
    """Return lower-case ASCII words joined by hyphens; "" where no letter can be said.

    >>> slug("Ședința Consiliului (ЦНАП)")
    'sedinta-consiliului-tsnap'
    """
    composed = unicodedata.normalize("NFC", text.casefold()).translate(_TABLE)
    plain = unicodedata.normalize("NFKD", composed).translate(_TABLE)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _OTHER.sub("-", letters).strip("-")[:most].strip("-")
