"""The lowest and the highest score of a node, taken apart into what its parts come to at that end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from readiness.scoring.adjust import adjusted
from readiness.scoring.bounds import Bounds, Range
from readiness.scoring.engine import Branch, Leaf, Scorer
from readiness.scoring.holds import holds
from readiness.scoring.reading import Reading
from readiness.scoring.result import AdjustmentOutcome, GateOutcome, NodeScore, Scorecard
from readiness.scoring.rollup import ZERO, Weighted
from readiness.scoring.score import contributions_of

__all__ = ["End", "at_end"]

End: TypeAlias = Literal["low", "high"]
_MOST_UNSURE = 10
"""Parts that may not count, of which every choice is tried; of more only those that leave out or keep a run of them."""


class _Case(NamedTuple):
    """One choice of the parts that count, in which the end is reached."""

    parts: tuple[tuple[Branch | Leaf, Weighted], ...]
    raw: Fraction
    points: Fraction
    maximum: Fraction


def at_end(scorer: Scorer, readings: Mapping[str, Reading], scorecard: Scorecard, end: End) -> Scorecard:
    """Return the tree whose scores are the `low` or the `high` of a scorecard.

    Where no choice of the parts at their ends leads to a node's end, the node has its score and nothing that makes it
    up: no contributions, gates or adjustments. Such an end is only safe, or it comes about in one of the cases in which
    open matters are told apart, where the parts are not at the ends that they have over all cases (decision 20).
    """
    return Scorecard(_Ends(scorer, readings, end).tree(scorer.root, scorecard.root), scorecard.scale, None)


class _Ends:
    """One end of every node of one assessment."""

    def __init__(self, scorer: Scorer, readings: Mapping[str, Reading], end: End) -> None:
        self.scorer = scorer
        self.scale = scorer.scale
        self.end = end
        self.bounds = Bounds(scorer, readings)

    def tree(self, node: Branch | Leaf, now: NodeScore) -> NodeScore:
        """Return a node with all below it as they are at this end."""
        found = self.bounds.range(node)
        ratio = None if found is None else self.of(found)
        plain = replace(
            now,
            ratio=ratio,
            score=None if ratio is None else self.scale.score_of(ratio),
            level=None if ratio is None else self.scale.level_of(ratio),
            raw_ratio=ratio,
            points=None if found is None or ratio is None else ratio * found.maximum,
            maximum=None if found is None else found.maximum,
            contributions=(),
            gates=(),
            adjustments=(),
            band=None,
            share_of_whole=ZERO,
            target=None,
        )
        if isinstance(node, Leaf):
            return plain
        children = tuple(self.tree(child, one) for child, one in zip(node.children, now.children, strict=True))
        plain = replace(plain, raw_ratio=None, children=children)
        return plain if ratio is None else self._taken_apart(node, now, plain, ratio)

    def of(self, found: Range) -> Fraction:
        """Return the end of a range."""
        return found.low if self.end == "low" else found.high

    def _taken_apart(self, branch: Branch, now: NodeScore, plain: NodeScore, ratio: Fraction) -> NodeScore:
        """Return a node with what makes up its end, if that leads exactly there."""
        for case in self._cases(branch):
            gates = self._gates(branch, now, case.raw)
            before = case.raw - sum((gate.loss for gate in gates), ZERO)
            adjustments = self._adjustments(branch, now, before, case.maximum)
            if before + sum((one.change for one in adjustments), ZERO) == ratio:
                return replace(
                    plain,
                    raw_ratio=case.raw,
                    points=case.points,
                    maximum=case.maximum,
                    contributions=contributions_of(branch, case.parts),
                    gates=tuple(gates),
                    adjustments=tuple(adjustments),
                )
        return plain

    def _cases(self, branch: Branch) -> Iterator[_Case]:
        """Yield the choices of the parts that count, the one with most parts first."""
        parts: list[tuple[Branch | Leaf, Weighted]] = []
        unsure = []
        for child in branch.parts:
            found = self.bounds.range(child)
            if found is not None:
                parts.append((child, Weighted(child.weight, self.of(found), found.maximum, child.rung)))
                if not found.certain:
                    unsure.append(len(parts) - 1)
        for out in _choices(sorted(unsure, key=lambda at: parts[at][1].ratio)):
            counted = tuple(part for at, part in enumerate(parts) if at not in out)
            if counted:
                points, maximum = branch.rollup.combine([one for _, one in counted])
                yield _Case(counted, points / maximum if maximum else ZERO, points, maximum)

    def _gates(self, branch: Branch, now: NodeScore, raw: Fraction) -> list[GateOutcome]:
        """Return the gates as they work at this end: those that may hold do where that leads further out."""
        found, running = [], raw
        for outcome, (may_hold, cap) in zip(now.gates, self._caps(branch), strict=True):
            after = branch.direction.worse(running, cap)
            held = self._works(may_hold, running, after)
            loss = running - after if held else ZERO
            running -= loss
            found.append(replace(outcome, holds=held, loss=loss))
        return found

    def _caps(self, branch: Branch) -> Iterator[tuple[bool | None, Fraction]]:
        """Yield whether each cap holds, None where that is open, with its ratio; first that of all or nothing."""
        if branch.all_or_nothing:
            yield None if self.bounds.may_be_incomplete(branch, {}) else False, branch.direction.worst
        yield from ((holds(gate.when, self.bounds), cap) for gate, cap in branch.gates)

    def _adjustments(
        self, branch: Branch, now: NodeScore, running: Fraction, maximum: Fraction
    ) -> list[AdjustmentOutcome]:
        found = []
        for outcome, rule in zip(now.adjustments, branch.adjust, strict=True):
            after = adjusted(rule, running, maximum, self.scale)
            held = self._works(rule.when is None or holds(rule.when, self.bounds), running, after)
            change = after - running if held else ZERO
            running += change
            found.append(replace(outcome, holds=held, change=change))
        return found

    def _works(self, held: bool | None, before: Fraction, after: Fraction) -> bool:  # noqa: FBT001  a value of three-valued logic
        """Tell whether a rule works at this end: surely, or because it leads further out."""
        if held is None:
            return after < before if self.end == "low" else after > before
        return held


def _choices(unsure: Sequence[int]) -> Iterator[frozenset[int]]:
    """Yield which parts to leave out: of few every choice, of many the first or the last of them."""
    if len(unsure) <= _MOST_UNSURE:
        for count in range(len(unsure) + 1):
            yield from map(frozenset, combinations(unsure, count))
        return
    yield frozenset()
    for count in range(1, len(unsure) + 1):
        yield frozenset(unsure[:count])
        yield frozenset(unsure[-count:])
