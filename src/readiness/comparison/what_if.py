"""What other answers would change, on every level up to the top: all together, and each of them alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from readiness.comparison.side import Side
from readiness.model.answers import AnswerBase
from readiness.scoring.engine import Branch, Headline, Leaf
from readiness.scoring.reading import read_answer
from readiness.scoring.result import AdjustmentOutcome, GateOutcome, NodeScore, Scorecard, State
from readiness.scoring.score import score

__all__ = ["Alone", "Effect", "WhatIf", "what_if"]


@dataclass(frozen=True, slots=True)
class Effect:
    """One node of the tree as it is now, and as it would be then."""

    now: NodeScore
    then: NodeScore

    @property
    def change(self) -> Fraction | None:
        """What the score goes up by, below zero when it goes down; None where there is none now or then."""
        return _difference(self.now.score, self.then.score)

    @property
    def is_any(self) -> bool:
        """Whether anything that is told of a node differs."""
        return _told(self.now) != _told(self.then)

    @property
    def is_met(self) -> tuple[bool | None, bool | None]:
        """Whether the target is met now, and then; None where there is no target or no score."""
        return _is_met(self.now), _is_met(self.then)


@dataclass(frozen=True, slots=True)
class Alone:
    """What one of the answers would change if it were the only one."""

    question: str
    is_asked: bool
    """Whether the question would be asked; otherwise the answer does not score."""
    scores: Mapping[str, tuple[Fraction | None, Fraction | None]]
    """For the question, the areas above it from the innermost, and the whole: the score now and then."""

    @property
    def change(self) -> Fraction | None:
        """What the overall score goes up by."""
        return _difference(*list(self.scores.values())[-1])


@dataclass(frozen=True)
class WhatIf:
    """An assessment as it is, and as it would be with other answers."""

    now: Scorecard
    then: Scorecard
    answers: Mapping[str, AnswerBase]
    """For each question: the supposed answer; in the order in which they were given."""
    above: Mapping[str, tuple[str, ...]]
    """For each of these questions: the areas above it from the innermost, and the whole."""
    alone: tuple[Alone, ...]

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """The questions, all that stands above them, and whatever else changes; in the order of the framework."""
        named = {*self.answers, *(id_ for ids in self.above.values() for id_ in ids)}
        pairs = zip(self.now.root.walk(), self.then.root.walk(), strict=True)
        effects = (Effect(now, then) for now, then in pairs)
        return tuple(effect for effect in effects if effect.now.id in named or effect.is_any)

    @property
    def whole(self) -> Effect:
        """The effect on the whole."""
        return self.effects[0]

    @property
    def gates(self) -> tuple[tuple[GateOutcome, GateOutcome], ...]:
        """Each gate that holds now and not then, or then and not now."""
        pairs = zip(self.now.gates, self.then.gates, strict=True)
        return tuple((now, then) for now, then in pairs if now.holds != then.holds)

    @property
    def adjustments(self) -> tuple[tuple[str, AdjustmentOutcome, AdjustmentOutcome], ...]:
        """Each adjustment that applies now and not then, or then and not now, after the id of its node."""
        return tuple(
            (now_node.id, now, then)
            for now_node, then_node in zip(self.now.root.walk(), self.then.root.walk(), strict=True)
            for now, then in zip(now_node.adjustments, then_node.adjustments, strict=True)
            if now.holds != then.holds
        )

    @property
    def newly_asked(self) -> tuple[NodeScore, ...]:
        """Questions that are hidden now and would be asked."""
        return tuple(one.then for one in self.effects if _is_hidden(one.now) and not _is_hidden(one.then))

    @property
    def newly_hidden(self) -> tuple[NodeScore, ...]:
        """Questions that are asked now and would be hidden."""
        return tuple(one.then for one in self.effects if _is_hidden(one.then) and not _is_hidden(one.now))

    @property
    def interplay(self) -> Fraction | None:
        """What the answers change together, less what each changes alone; None where a score is missing."""
        together = self.whole.change
        parts = [one.change for one in self.alone]
        if together is None or None in parts:
            return None
        return together - sum((part for part in parts if part is not None), Fraction(0))


def what_if(side: Side, answers: Mapping[str, AnswerBase]) -> WhatIf:
    """Return what would change with other answers, each of which fits its question. No evidence is supposed."""
    framework = side.framework
    changed = {
        id_: read_answer(
            framework.question[id_],
            answer,
            framework.scale,
            framework.evidence_rule(framework.question[id_]),
            side.as_of,
            side.scorer.leaf[id_].direction,
        )
        for id_, answer in answers.items()
    }
    above = {id_: (*(area.id for area in reversed(framework.placed[id_][1])), framework.id) for id_ in answers}
    now = Headline(side.scorer, side.readings)
    alone = tuple(_alone(id_, above[id_], now, now.after({id_: one})) for id_, one in changed.items())
    then = score(side.scorer, {**side.readings, **changed}, side.target_id)
    return WhatIf(side.scorecard, then, answers, above, alone)


def _alone(question: str, above: tuple[str, ...], now: Headline, then: Headline) -> Alone:
    scorer = now.scorer
    nodes: list[Branch | Leaf] = [scorer.leaf[question], *(scorer.branch[id_] for id_ in above)]
    ratios = {node.id: (now.value(node).ratio, then.value(node).ratio) for node in nodes}
    scores = {
        id_: (
            None if before is None else scorer.scale.score_of(before),
            None if after is None else scorer.scale.score_of(after),
        )
        for id_, (before, after) in ratios.items()
    }
    return Alone(question, then.applies(scorer.leaf[question]), scores)


def _told(node: NodeScore) -> tuple[object, ...]:
    return (node.score, node.level, node.low, node.high, node.band, node.state, _is_met(node))


def _is_met(node: NodeScore) -> bool | None:
    return None if node.gap is None else not node.gap


def _is_hidden(node: NodeScore) -> bool:
    return node.state is State.HIDDEN


def _difference(before: Fraction | None, after: Fraction | None) -> Fraction | None:
    return None if before is None or after is None else after - before
