"""The rules RF4xx: actions."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["ACTIONS"]

ACTIONS = (
    Rule(
        "RF401",
        "prerequisite-cycle",
        ERROR,
        "Actions wait for each other.",
        "None of them could ever start.",
        "a needs b, b needs a",
        "a needs b",
    ),
    Rule(
        "RF402",
        "estimate-order",
        ERROR,
        "An estimate's low, likely and high do not rise.",
        "The range would be meaningless.",
        "{low: 20, likely: 10, high: 30}",
        "{low: 10, likely: 20, high: 30}",
    ),
    Rule(
        "RF403",
        "gap-without-action",
        WARNING,
        "A target asks for a level of a question that no action reaches.",
        "The roadmap could show the gap and offer nothing.",
        "target q: 4 and actions lift q to 3",
        "an action with lifts: {q: 4}",
    ),
    Rule(
        "RF404",
        "rival-needed",
        ERROR,
        "An action needs its own rival.",
        "It could never be chosen.",
        "needs: [a] and instead-of: [a]",
        "instead-of: [a]",
    ),
)
