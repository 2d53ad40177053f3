"""What the children of a branch come to, kept so that those that change are exchanged without looking at the others."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, Self, TypeAlias

from readiness.model.sums import NOTHING, Pair, added, are_equal, negative, product
from readiness.scoring.rollup import ONE, Additive, Grouped, Groups, Rollup, Weighted
from readiness.scoring.tree import Branch, Leaf

__all__ = ["ABSENT", "BLOCKED", "Moved", "Tally", "Value", "tally", "weighted"]


class Value(NamedTuple):
    """What a node is worth in the headline."""

    ratio: Fraction | None
    """None: the node has no score."""
    raw: Fraction | None
    """Before gates and adjustments."""
    maximum: Fraction | None
    blocked: bool = False
    """A missing answer keeps this node and all above it from having a score."""

    def equals(self, other: Value) -> bool:
        """Tell whether this is the same worth."""
        return self is other or (
            are_equal(self.ratio, other.ratio)
            and are_equal(self.raw, other.raw)
            and are_equal(self.maximum, other.maximum)
            and self.blocked == other.blocked
        )

    @property
    def points(self) -> Fraction | None:
        """Before gates and adjustments, out of the maximum."""
        if self.raw is None or self.maximum is None:
            return None
        return self.raw if self.maximum is ONE else Fraction(*product(self.raw, self.maximum))


ABSENT = Value(None, None, None)
BLOCKED = Value(None, None, None, blocked=True)

Moved: TypeAlias = tuple[Branch | Leaf, Value, Value]
"""A child, with what it was worth and what it is worth now."""


def weighted(child: Branch | Leaf, value: Value) -> Weighted | None:
    """Return a child as its parent sees it, or None when it does not count."""
    if value.ratio is None:
        return None
    assert value.maximum is not None
    return Weighted(child.weight, value.ratio, value.maximum, child.rung)


@dataclass(frozen=True, slots=True)
class Tally(ABC):
    """The children of one branch. It never changes: exchanging children makes another."""

    blocked: int
    """How many children keep the branch from having a score."""

    @abstractmethod
    def combined(self) -> tuple[Fraction, Fraction] | None:
        """Return the points and the maximum of the branch, or None when no child counts."""

    @abstractmethod
    def exchanged(self, moved: Iterable[Moved]) -> Tally:
        """Return the tally after some children have come to be worth something else."""


@dataclass(frozen=True, slots=True)
class _Sums(Tally):
    """For a roll-up that needs no more than sums: the time to exchange does not grow with the number of children."""

    rollup: Additive
    counted: int
    sums: tuple[Pair, ...]
    """Empty when no child counts."""

    @classmethod
    def of(cls, rollup: Additive, blocked: int, children: Sequence[Weighted | None]) -> Self:
        counted = [child for child in children if child]
        return cls(blocked, rollup, len(counted), rollup.sums(counted))

    def combined(self) -> tuple[Fraction, Fraction] | None:
        return self.rollup.from_sums(*self.sums) if self.counted else None

    def exchanged(self, moved: Iterable[Moved]) -> Tally:
        blocked, counted, sums, terms = self.blocked, self.counted, self.sums, self.rollup.terms
        for child, old, new in moved:
            blocked += new.blocked - old.blocked
            gone, come = weighted(child, old), weighted(child, new)
            counted += bool(come) - bool(gone)
            if gone and come:
                sums = tuple(map(_exchanged, sums, terms(gone), terms(come)))
            elif gone:
                sums = tuple(map(_less, sums, terms(gone)))
            elif come:
                sums = tuple(map(_more, sums, terms(come))) if sums else terms(come)
        return _Sums(blocked, self.rollup, counted, sums)


def _exchanged(whole: Pair, gone: Pair, come: Pair) -> Pair:
    """Return a sum in which one term has taken the place of another."""
    return whole if gone == come else added((whole, negative(gone), come))


def _less(whole: Pair, gone: Pair) -> Pair:
    return added((whole, negative(gone)))


def _more(whole: Pair, come: Pair) -> Pair:
    return added((whole, come))


@dataclass(frozen=True, slots=True)
class _Weights(Tally):
    """For a roll-up that needs no more than the weight at each ratio."""

    rollup: Grouped
    groups: Groups

    def combined(self) -> tuple[Fraction, Fraction] | None:
        return (self.rollup.mean(self.groups), ONE) if self.groups else None

    def exchanged(self, moved: Iterable[Moved]) -> Tally:
        blocked, groups = self.blocked, dict(self.groups)
        for child, old, new in moved:
            blocked += new.blocked - old.blocked
            gone, come = weighted(child, old), weighted(child, new)
            if gone:
                ratio, weight = self.rollup.seen(gone)
                groups[ratio] = _less(groups[ratio], weight)
            if come:
                ratio, weight = self.rollup.seen(come)
                groups[ratio] = _more(groups.get(ratio, NOTHING), weight)
        return _Weights(blocked, self.rollup, {ratio: weight for ratio, weight in groups.items() if weight[0]})


@dataclass(frozen=True, slots=True)
class _Listed(Tally):
    """For any other roll-up: the children themselves, in the order of the framework."""

    rollup: Rollup
    children: dict[str, Weighted | None]

    def combined(self) -> tuple[Fraction, Fraction] | None:
        counted = [child for child in self.children.values() if child]
        return self.rollup.combine(counted) if counted else None

    def exchanged(self, moved: Iterable[Moved]) -> Tally:
        blocked, children = self.blocked, self.children.copy()
        for child, old, new in moved:
            blocked += new.blocked - old.blocked
            children[child.id] = weighted(child, new)
        return _Listed(blocked, self.rollup, children)


def tally(branch: Branch, values: Sequence[Value]) -> Tally:
    """Return the tally of a branch whose parts are worth this."""
    blocked = sum(value.blocked for value in values)
    children = list(map(weighted, branch.parts, values))
    if isinstance(branch.rollup, Additive):
        return _Sums.of(branch.rollup, blocked, children)
    if isinstance(branch.rollup, Grouped):
        return _Weights(blocked, branch.rollup, branch.rollup.grouped(filter(None, children)))
    return _Listed(blocked, branch.rollup, dict(zip(branch.part, children, strict=True)))
