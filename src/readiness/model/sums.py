"""Exact sums in whole numbers: one fraction is made at the end, where `sum` of fractions makes one at every step.

A pair is a numerator and a denominator above 0 that may have a common factor.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd
from typing import TypeAlias

__all__ = [
    "NOTHING",
    "Pair",
    "added",
    "are_equal",
    "is_less",
    "larger",
    "negative",
    "product",
    "quotient",
    "sum_of_products",
    "total",
]

Pair: TypeAlias = tuple[int, int]
NOTHING: Pair = (0, 1)


def added(pairs: Iterable[Pair]) -> Pair:
    """Return the sum of pairs over a common denominator."""
    rest = iter(pairs)
    above, below = next(rest, NOTHING)
    for numerator, denominator in rest:
        if denominator == below:
            above += numerator
        else:
            common = gcd(below, denominator)
            above = above * (denominator // common) + numerator * (below // common)
            below *= denominator // common
    return above, below


def product(*factors: Fraction) -> Pair:
    """Return the product of the factors."""
    above, below = 1, 1
    for factor in factors:
        numerator, denominator = factor.as_integer_ratio()
        above *= numerator
        below *= denominator
    return above, below


def are_equal(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether a = b, without asking either what kind of number it is."""
    if one is other:
        return True
    return one is not None and other is not None and one.as_integer_ratio() == other.as_integer_ratio()


def larger(one: Fraction, other: Fraction) -> Fraction:
    """Return the larger of two values, the first of two equal ones."""
    return other if is_less(one, other) else one


def is_less(one: Fraction, other: Fraction) -> bool:
    """Tell whether a < b."""
    (a, b), (c, d) = one.as_integer_ratio(), other.as_integer_ratio()
    return a * d < c * b


def negative(pair: Pair) -> Pair:
    """Return -a."""
    return -pair[0], pair[1]


def quotient(one: Pair, other: Pair) -> Fraction:
    """Return a / b, where b is not 0."""
    return Fraction(one[0] * other[1], one[1] * other[0])


def total(values: Iterable[Fraction]) -> Fraction:
    """Return the sum of the values, 0 of none."""
    return Fraction(*added([value.as_integer_ratio() for value in values]))


def sum_of_products(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the sum of a b over all pairs, 0 of none."""
    return Fraction(*added([product(a, b) for a, b in pairs]))
