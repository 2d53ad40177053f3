"""Answers that are not answers: not applicable, unknown, not asked yet."""

from __future__ import annotations

from readiness.model.answers.base import AnswerBase
from readiness.model.base import Text

__all__ = ["NotApplicable", "Unanswered", "Unknown"]


class NotApplicable(AnswerBase):
    """The question does not concern the organisation."""

    not_applicable: Text
    """Why not."""


class Unknown(AnswerBase):
    """Somebody was asked, and nobody knows."""

    unknown: Text
    """Why not, or who will find out."""


class Unanswered(AnswerBase):
    """Nobody has been asked yet; a note or evidence may already be there."""
