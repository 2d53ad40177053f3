"""Frameworks made of some questions of another one: what stays, what goes with the others, and what is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from readiness.model.framework import Framework
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area, check_framework, read_framework


def keeping(*names: str, **keys: Any) -> Plain:  # noqa: ANN401  a value of any key
    """Return a file that keeps some parts of `whole`."""
    return {"readiness": "framework/1", "id": "mine", "version": "1.0.0", "extends": "whole", "keep": [*names], **keys}


def parts(**keys: Any) -> tuple[Plain, Plain, Plain]:  # noqa: ANN401
    """Return a framework `whole` of `left`, with two areas, and `right`, with those two."""
    left = a_framework(
        0,
        id="left",
        areas=[an_area("a", [a_question("a1", weight=2), a_question("a2")]), an_area("b", [a_question("b1")])],
        sources={"s": {"title": "S", "kind": "checklist", "items": {"A": "First", "B": "Second"}}},
        actions=[an_action("both", {"a1": 3, "b1": 3}), an_action("after", {"a1": 4}, needs=["lost"])],
    )
    left["areas"][0]["questions"][0]["covers"] = {"s": ["A"]}
    left["areas"][0]["questions"][1]["covers"] = {"s": ["B"]}
    right = a_framework(
        0, id="right", areas=[an_area("r", [a_question("r1")])], actions=[an_action("other", {"r1": 3})]
    )
    left["actions"].append(an_action("lost", {"a2": 3}))
    includes = [{"framework": "left"}, {"framework": "right", "weight": 2}]
    return a_framework(0, id="whole", includes=includes, targets=None, **keys), left, right


def kept(*names: str, **keys: Any) -> Framework:  # noqa: ANN401
    """Return what is left; there must be nothing to find."""
    document = check_framework(keeping(*names, **keys), *parts())
    assert document.diagnostics == ()
    return read_framework(keeping(*names, **keys), *parts())


def findings(*names: str, **keys: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return the rule and the message of each finding."""
    return [(one.code, one.message) for one in check_framework(keeping(*names, **keys), *parts()).diagnostics]


def test_only_what_is_kept_is_asked_and_what_then_is_empty_goes() -> None:
    mine = kept("a1")
    assert list(mine.question) == ["a1"]
    assert [area.id for area, _ in mine.walk()] == ["left", "a"]


@pytest.mark.parametrize(
    ("name", "questions"),
    [("b", ["b1"]), ("right", ["r1"]), ("left", ["a1", "a2", "b1"]), ("questions/r1", ["r1"])],
)
def test_an_area_or_a_framework_is_kept_with_all_that_is_in_it(name: str, questions: list[str]) -> None:
    assert list(kept(name).question) == questions


def test_actions_stay_with_what_they_lift_and_forget_the_rest() -> None:
    mine = kept("a1", "r1")
    assert {action.id: (action.lifts, action.needs) for action in mine.actions} == {
        "both": ({"a1": 3}, ()),
        "after": ({"a1": 4}, ()),
        "other": ({"r1": 3}, ()),
    }


def test_recommendations_stay_with_the_questions_that_cover_them() -> None:
    assert list(kept("a1").sources["s"].items) == ["A"]


def test_the_record_names_what_stays_instead_of_all_that_goes() -> None:
    (record,) = kept("right", "a1").tailorings
    assert [(thing.kind, thing.id) for thing in record.kept] == [("question", "a1"), ("question", "r1")]
    assert record.dropped == ()


def test_more_can_be_dropped_changed_and_added() -> None:
    mine = kept("left", drop=["a2"], change={"b1": {"topic": "Other"}}, questions=[a_question("new")])
    assert list(mine.question) == ["new", "a1", "b1"]
    (record,) = mine.tailorings
    assert [(thing.kind, thing.id) for thing in record.dropped] == [
        ("question", "a2"),
        ("action", "lost"),
        ("recommendation", "B"),
    ]


def test_a_weight_that_stands_alone_now_is_not_the_fault_of_who_keeps() -> None:
    assert findings("a1") == []
    assert [code for code, _ in findings("a1", change={"a1": {"weight": 3}})] == ["RF203"]


def test_a_gate_of_a_question_that_is_not_kept_is_an_error() -> None:
    whole = parts(gates=[a_gate({"question": "a2", "below": 2})])
    (finding,) = check_framework(keeping("a1"), *whole).errors
    assert (finding.code, finding.message) == ("RF117", "`a2` is not kept, and a gate of `whole` hangs on it")
    assert finding.location.line == check_framework(keeping("a1"), *whole).text.splitlines().index("keep:") + 1


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["a9"], ("RF115", "`whole` has no `a9`")),
        (["a1", "lost"], ("RF115", "`lost` is no question, area or included framework of `whole`")),
        (["whole"], ("RF115", "`whole` is no question, area or included framework of `whole`")),
        (["a1", "a1"], ("RF116", "`a1` is kept twice")),
        (["left", "a1"], ("RF116", "`a1` stays with `left` anyway")),
        (["left", "right"], ("RF116", "every question of `whole` is kept")),
    ],
)
def test_what_cannot_be_kept_or_stays_anyway_is_found(names: list[str], found: tuple[str, str]) -> None:
    assert findings(*names) == [found]


def test_what_is_dropped_and_not_kept_is_found_once() -> None:
    assert findings("a1", drop=["b1"]) == [("RF116", "`b1` is not kept anyway")]
