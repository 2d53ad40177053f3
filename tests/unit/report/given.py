"""Reports for tests: small documents, scored and planned by the real core."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from readiness.report.inputs import ReportInput
from readiness.report.view import ReportView, Section, build_view
from readiness.workflows import assess, report_input
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area, an_assessment, write

LOCKS: dict[str, Any] = {
    "why": "Open doors let everybody in.",
    "good-enough-when": {3: "nothing of worth is kept"},
    "covers": {"guide": ["G-1"]},
    "references": {"norm": ["N.1", "N.2"]},
}
EVIDENCE = [{"title": "Minutes", "ref": "DOC-1", "dated": "2026-10-01"}]


def a_rich_framework(**keys: object) -> Plain:
    """Return two dimensions with capabilities, every answer type, a gate, sources, and actions that need each other."""
    safety = [
        a_question("locks", **LOCKS),
        a_question("tools", "checklist"),
    ]
    people = [a_question("skills"), a_question("share", "number", unit="% of staff"), a_question("said", "text")]
    rules = [a_question("rules", "yes-no"), a_question("plan", "choice")]
    framework: dict[str, Any] = {
        "sources": {
            "guide": {"title": "The guide", "kind": "checklist", "items": {"G-1": "Tools are kept sharp."}},
            "norm": {
                "title": "The norm",
                "kind": "standard",
                "checked": "by hand",
                "items": {"N.1": "One", "N.2": None},
            },
        },
        "evidence": {"required-from": 3, "valid-for-months": 24},
        "labels": ["Dimension", "Capability"],
        "areas": [
            an_area("safety", areas=[an_area("doors", safety)], gates=[a_gate({"question": "locks", "below": 2})]),
            an_area("people", areas=[an_area("staff", people), an_area("order", rules)]),
        ],
        "actions": [
            an_action("fit-locks", {"locks": 3}, delivers="Locks on all doors", duration_weeks={"likely": 10}),
            an_action("train", {"skills": 3}, cost={"low": 1000, "likely": 2000, "high": 4000}, needs=["fit-locks"]),
        ],
    }
    return a_framework(0, **(framework | keys))


def a_report(
    answers: Mapping[str, Any] | None = None, framework: Mapping[str, Any] | None = None, **keys: object
) -> ReportInput:
    """Return what a report is made of: `a_report({"d1-q1": 2}, a_framework())`; further keys go to the assessment."""
    with tempfile.TemporaryDirectory() as folder:
        write(framework or a_framework(), Path(folder))
        assessed = assess(str(write(an_assessment(answers, **keys), Path(folder))))
    return replace(report_input(assessed, version="1.2.3"), files={"assessment.yaml": "readiness: assessment/1\n"})


def a_rich_report(**keys: object) -> ReportInput:
    """Return a report of the rich framework in which every state of an answer occurs."""
    answers = {
        "locks": {"level": 1, "note": "Two doors do not close. The third one does.", "confidence": "low", "by": "kim"},
        "tools": {"done": ["a"], "evidence": EVIDENCE},
        "skills": {"unknown": "Nobody has counted yet"},
        "share": {"value": 40},
        "said": {"text": "We try."},
        "rules": {"answer": "yes", "evidence": EVIDENCE},
        "plan": {"not-applicable": "There is nothing to plan"},
    }
    general: dict[str, Any] = {
        "respondents": {"kim": {"role": "Caretaker", "name": "Kim"}},
        "scope": "The whole house.",
        "prepared_by": "The office",
        "status": "Draft",
        "plan": {"starts": "2027-01-01", "quarters": 8, "budget-a-quarter": 5000, "capacity-days-a-quarter": {"*": 50}},
    }
    return a_report(answers, a_rich_framework(), **(general | keys))


def sections(given: ReportInput) -> dict[str, Section]:
    """Return the chapters of a report by their anchors."""
    return {section.id: section for section in view_of(given).sections}


def on_screen(given: ReportInput) -> ReportView:
    """Return the report in the words of a screen."""
    return build_view(given, on_screen=True)


def view_of(given: ReportInput) -> ReportView:
    """Return the report in words."""
    return build_view(given)
