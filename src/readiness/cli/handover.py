"""Writes a plan for the programs in which it is followed up, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from readiness.cli.console import messages, output
from readiness.cli.options import OutputFormat
from readiness.errors import UsageError
from readiness.report.register.layouts import CsvLayout

if TYPE_CHECKING:
    from readiness.workflows import Assessed

__all__ = ["CsvForOption", "PlanOutputsOption", "check_handover", "hand_over", "say_written"]

PlanOutputsOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write the plan: .csv, .xlsx, .ics or .json. May be repeated."),
]
CsvForOption: TypeAlias = Annotated[
    CsvLayout | None,
    typer.Option("--csv-for", help="The program that a .csv is for; without it, a spreadsheet.", show_default=False),
]


def check_handover(
    sources: Sequence[str], outputs: Sequence[str], csv_for: CsvLayout | None, language: str | None
) -> None:
    """Refuse outputs that cannot be before any work is done.

    Raises:
        UsageError: a file cannot be written under its name, or there is none that `--csv-for` or `--language`
            could mean.
    """
    if csv_for is not None and not any(Path(one).suffix.lower() == ".csv" for one in outputs):
        raise UsageError("--csv-for: no .csv file is written", hint=f"-o actions.csv --csv-for {csv_for}")
    if language is not None and not outputs:
        raise UsageError("--language: no file is written", hint=f"-o plan.xlsx --language {language}")
    if outputs:
        from readiness.report.formats import plan_formats
        from readiness.workflows import check_outputs

        for source in sources:
            check_outputs(source, outputs, plan_formats())


def hand_over(planned: Assessed, outputs: Sequence[str], csv_for: CsvLayout | None, language: str | None) -> None:
    """Write the files, those for people in their language.

    Before the answer is shown, since whoever reads that may go away in the middle of it.
    """
    if not outputs:
        return
    from readiness import __version__, workflows
    from readiness.report.formats import plan_formats

    formats = plan_formats(csv_for or CsvLayout.SPREADSHEET)
    translated = None if language is None else workflows.in_language(planned, language)
    for _ in workflows.write_outputs(planned, outputs, version=__version__, translated=translated, formats=formats):
        pass


def say_written(outputs: Sequence[str], output_format: OutputFormat) -> None:
    """Say which files were written: with the answer, or beside it where the answer is for a program."""
    if not outputs:
        return
    console = messages() if output_format is OutputFormat.JSON else output()
    console.print("")
    console.wrap(", ".join(outputs), indent="  ", first="Written: ")
