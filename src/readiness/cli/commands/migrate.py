"""`readiness migrate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, messages, output
from readiness.cli.options import AnswersArgument, ColorOption, OutputFormat, OutputFormatOption

if TYPE_CHECKING:
    from readiness.workflows.migrating import Migrated

__all__ = ["migrate"]


def migrate(
    answers: AnswersArgument,
    *,
    to: Annotated[
        str,
        typer.Option(
            metavar="VERSION",
            help="The version to go to: its number, when its file is found by id; else the file, or GIT-REF:path.",
            show_default=False,
        ),
    ],
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FRAMEWORK",
            help="The version that was answered, by file or as GIT-REF:path: shows the score before, and why it moves.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write a new file.", show_default=False)
    ] = None,
    in_place: Annotated[bool, typer.Option("--in-place", help="Change the file itself.")] = False,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Carry answers over to another version of their framework.

    Notes, evidence, comments and order stay. What has no place left is listed and kept in the file as a comment.
    Without -o or --in-place nothing is written. Exit code 1 when something could not be carried over.
    """
    from readiness.errors import UsageError
    from readiness.workflows.migrating import migrate as carry_over
    from readiness.workflows.migrating import save_migrated

    if file is not None and in_place:
        raise UsageError("-o and --in-place exclude each other", hint="-o writes a new file")
    migrated = carry_over(answers, to=to, from_=from_)
    written = save_migrated(migrated, file) if file is not None or in_place else None
    _show(migrated, written, output_format)
    if migrated.left:
        messages().print(f"{len(migrated.left):,} could not be carried over")
        raise typer.Exit(1)


def _show(migrated: Migrated, written: str | None, output_format: OutputFormat) -> None:
    """Write what was carried over, what was not, and where it went."""
    from readiness.cli.migration import migration_json, migration_text

    console = output()
    if output_format is OutputFormat.JSON:
        console.write_json(migration_json(migrated, written))
        return
    console.print_all(migration_text(migrated, console))
    console.print("")
    console.wrap(f"Written: {written}" if written else "Nothing is written: add -o FILE or --in-place.")
