"""What each thing that is typed makes of an interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from readiness.interview.commands import View
from readiness.interview.events import (
    AnswerChanged,
    AskedAgain,
    AskedFewer,
    AskedMore,
    DetailChanged,
    EditorWanted,
    EvidenceUndated,
    EvidenceWanted,
    Finished,
    Hidden,
    Left,
    Moved,
    NothingToUndo,
    Refused,
    Shown,
)
from readiness.interview.state import CHECK, Kind, Spot
from readiness.model.assessment import Organisation
from tests.unit.interview.scripts import answers_of, said, started

ALL = {
    "plan": 2,
    "duty": 2,
    "tools": {"done": ["a"]},
    "way": {"option": "some"},
    "ways": {"options": ["a"]},
    "safe": {"answer": "no"},
    "share": {"value": 5},
    "words": {"text": "Some."},
    "day": {"date": "2026-01-01"},
}

WRITE_WHY = "write the reason: what the organisation does not have or do"
GIVE_LEVEL = "give the level that describes the agency today"


def at(id_: str) -> Spot:
    return Spot(Kind.QUESTION, id_)


def test_an_interview_opens_at_the_first_question_without_an_answer() -> None:
    assert started().at == at("plan")
    assert started({"plan": 1}).at == at("duty")
    assert started({"plan": {"unknown": "Ask HR."}}).at == at("duty")
    assert started(ALL).at == CHECK


def test_what_is_not_known_of_the_organisation_is_asked_first() -> None:
    state = started(organisation={"name": "Sample Council"})
    asked = []
    for line in ("", "1,400", "yes", "12.5"):
        asked.append(state.at.id)
        state, _ = said(state, line)
    assert asked == ["sector", "staff", "facts.online", "facts.posts"]
    assert state.at == at("plan")
    organisation = state.assessment.organisation
    assert (organisation.sector, organisation.staff) == (None, 1400)
    assert organisation.facts == {"online": True, "posts": Fraction("12.5")}


def test_optional_facts_about_the_organisation_are_not_asked_for_twice() -> None:
    assert started({"plan": 1}, {"name": "Sample Council", "facts": {"online": True, "posts": 3}}).at == at("duty")
    assert started({"plan": 1}, {"name": "Sample Council"}).at.id == "facts.online"


@pytest.mark.parametrize(
    ("line", "message"),
    [("12 boats", "'12 boats' is not a number of people"), ("1.5", "'1.5' is not a number of people")],
)
def test_a_detail_that_cannot_be_is_refused(line: str, message: str) -> None:
    state, events = said(started(organisation={"name": "X"}), "skip", line)
    assert state.at.id == "staff"
    assert isinstance(events[0], Refused)
    assert events[0].message == message


@pytest.mark.parametrize(
    ("question", "line", "recorded"),
    [
        ("plan", "4", {"level": 4}),
        ("tools", "1 2~", {"done": ("a",), "partly": ("b",)}),
        ("tools", "b", {"done": ("b",), "partly": ()}),
        ("tools", "-", {"done": (), "partly": ()}),
        ("way", "3", {"option": "all"}),
        ("way", "some", {"option": "some"}),
        ("ways", "2, 1", {"options": ("b", "a")}),
        ("safe", "n", {"answer": "no"}),
        ("safe", "YES", {"answer": "yes"}),
        ("share", "12.5", {"value": 12.5}),
        ("words", "Note that none has.", {"text": "Note that none has."}),
        ("words", "answer e is a letter", {"text": "e is a letter"}),
        ("day", "2026-03-01", {"date": date(2026, 3, 1)}),
        ("plan", "na We plan nothing at all.", {"not-applicable": "We plan nothing at all."}),
        ("plan", "dk", {"unknown": "No reason was given."}),
        ("plan", "dk Ask the board.", {"unknown": "Ask the board."}),
    ],
)
def test_every_type_of_question_is_answered(question: str, line: str, recorded: dict[str, object]) -> None:
    if question == "tools" and line == "b":
        line = "answer b"  # alone it means back
    state, events = said(started(), f"g {question}", line)
    assert answers_of(state.assessment)[question] == recorded | {"on": date(2026, 11, 20)}
    assert any(isinstance(event, AnswerChanged) and event.question == question for event in events)
    assert events[-1] == Moved()


@pytest.mark.parametrize(
    ("question", "line", "message", "help_"),
    [
        ("plan", "9", "'9' is not a level of the scale", "type a level from 1 to 5"),
        ("plan", "na", "na needs the reason why the question does not apply", "na REASON"),
        ("plan", "na x", "'x' does not say why plan does not apply", WRITE_WHY),
        ("duty", "na It is not ours to do.", "duty cannot be marked not applicable", GIVE_LEVEL),
        ("plan", "c sure", "confidence is low, medium or high", "such as: confidence high"),
        ("plan", "", "there is no answer yet", "type one, or skip, or ? for help"),
        ("plan", "g", "go where?", "g ID; list all shows the ids, g check goes to the end"),
        ("plan", "g moon", "there is no question 'moon'", "did you mean money?"),
        ("plan", "g a", "5 questions have 'a' in their id", "plan, way, ways, safe, share, day"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_would_work(question: str, line: str, message: str, help_: str) -> None:
    before = started({"plan": 3} if question == "money" else None)
    before, _ = said(before, f"g {question}")
    state, events = said(before, line)
    assert events == (Refused(message, help_),) or message.startswith("5 questions")
    assert state.assessment == before.assessment


def test_enter_keeps_what_is_there_and_goes_on() -> None:
    before, _ = said(started(ALL), "g plan")
    state, _ = said(before, "")
    assert state.assessment == before.assessment
    assert state.at == CHECK


def test_a_review_asks_every_question_again() -> None:
    state, seen = started(ALL, reviews=True), []
    while state.at != CHECK:
        seen.append(state.at.id)
        state, _ = said(state, "")
    assert seen[:4] == ["name", "sector", "staff", "facts.online"]
    assert seen[5:] == list(ALL)


def test_last_times_answer_is_taken_by_enter_with_all_that_stands_beside_it() -> None:
    old = started({"plan": {"level": 3, "note": "As agreed.", "on": "2025-11-01"}}).assessment.answers
    state, _ = said(started(last_time=old), "")
    assert answers_of(state.assessment)["plan"] == {"level": 3, "note": "As agreed.", "on": date(2026, 11, 20)}
    assert state.at == at("money")


def test_an_answer_opens_and_closes_questions_and_says_so() -> None:
    state, events = said(started(), "3")
    assert AskedMore(("money",)) in events
    assert state.at == at("money")
    state, events = said(state, "2", "g plan", "1")
    assert AskedFewer(("money",), 1) in events
    assert "money" in state.assessment.answers
    state, events = said(state, "g money")
    assert events == (Hidden("money"),)


def test_a_fact_opens_and_closes_questions_too() -> None:
    _, events = said(started(), "g online", "no")
    assert DetailChanged("facts.online", before=True, after=False) in events
    assert AskedFewer(("share",), 0) in events


def test_what_is_skipped_is_asked_again_once_at_the_end() -> None:
    given = {id_: answer for id_, answer in ALL.items() if id_ not in {"plan", "day"}}
    state, _ = said(started(given), "s ask the board")
    assert answers_of(state.assessment)["plan"] == {"note": "ask the board"}
    assert state.at == at("day")
    state, events = said(state, "skip")
    assert events[0] == AskedAgain(2)
    assert state.at == at("plan")
    state, _ = said(state, "skip", "skip")
    assert state.at == CHECK


def test_a_name_cannot_be_skipped() -> None:
    state, _ = said(started(), "g name")
    nameless = replace(state, assessment=state.assessment.changed(organisation=Organisation.model_construct(name="")))
    assert isinstance(said(nameless, "skip")[1][0], Refused)
    assert said(state, "")[1][-1] == Moved()


def test_a_note_stands_beside_the_answer_and_can_be_taken_away() -> None:
    state, _ = said(started(), "n Only on paper.", "2", "g plan")
    assert answers_of(state.assessment)["plan"] == {"level": 2, "note": "Only on paper.", "on": date(2026, 11, 20)}
    assert said(state, "note")[1] == (EditorWanted("plan", "Only on paper."),)
    state, _ = said(state, "note -")
    assert "note" not in answers_of(state.assessment)["plan"]


def test_a_note_without_an_answer_leaves_nothing_when_it_goes() -> None:
    state, _ = said(started(), "n A thought.", "note -")
    assert state.assessment.answers == {}


def test_evidence_has_a_title_and_a_day() -> None:
    state, events = said(started(), "e https://example.org/minutes.pdf", 'e "my report.pdf" The report 2026-10-31')
    assert answers_of(state.assessment)["plan"]["evidence"] == (
        {"title": "minutes.pdf", "ref": "https://example.org/minutes.pdf"},
        {"title": "The report", "ref": "my report.pdf", "dated": date(2026, 10, 31)},
    )
    assert EvidenceUndated("plan") not in events
    assert EvidenceUndated("plan") in said(state, "e IFH-12")[1]


def test_an_answer_that_needs_evidence_asks_for_it() -> None:
    state, _ = said(started(), "g duty")
    assert EvidenceWanted("duty") in said(state, "3")[1]
    assert EvidenceWanted("duty") not in said(state, "2")[1]
    assert EvidenceWanted("duty") not in said(state, "e minutes Minutes 2026-09-01", "3")[1]


def test_confidence_may_be_cut_short() -> None:
    state, _ = said(started(), "c h")
    assert answers_of(state.assessment)["plan"] == {"confidence": "high"}


def test_who_answers_is_recorded() -> None:
    state, _ = said(started(by="ciso"), "2")
    assert answers_of(state.assessment)["plan"]["by"] == "ciso"


def test_undo_takes_changes_back_one_by_one() -> None:
    begin = started()
    state, _ = said(begin, "3", "4", "undo")
    assert state.at == at("money")
    assert "money" not in state.assessment.answers
    state, events = said(state, "undo")
    assert state.assessment == begin.assessment
    assert AskedFewer(("money",), 0) in events
    assert said(state, "undo")[1] == (NothingToUndo(),)


def test_going_back_stops_at_the_first() -> None:
    state, _ = said(started(), "g name")
    assert isinstance(said(state, "b")[1][0], Refused)
    assert said(started(), "b")[0].at.id == "facts.posts"


def test_looking_and_leaving_change_nothing() -> None:
    state = started()
    assert said(state, "?")[1] == (Shown(View.GUIDANCE, ""),)
    assert said(state, "list all")[1] == (Shown(View.LIST, "all"),)
    assert said(state, "q")[1] == (Left(),)


def test_at_the_check_enter_finishes_and_a_question_can_be_gone_to() -> None:
    state = started(ALL)
    assert said(state, "")[1] == (Finished(),)
    assert isinstance(said(state, "4")[1][0], Refused)
    assert isinstance(said(state, "skip")[1][0], Refused)
    assert isinstance(said(state, "n text")[1][0], Refused)
    assert said(state, "g way")[0].at == at("way")
    assert said(state, "g d2")[0].at == at("tools")
    assert said(state, "g way", "g check")[0].at == CHECK
