"""Files that back an answer: they lie in the folder of the assessment, and their digest shows a later change."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from readiness.checks.evidence_refs import is_address
from readiness.errors import InputError
from readiness.report.dossier import FileState
from readiness.workflows.evidence_places import digest_of, find_place

__all__ = ["NamedEvidence", "named_evidence"]


class NamedEvidence(NamedTuple):
    """Where evidence lies."""

    ref: str
    """As the assessment is to name it: a file from the folder of the assessment on."""
    sha256: str | None
    """The digest of a file."""


def named_evidence(ref: str, folder: Path) -> NamedEvidence:
    """Return what was named as evidence: a file in the folder, with its digest, or an address or reference number.

    Args:
        ref: What somebody typed; a file in the folder may be named in full.
        folder: The folder of the assessment.

    Raises:
        InputError: it is a file that is not there, lies elsewhere, or cannot be read.
    """
    home = folder.resolve()
    place = find_place(ref if is_address(ref) else _from(home, ref), None, home, verify=False)
    if place.state is FileState.REFUSED:
        raise InputError(f"{ref} is not taken as evidence: {place.reason}", hint=f"put a copy into {home}")
    if place.state is FileState.MISSING:
        raise InputError(f"there is no file {ref} in the folder of the assessment", hint=f"put it into {home}")
    if place.path is None:
        return NamedEvidence(ref, None)
    try:
        return NamedEvidence(place.path.relative_to(home).as_posix(), digest_of(place.path))
    except OSError as error:
        raise InputError(f"{ref} cannot be read: {error.strerror}") from None


def _from(home: Path, ref: str) -> str:
    """Return the name of a file from the folder on, where it lies there however it was named."""
    try:
        file = (home / ref).resolve()
        is_inside = file.is_file() and file.is_relative_to(home)
    except (OSError, RuntimeError, ValueError):  # a loop of links is a RuntimeError before Python 3.13
        return ref
    return file.relative_to(home).as_posix() if is_inside else ref
