"""What a rule is."""

from __future__ import annotations

from typing import NamedTuple

from readiness.diagnostics import Severity

__all__ = ["ERROR", "WARNING", "Rule"]

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Rule(NamedTuple):
    """What a rule asks for, and why."""

    code: str
    name: str
    severity: Severity
    what: str
    """What is found."""
    why: str
    """Why it matters."""
    bad: str
    """A short example that breaks the rule."""
    good: str
    """The example mended."""
    usable: bool = False
    """Whether a document can be scored in spite of such an error, so that a comment that suppresses it is enough."""
