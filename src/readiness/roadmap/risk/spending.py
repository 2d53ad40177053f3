"""What quarters take of money and people when costs, days and dates are drawn.

An action spends evenly from its start until the end of the quarters that the plan gives it, or of its duration if that
is longer; then its running cost begins. Where nothing is uncertain, each quarter takes what the plan says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from readiness.roadmap.quarters import QUARTERS_A_YEAR, WEEKS_A_QUARTER
from readiness.roadmap.risk.chance import Floats

__all__ = ["EVERYBODY", "Booked", "Takes"]

EVERYBODY = "*"
"""The limit on all teams together."""


class Takes(NamedTuple):
    """What one action takes: a number for each draw, or one for all."""

    start: Floats
    """In weeks from the start of the plan."""
    weeks: Floats
    cost: Floats
    """One-off."""
    running: Floats
    """A year."""
    days: Mapping[str, Floats]
    """Person-days by limit on people: the roles that have one, and `*` for all together."""


class Booked:
    """What each quarter takes, and what lies beyond the last."""

    def __init__(self, *, quarters: int, draws: int, teams: Iterable[str]) -> None:
        """Begin with nothing."""
        self.money = np.zeros((quarters + 1, draws))
        """External spend by quarter; the last row is one-off cost that slips beyond the plan."""
        self.days = {team: np.zeros((quarters, draws)) for team in teams}
        """Person-days by limit on people and quarter."""
        self._quarters = quarters

    def add(self, takes: Takes, planned_quarters: int) -> None:
        """Add what one action takes."""
        start = takes.start / WEEKS_A_QUARTER
        length = np.maximum(takes.weeks / WEEKS_A_QUARTER, planned_quarters)
        for quarter, share in self._shares(start, length):
            self.money[quarter] += takes.cost * share
            for team, days in takes.days.items() if quarter < self._quarters else ():
                self.days[team][quarter] += days * share
        if takes.running.any():
            self._run(start + length, takes.running / QUARTERS_A_YEAR)

    def _shares(self, start: Floats, length: Floats) -> Iterator[tuple[int, Floats]]:
        """Yield the part of an action that falls into each quarter of the plan, and then what falls beyond."""
        last, before = (start + length).max(), np.zeros(1)
        a_quarter = 1 / length
        done = -start * a_quarter
        for quarter in range(int(start.min()), self._quarters):
            passed = np.clip(done + (quarter + 1) * a_quarter, 0.0, 1.0)
            yield quarter, passed - before
            if last <= quarter + 1:
                return
            before = passed
        yield self._quarters, 1 - before

    def _run(self, begins: Floats, a_quarter: Floats) -> None:
        first = int(begins.min())
        for quarter in range(first, self._quarters):
            self.money[quarter] += a_quarter * np.clip(quarter + 1 - begins, 0.0, 1.0)
