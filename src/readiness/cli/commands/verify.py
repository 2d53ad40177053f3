"""`readiness verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, messages, output
from readiness.cli.options import ColorOption, OutputFormat, OutputFormatOption

__all__ = ["verify"]


def verify(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report as PDF; - is standard input.", show_default=False)
    ],
    *,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Check that a PDF report says what its own inputs give.

    They are scored, the pages are made again, and every byte is compared.

    Uses the files that the report carries and nothing else. Ends with 0 when all follows, and with 1 when anything
    does not, or cannot be checked here.
    """
    from readiness import __version__, workflows
    from readiness.cli.verification import verification_json, verification_text

    messages().print(f"making {'the report' if report == '-' else report} again …")
    verified = workflows.verify(report, version=__version__)
    console = output()
    if output_format is OutputFormat.JSON:
        console.write_json(verification_json(verified))
    else:
        console.print_all(verification_text(verified, console))
    if not verified.holds:
        raise typer.Exit(1)
