"""How sure cost and dates are, in the report and in the result."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from readiness.report.html import render_html
from readiness.report.json_result import result, result_schema
from readiness.report.view.risk import Certainty
from readiness.report.view.section import Section
from tests.builders import Plain, a_framework, an_action
from tests.unit.report.given import a_report, on_screen, sections
from tests.unit.report.unfolded import unfolded

WIDE = {"low": 1000, "likely": 2000, "high": 4000}
LONG = {"low": 10, "likely": 12, "high": 20}


def a_plan(*actions: Plain, **limits: object) -> Any:  # noqa: ANN401  what a report is made of
    plan = {"starts": "2027-01-01", "quarters": 4} | {key.replace("_", "-"): value for key, value in limits.items()}
    framework = a_framework(2, actions=list(actions), labels=["Field"])
    return a_report({f"d{d}-q{q}": 1 for d in (1, 2) for q in (1, 2)}, framework, plan=plan)


def chapter(*actions: Plain, **limits: object) -> Section:
    return sections(a_plan(*actions, **limits))["risk"]


def body_of(section: Section) -> Certainty:
    assert isinstance(section.body, Certainty)
    return section.body


def test_without_an_action_there_is_no_chapter() -> None:
    given = a_report({"d1-q1": 3, "d1-q2": 3}, a_framework(1))
    assert "risk" not in sections(given)
    assert given.risk is None


def test_without_a_range_the_chapter_says_so_and_nothing_else() -> None:
    found = chapter(an_action("sure", {"d1-q1": 3}))
    assert found.title == "These estimates do not say how sure cost and dates are"
    body = body_of(found)
    assert body.sentences == (
        "No estimate of the chosen actions has a low and a high value, so nothing can be said about risk.",
    )
    assert (body.trials, body.kept, body.notes) == ((), (), ())


def test_a_plan_without_outside_cost_is_sure_of_its_dates_only() -> None:
    found = chapter(an_action("slow", {"d1-q1": 3}, duration_weeks=LONG))
    # 20 weeks are exceeded in one trial of ten, so four of five end somewhat earlier.
    assert found.title.startswith("Four of five trials of the plan end by ")
    body = body_of(found)
    assert [line.name for line in body.trials] == ["Staff time, in days", "Finished by"]
    assert [line.name for line in body.kept] == ["The likely cost", "The planned finish", "The end of the plan"]
    assert (body.quarters, body.costs) == ((), ())


def test_a_plan_that_fills_its_time_names_its_last_day_once() -> None:
    body = body_of(chapter(an_action("slow", {"d1-q1": 3}, duration_weeks=LONG), quarters=1))
    assert [line.name for line in body.kept] == ["The likely cost", "The planned finish"]


def test_each_limit_stands_with_what_it_is_set_at_and_how_often_it_holds() -> None:
    action, by = an_action("wide", {"d1-q1": 3}, cost=WIDE), {"wide": {"deadline": "2027-03-31"}}
    body = body_of(
        chapter(action, budget_a_quarter=4000, budget=9000, capacity_days_a_quarter={"lead": 10, "*": 11}, actions=by)
    )
    kept = {line.name: (line.limit, line.share) for line in body.kept}
    assert kept["The budget of every quarter"] == ("£4,000", "90%")
    assert kept["The budget of all quarters"][0] == "£9,000"
    assert kept["A1 by its deadline"] == ("31 March 2027", "100%")
    assert kept["Team of Lead"] == ("10 days a quarter", "100%")
    assert kept["All teams"] == ("11 days a quarter", "100%")
    assert kept["All limits on people"] == ("", "100%")
    assert body.has_budget
    assert body.quarters[0].kept == "90%"
    assert body.quarters[0].strip.alt.endswith("budget £4,000, kept to in 90%")


def test_without_a_budget_quarters_have_spend_alone() -> None:
    body = body_of(chapter(an_action("wide", {"d1-q1": 3}, cost=WIDE)))
    assert not body.has_budget
    assert body.quarters[0].kept == ""
    assert "budget" not in body.quarters[0].strip.alt


def test_drivers_are_named_with_what_they_move() -> None:
    one = an_action("wide", {"d1-q1": 3}, cost=WIDE)
    other = an_action("narrow", {"d2-q1": 3}, cost={"low": 90, "likely": 100, "high": 110}, duration_weeks=LONG)
    body = body_of(chapter(one, other))
    assert [(line.title, line.share) for line in body.costs] == [("Do wide", "over 99%"), ("Do narrow", "under 1%")]
    low, _, high = body.costs[0].change.partition(" to ")
    assert low.startswith("−£1,")
    assert high.startswith("+£1,")
    [finish] = body.finishes
    assert (finish.title, finish.share) == ("Do narrow", "100%")
    assert finish.change.endswith(" weeks")
    assert finish.bar.alt == f"{finish.number}: {finish.change}"


def test_the_correlation_is_named_with_what_it_changes() -> None:
    action = an_action("wide", {"d1-q1": 3}, cost=WIDE)
    assert (
        "Estimates for one field are taken to miss together, with a correlation of 0.30."
        in body_of(chapter(action)).notes[0]
    )
    assert (
        body_of(chapter(action, risk={"correlation": 0}))
        .notes[0]
        .startswith("Every estimate is taken to miss by itself.")
    )


def test_the_html_has_the_chapter_with_a_text_for_every_drawing() -> None:
    html = unfolded(render_html(on_screen(a_plan(an_action("wide", {"d1-q1": 3}, cost=WIDE), budget_a_quarter=4000))))
    assert '<section class="chapter risk" id="risk"' in html
    assert "<title>The budget of every quarter: kept to in 90% of the trials</title>" in html


def test_the_result_has_the_risk_as_its_schema_says() -> None:
    given = a_plan(
        an_action("wide", {"d1-q1": 3}, cost=WIDE, duration_weeks=LONG),
        budget_a_quarter=4000,
        capacity_days_a_quarter={"*": 20},
    )
    values = result(given)
    Draft202012Validator(result_schema()).validate(values)
    risk = values["roadmap"]["risk"]
    assert (risk["draws"], risk["seed"], risk["correlation"]["exact"]) == (10_000, 2008, "3/10")
    assert risk["uncertain-actions"] == 1
    assert risk["likely-cost"]["exact"] == "2000"
    assert risk["planned-finish"] == "2027-03-31"
    assert risk["chances"]["budget"] is None
    assert risk["chances"]["teams"] == {"*": 1}
    assert [one["action"] for one in risk["cost-drivers"]] == ["wide"]
    assert [one["decides"] for one in risk["finish-drivers"]] == [1]
    assert risk["cost"]["p80"] == round(risk["cost"]["p80"], 2)
