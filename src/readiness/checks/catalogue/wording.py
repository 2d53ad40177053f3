"""The rules RF5xx: wording."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["WORDING"]

WORDING = (
    Rule(
        "RF501",
        "repeated-level-text",
        ERROR,
        "Two levels of a question have the same text.",
        "Nobody can choose between them.",
        "{3: Owned., 4: Owned.}",
        "{3: Owned., 4: Owned and measured.}",
        usable=True,
    ),
    Rule(
        "RF502",
        "missing-reason",
        WARNING,
        "A question does not say why it matters.",
        "People answer better, and reports persuade, with a reason.",
        "- {id: q, ask: …}",
        "- {id: q, ask: …, why: …}",
    ),
)
