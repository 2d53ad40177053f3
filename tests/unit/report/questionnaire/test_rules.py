"""What an answer must be for a condition to hold, for programs that know nothing of scores."""

from __future__ import annotations

from typing import Any

import pytest

from readiness.report.questionnaire.rules import facts_in, rules_of
from tests.builders import Plain, a_framework, a_question, an_area, read_framework

FACTS = {
    "remote": {"type": "boolean", "ask": "Remote?"},
    "posts": {"type": "number", "ask": "How many?"},
    "kind": {"type": "text", "ask": "Which kind?"},
}
LADDER: Plain = {
    "score": "ladder",
    "items": [{"id": id_, "text": f"Item {id_}", "rung": rung} for id_, rung in (("a", 1), ("b", 2), ("c", 2))],
}


def rule(condition: Plain, type_: str = "level", asked: set[str] | None = None, **keys: object) -> dict[str, Any]:
    """Return the rule of a condition on a question `q1` of some type."""
    questions = [a_question("q1", type_, **keys), a_question("q2", applies_when=condition)]
    framework = read_framework(a_framework(1, questions=questions, facts=FACTS))
    (only,) = rules_of(framework, {"q1", "q2"} if asked is None else asked)["q2"]
    return dict(only)


def test_a_level_is_compared_with_a_list_of_levels() -> None:
    assert rule({"question": "q1", "at-least": 4}) == {"question": "q1", "missing": False, "values": ["4", "5"]}


def test_a_missing_answer_counts_as_the_framework_says() -> None:
    below = {"question": "q1", "below": 2}
    assert rule(below)["missing"] is True
    assert rule(below, scoring={"unanswered": "exclude"})["missing"] is None
    assert rule(below, asked={"q2"})["missing"] is None, "somebody else may have answered it"


@pytest.mark.parametrize(
    ("type_", "wanted", "values"),
    [
        ("choice", {"is": "some"}, ["some"]),
        ("choice", {"at-least": 2}, ["some", "all"]),
        ("yes-no", {"is": True}, ["yes"]),
        ("text", {"is": "plan"}, ["plan"]),
        ("date", {"is": "2026-01-31"}, ["2026-01-31"]),
    ],
)
def test_what_can_be_chosen_is_compared_with_a_list(type_: str, wanted: Plain, values: list[str]) -> None:
    assert rule({"question": "q1"} | wanted, type_)["values"] == values


def test_a_number_is_compared_with_the_values_at_which_the_comparison_turns() -> None:
    made = rule({"question": "q1", "at-least": 3}, "number")
    assert made["turns"] == ["0/1", "50/1", "100/1"]
    assert made["holds"] == [False, False, False, True, True, True, True]


def test_ticks_are_added_up_in_whole_numbers() -> None:
    items = [{"id": "a", "text": "One", "weight": 0.5}, {"id": "b", "text": "Two", "weight": 1}]
    made = rule({"question": "q1", "at-least": 3}, "checklist", items=items)
    assert (made["done"], made["partly"], made["most"]) == ({"a": "2", "b": "4"}, {"a": "1", "b": "2"}, "6")
    assert (made["turns"], made["holds"]) == (["3/1"], [False, True, True])


def test_options_add_up_to_the_points_that_are_enough() -> None:
    made = rule({"question": "q1", "below": 5}, "multiple", most=3)
    assert (made["most"], made["turns"], made["holds"]) == ("6", ["6/1"], [True, False, False])


def test_options_without_points_reach_the_lowest_level_alone() -> None:
    options = [{"id": "a", "text": "One", "points": 0}]
    made = rule({"question": "q1", "below": 2}, "multiple", options=options)
    assert (made["most"], made["turns"], made["holds"]) == ("0", ["1/4"], [True, False, False])


def test_a_ladder_is_compared_by_the_rung_that_is_reached() -> None:
    made = rule({"question": "q1", "at-least": 3}, "checklist", **LADDER)
    assert (made["rungs"], made["turns"]) == ([["a"], ["b", "c"]], ["1/1"])


def test_an_item_is_looked_for_by_its_id() -> None:
    assert rule({"question": "q1", "includes": "b"}, "checklist")["includes"] == "b"


@pytest.mark.parametrize(
    ("condition", "made"),
    [
        ({"fact": "remote", "is": False}, {"fact": "remote", "values": ["false"]}),
        ({"fact": "kind", "is": "port"}, {"fact": "kind", "values": ["port"]}),
        ({"fact": "posts", "below": 20}, {"fact": "posts", "turns": ["20/1"], "holds": [True, False, False]}),
        ({"fact": "posts", "is": 20}, {"fact": "posts", "turns": ["20/1"], "holds": [False, True, False]}),
        ({"area": "d1", "at-least-ratio": 0.5}, {"open": True}),
        ({"not": {"area": "d1", "at-least-ratio": 0.5}}, {"not": {"open": True}}),
        ({"any": [{"fact": "remote", "is": True}]}, {"any": [{"fact": "remote", "values": ["true"]}]}),
        ({"all": [{"fact": "remote", "is": True}]}, {"all": [{"fact": "remote", "values": ["true"]}]}),
    ],
)
def test_facts_are_compared_and_what_hangs_on_scores_is_open(condition: Plain, made: Plain) -> None:
    assert rule(condition) == made


def test_the_condition_of_an_area_holds_for_its_questions() -> None:
    inner = an_area("inner", [a_question("q1", applies_when={"fact": "kind", "is": "port"})])
    outer = an_area("outer", areas=[inner], applies_when={"not": {"fact": "remote", "is": True}})
    rules = rules_of(read_framework(a_framework(0, areas=[outer], facts=FACTS)), {"q1"})["q1"]
    assert sorted(facts_in(rules)) == ["kind", "remote"]
