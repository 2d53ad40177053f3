"""Checks of a framework: what they let pass, and messages and second places that the bad documents do not show."""

from __future__ import annotations

import pytest

from readiness.checks.cycles import find_cycle
from tests.builders import Plain, a_framework, a_gate, a_question, an_action, an_area, check_framework


def findings(document: Plain) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in check_framework(document).diagnostics]


def gated(when: Plain, **keys: object) -> Plain:
    """Return a framework of one question of each type, with a gate."""
    types = ("level", "checklist", "choice", "yes-no", "number", "text")
    facts = {
        "online": {"type": "boolean", "ask": "Online?"},
        "posts": {"type": "number", "ask": "How many?"},
        "branch": {"type": "text", "ask": "Which?"},
    }
    questions = [a_question(type_, type_) for type_ in types]
    return a_framework(dimensions=0, questions=questions, facts=facts, gates=[a_gate(when)], targets=None, **keys)


# --- cycles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("graph", "cycle"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["missing"]}, []),
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b", "c", "b"]),
        ({"x": [], "c": ["a"], "a": ["b"], "b": ["c"]}, ["c", "a", "b", "c"]),
    ],
)
def test_a_cycle_begins_with_what_the_file_names_first(graph: dict[str, list[str]], cycle: list[str]) -> None:
    assert find_cycle(graph) == cycle


def test_the_same_cycle_is_told_in_the_same_way_every_time() -> None:
    graph = {name: {other for other in "abcdef" if other != name} for name in "abcdef"}
    assert find_cycle(graph)[0] == find_cycle(graph)[-1] == min(find_cycle(graph))


def test_a_question_that_waits_for_another_is_no_cycle() -> None:
    waiting = a_question("r", applies_when={"question": "q", "at-least": 2})
    assert findings(a_framework(dimensions=0, questions=[a_question("q"), waiting])) == []


def test_a_question_cannot_wait_for_itself() -> None:
    question = a_question("q", applies_when={"question": "q", "at-least": 2})
    assert findings(a_framework(dimensions=0, questions=[question])) == [
        ("RF301", "conditions go round in a circle: `q` waits for `q`")
    ]


def test_an_area_cannot_be_capped_because_of_itself() -> None:
    area = an_area("a", [a_question()], gates=[a_gate({"area": "a", "at-least-ratio": 0.5})])
    assert findings(a_framework(areas=[area])) == [("RF301", "conditions go round in a circle: `a` waits for `a`")]


def test_an_area_can_be_capped_because_of_its_own_question() -> None:
    area = an_area("a", [a_question("q")], gates=[a_gate({"question": "q", "below": 2})])
    assert findings(a_framework(areas=[area])) == []


# --- conditions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when",
    [
        {"question": "level", "below": 2},
        {"question": "level", "is": 3},
        {"question": "checklist", "includes": "a"},
        {"question": "choice", "is": "some"},
        {"question": "yes-no", "is": "no"},
        {"question": "yes-no", "is": True},
        {"question": "number", "at-least": 4},
        {"question": "text", "is": "anything"},
        {"fact": "online", "is": False},
        {"fact": "posts", "at-least": 100},
        {"fact": "posts", "below": 100},
        {"fact": "posts", "is": 100},
        {"fact": "branch", "is": "police"},
        {"not": {"any": [{"area": "sample", "at-least-ratio": 0.5}]}},
    ],
    ids=str,
)
def test_a_comparison_that_an_answer_can_satisfy_is_let_pass(when: Plain) -> None:
    whole = {"area": "sample", "at-least-ratio": 0.5}
    expected = ["RF301"] if when == {"not": {"any": [whole]}} else []
    assert [code for code, _ in findings(gated(when))] == expected


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ({"question": "text", "below": 2}, "`text` is recorded in words and has no level to compare"),
        ({"question": "choice", "is": True}, "`choice` has no option `true`"),
        ({"question": "yes-no", "is": 3}, "`yes-no` is answered yes or no, never `3`"),
        ({"question": "yes-no", "is": 1}, "`yes-no` is answered yes or no, never `1`"),
        ({"question": "level", "is": 2.5}, "`level` is answered with a level, never `2.5`"),
        (
            {"question": "level", "at-least": 0},
            "`level` is compared with level 0, off the scale, which runs from 1 to 5",
        ),
        ({"question": "number", "is": "many"}, "`number` is answered with a number, never `many`"),
        ({"question": "text", "is": 2024}, "`text` is answered with text, never `2024`"),
        ({"question": "checklist", "is": "a"}, "`checklist` is a checklist, never `a`"),
        ({"fact": "posts", "is": "many"}, "`posts` is a number, never many"),
        ({"fact": "branch", "is": 3}, "`branch` is a text, never 3"),
        ({"fact": "online", "is": "yes"}, "`online` is true or false, never yes"),
        ({"fact": "online", "at-least": 1}, "`online` is a boolean and has no order"),
        ({"fact": "branch", "is": True}, "`branch` is a text, never true"),
        ({"fact": "posts", "is": False}, "`posts` is a number, never false"),
    ],
    ids=str,
)
def test_a_comparison_that_no_answer_can_satisfy_says_why(when: Plain, message: str) -> None:
    assert findings(gated(when)) == [("RF302", message)]


def test_a_target_names_areas_and_not_the_framework_whose_default_it_has() -> None:
    target = {"good": {"title": "Good", "default": 3, "areas": {"d1": 4, "sample": 2}}}
    assert findings(a_framework(targets=target)) == [("RF105", "target names area `sample`, which does not exist")]


def test_an_unknown_name_shows_where_a_similar_one_is_defined() -> None:
    document = a_framework(gates=[a_gate({"question": "d2-q22", "below": 2})])
    (finding,) = check_framework(document).diagnostics
    assert (finding.label, finding.help) == ("not defined in this framework", "did you mean `d2-q2`?")
    (related,) = finding.related
    assert related.label == "similar id defined here"
    assert related.location.line > finding.location.line - 100


def test_an_unknown_name_like_no_other_is_answered_with_those_there_are() -> None:
    (finding,) = check_framework(a_framework(1, 2, gates=[a_gate({"question": "zzz", "below": 2})])).diagnostics
    assert (finding.help, finding.related) == ("known: d1-q1, d1-q2", ())


# --- levels, weights, texts ------------------------------------------------------------------------------------------


def test_levels_are_those_of_the_frameworks_own_scale() -> None:
    scale = [{"level": 0, "name": "No"}, {"level": 1, "name": "Yes"}]
    question = a_question("q", levels={0: "Nothing.", 1: "Done."})
    target = {"good": {"title": "Good", "default": 1}}
    assert findings(a_framework(dimensions=0, questions=[question], scale=scale, targets=target)) == []
    assert findings(a_framework(dimensions=0, questions=[a_question("q")], scale=scale)) == [
        ("RF202", "`q` has no text for level 0"),
        *(("RF201", f"level {level} is off the scale, which runs from 0 to 1") for level in (2, 3, 4, 5, 3)),
    ]


def test_a_weight_counts_under_a_mean_and_not_under_a_minimum() -> None:
    questions = [a_question("q", weight=2), a_question("r")]
    assert findings(a_framework(areas=[an_area("a", questions)])) == []
    assert findings(a_framework(areas=[an_area("a", questions, scoring={"rollup": "min"})])) == [
        ("RF203", "the weight of `q` has no effect: `a` is scored by min")
    ]


def test_an_area_of_its_own_mean_keeps_its_weights_under_a_minimum() -> None:
    area = an_area("a", [a_question("q", weight=2), a_question("r")], scoring={"rollup": "mean"})
    assert findings(a_framework(areas=[area], scoring={"rollup": "min"})) == []


def test_texts_that_differ_only_in_case_and_spaces_are_the_same() -> None:
    levels = {1: "None.", 2: "Some  parts.", 3: "some parts.", 4: "Most.", 5: "SOME PARTS."}
    assert findings(a_framework(dimensions=0, questions=[a_question("q", levels=levels)])) == [
        ("RF501", "levels 2 and 3 of `q` have the same text"),
        ("RF501", "levels 2 and 5 of `q` have the same text"),
    ]


def test_a_question_that_is_not_scored_needs_no_reason() -> None:
    assert findings(a_framework(dimensions=0, questions=[a_question("q", "text", why=None)])) == []


@pytest.mark.parametrize(("level", "found"), [(1, True), (2, True), (3, False), (4, False)])
def test_a_target_below_a_gate_is_found(level: int, found: bool) -> None:  # noqa: FBT001
    target = {"good": {"title": "Good", "default": 3, "questions": {"d1-q1": level}}}
    document = a_framework(gates=[a_gate({"question": "d1-q1", "below": 3})], targets=target)
    assert [code for code, _ in findings(document)] == (["RF206"] if found else [])


# --- actions ---------------------------------------------------------------------------------------------------------


def test_a_target_that_actions_reach_has_no_finding() -> None:
    actions = [an_action("a", {"d1-q1": 2}), an_action("b", {"d1-q1": 3, "d1-q2": 4}, needs=["a"])]
    assert findings(a_framework(1, 2, actions=actions)) == []


def test_a_target_at_the_lowest_level_needs_no_action() -> None:
    target = {"good": {"title": "Good", "default": 1}}
    assert findings(a_framework(1, 1, targets=target, actions=[an_action("a", {"d1-q1": 2})])) == []


def test_a_framework_without_actions_offers_none_and_is_not_blamed_for_it() -> None:
    assert findings(a_framework()) == []


def test_a_checklist_is_lifted_by_its_items() -> None:
    questions = [a_question("q", "checklist")]
    assert findings(a_framework(0, questions, actions=[an_action("a", {"q": ["a", "b"]})])) == []
    assert findings(a_framework(0, [a_question("q")], targets=None, actions=[an_action("a", {"q": ["a"]})])) == [
        ("RF105", "`q` has no item `a`")
    ]


def test_an_action_that_changes_nothing_is_found() -> None:
    questions = [a_question("q"), a_question("t", "checklist")]
    actions = [an_action("a", {"q": 1, "t": []}), an_action("b", {"q": 3, "t": ["a"]})]
    assert findings(a_framework(0, questions, actions=actions)) == [
        ("RF406", "`a` lifts `q` to level 1, the lowest, which everybody has"),
        ("RF406", "`a` lists no items of `t`"),
    ]


def test_a_question_that_no_action_lifts_is_found_once() -> None:
    questions = [a_question("q"), a_question("r"), a_question("t", "checklist"), a_question("w", "text")]
    actions = [an_action("a", {"q": 3})]
    lowest = {"good": {"title": "Good", "default": 1}}
    assert findings(a_framework(0, questions, targets=lowest, actions=actions)) == [
        ("RF405", "no action lifts `r`"),
        ("RF405", "no action lifts `t`"),
    ]
    assert [code for code, _ in findings(a_framework(0, questions, actions=actions))] == ["RF403", "RF405"]


def test_an_action_of_an_included_framework_lifts_too() -> None:
    part = a_framework(0, [a_question("q")], targets=None, actions=[an_action("a", {"q": 3})])
    own = [an_action("b", {"r": 3})]
    whole = {"id": "whole", "includes": [{"framework": "sample"}], "targets": None, "actions": own}
    questions = [a_question("r"), a_question("s")]
    found = check_framework(a_framework(0, questions, **whole), part).diagnostics
    assert [one.message for one in found] == ["no action lifts `s`"]
    missing = check_framework(a_framework(0, questions, **whole)).diagnostics
    assert [one.code for one in missing] == ["RF102"]


def test_a_need_may_be_written_with_the_name_of_its_own_framework() -> None:
    actions = [an_action("a", {"d1-q1": 2}), an_action("b", {"d1-q1": 3}, needs=["sample/a"])]
    assert findings(a_framework(1, 1, actions=actions)) == []


def test_rivals_may_name_each_other() -> None:
    actions = [an_action("a", {"d1-q1": 3}, instead_of=["b"]), an_action("b", {"d1-q1": 3}, instead_of=["a"])]
    assert findings(a_framework(1, 1, actions=actions)) == []


@pytest.mark.parametrize(
    ("estimate", "rises"),
    [
        ({"likely": 5}, True),
        ({"low": 5, "likely": 5, "high": 5}, True),
        ({"low": 1, "likely": 2}, True),
        ({"low": 3, "likely": 2}, False),
        ({"likely": 2, "high": 1}, False),
        ({"low": 3, "likely": 5, "high": 4}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("key", ["effort-days", "cost", "duration-weeks", "running-cost-a-year", "benefit-a-year"])
def test_every_estimate_has_to_rise(key: str, estimate: Plain, rises: bool) -> None:  # noqa: FBT001
    action = an_action("a", {"d1-q1": 3}) | {key: estimate}
    expected = [] if rises else [("RF402", f"`{key}` of `a` should rise from low over likely to high")]
    assert findings(a_framework(1, 1, actions=[action])) == expected


def test_an_id_that_stands_twice_is_the_only_thing_that_is_told_of_it() -> None:
    waiting = a_question("q", applies_when={"question": "q", "is": True})
    target = {"good": {"title": "Good", "default": 1, "questions": {"q": 3}}}
    document = a_framework(0, [a_question("q", "yes-no"), waiting], targets=target)
    assert findings(document) == [("RF101", "the id `q` is taken")]


def test_no_action_is_asked_for_to_reach_a_level_off_the_scale() -> None:
    target = {"good": {"title": "Good", "default": 1, "questions": {"q": 9}}}
    document = a_framework(0, [a_question("q")], actions=[an_action("act", {"q": 5})], targets=target)
    assert [code for code, _ in findings(document)] == ["RF201"]
