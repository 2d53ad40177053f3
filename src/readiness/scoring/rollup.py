"""How the scores of children become the score of their parent.

To add a roll-up, write its class and its line in `ROLLUPS`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Protocol

__all__ = ["ROLLUPS", "Bounded", "Mean", "Min", "Rollup", "Sum", "Weighted"]

ZERO, ONE = Fraction(0), Fraction(1)


class Weighted(NamedTuple):
    """A child that counts, as its parent sees it."""

    weight: Fraction
    ratio: Fraction
    maximum: Fraction

    @property
    def points(self) -> Fraction:
        """The points of the child."""
        return self.ratio * self.maximum


class Bounded(NamedTuple):
    """A child whose ratio lies somewhere between two ends, and which may turn out not to count at all."""

    weight: Fraction
    low: Fraction
    high: Fraction
    maximum: Fraction
    certain: bool
    """False when some completion of the answers leaves the child out."""
    fixed: bool
    """False when the maximum depends on the completion."""


class Rollup(Protocol):
    """One way to combine children. Every method takes at least one child."""

    summary: ClassVar[str]
    """The formula in words."""

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the parent's points and maximum."""

    def shares(self, children: Sequence[Weighted]) -> list[Fraction]:
        """Return the part of the parent's ratio that hangs on each child; they add up to 1."""

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the lowest and the highest ratio that the parent can have."""


class Mean:
    """Every child counts in proportion to its weight."""

    summary: ClassVar[str] = "the mean of the children's ratios, by weight"

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return sum of w r / sum of w, out of 1."""
        points = _sum_of_products([(c.weight, c.ratio) for c in children])
        return points / _sum_of_products([(c.weight, ONE) for c in children]), ONE

    def shares(self, children: Sequence[Weighted]) -> list[Fraction]:
        """Return each weight over all weights."""
        whole = sum(c.weight for c in children)
        return [c.weight / whole for c in children]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the exact ends of the mean, with every choice of the children that may not count."""
        low = _lowest_mean([(c.weight, c.low, c.certain) for c in children])
        high = -_lowest_mean([(c.weight, -c.high, c.certain) for c in children])
        return low, high


class Sum:
    """Points add up to points, maxima to maxima."""

    summary: ClassVar[str] = "the children's points, by weight, over their maxima, by weight"

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return sum of w points and sum of w maximum."""
        points = _sum_of_products([(c.weight, c.points) for c in children])
        return points, _sum_of_products([(c.weight, c.maximum) for c in children])

    def shares(self, children: Sequence[Weighted]) -> list[Fraction]:
        """Return each weighted maximum over all of them."""
        whole = sum(c.weight * c.maximum for c in children)
        return [c.weight * c.maximum / whole if whole else ZERO for c in children]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the exact ends where all maxima are fixed, else the ends of the children, which are safe."""
        if not all(c.fixed for c in children):
            low, high = min(c.low for c in children), max(c.high for c in children)
        else:
            low = _lowest_mean([(c.weight * c.maximum, c.low, c.certain) for c in children])
            high = -_lowest_mean([(c.weight * c.maximum, -c.high, c.certain) for c in children])
        return (ZERO if _may_have_no_points(children) else low), high


class Min:
    """A parent is only as ready as its least ready child."""

    summary: ClassVar[str] = "the lowest child; weights are ignored"

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the lowest ratio, out of 1."""
        return min(c.ratio for c in children), ONE

    def shares(self, children: Sequence[Weighted]) -> list[Fraction]:
        """Return equal shares for the weakest children and nothing for the others."""
        lowest = min(c.ratio for c in children)
        weakest = sum(c.ratio == lowest for c in children)
        return [Fraction(1, weakest) if c.ratio == lowest else ZERO for c in children]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the exact ends of the minimum, with every choice of the children that may not count."""
        low = min(c.low for c in children)
        certain = [c.high for c in children if c.certain]
        return low, min(certain) if certain else max(c.high for c in children)


def _sum_of_products(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the exact sum of a b, reduced once at the end: five times faster than adding fractions one by one."""
    scale = math.lcm(*(a.denominator * b.denominator for a, b in pairs))
    return Fraction(
        sum(a.numerator * b.numerator * (scale // (a.denominator * b.denominator)) for a, b in pairs), scale
    )


def _may_have_no_points(children: Sequence[Bounded]) -> bool:
    """Tell whether only children that cannot have points may be left; their sum is 0 of 0 and counts as nothing."""
    return any(not c.maximum for c in children) and not any(c.maximum and c.certain for c in children)


def _lowest_mean(parts: Iterable[tuple[Fraction, Fraction, bool]]) -> Fraction:
    """Return the lowest weighted mean of (weight, value, certain): uncertain parts join while they pull it down."""
    parts = [part for part in parts if part[0]]
    weight = sum((w for w, _, certain in parts if certain), ZERO)
    points = sum((w * v for w, v, certain in parts if certain), ZERO)
    for w, value, _ in sorted((part for part in parts if not part[2]), key=lambda part: part[1]):
        if weight and value * weight >= points:
            break
        weight, points = weight + w, points + w * value
    return points / weight if weight else ZERO


ROLLUPS: Mapping[str, Rollup] = MappingProxyType({"mean": Mean(), "sum": Sum(), "min": Min()})
"""Every roll-up by the name that a framework writes."""
