"""`readiness progress`."""

from __future__ import annotations

from typing import Annotated

import typer

from readiness.cli.console import Color, output
from readiness.cli.handover import CsvForOption, PlanOutputsOption, check_handover, hand_over, say_written
from readiness.cli.options import (
    AnswersArgument,
    AsOfOption,
    ColorOption,
    LanguageOption,
    OutputFormat,
    OutputFormatOption,
    PlannerOption,
    TargetOption,
    day_of,
)

__all__ = ["progress"]


def progress(
    plan: Annotated[
        str,
        typer.Argument(
            metavar="PLAN", help="The earlier plan: a .json of plan or assess; - is standard input.", show_default=False
        ),
    ],
    answers: AnswersArgument,
    *,
    outputs: PlanOutputsOption = None,
    csv_for: CsvForOption = None,
    language: LanguageOption = None,
    target: TargetOption = None,
    as_of: AsOfOption = None,
    planner: PlannerOption = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Hold an earlier plan against a later assessment.

    Nothing is written to either file; -o writes the new plan.
    """
    from readiness import __version__, workflows

    check_handover((plan, answers), outputs or [], csv_for, language)
    followed = workflows.follow(plan, answers, target=target, as_of=day_of(as_of), planner=planner)
    if followed.assessed.no_roadmap is None:
        hand_over(followed.assessed, outputs or [], csv_for, language)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.followed_json import progress_json

        console.write_json(progress_json(followed, version=__version__))
    else:
        from readiness.cli.followed import followed_lines

        console.print_all(followed_lines(followed, console))
    if followed.assessed.no_roadmap is not None:
        raise followed.assessed.no_roadmap
    say_written(outputs or [], output_format)
