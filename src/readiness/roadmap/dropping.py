"""What a finished plan loses when one of its actions is dropped: exact, and without solving again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from readiness.model.conditions import Condition
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from readiness.scoring.engine import Headline
from readiness.scoring.holds import holds
from readiness.scoring.reading import Reading

__all__ = ["Finished", "Loss"]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a plan loses without an action and without everything that cannot be done without it.

    The best plan without the action loses no more worth than this, for what is left of the plan keeps every limit.
    """

    action: str
    also: tuple[str, ...]
    """Ids of the chosen actions that fall with it, by their end."""
    end: Fraction
    """How much worse the overall ratio is at the end; levels beyond the targets do not count."""
    alone: Fraction
    """The same if only the action itself were undone, and what needs it were done all the same."""
    gates: int
    """How many more gates hold at the end."""


class Finished:
    """The end of a plan, from which single actions can be taken away."""

    def __init__(self, problem: Problem, choices: Iterable[Choice]) -> None:
        """Take a plan within the limits of a problem."""
        self._problem = problem
        self._start = {choice.action: choice.start for choice in choices}
        actions = problem.actions
        self._end = {id_: start + problem.demand(actions[id_]).quarters for id_, start in self._start.items()}
        self._order = tuple(sorted(self._end, key=lambda id_: (self._end[id_], id_)))

    @cached_property
    def end(self) -> Headline:
        """The headline when every action is finished."""
        return self._problem.now.after(self._readings(self._lifted(self._order), frozenset()))

    def loss(self, id_: str) -> Loss:
        """Return what the plan loses without one of its actions."""
        also = self.dependants(id_)
        rest = self._without({id_, *also})
        return Loss(
            action=id_,
            also=also,
            end=self._problem.gain(rest, self.end),
            alone=self._problem.gain(self._without({id_}), self.end) if also else self._problem.gain(rest, self.end),
            gates=sum(holds(when, rest) is True for when in self._cleared),
        )

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

    def _readings(self, names: set[str], dropped: Iterable[str]) -> dict[str, Reading]:
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

    @cached_property
    def _cleared(self) -> tuple[Condition, ...]:
        return tuple(self._gates_cleared())

    def _gates_cleared(self) -> Iterator[Condition]:
        """Yield the gates that hold before the plan and not at its end."""
        for branch in self._problem.scorer.branch.values():
            for gate, _ in branch.gates:
                if holds(gate.when, self._problem.now) and not holds(gate.when, self.end):
                    yield gate.when
