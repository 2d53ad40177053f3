"""What an adjustment makes of a ratio, and of the ends between which it lies."""

from __future__ import annotations

import math
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
            value = (value - scale.lowest) / scale.span
        case _:
            pass
    return min(ONE, max(value, min(ratio, ZERO)))


_MODES: Mapping[str, Callable[[Fraction], int]] = MappingProxyType(
    {
        "half-up": lambda value: math.floor(value + HALF),
        "half-even": round,
        "half-down": lambda value: math.ceil(value - HALF),
        "up": math.ceil,
        "down": math.floor,
    }
)


def rounded(value: Fraction, rounding: Rounding) -> Fraction:
    """Return a value rounded as a rule says."""
    return _MODES[rounding.mode](value / rounding.to) * rounding.to


def adjusted_ends(
    rule: Adjustment, ends: tuple[Fraction, Fraction], maximum: Fraction | None, scale: Scale
) -> tuple[Fraction, Fraction]:
    """Return the ends after a rule that applies; with a maximum of None, which may change, they are only safe."""
    low, high = ends
    if maximum is None and rule.of == "points":
        if rule.add is None and rule.round is None:
            maximum = ONE
        else:
            return min(low, ZERO), ONE
    return adjusted(rule, low, maximum or ZERO, scale), adjusted(rule, high, maximum or ZERO, scale)
