"""The lowest and the highest score that any way of completing the answers can lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import prod
from typing import NamedTuple, TypeAlias

from readiness.model.comparisons import answer_satisfies
from readiness.model.conditions import AreaCondition, Condition, FactCondition, QuestionCondition
from readiness.scoring.adjust import adjusted_ends
from readiness.scoring.holds import all_hold
from readiness.scoring.matters import Matter, Matters, Outcome
from readiness.scoring.reading import NOT_ASKED, Reading
from readiness.scoring.result import State
from readiness.scoring.rollup import ONE, ZERO, Bounded
from readiness.scoring.tree import COUNTS_AS, Branch, Leaf, Scorer, leaves_of

__all__ = ["MOST_CASES", "Bounds", "Range"]

MOST_CASES = 64
"""How many cases of open matters are told apart at once; more are looked at together, which is safe."""


class Range(NamedTuple):
    """Where a node's ratio can end up."""

    low: Fraction
    high: Fraction
    least: Fraction
    """The smallest maximum that it can have."""
    maximum: Fraction
    """The largest."""
    certain: bool
    """Whether the node counts in every case."""


_Case: TypeAlias = Mapping[Matter, int]
"""For some open matters, the outcome that is supposed, by its place."""
_NOTHING: _Case = {}
_NO_ITEMS: frozenset[tuple[Matter, int]] = frozenset()
_NOT_APPLICABLE = State.NOT_APPLICABLE


class Bounds:
    """One evaluation in which everything missing may still turn out any way, or stay missing.

    A missing answer may become any answer, or not applicable where that is allowed. Where one missing answer or fact
    reaches a node in several ways, its outcomes are looked at one by one, so that no two things are supposed of it at
    once. What is left over is looked at by itself, and the ends are then safe.
    """

    def __init__(self, scorer: Scorer, readings: Mapping[str, Reading]) -> None:
        """Evaluate these readings."""
        self.scorer = scorer
        self.readings = readings
        self._ranges: dict[tuple[str, frozenset[tuple[Matter, int]]], Range | None] = {}

    @cached_property
    def matters(self) -> Matters:
        """What is open."""
        return Matters(self.scorer, self.readings)

    def range(self, node: Branch | Leaf, case: _Case | None = None) -> Range | None:
        """Return the ends of a node's ratio, or None when it has no score in any case."""
        over = self.matters.over(node)
        within = {matter: way for matter, way in case.items() if matter in over} if case and over else _NOTHING
        key = node.id, frozenset(within.items()) if within else _NO_ITEMS
        if key not in self._ranges:
            ranges = (
                [self._range(node, one) for one in self._cases(node, within)] if over else [self._range(node, within)]
            )
            self._ranges[key] = _hull(ranges) if len(ranges) > 1 else ranges[0]
        return self._ranges[key]

    def outcome(self, matter: Matter, case: _Case) -> Outcome | None:
        """Return how a matter is supposed to turn out in a case, if it is."""
        return self.matters.outcomes[matter][case[matter]] if matter in case else None

    def _cases(self, node: Branch | Leaf, within: _Case) -> Iterator[_Case]:
        """Yield the cases to tell apart: of the matters that reach a node in several ways, as many as there may be."""
        ways = self.matters.outcomes
        room = MOST_CASES // prod(len(ways[matter]) for matter in within)
        told: list[Matter] = []
        for matter, times in sorted(self.matters.over(node).items(), key=lambda one: (-one[1], one[0])):
            if times > 1 and matter not in within and len(ways[matter]) <= room:
                told.append(matter)
                room //= len(ways[matter])
        for chosen in product(*(range(len(ways[matter])) for matter in told)):
            yield {**within, **dict(zip(told, chosen, strict=True))}

    def _range(self, node: Branch | Leaf, case: _Case) -> Range | None:
        return self._leaf_range(node, case) if isinstance(node, Leaf) else self._branch_range(node, case)

    def _leaf_range(self, leaf: Leaf, case: _Case) -> Range | None:
        asked = self.decided(leaf.applies_when, case, left=True)
        if not leaf.question.scored or asked is False:
            return None
        reading = self.readings.get(leaf.id, NOT_ASKED)
        if reading.state.is_missing:
            return self._missing(leaf, case, asked=asked is True)
        ratio = reading.ratio
        if reading.state is _NOT_APPLICABLE:
            ratio = COUNTS_AS.get(leaf.not_applicable)
        return None if ratio is None else Range(ratio, ratio, leaf.maximum, leaf.maximum, asked is True)

    def _missing(self, leaf: Leaf, case: _Case, *, asked: bool) -> Range | None:
        outcome = self.outcome(("question", leaf.id), case) or self.matters.alone(leaf)
        if outcome is None:
            certain = asked and "exclude" not in {leaf.unanswered, leaf.not_applicable}
            return Range(ZERO, ONE, leaf.maximum, leaf.maximum, certain)
        if outcome.low is None:
            return None
        return Range(outcome.low, outcome.high, leaf.maximum, leaf.maximum, asked and outcome.certain)

    def _branch_range(self, branch: Branch, case: _Case) -> Range | None:
        bounded = [
            Bounded(child.weight, found.low, found.high, found.least, found.maximum, found.certain, child.rung)
            for child in branch.parts
            if (found := self.range(child, case))
        ]
        if not bounded:
            return None
        ends = branch.rollup.bounds(bounded)
        if self.may_be_incomplete(branch, case):
            worst = branch.direction.worst
            ends = min(ends[0], worst), max(ends[1], worst)
        for gate, cap in branch.gates:
            worse = branch.direction.worse
            held = self.decided((gate.when,), case, left=False)
            ends = _either(held, ends, (worse(ends[0], cap), worse(ends[1], cap)))
        maxima = branch.rollup.maxima(bounded)
        for rule in branch.adjust:
            held = rule.when is None or self.decided((rule.when,), case, left=False)
            ends = _either(held, ends, adjusted_ends(rule, ends, maxima, self.scorer.scale))
        return Range(*ends, *maxima, any(child.certain for child in bounded))

    def decided(self, conditions: tuple[Condition, ...], case: _Case, *, left: bool) -> bool | None:
        """Return whether conditions hold in a case, or None when that is open.

        What the case itself leaves open is decided as the headline does it: a question is asked, a gate does not hold.
        """
        if not conditions:
            return True
        supposed = _Supposed(self, case)
        held = all_hold(conditions, supposed)
        return left if held is None and not supposed.open else held

    def may_be_incomplete(self, branch: Branch, case: _Case) -> bool:
        """Tell whether an answer is missing in a branch that takes all or nothing, or may turn out to be asked for."""
        return branch.all_or_nothing and any(
            self.readings.get(leaf.id, NOT_ASKED).state.is_missing
            and self.decided(leaf.applies_when, case, left=True) is not False
            for leaf in leaves_of(branch)
        )

    def may_be_blocked(self, branch: Branch, case: _Case) -> bool:
        """Tell whether an answer that stays missing may keep a branch from having a score."""
        return any(
            leaf.unanswered == "block"
            and self.readings.get(leaf.id, NOT_ASKED).state.is_missing
            and ((outcome := self.outcome(("question", leaf.id), case)) is None or None in outcome.held.values())
            and self.decided(leaf.applies_when, case, left=True) is not False
            for leaf in leaves_of(branch)
        )

    def question_holds(self, condition: QuestionCondition) -> bool | None:
        """Decide a comparison with an answer, or None when a missing answer decides it."""
        return _Supposed(self, {}).question_holds(condition)

    def area_holds(self, condition: AreaCondition) -> bool | None:
        """Decide a comparison with an area's ratio, or None when the ends lie on both sides."""
        return _Supposed(self, {}).area_holds(condition)

    def fact_holds(self, condition: FactCondition) -> bool | None:
        """Decide a comparison with a fact, or None when it is not given."""
        return self.scorer.fact_holds(condition)


class _Supposed:
    """What conditions see in a case; `open` says whether they have met something that it leaves open."""

    def __init__(self, bounds: Bounds, case: _Case) -> None:
        self._bounds = bounds
        self._case = case
        self.open = False

    def _may_hold(self) -> bool | None:
        self.open = True
        return None

    def question_holds(self, condition: QuestionCondition) -> bool | None:
        scorer = self._bounds.scorer
        leaf = scorer.leaf[condition.question]
        asked = self._bounds.decided(leaf.applies_when, self._case, left=True)
        reading = self._bounds.readings.get(leaf.id, NOT_ASKED)
        if asked is False or reading.state is _NOT_APPLICABLE:
            return False
        held: bool | None
        if reading.state.is_missing:
            outcome = self._bounds.outcome(("question", leaf.id), self._case)
            if outcome is None:
                return self._may_hold()
            held = outcome.held[id(condition)]
        else:
            held = answer_satisfies(condition, leaf.question, reading.ratio, reading.answer, scorer.scale)
        return self._may_hold() if held is not False and asked is None else held

    def area_holds(self, condition: AreaCondition) -> bool | None:
        area = self._bounds.scorer.branch[condition.area]
        # the headline compares an area without a score by all that its missing answers may still become
        found = self._bounds.range(area, None if self._bounds.may_be_blocked(area, self._case) else self._case)
        if found is None or found.high < condition.at_least_ratio:
            return False
        return True if found.low >= condition.at_least_ratio and found.certain else self._may_hold()

    def fact_holds(self, condition: FactCondition) -> bool | None:
        held = self._bounds.scorer.fact_holds(condition)
        if held is not None:
            return held
        outcome = self._bounds.outcome(("fact", condition.fact), self._case)
        return self._may_hold() if outcome is None else outcome.held[id(condition)]


def _either(
    held: bool | None,  # noqa: FBT001  a value of three-valued logic
    before: tuple[Fraction, Fraction],
    after: tuple[Fraction, Fraction],
) -> tuple[Fraction, Fraction]:
    """Return the ends before or after a rule, or those of both when it is open whether the rule applies."""
    if held is None:
        return min(before[0], after[0]), max(before[1], after[1])
    return after if held else before


def _hull(ranges: Iterable[Range | None]) -> Range | None:
    """Return the range that holds all of these; without some of them the node may have no score."""
    every = list(ranges)
    found = [one for one in every if one]
    if not found:
        return None
    return Range(
        min(one.low for one in found),
        max(one.high for one in found),
        min(one.least for one in found),
        max(one.maximum for one in found),
        len(found) == len(every) and all(one.certain for one in found),
    )
