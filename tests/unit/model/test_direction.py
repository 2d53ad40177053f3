"""Which of two values is better, in both directions."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.model.compose import compose
from readiness.model.direction import Direction
from readiness.model.framework import Include
from readiness.model.scale import MATURITY_5
from tests.builders import a_framework, a_question, an_area, read_framework

UP, DOWN = Direction.BETTER, Direction.WORSE
ONE, TWO = Fraction(1), Fraction(2)


def test_a_gain_is_how_much_better_a_value_gets() -> None:
    assert (UP.gain(ONE, TWO), UP.gain(TWO, ONE)) == (1, -1)
    assert (DOWN.gain(ONE, TWO), DOWN.gain(TWO, ONE)) == (-1, 1)


def test_a_value_is_short_of_what_is_wanted_on_one_side_only() -> None:
    assert [UP.short(ONE, TWO), UP.short(TWO, TWO), UP.short(TWO, ONE)] == [1, 0, 0]
    assert [DOWN.short(ONE, TWO), DOWN.short(TWO, TWO), DOWN.short(TWO, ONE)] == [0, 0, 1]


def test_the_better_of_two_is_the_higher_or_the_lower() -> None:
    assert (UP.better(ONE, TWO), UP.worse(ONE, TWO)) == (2, 1)
    assert (DOWN.better(ONE, TWO), DOWN.worse(ONE, TWO)) == (1, 2)
    assert sorted([ONE, TWO], key=UP.goodness) == [1, 2]
    assert sorted([ONE, TWO], key=DOWN.goodness) == [2, 1]


def test_each_end_of_a_scale_is_the_best_in_one_direction() -> None:
    assert (UP.best, UP.worst, DOWN.best, DOWN.worst) == (1, 0, 0, 1)
    assert (UP.best_level(MATURITY_5), UP.worst_level(MATURITY_5)) == (5, 1)
    assert (DOWN.best_level(MATURITY_5), DOWN.worst_level(MATURITY_5)) == (1, 5)


@pytest.mark.parametrize(
    ("direction", "level", "then"), [(UP, 3, 2), (UP, 1, 1), (DOWN, 3, 4), (DOWN, 5, 5), (UP, 5, 4), (DOWN, 1, 2)]
)
def test_one_level_worse_stops_at_the_worst(direction: Direction, level: int, then: int) -> None:
    assert direction.worse_by_one(level, MATURITY_5) == then


def test_a_level_that_is_asked_for_is_met_by_itself_and_by_better_ones() -> None:
    assert [UP.is_met(level, 3) for level in (2, 3, 4)] == [False, True, True]
    assert [DOWN.is_met(level, 3) for level in (2, 3, 4)] == [True, True, False]


def test_a_direction_holds_for_everything_below() -> None:
    inner = an_area("inner", [a_question("b")])
    beside = an_area("beside", [a_question("c")], higher_is="better", measure=True)
    framework = read_framework(
        a_framework(higher_is="worse", areas=[an_area("outer", [a_question("a")], areas=[inner]), beside])
    )
    assert {id_: str(found) for id_, found in framework.direction.items()} == {
        "sample": "worse",
        "outer": "worse",
        "inner": "worse",
        "beside": "better",
        "a": "worse",
        "b": "worse",
        "c": "better",
    }


def test_an_included_framework_keeps_its_direction() -> None:
    part = read_framework(a_framework(1, 1, id="part", higher_is="worse"))
    include = Include.model_validate({"framework": "part", "measure": True})
    whole = read_framework(a_framework(0, [a_question("q")]))
    composed = compose(whole.changed(includes=(include,)), {"part": part})
    assert (composed.direction["sample"], composed.direction["part"], composed.direction["d1-q1"]) == (UP, DOWN, DOWN)
