"""Clean HTML with nh3, by the allow-list: only where an author wrote raw HTML, and for math."""

from __future__ import annotations

from scormkit.sources.markdown import allowed

SCHEMES = {"http", "https", "mailto", "tel", "scormkit"}


def clean_fragment(html: str) -> str:
    """Return the fragment as a browser would read it, with nothing but the allow-list."""
    import nh3  # noqa: PLC0415

    attributes = {tag: set(names) for tag, names in allowed.MATHML.items()}
    for tag in allowed.FLOW:
        attributes[tag] = {
            *allowed.GLOBAL,
            *allowed.ATTRIBUTES.get(tag, ()),
            *allowed.OURS.get(tag, ()),
        }
    cleaned = nh3.clean(
        html,
        tags=set(allowed.FLOW) | set(allowed.MATHML),
        attributes=attributes,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return cleaned.replace("&nbsp;", "\u00a0")


def clean_math(mathml: str) -> str:
    """Return MathML without links, styles, classes and handlers."""
    import nh3  # noqa: PLC0415

    attributes = {tag: set(names) for tag, names in allowed.MATHML.items()}
    cleaned = nh3.clean(
        mathml, tags=set(allowed.MATHML), attributes=attributes, url_schemes=set(), link_rel=None
    )
    return cleaned.replace("&nbsp;", "\u00a0")
