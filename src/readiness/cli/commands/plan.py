"""`readiness plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, TypedDict

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

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from readiness.roadmap.planners import Planner
    from readiness.workflows import Assessed, Variant

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
_ScenarioOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--scenario", metavar="FILE", help="A file with other limits. Several are put side by side."),
]
_CompareOption: TypeAlias = Annotated[
    bool, typer.Option("--compare", help="Put the plan of the file and the changed one side by side.")
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
    scenarios: _ScenarioOption = None,
    compare: _CompareOption = False,
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
    ways: _Ways = {"target": target, "as_of": day_of(as_of), "planner": planner}
    given = scenarios or []
    if compare or len(given) > 1:
        variants = tuple(workflows.plans_side_by_side(answers, typed, given, **ways))
        _show_side_by_side(variants, output_format)
    else:
        planned = workflows.plan(answers, typed, scenario=next(iter(given), None), **ways)
        _show(planned, output_format)
        hand_over(planned, outputs or [], csv_for, output_format)


class _Ways(TypedDict):
    """How each of several plans is made."""

    target: str | None
    as_of: date | None
    planner: Planner | None


def _show(planned: Assessed, output_format: OutputFormat) -> None:
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.plan_json import plan_json

        console.write_json(plan_json(planned))
    else:
        from readiness.cli.planned import plan_lines

        console.print_all(plan_lines(planned, console))


def _show_side_by_side(variants: Sequence[Variant], output_format: OutputFormat) -> None:
    """Show all plans, those within whose limits nothing fits included; then end as one of those would alone."""
    console = output()
    if output_format is OutputFormat.JSON:
        from readiness.cli.plan_json import side_by_side_json

        console.write_json(side_by_side_json(variants))
    else:
        from readiness.cli.plans_side_by_side import side_by_side_lines

        console.print_all(side_by_side_lines(variants, console))
    for one in variants:
        if one.assessed.no_roadmap is not None:
            raise one.assessed.no_roadmap
