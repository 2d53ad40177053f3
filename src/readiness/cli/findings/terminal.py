"""Findings for people: with the lines that they are about, or one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.cli.frames import concise, framed

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Run

__all__ = ["write_concise", "write_full"]


def write_full(run: Run, console: Console) -> None:
    """Write each finding with a code frame, then how many there are."""
    texts = {one.file: one.text for one in run.checked}
    for one in run.checked:
        console.print_all(framed(one.diagnostics, texts, console.width))
    console.print(run.summary)
    repairable = sum(one.fix is not None for one in run.diagnostics)
    if repairable:
        console.print(f"{repairable:,} can be repaired with --fix; --diff shows how")


def write_concise(run: Run, console: Console) -> None:
    """Write each finding on one line, then how many there are."""
    console.print_all(concise(one) for one in run.diagnostics)
    console.print(run.summary)
