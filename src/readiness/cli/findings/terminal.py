"""Findings for people: with the lines that they are about, or one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.cli.frames import concise, framed, tally

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Run

__all__ = ["write_concise", "write_full"]


def write_full(run: Run, console: Console) -> None:
    """Write each finding with a code frame, then how many there are."""
    for one in run.checked:
        console.print_all(framed(one.diagnostics, one.text, console.width))
    _write_tally(run, console)


def write_concise(run: Run, console: Console) -> None:
    """Write each finding on one line, then how many there are."""
    console.print_all(concise(one) for one in run.diagnostics)
    _write_tally(run, console)


def _write_tally(run: Run, console: Console) -> None:
    files = "1 file" if len(run.checked) == 1 else f"{len(run.checked):,} files"
    console.print(f"{files} checked, {tally(list(run.diagnostics))}")
