"""What is settled about actions fits together, as far as the answers allow to tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after, quarter_days
from readiness.roadmap.solution import Reason
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework

__all__ = ["check_settled"]


def check_settled(assessment: Assessment, framework: Framework) -> Iterator[Finding]:
    """Find decisions that no plan can follow, and those with nothing left to do."""
    plan = assessment.plan
    if not plan.actions:
        return
    problem = Problem(
        Scorer(framework, assessment.organisation.known_facts),
        read_answers(framework, assessment, assessment.assessed_on),
        {},
        plan,
        plan.starts or first_quarter_after(assessment.assessed_on),
    )
    for id_, decision in plan.actions.items():
        if id_ not in problem.actions or decision.finished is not None:
            continue
        yield from _kept_from(id_, problem)
        yield from _out_of_time(id_, problem)
        if decision.is_required and id_ in problem.in_place:
            yield Finding(
                "RA407",
                _place(id_),
                f"`{id_}` has nothing left to do: every level that it brings is reached, or does not apply",
                at_key=True,
                help="leave it out, or say with `finished:` when it ended; as it is, its cost is planned",
            )


def _place(id_: str) -> Path:
    return ("plan", "actions", id_)


def _kept_from(id_: str, problem: Problem) -> Iterator[Finding]:
    """Find what keeps an action out that the plan has to have."""
    if not problem.decision(id_).is_required:
        return
    for rival in sorted(problem.rivals[id_]):
        if id_ < rival and problem.decision(rival).is_required:
            yield Finding(
                "RA404",
                _place(id_),
                f"`{id_}` and `{rival}` are rivals, and the plan has to have both",
                at_key=True,
                related=((_place(rival), "the other one"),),
                help="decide for one of them",
            )
    needed = id_
    while needed in problem.excluded and problem.excluded[needed].reason is Reason.PREREQUISITE:
        needed = problem.excluded[needed].other
    if needed != id_:
        yield Finding(
            "RA405",
            _place(id_),
            f"`{id_}` cannot be done without `{needed}`, which is kept out",
            at_key=True,
            related=((_place(needed), "kept out here"),),
            help="allow the one, or do without the other",
        )


def _out_of_time(id_: str, problem: Problem) -> Iterator[Finding]:
    decision = problem.decision(id_)
    if problem.window(id_) or id_ in problem.excluded:
        return
    dates = (decision.starts, decision.not_before, decision.deadline, decision.under_way)
    if all(one is None for one in dates):
        return
    quarters = problem.demand[id_].quarters
    first, last = problem.starts, quarter_days(problem.starts, problem.plan.quarters - 1)[1]
    yield Finding(
        "RA406",
        _place(id_),
        f"there is no quarter in which `{id_}` could start",
        at_key=True,
        help=f"it takes {quarters} {'quarter' if quarters == 1 else 'quarters'}, and the plan runs from {first} to"
        f" {last}; what is under way starts at once",
    )
