"""The fewest things to tick, or to clear, that are worth enough."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import TypeAlias

__all__ = ["MOST_SUMS", "fewest_ticks"]

MOST_SUMS = 2_000
"""More different sums are not looked at for one answer: that would take seconds in a large framework."""

_Sums: TypeAlias = dict[Fraction, tuple[str, ...]]
"""What is ticked for each sum; one way of several."""


def fewest_ticks(worth: Mapping[str, Fraction], enough: Fraction) -> tuple[str, ...]:
    """Return as few things as are worth enough together, and of as few those that are worth the least.

    Where weights differ so much that there are more than `MOST_SUMS` sums, only the last one is the least that will do.

    Args:
        worth: What each thing is worth, above 0.
        enough: Above 0, and no more than all of them together.
    """
    ids = sorted(worth, key=lambda id_: -worth[id_])
    totals = [Fraction(0), *accumulate(worth[id_] for id_ in ids)]
    count = bisect_left(totals, enough)
    sums: list[_Sums] = [{Fraction(0): ()}, *({} for _ in range(count))]
    for at, id_ in enumerate(ids, start=1):
        for chosen in reversed(range(count)):
            missing = count - chosen - 1
            follow = totals[min(at + missing, len(ids))] - totals[at]
            for total, ticked in sums[chosen].items():
                if total + worth[id_] + follow >= enough:
                    sums[chosen + 1].setdefault(total + worth[id_], (*ticked, id_))
        if sum(map(len, sums)) > MOST_SUMS:
            return _with_the_least_last(ids, worth, enough - totals[count - 1], count)
    return sums[count][min(sums[count])]


def _with_the_least_last(
    ids: Sequence[str], worth: Mapping[str, Fraction], lacking: Fraction, count: int
) -> tuple[str, ...]:
    """Return the heaviest but one, and the lightest other thing that is worth what is still lacking."""
    last = next(id_ for id_ in reversed(ids[count - 1 :]) if worth[id_] >= lacking)
    return (*ids[: count - 1], last)
