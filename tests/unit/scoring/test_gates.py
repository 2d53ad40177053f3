"""Gates: when they hold, what they take away, and what is said about them."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

QUARTER = Fraction(1, 4)


def gated(*gates: Plain, **keys: Any) -> Plain:  # noqa: ANN401  any key of a framework
    """Return a framework whose first area has these gates and the questions a and b; the second has c."""
    first = an_area("d1", [a_question("a"), a_question("b")], gates=list(gates))
    return a_framework(areas=[first, an_area("d2", [a_question("c")])], **keys)


def test_a_gate_caps_the_area_that_carries_it_and_what_is_above_follows() -> None:
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 2}, 2)), {"a": 1, "b": 5, "c": 5})
    assert (sheet["d1"].raw_ratio, sheet["d1"].ratio, sheet["d1"].score) == (Fraction(1, 2), QUARTER, 2)
    assert sheet["d1"].level == 2
    assert sheet.root.score == Fraction(7, 2)
    (gate,) = sheet["d1"].gates
    assert (gate.node, gate.questions, gate.cap, gate.holds, gate.certain, gate.loss) == (
        "d1",
        ("a",),
        2,
        True,
        True,
        QUARTER,
    )


def test_a_gate_that_does_not_hold_changes_nothing() -> None:
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 2})), {"a": 2, "b": 5, "c": 5})
    assert sheet["d1"].score == Fraction(7, 2)
    assert [(gate.holds, gate.loss) for gate in sheet["d1"].gates] == [(False, 0)]


def test_a_cap_that_is_not_reached_holds_and_takes_nothing() -> None:
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 2}, 3)), {"a": 1, "b": 3, "c": 5})
    assert sheet["d1"].score == 2
    assert [(gate.holds, gate.loss) for gate in sheet["d1"].gates] == [(True, 0)]


def test_a_cap_exactly_at_the_score_takes_nothing() -> None:
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 2}, 2)), {"a": 1, "b": 3, "c": 5})
    assert sheet["d1"].score == 2
    assert sheet["d1"].gates[0].loss == 0


def test_two_gates_take_away_in_the_order_in_which_they_are_written() -> None:
    gates = a_gate({"question": "a", "below": 3}, 3), a_gate({"question": "a", "below": 2}, 2)
    sheet = a_sheet(gated(*gates), {"a": 1, "b": 5, "c": 5})
    # (1 + 5) / 2 = 3 is a ratio of 1/2: the first cap is at 1/2 and takes nothing, the second takes 1/4
    assert [gate.loss for gate in sheet["d1"].gates] == [0, QUARTER]
    other = a_sheet(gated(*reversed(gates)), {"a": 1, "b": 5, "c": 5})
    assert [gate.loss for gate in other["d1"].gates] == [QUARTER, 0]
    assert sheet["d1"].score == other["d1"].score == 2


def test_what_gates_take_away_adds_up() -> None:
    gates = (
        a_gate({"question": "a", "below": 3}, 4),
        a_gate({"question": "a", "below": 3}, 3),
        a_gate({"question": "a", "below": 3}, 1),
    )
    framework = gated(*gates)
    framework["areas"][0]["questions"] = [
        a_question("a", weight=Fraction(1, 100)),
        a_question("b", weight=Fraction(99, 100)),
    ]
    sheet = a_sheet(framework, {"a": 1, "b": 5, "c": 5})
    assert sheet["d1"].raw_ratio == Fraction(99, 100)
    assert [gate.loss for gate in sheet["d1"].gates] == [Fraction(24, 100), QUARTER, Fraction(1, 2)]
    assert sheet["d1"].raw_ratio - sum(gate.loss for gate in sheet["d1"].gates) == sheet["d1"].ratio == 0


def test_a_gate_on_the_framework_caps_the_overall_score_alone() -> None:
    sheet = a_sheet(gated(gates=[a_gate({"question": "a", "below": 5}, 3)]), {"a": 4, "b": 5, "c": 5})
    assert sheet.root.score == 3
    assert sheet["d1"].score == Fraction(9, 2)
    assert sheet.scorecard.gates == sheet.root.gates
    assert sheet.root.gates[0].node == "sample"


def test_gates_at_two_depths_work_on_each_other_s_result() -> None:
    framework = gated(
        a_gate({"question": "a", "below": 2}, 3), gates=[a_gate({"area": "d1", "at-least-ratio": Fraction(1, 2)}, 2)]
    )
    sheet = a_sheet(framework, {"a": 1, "b": 5, "c": 5})
    assert sheet["d1"].score == 3
    assert sheet.root.gates[0].holds
    assert sheet.root.score == 2


def test_a_gate_may_look_at_another_area() -> None:
    sheet = a_sheet(gated(a_gate({"question": "c", "below": 3}, 1)), {"a": 5, "b": 5, "c": 2})
    assert sheet["d1"].score == 1
    assert sheet["d2"].score == 2


@pytest.mark.parametrize(
    ("policy", "holds", "score"), [("zero", True, 2), ("full", False, 5), ("exclude", False, 5), ("block", False, None)]
)
def test_a_missing_answer_opens_or_closes_a_gate_as_what_it_counts_as(
    policy: str,
    holds: bool,  # noqa: FBT001
    score: int | None,
) -> None:
    framework = gated(a_gate({"question": "a", "below": 2}, 2))
    framework["areas"][0]["questions"][0]["scoring"] = {"unanswered": policy}
    sheet = a_sheet(framework, {"b": 5, "c": 5})
    (gate,) = sheet["d1"].gates
    assert (gate.holds, gate.certain) == (holds, False)
    assert sheet["d1"].score == score


def test_a_gate_that_hangs_on_a_missing_answer_widens_the_range() -> None:
    framework = gated(a_gate({"question": "c", "below": 2}, 2))
    sheet = a_sheet(framework, {"a": 5, "b": 5})
    assert (sheet["d1"].low, sheet["d1"].high) == (2, 5)
    # d2 from 1 to 5, d1 from 2 to 5
    assert (sheet.root.low, sheet.root.high) == (Fraction(3, 2), 5)


def test_a_gate_that_holds_for_certain_caps_the_best_case_too() -> None:
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 2}, 2)), {"a": 1, "c": 5})
    assert (sheet["d1"].low, sheet["d1"].high) == (1, 2)


@pytest.mark.parametrize("answer", [{"not-applicable": "None is held."}, 2])
def test_a_gate_is_open_for_what_is_not_applicable_and_at_its_own_level(answer: Plain | int) -> None:
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 2}, 1)), {"a": answer, "b": 5, "c": 5})
    assert not sheet["d1"].gates[0].holds
    assert sheet["d1"].gates[0].certain


def test_a_gate_on_a_hidden_question_stays_open() -> None:
    framework = gated(a_gate({"question": "a", "below": 2}, 1))
    framework["areas"][0]["questions"][0]["applies-when"] = {"question": "c", "below": 3}
    sheet = a_sheet(framework, {"a": 1, "b": 5, "c": 5})
    assert not sheet["d1"].gates[0].holds
    assert sheet["d1"].score == 5


def test_a_gate_names_each_of_its_questions_once() -> None:
    when = {
        "any": [
            {"question": "c", "below": 2},
            {"all": [{"question": "a", "below": 3}, {"not": {"question": "c", "is": 5}}]},
        ]
    }
    sheet = a_sheet(gated(a_gate(when)), {"a": 1, "b": 1, "c": 1})
    assert sheet["d1"].gates[0].questions == ("c", "a")


def test_a_gate_of_a_blocked_area_takes_nothing() -> None:
    framework = gated(a_gate({"question": "a", "below": 2}, 1), scoring={"unanswered": "block"})
    sheet = a_sheet(framework, {"a": 1, "c": 5})
    assert sheet["d1"].score is None
    assert [(gate.holds, gate.loss) for gate in sheet["d1"].gates] == [(True, 0)]


def test_the_target_of_an_area_is_what_its_gates_leave_of_it() -> None:
    targets = {"good": {"title": "Good", "default": 5, "questions": {"a": 2}}}
    sheet = a_sheet(gated(a_gate({"question": "a", "below": 3}, 2), targets=targets), {"a": 1, "b": 1, "c": 1})
    assert sheet["d1"].target == 2
    assert sheet.root.target == Fraction(7, 2)


# --- what an answer that is lifted, or cut to its evidence, says ------------------------------------------------


def test_a_checklist_lifted_to_the_top_has_all_its_items() -> None:
    framework = gated(a_gate({"not": {"question": "a", "includes": "b"}}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "checklist")
    framework["targets"] = {"good": {"title": "Good", "default": 5}}
    sheet = a_sheet(framework, {"a": {"done": ["a"]}, "b": 5, "c": 5})
    assert sheet["d1"].score == 1
    assert sheet["d1"].target == 5
    assert [(gap.question, gap.gain, gap.gates) for gap in sheet.gaps] == [("a", 2, 1)]


def test_a_missing_checklist_that_counts_in_full_has_all_its_items() -> None:
    framework = gated(a_gate({"not": {"question": "a", "includes": "b"}}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "checklist", scoring={"unanswered": "full"})
    assert a_sheet(framework, {"b": 5, "c": 5})["d1"].score == 5


def test_a_choice_that_is_lifted_is_no_longer_the_option_it_was() -> None:
    framework = gated(a_gate({"question": "a", "is": "none"}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "choice")
    framework["targets"] = {"good": {"title": "Good", "default": 5}}
    sheet = a_sheet(framework, {"a": {"option": "none"}, "b": 5, "c": 5})
    assert sheet["d1"].score == 1
    assert sheet["d1"].target == 5
    assert [(gap.question, gap.gain) for gap in sheet.gaps] == [("a", 2)]


def test_a_choice_that_is_lifted_to_the_top_is_the_best_option() -> None:
    framework = gated(a_gate({"not": {"question": "a", "is": "all"}}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "choice")
    framework["targets"] = {"good": {"title": "Good", "default": 5}}
    sheet = a_sheet(framework, {"a": {"option": "some"}, "b": 5, "c": 5})
    assert sheet["d1"].target == 5


def test_a_missing_choice_is_compared_as_the_option_that_is_worth_what_it_counts_as() -> None:
    framework = gated(a_gate({"question": "a", "is": "none"}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "choice")
    assert a_sheet(framework, {"b": 5, "c": 5})["d1"].score == 1


def test_a_measured_value_that_is_lifted_is_no_longer_what_was_measured() -> None:
    framework = gated(a_gate({"question": "a", "is": 0}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "number")
    framework["targets"] = {"good": {"title": "Good", "default": 5}}
    sheet = a_sheet(framework, {"a": {"value": 0}, "b": 5, "c": 5})
    assert (sheet["d1"].score, sheet["d1"].target) == (1, 5)


def test_a_missing_value_is_compared_as_the_value_that_is_worth_what_it_counts_as() -> None:
    bounds = {"worst": 30, "best": 10}
    framework = gated(a_gate({"question": "a", "is": 30}, 2))
    framework["areas"][0]["questions"][0] = a_question("a", "number", bounds=bounds)
    assert a_sheet(framework, {"b": 5, "c": 5})["d1"].score == 2
    framework["areas"][0]["questions"][0] = a_question("a", "number", bounds=bounds, scoring={"unanswered": "full"})
    assert a_sheet(framework, {"b": 5, "c": 5})["d1"].score == 5


def test_a_yes_or_no_question_that_is_lifted_is_answered_well() -> None:
    framework = gated(a_gate({"question": "a", "is": "yes"}, 1))
    framework["areas"][0]["questions"][0] = a_question("a", "yes-no", good="no")
    sheet = a_sheet(framework, {"a": {"answer": "yes"}, "b": 5, "c": 5})
    assert sheet["d1"].score == 1
    assert sheet["d1"].target == 3  # a at 3, b at 3
