"""Makes a plan tidy, in exact arithmetic: nothing idle, nothing later than it need be, nothing useful left beside it.

A search that stops at a gap, and plans of equal worth, leave such things open; the rules here close them the same way
every time: drop what adds nothing, the dearest first; start each action as early as the limits allow; then add what
fits and is worth its price, the best first, ties by id.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.roadmap.calendar import Calendar
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from readiness.roadmap.worth import worth

__all__ = ["polished", "repaired"]


def polished(problem: Problem, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return a plan that is worth no less than another within the same limits, by start and then by id."""
    plan = _Plan(problem, dict(choices))
    plan.drop_idle()
    plan.start_early()
    plan.add_useful()
    return plan.choices


def repaired(problem: Problem, choices: Iterable[Choice], kept: Iterable[Choice] = ()) -> tuple[Choice, ...]:
    """Return what of a plan fits within the limits in exact arithmetic, each action no earlier than it is planned.

    A solver's plan can break a limit by a rounding error. What is required and does not fit is left out too.

    Args:
        problem: The limits.
        choices: The plan.
        kept: Choices that fit, and have to be beside those; they stay as they are.
    """
    plan = _Plan(problem, dict(kept))
    for start, id_ in sorted((start, id_) for id_, start in choices):
        torn = id_ in plan.start or problem.rivals[id_] & plan.start.keys()
        fitting = None if torn else plan.first_start(id_, start)
        if fitting is not None:
            plan.start[id_] = fitting
            plan.calendar.book(id_, fitting)
    return plan.choices


class _Plan:
    def __init__(self, problem: Problem, starts: dict[str, int]) -> None:
        self.problem = problem
        self.start = starts
        self.calendar = Calendar(problem)
        self.demand = problem.demand
        for id_, start in starts.items():
            self.calendar.book(id_, start)
        self.value = self.worth(starts)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The plan, by start and then by id."""
        return tuple(Choice(id_, start) for start, id_ in sorted((start, id_) for id_, start in self.start.items()))

    def worth(self, starts: dict[str, int]) -> Fraction:
        return worth(self.problem, tuple(Choice(*one) for one in sorted(starts.items()))).value

    def drop_idle(self) -> None:
        """Drop each action without which the plan is worth no less and still holds together."""
        for id_ in sorted(self.start, key=lambda id_: (-self.demand[id_].price, id_)):
            rest = {one: start for one, start in self.start.items() if one != id_}
            if id_ in self.problem.required or not self.is_in_order(rest):
                continue
            value = self.worth(rest)
            if value >= self.value:
                self.calendar.book(id_, self.start[id_], sign=-1)
                self.start, self.value = rest, value

    def is_in_order(self, starts: dict[str, int]) -> bool:
        """Tell whether every action starts after what it needs."""
        return all(start >= ready for id_, start in starts.items() for ready in (self.ready(id_, starts),))

    def ready(self, id_: str, starts: dict[str, int]) -> int:
        """Return the first quarter in which all that an action needs is finished; after the plan where it never is."""
        ends = {one: start + self.demand[one].quarters for one, start in starts.items()}
        needs = (self.problem.first_done(need, ends) for need in self.problem.needs(self.problem.actions[id_]))
        return max((self.problem.plan.quarters if one is None else ends[one] for one in needs), default=0)

    def start_early(self) -> None:
        """Move each action to the first quarter in which it can start, as long as that does not make the plan worse."""
        for id_, start in sorted(self.start.items(), key=lambda one: (one[1], one[0])):
            self.calendar.book(id_, start, sign=-1)
            earlier = self.first_start(id_)
            assert earlier is not None
            moved = self.start | {id_: earlier}
            if earlier < start and (value := self.worth(moved)) >= self.value:
                self.start, self.value = moved, value
            self.calendar.book(id_, self.start[id_])

    def first_start(self, id_: str, first: int = 0) -> int | None:
        """Return the first quarter, from some quarter on, in which an action can start beside the others."""
        window = self.problem.window(id_)
        starts = range(max(first, window.start, self.ready(id_, self.start)), window.stop)
        return next((t for t in starts if self.calendar.fits(id_, t)), None)

    def add_useful(self) -> None:
        """Add what fits and makes the plan worth more, the best first, until there is nothing."""
        while found := [one for id_ in self.problem.candidates if (one := self.with_(id_)) is not None]:
            value, _, id_, start = max(found, key=lambda one: (one[0], one[1]))
            self.start, self.value = self.start | {id_: start}, value
            self.calendar.book(id_, start)

    def with_(self, id_: str) -> tuple[Fraction, tuple[int, ...], str, int] | None:
        """Return what the plan is worth with one more action, if that is more and the action fits."""
        if id_ in self.start or self.problem.rivals[id_] & self.start.keys():
            return None
        start = self.first_start(id_)
        if start is None:
            return None
        value = self.worth(self.start | {id_: start})
        return (value, tuple(-ord(letter) for letter in id_), id_, start) if value > self.value else None
