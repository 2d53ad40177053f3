"""Laws of the ranking in a spreadsheet: it keeps the limits, so that what others are compared with could be done."""

from __future__ import annotations

from hypothesis import given

from readiness.errors import NoRoadmap
from readiness.roadmap.best import best
from readiness.roadmap.breaches import breaches
from readiness.roadmap.spreadsheet import by_spreadsheet
from tests.laws.plans import PLANNED, problems
from tests.laws.plans import Problem as Written
from tests.laws.strategies import slow_law
from tests.laws.test_best_plans import the


@slow_law
@given(problems(PLANNED))
def test_a_spreadsheet_keeps_the_limits_and_the_solver_is_never_worse(written: Written) -> None:
    problem = the(written)
    try:
        sheet = by_spreadsheet(problem)
    except NoRoadmap:
        return
    assert not list(breaches(problem, sheet.choices))
    assert best(problem).worth.value >= sheet.worth.value
