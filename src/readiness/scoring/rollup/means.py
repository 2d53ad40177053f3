"""Roll-ups that average."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar

from readiness.model.sums import NOTHING, Pair, added, larger, product, quotient
from readiness.scoring.rollup.base import (
    ONE,
    ZERO,
    Additive,
    Bounded,
    Grouped,
    Groups,
    Part,
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


class _Floored(Grouped):
    """A mean that a child at zero brings to zero, unless a floor holds the child up."""

    def seen(self, child: Weighted) -> tuple[Pair, Pair]:
        """Return the ratio that the floor leaves of a child's, and the child's weight."""
        return self.held_up(child.ratio).as_integer_ratio(), child.weight.as_integer_ratio()

    def held_up(self, ratio: Fraction) -> Fraction:
        """Return a ratio, or the floor where that is higher."""
        return larger(ratio, self.options.floor)

    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the ends of the mean, with every choice of the children that may not count."""
        low = min(self._means([(Weighted(c.weight, c.low, ONE), c.certain) for c in children], downwards=True))
        high = max(self._means([(Weighted(c.weight, c.high, ONE), c.certain) for c in children], downwards=False))
        return low, high

    def _means(self, children: Sequence[tuple[Weighted, bool]], *, downwards: bool) -> list[Fraction]:
        """Return the means of the certain children with ever more of the others, those that move it most first.

        As in any mean, a child pulls it down exactly when it is lower, so the end is among these.
        """
        counted = dict(self.grouped(child for child, certain in children if certain))
        found = [self.mean(counted)] if counted else []
        others = [child for child, certain in children if not certain]
        for child in sorted(others, key=lambda one: one.ratio, reverse=not downwards):
            ratio, weight = self.seen(child)
            counted[ratio] = added((counted.get(ratio, NOTHING), weight))
            found.append(self.mean(counted))
            if len(found) > 1 and (found[-1] > found[-2] if downwards else found[-1] < found[-2]):
                break
        return found


class HarmonicMean(_Floored):
    """The mean of rates: a weak child counts more than a strong one."""

    summary: ClassVar[str] = "all weight / the sum of weight / ratio, no ratio below `floor`"

    def mean(self, groups: Groups) -> Fraction:
        """Return sum of w / sum of (w / r); 0 when a ratio is 0."""
        return _harmonic(groups)

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return shares in proportion to weight / ratio, so that a weak child carries more of the result."""
        return _parts([(c.weight, self.held_up(c.ratio)) for c in children], _harmonic_shares(self.grouped(children)))


class GeometricMean(_Floored):
    """A mean in which a strong child makes up for a weak one only in part."""

    summary: ClassVar[str] = "the root of the product of the children's ratios, by weight, no ratio below `floor`"

    def mean(self, groups: Groups) -> Fraction:
        """Return the product of r to the power of w / sum of w: exact where it is a fraction, else to 30 decimals.

        The rounded root stays between the harmonic and the arithmetic mean, which are exact.
        """
        if NOTHING in groups:
            return ZERO
        highest, lowest = _arithmetic(groups), _harmonic(groups)
        return highest if lowest == highest else max(lowest, min(highest, _root(groups)))

    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return shares between those of the mean and those of the harmonic mean, mixed so that they add up exactly.

        With the ratio G between the arithmetic mean A and the harmonic mean H, the shares of the harmonic mean are
        mixed in at (A - G) / (A - H).
        """
        groups = self.grouped(children)
        highest, lowest = _arithmetic(groups), _harmonic(groups)
        mixed = (highest - self.mean(groups)) / (highest - lowest) if highest != lowest else ZERO
        plain = (1 - mixed) / Fraction(*added(groups.values()))
        shares = {ratio: plain + mixed * harmonic for ratio, harmonic in _harmonic_shares(groups).items()}
        return _parts([(c.weight, self.held_up(c.ratio)) for c in children], shares)


def _arithmetic(groups: Groups) -> Fraction:
    """Return sum of w r / sum of w."""
    points = added([(above * a, below * b) for (above, below), (a, b) in groups.items()])
    return quotient(points, added(groups.values()))


def _harmonic(groups: Groups) -> Fraction:
    if NOTHING in groups:
        return ZERO
    return quotient(added(groups.values()), _inverted(groups))


def _inverted(groups: Groups) -> Pair:
    """Return the sum of w / r."""
    return added([(a * below, b * above) for (above, below), (a, b) in groups.items()])


def _harmonic_shares(groups: Groups) -> dict[Pair, Fraction]:
    """Return for each ratio the share of a weight of 1: 1 / ratio over all; where ratios are 0 they have it all."""
    if NOTHING in groups:
        return {ratio: ZERO if ratio[0] else quotient((1, 1), groups[NOTHING]) for ratio in groups}
    whole = _inverted(groups)
    return {(above, below): quotient((below, above), whole) for above, below in groups}


def _parts(pairs: Sequence[tuple[Fraction, Fraction]], shares: Mapping[Pair, Fraction]) -> list[Part]:
    """Return the parts of (weight, ratio), from the share that a weight of 1 has at each ratio."""
    found = ((Fraction(*product(weight, shares[ratio.as_integer_ratio()])), ratio) for weight, ratio in pairs)
    return [Part(share, Fraction(*product(share, ratio))) for share, ratio in found]


def _root(groups: Groups) -> Fraction:
    """Return the weighted geometric mean of ratios above 0."""
    unit = math.lcm(*(below for _, below in groups.values()))
    powers = {ratio: above * (unit // below) for ratio, (above, below) in groups.items()}
    power = sum(powers.values())
    logarithm = Decimal(0)
    for (above, below), times in sorted(powers.items()):  # in one order, whatever that of the children is
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


def _is_root(root: Fraction, power: int, powers: Mapping[Pair, int]) -> bool:
    """Tell whether a root that is right to fifty digits is exact: both sides, without fractions, modulo a large prime.

    The denominator of such a root is no larger than the largest one under it.
    """
    left, right = pow(root.numerator, power, _PRIME), pow(root.denominator, power, _PRIME)
    for (above, below), times in powers.items():
        left = left * pow(below, times, _PRIME) % _PRIME
        right = right * pow(above, times, _PRIME) % _PRIME
    return left == right
