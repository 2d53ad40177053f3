"""A journal beside a file of answers: each change is on the disk before the file is written, and outlives a crash."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readiness.editing.layout import flow_text
from readiness.editing.merging import Change
from readiness.editing.values import written_value
from readiness.errors import InputError, OutputError
from readiness.loading.yaml_source import read_yaml
from readiness.model.order import Place

__all__ = ["Journal", "Left", "Opened", "journal_of", "read_journal", "sync_file"]

_FORMAT = "readiness-journal/1"


@dataclass(frozen=True)
class Opened:
    """What the first line of a journal says."""

    file: str
    """The name of the file of answers, without its folder."""
    framework: str
    organisation: str
    pid: int
    """The process that keeps it."""
    since: str
    """When that began, such as 2026-11-22 14:02."""


@dataclass(frozen=True)
class Left:
    """A journal that was left behind."""

    opened: Opened
    changes: tuple[Change, ...]
    """One for each entry, from what it said first, or anywhere in between, to what it said last."""


def journal_of(path: Path) -> Path:
    """Return where the journal of a file lies."""
    return path.with_name(f".{path.name}.journal")


def read_journal(path: Path) -> Left | None:
    """Return what a journal says, without a last line that was cut off; None where there is none, or an empty one.

    Raises:
        InputError: it cannot be read, or is no journal.
    """
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from None
    if not lines:
        return None
    try:
        first, *others = map(json.loads, lines)
        opened = Opened(**{key: value for key, value in first.items() if key != "format"})
        changes = [_change(entry) for line in others for entry in line["changes"]]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise InputError(
            f"{path} is damaged", hint="it may hold answers: look into it, then move it away and try again"
        ) from None
    return Left(opened, tuple(_folded(changes)))


def _folded(changes: Iterable[Change]) -> list[Change]:
    folded: dict[tuple[str, str], Change] = {}
    for one in changes:
        key = (one.section, one.id)
        earlier = folded.get(key)
        seen = (*earlier.before, earlier.now) if earlier else ()
        folded[key] = one._replace(before=(*seen, *one.before))
    return list(folded.values())


class Journal:
    """Takes changes down, each with a promise that it is on the disk."""

    def __init__(self, path: Path, opened: Opened) -> None:
        """Begin a journal, in the place of one that was left behind.

        Raises:
            OutputError: it cannot be written.
        """
        self.path = path
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise _unwritten(path, error) from None
        self._length = 0
        self._write({"format": _FORMAT, **vars(opened)})
        sync_folder(path.parent)

    def add(self, changes: Sequence[Change]) -> None:
        """Take changes down that are made together; they are on the disk when this returns.

        Raises:
            OutputError: the disk is full, say; nothing is taken down then.
        """
        self._write({"changes": [_entry(one) for one in changes]})

    def remove(self) -> None:
        """Delete it: what it says is in the file."""
        self.close()
        with suppress(FileNotFoundError):
            self.path.unlink()

    def close(self) -> None:
        """Leave it where it is."""
        os.close(self._file)

    def _write(self, line: Mapping[str, Any]) -> None:
        content = json.dumps(line).encode() + b"\n"
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(self._file, rest) :]
            os.fsync(self._file)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._file, self._length)
                os.lseek(self._file, self._length, os.SEEK_SET)
            raise _unwritten(self.path, error) from None
        self._length += len(content)


def sync_file(path: Path) -> None:
    """Have what a file holds, and its name, outlive a power cut, where the system can promise that."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have a new name in a folder outlive a power cut, where the system can promise that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritten(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{path} cannot be written: {error.strerror}", hint="answers are kept in it first: is the disk full?"
    )


def _entry(change: Change) -> dict[str, Any]:
    """Return a change as JSON; values are in YAML, which keeps the digits of numbers."""
    return {
        "section": change.section,
        "id": change.id,
        "before": [_written(one) for one in change.before],
        "now": _written(change.now),
    }


def _change(entry: Mapping[str, Any]) -> Change:
    before = tuple(map(_read, entry["before"]))
    return Change(str(entry["section"]), str(entry["id"]), before, _read(entry["now"]))


def _written(value: object) -> str | None:
    return None if value is None else flow_text(written_value(value, flow_from=0), Place(()))


def _read(text: str | None) -> Any:  # noqa: ANN401
    if text is None:
        return None
    source = read_yaml(text)
    if source.problems:
        raise ValueError(source.problems[0].message)
    return source.value
