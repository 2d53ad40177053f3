"""`readiness evidence`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from readiness.cli.console import Color, messages, output
from readiness.cli.findings_options import ExitZeroOption
from readiness.cli.options import AsOfOption, ColorOption, OutputFormat, OutputFormatOption, day_of

__all__ = ["By", "evidence"]

_A_QUARTER = 90
"""Days: a board meets about four times a year, so one meeting is left to renew what ends within them."""


class By(StrEnum):
    """How the list is ordered."""

    QUESTION = "question"
    STATE = "state"


def evidence(
    answers: Annotated[str, typer.Argument(metavar="ANSWERS", help="An assessment file.", show_default=False)],
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Read the files and compare their digests.")] = False,
    zipped: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write a .zip for the auditor: answers, framework, result, files, manifest. Verifies too.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[By, typer.Option(help="How the list is ordered.")] = By.QUESTION,
    within: Annotated[
        int, typer.Option(metavar="DAYS", help="Evidence that ends within so many days is expiring.")
    ] = _A_QUARTER,
    as_of: AsOfOption = None,
    exit_zero: ExitZeroOption = False,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """List the evidence behind the answers, and its state.

    It is in date, expiring or stale; its file can be missing or changed.

    Files lie in the folder of the answers. Links are never followed. Ends with 1 when anything is not in order.
    """
    from readiness import __version__, workflows

    if zipped is not None:
        workflows.check_dossier_output(answers, zipped)
    is_read = verify or zipped is not None
    evidenced = workflows.find_evidence(answers, within=within, as_of=day_of(as_of), verify=is_read)
    packed = None if zipped is None else workflows.write_dossier(evidenced, zipped, version=__version__)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.report.dossier import evidence_json

        console.write_json(evidence_json(evidenced.found, packed, version=__version__))
    else:
        from readiness.cli.evidence import evidence_lines, packed_lines

        console.print_all(evidence_lines(evidenced.found, console, by_state=by is By.STATE))
        if packed is not None and zipped is not None:
            console.print_all(packed_lines(zipped, packed, console))
    if not evidenced.found.is_in_order and not exit_zero:
        messages().wrap("Not everything is in order: this ends with 1; --exit-zero ends with 0.")
        raise typer.Exit(1)
