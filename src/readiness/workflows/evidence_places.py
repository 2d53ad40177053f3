"""Where evidence lies, as answers name it: a name in a file from anybody may lead anywhere, and is not followed."""

from __future__ import annotations

import hashlib
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from readiness.checks.evidence_refs import is_address, looks_like_a_file, why_refused
from readiness.report.dossier import FileState

__all__ = ["EvidencePlace", "digest_of", "find_place"]


class EvidencePlace(NamedTuple):
    """What is known of a place."""

    state: FileState
    path: Path | None = None
    """The file, where there is one that may be read."""
    reason: str = ""


def find_place(ref: str | None, sha256: str | None, folder: Path, *, verify: bool) -> EvidencePlace:
    """Return what lies where evidence says that it does; nothing outside the folder is looked at.

    Args:
        ref: A file's name from the folder on, with either slash; a web address; or a reference number.
        sha256: The digest that the file had.
        folder: The folder of the assessment.
        verify: Whether to read the file and compare its digest.
    """
    if ref is None:
        return EvidencePlace(FileState.NOWHERE)
    if why := why_refused(ref):
        return EvidencePlace(FileState.REFUSED, reason=why)
    if is_address(ref):
        return EvidencePlace(FileState.LINK)
    named = PureWindowsPath(ref)  # which takes either slash
    try:
        return _in_folder(named, sha256, folder.resolve(), verify=verify)
    except (RuntimeError, ValueError):  # a loop of links, a name with a zero byte
        return EvidencePlace(FileState.REFUSED, reason="it is no name of a file")
    except OSError as error:
        return EvidencePlace(FileState.UNREADABLE, reason=error.strerror or "")


def _in_folder(named: PureWindowsPath, sha256: str | None, home: Path, *, verify: bool) -> EvidencePlace:
    file = home.joinpath(*named.parts).resolve()
    if not file.is_relative_to(home):
        return EvidencePlace(FileState.REFUSED, reason="a symbolic link leads out of the folder")
    if file.is_file():
        return _read(file, sha256) if verify else EvidencePlace(FileState.THERE if sha256 else FileState.UNPROVED, file)
    if file.exists() and not file.is_dir():
        return EvidencePlace(FileState.REFUSED, reason="it is no ordinary file")
    is_name = sha256 or looks_like_a_file(str(named))
    return EvidencePlace(FileState.MISSING if is_name else FileState.NUMBER)


def _read(file: Path, sha256: str | None) -> EvidencePlace:
    found = digest_of(file)
    if sha256 is None:
        return EvidencePlace(FileState.UNPROVED, file)
    return EvidencePlace(FileState.UNCHANGED if found == sha256 else FileState.CHANGED, file)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises OSError when it cannot be read."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
