"""Where evidence lies, as answers name it: a name in a file from anybody may lead anywhere, and is not followed."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from readiness.report.dossier import FileState

__all__ = ["EvidencePlace", "find_place"]

_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|(file|mailto):|www\.", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}\Z")
"""How the name of a file ends, and a reference number such as HR/2026/12.3 does not."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_ADDRESS_OF_FILE = "it is a file: address, which may lead anywhere"


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
    if _LINK.match(ref):
        is_file = ref.lower().startswith("file:")
        return EvidencePlace(FileState.REFUSED, reason=_ADDRESS_OF_FILE) if is_file else EvidencePlace(FileState.LINK)
    named = PureWindowsPath(ref)  # which takes either slash, and knows drives and other machines
    if why := _why_refused(ref, named):
        return EvidencePlace(FileState.REFUSED, reason=why)
    try:
        return _in_folder(named, sha256, folder.resolve(), verify=verify)
    except (RuntimeError, ValueError):  # a loop of links, a name with a zero byte
        return EvidencePlace(FileState.REFUSED, reason="it is no name of a file")
    except OSError as error:
        return EvidencePlace(FileState.UNREADABLE, reason=error.strerror or "")


def _why_refused(ref: str, named: PureWindowsPath) -> str | None:
    if named.drive.startswith("\\"):
        return "it names another machine"
    if named.root or (named.drive and _SUFFIX.search(ref)):
        return "it is an absolute name, which may lead anywhere"
    if ".." in named.parts:
        return "it leads out of the folder"
    if any(_DEVICE.fullmatch(part) for part in named.parts):
        return "Windows keeps that name for a device"
    return "it is a hidden file" if any(part.startswith(".") for part in named.parts) else None


def _in_folder(named: PureWindowsPath, sha256: str | None, home: Path, *, verify: bool) -> EvidencePlace:
    file = home.joinpath(*named.parts).resolve()
    if not file.is_relative_to(home):
        return EvidencePlace(FileState.REFUSED, reason="a symbolic link leads out of the folder")
    if file.is_file():
        return _read(file, sha256) if verify else EvidencePlace(FileState.THERE if sha256 else FileState.UNPROVED, file)
    if file.exists() and not file.is_dir():
        return EvidencePlace(FileState.REFUSED, reason="it is no ordinary file")
    is_name = sha256 or _SUFFIX.search(str(named))
    return EvidencePlace(FileState.MISSING if is_name else FileState.NUMBER)


def _read(file: Path, sha256: str | None) -> EvidencePlace:
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if sha256 is None:
        return EvidencePlace(FileState.UNPROVED, file)
    return EvidencePlace(FileState.UNCHANGED if found == sha256 else FileState.CHANGED, file)
