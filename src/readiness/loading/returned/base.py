"""What a file says that people were sent to answer in, whatever its format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = ["Misread", "Reader", "Returned", "ReturnedAnswer", "ReturnedFact", "TwiceError", "unique_keys"]


@dataclass(frozen=True, slots=True)
class ReturnedAnswer:
    """What somebody made of one answer."""

    question: str
    """The id of the question."""
    now: Mapping[str, Any]
    """The answer as plain values, with the keys of an assessment file; empty when there is none."""
    before: Mapping[str, Any]
    """What was recorded when the file was made, in the same way; what the file cannot show stands in both."""
    place: str
    """Where in the file it stands, for messages, such as Answers!D14."""


@dataclass(frozen=True, slots=True)
class ReturnedFact:
    """What somebody made of a fact about the organisation."""

    fact: str
    """Its id; `staff` and `sector` stand beside the other facts in an assessment file."""
    now: bool | int | Decimal | str | None
    """Its value; None when there is none."""
    before: bool | int | Decimal | str | None
    """What was known when the file was made."""
    place: str
    """Where in the file it stands."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Something in the file that is no answer."""

    place: str
    """Where in the file it stands, such as Answers!D14."""
    message: str
    """What is wrong with it."""
    help: str = ""
    """What would work."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back."""

    file: str
    """Its name as the user gave it."""
    framework: str
    """The id of the framework that was asked."""
    version: str
    """The version that was asked."""
    digest: str
    """What `form_digest` said of it when the file was made; empty when the file does not say."""
    answers: tuple[ReturnedAnswer, ...]
    """Every answer that could be read, changed or not."""
    respondent: str | None = None
    """The id of the one person who answered all of it; None when it does not say, or says it answer by answer."""
    respondents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By id: the people that the file names, with the keys of an assessment file, such as {"role": "Head of HR"}."""
    facts: tuple[ReturnedFact, ...] = ()
    """What it says about the organisation, changed or not."""
    problems: tuple[Misread, ...] = ()
    """Everything in it that could not be read as an answer."""


class Reader(NamedTuple):
    """How files of one format are read."""

    reads: Callable[[str, bytes], bool]
    """Whether a file, by its name and its content, is of this format."""
    read: Callable[[str, bytes, Library], Returned]
    """The file's name, its content and where frameworks are found, in; raises InputError when it is none of ours."""


class TwiceError(ValueError):
    """A key stands twice in one object."""


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the keys and values of a JSON object.

    Raises:
        TwiceError: a key stands there twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(key for key, _ in pairs)
        raise TwiceError(f"{next(key for key in times if times[key] > 1)!r} stands twice in one place")
    return found
