"""The limits of a plan by name, and which of them a set of choices breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from readiness.roadmap.calendar import Calendar
from readiness.roadmap.problem import Problem, quarter_of, quarters_ended
from readiness.roadmap.solution import Choice

__all__ = ["Breach", "Key", "Limit", "breaches"]


class Key(StrEnum):
    """What can limit a plan, by its key in a document."""

    BUDGET_A_QUARTER = "budget-a-quarter"
    BUDGET = "budget"
    CAPACITY = "capacity-days-a-quarter"
    QUARTERS = "quarters"
    MUST = "must"
    NEVER = "never"
    STARTS = "starts"
    NOT_BEFORE = "not-before"
    DEADLINE = "deadline"
    UNDER_WAY = "under-way"
    NEEDS = "needs"
    RIVALS = "instead-of"


class Limit(NamedTuple):
    """One limit."""

    key: Key
    of: str = ""
    """The team whose days are limited, or the action about which something is settled."""


class Breach(NamedTuple):
    """A limit that choices do not keep."""

    limit: Limit
    other: str = ""
    """The prerequisite that is not finished in time, or the rival that is chosen too."""
    quarter: int | None = None
    """The first quarter in which too much is used."""
    used: Fraction | None = None
    allowed: Fraction | None = None


def breaches(problem: Problem, choices: Iterable[Choice]) -> tuple[Breach, ...]:
    """Return every limit that choices do not keep, found exactly; none for a plan that can be carried out."""
    starts = dict(choices)
    return (
        *_missing(problem, starts),
        *(breach for id_, start in starts.items() for breach in _out_of_time(problem, id_, start)),
        *_out_of_order(problem, starts),
        *_overspent(problem, starts),
    )


def _missing(problem: Problem, starts: dict[str, int]) -> Iterator[Breach]:
    for id_, decision in problem.plan.actions.items():
        if id_ in starts and decision.never:
            yield Breach(Limit(Key.NEVER, id_))
        if id_ in problem.actions and id_ not in starts and decision.is_required:
            settled = {Key.STARTS: decision.starts, Key.DEADLINE: decision.deadline, Key.UNDER_WAY: decision.under_way}
            yield Breach(Limit(next((key for key, one in settled.items() if one is not None), Key.MUST), id_))


def _out_of_time(problem: Problem, id_: str, start: int) -> Iterator[Breach]:
    decision, end = problem.decision(id_), start + problem.demand(problem.actions[id_]).quarters
    if start < 0 or end > problem.plan.quarters:
        yield Breach(Limit(Key.QUARTERS, id_))
    if decision.starts is not None and start != quarter_of(problem.starts, decision.starts):
        yield Breach(Limit(Key.STARTS, id_))
    if decision.not_before is not None and start < quarter_of(problem.starts, decision.not_before):
        yield Breach(Limit(Key.NOT_BEFORE, id_))
    if decision.deadline is not None and end > quarters_ended(problem.starts, decision.deadline):
        yield Breach(Limit(Key.DEADLINE, id_))
    if decision.under_way is not None and start != 0:
        yield Breach(Limit(Key.UNDER_WAY, id_))


def _out_of_order(problem: Problem, starts: dict[str, int]) -> Iterator[Breach]:
    ends = {id_: start + problem.demand(problem.actions[id_]).quarters for id_, start in starts.items()}
    for id_, start in starts.items():
        for need in problem.needs(problem.actions[id_]):
            done = problem.first_done(need, ends)
            if done is None or ends[done] > start:
                yield Breach(Limit(Key.NEEDS, id_), other=need)
        for rival in sorted(problem.rivals[id_] & starts.keys()):
            if id_ < rival:
                yield Breach(Limit(Key.RIVALS, id_), other=rival)


def _overspent(problem: Problem, starts: dict[str, int]) -> Iterator[Breach]:
    plan, calendar = problem.plan, Calendar(problem.plan)
    for id_, start in starts.items():
        calendar.book(problem.demand(problem.actions[id_]), start)
    if plan.budget_a_quarter is not None:
        for quarter, (used, allowed) in enumerate(calendar.against_budget(calendar.spend)):
            if used > allowed:
                yield Breach(Limit(Key.BUDGET_A_QUARTER), quarter=quarter, used=used, allowed=allowed)
                break
    if plan.budget is not None and calendar.spent > plan.budget:
        yield Breach(Limit(Key.BUDGET), used=calendar.spent, allowed=plan.budget)
    for team, allowed in plan.capacity_days_a_quarter.items():
        for quarter in range(plan.quarters):
            if (used := calendar.days(team, quarter)) > allowed:
                yield Breach(Limit(Key.CAPACITY, team), quarter=quarter, used=used, allowed=allowed)
                break
