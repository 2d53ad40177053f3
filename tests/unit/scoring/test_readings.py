"""What an answer counts as once an action or a question of "what if" has changed it."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChecklistQuestion,
    Evidence,
    EvidenceRule,
    NotApplicable,
    Unanswered,
    Unknown,
)
from readiness.model.direction import Direction
from readiness.model.scale import MATURITY_5
from readiness.scoring.reading import Reading, read_answer, with_items
from readiness.scoring.result import EvidenceState, State
from tests.builders import a_question

QUARTER, HALF, MOST = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)
TOOLS = ChecklistQuestion.model_validate(
    a_question(
        "tools",
        "checklist",
        items=tuple({"id": id_, "text": id_, "weight": weight} for id_, weight in (("a", 1), ("b", 2), ("c", 5))),
    )
)


def ticked(*done: str, partly: tuple[str, ...] = (), direction: Direction = Direction.BETTER) -> Reading:
    """Return what a checklist with some items done counts as; a weighs 1, b 2, c 5 of 8."""
    answer = ChecklistAnswer.model_construct(done=done, partly=partly)
    ratio = TOOLS.ratio(answer, MATURITY_5)
    return Reading(State.ANSWERED, ratio, answer, EvidenceState.NONE, ratio, direction)


@pytest.mark.parametrize(
    ("direction", "before", "to", "after"),
    [
        (Direction.BETTER, None, MOST, MOST),
        (Direction.BETTER, QUARTER, MOST, MOST),
        (Direction.BETTER, Fraction(1), MOST, 1),
        (Direction.WORSE, None, QUARTER, QUARTER),
        (Direction.WORSE, MOST, QUARTER, QUARTER),
        (Direction.WORSE, Fraction(0), QUARTER, 0),
    ],
)
def test_an_answer_is_lifted_to_a_better_state_and_never_to_a_worse_one(
    direction: Direction, before: Fraction | None, to: Fraction, after: Fraction
) -> None:
    state = State.UNKNOWN if before is None else State.ANSWERED
    lifted = Reading(state, before, evidenced=HALF if before else None, direction=direction).lifted(to)
    assert (lifted.state, lifted.ratio, lifted.evidenced) == (State.ANSWERED, after, after)
    assert lifted.direction is direction
    assert not lifted.needs_evidence


def test_an_answer_that_is_held_back_is_worth_just_that_with_evidence() -> None:
    held = ticked("a", "b", "c").capped(HALF)
    assert (held.state, held.ratio, held.evidenced) == (State.ANSWERED, HALF, HALF)
    assert held.answer == ticked("a", "b", "c").answer
    assert held.evidence is EvidenceState.NONE


def test_an_answer_that_its_evidence_carries_needs_none() -> None:
    assert not Reading(State.ANSWERED, HALF, evidenced=Fraction(1, 2)).needs_evidence
    assert Reading(State.ANSWERED, HALF, evidenced=QUARTER).needs_evidence


@pytest.mark.parametrize(
    ("before", "items", "done", "partly", "ratio"),
    [
        (ticked("a"), ("b",), ("a", "b"), (), Fraction(3, 8)),
        (ticked("a"), ("a", "b"), ("a", "b"), (), Fraction(3, 8)),
        (ticked(partly=("a", "c")), ("c",), ("c",), ("a",), Fraction(11, 16)),  # 5 and half of 1, of 8
        (Reading(State.UNANSWERED), ("b",), ("b",), (), QUARTER),
    ],
)
def test_more_items_done_are_added_to_those_that_were(
    before: Reading, items: tuple[str, ...], done: tuple[str, ...], partly: tuple[str, ...], ratio: Fraction
) -> None:
    after = with_items(TOOLS, before, items, MATURITY_5)
    assert isinstance(after.answer, ChecklistAnswer)
    assert (after.answer.done, after.answer.partly) == (done, partly)
    assert (after.state, after.ratio, after.evidenced) == (State.ANSWERED, ratio, ratio)


def test_more_items_done_keep_the_evidence_for_the_others() -> None:
    evidence = Evidence.model_validate({"title": "List"})
    before = replace(ticked("a"), answer=ChecklistAnswer.model_construct(done=("a",), evidence=(evidence,)))
    after = with_items(TOOLS, before, ["b"], MATURITY_5)
    assert after.answer is not None
    assert after.answer.evidence == (evidence,)


def test_items_of_a_risk_are_taken_away() -> None:
    after = with_items(TOOLS, ticked("a", "c", partly=("b",), direction=Direction.WORSE), ("c", "b"), MATURITY_5)
    assert isinstance(after.answer, ChecklistAnswer)
    assert (after.answer.done, after.answer.partly, after.ratio) == (("a",), (), Fraction(1, 8))
    unknown = with_items(TOOLS, Reading(State.UNKNOWN, direction=Direction.WORSE), ("c",), MATURITY_5)
    assert isinstance(unknown.answer, ChecklistAnswer)
    assert (unknown.answer.done, unknown.ratio) == (("a", "b"), Fraction(3, 8))


def test_a_checklist_on_which_nothing_changes_stays_as_it_was_read() -> None:
    unbacked = replace(ticked("a", "b"), evidenced=QUARTER)
    assert with_items(TOOLS, unbacked, ["a"], MATURITY_5) is unbacked
    missing = Reading(State.UNANSWERED)
    assert (with_items(TOOLS, missing, [], MATURITY_5).state, with_items(TOOLS, missing, [], MATURITY_5).ratio) == (
        State.ANSWERED,
        0,
    )


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (None, State.UNANSWERED),
        (Unanswered(), State.UNANSWERED),
        (Unknown.model_validate({"unknown": "Nobody knows."}), State.UNKNOWN),
        (NotApplicable.model_validate({"not-applicable": "None."}), State.NOT_APPLICABLE),
    ],
)
def test_a_reading_without_a_ratio_keeps_its_answer_and_stands_at_the_worst(
    answer: AnswerBase | None, state: State
) -> None:
    for direction, worst in ((Direction.BETTER, 0), (Direction.WORSE, 1)):
        found = read_answer(TOOLS, answer, MATURITY_5, EvidenceRule(), date(2026, 11, 20), direction)
        assert (found.state, found.answer, found.stands, found.direction) == (state, answer, worst, direction)
    assert ticked("a", "b", "c", direction=Direction.WORSE).stands == 1
    assert ticked("a", direction=Direction.WORSE).stands == Fraction(1, 8)
