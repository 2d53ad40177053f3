"""Compares versions of frameworks: two that are named, or files with what a commit of Git has."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError, MissingLibrary, UsageError
from readiness.workflows.catalogue import find_framework, framework_with_library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.checks.finding import Finding
    from readiness.loading.history import Revision
    from readiness.model.assessment import FrameworkReference
    from readiness.model.framework import Framework
    from readiness.versions.change import Change

__all__ = [
    "Compared",
    "EarlierVersion",
    "Past",
    "answered_version",
    "diff",
    "earlier_version",
    "find_version",
    "place_in_git",
    "same_framework",
]


@dataclass(frozen=True)
class Compared:
    """Two versions of a framework and what changed between them."""

    old: Framework
    new: Framework
    changes: tuple[Change, ...]

    @cached_property
    def asked(self) -> str:
        """The lowest version that the changes allow."""
        from readiness.versions.change import asked_version

        return asked_version(self.old.version, self.changes)

    @property
    def is_enough(self) -> bool:
        """Whether the new version's number is at least the one asked for."""
        from readiness.versions.change import numbers_of

        return numbers_of(self.new.version) >= numbers_of(self.asked)


def diff(old: str, new: str) -> Compared:
    """Return what changed between two frameworks, each named as in `find_version`."""
    from readiness.versions.compare import compare

    before, after = find_version(old), find_version(new)
    return Compared(before, after, compare(before, after))


def find_version(name: str) -> Framework:
    """Return a framework by file, by id, or as `REF:path` out of a commit of Git.

    The path of a commit is relative to the top of the repository, or to this folder.

    Raises:
        InputError: a file cannot be read, or a commit does not have it.
        InvalidDocument: the framework has errors.
        UnknownName: there is no framework of this id.
        UsageError: there is no such commit.
    """
    placed = place_in_git(name)
    if placed is None:
        return find_framework(name)[0]
    revision, folder, file = placed
    with revision.unpacked(folder) as copy:
        return _read_copy(copy, file, revision).framework


def answered_version(name: str, reference: FrameworkReference, option: str) -> Framework:
    """Return the framework that a user names for answers, as in `find_version`.

    Raises:
        UsageError: it is not the one that was answered, or not in that version.
    """
    found = same_framework(find_version(name), reference.id, option)
    if found.version != reference.version:
        message = f"{option}: the answers were given to version {reference.version}, and this is {found.version}"
        raise UsageError(message, hint="name the file of that version, or GIT-REF:path")
    return found


def same_framework(framework: Framework, id_: str, option: str) -> Framework:
    """Return a framework that an option names for answers.

    Raises:
        UsageError: the answers belong to another one.
    """
    if framework.id != id_:
        raise UsageError(f"{option}: the answers belong to {id_}, and this is {framework.id}")
    return framework


def place_in_git(name: str) -> tuple[Revision, str, str] | None:
    """Return the commit, the folder and the file that `REF:path` names; None for a name of another form.

    Raises:
        InputError: the commit does not have the file.
        UsageError: there is no such commit.
    """
    ref, colon, path = name.partition(":")
    if not colon or len(ref) == 1 or Path(name).exists():  # one letter is a drive
        return None
    from readiness.loading.history import Repository

    repository = Repository.around(Path())
    revision = repository.at(ref)
    here = Path.cwd().relative_to(repository.top.resolve())
    candidates = [_within(Path(path)), _within(here / path)]
    found = next((one for one in candidates if one and revision.holds(one)), None)
    if found is None:
        raise InputError(
            f"{ref} has no file {path!r}", hint="the path begins at the top of the repository or in this folder"
        )
    return revision, *_folder_and_name(found)


class EarlierVersion(NamedTuple):
    """A framework as it was."""

    framework: Framework
    files: Mapping[str, str]
    """The text of every file that it was made of, by name."""


def earlier_version(file: Path, id_: str, version: str) -> EarlierVersion | None:
    """Return a framework as it last was at a version, out of the history of its file; None when it is not there."""
    from readiness.loading.history import Repository

    try:
        repository = Repository.around(file.resolve().parent)
    except (MissingLibrary, UsageError):
        return None
    place = file.resolve().relative_to(repository.top.resolve()).as_posix()
    written = version.replace(".", "[.]")
    line = f"^[[:space:]]*[\"']?version[\"']?:[[:space:]]*[\"']?{written}([^0-9]|$)"
    folder, name = _folder_and_name(place)
    for revision in repository.around_changes(place, line):
        if not revision.holds(place):
            continue
        try:
            with revision.unpacked(folder) as copy:
                found = _read_copy(copy, name, revision)
        except InputError:
            continue
        if (found.framework.id, found.framework.version) == (id_, version):
            return found
    return None


def _within(path: Path) -> str | None:
    """Return a path with slashes and without dots, or None when it leads out of the repository."""
    steps: list[str] = []
    for step in path.parts:
        if step == "..":
            if not steps:
                return None
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps) or None


def _folder_and_name(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    return folder, name


def _read_copy(copy: Path, name: str, revision: Revision) -> EarlierVersion:
    """Return a framework as a commit has it, with the included ones as they were in that commit."""
    try:
        framework, _, library = framework_with_library(str(copy / name))
    except InvalidDocument as wrong:
        first = wrong.diagnostics[0]
        place = f"{name}:{first.location.line}:{first.location.column}"
        raise InputError(
            f"in {revision.name} the file has errors, the first at {place}: {first.message}",
            hint="compare with a commit in which `readiness validate` finds none",
        ) from None
    return EarlierVersion(framework, library.files())


class Past:
    """Frameworks as they were in one commit, found for files of today. Copies are kept until the end."""

    def __init__(self, ref: str) -> None:
        """Remember the name; the commit is looked up in the repository of each file."""
        self._ref = ref
        self._revisions: dict[Path, Revision] = {}
        self._copies: dict[tuple[Path, str], Path] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def findings(self, path: str, framework: Framework) -> tuple[Finding, ...]:
        """Return what is wrong with the version of a framework after what it was; nothing for one that is new.

        Raises:
            UsageError: the file is in no repository, or the commit does not exist.
        """
        from readiness.checks.versions import check_version

        old = self.framework(path, framework.id)
        return () if old is None else tuple(check_version(old, framework))

    def framework(self, path: str, id_: str) -> Framework | None:
        """Return what a framework file was: by its path, else by the id; None when it is new or was broken."""
        real = Path.cwd() / "-" if path == "-" else Path(path).resolve()
        revision = self._revision(real.parent)
        place = real.relative_to(revision.top.resolve()).as_posix()
        here = self._read(revision, place) if revision.holds(place) else None
        if here is not None and here.id == id_:
            return here
        elsewhere = (self._read(revision, one) for one in revision.naming(id_))
        return next((one for one in elsewhere if one is not None and one.id == id_), here)

    def _read(self, revision: Revision, path: str) -> Framework | None:
        folder, name = _folder_and_name(path)
        key = (revision.top, folder)
        if key not in self._copies:
            self._copies[key] = self._open.enter_context(revision.unpacked(folder))
        try:
            return _read_copy(self._copies[key], name, revision).framework
        except InputError:
            return None

    def _revision(self, folder: Path) -> Revision:
        if folder not in self._revisions:
            from readiness.loading.history import Repository

            self._revisions[folder] = Repository.around(folder).at(self._ref)
        return self._revisions[folder]
