"""Where the overall result stands: on a level of the scale, or in a band where the framework names some."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.model.adjust import Quantity
from readiness.model.scale import Scale
from readiness.scoring.adjust import value_of
from readiness.scoring.tree import Scorer

__all__ = ["Standings", "standings_of"]


@dataclass(frozen=True, slots=True)
class Standings:
    """Every place that the overall result can have, from the lowest to the highest."""

    names: tuple[str, ...]
    edges: tuple[Fraction, ...]
    """What lies between each two of them."""
    of: Quantity
    """What is compared with the edges."""
    upper: bool
    """Whether a value on an edge belongs to what lies below it."""
    scale: Scale
    are_bands: bool

    def place(self, ratio: Fraction, maximum: Fraction) -> int:
        """Return the position in `names` of a ratio."""
        value = value_of(self.of, ratio, maximum, self.scale)
        return sum(value > edge if self.upper else value >= edge for edge in self.edges)


def standings_of(scorer: Scorer) -> Standings:
    """Return the bands of the whole, or else the levels of the scale."""
    bands, scale = scorer.root.bands, scorer.scale
    if bands is None:
        names = tuple(step.name for step in scale.levels)
        edges = tuple(Fraction(step.level) for step in scale.levels[1:])
        return Standings(names, edges, "score", upper=False, scale=scale, are_bands=False)
    edges = tuple(band.to for band in bands.ranges[:-1] if band.to is not None)
    names = tuple(band.name for band in bands.ranges)
    return Standings(names, edges, bands.of, upper=bands.inclusive == "upper", scale=scale, are_bands=True)
