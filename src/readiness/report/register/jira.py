"""The register as Jira's importer reads it.

Its documentation asks for a column `Summary` and for headings without punctuation. Several labels stand in several
columns of one heading: https://confluence.atlassian.com/adminjiraserver102/importing-data-from-csv-1473877079.html
"""

from __future__ import annotations

import re

from readiness.report.register.delimited import separated
from readiness.report.register.lines import Register, RegisterLine
from readiness.report.register.sentences import described

__all__ = ["jira_csv"]

_HEADINGS = (
    "Summary",
    "Issue Type",
    "Description",
    "Start Date",
    "Due Date",
    "Labels",
    "Labels",
    "Labels",
    "External Issue ID",
)
_MARKUP = re.compile(r"[{\[]|!(?=\S)|\\")
"""Where Jira's markup begins a macro, a link or a picture."""


def jira_csv(register: Register) -> bytes:
    """Return one task for each action; without a byte order mark, which would become part of the first heading."""
    return separated(_HEADINGS, (_row(register, line) for line in register.lines))


def _row(register: Register, line: RegisterLine) -> tuple[str, ...]:
    return (
        line.title,
        "Task",
        described(register, line, lambda text: _MARKUP.sub(r"\\\g<0>", text)),
        line.start.isoformat(),
        line.finish.isoformat(),
        line.area_id,
        line.owner_id,
        line.quarter.replace(" ", "-"),  # a label has no spaces
        line.id,
    )
