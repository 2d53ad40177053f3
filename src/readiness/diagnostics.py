"""What is wrong with a document, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from readiness.errors import InputError

__all__ = [
    "Diagnostic",
    "Fix",
    "InvalidDocument",
    "Location",
    "Path",
    "Related",
    "Replacement",
    "Severity",
    "lines_of",
]

_BREAK = re.compile(r"\r\n|[\r\n]")

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a document to a value."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The document cannot be used, or would mislead."""
    WARNING = "warning"
    """The document can be used; somebody should look."""

    @property
    def rank(self) -> int:
        """Errors first."""
        return 0 if self is Severity.ERROR else 1


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of one line. Lines and columns count from 1; `end_column` is exclusive."""

    file: str
    line: int
    column: int
    end_column: int

    def __str__(self) -> str:
        """`file:line:column`, which editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as locations count them: YAML 1.2 and editors know no other breaks than these."""
    return _BREAK.split(text)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains the first."""

    location: Location
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """A stretch of a file, and what is to stand there. Lines and columns count from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that is certain: nothing else can be meant."""

    what: str
    """What it does, in the imperative."""
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place of a document."""

    code: str
    name: str
    severity: Severity
    message: str
    location: Location
    label: str = ""
    """Stands under the place in the code frame."""
    related: tuple[Related, ...] = field(default=())
    help: str = ""
    """What would work."""
    fix: Fix | None = None
    """The repair, where it is certain."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By place, then code, then text."""
        return (self.location.file, self.location.line, self.location.column, self.code, self.message)


class InvalidDocument(InputError):
    """A document is needed and has errors."""

    def __init__(self, message: str, *, diagnostics: tuple[Diagnostic, ...], text: str) -> None:
        """Carry all findings, and the text in which they lie."""
        super().__init__(message)
        self.diagnostics = diagnostics
        self.text = text
