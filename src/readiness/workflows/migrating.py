"""Carries the answers of an assessment over to another version of its framework."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError, UnknownName, UsageError
from readiness.loading.amend import amended, written_at
from readiness.loading.decode import decode
from readiness.loading.files import read_bytes
from readiness.loading.load import Library, load_assessment
from readiness.loading.yaml_source import read_yaml
from readiness.model.assessment import Assessment
from readiness.versions.carrying import Edit, Leave, Rename, carried, carry
from readiness.workflows.versions import answered_version, find_version, same_framework

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.scoring.result import Scorecard
    from readiness.versions.change import Change

__all__ = ["Left", "Migrated", "migrate", "save_migrated"]

_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True)
class Left:
    """Something that could not be carried over."""

    path: str
    """Such as answers.cyb-access."""
    why: str
    content: str
    """All of it, as it was written."""


@dataclass(frozen=True)
class Migrated:
    """An assessment before and after it was carried over."""

    path: str
    text: str
    """The file as it is to be."""
    before: Assessment
    after: Assessment
    old: Framework | None
    """The version that was answered, when it is at hand."""
    new: Framework
    renamed: tuple[tuple[str, str], ...]
    """Old and new ids of the questions whose answers have got another one."""
    left: tuple[Left, ...]
    changes: tuple[Change, ...]
    """What changed between the versions, when both are at hand."""
    score_before: Scorecard | None
    score_after: Scorecard | None
    has_mark: bool = False
    """Whether the file begins with a byte order mark."""

    @property
    def carried_count(self) -> int:
        """How many answers were carried over."""
        return len(self.after.answers)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Questions of the new version without an answer, in the order of the framework."""
        return tuple(id_ for id_ in self.new.question if id_ not in self.after.answers)


def migrate(path: str, *, to: str, from_: str | None = None) -> Migrated:
    """Return an assessment carried over to another version of its framework; nothing is written.

    Args:
        path: The assessment file, or `-` for standard input.
        to: The version of the framework that is found for the file, or a framework as in `find_version`.
        from_: The framework that was answered, as in `find_version`, when it is not the one found for the file.

    Raises:
        InputError: a file cannot be read, or cannot be amended where something is written.
        InvalidDocument: the assessment has errors of its own, or a framework has.
        UsageError: a framework is not the one that was answered, or not of the version that is asked for.
    """
    content = read_bytes(path)
    text, before = _read(path, content)
    library = Library.beside(path)
    new = _wanted(before, to, library)
    old = _answered(before, from_, library)
    edits = carry(before, new, old)
    amended_text = amended(text, edits, f"not carried over to {new.version}")
    after = carried(before, edits)
    _compare_with_text(after, amended_text, path)
    return Migrated(
        path=path,
        text=amended_text,
        before=before,
        after=after,
        old=old,
        new=new,
        renamed=tuple((str(edit.path[1]), edit.to) for edit in _of_answers(edits)),
        left=tuple(_left(edit, text) for edit in edits if isinstance(edit, Leave)),
        changes=_changes(old, new),
        score_before=None if old is None else _score(old, before),
        score_after=_score(new, after),
        has_mark=content.startswith(codecs.BOM_UTF8),
    )


def _read(path: str, content: bytes) -> tuple[str, Assessment]:
    """Return the text of an assessment and what it says, whether it fits a framework or not."""
    document, _ = load_assessment(path, Library(()), content)
    own = tuple(one for one in document.diagnostics if one.code.startswith("RF"))
    value = read_yaml(document.text)
    model, _ = decode(value.value, Assessment, value.root) if value.readable and not own else (None, ())
    if model is None:
        raise InvalidDocument(f"{path} cannot be carried over", diagnostics=own, text=document.text)
    return document.text, model


def _wanted(assessment: Assessment, to: str, library: Library) -> Framework:
    id_ = assessment.framework.id
    if not _VERSION.fullmatch(to):
        return same_framework(find_version(to), id_, "--to")
    found = library.load(id_)
    if found is None:
        raise UnknownName("framework", id_, known=library.ids())
    if found.model is None:
        raise InvalidDocument(f"{found.file} has errors", diagnostics=found.diagnostics, text=found.text)
    if found.model.version != to:
        message = f"{found.file} is version {found.model.version}, not {to}"
        raise UsageError(message, hint="name the file of that version, or GIT-REF:path")
    return found.model


def _answered(assessment: Assessment, from_: str | None, library: Library) -> Framework | None:
    reference = assessment.framework
    if from_ is None:
        found = library.load(reference.id)
        return found.model if found and found.model and found.model.version == reference.version else None
    return answered_version(from_, reference, "--from")


def _compare_with_text(after: Assessment, text: str, path: str) -> None:
    """Make sure that the amended text says what it should, whatever was written where."""
    source = read_yaml(text)
    says = decode(source.value, Assessment, source.root)[0] if source.readable and not source.problems else None
    if says != after:
        raise InputError(
            f"{path} is written in a way that cannot be amended in its place",
            hint="write answers out in full, without anchors and aliases, then try again",
        )


def _of_answers(edits: Sequence[Edit]) -> list[Rename]:
    return [edit for edit in edits if isinstance(edit, Rename) and edit.path[0] == "answers"]


def _left(edit: Leave, text: str) -> Left:
    return Left(".".join(map(str, edit.path)), edit.why, written_at(text, edit.path))


def _changes(old: Framework | None, new: Framework) -> tuple[Change, ...]:
    if old is None:
        return ()
    from readiness.versions.compare import compare

    return compare(old, new)


def _score(framework: Framework, assessment: Assessment) -> Scorecard | None:
    """Return the scores, or None when the answers do not fit the framework."""
    from readiness.checks.assessment import check_assessment
    from readiness.checks.catalogue import RULES
    from readiness.diagnostics import Severity
    from readiness.scoring.engine import Scorer
    from readiness.scoring.reading import read_answers
    from readiness.scoring.score import score

    if any(RULES[one.code].severity is Severity.ERROR for one in check_assessment(assessment, framework)):
        return None
    scorer = Scorer(framework, assessment.organisation.known_facts)
    return score(scorer, read_answers(framework, assessment, assessment.assessed_on))


def save_migrated(migrated: Migrated, output: str | None) -> str:
    """Write the assessment to a new file, or in the place of the old one, and return the file's name.

    Raises:
        UsageError: the new file exists already, or standard input is to be written in its place.
        OutputError: it cannot be written.
    """
    from readiness.workflows.writing import rewrite_file, write_file

    content = codecs.BOM_UTF8 * migrated.has_mark + migrated.text.encode()
    if output is None:
        if migrated.path == "-":
            raise UsageError("standard input cannot be written in its place", hint="name a file with -o")
        rewrite_file(Path(migrated.path), content)
        return migrated.path
    if Path(output).exists() or Path(output).is_symlink():
        raise UsageError(
            f"{output} exists already", hint="choose another name; --in-place changes the answers' own file"
        )
    write_file(Path(output), content)
    return output
