"""Where a score comes from, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, table
from readiness.report.exact import about, exact_text
from readiness.report.explanation import grouped
from readiness.report.words import first_sentence, joined

if TYPE_CHECKING:
    from readiness.report.explanation import Explanation
    from readiness.report.explanation.account import AnswerAccount, PartsAccount

__all__ = ["explanation"]

_REASON = 120
"""Characters of a reason in a list; beside its question it stands in full."""


def explanation(found: Explanation, console: Console) -> Iterator[Line]:
    """Yield the figure, where it comes from, and what it is part of."""
    node = found.node
    yield (Styled(node.title, "strong"), f" ({node.id})")
    for fact in (found.headline, *found.facts):
        yield from hanging(f"{fact.name}: {fact.text}", console)
    yield from _others(found, console)
    yield ("",)
    if found.answer:
        yield from _answer(found.answer, console)
    if found.parts:
        yield from _parts(found.parts, console)
    for one in found.left_out:
        yield from hanging(f"{one.title}: {one.why}", console, "  ")
    for text in (*(change.text for change in found.changes if change.text), found.after, *found.decides):
        if text:
            yield from hanging(text, console)
    if not found.answer:
        yield from _without_answers(found, console)
        yield from _cuts(found, console)
    if found.place:
        yield ("",)
        for line in found.place.lines:
            yield from hanging(line, console)


def _others(found: Explanation, console: Console) -> Iterator[Line]:
    """Yield how to see where the other figures come from, those that are not the same as the score."""
    if found.figure != "score" or found.node.kind == "question":
        return
    node = found.node
    names = ["low", "high"] if node.low != node.high else []
    names += ["evidenced"] if node.evidenced != node.score else []
    names += ["target"] if node.target is not None else []
    if names:
        yield from hanging(f"Where these come from: --as {joined(names, last='or')}", console)


def _answer(answer: AnswerAccount, console: Console) -> Iterator[Line]:
    yield from hanging(answer.ask, console)
    yield from hanging(f"Answer: {answer.answer}", console)
    for fact in answer.lines:
        yield from hanging(f"{fact.name}: {fact.text}", console)
    for rise in answer.rises:
        before, after = ("none" if one is None else about(one) for one in (rise.before, rise.after))
        yield from hanging(f"{rise.title}: from {before} to {after}", console, "  ")


def _parts(parts: PartsAccount, console: Console) -> Iterator[Line]:
    """Yield the children as a sum that can be checked."""
    for line in parts.words:
        yield from hanging(line, console)
    columns = [Column("part"), *(Column(title, right=True) for title in parts.columns)]
    rows = [[part.node.title, *cells] for part, cells in zip(parts.parts, parts.rows, strict=True)]
    yield from table(columns, [*rows, ["all", *parts.total]], console)
    yield from hanging(f"In numbers: {parts.formula}", console)
    yield from hanging(parts.sum, console)


def _without_answers(found: Explanation, console: Console) -> Iterator[Line]:
    """Yield what stands in for answers, those together of which the same is to be said."""
    if found.without_answer:
        yield ("",)
    for states, rule, ones in grouped(found.without_answer):
        yield from hanging(f"{states}: {rule}", console)
        for one in ones:
            why = first_sentence(one.reason, _REASON).rstrip(".")
            yield from hanging(one.title + (f" ({why})" if why else ""), console, "  ")


def _cuts(found: Explanation, console: Console) -> Iterator[Line]:
    if found.figure != "evidenced" or not found.cuts:
        return
    yield ("",)
    yield from hanging("Cut, as the evidence that they need is missing or out of date:", console)
    for cut in found.cuts:
        yield from hanging(f"{cut.title}: from {exact_text(cut.claimed)} to {exact_text(cut.counts)}", console, "  ")
