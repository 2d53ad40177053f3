"""How many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readiness.checks.catalogue import RULES, Rule
from readiness.cli.console import Styled

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Run

__all__ = ["write_statistics", "write_statistics_json"]


def write_statistics(run: Run, console: Console) -> None:
    """Write a line for each rule that is broken, the most frequent first."""
    counted = _counted(run)
    width = max((len(str(count)) for _, count in counted), default=0)
    for rule, count in counted:
        console.print(f"{count:>{width}} ", Styled(f"{rule.code} {rule.severity}", rule.severity), f" {rule.name}")
    console.print(run.summary)


def write_statistics_json(run: Run, console: Console) -> None:
    """Write the same as an array of objects."""
    listed = [
        {"code": rule.code, "name": rule.name, "severity": str(rule.severity), "count": count}
        for rule, count in _counted(run)
    ]
    console.write_json(listed)


def _counted(run: Run) -> list[tuple[Rule, int]]:
    counts = Counter(one.code for one in run.diagnostics)
    return [(RULES[code], count) for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
