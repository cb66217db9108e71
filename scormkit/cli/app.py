"""The ``scormkit`` group; a command's module is imported when it is called."""

from __future__ import annotations

import os
from importlib import import_module

import click

from scormkit import __version__
from scormkit.cli.options import examples, no_color
from scormkit.cli.output import counts, say_error, say_problems
from scormkit.errors import ScormkitError, SourceProblems

COMMANDS = {
    "new": "Start a small, complete course.",
    "check": "Find what is wrong in a course folder or a package.",
    "build": "Make packages of courses.",
    "formats": "List what build can make.",
    "schema": "Print the JSON Schema of the course files, for editors.",
    "ids": "Keep course.lock: how saved work is found again.",
    "translate": "Make and update translations, and say how far they are.",
    "preview": "Play a course or a package in an LMS on this machine.",
    "lrs": "Serve a learning record store, or copy its statements to another one.",
    "results": "Make a report of what learners did.",
    "doctor": "Find what a site lacks for publishing, and how to mend it.",
    "moodle-plugin": "Write the plugin that makes a Moodle ready for publishing.",
    "plan": "Say what publishing would change on a site.",
    "apply": "Do a plan.",
    "publish": "Bring courses to a site: plan, ask, apply, verify.",
    "status": "Say what a site has, and what was changed there.",
    "rollback": "Bring back what was published before.",
    "adopt": "Give a key to what a site has already.",
    "state": "Say what the saved state of a learner means.",
    "completion": "Print the script that completes commands in a shell.",
}
"""Every command and its line in the list; ``scormkit.cli.<name>`` holds it."""

BROKEN_PIPE = 141
"""What a shell expects where the reader of our output left: 128 + SIGPIPE."""


class LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"scormkit.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a mistyped one is answered with the nearest name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # noqa: PLC0415 - for mistakes only

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"no such command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a known error is one line and its exit code."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would call that success
            ctx.exit(BROKEN_PIPE)
        except SourceProblems as error:
            say_problems(error.problems)
            say_error(counts(error.problems))
            ctx.exit(error.exit_code)
        except ScormkitError as error:
            say_error(str(error))
            ctx.exit(error.exit_code)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "scormkit new my-course --lang ro",
        "scormkit preview my-course",
        "scormkit build my-course -f scorm-1.2 -o dist",
    ),
)
@click.version_option(__version__, prog_name="scormkit")
@no_color
@click.pass_context
def app(ctx: click.Context) -> None:
    """Compile courses written as YAML and Markdown into SCORM packages.

    Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 a
    problem in the input or a refusal, 2 wrong usage, 3 there are changes (where
    --exit-code asks for it), 4 a server or the network failed and the same command
    may be run again.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
