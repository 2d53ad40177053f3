"""Roll-ups in words: for the annex on method and for a chapter."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from readiness.model.direction import Direction
from readiness.report.wording import gettext, gettext_noop

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
            gettext_noop("Weighted mean"),
            gettext_noop("Each part's ratio times its weight, summed, over the sum of the weights."),
        ),
        "sum": RollupWords(
            gettext_noop("Sum of points over sum of maxima"),
            gettext_noop(
                "The points of the parts times their weights, summed, over the same sum of the points that they can "
                "have."
            ),
            gettext_noop("Points add up over all parts."),
        ),
        "min": RollupWords(
            gettext_noop("Weakest part"),
            gettext_noop("The ratio of the lowest part; weights are ignored."),
            gettext_noop("Only as strong as its weakest part."),
        ),
        "max": RollupWords(
            gettext_noop("Strongest part"),
            gettext_noop("The ratio of the highest part; weights are ignored."),
            gettext_noop("As strong as its strongest part: one way of several is enough."),
        ),
        "gmean": RollupWords(
            gettext_noop("Geometric mean"),
            gettext_noop(
                "The product of the parts' ratios, each raised to its weight over the sum of the weights. "
                "A root that is no simple fraction is rounded to 30 decimals."
            ),
            gettext_noop("A strong part makes up for a weak one only in part."),
        ),
        "hmean": RollupWords(
            gettext_noop("Harmonic mean"),
            gettext_noop("The sum of the weights, over the sum of each weight divided by its part's ratio."),
            gettext_noop("Weak parts count more than strong ones."),
        ),
        "share": RollupWords(
            gettext_noop("Share of satisfied parts"),
            gettext_noop(
                "The weight of the parts that reach the ratio from which a part is satisfied, over the sum of the "
                "weights."
            ),
            gettext_noop("Each part is satisfied or not; how many are is what counts."),
        ),
        "ladder": RollupWords(
            gettext_noop("Ladder"),
            gettext_noop(
                "The highest rung on which, and below which, every part is satisfied, over the number of rungs."
            ),
            gettext_noop("A rung is reached only when all parts on it and below are satisfied."),
        ),
        "stack": RollupWords(
            gettext_noop("Stack"),
            gettext_noop(
                "The ratios of the parts in order, up to the first that is not full, over the number of parts."
            ),
            gettext_noop("Parts count in order, up to the first that is not full."),
        ),
        "deduct": RollupWords(
            gettext_noop("Deduction"),
            gettext_noop(
                "The base, less each part's weight as far as its ratio is below 1, over the base. It can be negative."
            ),
            gettext_noop(
                "It begins with all its points, and what is missing is taken away; that can be more than there is."
            ),
        ),
    }
)
"""Every roll-up by the name that a framework writes."""
_WORSE: Mapping[str, RollupWords] = MappingProxyType(
    {
        "min": ROLLUP_WORDS["min"]._replace(
            name=gettext_noop("Lowest part"), beside=gettext_noop("As good as its best part: one is enough.")
        ),
        "max": ROLLUP_WORDS["max"]._replace(
            name=gettext_noop("Highest part"), beside=gettext_noop("As bad as its worst part.")
        ),
        "gmean": ROLLUP_WORDS["gmean"]._replace(
            beside=gettext_noop("A low part makes up for a high one more than in a plain mean.")
        ),
        "hmean": ROLLUP_WORDS["hmean"]._replace(beside=gettext_noop("Low parts count more than high ones.")),
    }
)
"""What is said otherwise where higher is worse."""


def rollup_words(name: str, direction: Direction) -> RollupWords:
    """Return how a report speaks of a roll-up whose higher scores are better or worse."""
    words = (_WORSE.get(name) if direction is Direction.WORSE else None) or ROLLUP_WORDS[name]
    return RollupWords(*(gettext(one) if one else "" for one in words))
