"""`readiness what-if`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.options import AnswersArgument, ColorOption, OutputFormat, OutputFormatOption, TargetOption

__all__ = ["what_if"]


def what_if(
    answers: AnswersArgument,
    typed: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID=VALUE", help="Other answers, such as cyb-access=4.", show_default=False),
    ] = None,
    target: TargetOption = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Show what other answers would change.

    They are tried together and each alone.

    Nothing is written to the file. VALUE is a level, an option, yes or no, a
    number or a day; items or options with commas between them, ~ after an
    item that is partly done and - for none; unknown, or na: and a reason;
    or nothing, for a question that is not answered.
    """
    from readiness import workflows

    supposed = workflows.suppose(answers, typed or [], target=target)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.what_if_json import what_if_json

        console.write_json(what_if_json(supposed))
    else:
        from readiness.cli.what_if import what_if_lines

        console.print_all(what_if_lines(supposed, console))
