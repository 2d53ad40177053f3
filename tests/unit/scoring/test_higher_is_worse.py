"""Where higher is worse: what is scored stays, and what is good about it turns."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.model.direction import Direction
from readiness.scoring.reading import Reading, with_items
from readiness.scoring.result import State
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

QUARTER = Fraction(1, 4)
GOOD = {"good": {"title": "Good", "default": 2}}


def risky(*gates: Plain, **keys: object) -> Plain:
    """Return a framework in which higher is worse: one area with these gates and the questions a and b; target 2."""
    area = an_area("d1", [a_question("a"), a_question("b")], gates=list(gates))
    return a_framework(0, [], **{"areas": [area], "higher_is": "worse", "targets": GOOD} | keys)


def test_points_and_scores_do_not_turn() -> None:
    up, down = (a_sheet(risky(higher_is=way), {"a": 1, "b": 4}) for way in ("better", "worse"))
    assert (down.root.score, down.root.ratio, down.root.level) == (up.root.score, up.root.ratio, up.root.level)
    assert down.root.score == Fraction(5, 2)
    assert down["a"].direction is Direction.WORSE


def test_a_gate_holds_the_score_at_its_level_or_above() -> None:
    sheet = a_sheet(risky(a_gate({"question": "b", "at-least": 3}, 3)), {"a": 1, "b": 3})
    assert (sheet["d1"].raw_ratio, sheet["d1"].ratio, sheet["d1"].score) == (QUARTER, 2 * QUARTER, 3)
    (gate,) = sheet["d1"].gates
    assert (gate.holds, gate.loss) == (True, -QUARTER)


def test_a_gate_leaves_a_score_that_is_worse_than_its_level() -> None:
    sheet = a_sheet(risky(a_gate({"question": "b", "at-least": 3}, 3)), {"a": 4, "b": 4})
    assert (sheet["d1"].score, sheet["d1"].gates[0].holds, sheet["d1"].gates[0].loss) == (4, True, 0)


def test_what_two_gates_add_adds_up() -> None:
    gates = a_gate({"question": "b", "at-least": 3}, 3), a_gate({"question": "b", "at-least": 2}, 4)
    sheet = a_sheet(risky(*gates), {"a": 1, "b": 3})
    assert [gate.loss for gate in sheet["d1"].gates] == [-QUARTER, -QUARTER]
    assert sheet["d1"].score == 4


def test_a_gate_that_may_hold_widens_the_range_upwards() -> None:
    sheet = a_sheet(risky(a_gate({"question": "b", "at-least": 3}, 4), scoring={"unanswered": "full"}), {"a": 1})
    # b at 1 or 2 leaves (1 + b) / 2, at 3 to 5 the gate holds at 4
    assert (sheet["d1"].low, sheet["d1"].high, sheet["d1"].score) == (1, 4, 4)


@pytest.mark.parametrize(("level", "evidenced", "needs"), [(1, 4, True), (3, 4, True), (4, 4, False), (5, 5, False)])
def test_a_low_answer_without_evidence_counts_one_level_above_the_one_that_needs_it(
    level: int, evidenced: int, *, needs: bool
) -> None:
    sheet = a_sheet(risky(evidence={"required-from": 3}), {"a": level, "b": 5})
    assert sheet["a"].evidenced == evidenced
    assert sheet["a"].needs_evidence is needs


def test_evidence_that_is_required_at_the_worst_level_takes_nothing_more() -> None:
    sheet = a_sheet(risky(evidence={"required-from": 5}), {"a": 5, "b": 5})
    assert sheet["a"].evidenced == 5


def test_a_target_is_met_at_it_or_below() -> None:
    sheet = a_sheet(risky(), {"a": 1, "b": 5})
    assert (sheet["a"].gap, sheet["b"].gap, sheet.root.gap) == (0, 3, 1)
    (gap,) = sheet.gaps
    assert (gap.question, gap.score, gap.target, gap.size, gap.gain) == ("b", 5, 2, 3, Fraction(3, 2))


def test_a_gap_that_shuts_a_gate_gains_what_the_gate_adds() -> None:
    sheet = a_sheet(risky(a_gate({"question": "b", "at-least": 3}, 4)), {"a": 1, "b": 3})
    assert [(gap.question, gap.gain) for gap in sheet.gaps] == [("b", Fraction(5, 2))]  # from 4 to (1 + 2) / 2


def test_a_missing_answer_is_a_gap_where_it_counts_as_the_worst() -> None:
    full = a_sheet(risky(scoring={"unanswered": "full"}), {"a": 2})
    assert [(gap.question, gap.state, gap.size) for gap in full.gaps] == [("b", State.UNANSWERED, 3)]
    zero = a_sheet(risky(scoring={"unanswered": "zero"}), {"a": 2})
    assert zero.gaps == ()


def test_without_any_score_a_gap_gains_from_the_worst_on() -> None:
    framework = risky(areas=[an_area("d1", [a_question("a")])], scoring={"unanswered": "block"})
    (gap,) = a_sheet(framework, {}).gaps
    assert (gap.score, gap.size, gap.gain) == (None, 3, 3)


def test_lifting_brings_an_answer_down_and_never_up() -> None:
    reading = Reading(State.ANSWERED, QUARTER, direction=Direction.WORSE)
    assert reading.lifted(Fraction(0)).ratio == 0
    assert reading.lifted(Fraction(1)).ratio == QUARTER
    assert Reading(State.UNANSWERED, direction=Direction.WORSE).lifted(QUARTER).ratio == QUARTER


def test_items_that_an_action_names_go_away() -> None:
    sheet = a_sheet(
        a_framework(0, [a_question("q", "checklist"), a_question("r", "checklist")], higher_is="worse"),
        {"q": {"done": ["a"], "partly": ["b"]}},
    )
    question, scale = sheet.framework.question["q"], sheet.framework.scale
    assert with_items(question, sheet.readings["q"], ["b"], scale).ratio == Fraction(1, 2)
    assert with_items(question, sheet.readings["q"], ["a"], scale).ratio == QUARTER
    assert with_items(question, sheet.readings["q"], ["a", "b"], scale).ratio == 0
    # of what nobody has answered, everything may be so
    assert with_items(sheet.framework.question["r"], sheet.readings["r"], ["b"], scale).ratio == Fraction(1, 2)


def test_a_measure_beside_a_risk_has_its_own_direction() -> None:
    beside = an_area("m", [a_question("c")], higher_is="better", measure=True)
    sheet = a_sheet(risky(areas=[an_area("d1", [a_question("a")]), beside]), {"a": 4, "c": 1})
    assert (sheet.root.score, sheet["m"].score) == (4, 1)
    assert [(gap.question, gap.size, gap.gain) for gap in sheet.gaps] == [("a", 2, 2), ("c", 1, 0)]
