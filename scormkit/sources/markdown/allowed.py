"""The published allow-list of raw HTML: docs/reference/html.md lists the same."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PHRASING = _names(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small "
    "span strong sub sup time u var wbr"
)
"""Tags that may stand inside a line of text."""

FLOW = PHRASING | _names(
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption "
    "figure footer h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
"""All tags that are kept."""

VOID = frozenset({"br", "col", "hr", "img", "wbr"})
"""Tags without content and end."""

OPTIONAL_END = _names("li dt dd p rt rp tr td th thead tbody tfoot colgroup caption")
"""Tags that HTML lets an author leave open."""

GLOBAL = frozenset({"lang", "dir", "title"})
"""Attributes that every tag may have."""

ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "time": frozenset({"datetime"}),
    "ins": frozenset({"datetime"}),
    "del": frozenset({"datetime"}),
    "data": frozenset({"value"}),
    "details": frozenset({"open"}),
}
"""Attributes of single tags; the dir of bdo is global."""

OURS: dict[str, frozenset[str]] = {
    "a": frozenset({"class", "data-term", "href", "id", "rel", "role", "target", "title"}),
    "code": frozenset({"class"}),
    "div": frozenset({"class", "role", "tabindex", "aria-label"}),
    "img": frozenset({"loading", "title"}),
    "li": frozenset({"class", "id"}),
    "ol": frozenset({"start"}),
    "pre": frozenset({"class", "tabindex"}),
    "section": frozenset({"class", "role"}),
    "span": frozenset({"class"}),
    "sup": frozenset({"class"}),
    "td": frozenset({"class"}),
    "th": frozenset({"class", "scope"}),
    "ul": frozenset({"class"}),
    "h2": frozenset({"id"}),
    "h3": frozenset({"id"}),
    "h4": frozenset({"id"}),
    "h5": frozenset({"id"}),
    "h6": frozenset({"id"}),
}
"""What our own writing adds on top."""

MATHML: dict[str, frozenset[str]] = {
    "math": frozenset({"display", "xmlns"}),
    "mi": frozenset({"mathvariant"}),
    "mn": frozenset({"mathvariant"}),
    "mo": _names(
        "fence form largeop linebreak lspace mathvariant maxsize minsize movablelimits rspace "
        "separator stretchy symmetric"
    ),
    "mtext": frozenset({"mathvariant"}),
    "mspace": frozenset({"width", "height", "depth", "linebreak"}),
    "mrow": frozenset(),
    "mfrac": frozenset({"linethickness", "bevelled"}),
    "msqrt": frozenset(),
    "mroot": frozenset(),
    "mstyle": frozenset({"displaystyle", "mathcolor", "scriptlevel", "mathvariant", "mathsize"}),
    "mpadded": frozenset({"width", "height", "depth", "lspace", "voffset"}),
    "mphantom": frozenset(),
    "menclose": frozenset({"notation"}),
    "mfenced": frozenset({"open", "close", "separators"}),
    "msub": frozenset(),
    "msup": frozenset(),
    "msubsup": frozenset(),
    "munder": frozenset({"accentunder"}),
    "mover": frozenset({"accent"}),
    "munderover": frozenset({"accent", "accentunder"}),
    "mtable": frozenset(
        {"columnalign", "rowalign", "columnlines", "rowlines", "columnspacing", "rowspacing"}
    ),
    "mtr": frozenset({"columnalign", "rowalign"}),
    "mtd": frozenset({"columnalign", "columnspan", "rowspan"}),
}
"""MathML that formulas are written in."""
