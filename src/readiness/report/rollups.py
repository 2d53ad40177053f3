"""Roll-ups in words: for the annex on method and for a chapter."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from readiness.model.direction import Direction

__all__ = ["ROLLUP_WORDS", "RollupWords", "rollup_words"]


class RollupWords(NamedTuple):
    """How a report speaks of a roll-up."""

    name: str
    formula: str
    """One sentence for the annex on method."""
    beside: str = ""
    """One sentence beside a chart; nothing for the usual way."""


ROLLUP_WORDS: Mapping[str, RollupWords] = MappingProxyType(
    {
        "mean": RollupWords(
            "Weighted mean", "Each part's ratio times its weight, summed, over the sum of the weights."
        ),
        "sum": RollupWords(
            "Sum of points over sum of maxima",
            "The points of the parts times their weights, summed, over the same sum of the points that they can have.",
            "Points add up over all parts.",
        ),
        "min": RollupWords(
            "Weakest part",
            "The ratio of the lowest part; weights are ignored.",
            "Only as strong as its weakest part.",
        ),
        "max": RollupWords(
            "Strongest part",
            "The ratio of the highest part; weights are ignored.",
            "As strong as its strongest part: one way of several is enough.",
        ),
        "gmean": RollupWords(
            "Geometric mean",
            "The product of the parts' ratios, each raised to its weight over the sum of the weights. "
            "A root that is no simple fraction is rounded to 30 decimals.",
            "A strong part makes up for a weak one only in part.",
        ),
        "hmean": RollupWords(
            "Harmonic mean",
            "The sum of the weights, over the sum of each weight divided by its part's ratio.",
            "Weak parts count more than strong ones.",
        ),
        "share": RollupWords(
            "Share of satisfied parts",
            "The weight of the parts that reach the ratio from which a part is satisfied, over the sum of the weights.",
            "Each part is satisfied or not; how many are is what counts.",
        ),
        "ladder": RollupWords(
            "Ladder",
            "The highest rung on which, and below which, every part is satisfied, over the number of rungs.",
            "A rung is reached only when all parts on it and below are satisfied.",
        ),
        "stack": RollupWords(
            "Stack",
            "The ratios of the parts in order, up to the first that is not full, over the number of parts.",
            "Parts count in order, up to the first that is not full.",
        ),
        "deduct": RollupWords(
            "Deduction",
            "The base, less each part's weight as far as its ratio is below 1, over the base. It can be negative.",
            "It begins with all its points, and what is missing is taken away; that can be more than there is.",
        ),
    }
)
"""Every roll-up by the name that a framework writes."""
_WORSE: Mapping[str, RollupWords] = MappingProxyType(
    {
        "min": ROLLUP_WORDS["min"]._replace(name="Lowest part", beside="As good as its best part: one is enough."),
        "max": ROLLUP_WORDS["max"]._replace(name="Highest part", beside="As bad as its worst part."),
        "gmean": ROLLUP_WORDS["gmean"]._replace(beside="A low part makes up for a high one more than in a plain mean."),
        "hmean": ROLLUP_WORDS["hmean"]._replace(beside="Low parts count more than high ones."),
    }
)
"""What is said otherwise where higher is worse."""


def rollup_words(name: str, direction: Direction) -> RollupWords:
    """Return how a report speaks of a roll-up whose higher scores are better or worse."""
    return (_WORSE.get(name) if direction is Direction.WORSE else None) or ROLLUP_WORDS[name]
