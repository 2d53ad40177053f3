"""Answers that are not answers: not applicable, unknown, not asked yet."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from readiness.model.answers.base import AnswerBase
from readiness.model.base import Text

__all__ = ["NotApplicable", "Unanswered", "Unknown"]


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
