"""A framework, compiled so that scoring it again is cheap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from readiness.model.adjust import Adjustment
from readiness.model.answers import Question, StatePolicy
from readiness.model.bands import Bands
from readiness.model.comparisons import FactValue, fact_satisfies
from readiness.model.conditions import Condition, FactCondition, QuestionCondition, leaves
from readiness.model.direction import Direction
from readiness.model.framework import Area, Framework, Gate
from readiness.model.scoring import Scoring
from readiness.model.sums import sum_of_products, total
from readiness.scoring.rollup import ONE, ROLLUPS, ZERO, Options, Rollup

__all__ = ["COUNTS_AS", "Branch", "Leaf", "Scorer", "leaves_of"]

COUNTS_AS: Mapping[str, Fraction] = MappingProxyType({"zero": ZERO, "full": ONE})
"""The ratio that a policy gives to a question without an answer; other policies give none."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A question with everything that decides what its answer counts as."""

    id: str
    question: Question
    applies_when: tuple[Condition, ...]
    """Its own condition and those of the areas that hold it."""
    unanswered: str
    not_applicable: str
    maximum: Fraction
    weight: Fraction
    rung: int
    direction: Direction


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
    direction: Direction
    """Which way is better, and so from which side a gate holds."""
    adjust: tuple[Adjustment, ...]
    bands: Bands | None
    children: tuple[Branch | Leaf, ...]
    parts: tuple[Branch | Leaf, ...]
    """The children that the score is made of: all but the measures beside it."""
    most: Fraction
    """The most points that there can be, whatever applies."""
    measure: bool
    """Whether the node is scored beside the one that holds it."""
    all_or_nothing: bool
    """Whether one missing answer makes the score as bad as it can be."""
    part: Mapping[str, Branch | Leaf]
    """The parts by id."""

    @property
    def conditions(self) -> list[Condition]:
        """What the gates and adjustments of the branch look at."""
        return [gate.when for gate, _ in self.gates] + [rule.when for rule in self.adjust if rule.when]


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

    def fact_holds(self, condition: FactCondition) -> bool | None:
        """Decide a comparison with a fact, or None when it is not given."""
        value = self.facts.get(condition.fact)
        return None if value is None else fact_satisfies(condition, value)

    @cached_property
    def dependents(self) -> Mapping[str, frozenset[str]]:
        """For each question or area: the nodes whose value can change with its own, itself among them."""
        users: dict[str, set[str]] = {}
        for branch in self.branch.values():
            for child in branch.parts:
                users.setdefault(child.id, set()).add(branch.id)
            for condition in branch.conditions:
                _note_users(users, condition, branch.id)
        for leaf in self.leaf.values():
            for condition in leaf.applies_when:
                _note_users(users, condition, leaf.id)
        return _closures(users, (*self.leaf, *self.branch))

    def without(self, id_: str) -> Scorer:
        """Return a scorer in which an area or question is no part of what holds it; conditions still see it.

        An area that is left with nothing goes with it.
        """
        other = copy(self)
        other.branch = dict(self.branch)
        for cached in ("dependents", "_holder"):
            other.__dict__.pop(cached, None)
        other.root = other._leave_out(id_, self._holders(id_))  # noqa: SLF001  of the same class
        return other

    def _leave_out(self, id_: str, holders: Iterable[Branch]) -> Branch:
        """Compile what holds a node anew, up to the root, and return the root."""
        left, made = id_, self.root
        for holder in holders:
            children = tuple(made if child.id == made.id else child for child in holder.children if child.id != left)
            if children or holder is self.root:
                made = self._branch(self._written[holder.id], children, holder.weight, holder.rung)
            else:
                left = holder.id
        return made

    def _holders(self, id_: str) -> Iterator[Branch]:
        """Yield the branches that hold a node, the innermost first."""
        while id_ in self._holder:
            yield self._holder[id_]
            id_ = self._holder[id_].id

    @cached_property
    def _holder(self) -> Mapping[str, Branch]:
        return {child.id: branch for branch in self.branch.values() for child in branch.children}

    @cached_property
    def _written(self) -> Mapping[str, Area | Framework]:
        return {self.framework.id: self.framework, **{area.id: area for area, _ in self.framework.walk()}}

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
        parts = tuple(child for child in children if isinstance(child, Leaf) or not child.measure)
        rollup = ROLLUPS[name](_options(rules, parts))
        branch = Branch(
            node.id,
            node.title,
            weight,
            rung or 1,
            name,
            rollup,
            gates,
            self.framework.direction[node.id],
            node.adjust,
            node.bands,
            children,
            parts,
            _most(name, rollup.options, parts),
            isinstance(node, Area) and node.measure,
            node.scoring.incomplete == "worst",
            {part.id: part for part in parts},
        )
        self.branch[node.id] = branch
        return branch

    def _leaf(self, question: Question, above: tuple[Condition, ...], policy: tuple[str, str]) -> Leaf:
        unanswered, not_applicable = _inherit(question.scoring, policy)
        conditions = (*above, question.applies_when) if question.applies_when else above
        maximum = question.maximum(self.scale)
        leaf = Leaf(
            question.id,
            question,
            conditions,
            unanswered,
            not_applicable,
            maximum,
            question.weight,
            question.rung or 1,
            self.framework.direction[question.id],
        )
        self.leaf[question.id] = leaf
        return leaf


def leaves_of(branch: Branch) -> Iterator[Leaf]:
    """Yield the scored questions that a branch's score is made of."""
    for part in branch.parts:
        if isinstance(part, Branch):
            yield from leaves_of(part)
        elif part.question.scored:
            yield part


def _options(rules: Scoring, children: tuple[Branch | Leaf, ...]) -> Options:
    """Return what a node's rules say about its roll-up, completed from its children."""
    scored = [child for child in children if isinstance(child, Branch) or child.question.scored]
    all_points = _points_of_all(children) if rules.maxima == "all" else None
    return Options(
        floor=rules.floor or ZERO,
        satisfied_at=rules.satisfied_at or ONE,
        empty_rung=rules.empty_rung or "inherit",
        top_rung=max((child.rung for child in scored), default=1),
        most=all_points,
        base=rules.base or total(child.weight for child in scored) or ONE,
    )


def _most(rollup: str, options: Options, children: tuple[Branch | Leaf, ...]) -> Fraction:
    """Return the most points that a node can have."""
    return _points_of_all(children) if rollup == "sum" else options.base if rollup == "deduct" else ONE


def _points_of_all(children: tuple[Branch | Leaf, ...]) -> Fraction:
    mosts = (child.most if isinstance(child, Branch) else child.maximum for child in children)
    return sum_of_products((child.weight, most) for child, most in zip(children, mosts, strict=True))


def _note_users(users: dict[str, set[str]], condition: Condition, node: str) -> None:
    for part in leaves(condition):
        if not isinstance(part, FactCondition):
            users.setdefault(part.question if isinstance(part, QuestionCondition) else part.area, set()).add(node)


def _closures(users: Mapping[str, set[str]], ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each id itself and all that uses it, directly or not; nothing uses itself."""
    found: dict[str, frozenset[str]] = {}
    waiting = list(ids)
    while waiting:
        id_ = waiting[-1]
        above = users.get(id_, ())
        unknown = () if id_ in found else [one for one in above if one not in found]
        if unknown:
            waiting += unknown
        else:
            found.setdefault(waiting.pop(), frozenset({id_}.union(*(found[one] for one in above))))
    return found


def _inherit(own: StatePolicy, policy: tuple[str, str]) -> tuple[str, str]:
    return own.unanswered or policy[0], own.not_applicable or policy[1]
