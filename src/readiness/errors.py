"""What can stop a run.

    ReadinessError                exit code
    ├── UsageError                2   the command line asks for something that cannot be
    │   └── UsageErrors           2   it asks for several such things
    ├── InputError                2   a file cannot be read
    │   └── InvalidDocument       2   a document has errors (in `readiness.diagnostics`, which it carries)
    ├── UnknownName               2   an id was asked for that does not exist
    ├── OutputError               2   a file cannot be written
    ├── NoRoadmap                 3   no plan keeps within its limits
    └── MissingLibrary            2   a system library is not installed

A wrong *document* is not an exception: it is a list of `Diagnostic` values, all collected and shown at once.
`InvalidDocument` carries them when a caller needs the document and cannot have it.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

__all__ = [
    "InputError",
    "MissingLibrary",
    "NoRoadmap",
    "OutputError",
    "ReadinessError",
    "UnknownName",
    "UsageError",
    "UsageErrors",
    "nearest",
]


_LONGEST_NAME = 100
_MOST_NAMES = 1_000
_MOST_LISTED = 20


def nearest(name: str, names: Collection[str]) -> str | None:
    """Return the name most like `name`, or None when nothing is like it, or when the search would take too long."""
    if len(name) > _LONGEST_NAME or len(names) > _MOST_NAMES:
        return None
    found = get_close_matches(name, names, n=1, cutoff=0.6)
    return found[0] if found else None


class ReadinessError(Exception):
    """The run cannot go on; says why, and what would help."""

    exit_code: ClassVar[int] = 2
    hint: str | None = None

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep the message for one line on stderr, and the hint for the line below it."""
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[Callable[..., ReadinessError], tuple[object, ...]]:
        """Go from process to process whatever the arguments of a class are."""
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[ReadinessError], args: tuple[object, ...], values: dict[str, object]) -> ReadinessError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(values)
    return error


class UsageError(ReadinessError):
    """The command line asks for something that cannot be."""


class UsageErrors(UsageError):
    """The command line asks for several things that cannot be, told all at once."""

    def __init__(self, message: str, errors: Sequence[ReadinessError]) -> None:
        """Say what they come to, and keep each of them."""
        super().__init__(message)
        self.errors = tuple(errors)


class InputError(ReadinessError):
    """A file cannot be read."""


class UnknownName(ReadinessError):
    """An id was asked for that does not exist."""

    def __init__(self, kind: str, name: str, *, known: Collection[str]) -> None:
        """Suggest the nearest of the known names."""
        close = nearest(name, known)
        more = [] if len(known) <= _MOST_LISTED else ["…"]
        listing = ", ".join([*sorted(known)[:_MOST_LISTED], *more])
        hint = f"did you mean {close}?" if close else f"known: {listing}" if known else None
        super().__init__(f"there is no {kind} {name!r}", hint=hint)
        self.name = name


class OutputError(ReadinessError):
    """A file cannot be written."""


class MissingLibrary(ReadinessError):
    """A system library that a format needs is not installed."""


class NoRoadmap(ReadinessError):
    """No plan keeps within its limits."""

    exit_code: ClassVar[int] = 3
