"""Reads files: bytes, then text, before anything is understood."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import sys

from readiness.errors import InputError, nearest
from readiness.loading.places import Mark, Problem
from readiness.loading.yaml_source import MAX_BYTES, end_of

__all__ = ["STDIN", "YAML_SUFFIXES", "as_text", "digest", "is_document", "read_bytes", "sniff"]

STDIN = "-"
"""The name of standard input."""
YAML_SUFFIXES = (".yaml", ".yml")
"""How the names of YAML files end."""
_SAYS_KIND = re.compile(
    rb"""^[ \t{]*["']?readiness["']?[ \t]*:[ \t]*["']?(assessment|instrument|scenario|theme|translation)/""",
    re.MULTILINE,
)
_IS_OURS = re.compile(
    rb"""^["']?(readiness|areas|answers)["']?[ \t]*: | ["']?readiness["']?[ \t]*:[ \t]*["']?\w+/[0-9]""",
    re.MULTILINE | re.VERBOSE,
)
"""The first key of every document, or a key that shows what a file is whose author forgot it."""


def read_bytes(path: str, *, most: int = MAX_BYTES) -> bytes:
    """Return what a file, or standard input for `-`, holds.

    Raises:
        InputError: it is missing, a folder, not readable, or larger than any real document of its kind.
    """
    try:
        if path == STDIN:
            content = sys.stdin.buffer.read(most + 1)
        else:
            with open(path, "rb") as stream:  # noqa: PTH123  the path may be a pipe
                content = stream.read(most + 1)
    except IsADirectoryError:
        raise InputError(f"{path} is a folder", hint="name a file in it") from None
    except FileNotFoundError:
        raise InputError(f"{path} does not exist", hint=_similar_file(path)) from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(content) > most:
        raise InputError(
            f"{path} is larger than {most // 1_000_000} MB",
            hint=f"a document of this kind has less than {max(1, most // 10_000_000)} MB",
        )
    return content


def _similar_file(path: str) -> str | None:
    if os.path.islink(path):  # noqa: PTH114  as the user wrote it
        return "it is a link to a file that does not exist"
    folder = os.path.dirname(path) or "."  # noqa: PTH120
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return f"the folder {folder} does not exist either" if not os.path.isdir(folder) else None  # noqa: PTH112
    close = nearest(os.path.basename(path), names)  # noqa: PTH119
    return f"did you mean {os.path.join(os.path.dirname(path), close)}?" if close else None  # noqa: PTH118, PTH120


def as_text(content: bytes) -> tuple[str, Problem | None]:
    """Return the text of a UTF-8 file, or the place where it stops being UTF-8."""
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8", errors="replace")
        line, column = end_of(before)
        message = f"byte 0x{body[error.start]:02x} is not UTF-8"
        return "", Problem("RF002", message, Mark(line, column, column + 1), help="save the file as UTF-8")


def sniff(content: bytes) -> str:
    """Return the kind of document that a file says it is, or framework when it does not say."""
    start = content[:65536].removeprefix(codecs.BOM_UTF8)
    said = _SAYS_KIND.search(start)
    return said[1].decode() if said else "framework"


def is_document(content: bytes) -> bool:
    """Tell whether a YAML file, of which this is the beginning, means to be a document of ours."""
    start = content.removeprefix(codecs.BOM_UTF8)
    return start.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)) or _IS_OURS.search(start) is not None


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
