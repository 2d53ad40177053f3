"""Weights drawn around their values."""

from __future__ import annotations

import math

import numpy as np
import pytest

from readiness.scoring.engine import Headline
from readiness.scoring.rollup import ROLLUPS
from readiness.sensitivity.arrays import ARRAY_ROLLUPS
from readiness.sensitivity.drawing import declared, drawn
from readiness.sensitivity.many import Many
from tests.builders import Plain, a_framework, a_question
from tests.unit.scoring.sheet import a_sheet

DRAWS = 40_000


def shares(*weights: int, answers: dict[str, object] | None = None, **scoring: object) -> list[tuple[float, float]]:
    """Return mean and standard deviation of each question's share of the weight of those that count."""
    many = a_many(a_root(*weights, **scoring), answers or {f"q{n}": 3 for n in range(len(weights))})
    drawn_weights = many.weights(many.now.scorer.root)
    whole = sum(float(weight) for weight in weights)
    return [(float(np.mean(one / whole)), float(np.std(one / whole))) for one in drawn_weights]


def a_root(*weights: int, **scoring: object) -> Plain:
    """Return a framework of questions of these weights."""
    rung = 1 if scoring.get("rollup") == "ladder" else None
    questions = [a_question(f"q{n}", weight=weight, rung=rung) for n, weight in enumerate(weights)]
    return a_framework(0, questions, scoring=scoring)


def a_many(framework: Plain, answers: dict[str, object], seed: int = 1) -> Many:
    """Return many evaluations of one sheet."""
    sheet = a_sheet(framework, answers)
    now = Headline(sheet.scorer, sheet.readings)
    return Many(now, drawn(now, DRAWS, seed))


def test_one_weight_of_four_alike_has_a_standard_deviation_of_a_quarter_of_itself() -> None:
    for mean, deviation in shares(1, 1, 1, 1):
        assert mean == pytest.approx(0.25, abs=0.002)
        assert deviation == pytest.approx(0.25 * math.sqrt(3 / 49), abs=0.001)


def test_the_mean_of_the_drawn_shares_are_the_shares_of_the_framework() -> None:
    for (mean, _), share in zip(shares(1, 2, 5), (1 / 8, 2 / 8, 5 / 8), strict=True):
        assert mean == pytest.approx(share, abs=0.003)


def test_a_weight_has_its_own_chance_whatever_the_order_and_the_other_parts() -> None:
    answers: dict[str, object] = {"a": 1, "b": 3, "c": 5}
    questions = [a_question(id_) for id_ in answers]
    one = a_many(a_framework(0, questions), answers).overall.ratio
    other = a_many(a_framework(0, list(reversed(questions))), answers).overall.ratio
    assert np.allclose(one, other, rtol=0, atol=1e-12)
    assert not np.allclose(one, a_many(a_framework(0, questions), answers, seed=2).overall.ratio)


@pytest.mark.parametrize("rollup", ["min", "max", "ladder", "stack"])
def test_no_weights_are_drawn_where_they_are_ignored(rollup: str) -> None:
    assert shares(1, 2, rollup=rollup) == [(1 / 3, 0), (2 / 3, 0)]


def test_a_part_that_does_not_count_takes_no_weight_from_the_others() -> None:
    many = a_many(a_root(1, 3), {"q0": 5, "q1": {"not-applicable": "There is none."}})
    assert many.overall.ratio.tolist() == [1.0]


def test_every_roll_up_of_the_engine_has_one_over_arrays() -> None:
    assert list(ARRAY_ROLLUPS) == list(ROLLUPS)


def test_an_area_that_is_blocked_decides_a_condition_as_it_does_at_the_declared_weights() -> None:
    sheet = a_sheet(
        a_framework(
            2,
            scoring={"unanswered": "block"},
            gates=[{"when": {"area": "d1", "at-least-ratio": 0}, "cap-at-level": 2, "because": "It is so."}],
        ),
        {"d1-q1": 3},
    )
    many = Many(Headline(sheet.scorer, sheet.readings), declared)
    assert many.overall.blocked.all()
    assert not many.overall.counts.any()


def test_a_weight_far_below_the_others_keeps_its_mean_and_never_vanishes() -> None:
    many = a_many(a_root(1, 1000), {"q0": 1, "q1": 5})
    small = many.weights(many.now.scorer.root)[0]
    assert float(np.mean(small)) == pytest.approx(1, abs=0.2)
    assert float(np.min(small)) > 0.0003
