"""The command line: its commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from readiness.cli.commands.assess import assess
from readiness.cli.commands.collect import collect
from readiness.cli.commands.compare import compare
from readiness.cli.commands.diff import diff
from readiness.cli.commands.evidence import evidence
from readiness.cli.commands.explain import explain
from readiness.cli.commands.fmt import fmt
from readiness.cli.commands.frameworks import frameworks
from readiness.cli.commands.interview import interview
from readiness.cli.commands.migrate import migrate
from readiness.cli.commands.new import new
from readiness.cli.commands.plan import plan
from readiness.cli.commands.progress import progress
from readiness.cli.commands.questionnaire import questionnaire
from readiness.cli.commands.report import report
from readiness.cli.commands.rule import rule
from readiness.cli.commands.schema import schema
from readiness.cli.commands.status import status
from readiness.cli.commands.validate import validate
from readiness.cli.commands.verify import verify
from readiness.cli.commands.what_if import what_if
from readiness.cli.console import Color, chosen_color, messages, output
from readiness.cli.failures import show_bug, show_error
from readiness.cli.options import ColorOption
from readiness.errors import OutputError, ReadinessError

__all__ = ["app", "main", "run"]

PIPE_CLOSED = 1
INTERNAL_ERROR = 70
INTERRUPTED = 130
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})
"""What a stream says that takes no more; files of ours have messages of their own."""

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="How ready is a public body for digital transformation, and what should it do next?",
)
app.command(no_args_is_help=True)(assess)
app.command(no_args_is_help=True)(report)
app.command(no_args_is_help=True)(verify)
app.command(no_args_is_help=True)(evidence)
app.command(no_args_is_help=True)(interview)
app.command(no_args_is_help=True)(plan)
app.command(no_args_is_help=True)(validate)
app.command(no_args_is_help=True)(fmt)
app.command()(rule)
app.command(no_args_is_help=True)(explain)
app.command(no_args_is_help=True)(new)
app.command(no_args_is_help=True)(collect)
app.command(no_args_is_help=True)(status)
app.command(no_args_is_help=True)(compare)
app.command(no_args_is_help=True)(progress)
app.command(no_args_is_help=True)(what_if)
app.command()(frameworks)
app.command(no_args_is_help=True)(questionnaire)
app.command(no_args_is_help=True)(diff)
app.command(no_args_is_help=True)(migrate)
app.command(no_args_is_help=True)(schema)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        from readiness import __version__

        output().print(f"readiness {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    color: ColorOption = Color.AUTO,  # noqa: ARG001  its callback has kept it
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--version", callback=lambda value: _show_version(wanted=value), is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """How ready is a public body for digital transformation, and what should it do next?"""
    if context.invoked_subcommand is None:
        from readiness.cli.welcome import welcome

        output().print_all(welcome())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    chosen_color.set(Color.AUTO)
    try:
        return _invoke(arguments)
    except ReadinessError as error:
        sys.stdout.flush()
        show_error(messages(), error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()
        return PIPE_CLOSED
    except Exception as bug:  # noqa: BLE001  anything else is a bug of ours, and says so
        if isinstance(bug, OSError) and bug.errno in _FULL:
            _write_no_more()
            show_error(messages(), OutputError(f"the answer cannot be written: {bug.strerror}"))
            return OutputError.exit_code
        show_bug(messages(), bug)
        return INTERNAL_ERROR


def _write_no_more() -> None:
    """Keep Python from trying to write the rest of the answer when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _invoke(arguments: Sequence[str] | None) -> int:
    try:
        app(args=arguments, prog_name="readiness")
    except SystemExit as finished:
        sys.stdout.flush()
        return finished.code if isinstance(finished.code, int) else int(finished.code is not None)
    return 0


def run() -> None:
    """Run as a program."""
    # Looking for plugins of pydantic, which nobody wants here, would take a tenth of the start-up.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if sys.stdout is None:  # whoever starts us has closed it and wants no answer
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  it stays open to the end
    code = main()
    if code == INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses twice means the same
    sys.exit(code)
