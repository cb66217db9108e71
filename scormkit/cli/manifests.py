"""Manifests without their packages, for content that is hosted elsewhere: cmi5 14.2."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from scormkit.build import Built, BuiltFile, archive_name
from scormkit.build.fingerprint import digest, fingerprint
from scormkit.cli.building import Job, Outcome, Wish, gather
from scormkit.errors import OutputError, ScormkitError

PLACES = ("id", "lang", "version")
"""What may stand in an address, in braces."""


def checked_address(alone: bool, address: str | None) -> str:
    """Return the address where content is hosted; raise UsageError where it cannot be one."""
    if not alone or not address:
        raise click.UsageError("--manifest-only and --content-url go together")
    url = urlsplit(address)
    if url.scheme not in ("http", "https") or not url.netloc or url.query or url.fragment:
        raise click.UsageError(f"--content-url {address}: give an address as https://host/folder/")
    try:
        address.format(**dict.fromkeys(PLACES, ""))
    except (KeyError, IndexError, ValueError):
        named = ", ".join(f"{{{place}}}" for place in PLACES)
        raise click.UsageError(f"--content-url {address}: only {named} are filled in") from None
    return f"{address.rstrip('/')}/"


def build_manifests(wish: Wish, target: Path, address: str) -> Outcome:
    """Write the manifest of each package, or none; ``address`` is where each is hosted.

    Raise ScormkitError where a format has none to stand alone, OutputError where the disk
    refuses, or where two packages would lie at one address.
    """
    outcome = Outcome()
    jobs = gather(wish, outcome)
    if outcome.failed(wish.strict):
        return outcome
    made = [(job, _hosted(job, address)) for job in jobs]
    hosts = [host for _, host in made]
    twice = next((host for host in hosts if hosts.count(host) > 1), None)
    if twice is not None:
        text = f"two packages cannot both lie at {twice}; put {{id}} or {{lang}} into --content-url"
        raise OutputError(text)
    contents = [(job, _manifest(job, host)) for job, host in made]
    outcome.made = [_write(job, data, target) for job, data in contents]
    return outcome


def _hosted(job: Job, address: str) -> str:
    course = job.course
    return address.format(id=course.id, lang=course.lang, version=course.version)


def _manifest(job: Job, host: str) -> bytes:
    found = job.exporter.manifest(job.course, host)
    if found is None or isinstance(found.data, Path):
        raise ScormkitError(f"{job.exporter.name} has no manifest that stands alone; use -f cmi5")
    return found.data


def _write(job: Job, data: bytes, target: Path) -> Built:
    path = target / Path(archive_name(job.course, job.exporter)).with_suffix(".xml")
    part = path.with_name(f"{path.name}.part")
    try:
        target.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError.at(path, error) from error
    one = BuiltFile(path.name, len(data), digest(data), stamped=False)
    name = job.exporter.name
    stamp = fingerprint([(one.path, one.sha256)])
    return Built(path, name, len(data), stamp, (one,), None, (), ())
