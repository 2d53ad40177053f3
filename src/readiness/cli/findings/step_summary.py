"""The summary of a step of GitHub Actions: a table in Markdown, in which nothing that users wrote is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readiness.cli.text import safe
from readiness.diagnostics import Diagnostic

if TYPE_CHECKING:
    from readiness.cli.findings.run import Run

__all__ = ["MOST_BYTES", "step_summary"]

MOST_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB as a whole; some room is left for others who write to it."""
_ROOM_FOR_THE_END = 200
_FENCES = re.compile("`+")


def step_summary(run: Run, most_bytes: int) -> str:
    """Return the table of all findings, worst first, cut where it would become too large."""
    found = sorted(run.diagnostics, key=lambda one: one.severity.rank)
    text = f"### readiness validate\n\n{run.summary}\n"
    if found:
        text += "\n| where | rule | what |\n| --- | --- | --- |\n"
    left = most_bytes - len(text.encode()) - _ROOM_FOR_THE_END
    for number, one in enumerate(found):
        row = _row(one, run)
        left -= len(row.encode())
        if left < 0:
            return f"{text}\n{len(found) - number:,} more are in the log of the step.\n\n"
        text += row
    return f"{text}\n"


def _row(one: Diagnostic, run: Run) -> str:
    location = one.location
    where = f"{run.path_of(location.file).as_posix()}:{location.line}:{location.column}"
    help_ = f"<br>{_code(one.help)}" if one.help else ""
    return f"| {_code(where)} | {one.severity} {one.code} {one.name} | {_code(one.message)}{help_} |\n"


def _code(text: str) -> str:
    """Return a text as a code span of a table: no markup, no link and no mention is read in it."""
    shown = safe(text).replace("|", "\\|")
    fence = "`" * (1 + max((len(found) for found in _FENCES.findall(shown)), default=0))
    return f"{fence} {shown} {fence}" if "`" in shown else f"{fence}{shown}{fence}"
