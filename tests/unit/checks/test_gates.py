"""Gates against targets: when meeting a target leaves a gate closed that better answers would open."""

from __future__ import annotations

import pytest

from tests.builders import Plain, a_framework, a_gate, a_question, an_area, check_framework

FACTS = {"online": {"type": "boolean", "ask": "Online?"}}


def found(when: Plain, levels: Plain, *, cap: int = 1, questions: list[Plain] | None = None) -> list[str]:
    """Return the messages about gates of a framework whose target asks 3 of every question that is not named."""
    target = {"good": {"title": "Good", "default": 3, "questions": levels}}
    questions = questions or [a_question("q"), a_question("r")]
    document = a_framework(0, questions, facts=FACTS, gates=[a_gate(when, cap)], targets=target)
    return [one.message for one in check_framework(document).diagnostics if one.code in {"RF205", "RF206"}]


@pytest.mark.parametrize(
    ("when", "levels", "says"),
    [
        ({"question": "q", "below": 3}, {"q": 2}, "asks level 2 of `q`"),
        ({"question": "q", "below": 3}, {"q": 3}, None),
        ({"not": {"question": "q", "at-least": 4}}, {}, "asks level 3 of `q`"),
        (
            {"any": [{"question": "q", "below": 3}, {"question": "r", "is": 2}]},
            {"r": 2},
            "level 3 of `q` and level 2 of `r`",
        ),
        (
            {"all": [{"question": "q", "below": 3}, {"question": "r", "below": 4}]},
            {"q": 2},
            "level 2 of `q` and level 3",
        ),
        ({"all": [{"question": "q", "below": 3}, {"question": "r", "below": 3}]}, {"q": 2}, None),
        ({"all": [{"question": "q", "below": 4}, {"fact": "online", "is": True}]}, {}, "asks level 3 of `q`"),
    ],
    ids=str,
)
def test_a_gate_that_can_hold_while_the_target_is_met_is_found(when: Plain, levels: Plain, says: str | None) -> None:
    messages = found(when, levels)
    assert len(messages) == (says is not None)
    assert says is None or says in messages[0]


@pytest.mark.parametrize(
    "when",
    [
        {"fact": "online", "is": True},
        {"any": [{"fact": "online", "is": True}, {"question": "q", "below": 4}]},
        {"question": "q", "at-least": 3},
    ],
    ids=str,
)
def test_a_gate_that_no_better_answer_opens_is_not_the_targets_fault(when: Plain) -> None:
    assert found(when, {}) == []


def test_a_cap_that_leaves_room_for_every_target_holds_nobody_down() -> None:
    when = {"question": "q", "below": 4}
    assert len(found(when, {}, cap=2)) == 1
    assert found(when, {}, cap=3) == []


def test_a_question_that_is_not_asked_meets_its_target() -> None:
    hidden = a_question("r", applies_when={"question": "q", "below": 4})
    assert found({"question": "r", "below": 4}, {}, questions=[a_question("q"), hidden]) == [
        "the target `good` asks level 3 of `r`, and the gate can still hold"
    ]
    never_with_the_target = a_question("r", applies_when={"question": "q", "below": 3})
    assert found({"question": "r", "below": 4}, {}, questions=[a_question("q"), never_with_the_target]) == []


def test_nothing_is_said_about_what_cannot_be_decided() -> None:
    area = an_area("a", [a_question("s")])
    when = {"all": [{"question": "q", "below": 4}, {"not": {"area": "a", "at-least-ratio": 0.9}}]}
    document = a_framework(areas=[area], questions=[a_question("q")], gates=[a_gate(when, 1)])
    assert list(check_framework(document).diagnostics) == []
    many = {"any": [{"question": f"q{n}", "below": 4} for n in range(51)]}
    assert found(many, {}, questions=[a_question(f"q{n}") for n in range(51)]) == []


def test_a_gate_on_more_questions_than_fit_a_message_does_not_name_them() -> None:
    when = {"any": [{"question": f"q{n}", "below": 4} for n in range(3)]}
    assert found(when, {}, questions=[a_question(f"q{n}") for n in range(3)]) == [
        "the target `good` asks levels of the questions that it names, and the gate can still hold"
    ]


def test_what_an_adjustment_gives_back_is_not_weighed_against_a_cap() -> None:
    rule = {"add": 1, "of": "score", "because": "Reason."}
    gates = [a_gate({"question": "q", "below": 4}, 1)]
    assert [one.code for one in check_framework(a_framework(0, [a_question("q")], gates=gates)).diagnostics] == [
        "RF206"
    ]
    assert list(check_framework(a_framework(0, [a_question("q")], gates=gates, adjust=[rule])).diagnostics) == []


def test_a_gate_of_an_area_is_measured_by_the_targets_within_it() -> None:
    area = an_area("a", [a_question("q")], gates=[a_gate({"question": "q", "below": 4}, 2)])
    targets = {"good": {"title": "Good", "default": 5, "areas": {"a": 2}}}
    document = a_framework(areas=[area], questions=[a_question("r")], targets=targets)
    assert list(check_framework(document).diagnostics) == []
    targets["good"]["areas"] = {"a": 3}
    assert [one.code for one in check_framework(document).diagnostics] == ["RF206"]


@pytest.mark.parametrize(
    ("when", "advice"),
    [
        ({"question": "q", "below": 5}, "ask level 5 of `q`"),
        ({"all": [{"question": "q", "below": 5}, {"question": "r", "below": 4}]}, "ask level 4 of `r`"),
        (
            {"any": [{"question": "q", "below": 4}, {"question": "r", "below": 4}]},
            "ask higher levels of these questions, or cap at a higher level",
        ),
    ],
    ids=str,
)
def test_the_least_change_of_the_target_that_opens_the_gate_is_named(when: Plain, advice: str) -> None:
    document = a_framework(0, [a_question("q"), a_question("r")], gates=[a_gate(when, 1)])
    assert [one.help for one in check_framework(document).diagnostics] == [advice]


def test_a_cap_off_the_scale_is_not_called_the_highest() -> None:
    document = a_framework(0, [a_question("q")], gates=[a_gate({"question": "q", "below": 2}, 9)])
    assert [one.code for one in check_framework(document).diagnostics] == ["RF201"]


# --- where higher is worse ----------------------------------------------------------------------------------------


def found_worse(when: Plain, levels: Plain, cap: int) -> list[tuple[str, str]]:
    """Return the findings about gates of a framework in which higher is worse, with what they advise."""
    target = {"good": {"title": "Good", "default": 3, "questions": levels}}
    document = a_framework(
        0,
        [a_question("q"), a_question("r")],
        gates=[a_gate(when, cap)],
        targets=target,
        higher_is="worse",
        scoring={"unanswered": "full"},
    )
    codes = {"RF205", "RF206"}
    return [(one.code, one.help) for one in check_framework(document).diagnostics if one.code in codes]


@pytest.mark.parametrize(
    ("when", "levels", "cap", "expected"),
    [
        ({"question": "q", "at-least": 4}, {"q": 4}, 4, [("RF206", "ask level 3 of `q`")]),
        ({"question": "q", "at-least": 4}, {"q": 3}, 4, []),
        ({"question": "q", "at-least": 3}, {}, 4, [("RF206", "ask level 2 of `q`")]),
        ({"question": "q", "at-least": 4}, {"q": 4}, 3, []),
        ({"question": "q", "at-least": 4}, {}, 1, [("RF205", "cap at a higher level, or remove the gate")]),
    ],
    ids=str,
)
def test_where_higher_is_worse_a_target_is_met_below_it(
    when: Plain, levels: Plain, cap: int, expected: list[tuple[str, str]]
) -> None:
    assert found_worse(when, levels, cap) == expected
