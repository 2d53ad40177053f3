"""`readiness collect`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.console import Color, messages, output
from readiness.cli.options import ColorOption, OutputFormat, OutputFormatOption

if TYPE_CHECKING:
    from readiness.workflows.collecting import Collected
    from readiness.workflows.returned_faults import FileFaults

__all__ = ["collect"]


def collect(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Workbooks, saved forms, submissions (.csv, .json) and assessment files that came back.",
            show_default=False,
        ),
    ],
    *,
    file: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="ANSWERS",
            help="The assessment to write; when it exists, the answers are brought into it.",
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            metavar="ANSWERS",
            help="The assessment to bring them into; without -o it is changed itself.",
            show_default=False,
        ),
    ] = None,
    votes: Annotated[
        bool, typer.Option("--votes", help="Keep what each person answers as that person's vote.")
    ] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[QUESTION=]FILE",
            help="Settle conflicts: for one question, or for all, whose answer counts. Can be given many times.",
            show_default=False,
        ),
    ] = None,
    organisation: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose assessment it is, when it is a new one.", show_default=False),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Change nothing; show what would change.")] = False,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Bring answers that came back into one assessment.

    Each file knows what it began with, so that only what somebody changed is taken. Where two have changed the same
    answer, nothing is written and both are shown: exit code 1. A mistake in a file is told with its place, and nothing
    of any file is taken: exit code 2.
    """
    from readiness.workflows.collecting import ToCollect, save_collected
    from readiness.workflows.collecting import collect as bring_together
    from readiness.workflows.returned_faults import FileFaults

    now = datetime.now().astimezone()
    wanted = ToCollect(files, into, file, votes, take or (), organisation)
    try:
        collected = bring_together(wanted, now.date())
    except FileFaults as error:
        _show_faults(error, output_format)
        raise
    is_settled = not collected.gathered.conflicts
    is_written = save_collected(collected, now) if is_settled and not diff else False
    if diff and output_format is OutputFormat.TEXT and is_settled:
        from readiness.editing.diffs import diff as diff_of

        output().write_diff(diff_of(collected.output, collected.before, collected.text))
    else:
        _show(collected, output_format, is_written=is_written)
    raise typer.Exit(int(not is_settled))


def _show(collected: Collected, output_format: OutputFormat, *, is_written: bool) -> None:
    from readiness.cli.collected import collected_json, collected_text

    console = output()
    if output_format is OutputFormat.JSON:
        console.write_json(collected_json(collected, is_written=is_written))
    else:
        console.print_all(collected_text(collected, console, is_written=is_written))


def _show_faults(error: FileFaults, output_format: OutputFormat) -> None:
    from readiness.cli.collected import faults_json, faults_text

    if output_format is OutputFormat.JSON:
        output().write_json(faults_json(error.faults))
    else:
        console = messages()
        console.print_all(faults_text(error.faults, console))
