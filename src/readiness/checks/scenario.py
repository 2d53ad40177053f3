"""A scenario says what is different, and names what its framework has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.plan_limits import check_plan_limits
from readiness.model.assessment import Plan

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.model.scenario import Scenario

__all__ = ["check_scenario"]


def check_scenario(scenario: Scenario, framework: Framework) -> Iterator[Finding]:
    """Find what keeps a scenario from meaning what its author thinks, whatever it is tried on.

    How its limits go together with others can only be told of a whole plan.
    """
    plan = scenario.plan
    if not plan.model_fields_set:
        advice = "write the limits that are different, such as `budget-a-quarter: 30000`"
        yield Finding("RA502", ("plan",), "the scenario changes nothing", at_key=True, help=advice)
    names = Plan().changed(actions=plan.actions, capacity_days_a_quarter=plan.capacity_days_a_quarter)
    yield from check_plan_limits(names, framework)
