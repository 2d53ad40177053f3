"""How firm a level is: examples worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from readiness.sensitivity.analysis import find_sensitivity
from readiness.sensitivity.result import DrawnWeights, Fewest, Sensitivity
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

DRAWS = 2000


def analysed(framework: Plain, answers: Mapping[str, Any] | None = None, target: str | None = "good") -> Sensitivity:
    """Return the analysis of a plain framework and answers."""
    sheet = a_sheet(framework, answers, target=target)
    return find_sensitivity(sheet.scorer, sheet.readings, draws=DRAWS)


def weights_of(framework: Plain, answers: Mapping[str, Any]) -> DrawnWeights:
    """Return what other weights do."""
    found = analysed(framework, answers).weights
    assert found is not None
    return found


def changed(fewest: Fewest | None) -> list[str]:
    """Return the questions whose answers change."""
    assert fewest is not None
    return [one.question for one in fewest.changes]


# --- weights --------------------------------------------------------------------------------------------------------


def test_a_score_on_the_edge_of_a_level_in_every_draw_keeps_its_level() -> None:
    # 0.1 has no exact binary form, so the mean of three equal ratios is often a little below them.
    questions = [a_question(f"q{n}", weight=weight) for n, weight in enumerate((1, 3, 7))]
    weights = weights_of(a_framework(0, questions), {"q0": 3, "q1": 3, "q2": 3})
    assert weights.holds.value == 1
    assert weights.holds.error == 0
    assert weights.places == {2: 1.0}
    assert (weights.low, weights.high) == (pytest.approx(3), pytest.approx(3))
    assert weights.dimensions == ()


def test_a_level_that_hangs_on_the_weights_holds_in_half_of_the_draws() -> None:
    # (2 + 4) / 2 = 3 exactly, on the edge: half of all draws lie below.
    weights = weights_of(a_framework(2, 1), {"d1-q1": 2, "d2-q1": 4})
    assert weights.holds.value == pytest.approx(0.5, abs=0.05)
    assert weights.holds.error == pytest.approx((0.25 / DRAWS) ** 0.5, abs=0.001)
    assert set(weights.places) == {1, 2}
    assert sum(weights.places.values()) == pytest.approx(1)


def test_equally_weak_dimensions_share_the_draw_and_the_ranks() -> None:
    weights = weights_of(a_framework(3, 1), {"d1-q1": 2, "d2-q1": 2, "d3-q1": 4})
    assert [one.weakest.value for one in weights.dimensions] == [0.5, 0.5, 0.0]
    assert [(one.first_rank, one.last_rank) for one in weights.dimensions] == [(1, 2), (1, 2), (3, 3)]


def test_the_weakest_changes_with_the_weights_within_the_dimensions() -> None:
    # Both dimensions stand at 3, each with one question at 1 and one at 5.
    weights = weights_of(a_framework(2), {"d1-q1": 1, "d1-q2": 5, "d2-q1": 5, "d2-q2": 1})
    assert [one.weakest.value for one in weights.dimensions] == [pytest.approx(0.5, abs=0.05)] * 2
    assert [(one.first_rank, one.last_rank) for one in weights.dimensions] == [(1, 2), (1, 2)]


def test_where_higher_is_worse_the_highest_dimension_is_the_worst() -> None:
    weights = weights_of(a_framework(2, 1, higher_is="worse"), {"d1-q1": 2, "d2-q1": 4})
    assert [one.weakest.value for one in weights.dimensions] == [0.0, 1.0]
    assert [one.first_rank for one in weights.dimensions] == [2, 1]


def test_a_gate_on_an_area_goes_with_the_draw() -> None:
    # d1 stands on the edge of the condition, so that the gate holds in half of the draws: level 1, else 4.
    gate = a_gate({"not": {"area": "d1", "at-least-ratio": Fraction(1, 2)}}, 1)
    framework = a_framework(2, gates=[gate])
    weights = weights_of(framework, {"d1-q1": 1, "d1-q2": 5, "d2-q1": 5, "d2-q2": 5})
    assert weights.places[0] == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(
    ("framework", "answers"),
    [
        (a_framework(1, 1), {"d1-q1": 3}),
        (a_framework(1, 3, scoring={"rollup": "min"}), {"d1-q1": 3}),
        (a_framework(2, scoring={"unanswered": "block"}), {"d1-q1": 3}),
        (a_framework(2, scoring={"unanswered": "exclude"}), {}),
    ],
    ids=["one part", "no weights", "blocked", "nothing answered"],
)
def test_where_no_weight_counts_nothing_is_drawn(framework: Plain, answers: Mapping[str, Any]) -> None:
    assert analysed(framework, answers).weights is None


def test_the_same_seed_gives_the_same_result() -> None:
    answers = {"d1-q1": 2, "d1-q2": 5, "d2-q1": 4}
    assert analysed(a_framework(2), answers) == analysed(a_framework(2), answers)


# --- parts left out -------------------------------------------------------------------------------------------------


def test_leaving_out_a_dimension_gives_the_score_of_the_others() -> None:
    found = analysed(a_framework(3, 1), {"d1-q1": 1, "d2-q1": 3, "d3-q1": 4}).without_dimension
    # (1 + 3 + 4) / 3 = 8/3; without d1 7/2, without d2 5/2, without d3 2.
    assert [(one.id, one.score, one.change) for one in found] == [
        ("d1", Fraction(7, 2), Fraction(5, 6)),
        ("d3", 2, Fraction(-2, 3)),
        ("d2", Fraction(5, 2), Fraction(-1, 6)),
    ]
    assert [one.place for one in found] == [2, 1, 1]


def test_an_area_that_is_left_with_nothing_goes_with_its_question() -> None:
    found = analysed(a_framework(2, 1), {"d1-q1": 1, "d2-q1": 3}).without_question
    assert [(one.id, one.score) for one in found] == [("d1-q1", 3), ("d2-q1", 1)]


def test_without_the_only_part_there_is_no_score() -> None:
    (only,) = analysed(a_framework(1, 1), {"d1-q1": 3}).without_dimension
    assert (only.score, only.change, only.place) == (None, None, None)


def test_a_question_deep_down_is_left_out_of_all_that_hold_it() -> None:
    framework = a_framework(0, areas=[an_area("d1", areas=[an_area("c1", [a_question("q1"), a_question("q2")])])])
    found = analysed(framework, {"q1": 2, "q2": 4}).without_question
    assert [(one.id, one.score) for one in found] == [("q1", 4), ("q2", 2)]


def test_conditions_still_see_what_is_left_out() -> None:
    framework = a_framework(2, 1, gates=[a_gate({"question": "d1-q1", "below": 2}, 2)])
    found = analysed(framework, {"d1-q1": 1, "d2-q1": 5}).without_dimension
    assert {one.id: one.score for one in found} == {"d1": 2, "d2": 1}


def test_a_sum_over_all_maxima_forgets_what_is_left_out() -> None:
    framework = a_framework(2, 1, scoring={"rollup": "sum", "maxima": "all"})
    found = analysed(framework, {"d1-q1": 3, "d2-q1": 5}).without_dimension
    assert {one.id: one.score for one in found} == {"d1": 5, "d2": 3}


# --- answers changed ------------------------------------------------------------------------------------------------


def test_the_fewest_changes_are_found_and_proved() -> None:
    # Weights 1 and 3: (1 × 2 + 3 × 3) / 4 = 11/4. The heavy one at 4 gives 14/4, level 3; at 2 it is 2 still, so that
    # both have to fall.
    framework = a_framework(0, [a_question("light"), a_question("heavy", weight=3)])
    found = analysed(framework, {"light": 2, "heavy": 3})
    assert found.place == 1
    assert changed(found.higher) == ["heavy"]
    assert changed(found.lower) == ["heavy", "light"]
    for fewest in (found.lower, found.higher):
        assert fewest is not None
        assert fewest.is_smallest


def test_the_weakest_of_all_must_rise_where_the_lowest_counts() -> None:
    found = analysed(
        a_framework(0, [a_question(f"q{n}") for n in range(3)], scoring={"rollup": "min"}), {"q0": 2, "q1": 2, "q2": 4}
    )
    assert changed(found.higher) == ["q0", "q1"]
    assert len(changed(found.lower)) == 1
    assert found.higher is not None
    assert found.higher.is_smallest


def test_a_gate_that_holds_is_lifted_by_the_answer_that_it_looks_at() -> None:
    framework = a_framework(0, [a_question(f"q{n}") for n in range(4)], gates=[a_gate({"question": "q0", "below": 2})])
    found = analysed(framework, {"q0": 1, "q1": 5, "q2": 5, "q3": 5})
    assert changed(found.higher) == ["q0"]


def test_there_is_nothing_above_the_top_and_below_the_bottom() -> None:
    top, bottom = (analysed(a_framework(1, 1), {"d1-q1": level}) for level in (5, 1))
    assert top.higher is None
    assert changed(top.lower) == ["d1-q1"]
    assert bottom.lower is None


def test_what_no_single_steps_reach_is_said_to_be_out_of_reach() -> None:
    # All at their best but one, of 1, which is missing: the most is (5 + 1) / 2.
    found = analysed(a_framework(0, [a_question("q0"), a_question("q1")]), {"q0": 5})
    assert found.higher == Fewest(None, (), None)
    assert found.answers == 1


def test_where_a_question_may_appear_no_smaller_number_is_ruled_out() -> None:
    hidden = a_question("q2", applies_when={"question": "q0", "at-least": 4})
    questions = [a_question("q0"), a_question("q1"), hidden]
    found = analysed(a_framework(0, questions), {"q0": 3, "q1": 3, "q2": 5})
    # One step of q0 shows q2: (4 + 3 + 5) / 3 = 4.
    assert changed(found.higher) == ["q0"]
    assert found.higher is not None
    assert found.higher.at_least == 1


def test_answers_without_the_evidence_they_need_and_of_low_confidence_are_marked() -> None:
    framework = a_framework(0, [a_question("q0"), a_question("q1")], evidence={"required-from": 3})
    found = analysed(framework, {"q0": {"level": 3}, "q1": {"level": 2, "confidence": "low"}}, target=None)
    assert found.higher is not None
    assert {one.question: one.doubtful for one in found.higher.changes} in ({"q0": True}, {"q1": True})


def test_bands_stand_where_levels_would() -> None:
    ranges = [{"name": "Low", "to": "0.5"}, {"name": "High", "from": "0.5"}]
    bands = {
        "of": "ratio",
        "inclusive": "upper",
        "ranges": [{**one, **{key: Fraction(1, 2) for key in one if key != "name"}} for one in ranges],
    }
    found = analysed(a_framework(2, 1, bands=bands), {"d1-q1": 3, "d2-q1": 3})
    assert found.standings.names == ("Low", "High")
    assert found.place == 0
    assert found.lower is None
    assert len(changed(found.higher)) == 1
    assert found.weights is not None
    assert found.weights.holds.value == 1


def test_measures_are_no_part_of_the_ranking_and_move_nothing() -> None:
    framework = a_framework(2, 1)
    framework["areas"].append(an_area("beside", [a_question("m1")], measure=True))
    found = analysed(framework, {"d1-q1": 2, "d2-q1": 4, "m1": 1})
    assert found.weights is not None
    assert [one.id for one in found.weights.dimensions] == ["d1", "d2"]
    assert {one.id for one in found.without_question} == {"d1-q1", "d2-q1"}


@pytest.mark.parametrize("rollup", ["max", "gmean", "hmean", "share", "ladder", "stack", "deduct", "sum"])
def test_every_roll_up_can_be_searched(rollup: str) -> None:
    options = {"gmean": {"floor": Fraction(1, 10)}, "hmean": {"floor": Fraction(1, 10)}}.get(rollup, {})
    questions = [a_question(f"q{n}", rung=n + 1 if rollup == "ladder" else None) for n in range(3)]
    found = analysed(a_framework(0, questions, scoring={"rollup": rollup, **options}), {"q0": 5, "q1": 4, "q2": 4})
    assert found.higher is None or len(found.higher.changes) in {1, 2}
