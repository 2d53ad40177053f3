"""What a finished plan loses when one of its actions is dropped: exact, and without solving again."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

from readiness.roadmap.loss import Ground, Loss
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Worth
from readiness.roadmap.worth import worth
from readiness.scoring.engine import Headline
from readiness.scoring.holds import holds
from readiness.scoring.reading import Reading

__all__ = ["Finished"]


class Finished:
    """The end of a plan, from which single actions can be taken away."""

    def __init__(self, problem: Problem, choices: Iterable[Choice]) -> None:
        """Take a plan within the limits of a problem."""
        self._problem = problem
        self._choices = tuple(choices)
        self._start = {choice.action: choice.start for choice in self._choices}
        self._end = {id_: start + problem.demand[id_].quarters for id_, start in self._start.items()}
        self._order = tuple(sorted(self._end, key=lambda id_: (self._end[id_], id_)))

    @cached_property
    def end(self) -> Headline:
        """The headline when every action is finished."""
        return self._problem.now.after(self._readings(self._lifted(self._order), frozenset()))

    def loss(self, id_: str) -> Loss:
        """Return what the plan loses without one of its actions."""
        also = self.dependants(id_)
        rest = self._without({id_, *also})
        end = self._problem.gain(rest, self.end)
        gates = self._cleared(self.end) - self._cleared(rest)
        return Loss(id_, self._ground(id_, also, end=end, gates=gates), also, end, gates)

    def _ground(self, id_: str, also: tuple[str, ...], *, end: Fraction, gates: int) -> Ground:
        if not self._problem.required.isdisjoint((id_, *also)):
            return Ground.SETTLED
        if gates > 0:
            return Ground.GATE
        if end <= 0:
            return self._ground_beside_score({id_, *also})
        alone = self._problem.gain(self._without({id_}), self.end)
        return Ground.SCORE if alone > 0 or not also else Ground.OPENS

    def _ground_beside_score(self, dropped: set[str]) -> Ground:
        """Return why actions are in the plan although the score at the end is as good without them."""
        names = self._lifted(dropped)
        with_them, rest = self._readings(names, ()), self._readings(names, dropped)
        if any(with_them[name].ratio != rest[name].ratio for name in names):
            return Ground.CLOSES
        left = [choice for choice in self._choices if choice.action not in dropped]
        return Ground.SOONER if worth(self._problem, left).mean < self._worth.mean else Ground.NOTHING

    @cached_property
    def _worth(self) -> Worth:
        return worth(self._problem, self._choices)

    def losses(self) -> dict[str, Loss]:
        """Return what the plan loses without each of its actions."""
        return {id_: self.loss(id_) for id_ in self._start}

    def dependants(self, id_: str) -> tuple[str, ...]:
        """Return the chosen actions that cannot be done without one, by their end."""
        fallen = {id_}
        for one in self._order:
            if not all(self._is_met(need, one, fallen) for need in self._problem.needs(self._problem.actions[one])):
                fallen.add(one)
        return tuple(one for one in self._order if one in fallen and one != id_)

    def _is_met(self, need: str, id_: str, fallen: set[str]) -> bool:
        """Tell whether what an action waits for is done when it starts, by a chosen action that has not fallen."""
        able = self._problem.stand_ins[need] & self._end.keys() - fallen
        return any(self._end[one] <= self._start[id_] for one in able)

    def _without(self, dropped: set[str]) -> Headline:
        return self.end.after(self._readings(self._lifted(dropped), dropped))

    def _lifted(self, ids: Iterable[str]) -> set[str]:
        return {name for id_ in ids for name in self._problem.actions[id_].lifts}

    def _readings(self, names: Iterable[str], dropped: Iterable[str]) -> dict[str, Reading]:
        """Return what is known at the end about some answers when some of the chosen actions are not done."""
        dropped, lifting = frozenset(dropped), self._lifting
        readings = {**self._problem.readings}
        for id_ in sorted({id_ for name in names for id_ in lifting[name]} - dropped, key=self._order.index):
            action = self._problem.actions[id_]
            readings |= self._problem.lifted(action, readings, no_further_than_target=True)
        return {name: readings[name] for name in names}

    @cached_property
    def _lifting(self) -> dict[str, list[str]]:
        """For each question: the chosen actions that lift it."""
        found: dict[str, list[str]] = {}
        for id_ in self._order:
            for name in self._problem.actions[id_].lifts:
                found.setdefault(name, []).append(id_)
        return found

    def _cleared(self, stage: Headline) -> int:
        """Return how many of the gates that hold before the plan do not hold at a stage."""
        return sum(not holds(gate.when, stage) for _, gate in self._problem.held)
