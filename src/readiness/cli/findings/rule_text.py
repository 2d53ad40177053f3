"""What a rule says, for formats that explain it where it is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.checks.catalogue import Rule

__all__ = ["rule_markdown", "rule_text"]


def rule_text(rule: Rule) -> str:
    """Return a rule as plain text."""
    return f"{rule.what}\n\nWhy it matters: {rule.why}\n\nBad:\n\n{rule.bad}\n\nGood:\n\n{rule.good}\n"


def rule_markdown(rule: Rule) -> str:
    """Return a rule as Markdown."""
    bad, good = (f"```yaml\n{example}\n```" for example in (rule.bad, rule.good))
    return f"{rule.what}\n\n**Why it matters:** {rule.why}\n\n**Bad:**\n\n{bad}\n\n**Good:**\n\n{good}\n"
