"""Levels that are named of one question, against the levels that its answers are at."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import Plain, a_framework, a_question, an_action, check_framework


def found(document: Plain) -> list[tuple[str, str]]:
    diagnostics = check_framework(document).diagnostics
    return [(one.message, one.help) for one in diagnostics if one.code == "RF207"]


def named(question: Plain, level: int) -> list[Plain]:
    """Return frameworks that name a level of a question in each of the ways there are."""
    target = {"good": {"title": "Good", "default": 1, "questions": {"q": level}}}
    ways: list[dict[str, Any]] = [{"targets": target}, {"actions": [an_action("a", {"q": level})]}]
    if question["type"] == "checklist":
        ways.pop()
    documents = [a_framework(0, [question], **{"targets": None, **way}) for way in ways]
    return [*documents, a_framework(0, [question | {"good-enough-when": {level: "It is."}}], targets=None)]


@pytest.mark.parametrize(
    ("type_", "reached"),
    [
        ("level", {1, 2, 3, 4, 5}),
        ("number", {1, 2, 3, 4, 5}),
        ("yes-no", {1, 5}),
        ("choice", {1, 2, 5}),
        ("checklist", {1, 2, 3, 4, 5}),
    ],
)
def test_a_level_that_an_answer_is_at_can_be_named(type_: str, reached: set[int]) -> None:
    for level in range(1, 6):
        for document in named(a_question("q", type_), level):
            assert bool(found(document)) == (level not in reached)


def test_the_help_lists_the_levels_there_are() -> None:
    (document, *_) = named(a_question("q", "yes-no"), 3)
    assert found(document) == [("no answer to `q` is at level 3", "its answers are at 1, 5")]


def test_a_general_target_need_not_be_a_level_of_every_answer() -> None:
    assert found(a_framework(0, [a_question("q", "yes-no")])) == []


def test_one_item_is_done_partly_done_or_not() -> None:
    one = a_question("q", "checklist", items=[{"id": "a", "text": "A"}])
    assert [bool(found(named(one, level)[0])) for level in range(1, 6)] == [False, True, False, True, False]


def test_a_checklist_with_too_many_kinds_of_answers_is_let_pass() -> None:
    items = [{"id": f"i{n}", "text": "Item", "weight": 3**n} for n in range(8)]
    assert found(named(a_question("q", "checklist", items=items), 2)[0]) == []


@pytest.mark.parametrize("points", [0, 3])
def test_a_choice_of_equal_options_tells_nothing(points: int) -> None:
    options = [{"id": id_, "text": id_, "points": points} for id_ in ("a", "b")]
    document = a_framework(0, [a_question("q", "choice", options=options)])
    message = "every option of `q` is worth the same, so that its answer tells nothing"
    assert found(document) == [(message, "give the better options more points")]
    target = {"good": {"title": "Good", "default": 1, "questions": {"q": 3}}}
    assert [said for said, _ in found(document | {"targets": target})] == [message]


def test_a_level_off_the_scale_is_another_matter() -> None:
    (document, *_) = named(a_question("q", "yes-no"), 7)
    assert found(document) == []
