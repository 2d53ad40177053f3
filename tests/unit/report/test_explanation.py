"""Explanations where the parts are many, the ends only safe, or there is nothing to divide by."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.report.explanation import Basis, Explanation, explain
from readiness.report.explanation.account import Figure
from readiness.scoring.ends import at_end
from readiness.scoring.rollup import ROLLUPS
from tests.builders import Plain, a_framework, a_question, an_area
from tests.laws.calculator import check_equations
from tests.unit.scoring.sheet import Sheet, a_sheet

MANY = 40
OPTIONS: dict[str, Plain] = {"gmean": {"floor": 0.1}, "hmean": {"floor": 0.1}}


def explained(sheet: Sheet, id_: str, figure: Figure = "score") -> Explanation:
    """Return the explanation of a node."""
    shown = sheet.scorecard
    if figure in {"low", "high"}:
        shown = at_end(sheet.scorer, sheet.readings, sheet.scorecard, "low" if figure == "low" else "high")
    return explain(Basis(sheet.framework, sheet.scorecard, shown, figure, gaps=sheet.gaps), id_)


def many(rollup: str) -> Sheet:
    """Return an area of forty questions with weights 1, 2 and 3 in turn, at levels 2 to 5."""
    questions = [
        a_question(f"q{n}", weight=n % 3 + 1, rung=n % 4 + 1 if rollup == "ladder" else None) for n in range(MANY)
    ]
    area = an_area("d1", questions, scoring={"rollup": rollup, **OPTIONS.get(rollup, {})})
    return a_sheet(a_framework(areas=[area]), {f"q{n}": n % 4 + 2 for n in range(MANY)})


@pytest.mark.parametrize("rollup", ROLLUPS)
def test_a_sum_too_long_to_read_is_told_by_its_result(rollup: str) -> None:
    parts = explained(many(rollup), "d1").parts
    assert parts is not None
    assert len(parts.formula) < 160
    assert check_equations(parts.sum) == 1
    if rollup not in {"min", "max", "gmean"}:
        assert check_equations(parts.formula) == 1


def test_the_sum_of_many_weighted_parts_is_named() -> None:
    parts = explained(many("mean"), "d1").parts
    assert parts is not None
    # Every twelve parts each weight meets each level once: 6 × 14, three times; then 1 × 2 + 2 × 3 + 3 × 4 + 1 × 5.
    assert parts.formula.startswith("weight × score, summed over 40 parts, is 277; 277 / 79 = ")


def test_many_parts_that_may_not_count_still_lead_to_the_ends() -> None:
    questions = [a_question(f"q{n}", scoring={"unanswered": "exclude"}) for n in range(15)]
    sheet = a_sheet(a_framework(areas=[an_area("d1", questions)]), {"q0": 3})
    for figure, score in (("low", 1), ("high", 5)):
        found = explained(sheet, "d1", "low" if figure == "low" else "high")
        assert found.parts is not None
        assert found.node.score == found.parts.before == Fraction(3 + 14 * score, 15)


def test_options_without_points_have_no_equation() -> None:
    options = [{"id": "a", "text": "One", "points": 0}, {"id": "b", "text": "Two", "points": 0}]
    question = a_question("q", "choice", options=options)
    sheet = a_sheet(a_framework(areas=[an_area("d1", [question])]), {"q": {"option": "a"}})
    answer = explained(sheet, "q").answer
    assert answer is not None
    assert answer.formula == "no option is worth points, so it is 0"


def test_a_measured_value_beyond_the_best_is_held() -> None:
    question = a_question("q", "number", bounds={"worst": 0, "best": 50})
    sheet = a_sheet(a_framework(areas=[an_area("d1", [question])]), {"q": {"value": 80}})
    answer = explained(sheet, "q").answer
    assert answer is not None
    assert answer.formula == "(80 − 0) / (50 − 0) = 1.6, held at 1"
