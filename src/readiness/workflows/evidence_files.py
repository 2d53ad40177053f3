"""Files that back an answer: they lie in the folder of the assessment, and their digest shows a later change."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from readiness.errors import InputError

__all__ = ["NamedEvidence", "named_evidence"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|www\.")
_LIKE_A_FILE = re.compile(r"[/\\]|\.[A-Za-z0-9]{2,5}\Z")


class NamedEvidence(NamedTuple):
    """Where evidence lies."""

    ref: str
    """As the assessment is to name it: a file from the folder of the assessment on."""
    sha256: str | None
    """The digest of a file."""


def named_evidence(ref: str, folder: Path) -> NamedEvidence:
    """Return what was named as evidence: a file in the folder, with its digest, or an address or reference number.

    Args:
        ref: What somebody typed.
        folder: The folder of the assessment.

    Raises:
        InputError: it is a file that is not there, lies elsewhere, or cannot be read.
    """
    is_drive = Path(ref).is_absolute()
    if _ADDRESS.match(ref) and not is_drive:
        return NamedEvidence(ref, None)
    home = folder.resolve()
    try:
        file = (home / ref).resolve()
        is_there = file.is_file()
    except (OSError, RuntimeError, ValueError):  # a loop of links is a RuntimeError before Python 3.13
        raise InputError(f"{ref!r} is no name of a file") from None
    if not file.is_relative_to(home):
        raise InputError(f"{ref} is outside the folder of the assessment", hint=f"put a copy into {home}")
    if is_there:
        return NamedEvidence(file.relative_to(home).as_posix(), _digest(file, ref))
    if _LIKE_A_FILE.search(ref):
        raise InputError(f"there is no file {ref} in the folder of the assessment", hint=f"put it into {home}")
    return NamedEvidence(ref, None)


def _digest(file: Path, ref: str) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{ref} cannot be read: {error.strerror}") from None
