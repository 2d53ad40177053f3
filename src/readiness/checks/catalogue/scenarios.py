"""The rules RA5xx: scenarios."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["SCENARIOS"]

SCENARIOS = (
    Rule(
        "RA501",
        "scenario-without-framework",
        ERROR,
        "The framework of a scenario is not found.",
        "Nobody could tell whether its actions and roles exist.",
        "framework: cybersecurty",
        "framework: cybersecurity",
    ),
    Rule(
        "RA502",
        "scenario-without-effect",
        WARNING,
        "A scenario changes nothing about the plan.",
        "The plan under its name is that of the assessment, which readers will not expect.",
        "plan: {}",
        "plan: {budget-a-quarter: 30000}",
    ),
)
