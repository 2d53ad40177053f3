"""One node with what every formula about its parts needs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.model.scale import Scale
from readiness.report.exact import exact_text
from readiness.scoring.result import NodeScore
from readiness.scoring.rollup import Options

__all__ = ["Rolled"]


@dataclass(frozen=True, slots=True)
class Rolled:
    """A node that has a score, and the children that count for it."""

    node: NodeScore
    name: str
    options: Options
    parts: tuple[NodeScore, ...]
    scale: Scale
    ratio: Fraction
    """Before caps and adjustments."""

    @classmethod
    def of(cls, node: NodeScore, scale: Scale) -> Rolled:
        """Return a node that has a score."""
        assert node.raw_ratio is not None
        assert node.options is not None
        found = {child.id: child for child in node.children}
        parts = tuple(found[one.child] for one in node.contributions)
        return cls(node, str(node.rollup), node.options, parts, scale, node.raw_ratio)

    @property
    def weights(self) -> list[Fraction]:
        """The weight of each part."""
        return [one.weight for one in self.parts]

    @property
    def whole(self) -> Fraction:
        """All weights together."""
        return sum(self.weights, Fraction(0))

    @property
    def scores(self) -> list[Fraction]:
        """The score of each part."""
        return [self.scale.score_of(ratio) for ratio in self.ratios]

    @property
    def ratios(self) -> list[Fraction]:
        """The ratio of each part."""
        return [one.ratio or Fraction(0) for one in self.parts]

    @property
    def points(self) -> list[Fraction]:
        """The points of each part, after its own caps and adjustments."""
        return [one.ratio * one.maximum if one.ratio and one.maximum else Fraction(0) for one in self.parts]

    @property
    def held_up(self) -> list[Fraction]:
        """The ratio of each part, or the floor where that is higher."""
        return [max(ratio, self.options.floor) for ratio in self.ratios]

    @property
    def satisfied_at(self) -> str:
        """The score from which a part is satisfied."""
        return exact_text(self.scale.score_of(self.options.satisfied_at))
