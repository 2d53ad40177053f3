"""Changes to the limits of a plan: what a scenario writes, and what is typed for one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from readiness.model.assessment import Plan
from readiness.model.decisions import Decision
from readiness.roadmap.quarters import first_quarter_after, quarter_days, quarters_ended
from readiness.roadmap.relaxing import MOST_QUARTERS

__all__ = ["PlanChanges"]

_BY_KEY = ("actions", "capacity_days_a_quarter")
"""What a scenario changes entry by entry; everything else it replaces as a whole."""


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What is different from the plan of an assessment. Scenarios, the command line and new solutions all use it."""

    over: Plan | None = None
    """The plan of a scenario: the keys that were written replace those of the assessment, entry by entry under
    `actions` and `capacity-days-a-quarter`. It comes before all other changes."""
    budget_a_quarter: Fraction | None = None
    budget: Fraction | None = None
    """Of all quarters together."""
    quarters: int | None = None
    by: date | None = None
    """The day for which to plan: the quarters that have ended when it is over."""
    included: tuple[str, ...] = ()
    """Actions that the plan has to have."""
    excluded: tuple[str, ...] = ()
    """Actions that it must not have."""
    delay: int = 0
    """How many quarters later it begins; it ends on the same day."""
    delays: Mapping[str, int] = field(default_factory=dict)
    """For an action: how many quarters after the first of the plan it can start at the earliest."""

    def applied(self, plan: Plan, assessed_on: date) -> Plan:
        """Return the plan with all changes.

        Args:
            plan: The plan as the assessment has it.
            assessed_on: The day of the assessment, which decides the first quarter where the plan does not.
        """
        changed = plan if self.over is None else _overlaid(plan, self.over)
        given = {"budget_a_quarter": self.budget_a_quarter, "budget": self.budget, "quarters": self.quarters}
        changed = changed.changed(**{key: value for key, value in given.items() if value is not None})
        if self.delay:
            later, _ = quarter_days(_starts(changed, assessed_on), self.delay)
            changed = changed.changed(starts=later, quarters=max(1, changed.quarters - self.delay))
        if self.by is not None:
            ended = quarters_ended(_starts(changed, assessed_on), self.by)
            changed = changed.changed(quarters=min(MOST_QUARTERS, max(1, ended)))
        return changed.changed(actions=self._decided(changed.actions, _starts(changed, assessed_on)))

    def _decided(self, decisions: Mapping[str, Decision], starts: date) -> dict[str, Decision]:
        decided = dict(decisions)
        for id_ in self.included:
            decided[id_] = decided.get(id_, _UNDECIDED).changed(must=True, never=False)
        for id_ in self.excluded:
            decided[id_] = Decision(never=True)
        for id_, quarters in self.delays.items():
            old, (earliest, _) = decided.get(id_, _UNDECIDED), quarter_days(starts, quarters)
            later = max(earliest, old.not_before or earliest)
            decided[id_] = old.changed(not_before=later, starts=None, must=old.must or old.starts is not None)
        return decided


_UNDECIDED = Decision()


def _starts(plan: Plan, assessed_on: date) -> date:
    return plan.starts or first_quarter_after(assessed_on)


def _overlaid(plan: Plan, over: Plan) -> Plan:
    """Return a plan with the keys that were written in another."""
    written: dict[str, Any] = {name: getattr(over, name) for name in over.model_fields_set}
    for name in over.model_fields_set.intersection(_BY_KEY):
        written[name] = {**getattr(plan, name), **written[name]}
    return plan.changed(**written)
