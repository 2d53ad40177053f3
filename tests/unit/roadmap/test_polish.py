"""A plan that a rounding error lets break a limit is mended in exact arithmetic."""

from __future__ import annotations

import pytest

from readiness.roadmap.breaches import breaches
from readiness.roadmap.polish import repaired
from readiness.roadmap.solution import Choice
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

ONE_AT_A_TIME: Plain = {"quarters": 3, "budget-a-quarter": 100}


def priced(id_: str, **keys: object) -> Plain:
    return an_action(id_, {"q": 3}, cost={"likely": 60}, **keys)


@pytest.mark.parametrize(
    ("offered", "planned", "kept"),
    [
        ([priced("a"), priced("b")], [("a", 0), ("b", 0)], [("a", 0), ("b", 1)]),
        ([priced("a"), priced("b", needs=["a"])], [("a", 2), ("b", 2)], [("a", 2)]),
        ([priced("a"), priced("b", **{"instead-of": ["a"]})], [("a", 0), ("b", 1)], [("a", 0)]),
        ([priced("a"), priced("b")], [("a", 0), ("b", 2)], [("a", 0), ("b", 2)]),
    ],
    ids=["what does not fit waits", "what is never ready goes", "a rival goes", "what fits stays"],
)
def test_what_breaks_a_limit_waits_or_goes(
    offered: list[Plain], planned: list[tuple[str, int]], kept: list[tuple[str, int]]
) -> None:
    problem = a_problem(questions("q"), {"q": 1}, offered, limits=ONE_AT_A_TIME)
    mended = repaired(problem, [Choice(*one) for one in planned])
    assert mended == tuple(Choice(*one) for one in kept)
    assert breaches(problem, mended) == ()
