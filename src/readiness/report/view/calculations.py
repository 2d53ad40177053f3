"""The overall score and each dimension as a calculation, as `readiness explain` has it, for the annex on method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.report.explanation import Basis, Explanation, explain, grouped
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled
from readiness.report.wording import gettext
from readiness.report.words import capitalised, joined, sentence

__all__ = ["Calculation", "CalculationRow", "calculations", "explanations", "stand_ins"]


@dataclass(frozen=True, slots=True)
class CalculationRow:
    """One part of a score."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calculation:
    """How one score is made."""

    name: str
    score: str
    words: tuple[str, ...]
    """What a share is, what a part adds and costs, and where that hangs on the other parts."""
    columns: tuple[str, ...]
    rows: tuple[CalculationRow, ...]
    total: tuple[str, ...]
    steps: tuple[str, ...]
    """Equations and sentences, from the parts to the score."""


def explanations(context: Context) -> tuple[Explanation, ...]:
    """Return where the overall score comes from, then each dimension's, then that of what is measured beside them."""
    given, card = context.given, context.given.scorecard
    basis = Basis(given.framework, card, card, target=given.target, gaps=given.gaps, assessment=given.assessment)
    nodes = (card.root, *(node for node in card.dimensions if node.kind == "area"), *card.measures)
    return tuple(explain(basis, node.id) for node in nodes)


def calculations(context: Context, found: Sequence[Explanation]) -> tuple[Calculation, ...]:
    """Return the calculation of each score that is made of parts."""
    return tuple(_calculation(context, one) for one in found if one.parts)


def stand_ins(whole: Explanation) -> tuple[Labelled, ...]:
    """Return what stands in for answers, those together of which the same is to be said."""
    return tuple(
        Labelled(states, f"{sentence(joined([one.title for one in ones]))} {sentence(capitalised(rule))}")
        for states, rule, ones in grouped(whole.without_answer)
    )


def _calculation(context: Context, found: Explanation) -> Calculation:
    node, parts = found.node, found.parts
    assert parts is not None
    changed = [change.text for change in found.changes if change.text]
    return Calculation(
        name=gettext("Overall score") if node.kind == "framework" else node.title,
        score=context.score(node),
        words=tuple(sentence(capitalised(one)) for one in parts.words),
        columns=tuple(capitalised(one) for one in parts.columns),
        rows=tuple(CalculationRow(one.node.title, cells) for one, cells in zip(parts.parts, parts.rows, strict=True)),
        total=parts.total,
        steps=tuple(
            sentence(one)
            for one in (
                gettext("In numbers: {formula}", formula=parts.formula),
                parts.sum,
                *(f"{one.title}: {one.why}" for one in found.left_out),
                *changed,
                found.after,
            )
            if one
        ),
    )
