"""The version number of a framework says how much has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.versions.change import asked_version, largest, numbers_of
from readiness.versions.compare import compare
from readiness.versions.words import sentence

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.versions.change import Change

__all__ = ["check_version"]

_LONGEST = 120


def check_version(old: Framework, new: Framework) -> Iterator[Finding]:
    """Find a version number that is lower than the changes since another version ask for; both are composed."""
    changes = compare(old, new)
    asked = asked_version(old.version, changes)
    written, before = numbers_of(new.version), numbers_of(old.version)
    if written < before:
        message = f"version {new.version} comes after {old.version}"
        yield Finding("RF702", ("version",), message, help=f"write `version: {asked}` or a later one")
    elif written < numbers_of(asked):
        code = "RF702" if written == before else "RF701"
        message = f"the changes since {old.version} ask for {asked}: {_reasons(changes)}"
        yield Finding(code, ("version",), message, help=f"write `version: {asked}` or a later one")


def _reasons(changes: Sequence[Change]) -> str:
    """Return the first of the changes that ask for most, and how many others do."""
    decisive = [change for change in changes if change.effect is largest(changes)]
    said = sentence(decisive[0])
    shown = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
    return f"{' '.join(shown.split())}, and {len(decisive) - 1:,} more" if decisive[1:] else " ".join(shown.split())
