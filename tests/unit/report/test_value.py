"""What the chapter on value for money says, and what the rest of the report says of the estimates."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from readiness.report.fitting import bias_sentence, estimate_lines, estimates_in_short, prices_sentence
from readiness.report.numbers import money_text, net_range_text, ratio_text
from readiness.report.view.value import ValuePage, value_title, whole_column
from readiness.roadmap.money import Value
from readiness.roadmap.ranges import NOTHING, Range3
from tests.builders import Plain, a_framework, a_question, an_action, an_area
from tests.unit.report.given import a_report, sections

SAVES = an_action(
    "do",
    {"q": 3},
    cost={"low": 1000, "likely": 2000, "high": 4000},
    benefit_a_year={"low": 500, "likely": 1500, "high": 2500},
)
PLAN: Plain = {"starts": "2027-01-01", "quarters": 4, "appraisal-years": 2, "day-rate": 100}


def the_report(*actions: Plain, estimates: Plain | None = None, **plan: Any) -> Any:  # noqa: ANN401
    """Return a report of a plan of some actions that lift one question."""
    framework = a_framework(
        areas=[an_area("d1", [a_question("q")])], actions=list(actions), estimates=estimates or {"price-year": 2026}
    )
    settings = {key.replace("_", "-"): value for key, value in plan.items()}
    return a_report({"q": 1}, framework, plan=PLAN | settings)


def page(*actions: Plain, estimates: Plain | None = None, **plan: Any) -> ValuePage:  # noqa: ANN401
    """Return the chapter of such a report."""
    body = sections(the_report(*actions, estimates=estimates, **plan))["value"].body
    assert isinstance(body, ValuePage)
    return body


def test_the_chapter_begins_with_value_ratio_and_payback() -> None:
    # 2027: three quarters of savings, 1,125; 2028: 1,500 * 0.9662 = 1,449; costs 2,000 and 10 days at 100
    facts = {one.name: (one.value, one.detail) for one in page(SAVES).facts}
    assert facts["Net present value"] == ("−£426", "−£4,142 to £2,291")
    assert facts["In cash alone"] == ("£574", "−£3,142 to £3,291")
    assert facts["Benefit-cost ratio"] == ("0.86", "in cash alone 1.29")
    assert facts["Paid back by"] == ("Q3 2028", "in cash; with staff time never")


def test_without_savings_there_is_no_payback_and_no_table_of_actions() -> None:
    found = page(SAVES | {"benefit-a-year": {"likely": 0}})
    assert (found.facts[3].value, found.facts[3].detail) == ("never", "within two years")
    assert found.actions == ()


def test_the_table_of_years_adds_up_as_it_is_printed() -> None:
    *years, total = page(SAVES | {"running-cost-a-year": {"likely": 334}}).years

    def number(text: str) -> int:
        return int(text.replace(",", "").replace("−", "-"))

    assert [one.name for one in (*years, total)] == ["2027", "2028", "All years"]
    assert [one.factor for one in (*years, total)] == ["1.0000", "0.9662", ""]
    for name in ("one_off", "running", "benefit", "net", "effort", "cash", "economic"):
        assert sum(number(getattr(one, name)) for one in years) == number(getattr(total, name))
    for one in (*years, total):
        assert number(one.net) == number(one.benefit) - number(one.one_off) - number(one.running)
    assert (years[0].running, years[1].running, total.running) == ("251", "334", "585")  # 250.5, and 584.5 in all


@pytest.mark.parametrize("rate", [0, 3, 7])
def test_a_year_without_staff_time_has_one_number_in_both_last_columns(rate: int) -> None:
    found = page(SAVES | {"running-cost-a-year": {"likely": 333}}, appraisal_years=5, discount_rate=rate)
    *years, total = found.years
    assert [(one.effort, one.cash == one.economic) for one in years] == [("1,000", False)] + [("0", True)] * 4
    assert f"£{total.economic.removeprefix('−')}" == found.facts[0].value.removeprefix("−")


def test_years_that_begin_later_than_in_january_are_named_by_both() -> None:
    assert [one.name for one in page(SAVES, starts="2027-04-01").years] == ["2027/28", "2028/29", "All years"]


def test_actions_that_save_stand_alone_and_the_others_together() -> None:
    others = [an_action(f"x{n}", {f"q{n}": 3}, cost={"likely": 100}) for n in (1, 2)]
    areas = [an_area("d1", [a_question("q"), a_question("q1"), a_question("q2")])]
    report = a_report({"q": 1, "q1": 1, "q2": 1}, a_framework(areas=areas, actions=[SAVES, *others]), plan=PLAN)
    body = sections(report)["value"].body
    assert isinstance(body, ValuePage)
    first, rest, whole = body.actions
    assert (first.title, first.net, first.ratio) == ("Do do", "−£426", "0.86")
    assert (rest.title, rest.spend, rest.effort, rest.benefit, rest.net) == (
        "2 other actions, which save nothing in cash",
        "£200",
        "£2,000",
        "£0",
        "−£2,200",
    )
    assert (whole.title, whole.net) == ("Whole plan", "−£2,626")


def a_value(spend: int, effort: int, benefit: Range3) -> Value:
    """Return a value whose costs are certain."""
    (costs, days) = (tuple(Fraction(one) for _ in range(3)) for one in (spend, effort))
    return Value(costs, days, benefit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("benefit", "title"),
    [
        ((30, 40, 50), "Even with low savings and high costs, the plan pays for itself within five years"),
        ((29, 30, 50), "The plan likely pays for itself within five years, staff time included"),
        ((10, 29, 50), "The plan likely earns back its outside spend within five years, but not the staff time"),
        ((10, 19, 90), "The plan is unlikely to pay for itself within five years"),
        ((0, 0, 0), "The plan is a cost: it counts on no savings in cash within five years"),
    ],
)
def test_the_title_says_no_more_than_the_numbers(benefit: tuple[int, int, int], title: str) -> None:
    low, likely, high = benefit
    assert value_title(a_value(20, 10, (Fraction(low), Fraction(likely), Fraction(high))), "five years") == title


def test_what_is_assumed_is_named() -> None:
    plain = {one.name: one.text for one in page(SAVES).assumptions}
    assert plain["Discounting"].startswith("3.5% a year in real terms, the rate of the UK Treasury's Green Book")
    assert plain["Period"].startswith("1 January 2027 to 31 December 2028.")
    assert plain["Staff time"].startswith("£100 a day.")
    assert plain["Prices"] == "Amounts are in prices of 2026 and leave out later inflation."
    assert plain["Optimism bias"] == "Estimates are taken as they stand; nothing is added for optimism."
    other = {one.name: one.text for one in page(SAVES, discount_rate=1.5).assumptions}
    assert other["Discounting"].startswith("1.5% a year in real terms, as the plan asks.")


def test_a_correction_for_optimism_is_named_wherever_costs_are_summed_up() -> None:
    bias = {"cost": 40, "effort": 10, "duration": 12.5, "benefit": 25, "because": "Our last six projects"}
    given = the_report(SAVES, optimism_bias=bias)
    said = (
        "Corrected for optimism: costs raised by 40%, staff days raised by 10%, durations raised by 12.5% and benefits "
        "lowered by 25%. Our last six projects."
    )
    assert bias_sentence(given.fitting) == said == estimates_in_short(given.fitting, None)
    assert dict(estimate_lines(given.fitting, None))["Optimism bias"] == said
    chapters = sections(given)
    value, money = (chapters[id_].body for id_ in ("value", "costs"))
    assert {one.name: one.text for one in value.assumptions}["Optimism bias"] == said  # type: ignore[attr-defined]
    assert said in money.notes  # type: ignore[attr-defined]


def test_a_correction_of_nothing_is_not_named() -> None:
    given = the_report(SAVES, optimism_bias={"cost": 0, "because": "None was seen"})
    assert bias_sentence(given.fitting) == ""


def test_prices_say_of_which_year_they_are_and_what_was_converted() -> None:
    assert prices_sentence(the_report(SAVES, price_year=2028, inflation=2).fitting) == (
        "Amounts are in prices of 2028 and leave out later inflation. Those of the framework, in prices of 2026, are "
        "multiplied by 1.0404 for 2% a year."
    )
    assert prices_sentence(the_report(SAVES, estimates={"currency": "GBP"}).fitting) == (
        "Amounts leave out inflation; neither the framework nor the plan names their price year."
    )


def test_amounts_below_zero_have_their_sign_before_the_currency() -> None:
    assert [money_text(Fraction(one), "GBP") for one in (-400, -12_345, -1_240_000)] == ["−£400", "−£12,300", "−£1.24m"]
    assert money_text(Fraction(-1, 3), "GBP") == "£0"
    assert net_range_text(Fraction(-400), Fraction(400), "EUR") == "−€400 to €400"
    assert net_range_text(Fraction(400), Fraction(400), "EUR") == "€400"


@pytest.mark.parametrize(
    ("ratio", "text"), [("1/3", "0.33"), ("0.996", "0.99"), ("1", "1.00"), ("1.004", "1.00"), ("12.345", "12.35")]
)
def test_a_ratio_below_one_is_never_shown_as_one(ratio: str, text: str) -> None:
    assert ratio_text(Fraction(ratio)) == text


def test_without_a_cost_there_is_no_ratio_to_show() -> None:
    assert ratio_text(None) == "no cost"


def test_a_column_in_whole_units_is_never_off_by_one() -> None:
    thirds = [Fraction(1, 3)] * 4
    assert whole_column(thirds) == [0, 1, 0, 0, 1]
    assert whole_column([]) == [0]
    assert whole_column([Fraction(-5, 2), Fraction(5, 2)]) == [-2, 2, 0]


def test_a_plan_without_actions_has_no_chapter_on_value() -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("q")])], actions=[SAVES])
    assert "value" not in sections(a_report({"q": 3}, framework, plan=PLAN))
    assert Value.total([]) == Value(NOTHING, NOTHING, NOTHING)
