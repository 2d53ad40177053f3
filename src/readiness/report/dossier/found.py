"""The evidence of an assessment, piece by piece, and what is to be said of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from readiness.model.answers import Evidence

__all__ = ["Dates", "FileState", "Found", "Needed", "Packed", "Piece"]


class Dates(StrEnum):
    """Whether evidence holds on the day."""

    STALE = "stale"
    NOT_YET = "not yet valid"
    UNDATED = "no date"
    EXPIRING = "expiring"
    IN_DATE = "in date"


class FileState(StrEnum):
    """What is known of the place that evidence names."""

    REFUSED = "refused"
    """The name leads out of the folder of the assessment, or to what is no ordinary file."""
    MISSING = "missing file"
    UNREADABLE = "unreadable file"
    CHANGED = "digest changed"
    UNPROVED = "no digest"
    """There is a file, and nothing to compare it with."""
    THERE = "digest not checked"
    UNCHANGED = "unchanged"
    LINK = "link not checked"
    NUMBER = "reference number"
    NOWHERE = "no place named"


_FILE_FAULTS = (FileState.REFUSED, FileState.MISSING, FileState.UNREADABLE, FileState.CHANGED)
_DATE_FAULTS = (Dates.STALE, Dates.NOT_YET, Dates.UNDATED)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence behind one answer."""

    number: str
    """E1, E2 … in the order of the framework and of the file."""
    question: str
    topic: str
    evidence: Evidence
    dates: Dates
    last_day: date | None
    """The last day on which it holds; None where nothing sets one."""
    file: FileState
    reason: str = ""
    """Why the file is refused or cannot be read."""
    path: Path | None = None
    """The file, where there is one that may be read."""

    @property
    def is_in_order(self) -> bool:
        """Whether it holds on the day, and its file is as it should be as far as that was checked."""
        return self.file not in _FILE_FAULTS and self.dates not in _DATE_FAULTS

    @property
    def state(self) -> str:
        """What matters most of it: what is wrong with its file, else how its dates stand."""
        return (self.file if self.file in _FILE_FAULTS else self.dates).value


@dataclass(frozen=True, slots=True)
class Needed:
    """A question whose answer needs evidence and has none that holds."""

    question: str
    topic: str
    expected: tuple[str, ...]
    """What an assessor would ask to see."""


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence of one assessment on one day."""

    framework: str
    version: str
    organisation: str
    as_of: date
    within: int
    """How many days ahead evidence counts as expiring."""
    verified: bool
    """Whether files were compared with their digests."""
    pieces: tuple[Piece, ...]
    needed: tuple[Needed, ...]

    @property
    def is_in_order(self) -> bool:
        """Whether every piece is, and no answer needs evidence that it does not have."""
        return not self.needed and all(piece.is_in_order for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in the zip."""

    name: str
    size: int
    """In bytes."""
    sha256: str
    pieces: tuple[str, ...] = ()
    """The numbers of the evidence that it is."""
