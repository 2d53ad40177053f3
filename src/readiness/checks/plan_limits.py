"""The limits of a plan, and what is settled about actions, name what there is and can have an effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import suggestion
from readiness.checks.spelling import respelt
from readiness.versions.pairs import successor

if TYPE_CHECKING:
    from readiness.model.assessment import Plan
    from readiness.model.framework import Framework

__all__ = ["check_plan_limits"]

_ALL_TEAMS = "*"


def check_plan_limits(plan: Plan, framework: Framework) -> Iterator[Finding]:
    """Find actions and teams that do not exist, and money limits that cannot matter."""
    for id_ in plan.actions:
        if id_ not in framework.action:
            yield _unknown_action(id_, framework)
    for team in plan.capacity_days_a_quarter:
        if team not in framework.roles and team != _ALL_TEAMS:
            yield Finding(
                "RA402",
                ("plan", "capacity-days-a-quarter", team),
                f"there is no role `{team}`, so its days limit nothing",
                at_key=True,
                help=suggestion(team, framework.roles),
                fix=respelt(team, framework.roles),
            )
    yield from _idle_money(plan)


def _unknown_action(id_: str, framework: Framework) -> Finding:
    now = successor(id_, framework.action)
    return Finding(
        "RA401",
        ("plan", "actions", id_),
        f"there is no action `{id_}`",
        at_key=True,
        help=f"it is `{now}` now" if now else suggestion(id_, framework.action),
        fix=None if now else respelt(id_, framework.action),
    )


def _idle_money(plan: Plan) -> Iterator[Finding]:
    each, total = plan.budget_a_quarter, plan.budget
    if plan.carry_over and each is None:
        message = "nothing is carried over: no quarter has a budget"
        yield Finding("RA403", ("plan", "carry-over"), message, at_key=True, help="add `budget-a-quarter:`")
    if each is not None and total is not None and total < each:
        message = "the budget of all quarters is smaller than that of one, which never matters"
        advice = "`budget` is for all quarters together; is one of the two a slip of the pen?"
        yield Finding("RA403", ("plan", "budget"), message, help=advice)
    elif each is not None and total is not None and total > each * plan.quarters:
        message = f"{plan.quarters} quarters can never spend that much, so the budget of all of them never matters"
        yield Finding("RA403", ("plan", "budget"), message, help="leave it out, or raise `budget-a-quarter`")
