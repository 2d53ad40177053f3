"""How firm a result is, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, table
from readiness.cli.text import cut
from readiness.report.exact import about
from readiness.report.explanation.answers import answer_text
from readiness.report.numbers import score_text
from readiness.report.robustness import (
    changes_sentence,
    ranks_text,
    score_interval,
    share_text,
    standing_text,
    trials_sentence,
    weakest_first,
    weakest_word,
    weights_sentence,
)
from readiness.report.words import joined

if TYPE_CHECKING:
    from readiness.sensitivity.result import Change, DrawnWeights, LeftOut, Sensitivity
    from readiness.workflows import Assessed

__all__ = ["robustness"]

_MOST_QUESTIONS = 3
_MOST_CHANGES = 10
_MOST_ROWS = 12


def robustness(assessed: Assessed, sensitivity: Sensitivity, console: Console) -> Iterator[Line]:
    """Yield what other weights, fewer parts and other answers would change."""
    root = assessed.scorecard.root
    yield (Styled(root.title, "strong"), f" ({root.id})")
    place = sensitivity.place
    if place is None or root.score is None:
        yield from hanging("Score: none, so there is nothing to be firm", console)
        return
    of = f"{score_text(root.score)} of {assessed.framework.scale.highest}"
    yield from hanging(f"Score: {of}, {standing_text(sensitivity, place)}", console)
    yield from _weights(assessed, sensitivity, console)
    yield from _left_out("Without one part", sensitivity.without_dimension[:_MOST_ROWS], sensitivity, console)
    moving = [one for one in sensitivity.without_question if one.change != 0][:_MOST_QUESTIONS]
    yield from _left_out("Without one question: those that move the score most", moving, sensitivity, console)
    yield ("",)
    yield (Styled("Other answers", "strong"),)
    for fewest, wanted in ((sensitivity.lower, place - 1), (sensitivity.higher, place + 1)):
        if fewest is not None:
            yield from hanging(changes_sentence(sensitivity, fewest, wanted), console)
            yield from _changes(assessed, fewest.changes, console)


def _weights(assessed: Assessed, sensitivity: Sensitivity, console: Console) -> Iterator[Line]:
    root, weights = assessed.scorecard.root, sensitivity.weights
    labels = assessed.framework.labels
    word = labels[0].lower() if labels else "part"
    yield ("",)
    yield (Styled("Other weights", "strong"),)
    yield from hanging(weights_sentence(sensitivity, word=word, direction=root.direction), console)
    if weights is None:
        return
    yield from hanging(f"In 90 of 100 trials the score lies from {score_interval(weights)}.", console)
    if weights.dimensions:
        yield from _dimensions(assessed, weights, console)
    yield from hanging(trials_sentence(), console)


def _dimensions(assessed: Assessed, weights: DrawnWeights, console: Console) -> Iterator[Line]:
    root = assessed.scorecard.root
    word = weakest_word(root.direction)
    nodes = assessed.scorecard.node
    ranked = weakest_first(weights)
    rows = [
        (one.title, score_text(nodes[one.id].score), share_text(one.weakest), ranks_text(one))
        for one in ranked[:_MOST_ROWS]
    ]
    titles = ("score", f"{word} in", f"rank (1 is {word})")
    yield from table([Column("part"), *(Column(title, right=True) for title in titles)], rows, console)
    if len(ranked) > len(rows):
        yield from hanging(f"and {len(ranked) - len(rows)} more", console, "  ")


def _left_out(title: str, parts: Sequence[LeftOut], sensitivity: Sensitivity, console: Console) -> Iterator[Line]:
    if not parts:
        return
    yield ("",)
    yield (Styled(title, "strong"),)
    rows = [
        (
            one.title,
            "none" if one.score is None else score_text(one.score),
            "" if one.change is None else _signed(one.change),
            "" if one.place is None else sensitivity.standings.names[one.place],
        )
        for one in parts
    ]
    titles = ("score", "change", "band" if sensitivity.standings.are_bands else "level")
    yield from table([Column("left out"), *(Column(title, right=True) for title in titles)], rows, console)


def _signed(change: Fraction) -> str:
    shown = round(change, 2)
    if not shown:
        return "0" if not change else "under 0.01"
    return f"{'+' if change > 0 else '−'}{abs(float(shown)):.2f}"


def _changes(assessed: Assessed, changes: Sequence[Change], console: Console) -> Iterator[Line]:
    nodes = assessed.scorecard.node
    if changes:
        yield from hanging("For example:", console)
    for one in changes[:_MOST_CHANGES]:
        words = f"{nodes[one.question].title} ({one.question}): {about(one.before)} to {about(one.after)}"
        yield from hanging(words, console, "  ")
        supposed = answer_text(assessed.framework.question[one.question], one.answer)
        yield (cut(f"    Then: {supposed}", console.width),)
    if len(changes) > _MOST_CHANGES:
        yield from hanging(f"and {len(changes) - _MOST_CHANGES} more; --output-format json names all", console, "  ")
    doubtful = [nodes[one.question].title for one in changes if one.doubtful]
    if doubtful:
        yield from hanging(f"Without evidence that is needed, or of low confidence: {joined(doubtful)}.", console, "  ")
