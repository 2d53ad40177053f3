"""The rules RF9xx: comments that suppress findings."""

from __future__ import annotations

from readiness.checks.catalogue.rule import WARNING, Rule

__all__ = ["SUPPRESSIONS"]

SUPPRESSIONS = (
    Rule(
        "RF901",
        "suppression-without-reason",
        WARNING,
        "A comment suppresses a finding and does not say why.",
        "Nobody can tell later whether the reason still holds.",
        "# readiness: ignore[RF203]",
        "# readiness: ignore[RF203] weights are kept for the next edition",
    ),
    Rule(
        "RF902",
        "unknown-rule-in-suppression",
        WARNING,
        "A comment suppresses a rule that does not exist.",
        "It suppresses nothing, and its author believes that it does.",
        "# readiness: ignore[RF293] weights are kept for the next edition",
        "# readiness: ignore[RF203] weights are kept for the next edition",
    ),
    Rule(
        "RF903",
        "unused-suppression",
        WARNING,
        "A comment suppresses a finding that is not there.",
        "It would hide the next finding of its kind, which nobody has looked at.",
        "weight: 2  # readiness: ignore[RF402] costs are estimates",
        "weight: 2",
    ),
    Rule(
        "RF904",
        "malformed-suppression",
        WARNING,
        "A comment looks like a suppression and names no rule in square brackets.",
        "It suppresses nothing, and its author believes that it does.",
        "# readiness: ignore RF203 weights are kept for the next edition",
        "# readiness: ignore[RF203] weights are kept for the next edition",
    ),
)
