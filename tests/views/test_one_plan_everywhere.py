"""A plan has one cost, one score and one value: on a terminal, as data and in the report."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from readiness import assess
from readiness.cli.frames import plain
from readiness.cli.summary import summary
from readiness.report.html import render_html
from readiness.report.json_result import result_bytes
from readiness.report.numbers import money_range_text, money_text, score_text
from readiness.report.view import build_view
from readiness.roadmap.planners import Planner
from readiness.workflows import Assessed, report_input
from tests.builders import a_framework, an_action, an_assessment, write
from tests.unit.report.unfolded import unfolded
from tests.views.test_one_number_everywhere import one_column, words_of

COST = {"low": 1000, "likely": 2000, "high": 4000}
BENEFIT = {"low": 500, "likely": 1500, "high": 2500}
STARTS = "2027-01-01"


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Assessed:
    """Return a plan of two actions, one of which saves money; a third one costs too much."""
    folder = tmp_path_factory.mktemp("plan")
    actions = [
        an_action("save", {"d1-q1": 3}, cost=COST, benefit_a_year=BENEFIT),
        an_action("spend", {"d1-q2": 3}, cost=COST, needs=["save"], running_cost_a_year={"likely": 100}),
        an_action("dear", {"d2-q1": 3}, cost={"likely": 90_000}),
    ]
    write(a_framework(2, 2, actions=actions), folder)
    plan = {"starts": STARTS, "quarters": 4, "budget-a-quarter": 3000, "appraisal-years": 3, "day-rate": 100}
    answers = {"d1-q1": 1, "d1-q2": 1, "d2-q1": 1, "d2-q2": 2}
    return assess(str(write(an_assessment(answers, plan=plan), folder)), planner=Planner.RANKED)


@pytest.fixture(scope="module")
def roadmap(assessed: Assessed) -> Any:  # noqa: ANN401
    """Return the plan as data."""
    return json.loads(result_bytes(report_input(assessed, version="0")))["roadmap"]


@pytest.fixture(scope="module")
def report(assessed: Assessed) -> str:
    """Return the words of the report."""
    return words_of(unfolded(render_html(build_view(report_input(assessed, version="0"), on_screen=True))))


@pytest.fixture(scope="module")
def terminal(assessed: Assessed) -> str:
    """Return the words of the terminal, as one paragraph."""
    return " ".join(" ".join(plain(line).split()) for line in summary(assessed, one_column()))


def exact(value: Any) -> Any:  # noqa: ANN401
    """Return the exact number of a value of the result."""
    return Fraction(value["exact"])


def test_the_score_at_the_end_is_one(roadmap: Any, report: str, terminal: str) -> None:  # noqa: ANN401
    ends, target = score_text(exact(roadmap["quarters"][-1]["score"])), score_text(exact(roadmap["target-score"]))
    assert f"At the end of Q4 2027 the score is {ends}, which is below the target of {target}" in terminal
    assert f"lift the score from {score_text(exact(roadmap['start-score']))} to {ends}" in report


def test_the_cost_of_the_plan_is_that_of_its_actions(roadmap: Any, report: str) -> None:  # noqa: ANN401
    low, likely, high = (
        sum(exact(action["cost"][side]) for action in roadmap["actions"]) for side in ("low", "likely", "high")
    )
    assert {side: exact(roadmap["totals"]["cost"][side]) for side in ("low", "likely", "high")} == {
        "low": low,
        "likely": likely,
        "high": high,
    }
    assert money_range_text(low, high, "GBP") in report.split("\n")
    assert f"likely {money_text(likely, 'GBP')}" in report


def test_what_the_plan_is_worth_is_one_number(roadmap: Any, report: str, terminal: str) -> None:  # noqa: ANN401
    cash, whole = (
        money_text(exact(roadmap["money"]["total"][name]["net-present-value"]["likely"]), "GBP")
        for name in ("cash", "with-staff-time")
    )
    assert f"Net present value over 3 years: {cash} in cash, {whole} with staff time." in terminal
    lines = report.split("\n")
    assert (lines[lines.index("Net present value") + 1], lines[lines.index("In cash alone") + 1]) == (whole, cash)


def test_an_action_can_be_followed_from_its_gap_to_its_quarter_and_its_pound(roadmap: Any, report: str) -> None:  # noqa: ANN401
    lines = report.split("\n")
    gaps = lines[lines.index("What will be done") :]
    register = lines[max(at for at, line in enumerate(lines) if line.startswith("Annex D")) :]
    assert [action["id"] for action in roadmap["actions"]] == ["save", "spend"]
    for action in roadmap["actions"]:
        cost = money_range_text(exact(action["cost"]["low"]), exact(action["cost"]["high"]), "GBP")
        ends = ("March", "June", "September", "December")[action["start-quarter"] + action["quarters"] - 1]
        said = next(line for line in gaps if line.startswith(action["number"]) and action["title"] in line)
        detail = gaps[gaps.index(said) : gaps.index(said) + 2]
        assert any(f"by {ends} 2027" in line and cost in line for line in detail)
        entry = register[register.index(action["number"]) :]
        assert any(line.endswith(f"{ends} 2027") for line in entry[:8])
        assert cost in entry[:10]
