"""What thousands of drawn weightings say about levels and ranks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readiness.model.direction import Direction
from readiness.model.scoring import ROLLUPS_WITHOUT_WEIGHTS
from readiness.scoring.engine import Branch, Headline
from readiness.sensitivity.arrays import CLOSE, value_of
from readiness.sensitivity.drawing import CONCENTRATION, Flags, Floats, drawn
from readiness.sensitivity.many import Many
from readiness.sensitivity.result import DrawnDimension, DrawnWeights, Share
from readiness.sensitivity.standing import Standings

__all__ = ["weights_drawn"]


def weights_drawn(now: Headline, standings: Standings, *, draws: int, seed: int) -> DrawnWeights | None:
    """Return what becomes of the result under drawn weights, or None when there is none or no weight counts."""
    value = now.value(now.scorer.root)
    if value.ratio is None or value.maximum is None or not _weighs(now):
        return None
    many = Many(now, drawn(now, draws, seed))
    overall = many.overall
    whole = np.zeros(draws)
    ratio, maximum, counts = overall.ratio + whole, overall.maximum + whole, overall.counts | np.zeros(draws, np.bool_)
    if not counts.any():
        return None
    places = _places(standings, ratio, maximum)
    here = places == standings.place(value.ratio, value.maximum)
    scores = value_of("score", ratio[counts], maximum[counts], now.scorer.scale)
    low, high = np.quantile(scores, (0.05, 0.95))
    return DrawnWeights(
        draws=draws,
        seed=seed,
        concentration=CONCENTRATION,
        holds=_share(here & counts),
        places={
            place: float(np.mean((places == place) & counts))
            for place in range(len(standings.names))
            if ((places == place) & counts).any()
        },
        low=float(low),
        high=float(high),
        dimensions=_dimensions(many, draws),
    )


def _weighs(now: Headline) -> bool:
    """Tell whether the weights of any two parts are drawn."""
    return any(
        branch.rollup_name not in ROLLUPS_WITHOUT_WEIGHTS and len(now.counted(branch)) > 1
        for branch in now.scorer.branch.values()
    )


def _places(standings: Standings, ratio: Floats, maximum: Floats) -> Floats:
    """Return the position of each draw; a value that lies on an edge but for the noise of the arithmetic does so."""
    value = value_of(standings.of, ratio, maximum, standings.scale)
    edges = [float(edge) for edge in standings.edges]
    passed = [value > edge + CLOSE if standings.upper else value >= edge - CLOSE for edge in edges]
    return np.sum(passed, axis=0) if passed else np.zeros(len(value))


def _dimensions(many: Many, draws: int) -> tuple[DrawnDimension, ...]:
    """Return how often each top area is the weakest, and between which ranks it lies."""
    areas = [part for part, _ in many.now.counted(many.now.scorer.root) if isinstance(part, Branch)]
    if not areas:
        return ()
    every = np.zeros((draws, 1))
    ratios = np.concatenate([_ratios(many, area)[:, None] + every for area in areas], axis=1)
    first = [np.sum(ratios < one[:, None] - CLOSE, axis=1) + 1 for one in ratios.T]
    last = [np.sum(ratios <= one[:, None] + CLOSE, axis=1) for one in ratios.T]
    lowest = np.stack(first, axis=1) == 1
    shared = lowest / np.maximum(np.sum(lowest, axis=1), 1)[:, None]
    return tuple(
        DrawnDimension(
            area.id,
            area.title,
            _share(shared[:, index]),
            int(np.quantile(first[index], 0.05, method="lower")),
            int(np.quantile(last[index], 0.95, method="higher")),
        )
        for index, area in enumerate(areas)
    )


def _ratios(many: Many, area: Branch) -> Floats:
    """Return the ratio of an area, turned round where higher is worse; where it has none it is behind all others."""
    value = many.value(area)
    ratio = value.ratio if area.direction is Direction.BETTER else -value.ratio
    return np.where(value.counts, ratio, np.inf)


def _share(of: Floats | Flags | Sequence[float]) -> Share:
    """Return the mean of what is between 0 and 1 for each draw, with its standard error."""
    values = np.asarray(of, dtype=np.float64)
    return Share(float(np.mean(values)), float(np.std(values) / np.sqrt(len(values))))
