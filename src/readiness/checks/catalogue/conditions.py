"""The rules RF3xx: conditions."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, Rule

__all__ = ["CONDITIONS"]

CONDITIONS = (
    Rule(
        "RF301",
        "condition-cycle",
        ERROR,
        "Questions decide on each other whether they are asked.",
        "Whether to ask either could never be settled.",
        "a applies when b …, b applies when a …",
        "a applies when b …",
    ),
    Rule(
        "RF302",
        "condition-kind",
        ERROR,
        "A condition compares an answer with a value that its question cannot have, or that every answer satisfies.",
        "It would never, or always, hold.",
        "{question: yes-no-question, includes: item}",
        "{question: yes-no-question, is: yes}",
    ),
)
