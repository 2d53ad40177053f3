"""Writes files: each whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from readiness.errors import OutputError

__all__ = ["rewrite_file", "write_file", "write_stream"]


def write_file(path: Path, content: bytes) -> None:
    """Write a new file, or one in the place of another.

    Raises:
        OutputError: it cannot be written; a file that was there is as it was.
    """
    write_stream(path, lambda stream: stream.write(content))


def write_stream(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Write a file that may be too large for memory, part by part; new, or in the place of another.

    Raises:
        OutputError: it cannot be written; a file that was there is as it was, as after any error of `fill`.
    """
    _write(path, fill, 0o666 & ~_umask())


def rewrite_file(path: Path, content: bytes) -> None:
    """Write what a file is to hold from now on; its permissions stay.

    Raises:
        OutputError: it cannot be written, is protected against writing, or is a symbolic link, which may lead anywhere.
    """
    if path.is_symlink():
        raise OutputError(f"{path} is a symbolic link and stays as it is", hint=f"name the file: {path.resolve()}")
    if not os.access(path, os.W_OK):
        raise OutputError(f"{path} cannot be written: it is protected against writing")
    _write(path, lambda stream: stream.write(content), stat.S_IMODE(path.stat().st_mode))


def _write(path: Path, fill: Callable[[BinaryIO], object], mode: int) -> None:
    """Write to a file beside the target, then rename: readers see the old file or the new one, never half of it."""
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}", hint="does the folder exist, and may you write there?"
        ) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            fill(stream)
        os.chmod(temporary, mode)  # noqa: PTH101  mkstemp made it private
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException as error:  # an interrupt leaves nothing behind either
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        if not isinstance(error, OSError):
            raise
        raise OutputError(f"{path} cannot be written: {error.strerror}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
