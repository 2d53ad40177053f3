"""What page one of the report says beside scores, gaps and actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging, paragraph
from readiness.cli.table import Column, table
from readiness.report.words import lowered

if TYPE_CHECKING:
    from readiness.report.view.summary import Summary

__all__ = ["decisions", "facts", "horizons"]


def facts(page: Summary, console: Console) -> Iterator[Line]:
    """Yield the key numbers, what can start at once, and the longest chain; how much is answered stands above."""
    shown = page.facts[1:]
    if shown or page.at_once or page.chain:
        yield ("",)
    for fact in shown:
        yield from hanging(f"{fact.name}: {fact.value} {fact.detail}", console, "  ")
    for text in (page.at_once, page.chain):
        if text:
            yield from hanging(text, console, "  ")


def horizons(page: Summary, console: Console) -> Iterator[Line]:
    """Yield what each stretch of the plan costs and takes."""
    if page.horizons:
        yield ("",)
        yield (Styled("What it takes", "strong"),)
        columns = [Column("horizon"), Column("cost, low to high"), Column("staff time")]
        yield from table(columns, [[one.name, one.cost, one.effort] for one in page.horizons], console)


def decisions(page: Summary, console: Console) -> Iterator[Line]:
    """Yield what the board is asked to settle, and by when."""
    if not page.decisions:
        return
    yield ("",)
    by = f", {lowered(page.decide_by)}" if page.decide_by else ""
    yield (Styled("Decisions we ask for", "strong"), by)
    for number, one in enumerate(page.decisions, 1):
        when = "" if page.decide_by else f" {one.by}."
        yield from paragraph(f"{one.what}{when}", console, "     ", f"  {number}  ")
