"""The headline under many weightings at once, in floating point."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple, assert_never

import numpy as np

from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.model.direction import Direction
from readiness.scoring.engine import Branch, Headline, Leaf
from readiness.scoring.result import State
from readiness.scoring.tree import leaves_of
from readiness.sensitivity.arrays import CLOSE, Part, adjusted, any_of, positive, rolled_up, total
from readiness.sensitivity.drawing import Draw, Flags, Floats, declared

__all__ = ["Many", "Values"]


class Values(NamedTuple):
    """What a node is worth; one number for each draw, or one for all."""

    ratio: Floats
    """Means nothing where the node does not count."""
    maximum: Floats
    counts: Flags
    blocked: Flags


class Held(NamedTuple):
    """Where a condition holds and where it does not; elsewhere it cannot be known."""

    yes: Flags
    no: Flags


_ALL, _NONE = np.ones(1, dtype=np.bool_), np.zeros(1, dtype=np.bool_)
_ABSENT = Values(np.zeros(1), np.ones(1), _NONE, _NONE)


def _known(value: bool | None) -> Held:  # noqa: FBT001  a value of three-valued logic
    return Held(np.array([value is True]), np.array([value is False]))


class Many:
    """What `scoring.engine.Headline` decides, for every weighting that is drawn."""

    def __init__(self, now: Headline, draw: Draw) -> None:
        """Evaluate the readings of a headline under weights that are drawn, or `declared`."""
        self.now = now
        self.draw = draw
        self._asked = Headline(now.scorer, now.readings, hidden=frozenset())
        self._values: dict[str, Values] = {}
        self._weights: dict[str, Sequence[Floats]] = {}

    @property
    def overall(self) -> Values:
        """What the whole is worth."""
        return self.value(self.now.scorer.root)

    def value(self, node: Branch | Leaf) -> Values:
        """Return what a node is worth."""
        if node.id not in self._values:
            self._values[node.id] = self._leaf(node) if isinstance(node, Leaf) else self._branch(node)
        return self._values[node.id]

    def weights(self, branch: Branch) -> Sequence[Floats]:
        """Return the weights of a branch's children: those of the children that count have the sum they should have."""
        if branch.id not in self._weights:
            own, drawn = declared(branch), self.draw(branch)
            counts = [self.value(child).counts for child in branch.parts]
            due = total([weight * here for weight, here in zip(own, counts, strict=True)])
            have = total([weight * here for weight, here in zip(drawn, counts, strict=True)])
            factor: Floats = due / positive(have)
            self._weights[branch.id] = [
                np.where(here, weight * factor, before) for before, weight, here in zip(own, drawn, counts, strict=True)
            ]
        return self._weights[branch.id]

    def _leaf(self, leaf: Leaf) -> Values:
        value = self._asked.value(leaf)
        asked = self._applies(leaf)
        if value.blocked:
            return _ABSENT._replace(blocked=asked)
        if value.ratio is None or value.maximum is None:
            return _ABSENT
        return Values(np.array([float(value.ratio)]), np.array([float(value.maximum)]), asked, _NONE)

    def _applies(self, leaf: Leaf) -> Flags:
        return ~self._all(leaf.applies_when).no if leaf.applies_when else _ALL

    def _branch(self, branch: Branch) -> Values:
        if not branch.parts:
            return _ABSENT
        children = [self.value(child) for child in branch.parts]
        counts = any_of([child.counts for child in children])
        blocked = any_of([child.blocked for child in children])
        if not counts.any():
            return _ABSENT._replace(blocked=blocked)
        parts = [
            Part(weight, one.ratio, one.maximum, one.counts, child.rung)
            for weight, one, child in zip(self.weights(branch), children, branch.parts, strict=True)
        ]
        most = np.ones(1) if branch.rollup.options.most is None else self._points_of_all(branch)
        points, maximum = rolled_up(branch.rollup_name, branch.rollup.options, parts, most)
        ratio = np.where(maximum > 0, points / positive(maximum), 0.0)
        ratio = self._changed(branch, np.where(counts, ratio, 0.0), maximum)
        return Values(ratio, maximum, counts & ~blocked, blocked)

    def _changed(self, branch: Branch, ratio: Floats, maximum: Floats) -> Floats:
        """Return the ratio after what a missing answer, gates and adjustments make of it."""
        worse = np.minimum if branch.direction is Direction.BETTER else np.maximum
        if branch.all_or_nothing:
            ratio = np.where(self._incomplete(branch), worse(ratio, float(branch.direction.worst)), ratio)
        for gate, cap in branch.gates:
            ratio = np.where(self._holds(gate.when).yes, worse(ratio, float(cap)), ratio)
        for rule in branch.adjust:
            held = self._holds(rule.when).yes if rule.when else _ALL
            ratio = np.where(held, adjusted(rule, ratio, maximum, self.now.scorer.scale), ratio)
        return ratio

    def _incomplete(self, branch: Branch) -> Flags:
        """Return where an answer is missing in a branch that takes all or nothing."""
        missing = [leaf for leaf in leaves_of(branch) if self.now.reading(leaf).state.is_missing]
        return any_of([_NONE, *map(self._applies, missing)])

    def _points_of_all(self, branch: Branch) -> Floats:
        """Return the points that there can be below a branch, whether its children count or not."""
        weights = self.weights(branch)
        return total([weight * self._most(child) for weight, child in zip(weights, branch.parts, strict=True)])

    def _most(self, node: Branch | Leaf) -> Floats:
        if isinstance(node, Branch) and node.rollup_name == "sum" and node.parts:
            return self._points_of_all(node)
        return np.array([float(node.most if isinstance(node, Branch) else node.maximum)])

    # --- conditions, as scoring.holds decides them ---

    def _all(self, conditions: Sequence[Condition]) -> Held:
        held = [self._holds(part) for part in conditions]
        return Held(reduce(and_, [one.yes for one in held]), reduce(or_, [one.no for one in held]))

    def _holds(self, condition: Condition) -> Held:
        match condition:
            case All(all=parts):
                return self._all(parts)
            case Any_(any=parts):
                held = [self._holds(part) for part in parts]
                return Held(reduce(or_, [one.yes for one in held]), reduce(and_, [one.no for one in held]))
            case Not(not_=part):
                yes, no = self._holds(part)
                return Held(no, yes)
            case QuestionCondition():
                return self._question_holds(condition)
            case AreaCondition():
                return self._area_holds(condition)
            case FactCondition():
                return _known(self.now.fact_holds(condition))
            case _:
                assert_never(condition)

    def _question_holds(self, condition: QuestionCondition) -> Held:
        leaf = self.now.scorer.leaf[condition.question]
        if self.now.reading(leaf).state is State.NOT_APPLICABLE:
            return _known(value=False)
        asked, held = self._applies(leaf), _known(self._asked.question_holds(condition))
        return Held(asked & held.yes, ~asked | held.no)

    def _area_holds(self, condition: AreaCondition) -> Held:
        """Decide by the drawn ratio; for an area that a missing answer blocks, as at the declared weights."""
        value = self.value(self.now.scorer.branch[condition.area])
        reached = value.counts & (value.ratio >= float(condition.at_least_ratio) - CLOSE)
        if not value.blocked.any():
            return Held(reached, ~reached)
        before = _known(self.now.area_holds(condition))
        return Held(np.where(value.blocked, before.yes, reached), np.where(value.blocked, before.no, ~reached))
