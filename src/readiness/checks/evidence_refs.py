"""Where evidence may lie: a name in answers from anybody may lead anywhere, and only some names are followed.

The one rule for what is typed in an interview, what stands in a file and what is packed for an auditor. It looks at the
name alone, on every system in the same way; what a name leads to is found where files may be read.
"""

from __future__ import annotations

import re

__all__ = ["is_address", "looks_like_a_file", "why_refused"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|(file|mailto):|www\.", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}\Z")
"""How the name of a file ends, and a reference number such as HR/2026/12.3 does not."""
_SLASH = re.compile(r"[/\\]")
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def is_address(ref: str) -> bool:
    """Tell whether a reference is an address, which names no file here."""
    return _ADDRESS.match(ref) is not None


def looks_like_a_file(ref: str) -> bool:
    """Tell whether a reference ends as the name of a file does."""
    return _SUFFIX.search(ref) is not None


def why_refused(ref: str) -> str | None:
    """Return why a reference is not followed, whatever it leads to; None for one that may be looked at.

    Args:
        ref: A file's name from the folder of the assessment on, with either slash; an address; or a reference number.
    """
    if is_address(ref):
        return "it is a file: address, which may lead anywhere" if ref.lower().startswith("file:") else None
    drive = _DRIVE.match(ref)
    parts = _SLASH.split(ref[drive.end() :] if drive else ref)
    is_rooted = len(parts) > 1 and not parts[0]
    if is_rooted and not parts[1] and not drive:
        return "it names another machine"
    if is_rooted or (drive and looks_like_a_file(ref)):
        return "it is an absolute name, which may lead anywhere"
    if ".." in parts:
        return "it leads out of the folder"
    if any(_DEVICE.fullmatch(part) for part in parts):
        return "Windows keeps that name for a device"
    return "it is a hidden file" if any(part.startswith(".") and part != "." for part in parts) else None
