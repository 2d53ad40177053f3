"""The load of the teams and other ways to plan, as a report says them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from readiness.report.inputs import ReportInput
from readiness.report.view import build_view
from readiness.report.view.load import TeamLoads
from readiness.report.view.roadmap import Plan
from readiness.roadmap.plan import Reached, Way
from readiness.workflows import assess, report_input
from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment, write

LIMITS: Plain = {"starts": "2027-01-01", "quarters": 14, "capacity-days-a-quarter": {"lead": 10}}


@pytest.fixture
def given(tmp_path: Path) -> ReportInput:
    """A plan of two actions, of which one runs over two quarters."""
    long = an_action("long", {"q1": 4}, effort_days={"likely": 24}, duration_weeks={"likely": 26})
    short = an_action("short", {"q2": 4}, owner="scout")
    areas = [an_area("d1", [a_question("q1"), a_question("q2")])]
    roles = {"lead": "Lead", "scout": "Scout"}
    write(a_framework(areas=areas, actions=[long, short], roles=roles), tmp_path)
    answers = write(an_assessment({"q1": 1, "q2": 1}, plan=LIMITS | {"capacity-days-a-quarter": {}}), tmp_path)
    return report_input(assess(str(answers)), version="1.0.0")


def loads_of(given: ReportInput) -> tuple[str, TeamLoads]:
    section = next(one for one in build_view(given).sections if one.id == "load")
    assert isinstance(section.body, TeamLoads)
    return section.title, section.body


def ways_of(given: ReportInput) -> str:
    body = next(one.body for one in build_view(given).sections if one.id == "roadmap")
    assert isinstance(body, Plan)
    return body.ways


def test_every_team_has_its_days_in_tables_of_three_years(given: ReportInput) -> None:
    title, body = loads_of(given)
    assert title == "The team of the Lead gives most: 24 days, 12 of them in Q1 2027"
    assert [block.name for block in body.blocks] == ["Q1 2027 to Q4 2029"]  # nothing is done later
    (first,) = body.blocks
    assert first.quarters[:5] == ("Q1 2027", "Q2", "Q3", "Q4", "Q1 2028")
    assert [line.team for line in first.lines] == ["Lead", "Scout"]
    assert [cell.days for cell in first.lines[0].cells[:3]] == ["12", "12", ""]
    assert body.over == ()


def test_a_team_that_is_over_booked_is_named_and_marked(given: ReportInput) -> None:
    plan = given.assessment.plan.changed(capacity_days_a_quarter={"lead": Fraction(10), "*": Fraction(99)})
    title, body = loads_of(replace(given, assessment=given.assessment.changed(plan=plan)))
    assert title == "One team has to give more than it can"
    assert body.over == ("Lead: over-booked in 2 quarters, most in Q1 2027, with 12 days of 10.",)
    lead, scout, everyone = body.blocks[0].lines
    assert [cell.over for cell in lead.cells[:3]] == [True, True, False]
    assert not any(cell.over for line in (scout, everyone) for cell in line.cells)
    assert (everyone.team, everyone.capacity, everyone.cells[0].days) == ("All teams", "99", "22")


def test_what_a_spreadsheet_reaches_and_what_is_proved_stand_under_the_roadmap(given: ReportInput) -> None:
    assert given.roadmap is not None
    compared = (
        Reached(Way.SPREADSHEET, 0, Fraction(1, 2), Fraction(1, 4), Fraction(900), Fraction(900)),
        Reached(Way.BEST, 1, Fraction(3, 4), Fraction(1, 2), Fraction(800), Fraction(800)),
        Reached(Way.CEILING, 1, Fraction(4, 5), None, None, None),
    )
    said = ways_of(replace(given, roadmap=replace(given.roadmap, compared=compared)))
    plan, sheet, cost, ceiling = said.split(". ")
    assert plan == "Up to the targets, this plan changes the score by +0.75 (gates cleared: 1)"
    assert sheet.endswith("in a spreadsheet, within the same limits, would bring +0.50 (gates cleared: 0)")
    assert cost == "Likely one-off cost: £800 here, £900 there"
    assert ceiling.startswith("Proved: ")
    assert ceiling.endswith(", brings more than +0.80.")
    assert not ways_of(replace(given, roadmap=replace(given.roadmap, compared=())))
