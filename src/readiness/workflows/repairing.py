"""Repairs documents where that is certain, and checks what comes of it."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.diagnostics import Diagnostic, Fix, Severity
from readiness.errors import OutputError
from readiness.loading.files import STDIN, read_bytes
from readiness.workflows.checking import Checked, Checker, checker
from readiness.workflows.documents import find_documents
from readiness.workflows.selection import EVERYTHING, Selection

__all__ = ["Repaired", "repair", "repair_documents"]

MOST_PASSES = 10
"""A repair may bring to light what was hidden; more often than this it does not in a real document."""
MOST_TRIALS = 100
"""How many repairs are tried on their own when some of them do harm together."""

_LAST_STEP = 2

Check = Callable[[bytes], Sequence[Diagnostic]]


@dataclass(frozen=True)
class Repaired:
    """One file before and after its repairs."""

    checked: Checked
    """What is still wrong with it."""
    before: str
    after: str
    fixed: int
    """How many findings are gone because of a repair."""


def repair_documents(
    paths: Sequence[str],
    *,
    write: bool,
    selection: Selection = EVERYTHING,
    since: str | None = None,
    stdin_filename: str | None = None,
) -> list[Repaired]:
    """Return every document under the paths with its certain repairs; the arguments are those of `validate`.

    Args:
        paths: As for `find_documents`.
        write: Whether to change the files, once all are repaired; never standard input.
        selection: Which findings count; no other one is repaired.
        since: A commit of Git.
        stdin_filename: What standard input stands for.

    Raises:
        InputError: a path does not exist or cannot be read.
        OutputError: a file that would change cannot be written; the others are written all the same.
        UsageError: as for `validate`.
    """
    with checker(selection=selection, since=since, stdin_filename=stdin_filename) as check:
        done = [(path, *_repaired(path, read_bytes(path), check)) for path in find_documents(paths)]
    if write:
        _rewrite([(path, content) for path, content, one in done if one.fixed and path != STDIN])
    return [one for _, _, one in done]


def _rewrite(files: Sequence[tuple[str, bytes]]) -> None:
    """Write every file that can be written; then say which one cannot, and that the others are repaired."""
    if not files:
        return
    from readiness.workflows.writing import rewrite_file

    failed: list[OutputError] = []
    for path, content in files:
        try:
            rewrite_file(Path(path), content)
        except OutputError as error:
            failed.append(error)
    if failed:
        more, others = len(failed) - 1, len(files) - len(failed)
        message = f"{failed[0]}{f', and {_files(more)} more cannot be written' if more else ''}"
        hints = [failed[0].hint, f"{_files(others)} beside it {'is' if others == 1 else 'are'} repaired"]
        raise OutputError(message, hint="; ".join(filter(None, hints if others else hints[:1])) or None)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _repaired(path: str, before: bytes, check: Checker) -> tuple[bytes, Repaired]:
    content, fixed = repair(before, lambda content: check(path, content).diagnostics)
    texts = (before.decode(errors="replace"), content.decode(errors="replace"))
    return content, Repaired(check(path, content), *texts, fixed)


def repair(content: bytes, check: Check) -> tuple[bytes, int]:
    """Return a document with every certain repair made, and how many findings these repair.

    Outside the repairs no byte changes.

    Repairs are made until no finding offers one. One that leads to a new error is not kept.

    Args:
        content: The document.
        check: What finds what is wrong with a document.
    """
    refused: set[Fix] = set()
    fixed = 0
    for _ in range(MOST_PASSES):
        found = check(content)
        offered = [one.fix for one in found if one.fix and one.fix not in refused]
        made, used = _harmless(content, offered, found, check) if offered else (content, [])
        if not used:
            break
        refused |= set(offered) - set(used)
        fixed += sum(one.fix in used for one in found)
        content = made
    return content, fixed


def _harmless(
    content: bytes, offered: Iterable[Fix], found: Sequence[Diagnostic], check: Check
) -> tuple[bytes, list[Fix]]:
    """Return the document with the repairs that lead to no new error, and these repairs."""
    made, used = _with(content, offered)
    if not used or not _new_errors(found, check(made)):
        return made, used
    kept: list[Fix] = []
    for fix in used[:MOST_TRIALS]:
        trial, tried = _with(content, [*kept, fix])
        if not _new_errors(found, check(trial)):
            kept = tried
    return _with(content, kept)


def _with(content: bytes, fixes: Iterable[Fix]) -> tuple[bytes, list[Fix]]:
    from readiness.editing.repairs import repaired

    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text, used = repaired(content.removeprefix(mark).decode(), fixes)
    return mark + text.encode(), used


def _new_errors(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> bool:
    """Tell whether there are errors that a repair has made, and that cannot be repaired in their turn.

    What keeps a document from being read hides errors of shape, and these hide errors of meaning: once they are gone,
    the others only come to light.
    """
    old = Counter((one.code, one.message) for one in before if _is_error(one))
    new = Counter((one.code, one.message) for one in after if _is_error(one) and not one.fix)
    first = min((_step(code) for code, _ in old), default=_LAST_STEP)
    return any(_step(code) <= first for code, _ in new - old)


def _step(code: str) -> int:
    """Return in which step of reading a document an error is found."""
    if code == "RF009":
        return 0
    return 1 if code.startswith("RF0") else _LAST_STEP


def _is_error(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR
