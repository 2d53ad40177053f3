"""A scenario says what is different."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding

if TYPE_CHECKING:
    from readiness.model.scenario import Scenario

__all__ = ["check_scenario"]


def check_scenario(scenario: Scenario) -> Iterator[Finding]:
    """Find a scenario that is none."""
    if not scenario.plan.model_fields_set:
        advice = "write the limits that are different, such as `budget-a-quarter: 30000`"
        yield Finding("RA502", ("plan",), "the scenario changes nothing", at_key=True, help=advice)
