"""Compares two assessments: of one version of a framework, or of two."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError, UsageError
from readiness.loading.files import STDIN
from readiness.loading.load import Library, load_assessment
from readiness.loading.one_file import bounded, finished, load_one
from readiness.workflows.assessing import target_of
from readiness.workflows.versions import EarlierVersion, answered_version, earlier_version, place_in_git

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readiness.comparison.compared import ComparedAssessments
    from readiness.comparison.side import Side
    from readiness.loading.document import Document
    from readiness.model.assessment import Assessment, FrameworkReference
    from readiness.model.framework import Framework

__all__ = ["Given", "compare", "compared_with", "found_version"]


def compare(
    old: str, new: str, *, from_: str | None = None, target: str | None = None, as_of: date | None = None
) -> ComparedAssessments:
    """Return what moved from one assessment to another of the same framework.

    Args:
        old: The first assessment: a file, `-` for standard input, or `REF:path` out of a commit of Git.
        new: The second assessment, named in the same way.
        from_: The framework that the first was made with, as in `find_version`, when it is not found by itself.
        target: A target profile for both, instead of those that the files name.
        as_of: The day on which the second one's evidence has to be in date; the day of that assessment when left out.

    Raises:
        InputError: a file cannot be read.
        InvalidDocument: an assessment or its framework has errors.
        UnknownName: the new framework has no such target profile.
        UsageError: the two answer different frameworks, or both are standard input.
    """
    if old == new == STDIN:
        raise UsageError("both assessments are standard input", hint="name a file for one of them")
    beside = Library.shared()
    with ExitStack() as copies:
        return _compared(Given.read(old, beside, copies), Given.read(new, beside, copies), from_, target, as_of)


@dataclass(frozen=True)
class Given:
    """An assessment as it was read, before a framework is at hand."""

    name: str
    """What the user calls it."""
    document: Document[Assessment]
    assessment: Assessment
    library: Library

    @classmethod
    def read(cls, name: str, beside: Callable[[str], Library], copies: ExitStack) -> Given:
        """Return the assessment that a name stands for; what comes out of Git is unpacked until the copies are gone."""
        placed = None if name == STDIN else place_in_git(name)
        path = name
        if placed is not None:
            revision, folder, file = placed
            path = str(copies.enter_context(revision.unpacked(folder)) / file)
        document: Document[Assessment] = load_one(path, None, "assessment/1", lambda _: ())
        if document.model is None:
            raise _unusable(name, document)
        return cls(name, document, document.model, beside(path))

    def fits(self, framework: Framework) -> None:
        """Make sure that the answers fit a framework."""
        from readiness.checks.assessment import check_assessment

        findings = bounded(check_assessment(self.assessment, framework))
        checked = finished(self.document, *self.document.locator.diagnose_all(findings))
        if checked.model is None:
            raise _unusable(self.name, checked)


def _unusable(name: str, document: Document[Assessment]) -> Exception:
    """Return the error for an assessment that cannot be used; the file of a commit has no place to show."""
    if document.file == name:
        return InvalidDocument(f"{name} cannot be compared", diagnostics=document.diagnostics, text=document.text)
    first = document.errors[0]
    return InputError(f"{name} has errors, the first in line {first.location.line}: {first.message}")


def _compared(old: Given, new: Given, from_: str | None, target: str | None, as_of: date | None) -> ComparedAssessments:
    from readiness.comparison.side import Side

    _check_that_both_answer_one_framework(old, new)
    after = new.assessment
    named = None if from_ is None else answered_version(from_, old.assessment.framework, "--from")
    latest = _version_of(new, old, named) or _any_version(new)
    new.fits(latest)
    now = Side(latest, after, as_of or after.assessed_on, target_of(latest, target or after.target))
    return compared_with(old, _version_of(old, new, named), now, target)


def compared_with(old: Given, earlier: Framework | None, new: Side, target: str | None) -> ComparedAssessments:
    """Return what moved from an assessment that was read to one that fits its framework.

    Args:
        old: The first assessment.
        earlier: The framework that it answers; without it, its answers are carried over to that of today.
        new: The second assessment.
        target: A target profile for both, instead of the one that the first names.

    Raises:
        InvalidDocument: the first one does not fit its framework.
    """
    from readiness.comparison.compare import compare as compare_sides
    from readiness.comparison.compared import ComparedAssessments
    from readiness.comparison.side import Side
    from readiness.versions.carrying import Leave, carried, carry

    before, latest = old.assessment, new.framework
    left: tuple[Leave, ...] = ()
    if earlier is None:
        edits = carry(before, latest)
        before, left = carried(before, edits), tuple(edit for edit in edits if isinstance(edit, Leave))
    else:
        old.fits(earlier)
    framework = earlier or latest
    was = Side(framework, before, before.assessed_on, _old_target(framework, target, before, latest))
    comparison = compare_sides(was, new)
    return ComparedAssessments(
        comparison=comparison,
        old_version=old.assessment.framework.version,
        is_old_framework_known=earlier is not None,
        left=left or comparison.left,
        scored_with=None if latest.version == new.assessment.framework.version else latest.version,
    )


def _check_that_both_answer_one_framework(old: Given, new: Given) -> None:
    first, second = old.assessment.framework.id, new.assessment.framework.id
    if first != second:
        raise UsageError(
            f"{old.name} answers {first}, and {new.name} answers {second}",
            hint="two assessments can be compared when they answer the same framework, in any versions",
        )


def _version_of(given: Given, other: Given, named: Framework | None) -> Framework | None:
    """Return the version that was answered: the named one, one beside either file, or one out of the history of Git."""
    wanted = given.assessment.framework
    if named is not None and named.version == wanted.version:
        return named
    found = found_version(wanted, (given.library, other.library))
    return None if found is None else found.framework


def found_version(wanted: FrameworkReference, libraries: Sequence[Library]) -> EarlierVersion | None:
    """Return the version of a framework that was answered: the first in a library, else one out of the history of Git.

    Args:
        wanted: The framework and its version.
        libraries: Where it is looked for; Git is asked for what the files there were.
    """
    for library in libraries:
        found = library.load(wanted.id)
        if found is not None and found.model is not None and found.model.version == wanted.version:
            return EarlierVersion(found.model, library.files())
    files = dict.fromkeys(file for library in libraries if (file := library.path_of(wanted.id)))
    return next((one for file in files if (one := earlier_version(Path(file), wanted.id, wanted.version))), None)


def _any_version(given: Given) -> Framework:
    """Return the framework that is found, whatever its version."""
    found = given.library.load(given.assessment.framework.id)
    if found is not None and found.model is not None:
        return found.model
    document, _ = load_assessment(given.document.file, given.library, given.document.text.encode())
    raise _unusable(given.name, document)


def _old_target(framework: Framework, asked: str | None, before: Assessment, latest: Framework) -> str | None:
    """Return the old side's target: the one that is asked for, under the name that it had, or that of the file."""
    if asked is None:
        return target_of(framework, before.target)
    names = (asked, *(latest.targets[asked].replaces if asked in latest.targets else ()))
    return next((name for name in names if name in framework.targets), None)
