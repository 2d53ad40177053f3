"""The stretches in which boards think of a plan, and what each team has to give in each quarter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from readiness.model.actions import Action
from readiness.model.assessment import Plan
from readiness.roadmap.plan import PlannedAction, Quarter, Roadmap
from readiness.roadmap.quarters import QUARTERS_A_YEAR
from readiness.roadmap.ranges import Range3, summed

__all__ = ["ALL_TEAMS", "Horizon", "Load", "Stretch", "horizons", "loads", "needs_money", "starts_at_once"]

ALL_TEAMS = "*"
"""All teams together, as `capacity-days-a-quarter` has them."""


class Stretch(StrEnum):
    """A part of a plan."""

    NOW = "first 90 days"
    """The first quarter."""
    FIRST_YEAR = "rest of the first year"
    """The second to the fourth quarter."""
    AFTER = "after the first year"


@dataclass(frozen=True, slots=True)
class Horizon:
    """One stretch of a plan that has quarters in it."""

    stretch: Stretch
    quarters: tuple[Quarter, ...]
    starting: tuple[PlannedAction, ...]
    """The actions that start in it."""
    cost: Range3
    """External spend, low, likely and high."""
    effort_days: Range3
    """Person-days of all teams, low, likely and high."""

    @property
    def score(self) -> Fraction | None:
        """The overall score when it ends."""
        return self.quarters[-1].score


@dataclass(frozen=True, slots=True)
class Load:
    """What one team gives in each quarter, beside what it can give."""

    role: str
    """The role whose team it is, or `ALL_TEAMS`."""
    days: tuple[Fraction, ...]
    """Likely person-days, for each quarter of the plan."""
    capacity: Fraction | None
    """Person-days that it can give in a quarter; None: not limited."""

    @property
    def over(self) -> tuple[int, ...]:
        """The quarters that ask for more than it can give."""
        return () if self.capacity is None else tuple(t for t, days in enumerate(self.days) if days > self.capacity)

    @property
    def total(self) -> Fraction:
        """Person-days in all quarters together."""
        return sum(self.days, Fraction(0))

    @property
    def busiest(self) -> int:
        """The quarter that asks most of it, the first of them."""
        return max(range(len(self.days)), key=lambda t: (self.days[t], -t))


def horizons(roadmap: Roadmap) -> tuple[Horizon, ...]:
    """Return the stretches of a plan in their order; one without quarters is left out."""
    first_year = min(QUARTERS_A_YEAR, len(roadmap.quarters))
    parts = {
        Stretch.NOW: roadmap.quarters[:1],
        Stretch.FIRST_YEAR: roadmap.quarters[1:first_year],
        Stretch.AFTER: roadmap.quarters[first_year:],
    }
    return tuple(_horizon(roadmap, stretch, quarters) for stretch, quarters in parts.items() if quarters)


def _horizon(roadmap: Roadmap, stretch: Stretch, quarters: tuple[Quarter, ...]) -> Horizon:
    first, last = quarters[0].index, quarters[-1].index
    return Horizon(
        stretch=stretch,
        quarters=quarters,
        starting=tuple(one for one in roadmap.actions if first <= one.start <= last),
        cost=summed(quarter.cost for quarter in quarters),
        effort_days=summed(quarter.effort_days for quarter in quarters),
    )


def needs_money(action: Action) -> bool:
    """Tell whether an action is likely to need spend outside the agency, once or every year."""
    running = action.running_cost_a_year
    return bool(action.cost.likely or (running and running.likely))


def starts_at_once(actions: Iterable[PlannedAction]) -> tuple[PlannedAction, ...]:
    """Return those actions that start in the first quarter and are not likely to need new money."""
    return tuple(one for one in actions if one.start == 0 and not needs_money(one.action))


def loads(roadmap: Roadmap, plan: Plan) -> tuple[Load, ...]:
    """Return what each team gives, the one that gives most first; all together last, where they are limited.

    Args:
        roadmap: The plan.
        plan: Its limits.
    """
    limits: Mapping[str, Fraction] = plan.capacity_days_a_quarter
    quarters = roadmap.quarters
    roles = {role for quarter in quarters for role in quarter.effort_by_role}
    days = {role: tuple(one.effort_by_role.get(role, Fraction(0)) for one in quarters) for role in roles}
    found = sorted((Load(role, given, limits.get(role)) for role, given in days.items()), key=_most_first)
    if ALL_TEAMS in limits and found:
        everyone = tuple(sum(one.effort_by_role.values(), Fraction(0)) for one in quarters)
        found.append(Load(ALL_TEAMS, everyone, limits[ALL_TEAMS]))
    return tuple(found)


def _most_first(load: Load) -> tuple[Fraction, str]:
    return -load.total, load.role
