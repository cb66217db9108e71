"""The keys of courses that a person named in one way or another."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.errors import ScormkitError, SourceProblems
from scormkit.publish.desired import checked_key
from scormkit.publish.desired_gather import given
from scormkit.publish.desired_zips import key_of
from scormkit.publish.package import read_package
from scormkit.publish.sites import Site
from scormkit.sources import compile_course


def keys_of(inputs: Iterable[str], site: Site) -> tuple[str, ...]:
    """Return each course's key once: of a folder, a zip, a key; of nothing, the site's."""
    keys = [_key(text) for text in inputs] or list(site.courses)
    if not keys:
        raise ScormkitError(
            f"name courses: scormkit.toml lists none under [sites.{site.name}.courses]"
        )
    return tuple(dict.fromkeys(keys))


def _key(text: str) -> str:
    one = given(text)
    if one.path.is_dir():
        compiled = compile_course(one.path)
        if not compiled.courses:
            raise SourceProblems(compiled.problems)
        return compiled.courses[0].published
    if one.path.is_file():
        return key_of(read_package(one.path), one.key)[0]
    return checked_key(text)[0]
