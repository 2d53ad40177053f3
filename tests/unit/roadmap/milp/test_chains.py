"""A plan can want only what brings something before that for which it waits has brought as much."""

from __future__ import annotations

from readiness.roadmap.milp.chains import first_of, useful
from tests.builders import an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

CHAIN = [
    an_action("first", {"q": 3}),
    an_action("second", {"q": 4}, needs=["first"]),
    an_action("third", {"q": 5}, needs=["second"]),
]


def test_a_further_step_beyond_the_target_is_of_no_use() -> None:
    problem = a_problem(questions("q"), {"q": 1}, CHAIN)
    assert set(problem.candidates) == {"first", "second", "third"}  # each alone would close the gap to level 3
    assert set(useful(problem)) == {"first"}


def test_a_further_step_that_lifts_another_answer_is_of_use_with_all_that_it_needs() -> None:
    offered = [*CHAIN[:2], an_action("third", {"q": 5, "r": 3}, needs=["second"])]
    assert set(useful(a_problem(questions("q", "r"), {"q": 1, "r": 1}, offered))) == {"first", "second", "third"}


def test_what_is_settled_is_kept_though_it_brings_nothing() -> None:
    problem = a_problem(questions("q"), {"q": 1}, CHAIN, limits={"actions": {"second": {"must": True}}})
    assert set(useful(problem)) == {"first", "second"}


def test_of_a_chain_the_first_is_done_first_and_of_two_ways_to_begin_both_may_be() -> None:
    one = frozenset
    needs = {"a": (), "b": (), "c": (one("a"),), "d": (one("ab"),), "e": (one("ax"),), "x": ()}
    assert first_of("abc", needs) == {"a", "b"}
    assert first_of("abd", needs) == {"a", "b"}  # whichever of both d waits for is one of them
    assert first_of("ae", needs) == {"a", "e"}  # e can wait for x alone
    assert first_of("ce", needs) == {"c", "e"}
