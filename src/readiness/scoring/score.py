"""Scores an assessment: one call, one immutable tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict

from readiness.model.bands import Band
from readiness.model.framework import Framework, Gate
from readiness.model.scale import Scale
from readiness.model.sums import Pair, product, sum_of_products, total
from readiness.model.targets import TargetProfile
from readiness.scoring.adjust import adjusted
from readiness.scoring.bands import band_of
from readiness.scoring.engine import Bounds, Branch, Headline, Leaf, Range, Scorer, Value, questions_named
from readiness.scoring.holds import holds
from readiness.scoring.reading import NOT_ASKED, Reading, as_evidenced
from readiness.scoring.result import AdjustmentOutcome, Contribution, Coverage, GateOutcome, NodeScore, Scorecard, State
from readiness.scoring.rollup import ONE, ZERO, Weighted
from readiness.scoring.tree import leaves_of

__all__ = ["as_evidenced_only", "at_target", "contributions_of", "score", "target_levels"]

_ALL_OR_NOTHING = "It counts only when all of its questions are answered."


def target_levels(framework: Framework, profile: TargetProfile | None) -> dict[str, int]:
    """Return the level that a profile asks of each scored question."""
    if profile is None:
        return {}
    return {
        id_: framework.target_level(profile, id_) for id_, question in framework.question.items() if question.scored
    }


def score(
    scorer: Scorer,
    readings: Mapping[str, Reading],
    target_id: str | None = None,
    evaluation: Headline | None = None,
) -> Scorecard:
    """Return the scored tree of these readings, measured against a target profile of the framework.

    Who has evaluated the readings already, or will ask what other answers change, gives the evaluation. The order of
    the framework's file decides the order of the tree and nothing else.
    """
    framework = scorer.framework
    levels = target_levels(framework, framework.targets[target_id] if target_id else None)
    tree = _Scoring(scorer, readings, levels, evaluation=evaluation).tree()
    return Scorecard(tree, framework.scale, target_id, levels)


def as_evidenced_only(scorer: Scorer, readings: Mapping[str, Reading]) -> Scorecard:
    """Return the tree whose scores are the `evidenced` of `score`: answers count as far as their evidence carries them.

    What is asked stays as the answers decide it.
    """
    return _restated(_Scoring(scorer, readings, {}).backed)


def at_target(scorer: Scorer, readings: Mapping[str, Reading], target_id: str) -> Scorecard:
    """Return the tree whose scores are the `target` of `score`: every question that applies stands at its target."""
    framework = scorer.framework
    scoring = _Scoring(scorer, readings, target_levels(framework, framework.targets[target_id]))
    return _restated(scoring.goal or scoring.now)


def _restated(evaluation: Headline) -> Scorecard:
    """Return the tree of an evaluation as it stands, with no target of its own."""
    tree = _Scoring(evaluation.scorer, evaluation.readings, {}, hidden=evaluation.hidden).tree()
    return Scorecard(tree, evaluation.scorer.scale, None)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands in the tree."""

    depth: int
    share: Fraction
    measure: str | None = None


class _Figures(TypedDict):
    """The numbers of a node; the fields of `NodeScore` of these names."""

    points: Fraction | None
    maximum: Fraction | None
    raw_ratio: Fraction | None
    ratio: Fraction | None
    score: Fraction | None
    level: int | None
    low: Fraction | None
    high: Fraction | None
    evidenced: Fraction | None
    target: Fraction | None


class _Scoring:
    """The four evaluations of one set of readings, and the tree made from them."""

    def __init__(
        self,
        scorer: Scorer,
        readings: Mapping[str, Reading],
        levels: Mapping[str, int],
        *,
        hidden: frozenset[str] | None = None,
        evaluation: Headline | None = None,
    ) -> None:
        self.scorer = scorer
        self.scale: Scale = scorer.scale
        self.readings = readings
        self.levels = levels
        self._scores: dict[Pair, Fraction] = {}
        evaluation = evaluation or Headline(scorer, readings, hidden=hidden)
        self.bounds = Bounds(scorer, readings)
        hidden = frozenset(leaf.id for leaf in scorer.leaf.values() if not evaluation.applies(leaf))
        self.now = evaluation.asking(hidden)
        self.backed = self.now.after(as_evidenced({id_: one for id_, one in readings.items() if one.needs_evidence}))
        self.goal = Headline(scorer, self._at_target(), hidden=hidden) if levels else None

    def _at_target(self) -> dict[str, Reading]:
        """Return readings in which every question that applies stands exactly at its target."""
        wanted = {level: self.scale.ratio_of(level) for level in set(self.levels.values())}
        return {
            id_: Reading(State.ANSWERED, wanted[self.levels[id_]], one.answer)
            if id_ in self.levels and one.state is not State.NOT_APPLICABLE
            else one
            for id_, one in self.readings.items()
        }

    def tree(self) -> NodeScore:
        return self.branch(self.scorer.root, _Place(0, Fraction(1)), kind="framework")

    def branch(self, branch: Branch, place: _Place, kind: str = "area") -> NodeScore:
        contributions = self.contributions(branch)
        shares = {one.child: Fraction(*product(place.share, one.share)) for one in contributions}
        inside = branch.id if branch.measure else place.measure
        places = {child.id: _Place(place.depth + 1, shares.get(child.id, ZERO), inside) for child in branch.children}
        children = tuple(
            self.leaf(child, places[child.id]) if isinstance(child, Leaf) else self.branch(child, places[child.id])
            for child in branch.children
        )
        value = self.now.value(branch)
        gates = self.gates(branch)
        return NodeScore(
            id=branch.id,
            title=branch.title,
            kind="framework" if kind == "framework" else "area",
            depth=place.depth,
            weight=branch.weight,
            rollup=branch.rollup_name,
            options=branch.rollup.options,
            rung=branch.rung,
            measure=inside,
            coverage=_coverage(children),
            share_of_whole=place.share,
            contributions=contributions,
            gates=tuple(gates),
            direction=branch.direction,
            adjustments=tuple(self.adjustments(branch, gates)),
            band=self.band(branch, value),
            children=children,
            **self.figures(branch, value),
        )

    def leaf(self, leaf: Leaf, place: _Place) -> NodeScore:
        reading = self.readings.get(leaf.id, NOT_ASKED)
        state = self.now.state(leaf)
        answered = state is State.ANSWERED
        applies = answered or state.is_missing
        weight = ONE if answered and leaf.question.scored else ZERO
        return NodeScore(
            id=leaf.id,
            title=leaf.question.topic,
            kind="question",
            depth=place.depth,
            weight=leaf.weight,
            rollup=None,
            options=None,
            rung=leaf.rung,
            measure=place.measure,
            coverage=Coverage(int(answered), int(applies), weight),
            share_of_whole=place.share,
            direction=leaf.direction,
            state=state,
            answer=reading.answer,
            evidence=reading.evidence if answered else None,
            needs_evidence=answered and reading.needs_evidence,
            **self.figures(leaf, self.now.value(leaf)),
        )

    def figures(self, node: Branch | Leaf, value: Value) -> _Figures:
        """Return every number of a node that is on a scale of its own."""
        ends: Range | None = self.bounds.range(node)
        score = self.on_scale(value.ratio)
        ratios = [ends.low if ends else None, ends.high if ends else None, self.backed.value(node).ratio]
        low, high, evidenced = (score if ratio is value.ratio else self.on_scale(ratio) for ratio in ratios)
        return {
            "points": value.points,
            "maximum": value.maximum,
            "raw_ratio": value.raw,
            "ratio": value.ratio,
            "score": score,
            "level": None if value.ratio is None else self.scale.level_of(value.ratio),
            "low": low,
            "high": high,
            "evidenced": evidenced,
            "target": self.on_scale(self.goal.value(node).ratio) if self.goal else None,
        }

    def on_scale(self, ratio: Fraction | None) -> Fraction | None:
        if ratio is None:
            return None
        key = ratio.as_integer_ratio()  # to hash the fraction itself takes longer than to work out its score
        known = self._scores.get(key)
        if known is None:
            known = self._scores[key] = self.scale.score_of(ratio)
        return known

    def contributions(self, branch: Branch) -> tuple[Contribution, ...]:
        return () if self.now.value(branch).ratio is None else contributions_of(branch, self.now.counted(branch))

    def band(self, branch: Branch, value: Value) -> Band | None:
        if branch.bands is None or value.ratio is None or value.maximum is None:
            return None
        return band_of(branch.bands, value.ratio, value.maximum, self.scale)

    def gates(self, branch: Branch) -> list[GateOutcome]:
        outcomes = []
        running = self.now.value(branch).raw
        if branch.all_or_nothing:
            outcomes.append(self.all_or_nothing(branch, running))
            running = None if running is None else running - outcomes[0].loss
        for gate, cap in branch.gates:
            held = holds(gate.when, self.now) is True
            loss = running - branch.direction.worse(running, cap) if held and running is not None else ZERO
            running = None if running is None else running - loss
            outcomes.append(self.outcome(branch.id, gate, held=held, loss=loss))
        return outcomes

    def all_or_nothing(self, branch: Branch, raw: Fraction | None) -> GateOutcome:
        """Return what missing answers take from a branch that takes all or nothing, as a cap at the worst level."""
        held, direction = self.now.is_incomplete(branch), branch.direction
        loss = ZERO if raw is None or not held else raw - direction.worse(raw, direction.worst)
        cap, certain = direction.worst_level(self.scale), not self.bounds.may_be_incomplete(branch, {})
        owed = tuple(sorted(leaf.id for leaf in leaves_of(branch) if self.now.state(leaf).is_missing))
        return GateOutcome(branch.id, owed, cap, _ALL_OR_NOTHING, held, certain, loss)

    def adjustments(self, branch: Branch, gates: Sequence[GateOutcome]) -> Iterator[AdjustmentOutcome]:
        """Yield what each adjustment changes; together with the losses to gates they lead from the raw ratio on."""
        value = self.now.value(branch)
        running = None if value.raw is None else value.raw - sum((gate.loss for gate in gates), ZERO)
        for rule in branch.adjust:
            holds_now = rule.when is None or holds(rule.when, self.now) is True
            after = running
            if holds_now and running is not None and value.maximum is not None:
                after = adjusted(rule, running, value.maximum, self.scale)
            change = ZERO if running is None or after is None else after - running
            questions = () if rule.when is None else questions_named(rule.when)
            certain = rule.when is None or holds(rule.when, self.bounds) is not None
            yield AdjustmentOutcome(questions, rule.because, holds_now, certain, change)
            running = after

    def outcome(self, node: str, gate: Gate, *, held: bool, loss: Fraction) -> GateOutcome:
        certain = holds(gate.when, self.bounds) is not None
        return GateOutcome(node, questions_named(gate.when), gate.cap_at_level, gate.because, held, certain, loss)


def contributions_of(branch: Branch, counted: Sequence[tuple[Branch | Leaf, Weighted]]) -> tuple[Contribution, ...]:
    """Return what each part of a branch that counts adds to it, and what it costs."""
    parts = branch.rollup.parts([one for _, one in counted])
    return tuple(Contribution(child.id, part.share, part.adds) for (child, _), part in zip(counted, parts, strict=True))


def _coverage(children: tuple[NodeScore, ...]) -> Coverage:
    """Return the coverage of a parent: counts add up; weights are shared out among the parts that apply."""
    answered = sum(child.coverage.answered for child in children)
    applicable = sum(child.coverage.applicable for child in children)
    counting = [child for child in children if _has_weight(child)]
    parts = sum_of_products([(child.weight, child.coverage.weight) for child in counting])
    weight = parts / total(child.weight for child in counting) if counting else ZERO
    return Coverage(answered, applicable, weight)


def _has_weight(node: NodeScore) -> bool:
    """Tell whether a question applies that is scored; parts that count in full although nothing applies have none."""
    if not node.applies or node.low is None or node.is_measure:
        return False
    return node.kind == "question" or any(map(_has_weight, node.children))
