"""Finds quarters for the actions that a plan has to have, or proves that there are none.

A search in depth: the action with the fewest quarters left comes next, each of its quarters is tried, and what does not
fit any more is struck from those of the others. It is exact where it ends. Where it would take too long, the solver for
mixed-integer problems takes over if it is installed; else the plan counts as one that cannot be met, and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from readiness.errors import NoRoadmap
from readiness.roadmap.calendar import Calendar
from readiness.roadmap.milp.placing import placed
from readiness.roadmap.milp.search import is_installed
from readiness.roadmap.overload import is_overloaded
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice

__all__ = ["Placement", "Tries", "place", "place_together", "required"]

_MOST_TRIES = 1_500
"""Starts that are tried before the search gives up: less than a second."""

_Starts: TypeAlias = Mapping[str, tuple[int, ...]]
"""For each action that has no quarter yet: the quarters in which it can still start."""


class _GaveUp(Exception):
    """Enough starts were tried."""


class Tries:
    """How many more starts may be tried before a search gives up."""

    def __init__(self, left: int = _MOST_TRIES) -> None:
        """Begin with all of them."""
        self.left = left

    def one_more(self) -> None:
        """Take one."""
        self.left -= 1
        if self.left < 0:
            raise _GaveUp


class Placement(NamedTuple):
    """What came of a search."""

    choices: tuple[Choice, ...] | None
    """By start, then by id; None when nothing was found."""
    is_proved: bool = True
    """Whether there is none, when none was found."""


def required(problem: Problem) -> tuple[Choice, ...]:
    """Return a start for every action that the plan has to have, and for what those need.

    Raises:
        NoRoadmap: they do not fit within the limits.
    """
    choices = place(problem).choices
    if choices is None:
        raise NoRoadmap("what the plan has to have does not fit within its limits")
    return choices


def place(problem: Problem, tries: Tries | None = None) -> Placement:
    """Return a start for every action that the plan has to have, and for what those need, as early as they fit."""
    found = place_together(problem, problem.required, Calendar(problem), tries)
    return found if found.is_proved else _by_solver(problem)


def place_together(
    problem: Problem, wanted: frozenset[str], calendar: Calendar, tries: Tries | None = None
) -> Placement:
    """Return a start for each of some actions, and for what those need, as early as they fit.

    Args:
        problem: Where they come from.
        wanted: Their ids.
        calendar: With nothing booked; it is left so.
        tries: How long to search.
    """
    if wanted & problem.excluded.keys():
        return Placement(None)
    tries = Tries() if tries is None else tries
    try:
        for ids in _ways(problem, wanted):
            tries.one_more()
            found = _Search(problem, ids, calendar, tries).run()
            if found is not None:
                return Placement(tuple(sorted(found, key=lambda choice: (choice.start, choice.action))))
    except _GaveUp:
        return Placement(None, is_proved=False)
    return Placement(None)


def _by_solver(problem: Problem) -> Placement:
    """Return what the solver for mixed-integer problems makes of a search that took too long, if it is installed."""
    if not is_installed():
        return Placement(None, is_proved=False)
    choices, is_proved = placed(problem)
    if choices is None:
        return Placement(None, is_proved)
    return Placement(tuple(sorted(choices, key=lambda choice: (choice.start, choice.action))))


def _ways(problem: Problem, ids: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield every set of actions that meets the needs of all its members; rivals never stand together."""
    if any(problem.rivals[id_] & ids for id_ in ids):
        return
    for id_ in sorted(ids):
        for need in problem.needs(problem.actions[id_]):
            ways = problem.stand_ins[need] - problem.excluded.keys()
            if ways.isdisjoint(ids):
                for way in sorted(ways, key=lambda one: (problem.demand[one].price, one)):
                    yield from _ways(problem, ids | {way})
                return
    yield ids


class _Search:
    def __init__(self, problem: Problem, ids: frozenset[str], calendar: Calendar, tries: Tries) -> None:
        self.problem, self.ids, self.calendar, self.tries = problem, ids, calendar, tries
        self.starts: dict[str, int] = {}
        self.quarters = {id_: problem.demand[id_].quarters for id_ in ids}
        self.waits = [
            (id_, problem.stand_ins[need] & ids) for id_ in sorted(ids) for need in problem.needs(problem.actions[id_])
        ]
        """Each action with what it waits for, of which the first that ends is enough."""
        self.twins = self.alike()

    def run(self) -> list[Choice] | None:
        """Return a start for each action; None when there is no way."""
        open_ = self.narrowed(self.in_order({id_: tuple(self.problem.window(id_)) for id_ in sorted(self.ids)}))
        if not all(open_.values()) or is_overloaded(self.calendar, open_):
            return None
        try:
            return [Choice(*one) for one in self.starts.items()] if self.extend(open_) else None
        finally:
            for choice in self.starts.items():
                self.calendar.book(*choice, sign=-1)

    def alike(self) -> Mapping[str, frozenset[str]]:
        """Return for each action those that could stand in its place: between them, one order is enough to try."""
        ordered = {id_ for waiting, ways in self.waits for id_ in (waiting, *ways)}
        free = [id_ for id_ in self.ids if id_ not in ordered]
        kinds: dict[object, set[str]] = defaultdict(set)
        for id_ in free:
            demand = self.problem.demand[id_]
            days = frozenset(demand.days.items())
            kinds[demand.quarters, demand.money, demand.running, days, self.problem.window(id_)].add(id_)
        return {id_: frozenset(kind - {id_}) for kind in kinds.values() for id_ in kind}

    def in_order(self, open_: _Starts) -> _Starts:
        """Return the starts that leave time for what has to be finished before and for what waits."""
        now = dict(open_)
        for _ in self.ids:
            before = dict(now)
            for id_, ways in self.waits:
                ready = min((now[way][0] + self.quarters[way] for way in ways if now[way]), default=0)
                now[id_] = tuple(start for start in now[id_] if start >= ready)
                if len(ways) == 1 and now[id_]:
                    (way,) = ways
                    latest = now[id_][-1] - self.quarters[way]
                    now[way] = tuple(start for start in now[way] if start <= latest)
            if now == before:
                break
        return now

    def extend(self, open_: _Starts) -> bool:
        """Find a start for every action that has none yet; tell whether there is a way."""
        if not open_:
            return True
        id_ = min(open_, key=lambda one: (len(open_[one]), one))
        for start in open_[id_]:
            self.tries.one_more()
            self.starts[id_] = start
            self.calendar.book(id_, start)
            left = self.narrowed(
                {
                    other: tuple(t for t in starts if t >= start) if other in self.twins.get(id_, ()) else starts
                    for other, starts in open_.items()
                    if other != id_
                }
            )
            if all(left.values()) and self.extend(left):
                return True
            self.calendar.book(id_, start, sign=-1)
            del self.starts[id_]
        return False

    def narrowed(self, open_: _Starts) -> _Starts:
        """Return the starts that still fit beside what is booked."""
        return {
            id_: tuple(start for start in starts if self.calendar.fits(id_, start) and self.keeps_order(id_, start))
            for id_, starts in open_.items()
        }

    def keeps_order(self, id_: str, start: int) -> bool:
        """Tell whether an action can start in a quarter as far as what it waits for, and what waits, has one."""
        starts = {**self.starts, id_: start}
        return all(
            any(way not in starts or starts[way] + self.quarters[way] <= starts[waiting] for way in ways)
            for waiting, ways in self.waits
            if waiting in starts and (waiting == id_ or id_ in ways)
        )
