"""Laws of scores: whatever framework somebody writes and however it is answered, these hold."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from readiness.gaps import find_gaps
from readiness.scoring.bounds import MOST_CASES
from readiness.scoring.engine import Bounds, Headline
from readiness.scoring.reading import Reading
from readiness.scoring.result import NodeScore, Scorecard, State
from readiness.scoring.rollup import ROLLUPS
from tests.builders import Plain
from tests.laws.strategies import TYPES, Case, Rules, an_answer, cases, every_answer, law, many_cases, randoms

MONOTONE = Rules(gates="opened", adjust="always", asks="facts", facts=False)
"""Frameworks in which a better answer never makes a score worse: it opens gates, and none decides what is asked."""


LAWS: list[Callable[[Case], None]] = []


def of_every_case(one: Callable[[Case], None]) -> Callable[[Case], None]:
    """Add a law that is asked of every case: to draw one and score it takes longer than to ask them all."""
    LAWS.append(one)
    return one


def numbers(node: NodeScore) -> dict[str, Any]:
    """Return everything that is computed for one node; what the answer says in words is left out."""
    kept = {field.name: getattr(node, field.name) for field in dataclasses.fields(node)}
    del kept["children"], kept["answer"]
    kept["contributions"] = {one.child: one for one in node.contributions}
    return kept


def all_numbers(scorecard: Scorecard) -> dict[str, dict[str, Any]]:
    """Return everything that is computed, by node."""
    return {node.id: numbers(node) for node in scorecard.root.walk()}


def exact(number: Fraction | None) -> Fraction:
    """Return a number that exists."""
    assert number is not None
    return number


def on_scale(case: Case, ratio: Fraction) -> Fraction:
    """Return a ratio as a score."""
    return case.framework.scale.score_of(ratio)


# --- bounds -----------------------------------------------------------------------------------------------------


SEARCHED = {
    "everything": Rules(missing=3),
    "points": Rules(missing=3, rollups=("sum", "deduct", "sum", "stack"), gates="none"),
    "adjustments": Rules(missing=2, asks="facts", questions=4, adjust="often"),
    "conditions": Rules(missing=2, questions=4, looks=("area", "question", "fact"), adjust="none"),
}


@pytest.mark.parametrize("rules", SEARCHED.values(), ids=list(SEARCHED))
@many_cases
@given(data=st.data())
def test_every_completion_of_the_answers_lies_within_the_bounds(rules: Rules, data: st.DataObject) -> None:
    case = data.draw(cases(rules))
    for completed in case.completions():
        for node in case.nodes:
            ratio, found = completed.value(node).ratio, case.scorecard.node[node.id]
            if ratio is not None:
                note(f"{node.id}: {ratio} for {completed.readings} and {completed.scorer.facts}")
                assert found.low is not None
                assert found.high is not None
                assert found.low <= on_scale(case, ratio) <= found.high


UNCONDITIONAL = Rules(gates="none", adjust="always", asks="none", missing=2, all_or_nothing=False)
ON_ANSWERS = Rules(
    looks=("question", "question", "fact"),
    unanswered=("zero", "exclude", "full"),
    types=tuple(name for name in TYPES if name != "number"),
    missing=2,
    all_or_nothing=False,
)
"""Conditions of every kind, but none on an area; and no measured values, which come ever closer to an end."""


@law
@given(cases(UNCONDITIONAL) | cases(ON_ANSWERS))
def test_some_completion_reaches_each_bound(case: Case) -> None:
    assume(case.ways <= MOST_WAYS and not _sums_in_sums(case) and _cases(case) <= MOST_CASES)
    completions = list(case.completions(MOST_WAYS))
    for node in case.nodes:
        reached = [on_scale(case, ratio) for one in completions if (ratio := one.value(node).ratio) is not None]
        if reached:
            found = case.scorecard.node[node.id]
            note(f"{node.id}: {reached}")
            assert (found.low, found.high) == (min(reached), max(reached))


MOST_WAYS = 1000


def _cases(case: Case) -> int:
    outcomes = Bounds(case.scorer, case.readings).matters.outcomes
    return prod(map(len, outcomes.values()))


def _sums_in_sums(case: Case) -> bool:
    """Tell whether the maximum of a sum may change while more than its ratio is made of it."""
    sums = [branch for branch in case.scorer.branch.values() if branch.rollup_name == "sum"]
    changing = [branch for branch in sums if branch.rollup.options.most is None]
    inner = {child.id for branch in sums for child in branch.children}
    return any(branch.id in inner or any(rule.of == "points" for rule in branch.adjust) for branch in changing)


@law
@given(cases(Rules(missing=3)), st.data())
def test_an_answer_never_widens_the_range(case: Case, data: st.DataObject) -> None:
    assume(case.missing)
    id_ = data.draw(st.sampled_from(case.missing))
    answered = case.answering({id_: data.draw(st.sampled_from(case.every_way(id_)))})
    for node in case.scorecard.root.walk():
        after = answered.scorecard.node[node.id]
        if after.low is not None:
            assert exact(node.low) <= exact(after.low) <= exact(after.high) <= exact(node.high)


def _has_both_ends(question: Plain) -> bool:
    """Tell whether a question has an answer worth nothing and one worth something."""
    points = [option["points"] for option in question.get("options", [])]
    return not points or 0 == min(points) < max(points)


@of_every_case
def the_score_lies_within_the_bounds(case: Case) -> None:
    for node in case.scorecard.root.walk():
        if node.score is not None:
            assert node.low is not None
            assert node.high is not None
            assert node.low <= node.score <= node.high


@law
@given(cases(Rules(missing=0, facts=False)))
def test_a_complete_assessment_has_no_range(case: Case) -> None:
    for node in case.scorecard.root.walk():
        assert node.low == node.high == node.score


@law
@given(cases(Rules(gates="opened", adjust="always")))
def test_evidence_that_is_missing_never_makes_a_score_better(case: Case) -> None:
    for node in case.scorecard.root.walk():
        assert (node.evidenced is None) == (node.score is None)
        if node.evidenced is not None and node.score is not None:
            assert node.direction.gain(node.score, node.evidenced) <= 0


# --- raising ----------------------------------------------------------------------------------------------------


@law
@given(cases(MONOTONE), st.data())
def test_raising_an_answer_never_lowers_a_score(case: Case, data: st.DataObject) -> None:
    answered = [id_ for id_, one in case.readings.items() if one.state is State.ANSWERED and one.ratio is not None]
    assume(answered)
    id_ = data.draw(st.sampled_from(answered))
    better = case.answering({id_: an_answer(data.draw(randoms()), case.questions[id_], case.levels, evidence=True)})
    assume(exact(better.readings[id_].ratio) > exact(case.readings[id_].ratio))
    for before in case.scorecard.root.walk():
        after = better.scorecard.node[before.id]
        assert (before.score is None) == (after.score is None)
        if before.score is not None:
            assert before.score <= exact(after.score)
            assert exact(before.low) <= exact(after.low)
            assert exact(before.high) <= exact(after.high)


# --- order ------------------------------------------------------------------------------------------------------


def shuffled(document: Plain, data: st.DataObject) -> Plain:
    """Return a framework with its areas and questions in another order, at every depth."""
    found = dict(document)
    for key in ("areas", "questions"):
        if found.get(key):
            found[key] = data.draw(st.permutations(found[key]))
    if found.get("areas"):
        found["areas"] = [shuffled(area, data) for area in found["areas"]]
    return found


UNORDERED = Rules(rollups=tuple(name for name in ROLLUPS if name != "stack"))
"""Frameworks in which no roll-up looks at the order of the children."""


@law
@given(cases(UNORDERED), st.data())
def test_the_order_of_the_files_does_not_matter(case: Case, data: st.DataObject) -> None:
    answers = dict(data.draw(st.permutations(list(case.answers.items()))))
    other = Case(shuffled(case.document, data), case.facts, answers)
    assert all_numbers(other.scorecard) == all_numbers(case.scorecard)
    assert find_gaps(other.scorer, other.readings, other.scorecard) == find_gaps(
        case.scorer, case.readings, case.scorecard
    )


# --- contributions ----------------------------------------------------------------------------------------------


@of_every_case
def contributions_add_up_exactly(case: Case) -> None:
    for node in case.scorecard.root.walk():
        if node.kind == "question" or node.ratio is None:
            assert node.contributions == ()
            continue
        assert node.raw_ratio is not None
        adds = sum(one.adds for one in node.contributions)
        costs = sum(one.costs for one in node.contributions)
        assert adds == node.raw_ratio
        assert adds + costs == sum(one.share for one in node.contributions) == (1 if node.maximum else 0)
        lost, changed = sum(gate.loss for gate in node.gates), sum(one.change for one in node.adjustments)
        assert node.ratio == node.raw_ratio - lost + changed
        assert all(one.holds or one.change == 0 for one in node.adjustments)
        assert all(node.direction.gain(Fraction(0), gate.loss) >= 0 for gate in node.gates)
        assert all(gate.holds or gate.loss == 0 for gate in node.gates)
        assert all(one.share >= 0 and one.costs >= 0 for one in node.contributions)
        assert _may_be_negative(node) or all(one.adds >= 0 for one in node.contributions)


def _may_be_negative(node: NodeScore) -> bool:
    """Tell whether a deduction in a node, or below it, may take more than there is."""
    return any(one.rollup == "deduct" for one in node.walk())


@of_every_case
def the_shares_of_the_whole_add_up_over_the_questions(case: Case) -> None:
    root = case.scorecard.root
    shares = [node.share_of_whole for node in case.scorecard.questions]
    whole = sum(shares)
    if root.ratio is None:
        assert whole == 0
    elif all(node.maximum or node.ratio is None for node in root.walk() if node.kind != "question"):
        assert whole == 1


# --- coverage ---------------------------------------------------------------------------------------------------


@of_every_case
def coverage_is_full_exactly_where_no_answer_is_owed(case: Case) -> None:
    for node in case.scorecard.root.walk():
        owed = [one for one in node.walk() if one.state is not None and one.state.is_missing]
        assert node.coverage.applicable - node.coverage.answered == len(owed)
        assert 0 <= node.coverage.weight <= 1
        if node.kind != "question" and not owed and node.ratio is not None:
            assert node.coverage.weight in {0, 1}


# --- states -----------------------------------------------------------------------------------------------------


def with_another_hidden_answer(case: Case, data: st.DataObject) -> Case:
    """Return the case with something else, or nothing, as the answer to a question that is not asked."""
    hidden = [node.id for node in case.scorecard.questions if node.state is State.HIDDEN]
    assume(hidden)
    id_ = data.draw(st.sampled_from(hidden))
    others: list[Plain | None] = [None, {"unknown": "Nobody knows."}, *every_answer(case.questions[id_], case.levels)]
    if case.may_be_left_out(id_):
        others.append({"not-applicable": "It does not."})
    return case.answering({id_: data.draw(st.sampled_from(others))})


@law
@given(cases(), st.data())
def test_a_hidden_answer_never_scores(case: Case, data: st.DataObject) -> None:
    before, after = all_numbers(case.scorecard), all_numbers(with_another_hidden_answer(case, data).scorecard)
    for found in (*before.values(), *after.values()):
        del found["low"], found["high"]  # a missing answer may yet bring the question back
        found["gates"] = [(gate.holds, gate.loss) for gate in found["gates"]]
        found["adjustments"] = [(one.holds, one.change) for one in found["adjustments"]]
    assert before == after


@law
@given(cases(Rules(missing=0, facts=False)), st.data())
def test_an_answer_that_is_hidden_for_certain_changes_nothing(case: Case, data: st.DataObject) -> None:
    assert all_numbers(with_another_hidden_answer(case, data).scorecard) == all_numbers(case.scorecard)


@of_every_case
def every_answer_keeps_its_own_state(case: Case) -> None:
    for node in case.scorecard.questions:
        if node.state is not State.HIDDEN:
            assert node.state is _written_state(case.answers.get(node.id))
        assert (node.coverage.answered, node.coverage.applicable) == {
            State.ANSWERED: (1, 1),
            State.UNKNOWN: (0, 1),
            State.UNANSWERED: (0, 1),
            State.NOT_APPLICABLE: (0, 0),
            State.HIDDEN: (0, 0),
        }[node.state]


def _written_state(answer: Mapping[str, Any] | None) -> State:
    if answer is None or set(answer) <= {"note"}:
        return State.UNANSWERED
    states = {"unknown": State.UNKNOWN, "not-applicable": State.NOT_APPLICABLE}
    return next((state for key, state in states.items() if key in answer), State.ANSWERED)


@law
@given(cases(), st.data())
def test_unknown_and_unanswered_differ_in_their_state_alone(case: Case, data: st.DataObject) -> None:
    owed = [id_ for id_ in case.missing if case.scorecard.node[id_].state is not State.HIDDEN]
    assume(owed)
    id_ = data.draw(st.sampled_from(owed))
    swapped = None if case.readings[id_].state is State.UNKNOWN else {"unknown": "Nobody knows."}
    before, after = all_numbers(case.scorecard), all_numbers(case.answering({id_: swapped}).scorecard)
    assert before[id_].pop("state") is not after[id_].pop("state")
    assert before == after


@law
@given(cases(Rules(gates="none", asks="none")), st.data())
def test_an_answer_that_is_worth_nothing_is_not_a_missing_one(case: Case, data: st.DataObject) -> None:
    owed = [
        id_ for id_ in case.missing if case.scorer.leaf[id_].question.scored and _has_both_ends(case.questions[id_])
    ]
    assume(owed)
    id_ = data.draw(st.sampled_from(owed))
    worst = min(every_answer(case.questions[id_], case.levels), key=lambda one: case.reading(id_, one).ratio or 0)
    answered = case.answering({id_: worst}).scorecard.node[id_]
    missing = case.scorecard.node[id_]
    assert answered.ratio == 0
    assert answered.low == answered.high
    assert exact(missing.low) < exact(missing.high)
    assert missing.coverage.by_count < answered.coverage.by_count


# --- targets and gaps -------------------------------------------------------------------------------------------


@law
@given(cases(dataclasses.replace(MONOTONE, all_or_nothing=False)))
def test_closing_every_gap_meets_the_target_of_every_node(case: Case) -> None:
    gaps = find_gaps(case.scorer, case.readings, case.scorecard)
    closed = case.answering({gap.question: _at_target(case, gap.question, gap.target) for gap in gaps})
    for node in case.scorecard.root.walk():
        after = closed.scorecard.node[node.id]
        if node.target is not None:
            assert after.score is not None
            assert not node.direction.short(after.score, node.target)
    assert find_gaps(closed.scorer, closed.readings, closed.scorecard) == ()


def _at_target(case: Case, id_: str, level: int) -> Plain:
    """Return the least good answer that meets a level."""
    wanted, direction = case.framework.scale.ratio_of(level), case.scorer.leaf[id_].direction
    ways = [
        (case.reading(id_, answer).ratio, n, answer)
        for n, answer in enumerate(every_answer(case.questions[id_], case.levels))
    ]
    met = [(direction.gain(wanted, ratio), n, answer) for ratio, n, answer in ways if ratio is not None]
    found = [one for one in met if one[0] >= 0]
    assume(found)  # a choice without points reaches nothing
    return min(found)[2]


@of_every_case
def a_question_s_target_is_the_level_that_the_profile_asks(case: Case) -> None:
    for node in case.scorecard.questions:
        if node.id in case.scorecard.target_levels and node.state not in {State.HIDDEN, State.NOT_APPLICABLE}:
            assert node.target == case.scorecard.target_levels[node.id]


@law
@given(cases(Rules(types=("level", "number", "text"))))
def test_a_gap_s_gain_is_what_answering_at_the_target_adds(case: Case) -> None:
    for gap in find_gaps(case.scorer, case.readings, case.scorecard):
        assert gap.size > 0
        if case.questions[gap.question]["type"] != "level":
            continue
        after = case.answering({gap.question: {"level": gap.target}}).scorecard.root.ratio
        before = case.scorecard.root.ratio
        if after is None:
            assert gap.gain == 0
        else:
            direction = case.scorecard.root.direction
            assert gap.gain == direction.gain(direction.worst if before is None else before, after) * (
                case.framework.scale.span
            )


# --- scoring again ----------------------------------------------------------------------------------------------


def values(headline: Headline, case: Case) -> dict[str, Any]:
    """Return what every node is worth, and the state of every question."""
    return {node.id: headline.value(node) for node in case.nodes} | {
        f"{leaf.id} is": headline.state(leaf) for leaf in case.scorer.leaf.values()
    }


@law
@given(cases(), st.data())
def test_scoring_after_a_change_is_scoring_anew(case: Case, data: st.DataObject) -> None:
    headline = Headline(case.scorer, case.readings)
    for _ in range(data.draw(st.integers(1, 3))):
        if data.draw(st.booleans()):
            values(headline, case)
        else:
            headline.value(data.draw(st.sampled_from(case.nodes)))
        changed = data.draw(st.lists(st.sampled_from(list(case.questions)), max_size=2, unique=True))
        changes = {id_: data.draw(other_readings(case, id_)) for id_ in changed}
        headline = headline.after(changes)
    assert values(headline, case) == values(Headline(case.scorer, headline.readings), case)


@st.composite
def other_readings(draw: st.DrawFn, case: Case, id_: str) -> Reading:
    """Draw what another answer would count as, or the present one lifted to a level."""
    if draw(st.booleans()) and case.scorer.leaf[id_].question.scored:
        return case.readings[id_].lifted(case.framework.scale.ratio_of(draw(st.sampled_from(case.levels))))
    others: list[Plain | None] = [None, *every_answer(case.questions[id_], case.levels)]
    if case.may_be_left_out(id_):
        others.append({"not-applicable": "It does not."})
    return case.reading(id_, draw(st.sampled_from(others)))


@settings(law, max_examples=2 * law.max_examples)
@given(cases())
def test_every_case_keeps_every_law(case: Case) -> None:
    for one in LAWS:
        one(case)
