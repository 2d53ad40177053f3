"""What is different between limits, and between the plans that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import compress
from typing import NamedTuple, TypeAlias

from readiness.model.actions import Action
from readiness.model.assessment import Plan
from readiness.roadmap.plan import LeftOut, PlannedAction, Roadmap
from readiness.roadmap.solution import Method

__all__ = [
    "ChangedLimit",
    "Difference",
    "Figures",
    "Placed",
    "changed_limits",
    "differences",
    "ends_of",
    "figures",
    "score_on",
]

Placed: TypeAlias = PlannedAction | LeftOut | None
"""An action in one plan: when it runs, or why it does not; None where there is no plan."""


class ChangedLimit(NamedTuple):
    """A key of a plan whose value is different."""

    key: str
    """As documents have it: `budget-a-quarter`."""
    of: str
    """The action or role under the key; nothing for keys without entries."""
    before: object
    """None: nothing was written."""
    after: object


@dataclass(frozen=True, slots=True)
class Difference:
    """An action that two plans or more do not treat alike."""

    places: tuple[Placed, ...]
    """What becomes of it in each plan."""

    @property
    def action(self) -> Action:
        """The action."""
        return next(place.action for place in self.places if place is not None)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a plan comes to, in the numbers by which plans are compared."""

    score: Fraction | None
    """The overall score when the plan ends."""
    mean: Fraction | None
    """The mean of the overall scores on all days that are compared: the same maturity earlier is more."""
    gates: int
    """How many gates that hold now hold no longer at the end."""
    unmet: int
    """How many questions do not meet their target at the end."""
    actions: int
    cost: Fraction
    """Likely one-off external spend."""
    spend: Fraction
    """Likely external spend of all its quarters, running costs included."""
    effort_days: Fraction
    """Likely person-days of all teams."""
    net_value: Fraction
    """Likely net present value, staff time included."""
    method: Method
    """How it was made."""


def figures(roadmap: Roadmap, days: Iterable[date]) -> Figures:
    """Return what a plan comes to.

    Args:
        roadmap: The plan.
        days: The ends of the quarters of all plans that are compared, so that one that begins later counts as late.
    """
    scores = [score for day in days if (score := score_on(roadmap, day)) is not None]
    return Figures(
        score=roadmap.quarters[-1].score,
        mean=sum(scores, Fraction(0)) / len(scores) if scores else None,
        gates=roadmap.solution.worth.gates,
        unmet=len(roadmap.unmet),
        actions=len(roadmap.actions),
        cost=roadmap.totals.cost[1],
        spend=sum((quarter.cost[1] for quarter in roadmap.quarters), Fraction(0)),
        effort_days=roadmap.totals.effort_days[1],
        net_value=roadmap.money.value.economic.net[1],
        method=roadmap.solution.method,
    )


def ends_of(plans: Iterable[Roadmap | None]) -> dict[date, str]:
    """Return the last day of each quarter that any of some plans has, in order, with the label of the quarter."""
    labels = {quarter.ends: quarter.label for plan in plans if plan for quarter in plan.quarters}
    return dict(sorted(labels.items()))


def score_on(roadmap: Roadmap, day: date) -> Fraction | None:
    """Return the overall score that a plan has led to on a day: that of today before it begins."""
    past = [quarter.score for quarter in roadmap.quarters if quarter.ends <= day]
    return past[-1] if past else roadmap.start_score


def differences(plans: Sequence[Roadmap | None]) -> tuple[Difference, ...]:
    """Return the actions that do not run at the same time in all plans, the earliest first."""
    found: dict[str, list[Placed]] = {}
    for index, plan in enumerate(plans):
        placed: tuple[PlannedAction | LeftOut, ...] = (*plan.actions, *plan.left_out) if plan else ()
        for one in placed:
            found.setdefault(one.action.id, [None] * len(plans))[index] = one
    times = {id_: [*map(_time, plans, places)] for id_, places in found.items()}
    exist = [plan is not None for plan in plans]
    different = [id_ for id_, days in times.items() if len(set(compress(days, exist))) > 1]
    ranked = sorted(different, key=lambda id_: (min(filter(None, times[id_])), id_))
    return tuple(Difference(tuple(found[id_])) for id_ in ranked)


def _time(plan: Roadmap | None, place: Placed) -> tuple[date, date] | None:
    """Return the first and the last day of an action in a plan; None where it does not run."""
    if plan is None or not isinstance(place, PlannedAction):
        return None
    return plan.quarters[place.start].starts, plan.quarters[place.end - 1].ends


def changed_limits(before: Plan, after: Plan) -> Iterator[ChangedLimit]:
    """Yield every key that is different, entry by entry where a key has entries."""
    for name, field in Plan.model_fields.items():
        old, new, key = getattr(before, name), getattr(after, name), field.alias or name
        if isinstance(old, Mapping):
            for of in dict.fromkeys((*old, *new)):
                if old.get(of) != new.get(of):
                    yield ChangedLimit(key, of, old.get(of), new.get(of))
        elif old != new:
            yield ChangedLimit(key, "", old, new)
