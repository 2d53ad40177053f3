"""Reads files as they were in a commit of Git. Nothing is checked out, fetched, or run by the repository."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from readiness.errors import InputError, MissingLibrary, UsageError
from readiness.loading.files import YAML_SUFFIXES

__all__ = ["Repository", "Revision"]

_SUFFIXES = (*YAML_SUFFIXES, ".json")
_NOTHING_FOUND = 1
"""How `git grep` ends when no line matches; it ends with more when it fails."""
_INCOMPLETE = "fetch the whole history first"
_MOST_COMMITS = 100
"""So many versions of one file are looked through."""
_FILE_MODES = frozenset({b"100644", b"100755"})
"""Plain files: a link in a tree holds a path, not a document."""
_QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""English messages, no locks, no questions, no network."""
_OF_THE_CALLER = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_INDEX_FILE",
        "GIT_LITERAL_PATHSPECS",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""What a hook inherits from the Git that runs it, and what holds for that repository only."""


@dataclass(frozen=True)
class Repository:
    """A folder that Git keeps."""

    top: Path
    """Where its work tree begins."""

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Return the repository that a folder lies in.

        Raises:
            UsageError: there is none, or Git does not trust it.
            MissingLibrary: Git is not installed.
        """
        found = _git(folder, "rev-parse", "--show-toplevel")
        if found.returncode:
            raise UsageError(
                f"{folder} is not in a Git repository: {_said(found)}",
                hint="earlier versions are read from Git; run this inside the repository",
            )
        return cls(Path(os.fsdecode(found.stdout.rstrip(b"\r\n"))))

    def at(self, ref: str) -> Revision:
        """Return the commit that a branch, tag or other name stands for.

        Raises:
            UsageError: there is no such commit here.
        """
        found = self._resolved(ref)
        if found is None:
            raise UsageError(f"there is no commit {ref!r} in this repository", hint=self._suggestion(ref))
        return Revision(self.top, found, ref)

    def around_changes(self, path: str, line: str) -> Iterator[Revision]:
        """Yield the states of a file before and after each commit that touched a line, the latest commit first.

        Args:
            path: The file, relative to the top, with slashes.
            line: An extended regular expression for a line that was added or removed.
        """
        how = ("--no-ext-diff", "--no-textconv", f"--max-count={_MOST_COMMITS}", "--format=%H", "-G", line)
        told = _git(self.top, "--literal-pathspecs", "log", *how, "--", path)
        for commit in told.stdout.decode().split():
            for name in (f"{commit}^", commit):
                found = self._resolved(name)
                if found is not None:
                    yield Revision(self.top, found, name)

    def _resolved(self, ref: str) -> str | None:
        if not ref or ref.startswith("-"):
            raise UsageError(f"{ref!r} is not the name of a commit", hint="such as main, v1.2.0 or HEAD~1")
        try:
            found = _git(self.top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        except ValueError:  # a NUL
            return None
        return found.stdout.decode().strip() if found.returncode == 0 else None

    def _suggestion(self, ref: str) -> str:
        if _git(self.top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
            return (
                "this clone holds only part of the history: run `git fetch --unshallow`, "
                "or set `fetch-depth: 0` where CI checks out"
            )
        if self._resolved(f"origin/{ref}"):
            return f"did you mean origin/{ref}?"
        return "`git branch --all` and `git tag` list the names; `git fetch` brings those of others"


@dataclass(frozen=True)
class Revision:
    """One commit."""

    top: Path
    commit: str
    name: str
    """What the user calls it."""

    def holds(self, path: str) -> bool:
        """Tell whether the commit has a file; the path is relative to the top, with slashes.

        Raises:
            InputError: it has the file, but under a name that is not unpacked.
        """
        entry = next((one for one in self._entries(path) if one.path == path and one.mode in _FILE_MODES), None)
        if entry is not None and not entry.is_document:
            raise InputError(
                f"{self.name} has {path}, and earlier versions are not read from files of such a name",
                hint="one that works ends with .yaml, .yml or .json, and holds no colon and no backslash",
            )
        return entry is not None

    def naming(self, framework_id: str) -> tuple[str, ...]:
        """Return the YAML and JSON files of the commit with a line that gives a framework this id, sorted.

        Raises:
            InputError: Git cannot search the commit.
        """
        id_ = framework_id.replace(".", "[.]")
        line = f'^id:[[:space:]]*["\']?{id_}["\']?[[:space:]]*(#.*)?$|"id":[[:space:]]*"{id_}"'
        patterns = [f":(icase)*{suffix}" for suffix in _SUFFIXES]
        how = ("--no-color", "--no-recurse-submodules", "-l", "-z", "-a", "-E")  # whatever the user's settings are
        found = _git(self.top, "grep", *how, "-e", line, self.commit, "--", *patterns)
        if found.returncode > _NOTHING_FOUND:
            raise InputError(f"{self.name} cannot be searched: {_said(found)}", hint=_INCOMPLETE)
        names = (os.fsdecode(name) for name in found.stdout.split(b"\0") if name)
        return tuple(sorted(name.removeprefix(f"{self.commit}:") for name in names))

    @contextmanager
    def unpacked(self, folder: str) -> Iterator[Path]:
        """Yield a copy of the documents of a folder and its folder frameworks, which is removed at the end.

        Raises:
            InputError: Git cannot list or read them.
        """
        above = f"{folder}/" if folder else ""
        with tempfile.TemporaryDirectory(prefix="readiness-") as copy:
            for below in ("", "frameworks/"):
                target = Path(copy, below)
                target.mkdir(exist_ok=True)
                entries = [entry for entry in self._entries(f"{above}{below}") if entry.is_document]
                for entry, content in zip(entries, self._contents(entries), strict=True):
                    (target / PurePosixPath(entry.path).name).write_bytes(content)
            yield Path(copy)

    def _entries(self, path: str) -> list[_Entry]:
        """Return what the tree lists for a file, or below a folder whose name ends with a slash."""
        which = ("--", path) if path else ()
        listed = _git(self.top, "--literal-pathspecs", "ls-tree", "-z", "--full-tree", self.commit, *which)
        if listed.returncode:
            raise InputError(f"{self.name} cannot be listed: {_said(listed)}", hint=_INCOMPLETE)
        return [_Entry.of(line) for line in listed.stdout.split(b"\0") if line]

    def _contents(self, entries: Sequence[_Entry]) -> Iterator[bytes]:
        wanted = "".join(f"{entry.blob}\n" for entry in entries).encode()
        told = _git(self.top, "cat-file", "--batch", given=wanted)
        rest = told.stdout
        for entry in entries:
            heading, _, rest = rest.partition(b"\n")
            if heading.endswith(b" missing"):
                raise InputError(f"{self.name}:{entry.path} is not in this clone", hint=_INCOMPLETE)
            size = int(heading.rsplit(b" ", 1)[1])
            yield rest[:size]
            rest = rest[size + 1 :]


@dataclass(frozen=True)
class _Entry:
    """One line of a tree."""

    mode: bytes
    blob: str
    path: str

    @classmethod
    def of(cls, line: bytes) -> _Entry:
        about, _, path = line.partition(b"\t")
        mode, _, blob = about.split()
        return cls(mode, blob.decode(), os.fsdecode(path))

    @property
    def is_document(self) -> bool:
        """Whether it is a YAML or JSON file with a name that is safe to write on every system."""
        name = PurePosixPath(self.path).name
        return self.mode in _FILE_MODES and name.lower().endswith(_SUFFIXES) and not re.search(r"[\\:]", name)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  no shell; refs that look like options are refused
            ["git", "--no-pager", "-C", str(folder), *arguments],  # noqa: S607  the user's own Git
            input=given,
            capture_output=True,
            check=False,
            env={name: value for name, value in os.environ.items() if name not in _OF_THE_CALLER} | _QUIET,
        )
    except FileNotFoundError:
        raise MissingLibrary(
            "Git is not installed, and earlier versions are read from it", hint="install git, or name two files"
        ) from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first line of what Git complains about, without its own prefix."""
    text = done.stderr.decode(errors="replace").strip() or f"git ended with {done.returncode}"
    return text.splitlines()[0].removeprefix("fatal: ")
