"""Amounts and days at three points: low, likely and high."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

__all__ = ["NOTHING", "Range3", "shared", "summed"]

Range3: TypeAlias = tuple[Fraction, Fraction, Fraction]
"""Low, likely and high."""
NOTHING: Range3 = (Fraction(0), Fraction(0), Fraction(0))


def shared(points: Range3, parts: Fraction | int) -> Range3:
    """Return one of so many equal parts."""
    low, likely, high = points
    return Fraction(low) / parts, Fraction(likely) / parts, Fraction(high) / parts


def summed(ranges: Iterable[Range3]) -> Range3:
    """Return the sum at each point: everything low at once, everything likely, everything high."""
    low, likely, high = NOTHING
    for one in ranges:
        low, likely, high = low + one[0], likely + one[1], high + one[2]
    return low, likely, high
