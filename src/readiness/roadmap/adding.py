"""Why an action is not in a finished plan, found by trying to add it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readiness.roadmap.calendar import Calendar
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Reason, Refusal

__all__ = ["refusals"]


def refusals(problem: Problem, choices: Iterable[Choice]) -> Mapping[str, Refusal]:
    """Return why each candidate that was not chosen was not."""
    finished = _Finished(problem, tuple(choices))
    return {id_: finished.why_not(id_) for id_ in problem.candidates if id_ not in finished.end}


class _Finished:
    """A plan to which one more action may be added."""

    def __init__(self, problem: Problem, choices: tuple[Choice, ...]) -> None:
        self.problem = problem
        self.calendar = Calendar(problem)
        self.demand = problem.demand
        self.end = {id_: start + self.demand[id_].quarters for id_, start in choices}
        for id_, start in choices:
            self.calendar.book(id_, start)
        score = problem.now
        for id_ in sorted(self.end, key=lambda id_: (self.end[id_], id_)):
            score = score.after(problem.lifted(problem.actions[id_], score.readings))
        self.readings = score.readings

    def why_not(self, id_: str) -> Refusal:
        """Return the first reason of: nothing left to do, a rival, something missing before it, a limit, no gain."""
        problem, action = self.problem, self.problem.actions[id_]
        if not problem.closes(action, self.readings):
            return Refusal(Reason.COVERED)
        rival = min(problem.rivals[id_] & self.end.keys(), default=None)
        if rival:
            return Refusal(Reason.RIVAL, rival)
        done = {need: problem.first_done(need, self.end) for need in problem.needs(action)}
        missing = next((need for need, one in done.items() if one is None), None)
        if missing:
            return Refusal(Reason.PREREQUISITE, missing)
        return self.limited(id_, max((self.end[one] for one in done.values() if one), default=0))

    def limited(self, id_: str, ready: int) -> Refusal:
        """Return which limit keeps an action out that could start from some quarter on."""
        window = self.problem.window(id_)
        starts = range(max(window.start, ready), window.stop)
        if not starts:
            return Refusal(Reason.NO_TIME)
        if not any(self.calendar.fits(id_, t, people=False) for t in starts):
            return Refusal(Reason.NO_MONEY)
        if not any(self.calendar.fits(id_, t) for t in starts):
            people = any(self.calendar.fits(id_, t, money=False) for t in starts)
            return Refusal(Reason.NO_PEOPLE, money_too=people)
        return Refusal(Reason.NO_GAIN)
