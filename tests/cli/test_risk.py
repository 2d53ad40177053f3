"""`readiness plan --risk`: how sure cost and dates are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, an_action, an_assessment, write
from tests.cli.conftest import Readiness

WIDE = {"low": 1000, "likely": 2000, "high": 4000}
ANSWERS = {"d1-q1": 1, "d1-q2": 1}


def a_plan(folder: Path, *actions: Plain, **plan: object) -> Path:
    write(a_framework(1, actions=list(actions)), folder)
    return write(an_assessment(ANSWERS, plan={"starts": "2027-01-01", "quarters": 4} | plan), folder)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    long = {"low": 10, "likely": 12, "high": 20}
    action = an_action("lock", {"d1-q1": 3}, title="Fit locks", cost=WIDE, duration_weeks=long)
    return a_plan(tmp_path, action, **{"budget-a-quarter": 4000})


def risk_of(out: str) -> list[str]:
    return out[out.index("How sure cost and dates are") :].splitlines()


def test_the_text_says_what_is_enough_which_limits_hold_and_what_decides(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--risk")
    assert (code, err) == (0, "")
    lines = risk_of(out)
    assert max(map(len, lines)) <= 80
    said = " ".join(" ".join(lines).split())
    assert "The likely values add up to £2,000; that is enough in " in said
    assert "The planned finish 31 March 2027" in said
    assert "The budget of every quarter £4,000 " in said
    assert "What moves the cost action from low to high of the spread A1 Fit locks" in said
    assert "What moves the finish action from low to high decides it in A1 Fit locks" in said
    assert "with a correlation of 0.30" in said


def test_without_the_option_nothing_is_said_of_it(readiness: Readiness, answers: Path) -> None:
    assert "How sure" not in readiness("plan", answers).out


def test_json_has_it_where_it_is_asked_for(readiness: Readiness, answers: Path) -> None:
    asked, plain = (
        json.loads(readiness("plan", answers, *options, "--output-format", "json").out)["roadmap"]["risk"]
        for options in (("--risk",), ())
    )
    assert asked["likely-cost"]["exact"] == "2000"
    assert plain is None


def test_quarters_whose_budget_always_holds_are_left_out(readiness: Readiness, tmp_path: Path) -> None:
    action = an_action("lock", {"d1-q1": 3}, cost=WIDE)
    assert "budget kept in" not in readiness("plan", a_plan(tmp_path, action), "--risk").out
    rows = risk_of(readiness("plan", a_plan(tmp_path, action, **{"budget-a-quarter": 4000}), "--risk").out)
    assert [row.split()[:2] for row in rows if row.startswith("  Q")] == [["Q1", "2027"]]


def test_estimates_without_a_range_say_nothing_of_risk(readiness: Readiness, tmp_path: Path) -> None:
    lines = risk_of(readiness("plan", a_plan(tmp_path, an_action("lock", {"d1-q1": 3})), "--risk").out)
    assert " ".join(" ".join(lines[1:]).split()) == (
        "No estimate of the chosen actions has a low and a high value, so nothing can be said about risk."
    )


def test_a_plan_without_actions_has_no_risk(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(1), tmp_path)
    path = write(an_assessment({"d1-q1": 3, "d1-q2": 3}), tmp_path)
    assert risk_of(readiness("plan", path, "--risk").out)[1:] == ["  Nothing is planned."]


def test_several_plans_side_by_side_are_refused(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--risk", "--compare")
    assert (code, out) == (2, "")
    assert "--risk ask about one plan, not several\n" in err


def test_settings_that_differ_are_named_side_by_side(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "sure.yaml"
    scenario.write_text("readiness: scenario/1\nframework: sample\ntitle: Apart\nplan: {risk: {correlation: 0}}\n")
    out = " ".join(readiness("plan", answers, "--scenario", scenario, "--compare").out.split())
    assert "risk: draws 10000, seed 2008, correlation 0, not draws 10000, seed 2008, correlation 0.3" in out


def test_read_aloud_every_row_is_a_sentence_under_its_heading(
    readiness: Readiness, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    lines = risk_of(readiness("plan", answers, "--risk").out)
    assert any(line.startswith("  The planned finish: set at 31 March 2027, holds in ") for line in lines)
    at = lines.index("What moves the cost")
    assert lines[at + 1].startswith("  A1 Fit locks: from low to high −£1,")
