"""One step of an answer, for each type."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.sensitivity.steps import step
from tests.builders import Plain, a_framework, a_question
from tests.unit.scoring.sheet import a_sheet

FIVE = [{"id": f"o{points}", "text": f"Worth {points}", "points": points} for points in (0, 1, 3, 6, 10)]
ITEMS = [
    {"id": "light", "text": "Light"},
    {"id": "heavy", "text": "Heavy", "weight": 6},
    {"id": "mid", "text": "Middle"},
]
STEPS = [{"from": 10, "points": 1}, {"from": 20, "points": 3}, {"from": 30, "points": 4}, {"from": 40, "points": 8}]
FEWER = [{"from": 0, "points": 4}, {"from": 3, "points": 1}]
HALVES = [{"from": 0.5, "points": 4}]
FLAT = [{"from": 20, "points": 8}, {"from": 30, "points": 9}, {"from": 40, "points": 9}]
FOUR = [{"id": id_, "text": id_, "weight": weight} for id_, weight in (("a", 3), ("b", 2), ("c", 2), ("d", 1))]
SUMS = [{"id": f"o{points}", "text": f"Worth {points}", "points": points} for points in (9, 7, 5, 2, 1)]
LADDER: Plain = {
    "score": "ladder",
    "items": [
        {"id": id_, "text": f"Item {id_}", "rung": rung} for id_, rung in (("a", 1), ("b", 1), ("c", 2), ("d", 3))
    ],
}


def stepped(question: Plain, answer: object, *, up: bool) -> object:
    """Return what the answer becomes, without what is the same for all types."""
    sheet = a_sheet(a_framework(0, [question]), {"q1": answer})
    found = step(sheet.framework.question["q1"], sheet.readings["q1"], sheet.scorer.scale, up=up)
    if found is None:
        return None
    assert found.answer is not None
    assert found.ratio == found.evidenced == sheet.framework.question["q1"].ratio(found.answer, sheet.scorer.scale)
    return found.answer.model_dump(exclude={"note", "evidence", "confidence", "by", "on", "votes"})


@pytest.mark.parametrize(
    ("question", "answer", "up", "expected"),
    [
        (a_question(), 2, True, {"level": 3}),
        (a_question(), 2, False, {"level": 1}),
        (a_question(), 5, True, None),
        (a_question(), 1, False, None),
        (a_question(type_="yes-no"), {"answer": "no"}, True, {"answer": "yes"}),
        (a_question(type_="yes-no"), {"answer": "yes"}, True, None),
        (a_question(type_="yes-no", good="no"), {"answer": "no"}, False, {"answer": "yes"}),
        # A level is a quarter of the points: from 1 of 10 the next option worth that much more is 6, down it is 0.
        (a_question(type_="choice", options=FIVE), {"option": "o1"}, True, {"option": "o6"}),
        (a_question(type_="choice", options=FIVE), {"option": "o1"}, False, {"option": "o0"}),
        (a_question(type_="choice", options=FIVE), {"option": "o10"}, False, {"option": "o6"}),
        (a_question(type_="number"), {"value": 40}, True, {"value": Fraction(65)}),
        (a_question(type_="number"), {"value": 40}, False, {"value": Fraction(15)}),
        (a_question(type_="number"), {"value": 90}, True, {"value": Fraction(100)}),
        (a_question(type_="number"), {"value": 120}, True, None),
        (a_question(type_="number", bounds={"worst": 10, "best": 2}), {"value": 8}, True, {"value": Fraction(6)}),
        # 1 of 8 points at 10: a level is two more, which 20 has; at 20 the next with two more are the 8 of 40.
        (a_question(type_="number", bounds=None, steps=STEPS), {"value": 15}, True, {"value": Fraction(20)}),
        (a_question(type_="number", bounds=None, steps=STEPS), {"value": 25}, True, {"value": Fraction(40)}),
        (a_question(type_="number", bounds=None, steps=STEPS), {"value": 25}, False, {"value": Fraction(10)}),
        (a_question(type_="number", bounds=None, steps=STEPS), {"value": 15}, False, {"value": Fraction(9)}),
        # Below a first step that begins at 0 or under it there may be nothing to count; nothing is below 0.
        (a_question(type_="number", bounds=None, steps=FEWER), {"value": 3}, False, None),
        (a_question(type_="number", bounds=None, steps=FEWER), {"value": 3}, True, {"value": Fraction(0)}),
        (a_question(type_="number", bounds=None, steps=HALVES), {"value": 1}, False, {"value": Fraction(0)}),
        # 1 of 9 more is less than a level, and the most there is: of two such steps the nearer one.
        (a_question(type_="number", bounds=None, steps=FLAT), {"value": 25}, True, {"value": Fraction(30)}),
        (a_question(type_="number", bounds=None, steps=STEPS), {"value": 5}, False, None),
        # Three rungs: one is more than a level.
        (a_question(type_="checklist", **LADDER), {"done": []}, True, {"done": ("a", "b"), "partly": ()}),
        (
            a_question(type_="checklist", **LADDER),
            {"done": ["a", "b", "d"], "partly": ["c"]},
            True,
            {"done": ("a", "b", "c", "d"), "partly": ()},
        ),
        (
            a_question(type_="checklist", **LADDER),
            {"done": ["a", "b", "d"], "partly": ["c"]},
            False,
            {"done": ("b", "d"), "partly": ("c",)},
        ),
        # 6 of 8 points for the heavy one are more than a level; without it two light ones are just one.
        (a_question(type_="checklist", items=ITEMS), {"done": []}, True, {"done": ("heavy",), "partly": ()}),
        (
            a_question(type_="checklist", items=ITEMS),
            {"done": ["heavy"], "partly": ["light"]},
            True,
            {"done": ("light", "heavy", "mid"), "partly": ()},
        ),
        (
            a_question(type_="checklist", items=ITEMS),
            {"done": ["light"], "partly": ["mid"]},
            False,
            {"done": (), "partly": ()},
        ),
        # A level is 2 of 8. Of a only half is left, 1.5; b is just a level. Of a and d neither alone is one.
        (a_question(type_="checklist", items=FOUR), {"partly": ["a"]}, True, {"done": ("b",), "partly": ("a",)}),
        (
            a_question(type_="checklist", items=FOUR),
            {"done": ["b", "c"], "partly": ["a"]},
            True,
            {"done": ("a", "b", "c", "d"), "partly": ()},
        ),
        # Without a it is 1.5 less, without b just a level.
        (
            a_question(type_="checklist", items=FOUR),
            {"done": ["b", "d"], "partly": ["a"]},
            False,
            {"done": ("d",), "partly": ("a",)},
        ),
        # The halves of a and d are a level together; that of d alone is less, and all there is.
        (a_question(type_="checklist", items=FOUR), {"partly": ["a", "d"]}, False, {"done": (), "partly": ()}),
        (a_question(type_="checklist", items=FOUR), {"partly": ["d"]}, False, {"done": (), "partly": ()}),
        # A level is 6 of 24: of single options 7 is the least that is enough, of pairs of 5, 2 and 1 it is 5 + 1.
        (a_question(type_="multiple", options=SUMS), {"options": []}, True, {"options": ("o7",)}),
        (
            a_question(type_="multiple", options=SUMS),
            {"options": ["o9", "o7"]},
            True,
            {"options": ("o9", "o7", "o5", "o1")},
        ),
        # No more than 8 points count, and a level is 2. Of 9, one has to go before any loss counts.
        (a_question(type_="multiple", options=SUMS, most=8), {"options": ["o7"]}, True, {"options": ("o7", "o1")}),
        (a_question(type_="multiple", options=SUMS, most=8), {"options": ["o7", "o2"]}, False, {"options": ("o2",)}),
        (
            a_question(type_="multiple", options=SUMS, most=8),
            {"options": ["o5", "o2", "o1"]},
            False,
            {"options": ("o5", "o1")},
        ),
        (a_question(type_="multiple", options=SUMS, most=8), {"options": ["o9", "o7"]}, True, None),
        (a_question(type_="multiple"), {"options": []}, True, {"options": ("a",)}),
        (a_question(type_="multiple"), {"options": ["a", "b"]}, False, {"options": ("b",)}),
        (a_question(type_="multiple"), {"options": ["a", "b"]}, True, None),
    ],
)
def test_a_step_is_the_least_change_that_is_worth_a_level(
    question: Plain, answer: object, expected: object, *, up: bool
) -> None:
    assert stepped(question, answer, up=up) == expected
