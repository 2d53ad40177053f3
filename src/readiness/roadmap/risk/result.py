"""What an analysis of risk says of a roadmap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

__all__ = ["Chances", "CostDriver", "FinishDriver", "Percentiles", "QuarterRisk", "Risk", "Together"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Percentiles(Generic[T]):
    """What a number of draws in a hundred do not go beyond."""

    p10: T
    p50: T
    """As likely beaten as not."""
    p80: T
    p90: T


@dataclass(frozen=True, slots=True)
class QuarterRisk:
    """One quarter of the plan."""

    label: str
    spend: Percentiles[float]
    """External spend: one-off cost of running actions and running cost of finished ones."""
    within: float | None
    """The share of draws that keep to `budget-a-quarter`; None without one. With carry-over, what earlier quarters left
    over is there to be spent."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Shares of the draws, from 0 to 1; None where there is no such limit."""

    cost: float
    """One-off cost is no more than the likely values add up to."""
    on_time: float
    """Everything is finished by the end of the quarter in which the plan finishes it."""
    in_plan: float
    """Everything is finished by the end of the last quarter of the plan."""
    each_quarter: float | None
    """Every quarter keeps to `budget-a-quarter`."""
    budget: float | None
    """All spend of the plan keeps to `budget`; what slips beyond the last quarter counts."""
    people: float | None
    """Every team keeps to its days in every quarter, and all of them to theirs."""
    teams: dict[str, float]
    """The same for each limit on people by itself: by role, and `*` for all together."""
    deadlines: dict[str, float]
    """For each planned action that a decision gives a deadline: it ends by then."""


@dataclass(frozen=True, slots=True)
class CostDriver:
    """An action whose cost is not sure."""

    action: str
    low: float
    """By how much the expected one-off cost of the plan changes when this action costs what one in ten falls below."""
    high: float
    """The same at what one in ten exceeds."""
    share: float
    """Its part of the variance of the plan's one-off cost, by covariance. All parts add up to 1; one can be below 0."""


@dataclass(frozen=True, slots=True)
class FinishDriver:
    """An action whose duration is not sure, and which is the last to end, or holds up what is, in some draws."""

    action: str
    low: float
    """By how many weeks the expected finish changes when this action takes what one in ten falls below."""
    high: float
    """The same at what one in ten exceeds."""
    decides: float
    """The share of draws in which the finish hangs on it: its criticality."""


@dataclass(frozen=True, slots=True)
class Together:
    """What depends on how far estimates of one programme miss together."""

    correlation: Fraction
    cost: Percentiles[float]
    """One-off external spend."""
    finish: Percentiles[date]


@dataclass(frozen=True, slots=True)
class Risk:
    """How sure the cost and the dates of a roadmap are."""

    draws: int
    seed: int
    uncertain: int
    """How many actions have a cost, an effort or a duration that can be more or less than is likely."""
    given: Together
    """With the correlation of the plan."""
    alone: Together
    """The same if every estimate missed by itself."""
    effort_days: Percentiles[float]
    """Person-days of all teams."""
    likely_cost: Fraction
    """What the likely values of the one-off costs add up to."""
    planned_finish: date
    """The last day of the quarter in which the plan finishes its last action."""
    chances: Chances
    quarters: tuple[QuarterRisk, ...]
    cost_drivers: tuple[CostDriver, ...]
    """The widest first."""
    finish_drivers: tuple[FinishDriver, ...]
    """The widest first."""
