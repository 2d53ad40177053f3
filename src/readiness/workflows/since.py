"""Holds an assessment against the one before it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import UsageError
from readiness.loading.attached import EARLIER
from readiness.loading.files import STDIN
from readiness.loading.load import Library
from readiness.workflows.comparing import Given, compared_with, found_version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.model.framework import Framework
    from readiness.workflows.assessing import Assessed

__all__ = ["since"]


def since(
    assessed: Assessed, earlier: str, *, anonymise: bool = False, folders: tuple[Path, ...] | None = None
) -> Assessed:
    """Return an assessment with what moved since an earlier one of the same framework.

    Both are held against the target profile of today. The answers of then, and the version of the framework that they
    answer, are among the files of a report, so that it can be checked.

    Args:
        assessed: The assessment of today.
        earlier: The one before: a file, `-` for standard input, or `REF:path` out of a commit of Git.
        anonymise: Whether nothing is kept that tells who gave an answer.
        folders: Where the framework of then is looked for; beside the file, then among the bundled ones when left out.

    Raises:
        InputError: the file cannot be read.
        InvalidDocument: it has errors.
        UsageError: it answers another framework, or is the one of today.
    """
    from readiness.agreement.anonymise import anonymised
    from readiness.comparison.side import Side
    from readiness.editing.whole import written_document
    from readiness.report.since import Since

    if earlier == assessed.path:
        raise UsageError(f"{earlier} is the assessment of today", hint="--since names the one before it")
    with ExitStack() as copies:
        old = Given.read(earlier, Library.beside if folders is None else lambda _: Library(folders), copies)
        _check_that_it_is_before(old, assessed)
        framework, texts = _answered(old, assessed)
    file = f"{EARLIER}{'standard input' if earlier == STDIN else Path(earlier.rpartition(':')[2]).name}"
    text = old.document.text
    if anonymise:
        assert isinstance(old.document.value, dict), "it has been read"
        text = written_document(anonymised(old.document.value))
    now = Side(assessed.written, assessed.assessment, assessed.as_of, assessed.target_id)
    return replace(
        assessed,
        since=Since(compared_with(old, framework, now, assessed.target_id), file),
        files={**assessed.files, **{f"{EARLIER}{name}": one for name, one in texts.items()}, file: text},
    )


def _check_that_it_is_before(old: Given, assessed: Assessed) -> None:
    was, now = old.assessment, assessed.assessment
    if was.framework.id != now.framework.id:
        raise UsageError(
            f"--since: {old.name} answers {was.framework.id}, and {assessed.path} answers {now.framework.id}",
            hint="two assessments can be compared when they answer the same framework, in any versions",
        )
    if was.assessed_on > now.assessed_on:
        message = f"--since: {old.name} is of {was.assessed_on}, and {assessed.path} of {now.assessed_on}"
        raise UsageError(message, hint="the assessment of today comes first, and --since names the one before it")


def _answered(old: Given, assessed: Assessed) -> tuple[Framework | None, Mapping[str, str]]:
    """Return the framework that was answered, if it is at hand, and its files where it is not that of today."""
    found = found_version(old.assessment.framework, (old.library, assessed.library))
    if found is None:
        return None, {}
    return (assessed.written, {}) if found.framework == assessed.written else found
