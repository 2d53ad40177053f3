"""Which way is better on a scale: up, as in maturity models, or down, as in models of risk and impact."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeAlias, TypeVar

from readiness.model.scale import Scale
from readiness.model.sums import is_less

__all__ = ["Direction", "HigherIs"]

HigherIs: TypeAlias = Literal["better", "worse"]
_T = TypeVar("_T")
_ZERO, _ONE = Fraction(0), Fraction(1)


class Direction(StrEnum):
    """What a higher score means. Everything that asks which of two scores is better asks this.

    Ratios, points and scores are the same either way; only what is good about them turns.
    """

    BETTER = "better"
    WORSE = "worse"

    def pick(self, if_better: _T, if_worse: _T) -> _T:
        """Return one of two things, such as the word that fits."""
        return if_better if self is _BETTER else if_worse

    def gain(self, before: Fraction, after: Fraction) -> Fraction:
        """Return how much better the second value is; below zero when it is worse."""
        return after - before if self is _BETTER else before - after

    def gain_in_levels(self, before: Fraction, after: Fraction, scale: Scale) -> Fraction:
        """Return how much better the second of two ratios is, in levels of a scale."""
        (a, b), (c, d) = before.as_integer_ratio(), after.as_integer_ratio()
        rise = (c * b - a * d) * scale.span
        return Fraction(rise if self is _BETTER else -rise, b * d)

    def short(self, value: Fraction, wanted: Fraction) -> Fraction:
        """Return how far a value falls short of what is wanted, 0 when it does not."""
        return max(_ZERO, self.gain(value, wanted))

    def goodness(self, value: Fraction) -> Fraction:
        """Return a number to sort by: the better a value, the larger it is."""
        return self.pick(value, -value)

    def better(self, one: Fraction, other: Fraction) -> Fraction:
        """Return the better of two values."""
        return other if one is not other and is_less(one, other) is (self is _BETTER) else one

    def worse(self, one: Fraction, other: Fraction) -> Fraction:
        """Return the worse of two values."""
        return other if one is not other and is_less(other, one) is (self is _BETTER) else one

    @property
    def best(self) -> Fraction:
        """The ratio than which none is better."""
        return self.pick(_ONE, _ZERO)

    @property
    def worst(self) -> Fraction:
        """The ratio than which none is worse."""
        return self.pick(_ZERO, _ONE)

    def is_met(self, level: int, wanted: int) -> bool:
        """Tell whether a level is at least as good as another."""
        return self.pick(level >= wanted, level <= wanted)

    def best_level(self, scale: Scale) -> int:
        """Return the best level of a scale."""
        return self.pick(scale.highest, scale.lowest)

    def worst_level(self, scale: Scale) -> int:
        """Return the worst level of a scale."""
        return self.pick(scale.lowest, scale.highest)

    def worse_by_one(self, level: int, scale: Scale) -> int:
        """Return the next level on the way to the worst, or the worst itself."""
        return self.pick(max(level - 1, scale.lowest), min(level + 1, scale.highest))


_BETTER = Direction.BETTER
"""Looked up once: a member of an enumeration takes Python 3.11 longer to find than to compare."""
