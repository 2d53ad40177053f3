"""When actions start: one variable for each action and quarter, and what waits for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from readiness.roadmap.milp.linear import Linear, Model, added, constant
from readiness.roadmap.plan import Demand
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice

__all__ = ["Starts"]


class Starts:
    """Variables that say "has started by quarter t", which never fall; a plan is read off them.

    An action has variables only for the quarters in which it can start: after the shortest chain of what it needs, and
    early enough to be finished.
    """

    def __init__(self, problem: Problem, model: Model) -> None:
        """Add the variables of every action that can be of use, and the rows between them."""
        self.problem = problem
        self.model = model
        self.last = problem.plan.quarters
        self._variable = {id_: {t: model.variable(whole=True) for t in window} for id_, window in self.windows.items()}
        for id_, window in self.windows.items():
            self._order(id_, window)
        self._exclude_rivals()

    @cached_property
    def demand(self) -> Mapping[str, Demand]:
        """What each action takes."""
        return {id_: self.problem.demand(action) for id_, action in self.problem.actions.items()}

    @cached_property
    def needs(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """For each action of use: sets of actions, one of each of which has to be finished before it starts."""
        problem = self.problem
        wanted, found = list(problem.candidates), dict[str, tuple[frozenset[str], ...]]()
        while wanted:
            id_ = wanted.pop()
            if id_ not in found:
                found[id_] = tuple(problem.stand_ins[need] for need in problem.needs(problem.actions[id_]))
                wanted += frozenset[str]().union(*found[id_])
        return {id_: found[id_] for id_ in problem.actions if id_ in found}

    @cached_property
    def windows(self) -> Mapping[str, range]:
        """For each action that can be finished in time: the quarters in which it can start."""
        found: dict[str, range] = {}
        latest = {id_: self.last - self.demand[id_].quarters for id_ in self.needs}
        waiting, again = list(self.needs), True
        while again:
            again = False
            for id_ in tuple(waiting):
                ends = [
                    min((found[one].start + self.demand[one].quarters for one in group & found.keys()), default=None)
                    for group in self.needs[id_]
                ]
                if None in ends:
                    continue
                waiting.remove(id_)
                again = True
                window = range(max((end for end in ends if end), default=0), latest[id_] + 1)
                if window:
                    found[id_] = window
        return {id_: found[id_] for id_ in self.needs if id_ in found}

    def started(self, id_: str, quarter: int) -> Linear:
        """Return 1 where an action has started in a quarter or before."""
        window = self.windows.get(id_)
        if window is None or quarter < window.start:
            return constant(0.0)
        return self._variable[id_][min(quarter, window[-1])]

    def done(self, id_: str, quarters: int) -> Linear:
        """Return 1 where an action is finished once so many quarters are over."""
        return self.started(id_, quarters - self.demand[id_].quarters)

    def chosen(self, id_: str) -> Linear:
        """Return 1 where an action is part of the plan."""
        return self.started(id_, self.last)

    def choices(self, values: Iterable[float]) -> tuple[Choice, ...]:
        """Return the plan that values of the variables stand for, by start and then by id."""
        value = list(values)
        found = []
        for id_, by_quarter in self._variable.items():
            first = next((t for t, one in by_quarter.items() for place in one.terms if value[place] > 0.5), None)  # noqa: PLR2004  halfway between no and yes
            if first is not None:
                found.append(Choice(id_, first))
        return tuple(sorted(found, key=lambda choice: (choice.start, choice.action)))

    def values(self, choices: Iterable[Choice]) -> dict[int, float] | None:
        """Return the value of each of these variables under a plan; None when the plan lies outside of the model."""
        start = dict(choices)
        if any(id_ not in self.windows or t not in self.windows[id_] for id_, t in start.items()):
            return None
        return {
            place: float(id_ in start and start[id_] <= t)
            for id_, by_quarter in self._variable.items()
            for t, one in by_quarter.items()
            for place in one.terms
        }

    def _order(self, id_: str, window: range) -> None:
        model = self.model
        for t in window[1:]:
            model.at_most(self.started(id_, t - 1), self.started(id_, t))
        for group in self.needs[id_]:
            for t in window:
                model.at_most(self.started(id_, t), added(*(self.done(one, t) for one in sorted(group))))

    def _exclude_rivals(self) -> None:
        for id_ in self.windows:
            for rival in sorted(self.problem.rivals[id_]):
                if id_ < rival and rival in self.windows:
                    self.model.at_most(added(self.chosen(id_), self.chosen(rival)), constant(1.0))
