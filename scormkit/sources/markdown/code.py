"""Code: escaped, and highlighted with Pygments' short class names where it is known."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

LONGEST = 100_000
_LANGUAGE = re.compile(r"[\w+#.-]+")


def code_block(code: str, info: str) -> str:
    """Return a ``<pre>``; ``info`` is what stands after the fence, the language first."""
    found = _LANGUAGE.match(info.strip().lower())
    if found is None:
        return f'<pre class="code" tabindex="0"><code>{escape(code, quote=False)}</code></pre>'
    language = found.group()
    return (
        f'<pre class="code" tabindex="0"><code class="language-{language}">'
        f"{_highlighted(code, language)}</code></pre>"
    )


@lru_cache(maxsize=1024)
def _highlighted(code: str, language: str) -> str:
    """Return the code in spans; an unknown language stays plain."""
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.token import STANDARD_TYPES  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    if len(code) > LONGEST:
        return escape(code, quote=False)
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(code, quote=False)
    parts, text = [], []
    for kind, value in lexer.get_tokens(code):
        text.append(value)
        shown = escape(value, quote=False)
        name = STANDARD_TYPES.get(kind, "")
        parts.append(f'<span class="{name}">{shown}</span>' if name and shown.strip() else shown)
    # A lexer that loses a character is not trusted.
    return "".join(parts) if "".join(text) == code else escape(code, quote=False)
