"""One process at a time works on a file of answers."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import InputError, OutputError, UsageError
from readiness.workflows.journal import journal_of, read_journal

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["check_writable", "locked", "release"]


def locked(path: Path) -> BaseFileLock:
    """Return the lock of a file, held.

    Raises:
        UsageError: another process holds it.
        OutputError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise UsageError(f"{path} is open elsewhere{_by_whom(path)}", hint="close it there first") from None
    except OSError as error:
        raise OutputError(
            f"{path} cannot be changed: {error.strerror}", hint="does the folder exist, and may you write there?"
        ) from None
    return lock


def _by_whom(path: Path) -> str:
    """Return who has a file open, as far as its journal says."""
    try:
        left = read_journal(journal_of(path))
    except InputError:
        return ""
    return f": in process {left.opened.pid}, since {left.opened.since}" if left else ""


def check_writable(path: Path) -> None:
    """Refuse a file that could not be written later.

    Raises:
        OutputError: it is protected, or a symbolic link, which may lead anywhere.
    """
    if path.is_symlink():
        raise OutputError(f"{path} is a symbolic link and stays as it is", hint=f"name the file: {path.resolve()}")
    if not os.access(path, os.W_OK):
        raise OutputError(f"{path} cannot be written: it is protected against writing")


def release(lock: BaseFileLock) -> None:
    """Let others have the file, and leave nothing behind: whoever waits for the lock notices that its file is gone."""
    with suppress(OSError):
        Path(lock.lock_file).unlink()
    lock.release()
