"""`readiness compare`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from readiness.cli.console import Color, Styled, messages, output
from readiness.cli.options import ColorOption, OutputFormat, OutputFormatOption, day_of

__all__ = ["compare"]

_FILE = "an assessment file, - for standard input, or GIT-REF:path"
_FromOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FRAMEWORK",
        help="The version that OLD was made with, by file or as GIT-REF:path, when it is not found by itself.",
        show_default=False,
    ),
]


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"What was answered: {_FILE}.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=f"What is answered now: {_FILE}.", show_default=False)],
    *,
    from_: _FromOption = None,
    target: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="A target profile for both, instead of those in the files.", show_default=False
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day on which NEW's evidence has to be in date; without it, the day of NEW."
        ),
    ] = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Show what moved between two assessments, and why.

    Both answer the same framework, in the same version or in two. The parts add up exactly to the whole change.
    """
    from readiness.cli.comparison import comparison_text, warnings
    from readiness.workflows.comparing import compare as compare_assessments

    day = day_of(as_of)
    compared = compare_assessments(old, new, from_=from_, target=target, as_of=day)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.comparison_json import comparison_json

        console.write_json(comparison_json(compared))
    else:
        console.print_all(comparison_text(compared, console))
    for warning in warnings(compared):
        messages().print(Styled("warning", "warning"), f": {warning}")
