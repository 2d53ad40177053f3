"""Why an action starts when it does and no sooner: what it waits for, money and people told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readiness.roadmap.breaches import breaches
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice

__all__ = ["Wait", "wait"]


@dataclass(frozen=True, slots=True)
class Wait:
    """What keeps a chosen action from starting sooner."""

    action: str
    needs: tuple[str, ...]
    """Ids of the chosen actions that end last of those that it waits for."""
    ready: int
    """The first quarter in which everything that it waits for is done."""
    start: int
    limits: tuple[Limit, ...]
    """What the plan would break if the action alone started in one of the quarters between."""
    is_free: bool
    """Whether it could start in one of them without breaking anything."""


def wait(problem: Problem, choices: Iterable[Choice], id_: str) -> Wait:
    """Return what one action of a plan waits for."""
    start = dict(choices)
    end = {one: at + problem.demand[one].quarters for one, at in start.items()}
    done = (problem.first_done(need, end) for need in problem.needs(problem.actions[id_]))
    needs = [one for one in dict.fromkeys(done) if one]
    ready = max((end[one] for one in needs), default=0)
    broken = [_broken(problem, start, id_, sooner) for sooner in range(ready, start[id_])]
    return Wait(
        action=id_,
        needs=tuple(one for one in needs if end[one] == ready),
        ready=ready,
        start=start[id_],
        limits=tuple(dict.fromkeys(limit for limits in broken for limit in limits)),
        is_free=not all(broken),
    )


def _broken(problem: Problem, start: dict[str, int], id_: str, sooner: int) -> list[Limit]:
    """Return the limits that break when one action starts sooner; that its successors then could is no matter."""
    moved = [Choice(*one) for one in (start | {id_: sooner}).items()]
    return [_bare(breach.limit) for breach in breaches(problem, moved)]


def _bare(limit: Limit) -> Limit:
    """Return a limit; that on an action itself without the action's id."""
    return limit if limit.key is Key.CAPACITY else Limit(limit.key)
