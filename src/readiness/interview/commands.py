"""What somebody can say in an interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

__all__ = [
    "WORDS",
    "AddEvidence",
    "Answer",
    "Back",
    "Command",
    "GoOn",
    "GoTo",
    "NotApplicable",
    "NotKnown",
    "Quit",
    "SetConfidence",
    "SetNote",
    "Show",
    "Skip",
    "Undo",
    "View",
    "Vote",
    "Word",
    "WriteNote",
]


class View(StrEnum):
    """What somebody can look at; nothing changes by it."""

    GUIDANCE = "guidance"
    HELP = "help"
    WHY = "why"
    LIST = "list"
    TODO = "todo"
    SCORE = "score"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to what is asked, as it is typed."""

    text: str


@dataclass(frozen=True, slots=True)
class GoOn:
    """Keep what is there, take last time's answer, or simply go on."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to what was asked before in the order of the framework."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the question for later."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question does not concern the organisation."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Somebody was asked, and nobody knows."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write a note beside the answer; an empty one takes the note away."""

    text: str


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write the note in an editor."""


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Name something that backs the answer."""

    ref: str
    title: str = ""
    dated: date | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class SetConfidence:
    """Say how sure the answer is."""

    value: Literal["low", "medium", "high"]


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to a question, an area, or something about the organisation."""

    name: str


@dataclass(frozen=True, slots=True)
class Vote:
    """What one person of a workshop answers."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Show:
    """Look at something."""

    view: View
    of: str = ""
    """What of it: the id of an area, or `all`."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Stop here; everything is saved."""


Command: TypeAlias = (
    Answer
    | GoOn
    | Back
    | Skip
    | NotApplicable
    | NotKnown
    | SetNote
    | WriteNote
    | AddEvidence
    | SetConfidence
    | GoTo
    | Vote
    | Show
    | Undo
    | Quit
)
"""Anything that can be said."""


class Word(NamedTuple):
    """A word that is a command, for reading what was typed and for the page of help."""

    short: str
    """What may be typed instead."""
    key: str
    """What may be pressed instead, on a terminal."""
    takes: str
    """What follows it; in brackets what may be left out."""
    does: str

    @property
    def is_alone(self) -> bool:
        """Whether nothing follows it."""
        return not self.takes


WORDS: Mapping[str, Word] = MappingProxyType(
    {
        "back": Word("b", "Alt-Left", "", "go back; no answer changes"),
        "skip": Word("s", "Alt-Right", "[REASON]", "leave the question for later; it is asked again at the end"),
        "na": Word("", "", "REASON", "the question does not apply, and why"),
        "dk": Word("", "", "[WHY]", "nobody knows, and who could find out"),
        "note": Word("n", "Alt-N", "[TEXT]", "a note beside the answer; without a text an editor opens; - removes it"),
        "evidence": Word("e", "Alt-E", "LINK [TITLE] [DAY]", "what backs the answer: an address, a file, a number"),
        "confidence": Word("c", "Alt-C", "low | medium | high", "how sure the answer is"),
        "guidance": Word("?", "F1", "", "what helps to answer the question"),
        "help": Word("h", "", "", "what you can type"),
        "why": Word("", "F4", "", "how the answer counts, and what hangs on it"),
        "list": Word("", "F2", "[AREA | all]", "all questions with their answers"),
        "go": Word("g", "", "ID", "go to a question"),
        "todo": Word("", "", "", "what is still missing"),
        "score": Word("", "F3", "", "the score so far, where it is shown"),
        "undo": Word("", "Alt-U", "", "take back the last change"),
        "quit": Word("q", "Ctrl-D", "", "stop; everything is saved, and you can go on later"),
        "answer": Word("", "", "TEXT", "an answer that begins like a command"),
        "vote": Word("v", "", "NAME ANSWER", "in a workshop: what one person answers"),
        "votes": Word("", "", "", "in a workshop: who answered what"),
    }
)
"""Every command by its word."""
