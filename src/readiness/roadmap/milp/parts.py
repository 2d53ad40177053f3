"""Which parts of the tree a plan can move, and which of them count whatever it does."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from fractions import Fraction
from functools import cached_property

from readiness.model.conditions import AreaCondition, FactCondition, leaves
from readiness.model.direction import Direction
from readiness.roadmap.milp.answers import Answers
from readiness.roadmap.problem import Problem
from readiness.scoring.result import State
from readiness.scoring.tree import COUNTS_AS, Branch, Leaf

__all__ = ["Counts", "Parts"]


class Counts(Enum):
    """Whether a node has a score and is part of its parent's."""

    ALWAYS = auto()
    NEVER = auto()
    CHANGES = auto()
    """A plan can make it count, or not: what a parent makes of it is no linear function."""
    LOCKED = auto()
    """It counts, and until all that blocks it is answered there is no score above it."""
    BLOCKED = auto()
    """No plan answers what blocks it."""


class Parts:
    """What can be said of every node before any quarter is looked at."""

    def __init__(self, problem: Problem, answers: Answers) -> None:
        """Look at what can be lifted, and at who looks at that."""
        self.problem = problem
        self.answers = answers
        self._counts: dict[str, Counts] = {}

    @cached_property
    def moving(self) -> Mapping[str, frozenset[str]]:
        """For each node whose value a plan can change: the actions that can do so."""
        found: dict[str, frozenset[str]] = {}
        for name, ids in self.answers.touching.items():
            for node in self.problem.scorer.dependents[name]:
                found[node] = found.get(node, frozenset()) | ids
        return found

    @cached_property
    def keys(self) -> Mapping[str, frozenset[str]]:
        """For each question that blocks the score and can be answered: the actions that do it."""
        return {
            name: ids
            for name, ids in self.answers.touching.items()
            if self.problem.readings[name].state.is_missing and self.problem.scorer.leaf[name].unanswered == "block"
        }

    def steered(self, leaf: Leaf) -> bool:
        """Tell whether a plan can change if a question is asked."""
        looked_at = (part for condition in leaf.applies_when for part in leaves(condition))
        names = (
            part.area if isinstance(part, AreaCondition) else part.question
            for part in looked_at
            if not isinstance(part, FactCondition)
        )
        return not self.moving.keys().isdisjoint(names)

    def counts(self, node: Branch | Leaf) -> Counts:
        """Return whether a node counts."""
        known = self._counts.get(node.id)
        if known is None:
            known = self._leaf(node) if isinstance(node, Leaf) else self._branch(node)
            self._counts[node.id] = known
        return known

    def _leaf(self, leaf: Leaf) -> Counts:
        if not leaf.question.scored:
            return Counts.NEVER
        if self.steered(leaf):
            return Counts.CHANGES
        state = self.problem.now.state(leaf)
        if state is State.HIDDEN:
            return Counts.NEVER
        policy = leaf.not_applicable if state is State.NOT_APPLICABLE else leaf.unanswered
        if state is State.ANSWERED or policy in COUNTS_AS:
            return Counts.ALWAYS
        lifted = leaf.id in self.answers.touching
        if policy == "block":
            return Counts.LOCKED if lifted else Counts.BLOCKED
        return Counts.CHANGES if lifted else Counts.NEVER

    def _branch(self, branch: Branch) -> Counts:
        kinds = {self.counts(part) for part in branch.parts}
        for worst in (Counts.BLOCKED, Counts.LOCKED):
            if worst in kinds:
                return worst
        if Counts.ALWAYS in kinds:
            return Counts.ALWAYS
        return Counts.CHANGES if Counts.CHANGES in kinds else Counts.NEVER

    def counted(self, branch: Branch) -> list[Branch | Leaf]:
        """Return the parts of a branch that count."""
        return [part for part in branch.parts if self.counts(part) is not Counts.NEVER]

    def is_steady(self, branch: Branch) -> bool:
        """Tell whether the same parts of a branch count whatever is done."""
        return all(self.counts(part) is not Counts.CHANGES for part in branch.parts)

    def locks(self, branch: Branch) -> list[frozenset[str]]:
        """Return, for each question below that blocks the score, the actions that answer it."""
        found = []
        for part in branch.parts:
            if isinstance(part, Branch):
                found += self.locks(part)
            elif self.counts(part) is Counts.LOCKED:
                found.append(self.keys[part.id])
        return found

    def maximum(self, node: Branch | Leaf) -> Fraction:
        """Return the points that a node can have, where the same parts of it count whatever is done."""
        if isinstance(node, Leaf):
            return node.maximum
        if node.rollup_name == "deduct":
            return node.rollup.options.base
        if node.rollup_name != "sum":
            return Fraction(1)
        if node.rollup.options.most is not None:
            return node.rollup.options.most
        return sum((part.weight * self.maximum(part) for part in self.counted(node)), Fraction(0))

    def now(self, node: Branch | Leaf) -> Fraction:
        """Return how far a node is from the worst before anything is done; 0 without a score."""
        ratio = self.problem.now.value(node).ratio
        return Fraction(0) if ratio is None else node.direction.gain(node.direction.worst, ratio)

    def ceiling(self, branch: Branch) -> Fraction:
        """Return a goodness that no plan can exceed; a deduction can lead below 0 and so beyond what is best."""
        if branch.direction is Direction.BETTER:
            return Fraction(1)
        parts = [self.ceiling(part) for part in branch.parts if isinstance(part, Branch)]
        own = Fraction(1)
        if branch.rollup_name == "deduct":
            own = sum((part.weight for part in branch.parts), Fraction(0)) / branch.rollup.options.base
        return max(Fraction(1), own) * max((Fraction(1), *parts))
