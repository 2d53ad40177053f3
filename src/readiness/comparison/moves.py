"""What became of each answer, of the organisation's facts, and of the rules that change a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from readiness.comparison.carried import Carried
from readiness.comparison.side import Side, facts_that_count, facts_that_plan
from readiness.comparison.stages import said
from readiness.model.assessment import Assessment
from readiness.model.comparisons import FactValue
from readiness.scoring.result import NodeScore, State

__all__ = [
    "FactMove",
    "Move",
    "QuestionMove",
    "RuleMove",
    "TargetMove",
    "fact_moves",
    "question_moves",
    "rule_moves",
    "target_moves",
    "targets_turned",
]


class Move(StrEnum):
    """What became of an answer."""

    CHANGED = "changed"
    ANSWERED = "newly answered"
    LOST = "no longer answered"
    """It was known, and is unknown or was not asked now."""
    NOT_APPLICABLE = "no longer applicable"
    APPLICABLE = "applicable now"
    """It did not apply, and is owed now."""
    ASKED = "asked now"
    """The condition for asking did not hold before."""
    HIDDEN = "no longer asked"
    MISSING = "still missing"
    """It was not asked and nobody knows now, or the other way round."""
    EXPIRED = "evidence lost"
    """The answer is the same; the evidence that it needs was in date and is not now."""
    BACKED = "evidence found"


@dataclass(frozen=True, slots=True)
class QuestionMove:
    """One question whose answer, or the evidence that it needs, is not what it was."""

    move: Move
    before: NodeScore
    after: NodeScore

    @property
    def id(self) -> str:
        """Its id in the new version."""
        return self.after.id


@dataclass(frozen=True, slots=True)
class FactMove:
    """A fact that is not what it was."""

    id: str
    before: FactValue | None
    after: FactValue | None


@dataclass(frozen=True, slots=True)
class TargetMove:
    """A question of which the same target asks another level, because of facts about the organisation."""

    node: NodeScore
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class RuleMove:
    """A cap or an adjustment that applied before, applies now, or both."""

    kind: Literal["cap", "adjustment"]
    before: NodeScore | None
    """The node that it changes, as it was; None when the node is new."""
    after: NodeScore | None
    """The same now; None when the node is gone."""
    because: str
    applied_before: bool
    applies_now: bool
    cap: int | None = None
    """The level of a cap."""

    @property
    def node(self) -> NodeScore:
        """The node as it is now, else as it was."""
        node = self.after or self.before
        assert node is not None
        return node


def question_moves(old: Side, new: Side, carried: Carried) -> Iterator[QuestionMove]:
    """Yield the questions that both versions have and that moved, in the order of the new version."""
    anew = set(carried.added)
    for after in new.scorecard.questions:
        former = carried.former.get(after.id)
        if former is None or after.id in anew:
            continue
        before = old.scorecard.node[former]
        is_same = said(new.readings[after.id]) == said(carried.readings[after.id])
        move = _move(before, after, is_same=is_same)
        if move is not None:
            yield QuestionMove(move, before, after)


def _move(before: NodeScore, after: NodeScore, *, is_same: bool) -> Move | None:
    assert before.state is not None
    assert after.state is not None
    match before.state, after.state:
        case State.ANSWERED, State.ANSWERED:
            return _evidence_move(before, after) if is_same else Move.CHANGED
        case first, second if first is second:
            return None
        case State.HIDDEN, _:
            return Move.ASKED
        case _, State.HIDDEN:
            return Move.HIDDEN
        case _, State.NOT_APPLICABLE:
            return Move.NOT_APPLICABLE
        case _, State.ANSWERED:
            return Move.ANSWERED
        case State.ANSWERED, _:
            return Move.LOST
        case State.NOT_APPLICABLE, _:
            return Move.APPLICABLE
        case _:
            return Move.MISSING


def _evidence_move(before: NodeScore, after: NodeScore) -> Move | None:
    if before.needs_evidence == after.needs_evidence:
        return None
    return Move.EXPIRED if after.needs_evidence else Move.BACKED


def fact_moves(carried: Carried, new: Side) -> Iterator[FactMove]:
    """Yield the facts that differ and on which a score, a target level or an estimate can hang.

    They come in the order of the new version.
    """
    before, after = (_facts_of(one.assessment, new) for one in (carried, new))
    for name in new.framework.known_facts:
        if before.get(name) != after.get(name):
            yield FactMove(name, before.get(name), after.get(name))


def _facts_of(assessment: Assessment, new: Side) -> dict[str, FactValue]:
    plans = facts_that_plan(new.framework, new.target_id)
    known = {name: value for name, value in assessment.organisation.known_facts.items() if name in plans}
    return facts_that_count(assessment, new.framework) | known


def target_moves(old: Side, new: Side, carried: Carried) -> Iterator[TargetMove]:
    """Yield the questions of which one target asks another level now, because a switch of it holds on one side only."""
    if old.target_id != new.target_id:
        return
    for node in new.scorecard.questions:
        former = carried.former.get(node.id)
        if former is None:
            continue
        was, now = old.scorecard.target_levels.get(former), new.scorecard.target_levels.get(node.id)
        if was is None or now is None or was == now:
            continue
        if old.is_switched(former) or new.is_switched(node.id):
            yield TargetMove(node, was, now)


def targets_turned(old: Side, new: Side, carried: Carried, *, met: bool) -> tuple[NodeScore, ...]:
    """Return the whole, the dimensions and the questions that meet their target and did not, or the other way round."""
    told = [node for node in new.scorecard.root.walk() if node.kind == "question" or node.depth <= 1]
    pairs = [(old.scorecard.node.get(carried.former.get(node.id, "")), node) for node in told]
    known = [(was.gap, now) for was, now in pairs if was is not None and was.gap is not None and now.gap is not None]
    return tuple(now for gap, now in known if bool(gap) is met and bool(now.gap) is not met)


def rule_moves(old: Side, new: Side, carried: Carried) -> Iterator[RuleMove]:
    """Yield the caps and adjustments that apply on either side, those of the old one first.

    A cap at another level is another cap.
    """
    nodes = {carried.matched.nodes.get(node.id, node.id): node for node in old.scorecard.root.walk()}
    renamed = (rule._replace(node=carried.matched.nodes.get(rule.node, rule.node)) for rule in _applying(old))
    before = dict.fromkeys(renamed)
    after = dict.fromkeys(_applying(new))
    for rule in {**before, **after}:
        yield RuleMove(
            rule.kind,
            nodes.get(rule.node),
            new.scorecard.node.get(rule.node),
            rule.because,
            applied_before=rule in before,
            applies_now=rule in after,
            cap=rule.cap,
        )


class _Rule(NamedTuple):
    """A cap or an adjustment that applies; those that say the same of one node are one."""

    kind: Literal["cap", "adjustment"]
    node: str
    because: str
    cap: int | None


def _applying(side: Side) -> Iterator[_Rule]:
    """Yield the caps and adjustments that hold."""
    for node in side.scorecard.root.walk():
        yield from (_Rule("cap", node.id, gate.because, gate.cap) for gate in node.gates if gate.holds)
        yield from (_Rule("adjustment", node.id, one.because, None) for one in node.adjustments if one.holds)
