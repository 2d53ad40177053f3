"""Conditions of every kind, with "not known" as a third answer."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from readiness.scoring.engine import Bounds, Headline
from readiness.scoring.holds import holds
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

FACTS: Plain = {
    "remote": {"type": "boolean", "ask": "Remote?"},
    "posts": {"type": "number", "ask": "How many?"},
    "kind": {"type": "text", "ask": "Which kind?"},
}
QUESTIONS = [
    a_question("level"),
    a_question("items", "checklist"),
    a_question("pick", "choice"),
    a_question("yes", "yes-no"),
    a_question("value", "number"),
    a_question("words", "text"),
]
YES: Plain = {"fact": "remote", "is": True}
OPEN: Plain = {"fact": "kind", "is": "port"}
"""Nobody has said which kind."""
NO: Plain = {"fact": "posts", "below": 0}


def decided(
    when: Plain, answers: Mapping[str, Any] | None = None, facts: Mapping[str, Any] | None = None
) -> bool | None:
    """Return what the range makes of a condition, in which a missing answer may still be anything."""
    return both(when, answers, facts)[1]


def both(
    when: Plain, answers: Mapping[str, Any] | None = None, facts: Mapping[str, Any] | None = None
) -> tuple[bool | None, bool | None]:
    """Return what the headline and what the range make of a condition."""
    areas = [an_area("d1", QUESTIONS), an_area("d2", [a_question("other")])]
    framework = a_framework(areas=areas, facts=FACTS, gates=[a_gate(when)])
    sheet = a_sheet(framework, answers, facts=facts)
    condition = sheet.framework.gates[0].when
    return holds(condition, Headline(sheet.scorer, sheet.readings)), holds(
        condition, Bounds(sheet.scorer, sheet.readings)
    )


@pytest.mark.parametrize(
    ("when", "answer", "held"),
    [
        ({"question": "level", "at-least": 3}, 3, True),
        ({"question": "level", "at-least": 3}, 2, False),
        ({"question": "level", "below": 3}, 2, True),
        ({"question": "level", "below": 3}, 3, False),
        ({"question": "level", "is": 3}, 3, True),
        ({"question": "level", "is": 3}, 4, False),
        ({"question": "items", "includes": "a"}, {"done": ["a"]}, True),
        ({"question": "items", "includes": "b"}, {"done": ["a"], "partly": ["b"]}, False),
        ({"question": "items", "at-least": 4}, {"done": ["a"], "partly": ["b"]}, True),
        ({"question": "items", "below": 4}, {"done": ["a"], "partly": ["b"]}, False),
        ({"question": "pick", "is": "some"}, {"option": "some"}, True),
        ({"question": "pick", "is": "some"}, {"option": "all"}, False),
        ({"question": "pick", "at-least": 2}, {"option": "some"}, True),
        ({"question": "yes", "is": "yes"}, {"answer": "yes"}, True),
        ({"question": "yes", "is": True}, {"answer": "yes"}, True),
        ({"question": "yes", "is": False}, {"answer": "yes"}, False),
        ({"question": "yes", "is": "no"}, {"answer": "no"}, True),
        ({"question": "yes", "at-least": 5}, {"answer": "yes"}, True),
        ({"question": "value", "is": 40}, {"value": 40}, True),
        ({"question": "value", "is": 40}, {"value": 41}, False),
        ({"question": "value", "at-least": 3}, {"value": 50}, True),
        ({"question": "value", "below": 3}, {"value": 49}, True),
        ({"question": "words", "is": "plan"}, {"text": "plan"}, True),
        ({"question": "words", "is": "plan"}, {"text": "other"}, False),
    ],
)
def test_a_comparison_with_an_answer(when: Plain, answer: Plain | int, held: bool) -> None:  # noqa: FBT001
    assert both(when, {when["question"]: answer}) == (held, held)


@pytest.mark.parametrize("when", [{"at-least": 2}, {"below": 5}, {"is": 1}])
def test_what_is_not_applicable_satisfies_no_comparison(when: Plain) -> None:
    gone = {"not-applicable": "None is held."}
    assert both({"question": "level"} | when, {"level": gone}) == (False, False)
    assert both({"not": {"question": "level"} | when}, {"level": gone}) == (True, True)


@pytest.mark.parametrize(
    ("when", "headline"),
    [
        ({"question": "level", "below": 2}, True),
        ({"question": "level", "at-least": 2}, False),
        ({"question": "level", "is": 1}, True),
        ({"question": "items", "includes": "a"}, False),
        ({"question": "pick", "is": "none"}, True),
        ({"question": "pick", "is": "all"}, False),
        ({"question": "yes", "is": "no"}, True),
        ({"question": "value", "is": 0}, True),
        ({"question": "value", "is": 1}, False),
        ({"question": "words", "is": "plan"}, False),
    ],
)
def test_a_missing_answer_is_compared_as_nothing_in_the_headline_and_is_open_in_the_range(
    when: Plain,
    headline: bool,  # noqa: FBT001
) -> None:
    for missing in ({}, {when["question"]: {"unknown": "Next week."}}):
        assert both(when, missing) == (headline, None)


@pytest.mark.parametrize(
    ("when", "value", "held"),
    [
        ({"fact": "remote", "is": True}, {"remote": True}, True),
        ({"fact": "remote", "is": True}, {"remote": False}, False),
        ({"fact": "remote", "is": False}, {"remote": False}, True),
        ({"fact": "posts", "at-least": 100}, {"posts": 100}, True),
        ({"fact": "posts", "at-least": 100}, {"posts": 99}, False),
        ({"fact": "posts", "below": 100}, {"posts": 99}, True),
        ({"fact": "posts", "below": 100}, {"posts": 100}, False),
        ({"fact": "posts", "is": 100}, {"posts": 100}, True),
        ({"fact": "kind", "is": "port"}, {"kind": "port"}, True),
        ({"fact": "kind", "is": "port"}, {"kind": "school"}, False),
    ],
)
def test_a_comparison_with_a_fact(when: Plain, value: Plain, held: bool) -> None:  # noqa: FBT001
    assert both(when, facts=value) == (held, held)
    assert both(when) == (None, None)


@pytest.mark.parametrize(
    ("when", "held"),
    [
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO]}, False),
        ({"all": [YES, OPEN]}, None),
        ({"all": [OPEN, NO]}, False),
        ({"any": [NO, NO]}, False),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, OPEN]}, None),
        ({"any": [OPEN, YES]}, True),
        ({"not": YES}, False),
        ({"not": NO}, True),
        ({"not": OPEN}, None),
        ({"not": {"any": [NO, {"not": {"all": [YES, YES]}}]}}, True),
        ({"not": {"all": [OPEN, {"not": OPEN}]}}, None),
    ],
)
def test_all_any_and_not_keep_what_is_open_open_unless_it_does_not_matter(when: Plain, held: bool | None) -> None:  # noqa: FBT001
    assert both(when, facts={"remote": True, "posts": 10}) == (held, held)


@pytest.mark.parametrize(
    ("at_least", "held"), [(0, True), (Fraction(1, 2), True), (Fraction(51, 100), False), (1, False)]
)
def test_a_comparison_with_an_area(at_least: Fraction | int, held: bool) -> None:  # noqa: FBT001
    assert both({"area": "d2", "at-least-ratio": at_least}, {"other": 3}) == (held, held)


def test_an_area_that_may_lose_its_score_decides_nothing_for_certain() -> None:
    assert both({"area": "d2", "at-least-ratio": 0}) == (True, None)


def test_a_comparison_that_holds_only_if_the_question_is_asked_is_open() -> None:
    framework = a_framework(
        areas=[
            an_area(
                "d1",
                [a_question("a", applies_when=OPEN), a_question("b")],
                gates=[a_gate({"question": "a", "below": 3}, 1)],
            )
        ],
        facts=FACTS,
    )
    sheet = a_sheet(framework, {"a": 1, "b": 5})
    assert (sheet["d1"].gates[0].holds, sheet["d1"].gates[0].certain) == (True, False)
    assert (sheet["d1"].low, sheet["d1"].high) == (1, 5)
    met = a_sheet(framework, {"a": 4, "b": 5})
    assert (met["d1"].gates[0].holds, met["d1"].gates[0].certain) == (False, True)


def test_a_question_is_asked_while_nobody_knows_whether_it_applies() -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("a", applies_when=OPEN), a_question("b")])], facts=FACTS)
    sheet = a_sheet(framework, {"a": 1, "b": 5})
    assert (sheet.root.low, sheet.root.score, sheet.root.high) == (3, 3, 5)


def test_a_gate_that_nobody_can_decide_does_not_cap() -> None:
    sheet = a_sheet(
        a_framework(gates=[a_gate(OPEN, 1)], facts=FACTS), {f"d{d}-q{q}": 5 for d in (1, 2) for q in (1, 2)}
    )
    assert sheet.root.score == 5
    assert (sheet.root.low, sheet.root.high) == (1, 5)
    assert not sheet.root.gates[0].certain


def test_conditions_may_hang_on_each_other_across_areas() -> None:
    framework = a_framework(
        areas=[
            an_area("d1", [a_question("a")]),
            an_area("d2", [a_question("b", applies_when={"area": "d1", "at-least-ratio": Fraction(1, 2)})]),
            an_area("d3", [a_question("c", applies_when={"question": "b", "at-least": 3}), a_question("d")]),
        ]
    )
    assert a_sheet(framework, {"a": 3, "b": 3, "c": 1, "d": 5})["d3"].score == 3
    assert a_sheet(framework, {"a": 2, "b": 3, "c": 1, "d": 5})["d3"].score == 5
