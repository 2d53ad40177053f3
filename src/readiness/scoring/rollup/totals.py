"""Roll-ups that add up and take away points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from readiness.model.sums import Pair, product, sum_of_products, total
from readiness.scoring.rollup.base import (
    ZERO,
    Additive,
    Bounded,
    Part,
    Weighted,
    lowest_mean,
)

__all__ = ["Deduct", "Sum"]


class Sum(Additive):
    """Points add up to points, maxima to maxima."""

    summary: ClassVar[str] = "the children's points, by weight, over their maxima, by weight"

    def terms(self, child: Weighted) -> tuple[Pair, ...]:
        """Return w points and w maximum."""
        return product(child.weight, child.ratio, child.maximum), product(child.weight, child.maximum)

    def from_sums(self, *sums: Pair) -> tuple[Fraction, Fraction]:
        """Return sum of w points and sum of w maximum, or the maximum of all children where the framework says so."""
        points, maximum = (Fraction(*pair) for pair in sums)
        return points, maximum if self.options.most is None else self.options.most

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return each weighted maximum over all of them; what cannot be had where children do not count is a cost."""
        counted = sum_of_products([(c.weight, c.maximum) for c in children])
        whole = counted if self.options.most is None else self.options.most
        if not whole:
            return [Part(ZERO, ZERO) for _ in children]
        if not counted:
            return [Part(c.weight / sum(one.weight for one in children), ZERO) for c in children]
        shares, had = [c.weight * c.maximum / counted for c in children], counted / whole
        return [Part(share, share * c.ratio * had) for share, c in zip(shares, children, strict=True)]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends; where a maximum may change, it is taken to do so whatever the ratio is, which is safe."""
        if self.options.most is not None:
            return self._bounds_of_all(children, self.options.most)
        sure = [(c.weight * c.least, c) for c in children]
        more = [(c.weight * (c.maximum - c.least), c) for c in children]
        low = lowest_mean([*((w, c.low, c.certain) for w, c in sure), *((w, c.low, False) for w, c in more)])
        high = -lowest_mean([*((w, -c.high, c.certain) for w, c in sure), *((w, -c.high, False) for w, c in more)])
        return (min(ZERO, low), max(ZERO, high)) if _may_have_no_points(children) else (low, high)

    def _bounds_of_all(self, children: Sequence[Bounded], most: Fraction) -> tuple[Fraction, Fraction]:
        """Return the ends of the points over a maximum that does not change."""
        if not most:
            return ZERO, ZERO
        lows = [(c.weight * min(c.low * c.least, c.low * c.maximum), c.certain) for c in children]
        highs = [(-c.weight * max(c.high * c.least, c.high * c.maximum), c.certain) for c in children]
        return _lowest_sum(lows) / most, -_lowest_sum(highs) / most

    def maxima(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the sums of the weighted maxima: the fewest and smallest there can be, and all at their largest."""
        if self.options.most is not None:
            return self.options.most, self.options.most
        least = _lowest_sum([(c.weight * c.least, c.certain) for c in children])
        return least, sum_of_products([(c.weight, c.maximum) for c in children])


class Deduct(Additive):
    """A parent begins with all its points and loses the weight of what is not there. It can go below zero."""

    summary: ClassVar[str] = "the base, less each child's weight as far as its ratio falls short of 1, / the base"

    def terms(self, child: Weighted) -> tuple[Pair, ...]:
        """Return w (1 - r)."""
        return (product(child.weight, 1 - child.ratio),)

    def from_sums(self, *sums: Pair) -> tuple[Fraction, Fraction]:
        """Return base - sum of w (1 - r), out of the base."""
        (deducted,) = sums
        return self.options.base - Fraction(*deducted), self.options.base

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return shares by weight; what a child costs is its deduction over the base, so it can add less than nothing.

        Source: the parts of a deduction are its deductions; the share is chosen so that all of them make one whole.
        """
        whole = sum(c.weight for c in children)
        return [
            Part(c.weight / whole, c.weight / whole - c.weight * (1 - c.ratio) / self.options.base) for c in children
        ]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends: every child that may count does at the low one, and as few as possible at the high one."""
        base = self.options.base
        most = sum_of_products((c.weight, 1 - c.low) for c in children)
        certain = [c.weight * (1 - c.high) for c in children if c.certain]
        least = total(certain) if certain else min(c.weight * (1 - c.high) for c in children)
        return 1 - most / base, 1 - least / base

    def maxima(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:  # noqa: ARG002
        """Return the base."""
        return self.options.base, self.options.base


def _may_have_no_points(children: Sequence[Bounded]) -> bool:
    """Tell whether only children that cannot have points may be left; their sum is 0 of 0 and counts as nothing."""
    return any(not c.least for c in children) and not any(c.least and c.certain for c in children)


def _lowest_sum(parts: Sequence[tuple[Fraction, bool]]) -> Fraction:
    """Return the lowest sum of (value, certain): uncertain parts join while they lower it, and one is always there."""
    certain = [value for value, is_certain in parts if is_certain]
    others = [value for value, is_certain in parts if not is_certain]
    lowering = [value for value in others if value < 0]
    if not certain and not lowering:
        return min(others)
    return total((*certain, *lowering))
