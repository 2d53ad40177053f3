"""Plans again with other limits: the assessment stays as it is, and so does its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from readiness.diagnostics import InvalidDocument, Severity
from readiness.errors import UsageError
from readiness.workflows.assessing import Assessed, assess, replanned
from readiness.workflows.typed_changes import TypedChanges, plan_changes

if TYPE_CHECKING:
    from readiness.loading.document import Document
    from readiness.model.assessment import Plan
    from readiness.model.scenario import Scenario
    from readiness.roadmap.changes import PlanChanges
    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.planners import Planner

__all__ = ["Variant", "plan", "plans_side_by_side"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several plans for the same assessment."""

    title: str
    because: str
    """Who wants to know, and why; may be nothing."""
    assessed: Assessed
    roadmap: Roadmap | None
    """None when the limits allow none; `assessed.no_roadmap` says why."""


def plan(
    path: str,
    typed: TypedChanges,
    *,
    target: str | None = None,
    as_of: date | None = None,
    planner: Planner | None = None,
) -> Assessed:
    """Return an assessment with its plan as the changes have it; where none can be, `no_roadmap` says why.

    Args:
        path: The assessment file, or `-` for standard input.
        typed: What is different from the plan in the file; of its scenarios, the first.
        target: A target profile instead of the one that the file names.
        as_of: The day on which evidence has to be in date; the day of the assessment when left out.
        planner: How the plan is made; the best way that is installed when left out.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: the file or its framework has errors.
        UnknownName: there is no such target profile or action.
        UsageError: there is nothing to plan for, or a change cannot be.
        UsageErrors: there are several such changes.
    """
    assessed = _to_plan(path, target, as_of, planner)
    changes = plan_changes(typed, assessed.framework)
    found = next((_usable(scenario, assessed) for scenario in typed.scenarios), None)
    return _with_changes(assessed, changes, found)


def plans_side_by_side(
    path: str,
    typed: TypedChanges,
    progress: Callable[[str, int, int], None],
    *,
    target: str | None = None,
    as_of: date | None = None,
    planner: Planner | None = None,
) -> tuple[Variant, ...]:
    """Return the plan of the file as it is, then one for each scenario; without scenarios, one with what is typed.

    Everything else that is typed comes on top of each scenario.

    Args:
        path: The assessment file, or `-` for standard input.
        typed: What is different from the plan in the file.
        target: As in `plan`.
        as_of: As in `plan`.
        planner: As in `plan`.
        progress: Is told what is done, how many plans are made, and of how many.

    Raises:
        InputError, InvalidDocument, UnknownName, UsageError, UsageErrors: as in `plan`, and for scenarios.
    """
    assessed = _to_plan(path, target, as_of, planner)
    changes = plan_changes(typed, assessed.framework)
    found = [_usable(scenario, assessed) for scenario in typed.scenarios]
    different = [
        (one.model.title, one.model.because or "", _with_changes(assessed, changes, one)) for one in found if one.model
    ] or [("With the changes", "", _with_changes(assessed, changes, None))]
    variants: list[Variant] = []
    for title, because, changed in (("The plan in the file", "", assessed), *different):
        variants.append(Variant(title, because, changed, changed.roadmap))
        progress("planning", len(variants), len(different) + 1)
    return tuple(variants)


def _to_plan(path: str, target: str | None, as_of: date | None, planner: Planner | None) -> Assessed:
    assessed = assess(path, target=target, as_of=as_of, planner=planner)
    if assessed.target is None:
        raise UsageError("the framework has no target profile, so there is nothing to plan for")
    return assessed


def _usable(path: str, assessed: Assessed) -> Document[Scenario]:
    """Return a scenario that fits an assessment."""
    from readiness.loading.library import Library
    from readiness.loading.scenarios import usable_scenario

    found = usable_scenario(path, Library.beside(assessed.path))
    assert found.model is not None
    if found.model.framework != assessed.framework.id:
        raise UsageError(
            f"{path} is for {found.model.framework}, the assessment answers {assessed.framework.id}",
            hint="a scenario can be tried on assessments of its own framework",
        )
    return found


def _with_changes(assessed: Assessed, changes: PlanChanges, scenario: Document[Scenario] | None) -> Assessed:
    """Return an assessment with other limits, which it has to fit as if they stood in its file."""
    if scenario is not None and scenario.model is not None:
        changes = replace(changes, over=scenario.model.plan)
    changed = changes.applied(assessed.assessment.plan, assessed.assessment.assessed_on)
    if scenario is not None:
        _check_together(assessed, changed, scenario)
    _check_length(changes, assessed)
    again = replanned(assessed, changed)
    return again if scenario is None or scenario.model is None else replace(again, scenario=scenario.model.title)


def _check_together(assessed: Assessed, changed: Plan, scenario: Document[Scenario]) -> None:
    """Make sure that the limits of a scenario fit those that they leave standing."""
    from readiness.checks.assessment import check_assessment
    from readiness.workflows.settled import check_settled

    whole = assessed.assessment.changed(plan=changed)
    found = (*check_assessment(whole, assessed.written), *check_settled(whole, assessed.written))
    told = [scenario.locator.diagnose(one) for one in found if one.path[:1] == ("plan",)]
    if any(one.severity is Severity.ERROR for one in told):
        message = f"{scenario.file} does not fit the plan of {assessed.path}"
        raise InvalidDocument(message, diagnostics=tuple(told), text=scenario.text)


def _check_length(changes: PlanChanges, assessed: Assessed) -> None:
    """Make sure that a later plan has a quarter left, and one for a day at least one.

    Raises:
        UsageError: it has none.
    """
    from readiness.roadmap.quarters import first_quarter_after, quarter_days

    on, plan = assessed.assessment.assessed_on, assessed.assessment.plan
    quarters = replace(changes, delay=0, by=None).applied(plan, on).quarters
    if changes.delay >= quarters:
        raise UsageError(
            f"--delay {changes.delay}: nothing is left of a plan of {quarters} quarters",
            hint="a plan that starts later ends on the same day; --quarters makes it longer",
        )
    if changes.by is not None:
        _, first_ends = quarter_days(changes.applied(plan, on).starts or first_quarter_after(on), 0)
        if changes.by < first_ends:
            raise UsageError(
                f"--by {changes.by}: no quarter of the plan has ended by then", hint=f"the first ends on {first_ends}"
            )
