"""What the people of a workshop answer."""

from __future__ import annotations

from readiness.interview.events import Refused, RespondentChanged, Voted
from tests.unit.interview.scripts import answers_of, said, started


def test_votes_stand_beside_the_agreed_answer() -> None:
    state, events = said(started(facilitated=True), "ciso 4", "v Head of HR: 2")
    assert events[0] == RespondentChanged("head-of-hr", "Head of HR")
    assert Voted("plan", "head-of-hr") in events
    assert state.at.id == "plan"
    assert answers_of(state.assessment)["plan"] == {"votes": {"ciso": {"level": 4}, "head-of-hr": {"level": 2}}}
    state, _ = said(state, "3")
    assert answers_of(state.assessment)["plan"]["level"] == 3
    assert len(answers_of(state.assessment)["plan"]["votes"]) == 2


def test_a_second_vote_of_one_person_takes_the_place_of_the_first() -> None:
    state, _ = said(started(facilitated=True), "ciso 4", "v Security: 3")
    assert answers_of(state.assessment)["plan"]["votes"] == {"ciso": {"level": 3}}


def test_votes_alone_are_enough_to_go_on() -> None:
    state, _ = said(started(facilitated=True), "ciso 4", "")
    assert state.at.id == "money"


def test_a_vote_off_the_scale_is_refused() -> None:
    state, events = said(started(facilitated=True), "ciso 9")
    assert isinstance(events[0], Refused)
    assert not state.assessment.answers


def test_undo_takes_a_vote_back_and_its_new_respondent_with_it() -> None:
    state, events = said(started(facilitated=True), "v Zoë 4", "undo")
    assert events[1] == RespondentChanged("zoe", None)
    assert list(state.assessment.respondents) == ["ciso"]


def test_people_with_like_names_get_ids_of_their_own() -> None:
    state, _ = said(started(facilitated=True), "v Ciso! 4", "v 主任 4", "v 局長 3")
    assert list(state.assessment.respondents) == ["ciso", "ciso-2", "respondent", "respondent-2"]
