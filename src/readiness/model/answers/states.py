"""Answers that are not answers: not applicable, unknown, not asked yet."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from readiness.model.answers.base import AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.typed import made
from readiness.model.base import Text
from readiness.model.scale import Scale

__all__ = ["NotApplicable", "Unanswered", "Unknown", "typed_answer"]

_UNTOLD = "No reason was given."


def _given(value: object) -> object:
    """Refuse what marks a question without saying why; whether a text says why is for the checks to judge."""
    if value is None or isinstance(value, bool) or value == "":
        raise PydanticCustomError("reason_missing", "does not say why the question does not apply")
    return value


Reason = Annotated[Text, BeforeValidator(_given)]
"""Text that says why."""


class NotApplicable(AnswerBase):
    """The question does not concern the organisation."""

    not_applicable: Reason
    """Why not."""


class Unknown(AnswerBase):
    """Somebody was asked, and nobody knows."""

    unknown: Text
    """Why not, or who will find out."""


class Unanswered(AnswerBase):
    """Nobody has been asked yet; a note or evidence may already be there."""


def typed_answer(question: QuestionBase, text: str, scale: Scale) -> AnswerBase | Mistyped:
    """Read what was typed for a question: an answer of its type, or a state that stands in for one.

    Nothing at all is an answer that was not given yet; `unknown`, or `unknown:why`, and `na:why not` are the others. An
    option or an item of such a name comes first: `unknown:` is then still the state.
    """
    text = text.strip()
    state, colon, reason = (part.strip() for part in text.partition(":"))
    match state:
        case _ if text in question.choices:
            return question.typed(text, scale)
        case "" if not colon:
            return Unanswered()
        case "unknown":
            return made(Unknown, "unknown", reason or _UNTOLD, "type unknown, or unknown: and why")
        case "na" if not reason:
            return Mistyped("na does not say why the question does not apply", "type na: and the reason")
        case "na":
            return made(NotApplicable, "not-applicable", reason, "type na: and the reason")
        case _:
            return question.typed(text, scale)
