"""Laws of roadmaps: whatever actions and limits somebody writes, these hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.errors import NoRoadmap
from readiness.model.direction import Direction
from readiness.roadmap.plan import LeftOut, Roadmap
from readiness.roadmap.solution import Reason
from readiness.scoring.engine import Bounds
from readiness.scoring.holds import holds
from readiness.scoring.result import State
from tests.laws.plans import MONOTONE_PLANNED, Problem, chains, problems
from tests.laws.strategies import Case, law, slow_law

LAWS: list[Callable[[Problem, Roadmap], None]] = []


def of_every_plan(one: Callable[[Problem, Roadmap], None]) -> Callable[[Problem, Roadmap], None]:
    """Add a law that is asked of every plan: to draw a problem and solve it takes longer than to ask them all."""
    LAWS.append(one)
    return one


def solved(problem: Problem) -> Roadmap:
    """Return the roadmap of a problem that has one."""
    try:
        return problem.solved()
    except NoRoadmap:
        assume(False)  # noqa: FBT003
        raise


@of_every_plan
def prerequisites_end_before_what_waits_for_them_starts(problem: Problem, plan: Roadmap) -> None:
    for one in plan.actions:
        done = problem.waits_for(one.action.id, plan)
        assert all(other and other.end <= one.start for other in done)
        assert set(one.after) == {other.action.id for other in done if other}


@slow_law
@given(problems())
def test_of_rivals_at_most_one_is_chosen(problem: Problem) -> None:
    chosen = {one.action.id for one in solved(problem).actions}
    assert all(not problem.rivals(id_) & chosen for id_ in chosen)


@of_every_plan
def no_quarter_takes_more_than_its_limits(problem: Problem, plan: Roadmap) -> None:
    limits = problem.plan
    for one in plan.actions:
        assert one.quarters == problem.quarters(one.action.id)
        assert 0 <= one.start < one.end <= limits.quarters
    for quarter in plan.quarters:
        money, days = problem.money(plan, quarter.index), problem.days(plan, "*", quarter.index)
        assert (quarter.cost[1], quarter.effort_days[1]) == (money, days)
        assert limits.budget_a_quarter is None or money <= limits.budget_a_quarter
        assert sum(quarter.effort_by_role.values()) == days
        for team, limit in limits.capacity_days_a_quarter.items():
            assert problem.days(plan, team, quarter.index) <= limit
            if team != "*":
                assert quarter.effort_by_role.get(team, 0) == problem.days(plan, team, quarter.index)


@of_every_plan
def every_action_is_chosen_or_left_out_once(problem: Problem, plan: Roadmap) -> None:
    named = [one.action.id for one in plan.actions] + [one.action.id for one in plan.left_out]
    assert sorted(named) == sorted(problem.actions)
    assert [one.number for one in plan.actions] == [f"A{place}" for place in range(1, len(plan.actions) + 1)]
    assert [one.start for one in plan.actions] == sorted(one.start for one in plan.actions)


@of_every_plan
def the_reason_for_leaving_an_action_out_is_true(problem: Problem, plan: Roadmap) -> None:
    for one in plan.left_out:
        assert is_true(problem, plan, one), one


def is_true(problem: Problem, plan: Roadmap, one: LeftOut) -> bool:
    """Tell whether the reason for leaving an action out holds of the finished plan."""
    id_, chosen = one.action.id, {done.action.id for done in plan.actions}
    match one.reason:
        case Reason.FINISHED:
            return problem.plan.actions[id_].finished is not None
        case Reason.TARGET_MET:
            return not problem.closes(id_, problem.case.readings)
        case Reason.COVERED:
            return not problem.closes(id_, problem.after(list(plan.actions)).readings)
        case Reason.RIVAL:
            return bool(problem.rivals(id_) & chosen)
        case Reason.PREREQUISITE:
            return one.other is not None and one.other.id in below(problem, id_) - chosen
        case Reason.NEVER:
            return problem.plan.actions[id_].never
        case _:
            return does_not_fit(problem, plan, one)


def does_not_fit(problem: Problem, plan: Roadmap, one: LeftOut) -> bool:
    """Tell whether a limit keeps an action out of a finished plan."""
    id_ = one.action.id
    waits = None in problem.waits_for(id_, plan)  # the limit was met with its prerequisites in the plan
    if one.reason is Reason.NO_TIME:
        return waits or not problem.starts_in_time(plan, id_)
    assert one.waits is bool(problem.open_needs(id_))
    money, people = set(problem.starts_with_money(plan, id_)), set(problem.starts_with_people(plan, id_))
    if one.reason is Reason.NO_MONEY:
        return waits or not money
    return waits or not (money & people if one.money_too else people)


def below(problem: Problem, id_: str) -> set[str]:
    """Return every open prerequisite of an action, and theirs."""
    needs = set(problem.open_needs(id_))
    return needs.union(*(below(problem, need) for need in needs))


@of_every_plan
def an_action_that_fits_beside_the_plan_and_closes_a_gap_is_not_left_out(problem: Problem, plan: Roadmap) -> None:
    chosen = {one.action.id for one in plan.actions}
    readings = problem.after(list(plan.actions)).readings
    for one in plan.left_out:
        id_ = one.action.id
        waits = None in problem.waits_for(id_, plan) or problem.rivals(id_) & chosen
        if waits or not problem.closes(id_, readings):
            continue
        assert not set(problem.starts_with_money(plan, id_)) & set(problem.starts_with_people(plan, id_))


@of_every_plan
def the_score_of_each_quarter_is_the_score_of_the_lifted_answers(problem: Problem, plan: Roadmap) -> None:
    scorer = problem.case.scorer
    scale = problem.case.framework.scale
    for quarter in plan.quarters:
        headline = problem.after([one for one in plan.actions if one.end <= quarter.index + 1])
        ends = Bounds(scorer, headline.readings).range(scorer.root)
        assert quarter.score == (None if headline.overall is None else scale.score_of(headline.overall))
        assert (quarter.low, quarter.high) == (
            (scale.score_of(ends.low), scale.score_of(ends.high)) if ends else (None, None)
        )
        for child in scorer.root.children:
            ratio = headline.value(child).ratio
            assert quarter.scores[child.id] == (None if ratio is None else scale.score_of(ratio))
    assert plan.start_score == problem.case.scorecard.root.score


@of_every_plan
def gains_add_up_to_the_whole_change(problem: Problem, plan: Roadmap) -> None:
    direction = problem.case.scorer.root.direction
    worst = Fraction(direction.worst_level(problem.case.framework.scale))
    before = worst if plan.start_score is None else plan.start_score
    after = worst if plan.quarters[-1].score is None else plan.quarters[-1].score
    assert sum(one.gain for one in plan.actions) == direction.gain(before, after)


@of_every_plan
def what_stays_unmet_and_shut_is_what_the_lifted_answers_leave(problem: Problem, plan: Roadmap) -> None:
    case = problem.case
    headline = problem.after(list(plan.actions))
    below_target = [
        id_
        for id_ in case.scorecard.target_levels
        if headline.state(case.scorer.leaf[id_]) not in {State.HIDDEN, State.NOT_APPLICABLE}
        and problem.is_open(id_, headline.value(case.scorer.leaf[id_]).ratio)
    ]
    assert sorted(plan.unmet) == sorted(below_target)
    shut = [node.id for node in case.scorer.branch.values() for gate, _ in node.gates if holds(gate.when, headline)]
    assert sorted(node for node, _ in plan.open_gates) == sorted(shut)


@of_every_plan
def the_critical_chain_is_the_longest_of_those_that_wait_for_each_other(_: Problem, plan: Roadmap) -> None:
    found = dict(zip((chain for _, chain in chains(plan)), (length for length, _ in chains(plan)), strict=True))
    if plan.actions:
        assert found[plan.critical_chain] == max(found.values())
    else:
        assert plan.critical_chain == ()


@of_every_plan
def what_an_action_lifts_is_what_it_raises_when_it_ends(problem: Problem, plan: Roadmap) -> None:
    scale = problem.case.framework.scale
    readings = dict(problem.case.readings)
    for one in sorted(plan.actions, key=lambda one: one.end):
        changed = problem.lifts(one.action.id, readings)
        assert one.lifts == {
            name: (scale.score_of(readings[name].stands), scale.score_of(new.stands)) for name, new in changed.items()
        }
        readings |= changed


@of_every_plan
def the_totals_are_those_of_the_chosen_actions(_: Problem, plan: Roadmap) -> None:
    for place in range(3):
        assert plan.totals.cost[place] == sum(one.action.cost.points[place] for one in plan.actions)
        owners = sum(one.action.effort_days.points[place] for one in plan.actions)
        others = [days for one in plan.actions for days in one.action.effort_of_others.values()]
        assert plan.totals.effort_days[place] == owners + sum(days.points[place] for days in others)
    running = sum(one.action.running_cost_a_year.likely for one in plan.actions if one.action.running_cost_a_year)
    assert plan.totals.running_cost_a_year[1] == running
    for low, likely, high in (plan.totals.cost, *(quarter.cost for quarter in plan.quarters)):
        assert low <= likely <= high


@of_every_plan
def quarters_follow_each_other_without_a_gap(problem: Problem, plan: Roadmap) -> None:
    assert len(plan.quarters) == problem.plan.quarters
    assert plan.quarters[0].starts == plan.starts
    for one, following in zip(plan.quarters, plan.quarters[1:], strict=False):
        assert following.starts == one.ends + timedelta(days=1)
    assert all(quarter.starts < quarter.ends for quarter in plan.quarters)


@law
@given(problems())
def test_every_plan_keeps_every_law(problem: Problem) -> None:
    plan = solved(problem)
    for one in LAWS:
        one(problem, plan)


@slow_law
@given(problems(MONOTONE_PLANNED))
def test_where_better_answers_never_do_harm_no_quarter_ends_worse_than_the_one_before(problem: Problem) -> None:
    plan = solved(problem)
    assume(plan.start_score is not None)
    scores = [score for score in (plan.start_score, *(quarter.score for quarter in plan.quarters)) if score is not None]
    assert scores == sorted(scores, reverse=problem.case.scorer.root.direction is Direction.WORSE)
    assert all(one.gain >= 0 for one in plan.actions)


@slow_law
@given(problems(), st.data())
def test_the_order_of_the_actions_in_the_file_does_not_matter(problem: Problem, data: st.DataObject) -> None:
    case = problem.case
    actions = data.draw(st.permutations(case.document["actions"]))
    other = Problem(Case(case.document | {"actions": actions}, case.facts, case.answers), problem.limits)
    one, two = solved(problem), solved(other)
    assert one.actions == two.actions
    assert one.quarters == two.quarters
    assert one.totals == two.totals
    assert one.critical_chain == two.critical_chain
    assert {left.action.id: left for left in one.left_out} == {left.action.id: left for left in two.left_out}


@slow_law
@given(problems())
def test_there_is_no_roadmap_only_if_nothing_that_closes_a_gap_fits(problem: Problem) -> None:
    candidates = [id_ for id_ in problem.actions if problem.closes(id_, problem.case.readings)]
    try:
        plan = problem.solved()
    except NoRoadmap:
        assert candidates
        empty = Problem(
            problem.case, problem.limits | {"budget-a-quarter": 10**9, "capacity-days-a-quarter": {}, "quarters": 40}
        )
        for id_ in candidates:
            if not problem.open_needs(id_):
                nothing = replace(empty.solved(), actions=())
                assert not set(problem.starts_with_money(nothing, id_)) & set(problem.starts_with_people(nothing, id_))
        return
    assert bool(plan.actions) == bool(candidates)
