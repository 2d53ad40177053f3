"""The rules RF1xx: ids and references."""

from __future__ import annotations

from readiness.checks.catalogue.rule import ERROR, WARNING, Rule

__all__ = ["NAMES"]

NAMES = (
    Rule(
        "RF101",
        "duplicate-id",
        ERROR,
        "Two things that are named in the same way have the same id.",
        "Answers and references could mean either.",
        "- {id: access, …}\n- {id: access, …}",
        "- {id: access, …}\n- {id: access-review, …}",
    ),
    Rule(
        "RF102",
        "unknown-include",
        ERROR,
        "An included framework is not found, or its version does not fit.",
        "The areas that it would bring are missing.",
        "includes: [{framework: cybersecurty}]",
        "includes: [{framework: cybersecurity}]",
    ),
    Rule(
        "RF103",
        "unknown-role",
        ERROR,
        "A role is named that the framework does not define.",
        "Nobody would know whom to ask.",
        "answered-by: [csio]",
        "answered-by: [ciso]",
    ),
    Rule(
        "RF104",
        "unknown-source",
        ERROR,
        "A source, or an item of a source, is named that the framework does not list.",
        "A claim to cover a recommendation must lead to its text.",
        "covers: {csf: [PR.AA-99]}",
        "covers: {csf-2.0: [PR.AA-01]}",
    ),
    Rule(
        "RF105",
        "unknown-reference",
        ERROR,
        "A condition, target or action names a question, item, area or fact that does not exist.",
        "The rule would never apply, and nobody would notice.",
        "when: {question: cyb-acess, below: 2}",
        "when: {question: cyb-access, below: 2}",
    ),
    Rule(
        "RF106",
        "unknown-action",
        ERROR,
        "An action needs, or is a rival of, an action that does not exist.",
        "A roadmap could put things in an impossible order.",
        "needs: [name-an-owner]",
        "needs: [name-owner]",
    ),
    Rule(
        "RF107",
        "uncovered-recommendation",
        WARNING,
        "A recommendation of a checklist is listed and no question covers it.",
        "Readers believe that the whole checklist is asked.",
        "items: {GOV-01: …} and no question covers GOV-01",
        "covers: {implementation: [GOV-01]}",
    ),
    Rule(
        "RF108",
        "unchecked-standard",
        WARNING,
        "A public standard is referred to without saying where its identifiers were checked.",
        "A wrong identifier costs the report its credit.",
        "csf-2.0: {title: …, kind: standard}",
        "csf-2.0: {title: …, kind: standard, checked: …}",
    ),
    Rule(
        "RF109",
        "include-cycle",
        ERROR,
        "Frameworks include each other in a circle, or a framework includes itself.",
        "None of them could ever be put together.",
        "a includes b, b includes a",
        "a includes b",
    ),
)
