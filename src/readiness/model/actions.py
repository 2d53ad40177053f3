"""Improvements that a framework offers."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from readiness.model.base import AsWritten, Estimate, FormerIds, Id, Line, Model, Text
from readiness.model.money import OptimismBias

__all__ = ["Action", "Funding"]

Funding = Literal["own-budget", "grant", "shared-service", "partnership", "pay-as-you-go"]
"""A route to the money."""
Needed = Annotated[
    str,
    StringConstraints(pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*/)?[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=161),
    AsWritten,
]
"""An action of this framework, or `framework/action` for one of another."""


_NONE = Fraction(0)


class Action(Model):
    """Something that an agency can do to reach a better level. Estimates are planning assumptions."""

    id: Id
    """Unique over all frameworks that are used together."""
    replaces: FormerIds = ()
    """The ids that the action had in earlier versions, latest first."""
    title: Line
    """What to do, in the imperative."""
    why: Text | None = None
    """What it changes."""
    lifts: Annotated[dict[Id, int | tuple[Id, ...]], Field(min_length=1)]
    """For a question: the level that the action brings, or the items of a checklist that it gets done; where higher is
    worse, the level that it brings the answer down to, or the items that it does away with."""
    delivers: Line | None = None
    """What can be shown when the action is finished."""
    owner: Id
    """The role that answers for it; `effort-days` are charged to this role's team."""
    effort_days: Estimate
    """Staff time of the owner's team, in person-days."""
    effort_of_others: dict[Id, Estimate] = Field(default_factory=dict)
    """For a role whose team works on it too: that team's staff time, in person-days."""
    cost: Estimate = Estimate.model_construct(low=None, likely=Fraction(0), high=None)
    """External spend, one-off, in the plan's currency."""
    running_cost_a_year: Estimate | None = None
    """External spend a year, from the day the action is finished."""
    benefit_a_year: Estimate | None = None
    """Cashable benefit a year, from the day the action is finished."""
    duration_weeks: Estimate
    """Calendar time, in weeks."""
    needs: tuple[Needed, ...] = ()
    """Actions that have to be finished, or their levels reached, before this one starts. A rival that brings as much
    does as well."""
    instead_of: tuple[Id, ...] = ()
    """Rivals: at most one of them and this one is chosen."""
    funding: tuple[Funding, ...] = ()
    """Routes to the money."""
    seen_in: tuple[Line, ...] = ()
    """Published cases to learn from."""

    @property
    def effort_by_role(self) -> dict[str, Estimate]:
        """For each role whose team works on it, the owner's first: that team's staff time, in person-days."""
        return {self.owner: self.effort_days, **self.effort_of_others}

    @property
    def days_of_all(self) -> tuple[Fraction, Fraction, Fraction]:
        """Staff time of all teams together, in person-days: low, likely and high."""
        low, likely, high = zip(*(days.points for days in self.effort_by_role.values()), strict=True)
        return sum(low, _NONE), sum(likely, _NONE), sum(high, _NONE)

    def corrected(self, bias: OptimismBias) -> Action:
        """Return the action with every point of its estimates made worse for optimism."""
        cost, effort, duration = (1 + one / 100 for one in (bias.cost, bias.effort, bias.duration))
        benefit = 1 - bias.benefit / 100
        return self.changed(
            effort_days=self.effort_days.times(effort),
            effort_of_others={role: days.times(effort) for role, days in self.effort_of_others.items()},
            duration_weeks=self.duration_weeks.times(duration),
            cost=self.cost.times(cost),
            running_cost_a_year=self.running_cost_a_year and self.running_cost_a_year.times(cost),
            benefit_a_year=self.benefit_a_year and self.benefit_a_year.times(benefit),
        )

    def scaled(self, effort: Fraction, money: Fraction) -> Action:
        """Return the action with its staff time and its amounts multiplied; how long it takes stays."""
        amounts = {name: getattr(self, name) for name in ("cost", "running_cost_a_year", "benefit_a_year")}
        return self.changed(
            **self._effort(effort),
            **{name: None if amount is None else amount.times(money) for name, amount in amounts.items()},
        )

    def left_over(self, share: Fraction) -> Action:
        """Return what is left of an action that has begun: a share of its staff time, its cost and its duration.

        What it brings, costs and saves from the day it is finished stays.
        """
        return self.changed(
            **self._effort(share), cost=self.cost.times(share), duration_weeks=self.duration_weeks.times(share)
        )

    def _effort(self, factor: Fraction) -> dict[str, object]:
        others = {role: days.times(factor) for role, days in self.effort_of_others.items()}
        return {"effort_days": self.effort_days.times(factor), "effort_of_others": others}
