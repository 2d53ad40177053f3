"""Answers in words where a question has steps or is a ladder."""

from __future__ import annotations

from typing import Any

import pytest

from readiness.report.explanation.answers import ratio_formula
from readiness.report.view.answers import answer_words, next_words, standing_words
from tests.builders import Plain, a_framework, a_question
from tests.unit.scoring.sheet import a_sheet

RISING: list[Plain] = [{"from": 50, "points": 1}, {"from": 90.5, "points": 4}]
FALLING: list[Plain] = [{"from": 0, "points": 4}, {"from": 3, "points": 1.5}, {"from": 12, "points": 0}]
ITEMS = [
    {"id": id_, "text": text, "rung": rung}
    for id_, text, rung in (("plan", "A plan", 1), ("owner", "An owner", 1), ("test", "A test", 2))
]
LADDER = a_question("q", "checklist", score="ladder", items=ITEMS)


def words(question: Plain, answer: object) -> dict[str, Any]:
    sheet = a_sheet(a_framework(0, [question]), {"q": answer})
    asked, node, scale = sheet.framework.question["q"], sheet["q"], sheet.framework.scale
    return {
        "answer": answer_words(asked, node, scale),
        "standing": standing_words(asked, node),
        "next": next_words(asked, node, scale),
        "formula": ratio_formula(asked, node.answer, scale),
    }


@pytest.mark.parametrize(
    ("steps", "value", "next_", "formula"),
    [
        (RISING, 49, ("Full score", "From 90.5% on"), "below the first step, so it is 0"),
        (RISING, 60, ("Full score", "From 90.5% on"), "the step from 50 on: 1 / 4 = 0.25"),
        (RISING, 95, ("", ""), "the step from 90.5 on: 4 / 4 = 1"),
        (FALLING, 4, ("Full score", "From 0 to less than 3%"), "the step from 3 on: 1.5 / 4 = 0.375"),
    ],
)
def test_a_measured_value_is_told_with_its_step(
    steps: list[Plain], value: int, next_: tuple[str, str], formula: str
) -> None:
    found = words(a_question("q", "number", bounds=None, steps=steps), {"value": value})
    assert (found["answer"], found["next"], found["formula"]) == (f"{value}%", next_, formula)


def test_the_best_of_bounds_is_told_with_its_decimals() -> None:
    found = words(a_question("q", "number", bounds={"worst": 2, "best": 0.5}), {"value": 1})
    assert found["next"] == ("Full score", "0.5%")


@pytest.mark.parametrize(
    ("done", "answer", "next_", "formula"),
    [
        ([], "0 of 3 items done, rung 0 of 2", "A plan; An owner", "rung 1 waits for plan and owner: 0 / 2 = 0"),
        (["plan", "test"], "2 of 3 items done, rung 0 of 2", "An owner", "rung 1 waits for owner: 0 / 2 = 0"),
        (["plan", "owner"], "2 of 3 items done, rung 1 of 2", "A test", "rung 2 waits for test: 1 / 2 = 0.5"),
    ],
)
def test_a_ladder_is_told_with_the_rung_and_what_the_next_one_needs(
    done: list[str], answer: str, next_: str, formula: str
) -> None:
    found = words(LADDER, {"done": done})
    assert found["answer"] == answer
    assert found["next"][1] == f"To do: {next_}."
    assert found["formula"].endswith(formula)


def test_at_the_top_of_a_ladder_nothing_is_left_to_do() -> None:
    found = words(LADDER, {"done": ["plan", "owner", "test"]})
    assert found["next"] == ("", "")
    assert found["formula"] == "rung 2 of 2, as everything is done: 2 / 2 = 1"
    assert found["standing"] == "Done: A plan; An owner; A test."
