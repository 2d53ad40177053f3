"""What a roadmap says: which actions, when, at what cost, and the maturity they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from readiness.model.actions import Action
from readiness.model.decisions import Decision
from readiness.roadmap.loss import Loss
from readiness.roadmap.money import Appraisal
from readiness.roadmap.ranges import Range3
from readiness.roadmap.solution import Reason, Solution

__all__ = ["Demand", "LeftOut", "PlannedAction", "Quarter", "Reached", "Roadmap", "Totals", "Way"]


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One chosen action, placed in time."""

    number: str
    """A1, A2 … in the order in which they start."""
    action: Action
    area: str
    """The top area (dimension) of the first question it lifts."""
    start: int
    """The quarter in which it starts, from 0."""
    quarters: int
    """How many quarters it runs."""
    gain: Fraction
    """How much the overall score rises, in levels, when it is finished, after all that finished before it. May be 0:
    then it opens the way for others, or closes a gap behind a weaker one."""
    after: tuple[str, ...]
    """Ids of chosen actions that it waits for."""
    lifts: dict[str, tuple[Fraction, Fraction]]
    """For each question it raises: the score before and after, on the scale."""
    loss: Loss
    """What the plan loses without it: why it is there."""
    decision: Decision
    """What is settled about it."""

    @property
    def end(self) -> int:
        """The first quarter in which it is finished."""
        return self.start + self.quarters


@dataclass(frozen=True, slots=True)
class Demand:
    """What an action takes of each quarter, likely values."""

    quarters: int
    """Quarters from start to finish, at least 1."""
    money: Fraction
    """External spend in each of them."""
    days: Mapping[str, Fraction]
    """Person-days in each of them, by the role whose team they come from; the owner's first."""
    running: Fraction
    """External spend in each quarter after it is finished."""
    price: Fraction
    """What a gain is compared with, in money: external spend, running cost until the plan ends if it starts at once,
    and effort of all teams."""

    @property
    def days_of_all(self) -> Fraction:
        """Person-days of all teams together in each quarter that it runs."""
        return sum(self.days.values(), Fraction(0))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An action that could close a gap and was not chosen, or that closes none."""

    action: Action
    reason: Reason
    demand: Demand
    other: Action | None = None
    """The action that stands in its way, if one does."""
    waits: bool = False
    """Whether it can only begin when other actions are finished."""
    money_too: bool = False
    """For a want of people: there are quarters with enough of them, and those have too little money."""
    because: str = ""
    """The reason that is given for a decision against it, if one is."""
    unshown: tuple[str, ...] = ()
    """For an action that is called finished: the questions whose answers do not show the levels it brings."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter of the plan, and the maturity at its end."""

    index: int
    label: str
    """Q1 2027."""
    starts: date
    ends: date
    """The last day."""
    cost: Range3
    """External spend: one-off cost of running actions and running cost of finished ones."""
    effort_days: Range3
    """Person-days of all teams."""
    effort_by_role: dict[str, Fraction]
    """Likely person-days by the role whose team they come from."""
    score: Fraction | None
    """The overall score when this quarter ends."""
    low: Fraction | None
    high: Fraction | None
    scores: dict[str, Fraction | None]
    """The score of each dimension when this quarter ends."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the whole plan takes and gives; low, likely and high."""

    cost: Range3
    """One-off external spend."""
    effort_days: Range3
    """Person-days of all teams."""
    running_cost_a_year: Range3
    """Once everything is finished."""
    benefit_a_year: Range3


class Way(StrEnum):
    """How a plan was made."""

    SPREADSHEET = "spreadsheet"
    """Actions ranked by gain per cost, each alone."""
    RANKED = "ranked"
    """Bundles ranked by gain per cost: an action with all that it waits for."""
    BEST = "best"
    """Chosen by a solver."""
    CEILING = "ceiling"
    """No plan: what none can exceed that clears as many gates as the best, as early and for the same price."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What one way to plan reaches. Levels beyond the targets do not count."""

    way: Way
    gates: int
    """How many of the gates that hold now hold no longer at the end."""
    rise: Fraction
    """How much better the overall score is at the end, in levels."""
    mean_rise: Fraction | None
    """How much better it is in the mean of all quarter ends, in levels; None for the ceiling."""
    cost: Fraction | None
    """Likely one-off external spend; None for the ceiling."""
    spend: Fraction | None
    """Likely external spend of all quarters of the plan, running costs included; None for the ceiling."""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """A plan within the limits."""

    solution: Solution
    """How it came about, what it is worth, and how far that is proved."""
    target_id: str
    starts: date
    currency: str
    day_rate: Fraction
    quarters: tuple[Quarter, ...]
    actions: tuple[PlannedAction, ...]
    """By start, then in the order in which they were chosen."""
    left_out: tuple[LeftOut, ...]
    totals: Totals
    money: Appraisal
    """What it costs and saves, at present value."""
    start_score: Fraction | None
    """The overall score before the first quarter."""
    target_score: Fraction | None
    critical_chain: tuple[str, ...]
    """Ids of the chosen actions, each waiting for the one before, that together take longest."""
    unmet: tuple[str, ...]
    """Questions that stay below target when the plan ends."""
    open_gates: tuple[tuple[str, str], ...]
    """Gates that still hold at the end: the node that carries them, and the reason."""
    compared: tuple[Reached, ...] = ()
    """What other ways to plan reach within the same limits, this one, and what none can exceed."""
