"""What facts, size and currency make of a framework, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from readiness.scoring.engine import Scorer
from readiness.scoring.fitting import Fitting, fit
from readiness.scoring.reading import read_answers
from readiness.scoring.score import score
from readiness.workflows import assess
from tests.builders import (
    Plain,
    a_framework,
    a_question,
    an_action,
    an_area,
    an_assessment,
    read_assessment,
    read_framework,
    write,
)

PAYS = {"type": "boolean", "ask": "Does it take payments?"}
SIZES = [
    {"staff-below": 200, "effort": 0.5, "money": 0.25},
    {"staff-at-least": 5000, "effort": 1.5, "money": 2},
]
ACTION = an_action(
    "do",
    {"d1-q1": 5},
    effort_days={"low": 4, "likely": 10, "high": 20},
    effort_of_others={"ciso": {"likely": 3}},
    cost={"low": 100, "likely": 200},
    running_cost_a_year={"likely": 40},
    benefit_a_year={"likely": 80},
)
ROLES = {"lead": "Lead", "ciso": "Security officer"}


def switched(*switches: Plain, **profile: object) -> Plain:
    """Return two areas with two questions each, and a target with these switches."""
    target = {"title": "Good", "default": 2, **profile, "switches": list(switches)}
    return a_framework(facts={"pays": PAYS}, targets={"good": target})


def a_switch(fact: str = "pays", because: str = "Reason.", **levels: object) -> Plain:
    """Return a switch that holds where payments are taken."""
    return {"when": {"fact": fact, "is": True}, "because": because, **levels}


def fitted(framework: Plain, plan: Plain | None = None, **organisation: Any) -> Fitting:  # noqa: ANN401
    """Return a framework as it holds for an organisation; facts that are not given are unknown."""
    whole = {"name": "Sample Council"} | {key: one for key, one in organisation.items() if one is not None}
    model, assessment = read_assessment(an_assessment(organisation=whole, plan=plan), framework)
    return fit(model, assessment.organisation, assessment.plan)


def levels(fitting: Fitting) -> dict[str, int]:
    """Return what the target asks of each question."""
    framework = fitting.framework
    return {id_: framework.target_level(framework.targets["good"], id_) for id_ in framework.question}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"pays": True}, {"d1-q1": 4, "d1-q2": 3, "d2-q1": 2, "d2-q2": 2}),
        ({"pays": False}, {"d1-q1": 2, "d1-q2": 2, "d2-q1": 2, "d2-q2": 2}),
        ({}, {"d1-q1": 2, "d1-q2": 2, "d2-q1": 2, "d2-q2": 2}),
    ],
    ids=["it holds", "it does not", "it is not known"],
)
def test_a_switch_asks_for_its_levels_where_its_condition_holds(facts: Plain, expected: dict[str, int]) -> None:
    assert levels(fitted(switched(a_switch(areas={"d1": 3}, questions={"d1-q1": 4})), facts=facts)) == expected


def test_what_a_switch_leaves_out_stays_and_of_two_the_later_one_wins() -> None:
    document = switched(
        a_switch(default=3, questions={"d1-q1": 4}),
        a_switch(questions={"d1-q1": 5}),
        questions={"d1-q1": 1, "d2-q2": 1},
    )
    assert levels(fitted(document, facts={"pays": True})) == {"d1-q1": 5, "d1-q2": 3, "d2-q1": 3, "d2-q2": 1}


def test_staff_and_sector_are_facts_without_being_asked_for() -> None:
    large = {"when": {"fact": "staff", "at-least": 500}, "because": "Reason.", "default": 3}
    health = {"when": {"fact": "sector", "is": "health"}, "because": "Reason.", "questions": {"d1-q1": 4}}
    fitting = fitted(switched(large, health), staff=500)
    assert levels(fitting) == {"d1-q1": 3, "d1-q2": 3, "d2-q1": 3, "d2-q2": 3}
    assert [(one.holds, one.missing) for one in fitting.switches["good"]] == [(True, ()), (None, ("sector",))]


def test_a_question_can_be_asked_by_size() -> None:
    document = a_framework(1, 1, targets=None)
    document["areas"][0]["questions"][0]["applies-when"] = {"fact": "staff", "at-least": 500}
    for staff, asked in ((499, 0), (500, 1)):
        model, assessment = read_assessment(an_assessment(organisation={"name": "S", "staff": staff}), document)
        readings = read_answers(model, assessment, assessment.assessed_on)
        assert score(Scorer(model, assessment.organisation.known_facts), readings).root.coverage.applicable == asked


@pytest.mark.parametrize(
    ("staff", "days", "others", "cost"),
    [
        (199, (2, 5, 10), 1.5, (25, 50, 50)),
        (200, (4, 10, 20), 3, (100, 200, 200)),
        (4999, (4, 10, 20), 3, (100, 200, 200)),
        (5000, (6, 15, 30), 4.5, (200, 400, 400)),
        (None, (4, 10, 20), 3, (100, 200, 200)),
    ],
)
def test_estimates_are_multiplied_for_their_size(
    staff: int | None, days: tuple[object, ...], others: float, cost: tuple[object, ...]
) -> None:
    document = a_framework(roles=ROLES, actions=[ACTION], estimates={"sizes": SIZES})
    fitting = fitted(document, staff=staff)
    (action,) = fitting.framework.actions
    assert action.effort_days.points == days
    assert action.effort_of_others["ciso"].likely == Fraction(others)
    assert action.cost.points == cost
    assert action.duration_weeks.likely == 4
    assert bool(fitting.framework.estimates.sizes) == (fitting.size is None)  # nothing is multiplied twice
    assert (fitting.size is None, fitting.is_size_unknown) == (staff not in {199, 5000}, staff is None)


def test_amounts_are_converted_exactly_and_staff_time_is_not() -> None:
    document = a_framework(roles=ROLES, actions=[ACTION], estimates={"currency": "GBP", "sizes": SIZES})
    plan = {"currency": "EUR", "exchange-rate": 1.15, "budget-a-quarter": 1000}
    fitting = fitted(document, plan, staff=100)
    (action,) = fitting.framework.actions
    assert action.running_cost_a_year is not None
    assert action.benefit_a_year is not None
    assert action.cost.likely == Fraction("57.5")  # 200 * 0.25 * 1.15
    running, benefit = action.running_cost_a_year.likely, action.benefit_a_year.likely
    assert (running, benefit) == (Fraction("11.5"), 23)
    assert action.effort_days.likely == 5
    assert (fitting.plan.currency, fitting.plan.day_rate) == ("EUR", 460)
    assert (fitting.plan.budget_a_quarter, fitting.converted_from) == (1000, "GBP")


@pytest.mark.parametrize(
    ("theirs", "ours", "found"),
    [("EUR", None, "EUR"), (None, None, "GBP"), (None, "EUR", "EUR"), ("EUR", "EUR", "EUR")],
)
def test_without_an_exchange_rate_nothing_is_converted(theirs: str | None, ours: str | None, found: str) -> None:
    estimates = {} if theirs is None else {"currency": theirs}
    document = a_framework(roles=ROLES, actions=[ACTION], estimates=estimates)
    fitting = fitted(document, {} if ours is None else {"currency": ours})
    assert (fitting.plan.currency, fitting.plan.day_rate, fitting.converted_from) == (found, 400, None)
    assert fitting.framework.actions[0].cost.likely == 200
    assert not fitting.is_size_unknown  # nobody asks for it


def test_amounts_are_converted_where_there_are_no_sizes() -> None:
    estimates = {"currency": "GBP", "basis": "A survey."}
    document = a_framework(roles=ROLES, actions=[ACTION], estimates=estimates)
    framework = fitted(document, {"currency": "EUR", "exchange-rate": 2}).framework
    (action,) = framework.actions
    assert (framework.estimates.currency, framework.estimates.basis) == ("EUR", "A survey.")
    assert (action.cost.likely, action.effort_days.likely) == (400, 10)


@pytest.mark.parametrize("theirs", ["EUR", None])
def test_what_is_in_the_plan_s_currency_is_not_converted_whatever_rate_there_is(theirs: str | None) -> None:
    estimates = {} if theirs is None else {"currency": theirs}
    fitting = fitted(
        a_framework(roles=ROLES, actions=[ACTION], estimates=estimates), {"currency": "EUR", "exchange-rate": 2}
    )
    assert (fitting.framework.actions[0].cost.likely, fitting.plan.day_rate) == (200, 400)


def test_a_day_rate_that_the_plan_names_is_in_its_currency_and_stays() -> None:
    document = a_framework(estimates={"currency": "GBP"})
    plan = {"currency": "EUR", "exchange-rate": 2, "day-rate": 300}
    assert fitted(document, plan).plan.day_rate == 300
    assert fitted(document, {"day-rate": 300}).plan.day_rate == 300


@pytest.mark.parametrize(
    ("year", "inflation", "factor"),
    [
        (2028, 2, Fraction(10404, 10_000)),
        (2023, 2, Fraction(9423, 10_000)),  # 1 / 1.061208
        (2028, 0, Fraction(1)),
        (2027, -1, Fraction(99, 100)),
    ],
)
def test_amounts_are_converted_to_prices_of_the_plan_s_year(year: int, inflation: int, factor: Fraction) -> None:
    estimates = {"currency": "GBP", "price-year": 2026, "basis": "A survey."}
    document = a_framework(roles=ROLES, actions=[ACTION], estimates=estimates)
    plan = {"price-year": year, "inflation": inflation, "budget-a-quarter": 1000}
    fitting = fitted(document, plan)
    (action,) = fitting.framework.actions
    assert action.running_cost_a_year is not None
    assert action.benefit_a_year is not None
    amounts = (action.cost.likely, action.running_cost_a_year.likely, action.benefit_a_year.likely)
    assert amounts == (200 * factor, 40 * factor, 80 * factor)
    assert (action.effort_days.likely, fitting.plan.budget_a_quarter) == (10, 1000)
    assert (fitting.prices_of, fitting.price_factor) == (2026, factor)
    assert (fitting.plan.price_year, fitting.plan.day_rate) == (year, 400 * factor)


@pytest.mark.parametrize(
    ("theirs", "ours", "found"), [(2026, None, 2026), (None, None, None), (None, 2028, 2028), (2026, 2026, 2026)]
)
def test_without_two_price_years_nothing_is_converted(theirs: int | None, ours: int | None, found: int | None) -> None:
    estimates = {} if theirs is None else {"price-year": theirs}
    document = a_framework(roles=ROLES, actions=[ACTION], estimates=estimates)
    fitting = fitted(document, ({} if ours is None else {"price-year": ours}) | {"inflation": 2})
    assert (fitting.plan.price_year, fitting.prices_of, fitting.price_factor) == (found, None, 1)
    assert fitting.framework.actions[0].cost.likely == 200


def test_a_correction_for_optimism_makes_every_estimate_worse() -> None:
    action = {**ACTION, "duration-weeks": {"low": 5, "likely": 10}}
    document = a_framework(roles=ROLES, actions=[action], estimates={"sizes": SIZES, "price-year": 2026})
    bias = {"cost": 40, "effort": 10, "duration": 20, "benefit": 25, "because": "Our last six projects"}
    fitting = fitted(document, {"optimism-bias": bias}, staff=100)
    (found,) = fitting.framework.actions
    assert [*found.cost.points] == [35, 70, 70]  # a quarter for size, and 40 % more
    assert found.running_cost_a_year is not None
    assert found.benefit_a_year is not None
    assert (found.running_cost_a_year.likely, found.benefit_a_year.likely) == (14, 15)
    assert [*found.effort_days.points] == [Fraction("2.2"), Fraction("5.5"), 11]
    assert found.effort_of_others["ciso"].likely == Fraction("1.65")
    assert [*found.duration_weeks.points] == [6, 12, 12]
    assert fitting.bias is fitting.plan.optimism_bias
    assert fitting.framework.estimates.price_year == 2026


def test_a_correction_names_what_it_corrects_and_nothing_else() -> None:
    document = a_framework(roles=ROLES, actions=[an_action("do", {"d1-q1": 5}, cost={"likely": 100})])
    (found,) = fitted(document, {"optimism-bias": {"cost": 200}}).framework.actions
    assert (found.cost.likely, found.effort_days.likely, found.duration_weeks.likely) == (300, 10, 4)
    assert (found.running_cost_a_year, found.benefit_a_year) == (None, None)


def test_what_needs_no_fitting_is_the_framework_itself() -> None:
    model = read_framework(a_framework(actions=[ACTION], roles=ROLES, estimates={"currency": "GBP", "sizes": SIZES}))
    _, assessment = read_assessment(an_assessment(organisation={"name": "S", "staff": 1000}))
    assert fit(model, assessment.organisation, assessment.plan).framework is model


# --- composition ------------------------------------------------------------------------------------------------


def a_part(id_: str, *switches: Plain, **keys: Any) -> Plain:  # noqa: ANN401  any value of a framework
    """Return a framework of one area and one question, with switches of the target `good`."""
    target = {"title": "Good", "default": 2, "switches": list(switches)}
    areas = [an_area(f"{id_}-a", [a_question(f"{id_}-q")])]
    return a_framework(id=id_, areas=areas, facts={"pays": PAYS}, targets={"good": target}, **keys)


def a_whole(*ids: str, target: Plain | None = None, **keys: Any) -> Plain:  # noqa: ANN401
    """Return a framework that includes others."""
    targets = {"good": target or {"title": "Good", "default": 3}}
    return a_framework(0, id="sample", includes=[{"framework": id_} for id_ in ids], targets=targets, **keys)


def test_switches_of_parts_are_those_of_the_whole_with_the_default_at_their_place() -> None:
    one = a_part("one", a_switch(default=4))
    two = a_part("two", a_switch(questions={"two-q": 5}), a_switch("pays", "Another.", areas={"two-a": 3}))
    found = read_framework(a_whole("one", "two"), one, two).targets["good"].switches
    assert [(one.because, one.default, one.areas, one.questions) for one in found] == [
        ("Reason.", None, {"one": 4}, {"two-q": 5}),
        ("Another.", None, {"two-a": 3}, {}),
    ]


def test_what_the_whole_says_no_part_switches() -> None:
    one = a_part("one", a_switch(default=4, questions={"one-q": 5}))
    own = {"title": "Good", "default": 3, "areas": {"one": 1}, "questions": {"one-q": 2}}
    assert read_framework(a_whole("one", target=own), one).targets["good"].switches == ()


def test_a_whole_takes_the_estimates_of_its_parts_and_its_own_before_them() -> None:
    one, two = a_part("one", estimates={"currency": "EUR"}), a_part("two", estimates={"sizes": SIZES})
    found = read_framework(a_whole("one", "two"), one, two).estimates
    assert (found.currency, [size.effort for size in found.sizes]) == ("EUR", [Fraction(1, 2), Fraction(3, 2)])
    own = read_framework(a_whole("one", "two", estimates={"sizes": SIZES[:1]}), one, two).estimates
    assert [size.effort for size in own.sizes] == [Fraction(1, 2)]


# --- everywhere -------------------------------------------------------------------------------------------------


def test_scores_gaps_and_roadmap_read_the_switched_target_and_the_fitted_estimates(tmp_path: Path) -> None:
    document = switched(a_switch(questions={"d1-q1": 5}))
    document |= {"roles": ROLES, "actions": [ACTION], "estimates": {"currency": "GBP", "sizes": SIZES}}
    organisation = {"name": "S", "staff": 100, "facts": {"pays": True}}
    answers = {f"d{d}-q{q}": 2 for d in (1, 2) for q in (1, 2)}
    write(document, tmp_path)
    path = write(an_assessment(answers, organisation=organisation), tmp_path)
    assessed = assess(str(path))
    assert [(gap.question, gap.target) for gap in assessed.gaps] == [("d1-q1", 5)]
    assert assessed.roadmap is not None
    assert assessed.roadmap.totals.effort_days == (Fraction("3.5"), Fraction("6.5"), Fraction("11.5"))
    assert assessed.roadmap.quarters[0].effort_by_role == {"ciso": Fraction("1.5"), "lead": 5}
    assert assessed.roadmap.totals.cost[1] == 50
