"""What a plan loses without one of its actions."""

from __future__ import annotations

from fractions import Fraction

from readiness.roadmap.dropping import Finished
from readiness.roadmap.loss import Ground
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from readiness.roadmap.solve import solve
from tests.builders import a_gate, a_question, an_action, an_area
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

TWO = questions("q1", "q2")
BOTH_AT_1 = {"q1": 1, "q2": 1}


def finished(problem: Problem, *choices: tuple[str, int]) -> Finished:
    return Finished(problem, [Choice(*one) for one in choices])


def test_an_action_is_worth_what_the_end_is_lower_by_without_it() -> None:
    problem = a_problem(TWO, BOTH_AT_1, [an_action("a", {"q1": 3}), an_action("b", {"q2": 2})])
    losses = finished(problem, ("a", 0), ("b", 0)).losses()
    assert losses["a"].end == Fraction(1, 4)  # two of four steps, of one question of two
    assert losses["b"].end == Fraction(1, 8)
    assert losses["a"].also == ()


def test_levels_beyond_the_target_are_no_loss() -> None:
    problem = a_problem(TWO, BOTH_AT_1, [an_action("a", {"q1": 5})])
    assert finished(problem, ("a", 0)).loss("a").end == Fraction(1, 4)


def test_what_another_action_brings_too_is_no_loss() -> None:
    actions = [an_action("a", {"q1": 3}), an_action("b", {"q1": 3, "q2": 3})]
    plan = finished(a_problem(TWO, BOTH_AT_1, actions), ("a", 0), ("b", 0))
    assert plan.loss("a").end == 0
    assert plan.loss("b").end == Fraction(1, 4)


def test_what_needs_an_action_falls_with_it_and_all_that_needs_that() -> None:
    areas = questions("q1", "q2", "q3")
    actions = [
        an_action("a", {"q1": 2}),
        an_action("b", {"q2": 2}, needs=["a"]),
        an_action("c", {"q3": 3}, needs=["b"]),
    ]
    problem = a_problem(areas, {"q1": 1, "q2": 1, "q3": 1}, actions, limits={"quarters": 3})
    loss = finished(problem, ("a", 0), ("b", 1), ("c", 2)).loss("a")
    assert loss.also == ("b", "c")
    assert loss.end == Fraction(4, 12)
    assert loss.ground is Ground.SCORE


def test_nothing_falls_while_a_rival_that_brings_as_much_stands_in() -> None:
    actions = [
        an_action("a", {"q1": 2}, instead_of=["rival"]),
        an_action("rival", {"q1": 2}),
        an_action("b", {"q2": 2}, needs=["a"]),
    ]
    problem = a_problem(TWO, BOTH_AT_1, actions)
    assert finished(problem, ("rival", 0), ("b", 1)).loss("rival").also == ("b",)
    assert Finished(problem, [Choice("a", 0), Choice("rival", 0), Choice("b", 1)]).dependants("a") == ()


def test_what_adds_nothing_itself_opens_the_way_for_what_needs_it() -> None:
    actions = [an_action("a", {"q1": 2}), an_action("b", {"q1": 3}, needs=["a"])]
    plan = finished(a_problem(TWO, BOTH_AT_1, actions), ("a", 0), ("b", 1))
    assert plan.loss("a").ground is Ground.OPENS
    assert plan.loss("b").ground is Ground.SCORE


def test_what_another_action_brings_later_only_comes_sooner() -> None:
    problem = a_problem(TWO, BOTH_AT_1, [an_action("a", {"q1": 2}), an_action("b", {"q1": 3})])
    plan = finished(problem, ("a", 0), ("b", 1))
    assert plan.loss("a").ground is Ground.SOONER
    assert finished(problem, ("a", 0), ("b", 0)).loss("a").ground is Ground.NOTHING


def test_a_gap_behind_a_weaker_one_is_closed_though_the_score_stays() -> None:
    problem = a_problem(questions("q1", "q2", scoring={"rollup": "min"}), BOTH_AT_1, [an_action("a", {"q1": 2})])
    assert finished(problem, ("a", 0)).loss("a").ground is Ground.CLOSES


def test_what_a_decision_asks_for_is_settled_and_so_is_what_that_needs() -> None:
    actions = [an_action("a", {"q1": 2}), an_action("b", {"q2": 2}, needs=["a"])]
    problem = a_problem(TWO, BOTH_AT_1, actions, limits={"actions": {"b": {"must": True}}})
    plan = finished(problem, ("a", 0), ("b", 1))
    assert plan.loss("a").ground is Ground.SETTLED
    assert plan.loss("b").ground is Ground.SETTLED


def test_gates_that_come_back_are_counted() -> None:
    area = an_area("d1", [a_question("q1"), a_question("q2")], gates=[a_gate({"question": "q1", "below": 2})])
    problem = a_problem([area], BOTH_AT_1, [an_action("a", {"q1": 2}), an_action("b", {"q2": 3})])
    plan = finished(problem, ("a", 0), ("b", 0))
    assert plan.loss("a").gates == 1
    assert plan.loss("a").ground is Ground.GATE
    assert plan.loss("b").gates == 0


def test_the_loss_of_all_that_was_done_is_the_whole_worth() -> None:
    problem = a_problem(TWO, BOTH_AT_1, [an_action("a", {"q1": 3}), an_action("b", {"q2": 3}, needs=["a"])])
    solution = solve(problem)
    assert Finished(problem, solution.choices).loss("a").end == solution.worth.end
