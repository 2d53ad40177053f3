"""The scoring engine: from readings to a tree of scores.

The compiled tree is walked by two small evaluators: `Headline` decides every open matter as the framework's policies
say; `Bounds` keeps every possibility open and carries the ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from readiness.model.comparisons import answer_satisfies
from readiness.model.conditions import AreaCondition, Condition, FactCondition, QuestionCondition, leaves
from readiness.model.sums import are_equal
from readiness.scoring.adjust import adjusted
from readiness.scoring.bounds import Bounds, Range
from readiness.scoring.holds import all_hold, holds
from readiness.scoring.reading import NOT_ASKED, Reading
from readiness.scoring.result import State
from readiness.scoring.rollup import ONE, ZERO, Weighted
from readiness.scoring.tally import ABSENT, BLOCKED, Moved, Tally, Value, tally, weighted
from readiness.scoring.tree import COUNTS_AS, Branch, Leaf, Scorer, leaves_of

__all__ = ["Bounds", "Branch", "Headline", "Leaf", "Range", "Scorer", "Value", "questions_named"]

# Looked up once: a member of an enumeration takes Python 3.11 longer to find than to compare.
_ANSWERED, _HIDDEN, _NOT_APPLICABLE = State.ANSWERED, State.HIDDEN, State.NOT_APPLICABLE


class Headline:
    """One evaluation in which every open matter is decided as the framework's policies say.

    A missing answer is compared, in conditions, as what it counts as. A condition that still cannot be decided asks
    the question (`applies-when`) and does not cap (gates).
    """

    def __init__(
        self, scorer: Scorer, readings: Mapping[str, Reading], *, hidden: frozenset[str] | None = None
    ) -> None:
        """Evaluate these readings; `hidden` fixes which questions are not asked, instead of deciding it anew."""
        self.scorer = scorer
        self.hidden = hidden
        self._readings = readings
        self._changes: Mapping[str, Reading] = {}
        self._values: dict[str, Value] = {}
        self._tallies: dict[str, Tally] = {}
        self._before: Headline | None = None
        self._touched: frozenset[str] = frozenset()

    def after(self, changes: Mapping[str, Reading]) -> Headline:
        """Return the evaluation in which some answers have changed; what does not depend on them is looked up here."""
        self._settle()
        changed = Headline(self.scorer, self.readings, hidden=self.hidden)
        changed._changes = changes
        changed._before = self
        touched = [self.scorer.dependents[id_] for id_ in changes]
        changed._touched = touched[0] if len(touched) == 1 else frozenset[str]().union(*touched)
        return changed

    def _settle(self) -> None:
        """Copy what is looked up in the evaluation before, so that nothing is ever looked up further back."""
        if self._before is not None:
            self._values |= self._before.known_beside(self._touched)
            self._before = None

    def asking(self, hidden: frozenset[str]) -> Headline:
        """Return the same evaluation, in which what is asked stays as it is now whatever changes."""
        fixed = Headline(self.scorer, self.readings, hidden=hidden)
        fixed._values, fixed._tallies = self._values, self._tallies
        return fixed

    def without(self, id_: str) -> Headline:
        """Return the evaluation in which an area or question is no part of what holds it."""
        changed = Headline(self.scorer.without(id_), self.readings, hidden=self.hidden)
        changed._values = self.known_beside(self.scorer.dependents[id_])
        return changed

    def known_beside(self, touched: frozenset[str]) -> dict[str, Value]:
        """Return what nodes have been found to be worth, but for those that a change touches."""
        return {id_: value for id_, value in self._values.items() if id_ not in touched}

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """What is evaluated."""
        return {**self._readings, **self._changes} if self._changes else self._readings

    def reading(self, leaf: Leaf) -> Reading:
        """Return what is known about the answer to a question."""
        return self._changes.get(leaf.id) or self._readings.get(leaf.id, NOT_ASKED)

    @property
    def overall(self) -> Fraction | None:
        """The overall ratio after gates, or None when there is none."""
        return self.value(self.scorer.root).ratio

    def state(self, leaf: Leaf) -> State:
        """Return the state of a question, hidden or not."""
        return self.reading(leaf).state if self.applies(leaf) else _HIDDEN

    def applies(self, leaf: Leaf) -> bool:
        """Tell whether a question is asked."""
        if self.hidden is not None:
            return leaf.id not in self.hidden
        return not leaf.applies_when or all_hold(leaf.applies_when, self) is not False

    def value(self, node: Branch | Leaf) -> Value:
        """Return what a node is worth."""
        known = self._values.get(node.id)
        if known is None:
            if self._before is not None and node.id not in self._touched:
                return self._before.value(node)
            known = self._leaf_value(node) if isinstance(node, Leaf) else self._branch_value(node)
            self._values[node.id] = known
        return known

    def _leaf_value(self, leaf: Leaf) -> Value:
        if not leaf.question.scored:
            return ABSENT
        state = self.state(leaf)
        policy = None if state is _ANSWERED else _policy(leaf, state)
        if policy == "block":
            return BLOCKED
        ratio = COUNTS_AS.get(policy) if policy else self.reading(leaf).ratio
        return ABSENT if ratio is None else Value(ratio, ratio, leaf.maximum)

    def _branch_value(self, branch: Branch) -> Value:
        before = self._before
        moved = [] if before is None else self._moved(branch, before)
        plain = not (branch.gates or branch.adjust or branch.all_or_nothing)
        if before is not None and not moved and plain:
            return before.value(branch)
        tally = self.tallied(branch) if before is None else before.tallied(branch).exchanged(moved)
        combined = tally.combined()
        if tally.blocked or combined is None:
            return BLOCKED if tally.blocked else ABSENT
        points, maximum = combined
        raw = points if maximum is ONE else points / maximum if maximum else ZERO
        ratio = branch.direction.worse(raw, branch.direction.worst) if self.is_incomplete(branch) else raw
        for gate, cap in branch.gates:
            held = branch.direction.worse(ratio, cap)
            if not are_equal(held, ratio) and holds(gate.when, self):
                ratio = held
        for rule in branch.adjust:
            if rule.when is None or holds(rule.when, self):
                ratio = adjusted(rule, ratio, maximum, self.scorer.scale)
        return Value(ratio, raw, maximum)

    def _moved(self, branch: Branch, before: Headline) -> list[Moved]:
        """Return the parts that are worth something else than in the evaluation before."""
        moved = []
        for id_ in branch.part.keys() & self._touched:
            child = branch.part[id_]
            old, new = before.value(child), self.value(child)
            if not old.equals(new):
                moved.append((child, old, new))
        return moved

    def tallied(self, branch: Branch) -> Tally:
        """Return what the parts of a branch come to, kept so that some of them can be exchanged."""
        known = self._tallies.get(branch.id)
        if known is None:
            known = self._tallies[branch.id] = tally(branch, [self.value(child) for child in branch.parts])
        return known

    def is_incomplete(self, branch: Branch) -> bool:
        """Tell whether an answer is missing in a branch that takes all or nothing."""
        return branch.all_or_nothing and any(self.state(leaf).is_missing for leaf in leaves_of(branch))

    def counted(self, branch: Branch) -> list[tuple[Branch | Leaf, Weighted]]:
        """Return the parts of a branch that count, each as the branch sees it."""
        found = ((child, weighted(child, self.value(child))) for child in branch.parts)
        return [(child, one) for child, one in found if one]

    def question_holds(self, condition: QuestionCondition) -> bool | None:
        """Decide a comparison with an answer, missing ones as the policy counts them."""
        leaf = self.scorer.leaf[condition.question]
        state = self.state(leaf)
        if state is _HIDDEN or state is _NOT_APPLICABLE:
            return False
        reading = self.reading(leaf)
        ratio = reading.ratio
        if state.is_missing:
            ratio = COUNTS_AS.get(leaf.unanswered)
            if ratio is None:
                return None
        return answer_satisfies(condition, leaf.question, ratio, reading.answer, self.scorer.scale)

    def area_holds(self, condition: AreaCondition) -> bool | None:
        """Decide a comparison with an area's ratio; for one without a score, as far as its ends decide it."""
        value = self.value(self.scorer.branch[condition.area])
        if value.blocked:
            return Bounds(self.scorer, self.readings).area_holds(condition)
        return value.ratio is not None and value.ratio >= condition.at_least_ratio

    def fact_holds(self, condition: FactCondition) -> bool | None:
        """Decide a comparison with a fact, or None when it is not given."""
        return self.scorer.fact_holds(condition)


def _policy(leaf: Leaf, state: State) -> str:
    """Return the policy that stands in for an answer that does not count itself."""
    if state is _HIDDEN:
        return "exclude"
    return leaf.not_applicable if state is _NOT_APPLICABLE else leaf.unanswered


def questions_named(condition: Condition) -> tuple[str, ...]:
    """Return the questions that a condition names, without repeats, in order."""
    return tuple(dict.fromkeys(part.question for part in leaves(condition) if isinstance(part, QuestionCondition)))
