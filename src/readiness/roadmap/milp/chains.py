"""What waits for what, and which actions are of use: those that bring something before all that waits for them does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from readiness.roadmap.milp.answers import Answers
from readiness.roadmap.problem import Problem

__all__ = ["Needs", "first_of", "needs_of", "useful"]

Needs: TypeAlias = Mapping[str, tuple[frozenset[str], ...]]
"""For each action: sets of actions, one of each of which has to be finished before it starts."""


def useful(problem: Problem) -> Needs:
    """Return the needs of the actions that a plan can want, and of all that those need.

    Left out is what never brings anything. Where a second step needs a first one that lifts the same answer as far as
    the target asks, the second adds nothing but its price.
    """
    needs = needs_of(problem, problem.candidates)
    answers = Answers(problem, needs)
    wanted = {id_ for ids in answers.bringers for id_ in first_of(ids, needs)}
    wanted |= frozenset[str]().union(*(answers.touching[name] for name in answers.bounded))
    return needs_of(problem, wanted | problem.required)


def needs_of(problem: Problem, wanted: Iterable[str]) -> Needs:
    """Return the needs of some actions, and of all that those need, in the order of the framework."""
    left, found = list(wanted), dict[str, tuple[frozenset[str], ...]]()
    while left:
        id_ = left.pop()
        if id_ not in found:
            found[id_] = tuple(problem.stand_ins[need] for need in problem.needs(problem.actions[id_]))
            left += frozenset[str]().union(*found[id_])
    return {id_: found[id_] for id_ in problem.actions if id_ in found}


def first_of(ids: Collection[str], needs: Needs) -> frozenset[str]:
    """Return those of some actions of which one is finished as soon as any of all is.

    What needs another of them is finished later. To leave it out makes the relaxation of a sum over them much tighter:
    a chain of three could otherwise be begun by a third each, and count as done.
    """
    known: dict[str, bool] = {}

    def is_after(id_: str) -> bool:
        """Tell whether one of them is finished before an action starts."""
        return any(all(map(is_one_of_them, group)) for group in needs.get(id_, ()))

    def is_one_of_them(id_: str) -> bool:
        if id_ not in known:
            known[id_] = id_ in ids or is_after(id_)
        return known[id_]

    return frozenset(id_ for id_ in ids if not is_after(id_))
