"""Roll-ups that one child decides."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from readiness.scoring.rollup.base import ONE, ZERO, Bounded, Part, Rollup, Weighted

__all__ = ["Max", "Min"]


class Min(Rollup):
    """A parent is only as ready as its least ready child."""

    summary: ClassVar[str] = "the lowest child; weights are ignored"

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the lowest ratio, out of 1."""
        return min(c.ratio for c in children), ONE

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return equal shares for the weakest children and nothing for the others."""
        return _shared_by(children, min(c.ratio for c in children))

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends of the minimum, with every choice of the children that may not count."""
        certain = [c.high for c in children if c.certain]
        return min(c.low for c in children), min(certain) if certain else max(c.high for c in children)


class Max(Rollup):
    """A parent is as ready as its readiest child: one way of several is enough."""

    summary: ClassVar[str] = "the highest child; weights are ignored"

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the highest ratio, out of 1."""
        return max(c.ratio for c in children), ONE

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return equal shares for the strongest children and nothing for the others."""
        return _shared_by(children, max(c.ratio for c in children))

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends of the maximum, with every choice of the children that may not count."""
        certain = [c.low for c in children if c.certain]
        return max(certain) if certain else min(c.low for c in children), max(c.high for c in children)


def _shared_by(children: Sequence[Weighted], ratio: Fraction) -> list[Part]:
    """Return equal shares for the children of one ratio."""
    share = Fraction(1, sum(c.ratio == ratio for c in children))
    return [Part(share, share * ratio) if c.ratio == ratio else Part(ZERO, ZERO) for c in children]
