"""Targets that nobody reaches, because meeting them closes a gate."""

from __future__ import annotations

from readiness.scoring.reach import check_reach
from tests.builders import Plain, a_framework, a_gate, a_question, an_area, read_framework

FACTS = {"online": {"type": "boolean", "ask": "Online?"}}


def found(when: Plain, *, cap: int, asks: Plain, **keys: object) -> list[str]:
    """Return the messages about an area of two questions with a gate; the target asks 2 of what is not named."""
    area = an_area("a", [a_question("q"), a_question("r", "yes-no")], gates=[a_gate(when, cap)], **keys)
    targets = {"good": {"title": "Good", "default": 2, "questions": asks}}
    framework = read_framework(a_framework(areas=[area], facts=FACTS, targets=targets))
    return [finding.message for finding in check_reach(framework)]


HELD_AT_2 = ["whoever meets the target `good` is still held at level 2 in `a`"]


def test_a_gate_that_the_target_itself_closes_is_found() -> None:
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4}) == HELD_AT_2
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 3}) == []


def test_an_area_is_asked_for_the_mean_of_what_its_questions_are_asked_for() -> None:
    """Levels 4 and 2 make 3: a cap there holds nobody down."""
    assert found({"question": "q", "at-least": 4}, cap=3, asks={"q": 4}) == []
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4}) == HELD_AT_2


def test_an_area_is_asked_for_its_weakest_question_under_a_minimum() -> None:
    weakest = {"rollup": "min"}
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4}, scoring=weakest) == []
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4, "r": 3}, scoring=weakest) == HELD_AT_2


def test_a_gate_that_a_better_answer_opens_is_let_pass() -> None:
    assert found({"question": "q", "is": 4}, cap=2, asks={"q": 4}) == []


def test_a_gate_that_hangs_on_a_fact_is_let_pass() -> None:
    assert found({"fact": "online", "is": True}, cap=1, asks={"q": 4}) == []


def test_where_questions_may_be_hidden_the_lowest_target_is_what_is_asked_for_sure() -> None:
    hidden = {"applies_when": {"fact": "online", "is": True}}
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4}, **hidden) == []
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4, "r": 3}, **hidden) == HELD_AT_2
    assert found({"question": "q", "at-least": 4}, cap=2, asks={"q": 4}) == HELD_AT_2


def test_a_gate_inside_an_area_does_not_lower_what_the_whole_is_asked_for() -> None:
    inner = an_area("a", [a_question("q")], gates=[a_gate({"question": "q", "at-least": 4}, 2)])
    targets = {"good": {"title": "Good", "default": 4}}
    outer = a_gate({"question": "q", "at-least": 4}, 3)
    framework = read_framework(a_framework(areas=[inner], gates=[outer], targets=targets))
    assert [finding.message for finding in check_reach(framework)] == [
        "whoever meets the target `good` is still held at level 3 in `sample`",
        "whoever meets the target `good` is still held at level 2 in `a`",
    ]


def test_gates_of_included_frameworks_count() -> None:
    part = a_framework(0, [a_question("q")], gates=[a_gate({"question": "q", "at-least": 4})], targets=None)
    targets = {"good": {"title": "Good", "default": 4}}
    whole = a_framework(0, 0, id="whole", includes=[{"framework": "sample"}], targets=targets)
    (finding,) = check_reach(read_framework(whole, part))
    assert finding.message == "whoever meets the target `good` is still held at level 2 in `sample`"
    assert finding.help == "mend its gate on `q`, or lower the target"


def test_an_area_without_scores_is_asked_for_nothing() -> None:
    area = an_area("a", [a_question("words", "text")], gates=[a_gate({"question": "q", "at-least": 2}, 1)])
    framework = read_framework(a_framework(areas=[area], questions=[a_question("q")]))
    assert list(check_reach(framework)) == []


def test_a_gate_on_too_many_questions_is_let_pass() -> None:
    for count, messages in ((9, 1), (51, 0)):
        questions = [a_question(f"q{n}") for n in range(count)]
        gate = a_gate({"any": [{"question": f"q{n}", "at-least": 3} for n in range(count)]})
        assert len(list(check_reach(read_framework(a_framework(0, questions, gates=[gate]))))) == messages
