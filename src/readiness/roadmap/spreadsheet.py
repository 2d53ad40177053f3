"""The ranking that people make in a spreadsheet: what others are compared with, never what is recommended.

Each action has a line with its gain and its price. The lines are sorted by gain per price, and the list is worked off
from the top: what fits starts as early as it can. The sheet knows the gain of each action alone and nothing of what
opens the way for what. So an action that waits for others is taken when these happen to be on the list, and passed over
otherwise. The gains are exact, which few sheets are, and the list is gone through again until nothing more fits: it is
the best of its kind.
"""

from __future__ import annotations

from fractions import Fraction

from readiness.roadmap.calendar import Calendar
from readiness.roadmap.feasible import required
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Method, Solution
from readiness.roadmap.worth import worth

__all__ = ["by_spreadsheet"]


def by_spreadsheet(problem: Problem) -> Solution:
    """Return what a spreadsheet would choose, within the same limits. Why it leaves out the others is not told.

    Raises:
        NoRoadmap: what the plan has to have does not fit within its limits.
    """
    sheet = _Sheet(problem)
    for choice in required(problem):
        sheet.put(*choice)
    waiting = sorted((id_ for id_ in problem.candidates if id_ not in sheet.starts), key=sheet.rank)
    while True:
        left = [id_ for id_ in waiting if not sheet.take(id_)]
        if len(left) == len(waiting):
            break
        waiting = left
    choices = tuple(Choice(id_, start) for id_, start in sheet.starts.items())
    return Solution(choices, {}, worth(problem, choices), Method.RANKED)


class _Sheet:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.calendar = Calendar(problem)
        self.demand = problem.demand
        self.starts: dict[str, int] = {}
        self.ends: dict[str, int] = {}

    def rank(self, id_: str) -> tuple[Fraction, Fraction, str]:
        """Return the place of a line: by gain per price, then gap closed per price, then id."""
        problem, now = self.problem, self.problem.now
        lifted = problem.lifted(problem.actions[id_], problem.readings, no_further_than_target=True)
        gain = max(problem.gain(now, now.after(lifted)), Fraction(0))
        closed = sum(
            (new.direction.gain(now.readings[name].stands, new.stands) for name, new in lifted.items()), Fraction(0)
        )
        price = max(self.demand[id_].price, Fraction(1))
        return -gain / price, -closed / price, id_

    def take(self, id_: str) -> bool:
        """Put an action into the first quarter in which it can start, and tell whether there is one."""
        problem = self.problem
        needs = [problem.first_done(need, self.ends) for need in problem.needs(problem.actions[id_])]
        if None in needs or problem.rivals[id_] & self.starts.keys():
            return False
        ready = max((self.ends[need] for need in needs if need is not None), default=0)
        start = next((t for t in problem.window(id_) if t >= ready and self.calendar.fits(id_, t)), None)
        if start is not None:
            self.put(id_, start)
        return start is not None

    def put(self, id_: str, start: int) -> None:
        """Let an action start in a quarter."""
        self.starts[id_], self.ends[id_] = start, start + self.demand[id_].quarters
        self.calendar.book(id_, start)
