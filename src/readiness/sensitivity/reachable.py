"""How far a number of changed answers can lead, at the most.

For each node: the highest ratio (or the lowest one) that any j changes below it can lead to, for every j. For `mean`,
`sum`, `deduct`, `share`, `min` and `max` it is found by trying every way to share out the changes among the children;
for the other roll-ups every child is given all of them. A gate or an adjustment that some change can switch is taken as
it suits best. So no j changes lead further; they may not lead as far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple, TypeAlias

from readiness.model.conditions import FactCondition, QuestionCondition, leaves
from readiness.scoring.adjust import adjusted
from readiness.scoring.engine import Branch, Headline, Leaf
from readiness.scoring.reading import Reading
from readiness.scoring.rollup import Weighted
from readiness.sensitivity.truths import Truths

__all__ = ["Extremes", "Reach", "changed_in"]

Changes: TypeAlias = tuple[object, ...]
"""Ids of questions, in tuples within tuples."""


class Reach(NamedTuple):
    """What some number of changes can lead to, and which they are."""

    ratio: Fraction
    changes: Changes


def changed_in(changes: Changes) -> Iterator[str]:
    """Yield the questions that are changed."""
    stack: list[object] = [changes]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            stack.extend(top)
        else:
            yield str(top)


class Extremes:
    """The highest ratios of all nodes, or the lowest ones, for every number of changes."""

    def __init__(self, now: Headline, ways: Mapping[str, Sequence[Reading]], *, up: bool) -> None:
        """Look at the changes of answers in `ways`; what applies is taken to stay as it is."""
        self.now = now
        self.ways = ways
        self.sense = 1 if up else -1
        self.truths = Truths(now, ways, self._ends)
        self._up = up
        self.opposite: Extremes | None = None
        """The other ends, made when a condition on an area asks for them."""
        self._found: dict[str, list[Reach]] = {}

    def of(self, node: Branch | Leaf) -> list[Reach]:
        """Return for j = 0, 1, … changes how far they can lead; the last holds for every larger number.

        The node has a score.
        """
        if node.id not in self._found:
            found = self._leaf(node) if isinstance(node, Leaf) else self._branch(node)
            self._found[node.id] = list(self._never_less(found))
        return self._found[node.id]

    def _never_less(self, found: Iterable[Reach]) -> Iterator[Reach]:
        """Yield what up to j changes lead to, when `found` has what exactly j do."""
        best: Reach | None = None
        for one in found:
            best = one if best is None or self._further(one.ratio, best.ratio) else best
            yield best

    def _further(self, one: Fraction, other: Fraction) -> bool:
        return one > other if self._up else one < other

    def _furthest(self, ratios: Iterable[Fraction]) -> Fraction:
        return max(ratios) if self._up else min(ratios)

    def _ends(self, area: Branch) -> tuple[Fraction, Fraction] | None:
        """Return the lowest and the highest ratio of an area after any changes, or None when it has no score."""
        if self.now.value(area).ratio is None:
            return None
        if self.opposite is None:
            self.opposite = Extremes(self.now, self.ways, up=not self._up)
            self.opposite.opposite = self
        ends = self.of(area)[-1].ratio, self.opposite.of(area)[-1].ratio
        return min(ends), max(ends)

    def _leaf(self, leaf: Leaf) -> list[Reach]:
        ratio = self.now.value(leaf).ratio
        assert ratio is not None
        stay = Reach(ratio, ())
        ratios = [way.ratio for way in self.ways.get(leaf.id, ()) if way.ratio is not None]
        return [stay, Reach(self._furthest(ratios), (leaf.id,))] if ratios else [stay]

    def _branch(self, branch: Branch) -> list[Reach]:
        parts = [(one, self.of(child)) for child, one in self.now.counted(branch)]
        combined = _COMBINED.get(branch.rollup_name, _all_at_once)(self, branch, parts)
        now = self.now.value(branch).ratio
        assert now is not None
        further = [self._changed(branch, one) for one in combined]
        if not self._hangs_on_others(branch):
            # Without a change below nothing is switched; with one that itself leads nowhere, something may be.
            further = [Reach(now, ()), *(further[1:] or further)]
        return further

    def _hangs_on_others(self, branch: Branch) -> bool:
        """Tell whether a gate or an adjustment looks at anything that is not below the branch."""
        below = _below(branch)
        return any(
            (part.question if isinstance(part, QuestionCondition) else part.area) not in below
            for condition in branch.conditions
            for part in leaves(condition)
            if not isinstance(part, FactCondition)
        )

    def _changed(self, branch: Branch, one: Reach) -> Reach:
        """Return what is left after gates and adjustments: those that a change can switch are as it suits best."""
        ratio, maximum = one.ratio, self.now.value(branch).maximum
        assert maximum is not None
        if self.now.is_incomplete(branch):
            ratio = self._furthest([branch.direction.worse(ratio, branch.direction.worst), ratio])
        for gate, cap in branch.gates:
            held = self.truths.of(gate.when)
            ratio = self._furthest([branch.direction.worse(ratio, cap) if truth else ratio for truth in held])
        for rule in branch.adjust:
            applies = {True} if rule.when is None else self.truths.of(rule.when)
            ratio = self._furthest(
                [adjusted(rule, ratio, maximum, self.now.scorer.scale) if truth else ratio for truth in applies]
            )
        return Reach(ratio, one.changes)

    def convolved(self, parts: Sequence[tuple[Weighted, list[Reach]]], worth: _Worth) -> list[tuple[Fraction, Changes]]:
        """Return for each number of changes the largest sum of what the children are worth, over all ways."""
        terms = [[(worth(part, one.ratio), one.changes) for one in reaches] for part, reaches in parts]
        unit = lcm(*(value.denominator for term in terms for value, _ in term))
        best: list[tuple[int, Changes]] = [(0, ())]
        for term in terms:
            whole = [(value.numerator * (unit // value.denominator), changes) for value, changes in term]
            best = self._merged(best, whole)
        return [(Fraction(value, unit), changes) for value, changes in best]

    def _merged(self, one: list[tuple[int, Changes]], other: list[tuple[int, Changes]]) -> list[tuple[int, Changes]]:
        sense = self.sense
        found: list[tuple[int, Changes] | None] = [None] * (len(one) + len(other) - 1)
        for i, (first, changes) in enumerate(one):
            for j, (second, more) in enumerate(other, start=i):
                known = found[j]
                if known is None or (first + second - known[0]) * sense > 0:
                    found[j] = (first + second, (changes, more) if more else changes)
        return [best for best in found if best is not None]


def _below(branch: Branch) -> set[str]:
    """Return the ids of all nodes that a branch is made of."""
    found: set[str] = set()
    stack: list[Branch | Leaf] = list(branch.parts)
    while stack:
        node = stack.pop()
        found.add(node.id)
        stack.extend(node.parts if isinstance(node, Branch) else ())
    return found


_Worth: TypeAlias = Callable[[Weighted, Fraction], Fraction]
_Parts: TypeAlias = Sequence[tuple[Weighted, list[Reach]]]


def _mean(search: Extremes, branch: Branch, parts: _Parts) -> list[Reach]:  # noqa: ARG001  same call for each
    whole = sum(part.weight for part, _ in parts)
    return [
        Reach(value / whole, changes) for value, changes in search.convolved(parts, lambda part, r: part.weight * r)
    ]


def _share(search: Extremes, branch: Branch, parts: _Parts) -> list[Reach]:
    whole, least = sum(part.weight for part, _ in parts), branch.rollup.options.satisfied_at
    found = search.convolved(parts, lambda part, ratio: part.weight * (ratio >= least))
    return [Reach(value / whole, changes) for value, changes in found]


def _sum(search: Extremes, branch: Branch, parts: _Parts) -> list[Reach]:
    maximum = search.now.value(branch).maximum
    found = search.convolved(parts, lambda part, ratio: part.weight * part.maximum * ratio)
    return [Reach(value / maximum if maximum else value, changes) for value, changes in found]


def _deduct(search: Extremes, branch: Branch, parts: _Parts) -> list[Reach]:
    base = branch.rollup.options.base
    found = search.convolved(parts, lambda part, ratio: part.weight * (ratio - 1))
    return [Reach((base + value) / base, changes) for value, changes in found]


def _extreme(search: Extremes, branch: Branch, parts: _Parts) -> list[Reach]:
    """Combine by the lowest or the highest child: one child leads there, or all must be lifted to it."""
    children = [reaches for _, reaches in parts]
    one_is_enough = search.sense == (1 if branch.rollup_name == "max" else -1)
    return _by_one(search, children) if one_is_enough else _by_all(search, children)


def _by_one(search: Extremes, children: Sequence[list[Reach]]) -> list[Reach]:
    most = max(map(len, children))
    pick = max if search.sense > 0 else min
    return [pick((child[min(j, len(child) - 1)] for child in children), key=lambda one: one.ratio) for j in range(most)]


def _by_all(search: Extremes, children: Sequence[list[Reach]]) -> list[Reach]:
    """Spend the changes on the child that holds the others back, as few as move it, until none moves it."""
    spent = [0] * len(children)
    pick = min if search.sense > 0 else max
    found: list[Reach] = []
    while True:
        at = [child[used] for child, used in zip(children, spent, strict=True)]
        held = pick(range(len(at)), key=lambda index: at[index].ratio)
        reached = Reach(at[held].ratio, tuple(one.changes for one in at))
        found += [found[-1]] * (sum(spent) - len(found)) if found else []
        found.append(reached)
        more = (
            used
            for used in range(spent[held] + 1, len(children[held]))
            if (children[held][used].ratio - at[held].ratio) * search.sense > 0
        )
        spent[held] = next(more, -1)
        if spent[held] < 0:
            return found


def _all_at_once(search: Extremes, branch: Branch, parts: _Parts) -> list[Reach]:  # noqa: ARG001  same call for each
    """Give every child all the changes: no way to share them out leads further."""
    found = []
    for j in range(sum(len(reaches) - 1 for _, reaches in parts) + 1):
        at = [reaches[min(j, len(reaches) - 1)] for _, reaches in parts]
        weighted = [part._replace(ratio=one.ratio) for (part, _), one in zip(parts, at, strict=True)]
        points, maximum = branch.rollup.combine(weighted)
        found.append(Reach(points / maximum if maximum else points, tuple(one.changes for one in at)))
        if all(j >= len(reaches) - 1 for _, reaches in parts):
            break
    return found


_COMBINED: Mapping[str, Callable[[Extremes, Branch, _Parts], list[Reach]]] = {
    "mean": _mean,
    "sum": _sum,
    "min": _extreme,
    "max": _extreme,
    "share": _share,
    "deduct": _deduct,
}
