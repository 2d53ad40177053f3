"""Holds an earlier plan against a later assessment, and plans what is left again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from readiness.errors import UsageError
from readiness.loading.files import STDIN
from readiness.workflows.assessing import Assessed, assess

if TYPE_CHECKING:
    from readiness.model.assessment import Plan
    from readiness.model.earlier import EarlierResult, EarlierRoadmap
    from readiness.roadmap.progress import Progress
    from readiness.roadmap.solve import Planner

__all__ = ["Followed", "follow"]


@dataclass(frozen=True)
class Followed:
    """An earlier plan, a later assessment, and what became of the one in the other."""

    earlier: EarlierResult
    plan: EarlierRoadmap
    """The plan of the earlier result."""
    assessed: Assessed
    """The later assessment, with what is left planned again."""
    progress: Progress


def follow(
    plan: str,
    answers: str,
    *,
    target: str | None = None,
    as_of: date | None = None,
    planner: Planner | None = None,
) -> Followed:
    """Return what became of a plan.

    Args:
        plan: The result of the earlier run, as JSON; `-` for standard input.
        answers: The later assessment, in the same way.
        target: A target profile instead of the one that the assessment names.
        as_of: The day on which evidence has to be in date; the day of the assessment when left out.
        planner: How the rest is planned; the best way that is installed when left out.

    Raises:
        InputError: a file cannot be read.
        InvalidDocument: the plan is no result, or the assessment or its framework has errors.
        UnknownName: there is no such target profile.
        UsageError: the two do not belong together, or there is no plan in the result.
    """
    from readiness.loading.results import load_result

    if plan == answers == STDIN:
        raise UsageError("the plan and the assessment are both standard input", hint="name a file for one of them")
    earlier = load_result(plan)
    if earlier.roadmap is None:
        raise UsageError(f"{plan} has no roadmap", hint="nothing was planned then, so there is nothing to follow up")
    assessed = assess(answers, target=target, as_of=as_of, planner=planner)
    _check_that_they_belong_together((plan, earlier), (answers, assessed))
    rest = _rest_of(assessed.fitting.plan, assessed.assessment.assessed_on)
    assessed = replace(assessed, fitting=replace(assessed.fitting, plan=rest))
    return Followed(earlier, earlier.roadmap, assessed, _progress(earlier.roadmap, assessed))


def _progress(earlier: EarlierRoadmap, assessed: Assessed) -> Progress:
    from readiness.roadmap.problem import Problem
    from readiness.roadmap.progress import find_progress
    from readiness.roadmap.quarters import first_quarter_after

    day, rest = assessed.assessment.assessed_on, assessed.fitting.plan
    starts = rest.starts or first_quarter_after(day)
    problem = Problem(assessed.scorer, assessed.readings, assessed.scorecard.target_levels, rest, starts)
    return find_progress(earlier, problem, assessed.scorecard, assessed.roadmap, day)


def _rest_of(plan: Plan, day: date) -> Plan:
    """Return a plan without the quarters that have begun by a day; a plan that is over is made anew, as long as it was.

    A plan that has no first day of its own begins after the assessment in any case.
    """
    from readiness.roadmap.quarters import quarter_days, quarter_of

    if plan.starts is None or plan.starts > day:
        return plan
    begun = quarter_of(plan.starts, day) + 1
    left = plan.quarters - begun
    return plan.changed(starts=quarter_days(plan.starts, begun)[0], quarters=left if left > 0 else plan.quarters)


def _check_that_they_belong_together(plan: tuple[str, EarlierResult], answers: tuple[str, Assessed]) -> None:
    (file, earlier), (later_file, assessed) = plan, answers
    later = assessed.assessment
    if earlier.framework.id != later.framework.id:
        raise UsageError(
            f"{file} is a plan for {earlier.framework.id}, and {later_file} answers {later.framework.id}",
            hint="name a later assessment of the same framework",
        )
    if earlier.organisation.name != later.organisation.name:
        raise UsageError(
            f"{file} is the plan of {earlier.organisation.name}, and {later_file} is of {later.organisation.name}",
            hint="if it has a new name, write the new one in the result, too",
        )
    if later.assessed_on < earlier.assessed_on:
        raise UsageError(
            f"{later_file} is of {later.assessed_on}, before the plan, which was made on {earlier.assessed_on}",
            hint="the plan comes first, then the later assessment",
        )
