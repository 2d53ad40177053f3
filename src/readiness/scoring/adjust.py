"""What an adjustment makes of a ratio, and of the ends between which it lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from readiness.model.adjust import Adjustment, Rounding
from readiness.model.scale import Scale

__all__ = ["adjusted", "adjusted_ends", "rounded", "value_of"]

ZERO, ONE, HALF = Fraction(0), Fraction(1), Fraction(1, 2)


def value_of(quantity: str, ratio: Fraction, maximum: Fraction, scale: Scale) -> Fraction:
    """Return a node's ratio, points or score."""
    match quantity:
        case "points":
            return ratio * maximum
        case "score":
            return scale.score_of(ratio)
        case _:
            return ratio


def adjusted(rule: Adjustment, ratio: Fraction, maximum: Fraction, scale: Scale) -> Fraction:
    """Return the ratio after a rule that applies: no higher than 1, and no lower than 0 unless it was before.

    A higher ratio never becomes a lower one. A node that cannot have points has none to change.
    """
    if rule.of == "points" and not maximum:
        return ratio
    value = value_of(rule.of, ratio, maximum, scale)
    if rule.multiply is not None:
        value *= rule.multiply
    if rule.add is not None:
        value += rule.add
    if rule.round is not None:
        value = rounded(value, rule.round)
    match rule.of:
        case "points":
            value /= maximum
        case "score":
            above, below = value.as_integer_ratio()
            value = Fraction(above - below * scale.lowest, below * scale.span)
        case _:
            pass
    if 0 <= value.numerator <= value.denominator:
        return value
    return min(ONE, max(value, min(ratio, ZERO)))


_MODES: Mapping[str, Callable[[int, int], int]] = MappingProxyType(
    {
        "half-up": lambda above, below: (2 * above + below) // (2 * below),
        "half-even": lambda above, below: round(Fraction(above, below)),
        "half-down": lambda above, below: -((below - 2 * above) // (2 * below)),
        "up": lambda above, below: -(-above // below),
        "down": lambda above, below: above // below,
    }
)
"""The whole number that a fraction is rounded to, from its two parts."""


def rounded(value: Fraction, rounding: Rounding) -> Fraction:
    """Return a value rounded as a rule says."""
    (a, b), (c, d) = value.as_integer_ratio(), rounding.to.as_integer_ratio()
    return Fraction(_MODES[rounding.mode](a * d, b * c) * c, d)


def adjusted_ends(
    rule: Adjustment, ends: tuple[Fraction, Fraction], maxima: tuple[Fraction, Fraction], scale: Scale
) -> tuple[Fraction, Fraction]:
    """Return the ends after a rule that applies; where the maximum lies between two, they are only safe."""
    low, high = ends
    least, most = maxima
    if rule.of != "points" or least == most:
        return adjusted(rule, low, most, scale), adjusted(rule, high, most, scale)
    if least:
        return min(_loosely(rule, low, m, -1) for m in maxima), max(_loosely(rule, high, m, 1) for m in maxima)
    if rule.add is not None or rule.round is not None:
        return min(low, ZERO), ONE
    # without points nothing changes
    return min(low, adjusted(rule, low, most, scale)), max(high, adjusted(rule, high, most, scale))


def _loosely(rule: Adjustment, ratio: Fraction, maximum: Fraction, side: int) -> Fraction:
    """Return the ratio after a rule on points, moved by all that its rounding can do on one side.

    It is ratio x multiply + (add + rounding) / maximum: wherever the maximum lies, this lies between what the smallest
    and the largest one give.
    """
    value = ratio * (ONE if rule.multiply is None else rule.multiply)
    rounding = ZERO if rule.round is None else side * rule.round.to * _REACH.get((rule.round.mode, side), HALF)
    value += ((rule.add or ZERO) + rounding) / maximum
    return min(ONE, max(value, min(ratio, ZERO)))


_REACH: Mapping[tuple[str, int], Fraction] = MappingProxyType(
    {("up", 1): ONE, ("up", -1): ZERO, ("down", 1): ZERO, ("down", -1): ONE}
)
"""How much of its step a rounding can move a number upwards and downwards; the others half of it."""
