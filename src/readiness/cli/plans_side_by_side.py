"""Several plans for one assessment, side by side on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.cli.plan_changes import changes_in_words
from readiness.cli.table import Column, table
from readiness.report.left_out import left_out_words
from readiness.report.numbers import integer_text, money_text, score_text
from readiness.report.words import capitalised, quarter_text, sentence
from readiness.roadmap.differences import Figures, differences, ends_of, figures, score_on
from readiness.roadmap.plan import LeftOut

if TYPE_CHECKING:
    from readiness.model.assessment import Plan
    from readiness.roadmap.differences import Difference, Placed
    from readiness.roadmap.plan import Roadmap
    from readiness.workflows import Variant

__all__ = ["side_by_side_lines"]

_NO_PLAN = "no plan"
_DIGITS = 2
"""Decimals of scores: plans for one assessment often end within a tenth of each other."""


def side_by_side_lines(variants: Sequence[Variant], console: Console) -> Iterator[Line]:
    """Yield what each plan is, what they come to, the score over time, and what they do at different times."""
    first = variants[0].assessed
    yield (Styled(first.assessment.organisation.name, "strong"), f": {len(variants)} plans side by side")
    yield ("",)
    for letter, one in _lettered(variants):
        yield from _legend(letter, one, first.assessment.plan, console)
    yield ("",)
    yield from _comparison(variants, console)
    yield ("",)
    yield from _course(variants, console)
    yield ("",)
    yield from _differences(variants, console)


def _lettered(variants: Sequence[Variant]) -> Iterator[tuple[str, Variant]]:
    """Yield each plan with its letter: A to Z, then AA, AB and so on."""
    for index, one in enumerate(variants):
        before, at = divmod(index, len(ascii_uppercase))
        yield (ascii_uppercase[before - 1] if before else "") + ascii_uppercase[at], one


def _legend(letter: str, one: Variant, limits: Plan, console: Console) -> Iterator[Line]:
    yield from paragraph(one.title, console, " " * 5, f"  {letter:<3}")
    if one.because:
        yield from paragraph(sentence(capitalised(one.because)), console, " " * 5)
    for change in changes_in_words(limits, one.assessed.assessment.plan):
        yield from paragraph(change, console, " " * 7, " " * 5 + "- ")
    if one.assessed.no_roadmap is not None:
        yield from paragraph(f"No plan: {one.assessed.no_roadmap}.", console, " " * 5)


def _comparison(variants: Sequence[Variant], console: Console) -> Iterator[Line]:
    """Yield one row for each figure."""
    plans = [one.roadmap for one in variants]
    found = [None if plan is None else figures(plan, ends_of(plans)) for plan in plans]
    currency = next((plan.currency for plan in plans if plan is not None), "")
    goal = next((plan.target_score for plan in plans if plan is not None), None)
    lines = () if goal is None else (goal,)
    direction = variants[0].assessed.scorecard.root.direction
    rows: tuple[tuple[str, Callable[[Figures], str]], ...] = (
        ("score at the end", lambda one: score_text(one.score, lines, direction, digits=_DIGITS)),
        ("mean score of all quarters", lambda one: score_text(one.mean, digits=_DIGITS)),
        ("gates cleared", lambda one: str(one.gates)),
        ("questions short of target", lambda one: str(one.unmet)),
        ("actions", lambda one: str(one.actions)),
        ("likely one-off cost", lambda one: money_text(one.cost, currency)),
        ("likely spend, all quarters", lambda one: money_text(one.spend, currency)),
        ("likely days of staff time", lambda one: integer_text(one.effort_days)),
        ("likely net present value", lambda one: money_text(one.net_value, currency)),
        ("how it was chosen", lambda one: str(one.method)),
    )
    cells: list[list[Part]] = [
        [label, *(_NO_PLAN if one is None else said(one) for one in found)] for label, said in rows
    ]
    yield from table([Column("what it comes to"), *_columns(variants)], cells, console)


def _columns(variants: Sequence[Variant]) -> list[Column]:
    return [Column(letter, right=True) for letter, _ in _lettered(variants)]


def _course(variants: Sequence[Variant], console: Console) -> Iterator[Line]:
    """Yield the score that each plan leads to at the end of each quarter that any of them has."""
    plans = [one.roadmap for one in variants]
    goal = next((plan.target_score for plan in plans if plan is not None), None)
    lines, direction = () if goal is None else (goal,), variants[0].assessed.scorecard.root.direction
    rows: list[list[Part]] = [
        [
            quarter_text(label),
            *(
                _NO_PLAN if plan is None else score_text(score_on(plan, day), lines, direction, digits=_DIGITS)
                for plan in plans
            ),
        ]
        for day, label in ends_of(plans).items()
    ]
    yield (Styled("Score", "strong"), " at the end of each quarter")
    yield from table([Column("quarter"), *_columns(variants)], rows, console)


def _differences(variants: Sequence[Variant], console: Console) -> Iterator[Line]:
    found = differences([one.roadmap for one in variants])
    if not found:
        yield ("No action is different.",)
        return
    yield (Styled("Different actions", "strong"), f", {len(found)}, the earliest first")
    for one in found:
        yield from paragraph(one.action.title, console, "    ", "  ")
        yield from _places(one, variants, console)


def _places(one: Difference, variants: Sequence[Variant], console: Console) -> Iterator[Line]:
    for (letter, variant), place in zip(_lettered(variants), one.places, strict=True):
        plan = variant.roadmap
        if plan is not None and place is not None:
            said = _place(place, plan, variant)
            yield from hanging(f"{letter}: {said}", console, "      ", style="faint")


def _place(place: Placed, plan: Roadmap, variant: Variant) -> str:
    assert place is not None
    if isinstance(place, LeftOut):
        return f"left out. {left_out_words(place, variant.assessed.framework, plan.currency)}"
    first, last = (quarter_text(plan.quarters[at].label) for at in (place.start, place.end - 1))
    return first if first == last else f"{first} to {last}"
