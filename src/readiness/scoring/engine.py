"""The scoring engine: from readings to a tree of scores with bounds, evidence, targets and contributions.

The tree is walked by two small evaluators that share its compiled form: `_Headline` decides every open matter as the
framework's policies say; `_Bounds` keeps every possibility open and carries the ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from readiness.model.answers import Question, StatePolicy
from readiness.model.bands import Bands
from readiness.model.comparisons import FactValue, answer_satisfies
from readiness.model.conditions import AreaCondition, Condition, FactCondition, QuestionCondition, leaves
from readiness.model.framework import Area, Framework, Gate
from readiness.model.scoring import Scoring
from readiness.scoring.holds import all_hold, holds
from readiness.scoring.reading import NOT_ASKED, Reading
from readiness.scoring.result import State
from readiness.scoring.rollup import ONE, ROLLUPS, ZERO, Bounded, Options, Rollup, Weighted

__all__ = ["Bounds", "Branch", "Headline", "Leaf", "Range", "Scorer", "Value"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A question with everything that decides what its answer counts as."""

    question: Question
    applies_when: tuple[Condition, ...]
    """Its own condition and those of the areas that hold it."""
    unanswered: str
    not_applicable: str
    maximum: Fraction
    weight: Fraction
    rung: int

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class Branch:
    """The framework or an area, ready to be scored."""

    id: str
    title: str
    weight: Fraction
    rung: int
    rollup_name: str
    rollup: Rollup
    """How the children are combined."""
    gates: tuple[tuple[Gate, Fraction], ...]
    """Each gate with its cap as a ratio."""
    bands: Bands | None
    children: tuple[Branch | Leaf, ...]


class Value(NamedTuple):
    """What a node is worth in the headline."""

    ratio: Fraction | None
    """None: the node has no score."""
    raw: Fraction | None
    """Before gates."""
    points: Fraction | None
    maximum: Fraction | None
    blocked: bool = False
    """A missing answer keeps this node and all above it from having a score."""


class Range(NamedTuple):
    """Where a node's ratio can end up."""

    low: Fraction
    high: Fraction
    maximum: Fraction
    certain: bool
    fixed: bool


ABSENT = Value(None, None, None, None)
BLOCKED = Value(None, None, None, None, blocked=True)


class Scorer:
    """Scores one framework for one organisation's facts. Building it once makes scoring again cheap."""

    def __init__(self, framework: Framework, facts: Mapping[str, FactValue]) -> None:
        """Compile the tree of a framework that has been checked: ids resolve, and conditions have no cycle."""
        self.framework = framework
        self.facts = facts
        self.scale = framework.scale
        self.branch: dict[str, Branch] = {}
        self.leaf: dict[str, Leaf] = {}
        self.root = self._compile_root()

    @cached_property
    def dependents(self) -> Mapping[str, frozenset[str]]:
        """For each question: the nodes whose value can change with its answer, itself among them."""
        users: dict[str, set[str]] = {}
        for branch in self.branch.values():
            for child in branch.children:
                users.setdefault(child.id, set()).add(branch.id)
            for gate, _ in branch.gates:
                _note_users(users, gate.when, branch.id)
        for leaf in self.leaf.values():
            for condition in leaf.applies_when:
                _note_users(users, condition, leaf.id)
        return {id_: _closure(users, id_) for id_ in self.leaf}

    def _compile_root(self) -> Branch:
        framework = self.framework
        policy = (framework.scoring.unanswered or "zero", framework.scoring.not_applicable or "exclude")
        children: tuple[Branch | Leaf, ...] = (
            *(self._compile(area, (), policy) for area in framework.areas),
            *(self._leaf(question, (), policy) for question in framework.questions),
        )
        return self._branch(framework, children, ONE)

    def _compile(self, area: Area, above: tuple[Condition, ...], policy: tuple[str, str]) -> Branch:
        conditions = (*above, area.applies_when) if area.applies_when else above
        policy = _inherit(area.scoring, policy)
        children: tuple[Branch | Leaf, ...] = (
            *(self._compile(child, conditions, policy) for child in area.areas),
            *(self._leaf(question, conditions, policy) for question in area.questions),
        )
        return self._branch(area, children, area.weight, area.rung)

    def _branch(
        self, node: Area | Framework, children: tuple[Branch | Leaf, ...], weight: Fraction, rung: int | None = None
    ) -> Branch:
        gates = tuple((gate, self.scale.ratio_of(gate.cap_at_level)) for gate in node.gates)
        rules = node.scoring.completed(self.framework.scoring)
        name = rules.rollup or "mean"
        rollup = ROLLUPS[name](_options(rules, children))
        branch = Branch(node.id, node.title, weight, rung or 1, name, rollup, gates, node.bands, children)
        self.branch[node.id] = branch
        return branch

    def _leaf(self, question: Question, above: tuple[Condition, ...], policy: tuple[str, str]) -> Leaf:
        unanswered, not_applicable = _inherit(question.scoring, policy)
        conditions = (*above, question.applies_when) if question.applies_when else above
        maximum = question.maximum(self.scale)
        leaf = Leaf(
            question, conditions, unanswered, not_applicable, maximum, question.weight, question.rung or 1
        )  # fmt: skip
        self.leaf[question.id] = leaf
        return leaf


def _options(rules: Scoring, children: tuple[Branch | Leaf, ...]) -> Options:
    """Return what a node's rules say about its roll-up, completed from its children."""
    scored = [child for child in children if isinstance(child, Branch) or child.question.scored]
    return Options(
        floor=rules.floor or ZERO,
        satisfied_at=rules.satisfied_at or ONE,
        empty_rung=rules.empty_rung or "inherit",
        top_rung=max((child.rung for child in scored), default=1),
        base=rules.base or sum((child.weight for child in scored), ZERO) or ONE,
    )


def _note_users(users: dict[str, set[str]], condition: Condition, node: str) -> None:
    for part in leaves(condition):
        if not isinstance(part, FactCondition):
            users.setdefault(part.question if isinstance(part, QuestionCondition) else part.area, set()).add(node)


def _closure(users: Mapping[str, set[str]], start: str) -> frozenset[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = users.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)


def _inherit(own: StatePolicy, policy: tuple[str, str]) -> tuple[str, str]:
    return own.unanswered or policy[0], own.not_applicable or policy[1]


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
        self.facts = scorer.facts
        self.readings = readings
        self.hidden = hidden
        self._values: dict[str, Value] = {}

    def after(self, changes: Mapping[str, Reading]) -> Headline:
        """Return the evaluation in which some answers have changed; what does not depend on them is kept."""
        changed = Headline(self.scorer, {**self.readings, **changes}, hidden=self.hidden)
        touched = frozenset().union(*(self.scorer.dependents[id_] for id_ in changes))
        changed._values = {id_: value for id_, value in self._values.items() if id_ not in touched}
        return changed

    @property
    def overall(self) -> Fraction | None:
        """The overall ratio after gates, or None when there is none."""
        return self.value(self.scorer.root).ratio

    def state(self, leaf: Leaf) -> State:
        """Return the state of a question, hidden or not."""
        return State.HIDDEN if not self.applies(leaf) else self.readings.get(leaf.id, NOT_ASKED).state

    def applies(self, leaf: Leaf) -> bool:
        """Tell whether a question is asked."""
        if self.hidden is not None:
            return leaf.id not in self.hidden
        return not leaf.applies_when or all_hold(leaf.applies_when, self) is not False

    def value(self, node: Branch | Leaf) -> Value:
        """Return what a node is worth."""
        known = self._values.get(node.id)
        if known is None:
            known = self._leaf_value(node) if isinstance(node, Leaf) else self._branch_value(node)
            self._values[node.id] = known
        return known

    def _leaf_value(self, leaf: Leaf) -> Value:
        if not leaf.question.scored:
            return ABSENT
        policy = self._policy(leaf)
        if policy == "block":
            return BLOCKED
        ratio = self._counted(leaf, policy)
        return ABSENT if ratio is None else Value(ratio, ratio, ratio * leaf.maximum, leaf.maximum)

    def _policy(self, leaf: Leaf) -> str | None:
        """Return the policy that stands in for an answer, or None when there is an answer."""
        match self.state(leaf):
            case State.ANSWERED:
                return None
            case State.HIDDEN:
                return "exclude"
            case State.NOT_APPLICABLE:
                return "exclude" if leaf.not_applicable == "forbidden" else leaf.not_applicable
            case _:
                return leaf.unanswered

    def _counted(self, leaf: Leaf, policy: str | None) -> Fraction | None:
        if policy is None:
            return self.readings[leaf.id].ratio
        return {"zero": ZERO, "full": ONE}.get(policy)

    def _branch_value(self, branch: Branch) -> Value:
        children = [(child, self.value(child)) for child in branch.children]
        if any(value.blocked for _, value in children):
            return BLOCKED
        counted = self.counted(branch)
        if not counted:
            return ABSENT
        points, maximum = branch.rollup.combine([weighted for _, weighted in counted])
        raw = points / maximum if maximum else ZERO
        ratio = raw
        for gate, cap in branch.gates:
            if ratio > cap and holds(gate.when, self):
                ratio = cap
        return Value(ratio, raw, points, maximum)

    def counted(self, branch: Branch) -> list[tuple[str, Weighted]]:
        """Return the children of a branch that count."""
        found = []
        for child in branch.children:
            value = self.value(child)
            if value.ratio is not None:
                assert value.maximum is not None
                found.append((child.id, Weighted(child.weight, value.ratio, value.maximum, child.rung)))
        return found

    def question_holds(self, condition: QuestionCondition) -> bool | None:
        """Decide a comparison with an answer, missing ones as the policy counts them."""
        leaf = self.scorer.leaf[condition.question]
        state = self.state(leaf)
        if state in {State.HIDDEN, State.NOT_APPLICABLE}:
            return False
        reading = self.readings.get(leaf.id, NOT_ASKED)
        ratio = reading.ratio
        if state.is_missing:
            ratio = self._counted(leaf, leaf.unanswered)
            if ratio is None:
                return None
        return answer_satisfies(condition, leaf.question, ratio, reading.answer, self.scorer.scale)

    def area_holds(self, condition: AreaCondition) -> bool | None:
        """Decide a comparison with an area's ratio; for one without a score, as far as its ends decide it."""
        value = self.value(self.scorer.branch[condition.area])
        if value.blocked:
            return Bounds(self.scorer, self.readings).area_holds(condition)
        return value.ratio is not None and value.ratio >= condition.at_least_ratio


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
            return Range(ZERO, ONE, leaf.maximum, certain=asked is True and not may_drop, fixed=True)
        ratio = reading.ratio
        if reading.state is State.NOT_APPLICABLE:
            ratio = {"zero": ZERO, "full": ONE}.get(leaf.not_applicable)
        return None if ratio is None else Range(ratio, ratio, leaf.maximum, certain=asked is True, fixed=True)

    def _branch_range(self, branch: Branch) -> Range | None:
        bounded = [
            Bounded(child.weight, found.low, found.high, found.maximum, found.certain, found.fixed, child.rung)
            for child in branch.children
            if (found := self.range(child))
        ]
        if not bounded:
            return None
        low, high = branch.rollup.bounds(bounded)
        for gate, cap in branch.gates:
            held = holds(gate.when, self)
            low = low if held is False else min(low, cap)
            high = min(high, cap) if held else high
        maximum, fixed = branch.rollup.maximum(bounded)
        return Range(low, high, maximum, any(b.certain for b in bounded), fixed)

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


def questions_named(condition: Condition) -> tuple[str, ...]:
    """Return the questions that a condition names, without repeats, in order."""
    return tuple(dict.fromkeys(part.question for part in leaves(condition) if isinstance(part, QuestionCondition)))
