"""``scormkit build``: packages of courses."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options
from scormkit.cli.iri_base import iri_base
from scormkit.cli.output import count, counts, say, say_problems
from scormkit.errors import OutputError

LMS = ("generic", "moodle", "moodle-app", "ilias", "openedx", "canvas", "scormcloud")
"""The names in build/lms.toml, which help need not read; a test holds them equal."""


@click.command(
    "build",
    epilog=options.examples(
        "scormkit build my-course",
        "scormkit build course-1 course-2 -f scorm-1.2 -f scorm-2004-4th -o packages",
        "scormkit build my-course --languages together",
        "scormkit build my-course --lms ilias",
        "scormkit build my-course --strict --report build.json",
    ),
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=options.path())
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    shell_complete=options.complete_format,
    help="A format to make; may be repeated.  [default: the course's formats, else scorm-1.2]",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=options.path(),
    default="dist",
    show_default=True,
    metavar="DIR",
    help="Where packages go; made if missing.",
)
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="LANG",
    help="Make only this language of the course; may be repeated.  [default: all]",
)
@options.packing
@click.option(
    "--lms",
    "lms_name",
    type=click.Choice(LMS),
    default="generic",
    show_default=True,
    help="The platform that the packages are for: what it plays, and how it must be told.",
)
@click.option(
    "--manifest-only",
    "alone",
    is_flag=True,
    help="Write the manifest alone (cmi5), for a package that is hosted unpacked elsewhere.",
)
@click.option(
    "--content-url",
    "address",
    metavar="URL",
    help="Where that is; {id}, {lang} and {version} stand for those of each package.",
)
@iri_base
@options.templates
@options.strict
@options.edition
@click.option(
    "--report",
    "report_file",
    type=options.path(),
    metavar="FILE",
    help="Write what was made, and all problems, to FILE as JSON.",
)
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    sources: tuple[Path, ...],
    formats: tuple[str, ...],
    target: Path,
    languages: tuple[str, ...],
    packing: str,
    lms_name: str,
    allow_templates: bool,
    alone: bool,
    address: str | None,
    iri_base: str,
    strict: bool,
    edition: str,
    report_file: Path | None,
) -> None:
    """Make a package of each course, in each of its languages and each format.

    A SOURCE is a folder with a course.yml. All problems of all courses are reported in
    one run; if any is an error (with --strict, a warning), nothing is written. Each file
    is called <id>[-<lang>]-<version>-<format>.zip and its path goes to stdout.
    """
    from scormkit.build.lms import presets  # noqa: PLC0415 - help needs none of it
    from scormkit.cli.building import Wish, build_all  # noqa: PLC0415 - nor of this
    from scormkit.cli.compiling import compile_here  # noqa: PLC0415

    names, trainer = tuple(dict.fromkeys(formats)), edition == "trainer"
    lms = presets()[lms_name] if lms_name != "generic" else None
    wish = Wish(
        sources,
        names,
        languages,
        strict,
        trainer,
        together=packing == "together",
        lms=lms,
        templates=allow_templates,
        compiler=ctx.obj or compile_here,
        iri_base=iri_base,
    )
    if alone or address:
        from scormkit.cli.manifests import build_manifests, checked_address  # noqa: PLC0415

        outcome = build_manifests(wish, target, checked_address(alone, address))
    else:
        outcome = build_all(wish, target)
    say_problems(outcome.problems)
    if report_file is not None:
        from scormkit.cli.reporting import write_report  # noqa: PLC0415 - few ask for it

        write_report(report_file, outcome, target)
    for built in outcome.made:
        click.echo(built.path)
    if outcome.error is not None:
        raise OutputError(outcome.error)
    found = counts(outcome.problems)
    made = count(len(outcome.made), "package") if outcome.made else "nothing written"
    say(f"{made}; {found}" if found else made)
    ctx.exit(0 if outcome.made else 1)
