"""The lowest and the highest score that any way of completing the answers can lead to."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from readiness.model.comparisons import answer_satisfies
from readiness.model.conditions import AreaCondition, QuestionCondition
from readiness.scoring.adjust import adjusted_ends
from readiness.scoring.holds import all_hold, holds
from readiness.scoring.reading import NOT_ASKED, Reading
from readiness.scoring.result import State
from readiness.scoring.rollup import ONE, ZERO, Bounded
from readiness.scoring.tree import Branch, Leaf, Scorer, leaves_of

__all__ = ["Bounds", "Range"]


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


class Bounds:
    """One evaluation in which everything missing may still turn out any way.

    A missing answer may become any answer, or not applicable where that is allowed. Each condition is decided on its
    own, so the ends are safe; they are exact unless two conditions hang on the same missing answer.
    """

    def __init__(self, scorer: Scorer, readings: Mapping[str, Reading]) -> None:
        """Evaluate these readings."""
        self.scorer = scorer
        self.facts = scorer.facts
        self.readings = readings
        self._ranges: dict[str, Range | None] = {}

    def range(self, node: Branch | Leaf) -> Range | None:
        """Return the ends of a node's ratio, or None when it has no score in any case."""
        if node.id not in self._ranges:
            self._ranges[node.id] = self._leaf_range(node) if isinstance(node, Leaf) else self._branch_range(node)
        return self._ranges[node.id]

    def _leaf_range(self, leaf: Leaf) -> Range | None:
        asked = all_hold(leaf.applies_when, self)
        if not leaf.question.scored or asked is False:
            return None
        reading = self.readings.get(leaf.id, NOT_ASKED)
        if reading.state.is_missing:
            may_drop = "exclude" in {leaf.unanswered, leaf.not_applicable}
            return Range(ZERO, ONE, leaf.maximum, leaf.maximum, certain=asked is True and not may_drop)
        ratio = reading.ratio
        if reading.state is State.NOT_APPLICABLE:
            ratio = {"zero": ZERO, "full": ONE}.get(leaf.not_applicable)
        return None if ratio is None else Range(ratio, ratio, leaf.maximum, leaf.maximum, certain=asked is True)

    def _branch_range(self, branch: Branch) -> Range | None:
        bounded = [
            Bounded(child.weight, found.low, found.high, found.least, found.maximum, found.certain, child.rung)
            for child in branch.parts
            if (found := self.range(child))
        ]
        if not bounded:
            return None
        low, high = branch.rollup.bounds(bounded)
        if self.may_be_incomplete(branch):
            low, high = min(low, branch.direction.worst), max(high, branch.direction.worst)
        for gate, cap in branch.gates:
            held, worse = holds(gate.when, self), branch.direction.worse
            after = worse(low, cap), worse(high, cap)
            if held:
                low, high = after
            elif held is None:
                low, high = min(low, after[0]), max(high, after[1])
        maxima = branch.rollup.maxima(bounded)
        for rule in branch.adjust:
            held = rule.when is None or holds(rule.when, self)
            after = adjusted_ends(rule, (low, high), maxima, self.scorer.scale)
            if held:
                low, high = after
            elif held is None:
                low, high = min(low, after[0]), max(high, after[1])
        return Range(low, high, *maxima, any(b.certain for b in bounded))

    def may_be_incomplete(self, branch: Branch) -> bool:
        """Tell whether an answer is missing in a branch that takes all or nothing, or may turn out to be asked for."""
        return branch.all_or_nothing and any(
            self.readings.get(leaf.id, NOT_ASKED).state.is_missing and all_hold(leaf.applies_when, self) is not False
            for leaf in leaves_of(branch)
        )

    def question_holds(self, condition: QuestionCondition) -> bool | None:
        """Decide a comparison with an answer, or None when a missing answer decides it."""
        leaf = self.scorer.leaf[condition.question]
        asked = all_hold(leaf.applies_when, self)
        reading = self.readings.get(leaf.id, NOT_ASKED)
        if asked is False or reading.state is State.NOT_APPLICABLE:
            return False
        if reading.state.is_missing:
            return None
        held = answer_satisfies(condition, leaf.question, reading.ratio, reading.answer, self.scorer.scale)
        return None if held and asked is None else held

    def area_holds(self, condition: AreaCondition) -> bool | None:
        """Decide a comparison with an area's ratio, or None when the ends lie on both sides."""
        found = self.range(self.scorer.branch[condition.area])
        if found is None or found.high < condition.at_least_ratio:
            return False
        return True if found.low >= condition.at_least_ratio and found.certain else None
