"""Keys that a model does not have."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scormkit.sources.kinds.base import Reading
from scormkit.sources.kinds.called import called
from scormkit.sources.kinds.words import did_you_mean, listed
from scormkit.sources.yaml_nodes import MapNode, ScalarNode
from scormkit.sources.yaml_traps import mistaken_text

if TYPE_CHECKING:
    from scormkit.sources.schema.base import Author


def unknown_key(
    model: type[Author],
    allowed: Collection[str],
    node: MapNode,
    key: ScalarNode,
    reading: Reading,
) -> None:
    """Report a key that is not allowed, what is, and what may have been meant."""
    hint = model.foreign_key(key.value) or did_you_mean(
        key.value, [name for name in allowed if name not in node.pairs]
    )
    if not hint and len(node.pairs) == 1:
        hint = mistaken_text(node, reading.source)
    message = f"{called(model)} has no key `{key.value}`; allowed: {listed(allowed)}{hint}"
    reading.error(key, "SK1101", message)
