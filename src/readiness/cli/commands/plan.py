"""`readiness plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from readiness.cli.asking_options import FrontierOption, LimitsOption, WhyOption
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
from readiness.cli.plan_options import (
    BudgetOption,
    ByOption,
    CompareOption,
    DelayOption,
    QuartersOption,
    RiskOption,
    ScenarioOption,
    TotalBudgetOption,
    WithOption,
    WithoutOption,
)
from readiness.cli.progress import Progress
from readiness.cli.waiting import told_if_long
from readiness.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from readiness.roadmap.planners import Planner
    from readiness.workflows import Asked, Assessed, Variant

__all__ = ["plan"]


def plan(
    answers: AnswersArgument,
    *,
    outputs: PlanOutputsOption = None,
    csv_for: CsvForOption = None,
    language: LanguageOption = None,
    target: TargetOption = None,
    as_of: AsOfOption = None,
    planner: PlannerOption = None,
    included: WithOption = None,
    excluded: WithoutOption = None,
    delays: DelayOption = None,
    budget: BudgetOption = None,
    total_budget: TotalBudgetOption = None,
    quarters: QuartersOption = None,
    by: ByOption = None,
    scenarios: ScenarioOption = None,
    compare: CompareOption = False,
    why: WhyOption = None,
    limits: LimitsOption = False,
    frontier: FrontierOption = False,
    risk: RiskOption = False,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,  # noqa: ARG001
) -> None:
    """Plan what to do when, by whom and for how much.

    The limits are those of the plan in the file; options change them for
    this run, and nothing is written to the file. What is asked about the
    plan is found out by making it again, which takes a while.
    """
    from readiness import workflows

    check_handover([answers], outputs or [], csv_for, language)
    day, given = day_of(by, "--by"), tuple(scenarios or ())
    typed = workflows.TypedChanges(
        included or (), excluded or (), delays or (), budget, total_budget, quarters, given, by=day
    )
    ways: _Ways = {"target": target, "as_of": day_of(as_of), "planner": planner}
    asked = workflows.Asked(why or (), limits=limits, frontier=frontier)
    if compare or len(given) > 1:
        _check_that_nothing_is_for_one(outputs or [], asks=asked.is_any or risk)
        variants = workflows.plans_side_by_side(answers, typed, Progress(), **ways)
        _show_side_by_side(variants, output_format)
    else:
        with told_if_long(planner):
            planned = workflows.plan(answers, typed, **ways)
            _stop_without_plan(planned, output_format)
        hand_over(planned, outputs or [], csv_for, language)
        _show(planned, asked, output_format, with_risk=risk)
        say_written(outputs or [], output_format)


class _Ways(TypedDict):
    """How each of several plans is made."""

    target: str | None
    as_of: date | None
    planner: Planner | None


def _check_that_nothing_is_for_one(outputs: Sequence[str], *, asks: bool) -> None:
    """Refuse what can only be done with one plan."""
    hint = "name one scenario at most, and leave --compare out"
    if outputs:
        raise UsageError(f"{outputs[0]}: several plans cannot be written to one file", hint=hint)
    if asks:
        raise UsageError("--why, --limits, --frontier and --risk ask about one plan, not several", hint=hint)


def _stop_without_plan(planned: Assessed, output_format: OutputFormat) -> None:
    """End where the limits allow no plan; in JSON after saying which are in conflict."""
    if planned.no_roadmap is not None:
        if output_format is OutputFormat.JSON:
            from readiness.cli.plan_json import no_plan_json

            output().write_json(no_plan_json(planned, planned.no_roadmap.conflict))
        raise planned.no_roadmap


def _show(planned: Assessed, asked: Asked, output_format: OutputFormat, *, with_risk: bool) -> None:
    """Show the plan, or instead of it what was asked about it; in JSON both."""
    from readiness import workflows

    found, console = workflows.ask(planned, asked, Progress()), output()
    risk = workflows.risk_of(planned) if with_risk else None
    if output_format is OutputFormat.JSON:
        from readiness.cli.asked_json import asked_json
        from readiness.cli.plan_json import plan_json

        console.write_json({**plan_json(planned, risk), **asked_json(found, planned)})
        return
    if asked.is_any:
        from readiness.cli.asked import asked_lines

        console.print_all(asked_lines(found, planned, console))
    else:
        from readiness.cli.planned import plan_lines

        console.print_all(plan_lines(planned, console))
    if with_risk:
        from readiness.cli.risk import risk_lines

        console.print("")
        console.print_all(risk_lines(planned, risk, console))


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
