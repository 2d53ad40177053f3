"""Which limits bind, and what a little more of each would buy, found by solving again with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from readiness.roadmap.again import Again, Alternative
from readiness.roadmap.calendar import Calendar, Key, Limit
from readiness.roadmap.easing import TIME, amount_of, resources, with_more
from readiness.roadmap.relaxing import MOST_QUARTERS

__all__ = ["FULL", "Pressure", "find_pressures"]

FULL = Fraction(9, 10)
"""From which share of a limit on a quarter is full."""
_MORE = Fraction(1, 10)
_A_YEAR = Fraction(4)
_FROM_NOTHING = {Key.BUDGET_A_QUARTER: Fraction(1000), Key.BUDGET: Fraction(1000), Key.CAPACITY: Fraction(10)}
"""What a limit that allows nothing is eased by, in place of a tenth of nothing."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """One limit, how far the plan goes to it, and what more would buy."""

    limit: Limit
    amount: Fraction
    """Where it lies: money, person-days in a quarter, or quarters."""
    used: tuple[Fraction, ...]
    """What of it the plan uses in each quarter. With carry-over, money from the start to the end of each."""
    full: tuple[int, ...]
    """The quarters in which at least nine tenths are used."""
    more: Fraction
    """By how much it is eased."""
    other: Alternative
    """The best plan with that much more."""


def find_pressures(
    again: Again, *, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> tuple[Pressure, ...]:
    """Return every limit on money, people and time, the one of which more would buy most first.

    Money and people are eased by a tenth, time by a year as far as plans can be longer. What counts is gates, then the
    score at the end.

    Args:
        again: The plan.
        progress: Told after each limit how many of how many there are.
    """
    longest = again.problem.plan.quarters == MOST_QUARTERS
    limits = [limit for limit in resources(again.problem) if limit != TIME or not longest]
    found = []
    for done, limit in enumerate(limits, 1):
        found.append(_pressure(again, limit))
        progress(done, len(limits))
    return tuple(sorted(found, key=lambda one: (-one.other.change.gates, -one.other.change.end)))


def _pressure(again: Again, limit: Limit) -> Pressure:
    plan = again.problem.plan
    amount = amount_of(plan, limit)
    more = min(_A_YEAR, MOST_QUARTERS - amount) if limit == TIME else amount * _MORE or _FROM_NOTHING[limit.key]
    used = _used(again, limit)
    return Pressure(
        limit=limit,
        amount=amount,
        used=tuple(one for one, _ in used),
        full=tuple(quarter for quarter, (one, of) in enumerate(used) if one >= FULL * of),
        more=more,
        other=again.under(with_more(plan, limit, more)),
    )


def _used(again: Again, limit: Limit) -> list[tuple[Fraction, Fraction]]:
    """Return what is used of a limit and what there is, for each quarter; for money in all, once."""
    calendar = Calendar(again.problem)
    for id_, start in again.solution.choices:
        calendar.book(id_, start)
    return [(used, slot.allowed) for slot, used in calendar.used() if slot.limit == limit]
