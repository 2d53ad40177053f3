"""Sees at once that actions take more than there is, wherever within their starts they are put."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from readiness.roadmap.calendar import Calendar

__all__ = ["is_overloaded"]


def is_overloaded(calendar: Calendar, open_: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether what actions take at the least is more than a stretch of quarters has.

    Energetic reasoning, as for the cumulative constraint of scheduling: of each action the least that any of its
    starts takes of a stretch is added up (Baptiste, Le Pape and Nuijten, Constraint-Based Scheduling, 2001, 3.3).

    Args:
        calendar: The limits.
        open_: For each action that has to be done: the quarters in which it can start.
    """
    ways = [[_so_far(calendar, id_, start) for start in starts] for id_, starts in open_.items()]
    return any(
        sum(min(so_far[end] - so_far[first] for so_far in starts) for starts in ways)
        > sum(calendar.most(place) for place in range(first, end))
        for first, end in _stretches(calendar)
    )


def _so_far(calendar: Calendar, id_: str, start: int) -> list[int]:
    """Return what an action takes of all slots before each place."""
    taken = dict(calendar.load(id_, start))
    return list(accumulate((taken.get(place, 0) for place in range(len(calendar.slots))), initial=0))


def _stretches(calendar: Calendar) -> Iterator[tuple[int, int]]:
    """Yield every stretch of slots that follow each other under one limit, the end after its last."""
    limits = [slot.limit for slot in calendar.slots]
    for first, limit in enumerate(limits):
        for end in range(first + 1, len(limits) + 1):
            if limits[end - 1] != limit:
                break
            yield first, end
