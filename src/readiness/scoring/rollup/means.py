"""Roll-ups that average."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar

from readiness.model.sums import Pair, added, product, quotient, sum_of_products, total
from readiness.scoring.rollup.base import (
    ONE,
    ZERO,
    Additive,
    Bounded,
    Part,
    Rollup,
    Weighted,
    lowest_mean,
)

__all__ = ["DIGITS", "GeometricMean", "HarmonicMean", "Mean"]

DIGITS = 30
"""Decimals of a geometric mean that is no fraction with a small denominator; the last is rounded half to even."""
_WORKING = Context(prec=2 * DIGITS, rounding=ROUND_HALF_EVEN)
_LARGEST_DENOMINATOR = 10**15
_CLOSE = Fraction(1, 10 ** (2 * DIGITS - 10))
_PRIME = 2**521 - 1


class Mean(Additive):
    """Every child counts in proportion to its weight."""

    summary: ClassVar[str] = "the mean of the children's ratios, by weight"

    def terms(self, child: Weighted) -> tuple[Pair, ...]:
        """Return w r and w."""
        return product(child.weight, child.ratio), child.weight.as_integer_ratio()

    def from_sums(self, *sums: Pair) -> tuple[Fraction, Fraction]:
        """Return sum of w r / sum of w, out of 1."""
        points, weight = sums
        return quotient(points, weight), ONE

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return each weight over all weights."""
        whole = added([c.weight.as_integer_ratio() for c in children])
        return [
            Part(quotient(c.weight.as_integer_ratio(), whole), quotient(product(c.weight, c.ratio), whole))
            for c in children
        ]

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends of the mean, with every choice of the children that may not count."""
        low = lowest_mean([(c.weight, c.low, c.certain) for c in children])
        if all(c.certain and c.low is c.high for c in children):
            return low, low
        return low, -lowest_mean([(c.weight, -c.high, c.certain) for c in children])


class _Floored(Rollup):
    """A mean that a child at zero brings to zero, unless a floor holds the child up."""

    @abstractmethod
    def mean(self, pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
        """Return the mean of (weight, ratio)."""

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the mean, out of 1."""
        return self.mean([(c.weight, self.held_up(c.ratio)) for c in children]), ONE

    def held_up(self, ratio: Fraction) -> Fraction:
        """Return a ratio, or the floor where that is higher."""
        return max(ratio, self.options.floor)

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends of the mean, with every choice of the children that may not count."""
        low = min(self._means([(c.weight, self.held_up(c.low), c.certain) for c in children], downwards=True))
        return low, max(self._means([(c.weight, self.held_up(c.high), c.certain) for c in children], downwards=False))

    def _means(self, children: Sequence[tuple[Fraction, Fraction, bool]], *, downwards: bool) -> list[Fraction]:
        """Return the means of the certain children with ever more of the others, those that move it most first.

        As in any mean, a child pulls it down exactly when it is lower, so the end is among these.
        """
        counted = [(weight, ratio) for weight, ratio, certain in children if certain]
        found = [self.mean(counted)] if counted else []
        others = [(weight, ratio) for weight, ratio, certain in children if not certain]
        for one in sorted(others, key=lambda pair: pair[1], reverse=not downwards):
            counted.append(one)
            found.append(self.mean(counted))
            if len(found) > 1 and (found[-1] > found[-2] if downwards else found[-1] < found[-2]):
                break
        return found


class HarmonicMean(_Floored):
    """The mean of rates: a weak child counts more than a strong one."""

    summary: ClassVar[str] = "all weight / the sum of weight / ratio, no ratio below `floor`"

    def mean(self, pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
        """Return sum of w / sum of (w / r); 0 when a ratio is 0."""
        return _harmonic(pairs)

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return shares in proportion to weight / ratio, so that a weak child carries more of the result."""
        ratios = [self.held_up(c.ratio) for c in children]
        shares = _harmonic_shares([(c.weight, ratio) for c, ratio in zip(children, ratios, strict=True)])
        return [Part(share, share * ratio) for share, ratio in zip(shares, ratios, strict=True)]


class GeometricMean(_Floored):
    """A mean in which a strong child makes up for a weak one only in part."""

    summary: ClassVar[str] = "the root of the product of the children's ratios, by weight, no ratio below `floor`"

    def mean(self, pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
        """Return the product of r to the power of w / sum of w: exact where it is a fraction, else to 30 decimals.

        The rounded root stays between the harmonic and the arithmetic mean, which are exact.
        """
        if any(not ratio for _, ratio in pairs):
            return ZERO
        highest = sum_of_products(pairs) / total(weight for weight, _ in pairs)
        lowest = _harmonic(pairs)
        return highest if lowest == highest else max(lowest, min(highest, _root(pairs)))

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return shares between those of the mean and those of the harmonic mean, mixed so that they add up exactly.

        With the ratio G between the arithmetic mean A and the harmonic mean H, the shares of the harmonic mean are
        mixed in at (A - G) / (A - H).
        """
        pairs = [(c.weight, self.held_up(c.ratio)) for c in children]
        whole = total(weight for weight, _ in pairs)
        highest, lowest = sum_of_products(pairs) / whole, _harmonic(pairs)
        mixed = (highest - self.mean(pairs)) / (highest - lowest) if highest != lowest else ZERO
        shares = [
            (1 - mixed) * weight / whole + mixed * harmonic
            for (weight, _), harmonic in zip(pairs, _harmonic_shares(pairs), strict=True)
        ]
        return [Part(share, share * ratio) for share, (_, ratio) in zip(shares, pairs, strict=True)]


def _harmonic(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    if any(not ratio for _, ratio in pairs):
        return ZERO
    return total(weight for weight, _ in pairs) / total(weight / ratio for weight, ratio in pairs)


def _harmonic_shares(pairs: Sequence[tuple[Fraction, Fraction]]) -> list[Fraction]:
    """Return weight / ratio over the sum of it; where ratios are 0 they have it all, by weight."""
    if any(not ratio for _, ratio in pairs):
        parts = [ZERO if ratio else weight for weight, ratio in pairs]
    else:
        parts = [weight / ratio for weight, ratio in pairs]
    whole = total(parts)
    return [part / whole for part in parts]


def _root(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the weighted geometric mean of ratios above 0."""
    unit = math.lcm(*(weight.denominator for weight, _ in pairs))
    powers: dict[tuple[int, int], int] = {}
    for weight, ratio in pairs:
        above, below = weight.as_integer_ratio()
        base = ratio.as_integer_ratio()
        powers[base] = powers.get(base, 0) + above * (unit // below)
    power = sum(powers.values())
    logarithm = Decimal(0)
    for (above, below), times in powers.items():
        logarithm = _WORKING.fma(_logarithm(above, below), times, logarithm)
    near = Fraction(_WORKING.exp(_WORKING.divide(logarithm, Decimal(power))))
    largest = min(_LARGEST_DENOMINATOR, max(below for _, below in powers))
    exact = near.limit_denominator(largest)
    if abs(near - exact) < _CLOSE and _is_root(exact, power, powers):
        return exact
    return Fraction(round(near * 10**DIGITS), 10**DIGITS)


@lru_cache(maxsize=1024)  # answers have few different ratios, and every mean over them asks again
def _logarithm(above: int, below: int) -> Decimal:
    return _WORKING.ln(_WORKING.divide(Decimal(above), Decimal(below)))


def _is_root(root: Fraction, power: int, powers: dict[tuple[int, int], int]) -> bool:
    """Tell whether a root that is right to fifty digits is exact: both sides, without fractions, modulo a large prime.

    The denominator of such a root is no larger than the largest one under it.
    """
    left, right = pow(root.numerator, power, _PRIME), pow(root.denominator, power, _PRIME)
    for (above, below), times in powers.items():
        left = left * pow(below, times, _PRIME) % _PRIME
        right = right * pow(above, times, _PRIME) % _PRIME
    return left == right
