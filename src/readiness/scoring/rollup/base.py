"""What every roll-up is given, and what it gives back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, NamedTuple, TypeAlias

from readiness.model.scoring import EmptyRung
from readiness.model.sums import Pair, added, product, quotient

__all__ = [
    "ONE",
    "ZERO",
    "Additive",
    "Bounded",
    "Grouped",
    "Groups",
    "Options",
    "Part",
    "Rollup",
    "Weighted",
    "lowest_mean",
]

ZERO, ONE = Fraction(0), Fraction(1)


class Options(NamedTuple):
    """What a framework says about one roll-up; each reads what it needs."""

    floor: Fraction = ZERO
    """The least that a child's ratio counts as, in a geometric or harmonic mean."""
    satisfied_at: Fraction = ONE
    """The ratio from which a child is satisfied."""
    empty_rung: EmptyRung = "inherit"
    """What a rung of a ladder means on which no child counts."""
    top_rung: int = 1
    """The highest rung of any child, whether it counts or not."""
    most: Fraction | None = None
    """The maximum of a sum over all children, whether they count or not; None: over those that count."""
    base: Fraction = ONE
    """What there is before deductions."""


class Weighted(NamedTuple):
    """A child that counts, as its parent sees it."""

    weight: Fraction
    ratio: Fraction
    maximum: Fraction
    rung: int = 1


class Bounded(NamedTuple):
    """A child whose ratio lies somewhere between two ends, and which may turn out not to count at all."""

    weight: Fraction
    low: Fraction
    high: Fraction
    least: Fraction
    """The smallest maximum that the child can have while it counts."""
    maximum: Fraction
    """The largest."""
    certain: bool
    """False when some completion of the answers leaves the child out."""
    rung: int = 1


class Part(NamedTuple):
    """What one child has to do with its parent's ratio."""

    share: Fraction
    """The part of the ratio that hangs on the child; the shares of all children add up to 1."""
    adds: Fraction
    """What the child adds to the ratio; over all children they add up to it."""


@dataclass(frozen=True, slots=True)
class Rollup(ABC):
    """One way to combine children. Every method takes at least one child, in the order of the framework.

    Raising a child never lowers the parent.
    """

    options: Options

    summary: ClassVar[str]
    """The formula in words."""

    @abstractmethod
    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the parent's points and maximum."""

    @abstractmethod
    def parts(self, children: Sequence[Weighted]) -> list[Part]:
        """Return how the parent's ratio is made up; all zero when the maximum is."""

    @abstractmethod
    def bounds(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:
        """Return the lowest and the highest ratio that the parent can have.

        They are reached when each child can reach its ends whatever the others do, except where a method says less.
        """

    def maxima(self, children: Sequence[Bounded]) -> tuple[Fraction, Fraction]:  # noqa: ARG002  most have one of their own
        """Return the smallest and the largest maximum that the parent can have."""
        return ONE, ONE


class Additive(Rollup):
    """A roll-up that needs no more of its children than sums over them, so that one that changes is quickly exchanged.

    That keeps areas with thousands of children affordable, where each of them is looked at in turn.
    """

    @abstractmethod
    def terms(self, child: Weighted) -> tuple[Pair, ...]:
        """Return what a child adds to each sum."""

    @abstractmethod
    def from_sums(self, *sums: Pair) -> tuple[Fraction, Fraction]:
        """Return the parent's points and maximum."""

    def sums(self, children: Sequence[Weighted]) -> tuple[Pair, ...]:
        """Return the sum of each term, or nothing where there are no children."""
        return tuple(added(terms) for terms in zip(*map(self.terms, children), strict=True))

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the parent's points and maximum."""
        return self.from_sums(*self.sums(children))


Groups: TypeAlias = Mapping[Pair, Pair]
"""For each ratio, as a pair in lowest terms, the weight that children have at it. Answers have few different ratios."""


class Grouped(Rollup):
    """A roll-up that sees only how much weight stands at each ratio, so that many children are few groups."""

    @abstractmethod
    def seen(self, child: Weighted) -> tuple[Pair, Pair]:
        """Return the ratio that a child counts as, and its weight."""

    @abstractmethod
    def mean(self, groups: Groups) -> Fraction:
        """Return the parent's ratio; its maximum is 1."""

    def grouped(self, children: Iterable[Weighted]) -> Groups:
        """Return the weight at each ratio."""
        groups: dict[Pair, Pair] = {}
        for ratio, weight in map(self.seen, children):
            groups[ratio] = added((groups[ratio], weight)) if ratio in groups else weight
        return groups

    def combine(self, children: Sequence[Weighted]) -> tuple[Fraction, Fraction]:
        """Return the parent's points and maximum."""
        return self.mean(self.grouped(children)), ONE


def lowest_mean(parts: Sequence[tuple[Fraction, Fraction, bool]]) -> Fraction:
    """Return the lowest weighted mean of (weight, value, certain): uncertain parts join while they pull it down."""
    weight = added([w.as_integer_ratio() for w, _, certain in parts if certain])
    points = added([product(w, value) for w, value, certain in parts if certain])
    for w, value, _ in sorted((part for part in parts if not part[2]), key=lambda part: part[1]):
        if weight[0] and value >= quotient(points, weight):
            break
        weight, points = added((weight, w.as_integer_ratio())), added((points, product(w, value)))
    return quotient(points, weight) if weight[0] else ZERO
