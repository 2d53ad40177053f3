"""Laws of fitting: a framework in another currency or for another size leads to the same plan, as far as it may."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.errors import NoRoadmap
from readiness.model.assessment import Organisation, Plan
from readiness.model.estimates import Estimates, Size
from readiness.model.framework import Framework
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.schedule import plan_roadmap
from readiness.scoring.engine import Scorer
from readiness.scoring.fitting import fit
from tests.laws.plans import Problem, problems
from tests.laws.strategies import TODAY, slow_law

FACTORS = st.sampled_from((Fraction(1, 2), Fraction(3, 2), Fraction(2), Fraction(115, 100)))


def planned(problem: Problem, framework: Framework, plan: Plan) -> Roadmap | None:
    """Return the roadmap of a framework under limits, or None when nothing fits."""
    case = problem.case
    try:
        scorer = Scorer(framework, case.assessment.organisation.known_facts)
        return plan_roadmap(scorer, case.readings, case.scorecard, plan, assessed_on=TODAY)
    except NoRoadmap:
        return None


def is_weighed(problem: Problem) -> bool:
    """Tell whether every action has a price; one without is compared as if it had the least."""
    return all(one.cost.likely or one.days_of_all[1] for one in problem.actions.values())


def times(plan: Plan, *, days: Fraction, money: Fraction) -> dict[str, object]:
    """Return the limits of a plan multiplied."""
    budget = plan.budget_a_quarter
    return {
        "budget_a_quarter": None if budget is None else budget * money,
        "capacity_days_a_quarter": {team: limit * days for team, limit in plan.capacity_days_a_quarter.items()},
    }


def assert_same(before: Roadmap | None, after: Roadmap | None, *, days: Fraction, money: Fraction) -> None:
    """Assert that two plans do the same at the same time, one at a multiple of the other's effort and cost."""
    if before is None or after is None:
        assert before is after
        return
    assert [(one.action.id, one.start, one.end) for one in after.actions] == [
        (one.action.id, one.start, one.end) for one in before.actions
    ]
    assert [one.score for one in after.quarters] == [one.score for one in before.quarters]
    assert after.totals.cost == tuple(one * money for one in before.totals.cost)
    assert after.totals.running_cost_a_year == tuple(one * money for one in before.totals.running_cost_a_year)
    assert after.totals.effort_days == tuple(one * days for one in before.totals.effort_days)


@slow_law
@given(problems(), FACTORS)
def test_a_plan_in_another_currency_is_the_same_plan(problem: Problem, rate: Fraction) -> None:
    assume(is_weighed(problem))
    organisation, plan = problem.case.assessment.organisation, problem.plan
    framework = problem.case.framework.changed(estimates=Estimates.model_construct(currency="GBP"))
    assert plan.day_rate is not None
    limits = times(plan, days=Fraction(1), money=rate)
    abroad = plan.changed(currency="EUR", exchange_rate=rate, day_rate=plan.day_rate * rate, **limits)
    home = fit(framework, organisation, plan)
    away = fit(framework, organisation, abroad)
    assert (home.framework, home.plan.currency) == (framework, "GBP")
    one, other = (planned(problem, fitted.framework, fitted.plan) for fitted in (home, away))
    assert_same(one, other, days=Fraction(1), money=rate)


@slow_law
@given(problems(), FACTORS, st.sampled_from((1, 199, 200, 4999)))
def test_a_body_of_which_more_is_asked_plans_the_same_with_as_much_more(
    problem: Problem, factor: Fraction, staff: int
) -> None:
    assume(is_weighed(problem))
    sizes = (Size.model_construct(staff_at_least=200, staff_below=5000, effort=factor, money=factor),)
    framework = problem.case.framework.changed(estimates=Estimates.model_construct(sizes=sizes))
    organisation = Organisation.model_construct(name="Sample", staff=staff, facts=problem.case.facts)
    applies = factor if 200 <= staff < 5000 else Fraction(1)
    fitted = fit(framework, organisation, problem.plan.changed(**times(problem.plan, days=applies, money=applies)))
    before = planned(problem, problem.case.framework, problem.plan)
    assert_same(before, planned(problem, fitted.framework, fitted.plan), days=applies, money=applies)


@slow_law
@given(problems(), FACTORS)
def test_what_is_fitted_already_stays(problem: Problem, factor: Fraction) -> None:
    sizes = (Size.model_construct(staff_below=200, effort=factor, money=factor),)
    estimates = Estimates.model_construct(currency="GBP", sizes=sizes)
    organisation = Organisation.model_construct(name="Sample", staff=100, facts=problem.case.facts)
    plan = problem.plan.changed(currency="EUR", exchange_rate=factor)
    once = fit(problem.case.framework.changed(estimates=estimates), organisation, plan)
    twice = fit(once.framework, organisation, once.plan)
    assert (twice.framework, twice.plan) == (once.framework, once.plan)
