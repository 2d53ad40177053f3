"""What can start now without new money, and what stays as it is when nothing is done."""

from __future__ import annotations

from typing import Any

from readiness.report.inputs import ReportInput
from readiness.report.view.inaction import Inaction
from readiness.report.view.start import Start
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area
from tests.unit.report.given import a_report, sections

PLAN: dict[str, Any] = {"starts": "2027-01-01", "quarters": 4}


def a_house(*actions: Plain, **keys: Any) -> Plain:  # noqa: ANN401  keys of a framework
    locks = a_question("locks", why="Open doors let everybody in. Nobody knows who was here.")
    doors = an_area("doors", [locks, a_question("keys", why=None)], gates=[a_gate({"question": "locks", "below": 2})])
    return a_framework(areas=[doors], actions=actions, **keys)


def body(given: ReportInput, id_: str) -> Any:  # noqa: ANN401  the body of a chapter
    return sections(given)[id_].body


def test_actions_without_outside_cost_can_start_at_once() -> None:
    free = an_action("free", {"locks": 3}, effort_days={"low": 2, "likely": 3, "high": 5})
    dear = an_action("dear", {"keys": 3}, cost={"likely": 100})
    given = a_report({"locks": 1, "keys": 1}, a_house(free, dear), plan=PLAN)
    section = sections(given)["start"]
    assert section.title == "One action can start within 90 days, likely without new money"
    assert isinstance(section.body, Start)
    assert [(line.title, line.owner) for line in section.body.lines] == [("Do free", "Lead")]
    assert section.body.lines[0].done_by == "March 2027"


def test_there_is_no_such_chapter_when_every_action_needs_money() -> None:
    dear = an_action("dear", {"locks": 3}, cost={"likely": 100})
    assert "start" not in sections(a_report({"locks": 1, "keys": 3}, a_house(dear), plan=PLAN))


def test_a_gate_that_holds_comes_before_gaps_and_says_when_the_plan_ends_it() -> None:
    free = an_action("free", {"locks": 3})
    section = sections(a_report({"locks": 1, "keys": 1}, a_house(free), plan=PLAN))["inaction"]
    assert section.title == "Without action, one gate goes on holding and two questions stay below target"
    assert isinstance(section.body, Inaction)
    gate, gap = section.body.lines
    assert (gate.where, gate.dimension, gate.then) == ("Area doors", "Gate", "The plan ends it by March 2027.")
    assert (gap.where, gap.what, gap.then) == (
        "Topic of locks",
        "Open doors let everybody in.",
        "The plan ends it by March 2027.",
    )


def test_what_no_action_ends_is_said() -> None:
    half = an_action("half", {"locks": 2})
    lines = body(a_report({"locks": 1, "keys": 3}, a_house(half), plan=PLAN), "inaction").lines
    assert [line.then for line in lines] == [
        "The plan ends it by March 2027.",
        "The plan eases it, and it stays below target.",
    ]
    nothing = body(a_report({"locks": 1, "keys": 3}, a_house(), plan=PLAN), "inaction").lines
    assert {line.then for line in nothing} == {"The plan does not end it."}


def test_there_is_no_such_chapter_when_every_target_is_met_or_nothing_is_known_to_be_at_stake() -> None:
    assert "inaction" not in sections(a_report({"locks": 3, "keys": 3}, a_house(), plan=PLAN))
    silent = a_framework(0, [a_question("q1", why=None)])
    assert "inaction" not in sections(a_report({"q1": 1}, silent, plan=PLAN))


def test_evidence_that_runs_out_within_a_year_is_counted() -> None:
    paper = {"title": "Minutes", "ref": "DOC-1", "dated": "2026-01-01"}
    rule = {"required-from": 3, "valid-for-months": 12}
    answers = {"locks": {"level": 1}, "keys": {"level": 3, "evidence": [paper]}}
    said = body(a_report(answers, a_house(evidence=rule), plan=PLAN), "inaction").expiring
    assert said == "Evidence wears out as well: that of 1 answer is out of date in a year, if nobody renews it."
