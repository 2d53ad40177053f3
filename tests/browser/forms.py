"""Forms made of small frameworks, and what people do with them in a browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.form import questionnaire_form
from readiness.report.wording import ENGLISH, Catalogue, speaking
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment

TYPES = ("level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date")
EVIDENCE: Plain = {
    "title": "Minutes",
    "ref": "https://intranet.example/minutes",
    "dated": "2026-10-31",
    "note": "Page 3.",
}
ANSWERS: Mapping[str, Plain] = {
    "level": {"level": 3, "note": "Agreed in May.", "evidence": [EVIDENCE], "by": "lead", "on": "2026-11-18"},
    "checklist": {"done": ["a"], "partly": ["b"], "confidence": "high"},
    "choice": {"option": "some"},
    "multiple": {"options": []},
    "yes-no": {"answer": "no"},
    "number": {"value": 12.5},
    "text": {"text": "Two lines,\n=1+1 and <b>no</b> markup."},
    "date": {"date": "2026-01-31"},
    "other": {"not-applicable": "Another body does it."},
    "last": {"unknown": "The minutes are lost."},
}
"""An answer to each question of `every_type`."""


def every_type() -> Plain:
    """Return a framework with a question of each type in one area, and two of which a fact and an answer decide."""
    asked = [a_question(type_, type_, answered_by=["lead"]) for type_ in TYPES]
    asked[0] |= {"evidence": {"expect": ["minutes"], "required-from": 3}, "good-enough-when": {3: "Nobody is harmed."}}
    other = a_question("other", applies_when={"fact": "remote", "is": True})
    last = a_question("last", "yes-no", applies_when={"question": "level", "at-least": 3})
    return a_framework(
        0,
        areas=[an_area("types", asked), an_area("more", areas=[an_area("inner", [other, last])])],
        facts={"remote": {"type": "boolean", "ask": "Is anybody remote?"}},
    )


def answered(framework: Plain, answers: Mapping[str, Any], **keys: object) -> tuple[Framework, Assessment]:
    """Return an assessment in which somebody called `lead` has answered, and its framework."""
    return read_assessment(an_assessment(answers, respondents={"lead": {"role": "Lead"}}, **keys), framework)


def write_form(
    folder: Path,
    framework: Framework,
    assessment: Assessment | None = None,
    *,
    role: str | None = None,
    wording: Catalogue = ENGLISH,
) -> Path:
    """Write a form and return its path."""
    path = folder / "form.html"
    with speaking(wording):
        asked = build_questionnaire(framework, assessment, role)
        path.write_bytes(questionnaire_form(asked, "0.1"))
    return path


def saved(page: Page, folder: Path) -> Path:
    """Save to a file, and return its path."""
    with page.expect_download() as found:
        page.locator("[data-save]").first.click()
    path = folder / found.value.suggested_filename
    found.value.save_as(path)
    return path


def content(path: Path) -> Plain:
    """Return what a saved file says."""
    said: Plain = json.loads(path.read_text(encoding="utf-8"))
    return said


def open_questions(page: Page) -> set[str]:
    """Return the questions that are asked now."""
    return set(page.evaluate("[...document.querySelectorAll('.question:not([hidden])')].map(one => one.dataset.id)"))
