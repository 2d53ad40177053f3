"""`readiness status`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, messages, output
from readiness.cli.options import (
    AnswersArgument,
    AsOfOption,
    ColorOption,
    OutputFormat,
    OutputFormatOption,
    day_of,
)

__all__ = ["status"]


def status(
    answers: AnswersArgument,
    *,
    name: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="NAME",
            help="Write a text to send to a role, or to a respondent, by id.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day by which the text asks for answers.", show_default=False),
    ] = None,
    as_of: AsOfOption = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Show who still owes what, by role.

    Answers, evidence and votes can be owed.

    Nothing is written to the file. Ends with 0 whether or not anything is owed.
    """
    from readiness import workflows
    from readiness.errors import UsageError

    if by and not name:
        raise UsageError("--by is a day in the text that --for writes", hint="add --for NAME")
    if name and output_format is OutputFormat.JSON:
        raise UsageError("--for writes a text", hint="JSON without --for has what everybody owes")
    due = day_of(by, "--by")
    found = workflows.status(answers, as_of=day_of(as_of))
    console = output()
    if name:
        from readiness.cli.reminder import reminder, steps_to_send

        owed = workflows.owed_by(found, name)
        console.print_all(reminder(found, owed, due, name, console))
        messages().print_all(steps_to_send(found, owed, name))
    elif output_format is OutputFormat.JSON:
        from readiness.cli.standing import standing_json

        console.write_json(standing_json(found))
    else:
        from readiness.cli.standing import standing

        console.print_all(standing(found, console))
