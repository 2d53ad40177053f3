"""What the people of a workshop answer, one after another."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from readiness.interview.differences import differences
from readiness.interview.events import Refused, Voted
from readiness.interview.moving import Outcome
from readiness.interview.recording import answer_of, beside, recorded, respondent_of
from readiness.interview.state import State
from readiness.model import answers as model
from readiness.model.answers import AnswerBase, Mistyped, Question
from readiness.model.assessment import Respondent

__all__ = ["vote"]

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40


def vote(state: State, question: Question, who: str, text: str) -> Outcome:
    """Return the state with somebody's answer beside the others; who is new becomes a respondent."""
    answer = answer_of(state, question, text)
    if isinstance(answer, Mistyped):
        return state, (Refused(answer.message, answer.help),)
    id_ = respondent_of(state, who) or _new_id(state, who)
    people: Mapping[str, Respondent] = state.assessment.respondents
    if id_ not in people:
        try:
            people = {**people, id_: Respondent.model_validate({"role": who})}
        except ValidationError:
            return state, (Refused("this is no name", "vote NAME ANSWER, such as: vote ciso 4"),)
    changed = state.put(answers=_with_vote(state, question, id_, answer), respondents=people)
    return changed, (*differences(state, changed), Voted(question.id, id_))


def _with_vote(state: State, question: Question, who: str, answer: AnswerBase) -> dict[str, model.Answer]:
    beside_answer: dict[str, Any] = beside(state.answer)
    others = {id_: one for id_, one in beside_answer.get("votes", {}).items() if id_ != who}
    said = recorded(answer, {})
    votes = others if said is None else {**others, who: said}
    whole = recorded(state.answer or model.Unanswered(), beside_answer | {"votes": votes})
    answers = {id_: one for id_, one in state.assessment.answers.items() if id_ != question.id}
    return answers if whole is None else {**state.assessment.answers, question.id: whole}


def _new_id(state: State, who: str) -> str:
    """Return an id that is like a name and that nobody has."""
    plain = unicodedata.normalize("NFKD", who).encode("ascii", "ignore").decode().casefold()
    stem = _NOT_IN_IDS.sub("-", plain).strip("-")[:_LONGEST_ID] or "respondent"
    taken = Counter(state.assessment.respondents)
    number = next(number for number in range(1, len(taken) + 2) if _numbered(stem, number) not in taken)
    return _numbered(stem, number)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
