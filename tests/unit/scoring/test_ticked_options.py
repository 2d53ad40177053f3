"""Questions answered with several options, or with a day."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.builders import Plain, a_framework, a_gate, a_question
from tests.unit.scoring.sheet import a_sheet

OPTIONS = [{"id": id_, "text": f"Option {id_}", "points": points} for id_, points in (("a", 1), ("b", 3), ("none", 0))]


def one(answer: Plain, **keys: object) -> Fraction | None:
    document = a_framework(dimensions=0, questions=[a_question("q", "multiple", options=OPTIONS, **keys)])
    return a_sheet(document, {"q": answer})["q"].ratio


def test_points_of_ticked_options_add_up() -> None:
    assert one({"options": ["b"]}) == Fraction(3, 4)
    assert one({"options": ["none"]}) == 0


@pytest.mark.parametrize(("most", "ratio"), [(3, 1), (2, 1), (4, Fraction(3, 4)), (9, Fraction(3, 4))])
def test_enough_points_are_all_that_count(most: int, ratio: Fraction) -> None:
    assert one({"options": ["b"]}, most=most) == ratio


def test_options_without_points_are_worth_nothing() -> None:
    options = [{"id": "a", "text": "Option", "points": 0}]
    document = a_framework(dimensions=0, questions=[a_question("q", "multiple", options=options)])
    assert a_sheet(document, {"q": {"options": ["a"]}})["q"].ratio == 0


@pytest.mark.parametrize(("ticked", "held"), [(["a"], True), (["b"], False), (["a", "b"], True), ([], False)])
def test_a_condition_can_ask_for_a_ticked_option(ticked: list[str], *, held: bool) -> None:
    question = a_question("q", "multiple", options=OPTIONS, most=1)
    gate = a_gate({"question": "q", "includes": "a"})
    sheet = a_sheet(a_framework(dimensions=0, questions=[question], gates=[gate]), {"q": {"options": ticked}})
    assert sheet.root.gates[0].holds is held


def test_at_the_target_everything_is_ticked() -> None:
    question = a_question("q", "multiple", options=OPTIONS)
    gate = a_gate({"not": {"question": "q", "includes": "a"}})
    framework = a_framework(
        dimensions=0, questions=[question], gates=[gate], targets={"good": {"title": "Good", "default": 5}}
    )
    assert a_sheet(framework, {"q": {"options": []}}).root.target == 5


@pytest.mark.parametrize(("day", "held"), [("2026-11-20", True), ("2026-11-21", False)])
def test_a_day_is_not_scored_and_can_be_asked_for(day: str, *, held: bool) -> None:
    gate = a_gate({"question": "since", "is": "2026-11-20"})
    questions = [a_question("since", "date"), a_question("q")]
    sheet = a_sheet(a_framework(dimensions=0, questions=questions, gates=[gate]), {"since": {"date": day}, "q": 5})
    assert sheet["since"].ratio is None
    assert sheet.root.score == (2 if held else 5)
