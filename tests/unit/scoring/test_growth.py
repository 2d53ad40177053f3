"""The work of one assessment grows as its framework does, whether areas are many or large.

Work is counted in calls of Python functions, which no busy machine changes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from readiness.gaps import find_gaps
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.score import score
from tests.builders import Plain, a_framework, a_gate, a_question, an_area, an_assessment
from tests.laws.strategies import TODAY, frozen

FEW, TIMES = 25, 4


def wide(size: int, rollup: str) -> Plain:
    """Return one area with all questions."""
    return a_framework(areas=[an_area("all", questions(0, size), scoring={"rollup": rollup})])


def nested(size: int, rollup: str) -> Plain:
    """Return areas of five questions in areas of five areas, with a gate each."""
    areas = [
        an_area(
            f"a{n}", questions(n, n + 5), scoring={"rollup": rollup}, gates=[a_gate({"question": f"q{n}", "below": 2})]
        )
        for n in range(0, size, 5)
    ]
    return a_framework(areas=[an_area(f"b{n}", areas=areas[n : n + 5]) for n in range(0, len(areas), 5)])


def questions(first: int, end: int) -> list[Plain]:
    return [
        a_question(f"q{n}", applies_when={"question": f"q{n - 1}", "at-least": 1} if n % 5 == 1 else None)
        for n in range(first, end)
    ]


def calls(document: Plain) -> int:
    """Return how many functions are called to score a framework and to find its gaps, every answer being at level 2."""
    framework = Framework.model_validate(frozen(document))
    plain = an_assessment(dict.fromkeys(framework.question, 2))
    assessment = Assessment.model_validate(frozen(plain))

    def assess() -> None:
        scorer = Scorer(framework, {})
        readings = read_answers(framework, assessment, TODAY)
        assert len(find_gaps(scorer, readings, score(scorer, readings, "good"))) == len(framework.question)

    assess()  # whatever is kept from then on
    found = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal found
        found += event == "call"

    sys.setprofile(count)
    try:
        assess()
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("rollup", ["mean", "sum", "gmean"])
@pytest.mark.parametrize("shape", [wide, nested])
def test_four_times_the_questions_take_little_more_than_four_times_the_work(
    shape: Callable[[int, str], Plain], rollup: str
) -> None:
    assert calls(shape(FEW * TIMES, rollup)) < 1.1 * TIMES * calls(shape(FEW, rollup))
