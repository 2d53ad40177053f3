"""How firm a result is: all parts of the analysis in one call."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.reading import Reading
from readiness.sensitivity.fewest import FewestChanges
from readiness.sensitivity.leaving_out import dimensions_left_out, questions_left_out
from readiness.sensitivity.result import Sensitivity
from readiness.sensitivity.standing import standings_of

__all__ = ["DRAWS", "SEED", "find_sensitivity"]

DRAWS = 10_000
"""Enough for a standard error of at most half a percentage point: sqrt(0.5 × 0.5 / 10,000) = 0.005."""
SEED = 2008
"""The same in every run, so that the same answers give the same report. The year of the handbook."""


def find_sensitivity(
    scorer: Scorer, readings: Mapping[str, Reading], *, draws: int = DRAWS, seed: int = SEED
) -> Sensitivity:
    """Return how firm the overall level is: to weights, to single parts, and to single answers."""
    from readiness.sensitivity.ranks import weights_drawn

    now, standings = Headline(scorer, readings), standings_of(scorer)
    value = now.value(scorer.root)
    place = None if value.ratio is None or value.maximum is None else standings.place(value.ratio, value.maximum)
    changes = FewestChanges(now, standings)
    return Sensitivity(
        standings=standings,
        place=place,
        weights=weights_drawn(now, standings, draws=draws, seed=seed),
        without_dimension=dimensions_left_out(now, standings),
        without_question=questions_left_out(now, standings),
        lower=None if not place else changes.towards(place - 1),
        higher=None if place is None or place == len(standings.names) - 1 else changes.towards(place + 1),
        answers=len(changes.answers),
    )
