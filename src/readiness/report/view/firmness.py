"""How firm the overall level is: one sentence and one small chart."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.report.charts.scores import share_bar
from readiness.report.robustness import (
    changes_sentence,
    ranks_text,
    share_text,
    weakest_dimension,
    weakest_first,
    weakest_word,
    weights_sentence,
)
from readiness.report.view.context import Context
from readiness.report.view.parts import Mark
from readiness.report.wording import gettext
from readiness.sensitivity.result import DrawnDimension

__all__ = ["FirmRow", "Firmness", "firmness"]

_WIDTH, _HEIGHT = 46.0, 5.0
_MOST_ROWS, _MOST_ON_PAPER = 8, 5


@dataclass(frozen=True, slots=True)
class FirmRow:
    """How one dimension fares under other weights."""

    name: str
    score: str
    share: str
    bar: Mark
    ranks: str


@dataclass(frozen=True, slots=True)
class Firmness:
    """What other weights and other answers would change."""

    sentence: str
    changes: tuple[str, ...]
    word: str
    """What the dimension is that stands worst."""
    rows: tuple[FirmRow, ...]
    """Empty where no two dimensions can be compared."""
    rest: int
    """How many more dimensions there are."""


def firmness(context: Context) -> Firmness | None:
    """Return how firm the overall level is, if there is an overall score."""
    sensitivity, direction = context.given.sensitivity, context.root.direction
    place, weights = sensitivity.place, sensitivity.weights
    if place is None:
        return None
    changes = ((sensitivity.lower, place - 1), (sensitivity.higher, place + 1))
    ranked = weakest_first(weights) if weights and weakest_dimension(weights) and not context.extent.is_brief else []
    word, most = weakest_word(direction), _MOST_ROWS if context.extent.is_whole else _MOST_ON_PAPER
    return Firmness(
        sentence=weights_sentence(sensitivity, word=context.dimension_word, direction=direction),
        changes=tuple(text for one, wanted in changes if (text := changes_sentence(sensitivity, one, wanted))),
        word=word,
        rows=tuple(_row(context, one, word) for one in ranked[:most]),
        rest=max(0, len(ranked) - most),
    )


def _row(context: Context, one: DrawnDimension, word: str) -> FirmRow:
    share, ranks = share_text(one.weakest), ranks_text(one)
    title = gettext(
        "{name}: {weakest} in {share} of the trials, rank {ranks}",
        name=one.title,
        weakest=word,
        share=share,
        ranks=ranks,
    )
    bar = share_bar(one.weakest.value, width=_WIDTH, height=_HEIGHT, title=title)
    return FirmRow(one.title, context.score(context.given.scorecard.node[one.id]), share, Mark(bar, title), ranks)
