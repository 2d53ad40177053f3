"""What answers are worth where a question has steps or is a ladder, worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from readiness.model.answers import AnswerBase, ChecklistAnswer, ChecklistQuestion, NumberAnswer, Question
from readiness.model.comparisons import answer_satisfies
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import MATURITY_5
from tests.builders import Plain, a_framework, a_question, read_framework

RISING: list[Plain] = [{"from": 50, "points": 1}, {"from": 90, "points": 4}]
FALLING: list[Plain] = [{"from": 0, "points": 4}, {"from": 3, "points": 1.5}, {"from": 12, "points": 0}]
RUNGS = {"plan": 1, "owner": 1, "test": 2, "audit": 3}


def measured(steps: list[Plain]) -> Question:
    return asked(a_question("q", "number", bounds=None, steps=steps))


def climbed(rungs: dict[str, int]) -> ChecklistQuestion:
    items = [{"id": id_, "text": f"Item {id_}", "rung": rung} for id_, rung in rungs.items()]
    question = asked(a_question("q", "checklist", score="ladder", items=items))
    assert isinstance(question, ChecklistQuestion)
    return question


def asked(question: Plain) -> Question:
    return read_framework(a_framework(dimensions=0, questions=[question])).question["q"]


def ticked(done: str = "", partly: str = "") -> ChecklistAnswer:
    return ChecklistAnswer(done=tuple(done.split()), partly=tuple(partly.split()))


class TestSteps:
    @pytest.mark.parametrize(
        ("steps", "value", "ratio"),
        [
            (RISING, -1, Fraction(0)),
            (RISING, Fraction("49.999"), Fraction(0)),
            (RISING, 50, Fraction(1, 4)),
            (RISING, Fraction("89.9"), Fraction(1, 4)),
            (RISING, 90, Fraction(1)),
            (RISING, 1000, Fraction(1)),
            (FALLING, -1, Fraction(0)),
            (FALLING, 0, Fraction(1)),
            (FALLING, Fraction("2.99"), Fraction(1)),
            (FALLING, 3, Fraction(3, 8)),
            (FALLING, 12, Fraction(0)),
        ],
    )
    def test_a_value_is_worth_the_last_step_that_it_has_reached(
        self, steps: list[Plain], value: int | Fraction, ratio: Fraction
    ) -> None:
        assert measured(steps).ratio(NumberAnswer(value=Fraction(value)), MATURITY_5) == ratio

    def test_the_maximum_is_the_most_points_of_a_step_wherever_it_stands(self) -> None:
        assert measured(RISING).maximum(MATURITY_5) == measured(FALLING).maximum(MATURITY_5) == 4

    def test_steps_that_are_all_worth_nothing_give_nothing(self) -> None:
        question = measured([{"from": 1, "points": 0}])
        assert question.ratio(NumberAnswer(value=Fraction(5)), MATURITY_5) == 0

    @pytest.mark.parametrize("steps", [RISING, FALLING])
    def test_the_representatives_tell_every_value_that_conditions_can_tell_apart(self, steps: list[Plain]) -> None:
        values = [NumberAnswer(value=Fraction(at, 2)) for at in range(-4, 240)]
        comparisons: list[dict[str, Any]] = [
            {"at_least": Fraction(2)},
            {"below": Fraction(4)},
            {"is_": Fraction(7)},
            {"is_": Fraction(90)},
        ]
        same_kinds(measured(steps), values, comparisons)


class TestLadders:
    @pytest.mark.parametrize(
        ("done", "partly", "rung"),
        [
            ("", "", 0),
            ("plan", "", 0),
            ("plan", "owner", 0),
            ("plan owner", "", 1),
            ("test audit", "", 0),
            ("plan test audit", "", 0),
            ("plan owner audit", "test", 1),
            ("owner plan test", "", 2),
            ("plan owner test audit", "", 3),
        ],
    )
    def test_the_highest_rung_counts_up_to_which_everything_is_done(self, done: str, partly: str, rung: int) -> None:
        question = climbed(RUNGS)
        assert question.rung_reached(done.split()) == rung
        assert question.ratio(ticked(done, partly), MATURITY_5) == Fraction(rung, 3)

    def test_the_maximum_is_the_top_rung(self) -> None:
        assert climbed(RUNGS).maximum(MATURITY_5) == 3

    @pytest.mark.parametrize("rungs", [RUNGS, {"a": 2, "b": 1, "c": 2}, {"a": 1}])
    def test_the_representatives_tell_every_answer_that_conditions_can_tell_apart(self, rungs: dict[str, int]) -> None:
        answers = [
            ticked(" ".join(id_ for id_, mark in zip(rungs, marks, strict=True) if mark))
            for marks in product((False, True), repeat=len(rungs))
        ]
        levels = [{"at_least": Fraction(level)} for level in (2, 3, 4, 5)]
        for some in ([], list(rungs)[:1], list(rungs)[:2], list(rungs)):
            named = [{"includes": id_} for id_ in some]
            same_kinds(climbed(rungs), answers, [*levels, *named])
            same_kinds(climbed(rungs), answers, named)

    def test_too_many_named_items_are_not_told_apart(self) -> None:
        rungs = {f"i{at}": 1 for at in range(9)}
        comparisons = [asking({"includes": id_}) for id_ in rungs]
        assert climbed(rungs).representatives([*comparisons, asking({"below": Fraction(3)})], MATURITY_5) is None


def asking(comparison: dict[str, Any]) -> QuestionCondition:
    return QuestionCondition.model_construct(question="q", **comparison)


def same_kinds(question: Question, answers: list[Any], comparisons: list[dict[str, Any]]) -> None:
    """Check that the representatives give the same outcomes of all comparisons together as all answers."""
    asked_for = [asking(one) for one in comparisons]

    def outcomes(answer: AnswerBase) -> tuple[bool, ...]:
        ratio = question.ratio(answer, MATURITY_5)
        return tuple(answer_satisfies(one, question, ratio, answer, MATURITY_5) for one in asked_for)

    found = question.representatives(asked_for, MATURITY_5)
    assert found is not None
    assert {outcomes(answer) for answer in found} == {outcomes(answer) for answer in answers}
