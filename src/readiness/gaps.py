"""Gaps: where a question falls short of its target, ranked by what closing it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.reading import Reading
from readiness.scoring.result import Scorecard, State

__all__ = ["Gap", "find_gaps"]


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


def find_gaps(scorer: Scorer, readings: Mapping[str, Reading], scorecard: Scorecard) -> tuple[Gap, ...]:
    """Return every gap, the one worth most first; then by size, then by id."""
    scale = scorecard.scale
    now = Headline(scorer, readings)
    direction = scorer.root.direction
    before = direction.worst if now.overall is None else now.overall
    gaps = []
    for node in scorecard.questions:
        level = scorecard.target_levels.get(node.id)
        if (
            level is None
            or node.state in {State.HIDDEN, State.NOT_APPLICABLE}
            or not scorer.framework.question[node.id].scored
        ):
            continue
        wanted = scale.ratio_of(level)
        score = node.score
        stands = Fraction(node.direction.worst_level(scale)) if score is None else score
        size = node.direction.short(stands, Fraction(level))
        if not size:
            continue
        then = now.after({node.id: readings[node.id].lifted(wanted)}).overall
        gain = Fraction(0) if then is None else direction.gain(before, then) * scale.span
        held = sum(gate.holds and node.id in gate.questions for gate in scorecard.gates)
        gaps.append(Gap(node.id, node.state or State.ANSWERED, score, level, size, gain, held))
    return tuple(sorted(gaps, key=lambda gap: (-gap.gain, -gap.size, gap.question)))
