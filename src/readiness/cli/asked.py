"""Answers about a plan, in the order in which they can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line
from readiness.cli.frontier import frontier_lines
from readiness.cli.pressures import pressure_lines
from readiness.cli.why import why_lines

if TYPE_CHECKING:
    from readiness.workflows import Answered, Assessed

__all__ = ["asked_lines"]


def asked_lines(found: Answered, planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield every answer, with an empty line between them."""
    answers = [why_lines(found.why, planned, console)] if found.why else []
    answers += [] if found.pressures is None else [pressure_lines(found.pressures, planned, console)]
    answers += [] if found.frontier is None else [frontier_lines(found.frontier, found.cheapest, planned, console)]
    for place, lines in enumerate(answers):
        yield from [("",)] if place else []
        yield from lines
