"""When actions start: a variable for each action and quarter, and what waits for what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import accumulate

from readiness.roadmap.milp.chains import Needs, useful
from readiness.roadmap.milp.linear import Linear, Model, added, constant
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice

__all__ = ["Starts"]


class Starts:
    """For each action, whether it is chosen, and for each quarter, whether it starts then; a plan is read off them.

    An action has variables only for the quarters in which it can start: within its own window, after the shortest chain
    of what it needs. Whether it is chosen has a variable of its own, though it is the sum of the others, because to
    choose or not is what best splits a search in two.
    """

    def __init__(self, problem: Problem, model: Model) -> None:
        """Add the variables of every action that can be of use, and the rows between them."""
        self.problem = problem
        self.model = model
        self.demand = problem.demand
        self.last = problem.plan.quarters
        self._chosen = {id_: model.variable(float(id_ in problem.required), whole=True) for id_ in self.windows}
        self._starts = {id_: {t: model.variable(whole=True) for t in window} for id_, window in self.windows.items()}
        self._started = {id_: self._prefixes(id_) for id_ in self.windows}
        for id_ in self.windows:
            self._order(id_)
        self._exclude_rivals()

    @cached_property
    def needs(self) -> Needs:
        """For each action of use: sets of actions, one of each of which has to be finished before it starts."""
        return useful(self.problem)

    @cached_property
    def windows(self) -> Mapping[str, range]:
        """For each action that can be finished in time: the quarters in which it can start."""
        found: dict[str, range] = {}
        waiting = dict.fromkeys(self.needs)
        while True:
            ready = {id_: window for id_ in waiting if (window := self._window(id_, found)) is not None}
            if not ready:
                return {id_: found[id_] for id_ in self.needs if found.get(id_)}
            found |= ready
            waiting = dict.fromkeys(id_ for id_ in waiting if id_ not in ready)

    def _window(self, id_: str, known: Mapping[str, range]) -> range | None:
        """Return when an action can start, after the quickest prerequisites; None while one has no window."""
        own, first = self.problem.window(id_), 0
        for group in self.needs[id_]:
            ends = [known[one].start + self.demand[one].quarters for one in group if known.get(one)]
            if not ends:
                return None
            first = max(first, min(ends))
        return range(max(first, own.start), own.stop)

    def started(self, id_: str, quarter: int) -> Linear:
        """Return 1 where an action has started in a quarter or before."""
        window = self.windows.get(id_)
        if window is None or quarter < window.start:
            return constant(0.0)
        return self._started[id_][min(quarter, window[-1])]

    def done(self, id_: str, quarters: int) -> Linear:
        """Return 1 where an action is finished once so many quarters are over."""
        return self.started(id_, quarters - self.demand[id_].quarters)

    def chosen(self, id_: str) -> Linear:
        """Return 1 where an action is part of the plan."""
        return self.started(id_, self.last)

    def choices(self, values: Iterable[float]) -> tuple[Choice, ...]:
        """Return the plan that values of the variables stand for, by start and then by id."""
        value = list(values)
        found = (
            Choice(id_, t)
            for id_, by_quarter in self._starts.items()
            for t, one in by_quarter.items()
            if value[next(iter(one.terms))] > 0.5  # noqa: PLR2004  halfway between no and yes
        )
        return tuple(sorted(found, key=lambda choice: (choice.start, choice.action)))

    def values(self, choices: Iterable[Choice]) -> dict[int, float] | None:
        """Return the value of each of these variables under a plan; None when the plan lies outside of the model."""
        start = dict(choices)
        if any(id_ not in self.windows or t not in self.windows[id_] for id_, t in start.items()):
            return None
        return self.settled(start, self.windows)

    def settled(self, start: Mapping[str, int], ids: Collection[str]) -> dict[int, float]:
        """Return the value of each variable of some actions, of which those start that have a quarter."""
        chosen = {place: float(id_ in start) for id_ in ids for place in self._chosen[id_].terms}
        return chosen | {
            place: float(start.get(id_) == t)
            for id_ in ids
            for t, one in self._starts[id_].items()
            for place in one.terms
        }

    def _prefixes(self, id_: str) -> dict[int, Linear]:
        """Return for each quarter 1 where an action has started by then."""
        sums = accumulate(self._starts[id_].values(), added)
        found = dict(zip(self._starts[id_], sums, strict=True))
        last = self.windows[id_][-1]
        self.model.same(found[last], self._chosen[id_])
        return found | {last: self._chosen[id_]}

    def _order(self, id_: str) -> None:
        for group in self.needs[id_]:
            for t in self.windows[id_]:
                done = added(*(self.done(one, t) for one in sorted(group)))
                self.model.at_most(self.started(id_, t), done)

    def _exclude_rivals(self) -> None:
        for id_ in self.windows:
            for rival in sorted(self.problem.rivals[id_]):
                if id_ < rival and rival in self.windows:
                    self.model.at_most(added(self.chosen(id_), self.chosen(rival)), constant(1.0))
