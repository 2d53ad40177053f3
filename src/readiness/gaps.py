"""Gaps: where a question falls short of its target, ranked by what closing it is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.sums import Pair, are_equal
from readiness.scoring.engine import Branch, Headline, Leaf, Scorer
from readiness.scoring.reading import Reading
from readiness.scoring.result import Scorecard, State

__all__ = ["Gap", "find_gaps", "raised_by"]


@dataclass(frozen=True, slots=True)
class Gap:
    """One question that is not as good as its target asks."""

    question: str
    state: State
    """Missing answers make gaps too: they count as the framework's policy says."""
    score: Fraction | None
    """Where the question stands, on the scale; None when its answer is missing and left out of the score."""
    target: int
    size: Fraction
    """From the score to the target, in levels."""
    gain: Fraction
    """How much better the overall score gets, in levels, if this gap alone is closed."""
    gates: int
    """How many gates that hold now name this question."""


def find_gaps(
    scorer: Scorer, readings: Mapping[str, Reading], scorecard: Scorecard, evaluation: Headline | None = None
) -> tuple[Gap, ...]:
    """Return every gap, the one worth most first; then by size, then by id.

    Who has evaluated the readings already gives the evaluation.
    """
    scale = scorecard.scale
    now = evaluation or Headline(scorer, readings)
    direction = scorer.root.direction
    before = direction.worst if now.overall is None else now.overall
    naming = Counter(question for gate in scorecard.gates if gate.holds for question in set(gate.questions))
    wanted = {level: scale.ratio_of(level) for level in set(scorecard.target_levels.values())}
    gaps, same = [], dict[Pair, Fraction]()
    for node in scorecard.questions:
        level = scorecard.target_levels.get(node.id)
        if level is None or node.state in {State.HIDDEN, State.NOT_APPLICABLE}:
            continue
        stands = node.direction.worst if node.ratio is None else node.ratio
        if are_equal(node.direction.better(stands, wanted[level]), stands):
            continue
        size = node.direction.gain_in_levels(stands, wanted[level], scale)
        then = now.after({node.id: readings[node.id].lifted(wanted[level])}).overall
        gain = Fraction(0) if then is None else direction.gain_in_levels(before, then, scale)
        size, gain = (same.setdefault(one.as_integer_ratio(), one) for one in (size, gain))
        gaps.append(Gap(node.id, node.state or State.ANSWERED, node.score, level, size, gain, naming[node.id]))
    gaps.sort(key=lambda gap: gap.question)
    return tuple(sorted(gaps, key=_worth, reverse=True))


def _worth(gap: Gap) -> tuple[float | Fraction, ...]:
    """Return what decides the order: the exact numbers, each behind one that is mostly enough and quicker.

    Equal ones are one object, which is quicker to see than that two are equal.
    """
    return float(gap.gain), gap.gain, float(gap.size), gap.size


def raised_by(
    scorer: Scorer, readings: Mapping[str, Reading], scorecard: Scorecard, gap: Gap
) -> tuple[tuple[str, Fraction | None, Fraction | None], ...]:
    """Return every node that closing one gap moves, parts before wholes, with its score before and after.

    A score is None where the node has none.
    """
    scale, now = scorecard.scale, Headline(scorer, readings)
    then = now.after({gap.question: readings[gap.question].lifted(scale.ratio_of(gap.target))})
    moved = []
    for found in reversed(list(scorecard.root.walk())):
        node = scorer.branch.get(found.id) or scorer.leaf[found.id]
        before, after = (None if one is None else scale.score_of(one) for one in _ratios(node, now, then))
        if before != after:
            moved.append((found.id, before, after))
    return tuple(moved)


def _ratios(node: Branch | Leaf, *evaluations: Headline) -> Iterator[Fraction | None]:
    return (one.value(node).ratio for one in evaluations)
