"""What a plan uses of each quarter: money and people, exactly, against the limits on both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from readiness.model.assessment import Plan
from readiness.roadmap.plan import Demand

__all__ = ["ALL_TEAMS", "Calendar", "days_by_team", "spend_by_quarter"]

ALL_TEAMS = "*"
"""Stands for every team in the limits on people."""


def days_by_team(demand: Demand) -> Iterator[tuple[str, Fraction]]:
    """Yield the days that an action takes in a quarter of each limit on people: each team's, and that of all."""
    yield from demand.days.items()
    yield ALL_TEAMS, demand.days_of_all


def spend_by_quarter(demand: Demand, start: int, quarters: int) -> Iterator[tuple[int, Fraction]]:
    """Yield each quarter from the start of an action to the end of the plan, and the external spend in it.

    Its cost is shared evenly between the quarters in which it runs; its running cost follows.
    """
    for quarter in range(start, quarters):
        yield quarter, demand.money if quarter < start + demand.quarters else demand.running


class Calendar:
    """Quarters to be filled with actions.

    Money can be limited in each quarter and in all; `carry-over` adds what earlier quarters have left to the limit of
    a quarter, never what later ones will have. People cannot be saved up.
    """

    def __init__(self, plan: Plan) -> None:
        """Begin with nothing booked."""
        self._plan = plan
        self._money: dict[int, Fraction] = defaultdict(Fraction)
        self._days: dict[tuple[str, int], Fraction] = defaultdict(Fraction)

    def fits(self, demand: Demand, start: int, *, money: bool = True, people: bool = True) -> bool:
        """Tell whether an action can start in a quarter, looking at both limits or only at one."""
        if start + demand.quarters > self._plan.quarters:
            return False
        return not (money and not self._has_money(demand, start)) and not (
            people and not self._has_people(demand, start)
        )

    def _has_money(self, demand: Demand, start: int) -> bool:
        more = dict(spend_by_quarter(demand, start, self._plan.quarters))
        if self._plan.budget is not None and sum(more.values(), self.spent) > self._plan.budget:
            return False
        if self._plan.budget_a_quarter is None:
            return True
        quarters = range(self._plan.quarters)
        spend = [self._money[quarter] + more.get(quarter, 0) for quarter in quarters]
        return all(used <= limit for used, limit in self.against_budget(spend))

    def against_budget(self, spend: list[Fraction]) -> Iterator[tuple[Fraction, Fraction]]:
        """Yield for each quarter what counts against its budget, and that budget.

        With carry-over, both are those of all quarters since the start.

        Args:
            spend: The external spend of each quarter.
        """
        each = self._plan.budget_a_quarter
        assert each is not None
        if self._plan.carry_over:
            yield from ((used, each * count) for count, used in enumerate(accumulate(spend), 1))
        else:
            yield from ((used, each) for used in spend)

    def _has_people(self, demand: Demand, start: int) -> bool:
        limits = self._plan.capacity_days_a_quarter
        return all(
            self._days[team, quarter] + days <= limits[team]
            for team, days in days_by_team(demand)
            if team in limits
            for quarter in range(start, start + demand.quarters)
        )

    def book(self, demand: Demand, start: int, *, sign: int = 1) -> None:
        """Use up what an action takes, or give it back."""
        for quarter, money in spend_by_quarter(demand, start, self._plan.quarters):
            self._money[quarter] += sign * money
        for quarter in range(start, start + demand.quarters):
            for team, days in days_by_team(demand):
                self._days[team, quarter] += sign * days

    @property
    def spent(self) -> Fraction:
        """The external spend of all quarters together."""
        return sum(self._money.values(), Fraction(0))

    @property
    def spend(self) -> list[Fraction]:
        """The external spend of each quarter."""
        return [self._money[quarter] for quarter in range(self._plan.quarters)]

    def days(self, team: str, quarter: int) -> Fraction:
        """Return the person-days that a team gives in a quarter."""
        return self._days[team, quarter]
