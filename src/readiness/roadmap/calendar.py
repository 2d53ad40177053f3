"""What a plan uses of each quarter: money and people, exactly, against the limits on both."""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, TypeAlias

from readiness.roadmap.problem import Problem

__all__ = ["ALL_TEAMS", "Calendar", "Key", "Limit", "Load", "Slot"]

ALL_TEAMS = "*"
"""Stands for every team in the limits on people."""

Load: TypeAlias = tuple[tuple[int, int], ...]
"""What an action takes of the slots of a calendar: the place of each slot, and how many units."""


class Key(StrEnum):
    """What can limit a plan, by its key in a document."""

    BUDGET_A_QUARTER = "budget-a-quarter"
    BUDGET = "budget"
    CAPACITY = "capacity-days-a-quarter"
    QUARTERS = "quarters"
    MUST = "must"
    NEVER = "never"
    STARTS = "starts"
    NOT_BEFORE = "not-before"
    DEADLINE = "deadline"
    UNDER_WAY = "under-way"
    FINISHED = "finished"
    NEEDS = "needs"
    RIVALS = "instead-of"


class Limit(NamedTuple):
    """One limit."""

    key: Key
    of: str = ""
    """The team whose days are limited, or the action about which something is settled."""


class Slot(NamedTuple):
    """What one limit allows in one quarter; with carry-over, up to the end of it."""

    limit: Limit
    quarter: int
    """The last quarter that counts."""
    allowed: Fraction


class Calendar:
    """Quarters to be filled with actions.

    Money can be limited in each quarter and in all. `carry-over` adds what earlier quarters have left to the limit of
    a quarter, never what later ones will have. People cannot be saved up.

    Amounts are whole numbers of a unit so small that nothing is rounded: that is exact, and much quicker than
    fractions.
    """

    def __init__(self, problem: Problem) -> None:
        """Begin with nothing booked."""
        self._problem = problem
        self._plan = problem.plan
        self._used = [0] * len(self.slots)
        self._loads: dict[tuple[str, int], Load] = {}

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Everything that is limited, quarter by quarter."""
        plan, quarters, found = self._plan, range(self._plan.quarters), []
        if (each := plan.budget_a_quarter) is not None:
            saved = range(1, plan.quarters + 1) if plan.carry_over else [1] * plan.quarters
            found += [
                Slot(Limit(Key.BUDGET_A_QUARTER), t, each * count) for t, count in zip(quarters, saved, strict=True)
            ]
        if plan.budget is not None:
            found.append(Slot(Limit(Key.BUDGET), plan.quarters - 1, plan.budget))
        for team, days in plan.capacity_days_a_quarter.items():
            found += [Slot(Limit(Key.CAPACITY, team), t, days) for t in quarters]
        return tuple(found)

    @cached_property
    def unit(self) -> int:
        """How many units make one of the currency, or one person-day."""
        demands = self._problem.demand.values()
        amounts = {*(one for demand in demands for one in (demand.money, demand.running, *demand.days.values()))}
        return math.lcm(*(one.denominator for one in amounts | {slot.allowed for slot in self.slots}))

    @cached_property
    def _allowed(self) -> tuple[int, ...]:
        return tuple(int(slot.allowed * self.unit) for slot in self.slots)

    @cached_property
    def _of_money(self) -> tuple[bool, ...]:
        return tuple(slot.limit.key is not Key.CAPACITY for slot in self.slots)

    def load(self, id_: str, start: int) -> Load:
        """Return what an action takes that starts in a quarter."""
        if (id_, start) not in self._loads:
            taken = ((place, int(self._taken(id_, start, slot) * self.unit)) for place, slot in enumerate(self.slots))
            self._loads[id_, start] = tuple((place, units) for place, units in taken if units)
        return self._loads[id_, start]

    def _taken(self, id_: str, start: int, slot: Slot) -> Fraction:
        """Return what an action takes of a slot: days while it runs, a share of its cost, then its running cost."""
        demand, (key, team), quarter = self._problem.demand[id_], slot.limit, slot.quarter
        if key is Key.CAPACITY:
            days = demand.days_of_all if team == ALL_TEAMS else demand.days.get(team, Fraction(0))
            return days if start <= quarter < start + demand.quarters else Fraction(0)
        first = 0 if key is Key.BUDGET or self._plan.carry_over else quarter
        begin, end = max(first, start), start + demand.quarters
        running = max(0, quarter + 1 - max(begin, end))
        return demand.money * max(0, min(end, quarter + 1) - begin) + demand.running * running

    def fits(self, id_: str, start: int, *, money: bool = True, people: bool = True) -> bool:
        """Tell whether an action can start in a quarter, looking at both limits or only at one."""
        if start + self._problem.demand[id_].quarters > self._plan.quarters:
            return False
        wanted, used, allowed = (people, money), self._used, self._allowed
        return all(
            used[place] + units <= allowed[place]
            for place, units in self.load(id_, start)
            if wanted[self._of_money[place]]
        )

    def book(self, id_: str, start: int, *, sign: int = 1) -> None:
        """Use up what an action takes, or give it back."""
        for place, units in self.load(id_, start):
            self._used[place] += sign * units

    def overbooked(self) -> Iterator[tuple[Slot, Fraction]]:
        """Yield each slot of which more is used than there is, with what is used of it."""
        return ((slot, used) for slot, used in self.used() if used > slot.allowed)

    def used(self) -> Iterator[tuple[Slot, Fraction]]:
        """Yield each slot with what is used of it."""
        for slot, used in zip(self.slots, self._used, strict=True):
            yield slot, Fraction(used, self.unit)

    def most(self, place: int) -> int:
        """Return how many units of a slot there are."""
        return self._allowed[place]
