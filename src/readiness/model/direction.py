"""Which way is better on a scale: up, as in maturity models, or down, as in models of risk and impact."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeAlias

from readiness.model.scale import Scale

__all__ = ["Direction", "HigherIs"]

HigherIs: TypeAlias = Literal["better", "worse"]
_ZERO, _ONE = Fraction(0), Fraction(1)


class Direction(StrEnum):
    """What a higher score means. Everything that asks which of two scores is better asks this.

    Ratios, points and scores are the same either way; only what is good about them turns.
    """

    BETTER = "better"
    WORSE = "worse"

    def gain(self, before: Fraction, after: Fraction) -> Fraction:
        """Return how much better the second value is; below zero when it is worse."""
        return after - before if self is Direction.BETTER else before - after

    def short(self, value: Fraction, wanted: Fraction) -> Fraction:
        """Return how far a value falls short of what is wanted, 0 when it does not."""
        return max(_ZERO, self.gain(value, wanted))

    def better(self, one: Fraction, other: Fraction) -> Fraction:
        """Return the better of two values."""
        return max(one, other) if self is Direction.BETTER else min(one, other)

    def worse(self, one: Fraction, other: Fraction) -> Fraction:
        """Return the worse of two values."""
        return min(one, other) if self is Direction.BETTER else max(one, other)

    @property
    def best(self) -> Fraction:
        """The ratio than which none is better."""
        return _ONE if self is Direction.BETTER else _ZERO

    @property
    def worst(self) -> Fraction:
        """The ratio than which none is worse."""
        return _ZERO if self is Direction.BETTER else _ONE

    def best_level(self, scale: Scale) -> int:
        """Return the best level of a scale."""
        return scale.highest if self is Direction.BETTER else scale.lowest

    def worst_level(self, scale: Scale) -> int:
        """Return the worst level of a scale."""
        return scale.lowest if self is Direction.BETTER else scale.highest

    def worse_by_one(self, level: int, scale: Scale) -> int:
        """Return the next level on the way to the worst, or the worst itself."""
        return max(level - 1, scale.lowest) if self is Direction.BETTER else min(level + 1, scale.highest)
