"""Errors as messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.cli.console import Console, Styled

if TYPE_CHECKING:
    from readiness.errors import NoRoadmap, ReadinessError

__all__ = ["show_bug", "show_conflict", "show_error"]


def show_error(console: Console, error: ReadinessError) -> None:
    """Write what stops the run and what would help; where there are several errors, all of them."""
    from readiness.diagnostics import InvalidDocument
    from readiness.errors import NoRoadmap, UsageErrors

    if isinstance(error, UsageErrors):
        for one in error.errors:
            show_error(console, one)
    if isinstance(error, InvalidDocument):
        from readiness.cli.frames import framed, tally

        texts = dict.fromkeys((one.location.file for one in error.diagnostics), error.text)
        console.print_all(framed(error.diagnostics, texts, console.width))
        console.print(Styled("error", "error"), f": {error}: {tally(error.diagnostics)}")
    else:
        console.print(Styled("error", "error"), f": {error}")
    if isinstance(error, NoRoadmap):
        show_conflict(console, error)
    if error.hint:
        console.print(Styled("help", "help"), f": {error.hint}")


def show_conflict(console: Console, error: NoRoadmap) -> None:
    """Write which limits cannot be met together, where that is known."""
    from readiness.cli.paragraphs import item, paragraph
    from readiness.cli.text import safe
    from readiness.report.conflict import conflict_lines, conflict_notes
    from readiness.roadmap.conflict import Infeasible

    if not isinstance(error, Infeasible):
        return
    for line in conflict_lines(error.conflict):
        console.print_all(item(safe(line), console))
    for note in conflict_notes(error.conflict):
        console.print_all(paragraph(safe(note), console, "  "))


def show_bug(console: Console, bug: Exception) -> None:
    """Write the traceback of an error that should not be."""
    import traceback

    for line in "".join(traceback.format_exception(bug)).splitlines():
        console.print(line)
    console.print(
        Styled("error", "error"), ": this is a mistake in readiness itself; please report it with the lines above"
    )
