"""The chapter on what has changed: scores before and now, a sum of causes, and the answers that did it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from readiness.report.inputs import ReportInput
from readiness.report.view import build_view
from readiness.report.view.change import Changed
from readiness.report.view.summary import Summary
from readiness.workflows import assess, report_input, since
from tests.builders import Plain, a_framework, a_gate, a_question, an_area, an_assessment, write

PAPER = {"title": "Minutes", "ref": "DOC-1", "dated": "2025-06-01"}


def a_house(**keys: Any) -> Plain:  # noqa: ANN401  keys of a framework
    """Return two areas, one of which a gate caps while the locks are bad."""
    areas = [
        an_area("doors", [a_question("locks"), a_question("keys")], gates=[a_gate({"question": "locks", "below": 2})]),
        an_area("people", [a_question("skills"), a_question("rules")]),
    ]
    return a_framework(areas=areas, evidence={"required-from": 3, "valid-for-months": 12}, **keys)


@pytest.fixture
def compared(tmp_path: Path) -> Any:  # noqa: ANN401  a function of many keys
    """Return what makes a report of answers of today and of last year."""

    def made(
        now: Mapping[str, Any],
        before: Mapping[str, Any],
        framework: Plain | None = None,
        *,
        old: Plain | None = None,
        version: str = "1.0.0",
    ) -> ReportInput:
        then = tmp_path / "then"
        then.mkdir()
        if old:
            write(old, then)
        write(framework or a_house(), tmp_path)
        earlier = write(an_assessment(before, assessed_on="2025-06-30"), then)
        today = write(an_assessment(now, framework={"id": "sample", "version": version}), tmp_path)
        return report_input(since(assess(str(today)), str(earlier)), version="1.2.3")

    return made


def chapter(given: ReportInput, **keys: bool) -> tuple[str, Changed]:
    section = next(one for one in build_view(given, **keys).sections if one.id == "change")
    assert isinstance(section.body, Changed)
    return section.title, section.body


def test_nothing_is_said_without_an_assessment_before(tmp_path: Path) -> None:
    write(a_house(), tmp_path)
    given = report_input(assess(str(write(an_assessment({"locks": 3}), tmp_path))), version="1.2.3")
    assert "change" not in {one.id for one in build_view(given).sections}


def test_each_area_has_its_score_before_and_now(compared: Any) -> None:  # noqa: ANN401
    then, now = {"locks": 3, "keys": 3, "skills": 2}, {"locks": 3, "keys": 4, "skills": 1}
    title, body = chapter(compared({**now, "rules": 1}, {**then, "rules": 1}))
    assert [(row.was, row.now, row.change) for row in body.rows] == [
        ("3.00", "3.50", "+0.50"),
        ("1.50", "1.00", "−0.50"),
    ]
    assert (body.overall.was, body.overall.now, body.overall.change) == ("2.25", "2.25", "0.00")
    assert title == "The overall score is what it was in June 2025"
    assert body.rows[0].strip.alt.endswith(": 3.00 before, 3.50 now")


def test_the_causes_add_up_to_the_change(compared: Any) -> None:  # noqa: ANN401
    dated = {"level": 3, "evidence": [PAPER]}
    then = {"locks": dated, "keys": 2, "skills": 2, "rules": 1}
    _, body = chapter(compared({**then, "keys": 4}, then))
    assert body.has_evidenced
    said = [(line.label, line.score, line.evidenced) for line in body.causes]
    assert said == [
        ("Before, 30 June 2025", "2.00", "2.00"),
        ("Evidence that ran out or is gone", "", "−0.25"),
        ("Answers that changed", "+0.50", ""),
        ("Now, 20 November 2026", "2.50", "1.75"),
    ]


def test_answers_stand_by_what_each_does_alone(compared: Any) -> None:  # noqa: ANN401
    then = {"locks": 3, "keys": 1, "skills": 4, "rules": 1}
    _, body = chapter(compared({**then, "keys": 3, "skills": 3}, then))
    assert [(line.topic, line.effect) for line in body.better] == [("Topic of keys", "+0.50")]
    assert body.better[0].said.startswith("Level 3, ")
    assert "; was: Level 1, " in body.better[0].said
    assert [(line.topic, line.effect) for line in body.worse] == [("Topic of skills", "−0.25")]
    assert body.rest == ""


def test_a_gate_that_is_lifted_is_said_and_what_answers_do_only_together(compared: Any) -> None:  # noqa: ANN401
    then = {"locks": 1, "keys": 3, "skills": 2, "rules": 1}
    _, body = chapter(compared({**then, "locks": 4, "keys": 5}, then))
    turned = {one.name: one.text for one in body.turned}
    assert turned["No longer held by a gate"] == "Area doors."
    assert "Gates, ladders and conditions make answers act on one another" in body.rest


def test_another_version_is_told_apart_from_what_the_agency_did(compared: Any) -> None:  # noqa: ANN401
    then = {"locks": 3, "keys": 1, "skills": 2, "rules": 1}
    new = a_house(version="2.0.0")
    new["areas"][0]["questions"][0]["weight"] = 3
    given = compared(then, then, new, old=a_house(), version="2.0.0")
    _, body = chapter(given)
    assert [(line.label, line.score) for line in body.causes[1:-1]] == [("Rules and weights that changed", "+0.25")]
    (note,) = body.notes
    assert note.startswith("Version 1.0.0 of the framework was answered then, and version 2.0.0 now.")
    assert {"earlier/assessment.yaml", "earlier/sample.yaml"} <= given.files.keys()


def test_a_version_that_is_not_at_hand_is_said(compared: Any) -> None:  # noqa: ANN401
    then = {"locks": 3, "keys": 1, "skills": 2, "rules": 1}
    given = compared(then, then, a_house(version="2.0.0"), version="2.0.0")
    assert "is not at hand" in chapter(given)[1].notes[0]
    assert "earlier/sample.yaml" not in given.files


def test_page_one_says_by_how_much_the_score_moved(compared: Any) -> None:  # noqa: ANN401
    then = {"locks": 3, "keys": 1, "skills": 2, "rules": 1}
    summary = build_view(compared({**then, "keys": 3}, then)).sections[0].body
    assert isinstance(summary, Summary)
    found = next(fact for fact in summary.facts if fact.name == "Change since June 2025")
    assert (found.value, found.detail) == ("+0.50", "from 1.75")


def test_the_parts_of_the_result_add_up_exactly(compared: Any) -> None:  # noqa: ANN401
    from readiness.report.json_result import result

    then = {"locks": 1, "keys": 3, "skills": 2, "rules": 1}
    said = result(compared({**then, "locks": 4, "skills": 3}, then))["since"]["overall"]["score"]
    steps = sum(Fraction(step["change"]["exact"]) for step in said["steps"])
    assert Fraction(said["after"]["exact"]) - Fraction(said["before"]["exact"]) == steps != 0
