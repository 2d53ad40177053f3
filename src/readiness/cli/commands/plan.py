"""`readiness plan`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from readiness.cli.console import Color, output
from readiness.cli.handover import CsvForOption, PlanOutputsOption, check_handover, hand_over
from readiness.cli.options import (
    AnswersArgument,
    AsOfOption,
    ColorOption,
    OutputFormat,
    OutputFormatOption,
    PlannerOption,
    TargetOption,
    day_of,
)

__all__ = ["plan"]

_WithOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="ID", help="An action that the plan has to have. May be repeated."),
]
_WithoutOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="ID", help="An action that it must not have. May be repeated."),
]
_DelayOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--delay",
        metavar="[ID=]N",
        help="Start N quarters later and end on the same day; with ID, only that action. May be repeated.",
    ),
]
_BudgetOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--budget", metavar="N", help="Outside spend that each quarter can carry.", show_default=False),
]
_TotalBudgetOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--total-budget", metavar="N", help="Outside spend of all quarters.", show_default=False),
]
_QuartersOption: TypeAlias = Annotated[
    int | None, typer.Option("--quarters", metavar="N", help="How many quarters to plan.", show_default=False)
]


def plan(
    answers: AnswersArgument,
    *,
    outputs: PlanOutputsOption = None,
    csv_for: CsvForOption = None,
    target: TargetOption = None,
    as_of: AsOfOption = None,
    planner: PlannerOption = None,
    included: _WithOption = None,
    excluded: _WithoutOption = None,
    delays: _DelayOption = None,
    budget: _BudgetOption = None,
    total_budget: _TotalBudgetOption = None,
    quarters: _QuartersOption = None,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Show what to do when, by whom and for how much, within the limits.

    The limits are those of the plan in the file; options change them for
    this run, and nothing is written to the file.
    """
    from readiness import workflows

    check_handover(answers, outputs or [], csv_for)
    typed = workflows.TypedChanges(included or (), excluded or (), delays or (), budget, total_budget, quarters)
    planned = workflows.plan(answers, typed, target=target, as_of=day_of(as_of), planner=planner)
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.plan_json import plan_json

        console.write_json(plan_json(planned))
    else:
        from readiness.cli.planned import plan_lines

        console.print_all(plan_lines(planned, console))
    hand_over(planned, outputs or [], csv_for, output_format)
