"""A curve of what money buys: at which budgets to look, and where it bends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

__all__ = ["POINTS", "budgets", "knee"]

POINTS = 10
_SHOWN_DIGITS = 2


def budgets(enough: Fraction, own: Fraction | None = None) -> tuple[Fraction, ...]:
    """Return at most ten budgets from nothing to enough, closer together where there is less money.

    They grow with the squares of 0, 1, 2 …, for the first money buys most, and are rounded to two digits.

    Args:
        enough: More than this buys nothing.
        own: A budget to be among them, if it lies between the ends; it takes the place of the nearest.
    """
    last = POINTS - 1
    inner = {_rounded(enough * step * step / (last * last)) for step in range(1, last)}
    inner = {one for one in inner if 0 < one < enough}
    if own is not None and 0 < own < enough:
        inner.discard(min(inner, key=lambda one: (abs(one - own), one), default=own))
        inner.add(own)
    return tuple(sorted({Fraction(0), *inner, enough}))


def knee(curve: Sequence[tuple[Fraction, Fraction]]) -> int | None:
    """Return the point after which money buys less; None where there is none.

    It is the point that lies highest above the line from the first to the last. It counts only if half of the gain or
    more is reached there, and no later step buys as much for its money as all up to it: otherwise the curve rises in
    leaps, and to stop there would miss a large one.

    The rule of Satopää, Albrecht, Irwin and Raghavan (2011), "Finding a 'Kneedle' in a Haystack", 31st International
    Conference on Distributed Computing Systems Workshops, 166-171, doi:10.1109/ICDCSW.2011.20, for a curve of few
    points and without noise: both axes are stretched to run from 0 to 1.

    Args:
        curve: Money and what it buys, by money.
    """
    (left, low), (right, high) = curve[0], curve[-1]
    if right <= left or high <= low:
        return None
    above = [(y - low) / (high - low) - (x - left) / (right - left) for x, y in curve]
    most = max(above)
    if most <= 0:
        return None
    at = above.index(most)
    (money, bought), later = curve[at], pairwise(curve[at:])
    pace = (bought - low) / (money - left) if money > left else None
    slows = pace is None or all((y - before) < pace * (x - start) for (start, before), (x, y) in later)
    return at if slows and 2 * (bought - low) >= high - low else None


def _rounded(amount: Fraction) -> Fraction:
    """Return an amount in two significant digits."""
    unit = Fraction(10) ** max(0, len(str(math.ceil(amount))) - _SHOWN_DIGITS)
    return round(amount / unit) * unit
