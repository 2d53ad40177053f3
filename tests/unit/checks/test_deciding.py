"""How far conditions are decided: large ones, deep ones, and where the search gives up."""

from __future__ import annotations

from itertools import combinations

from readiness.checks.constant import decider_for
from readiness.checks.deciding import FALSE, TRUE, Goal
from readiness.checks.outline import Outline
from tests.builders import Plain, a_framework, a_gate, a_question, read_framework

STAFF = {"posts": {"type": "number", "ask": "How many?"}}


def can_hold(when: Plain, questions: list[Plain], value: int = TRUE, **keys: object) -> bool | None:
    framework = read_framework(a_framework(0, questions, gates=[a_gate(when)], targets=None, **keys))
    return decider_for(Outline(framework)).can([Goal(framework.gates[0].when, value)])


def test_a_chain_of_questions_that_wait_for_each_other_is_followed_to_its_end() -> None:
    chain = [a_question("q0")]
    chain += [a_question(f"q{n}", applies_when={"question": f"q{n - 1}", "at-least": 3}) for n in range(1, 80)]
    assert can_hold({"question": "q79", "below": 2}, chain) is True
    assert can_hold({"all": [{"question": "q79", "below": 2}, {"question": "q0", "below": 3}]}, chain) is False


def test_choices_that_share_nothing_are_settled_apart() -> None:
    questions = [a_question(f"q{n}") for n in range(60)]
    either = [{"any": [{"question": f"q{n}", "below": 2}, {"question": f"q{n}", "is": 4}]} for n in range(60)]
    never = {"any": [{"question": "q7", "is": 2}, {"question": "q7", "is": 3}]}
    assert can_hold({"all": either}, questions) is True
    assert can_hold({"all": [*either, never]}, questions) is False
    assert can_hold({"not": {"all": either}}, questions) is True


def test_what_takes_too_long_is_left_undecided() -> None:
    """Nine questions cannot each have a number of their own out of eight; trying takes thousands of steps."""
    questions = [a_question(f"q{n}", "number") for n in range(9)]
    holes = range(1, 9)
    somewhere = [{"any": [{"question": f"q{n}", "is": hole} for hole in holes]} for n in range(9)]
    apart = [
        {"not": {"all": [{"question": f"q{a}", "is": hole}, {"question": f"q{b}", "is": hole}]}}
        for a, b in combinations(range(9), 2)
        for hole in holes
    ]
    assert can_hold({"all": [*somewhere, *apart]}, questions) is None


def test_after_all_its_steps_a_decider_says_nothing_more() -> None:
    questions = [a_question("q")]
    framework = read_framework(a_framework(0, questions, gates=[a_gate({"question": "q", "below": 2})], targets=None))
    decider = decider_for(Outline(framework))
    goal = Goal(framework.gates[0].when, TRUE)
    answers = [decider.can([goal] * 2_000) for _ in range(30)]
    assert answers[0] is True
    assert answers[-1] is None


def test_choices_too_deep_within_each_other_are_left_undecided() -> None:
    """Each has to be tried before the next, for all are about one question."""
    either = [{"any": [{"question": "q", "is": n}, {"not": {"question": "q", "is": n}}]} for n in range(150)]
    assert can_hold({"all": either}, [a_question("q", "number")]) is None


def test_a_checklist_with_too_many_kinds_of_answers_is_left_undecided() -> None:
    items = [{"id": f"i{n}", "text": "Item", "weight": 3**n} for n in range(8)]
    question = a_question("q", "checklist", items=items)
    assert can_hold({"question": "q", "below": 1}, [question]) is None
    assert can_hold({"question": "q", "includes": "i3"}, [question]) is True
    both = {"all": [{"question": "q", "includes": "i3"}, {"not": {"question": "q", "includes": "i3"}}]}
    assert can_hold(both, [question]) is False


def test_a_fact_that_is_not_given_neither_holds_nor_fails() -> None:
    when = {"fact": "posts", "below": 10}
    assert can_hold(when, [], facts=STAFF) is True
    assert can_hold(when, [], FALSE, facts=STAFF) is True
    both = {"all": [when, {"fact": "posts", "at-least": 10}]}
    assert can_hold(both, [], facts=STAFF) is False
