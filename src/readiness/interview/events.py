"""What an interview has to say after a command. Words are chosen by whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from readiness.interview.commands import View
from readiness.model import answers as model
from readiness.model.comparisons import FactValue

__all__ = [
    "AnswerChanged",
    "AskedAgain",
    "AskedFewer",
    "AskedMore",
    "DetailChanged",
    "EditorWanted",
    "Event",
    "EvidenceUndated",
    "EvidenceWanted",
    "Finished",
    "Hidden",
    "Left",
    "Moved",
    "NothingToUndo",
    "Refused",
    "RespondentChanged",
    "Shown",
    "Undone",
    "Voted",
]


@dataclass(frozen=True, slots=True)
class AnswerChanged:
    """What is recorded for a question is another now, and is to be saved."""

    question: str
    before: model.Answer | None
    after: model.Answer | None


@dataclass(frozen=True, slots=True)
class DetailChanged:
    """What is known about the organisation has changed, and is to be saved."""

    key: str
    before: FactValue | None
    after: FactValue | None


@dataclass(frozen=True, slots=True)
class RespondentChanged:
    """Somebody is new among the respondents, or is no longer there; to be saved."""

    id: str
    role: str | None
    """None: no longer there."""


@dataclass(frozen=True, slots=True)
class AskedMore:
    """Questions are asked now that were not asked before."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedFewer:
    """Questions are no longer asked; answers to them stay in the file."""

    questions: tuple[str, ...]
    answered: int
    """How many of them have an answer."""


@dataclass(frozen=True, slots=True)
class EvidenceWanted:
    """The answer needs evidence and has none."""

    question: str


@dataclass(frozen=True, slots=True)
class EvidenceUndated:
    """The evidence just named has no day, and so is never in date."""

    question: str


@dataclass(frozen=True, slots=True)
class Voted:
    """Somebody's answer is recorded beside the others."""

    question: str
    who: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Something else is asked now."""


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """Everything else is answered; what was skipped is asked again."""

    count: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """The question is not asked, because its condition does not hold."""

    question: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody wants to look at something."""

    view: View
    of: str


@dataclass(frozen=True, slots=True)
class EditorWanted:
    """The note is to be written in an editor."""

    question: str
    text: str
    """The note so far."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was said cannot be."""

    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """The last change is taken back."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """Nothing has changed since the interview began."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The answers were looked at and the interview is over."""


@dataclass(frozen=True, slots=True)
class Left:
    """The interview stops before its end."""


Event: TypeAlias = (
    AnswerChanged
    | AskedAgain
    | AskedFewer
    | AskedMore
    | DetailChanged
    | EditorWanted
    | EvidenceUndated
    | EvidenceWanted
    | Finished
    | Hidden
    | Left
    | Moved
    | NothingToUndo
    | Refused
    | RespondentChanged
    | Shown
    | Undone
    | Voted
)
"""Anything that can follow from a command."""
