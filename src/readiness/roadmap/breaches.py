"""Which limits of a plan a set of choices breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from readiness.roadmap.calendar import Calendar, Key, Limit
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import quarter_of, quarters_ended
from readiness.roadmap.solution import Choice

__all__ = ["Breach", "breaches"]


class Breach(NamedTuple):
    """A limit that choices do not keep."""

    limit: Limit
    other: str = ""
    """The prerequisite that is not finished in time, or the rival that is chosen too."""
    quarter: int | None = None
    """The first quarter in which too much is used, or up to whose end too much is."""
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
        if id_ in starts and decision.finished is not None:
            yield Breach(Limit(Key.FINISHED, id_))
        if id_ in problem.actions and id_ not in starts and decision.is_required:
            settled = {Key.STARTS: decision.starts, Key.DEADLINE: decision.deadline, Key.UNDER_WAY: decision.under_way}
            yield Breach(Limit(next((key for key, one in settled.items() if one is not None), Key.MUST), id_))


def _out_of_time(problem: Problem, id_: str, start: int) -> Iterator[Breach]:
    decision, end = problem.decision(id_), start + problem.demand[id_].quarters
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
    ends = {id_: start + problem.demand[id_].quarters for id_, start in starts.items()}
    for id_, start in starts.items():
        for need in problem.needs(problem.actions[id_]):
            done = problem.first_done(need, ends)
            if done is None or ends[done] > start:
                yield Breach(Limit(Key.NEEDS, id_), other=need)
        for rival in sorted(problem.rivals[id_] & starts.keys()):
            if id_ < rival:
                yield Breach(Limit(Key.RIVALS, id_), other=rival)


def _overspent(problem: Problem, starts: dict[str, int]) -> Iterator[Breach]:
    calendar, told = Calendar(problem), set[Limit]()
    for id_, start in starts.items():
        calendar.book(id_, start)
    for slot, used in calendar.overbooked():
        if slot.limit not in told:
            told.add(slot.limit)
            yield Breach(slot.limit, quarter=slot.quarter, used=used, allowed=slot.allowed)
