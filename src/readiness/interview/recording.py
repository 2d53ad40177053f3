"""Makes what is recorded for a question: the answer, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from readiness.checks.assessment import check_answer
from readiness.checks.catalogue import RULES
from readiness.diagnostics import Severity
from readiness.interview.state import State
from readiness.model import answers as model
from readiness.model.answers import Answer, AnswerBase, Mistyped, Question, Unanswered, typed_answer

__all__ = ["answer_of", "beside", "numbered", "recorded", "respondent_of"]

_BESIDE = tuple(AnswerBase.model_fields)
"""What stands beside an answer, whatever its type."""
_PARTLY = "~"


def beside(answer: AnswerBase | None) -> dict[str, Any]:
    """Return what stands beside an answer: its note, its evidence and so on, as far as there is any."""
    given = {name: getattr(answer, name) for name in _BESIDE} if answer else {}
    return {name: value for name, value in given.items() if value}


def recorded(answer: AnswerBase, others: Mapping[str, Any]) -> Answer | None:
    """Return an answer with what stands beside it, or None when nothing is left to record."""
    own = {name: getattr(answer, name) for name in type(answer).model_fields if name not in _BESIDE}
    kept = {name: value for name, value in others.items() if value}
    if isinstance(answer, Unanswered) and not kept.keys() - {"by", "on"}:
        return None
    return cast("Answer", type(answer).model_construct(**own, **kept))


def numbered(question: Question) -> tuple[str, ...]:
    """Return the ids that can be typed as numbers, from 1 on; none where ids are numbers themselves."""
    return () if any(id_.isdigit() for id_ in question.choices) else question.choices


def answer_of(state: State, question: Question, text: str) -> AnswerBase | Mistyped:
    """Return what was typed as an answer to a question, or why it is none."""
    text = _with_ids(question, text.strip())
    if isinstance(question, model.YesNoQuestion):
        text = {"y": "yes", "n": "no"}.get(text.casefold(), text)
    typed = typed_answer(question, text, state.framework.scale)
    return typed if isinstance(typed, Mistyped) else _checked(state, question, typed)


def _checked(state: State, question: Question, answer: AnswerBase) -> AnswerBase | Mistyped:
    for finding in check_answer(question, answer, state.framework):
        if RULES[finding.code].severity is Severity.ERROR:
            return Mistyped(finding.message.replace("`", ""), (finding.help or "").replace("`", ""))
    return answer


def _with_ids(question: Question, text: str) -> str:
    """Return what was typed with the ids that its numbers stand for: `1 3~` is the first item, and the third partly."""
    ids = numbered(question)
    named = {str(number): id_ for number, id_ in enumerate(ids, 1)} | {id_: id_ for id_ in ids}
    parts = [(part.removesuffix(_PARTLY), part) for part in text.replace(",", " ").split()]
    if not parts or not all(stem in named for stem, _ in parts):
        return text
    return ",".join(named[stem] + part[len(stem) :] for stem, part in parts)


def respondent_of(state: State, who: str) -> str | None:
    """Return the id of a respondent who is called so: by id, role or name; None for nobody."""
    wanted = " ".join(who.split()).casefold()
    for id_, one in state.assessment.respondents.items():
        if wanted in {id_.casefold(), one.role.casefold(), (one.name or id_).casefold()}:
            return id_
    return None
