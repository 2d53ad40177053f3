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

__all__ = ["Repository", "Revision"]

_SUFFIXES = (".yaml", ".yml")
_FILE_MODES = frozenset({b"100644", b"100755"})
"""Plain files: a link in a tree holds a path, not a document."""
_QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""English messages, no locks, no questions, no network."""


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
        """Tell whether the commit has a file; the path is relative to the top, with slashes."""
        return any(entry.path == path and entry.mode in _FILE_MODES for entry in self._entries(path))

    def naming(self, framework_id: str) -> tuple[str, ...]:
        """Return the YAML files of the commit with a line that gives a framework this id, sorted."""
        line = f"^id:[[:space:]]*[\"']?{framework_id.replace('.', '[.]')}[\"']?[[:space:]]*(#.*)?$"
        patterns = [f"*{suffix}" for suffix in _SUFFIXES]
        found = _git(self.top, "grep", "-l", "-z", "-I", "-E", "-e", line, self.commit, "--", *patterns)
        names = (os.fsdecode(name) for name in found.stdout.split(b"\0") if name)
        return tuple(sorted(name.removeprefix(f"{self.commit}:") for name in names))

    @contextmanager
    def unpacked(self, folder: str) -> Iterator[Path]:
        """Yield a copy of the YAML files of a folder and its folder frameworks, which is removed at the end."""
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
        listed = _git(self.top, "ls-tree", "-z", "--full-tree", self.commit, "--", *([path] if path else []))
        return [_Entry.of(line) for line in listed.stdout.split(b"\0") if line]

    def _contents(self, entries: Sequence[_Entry]) -> Iterator[bytes]:
        wanted = "".join(f"{entry.blob}\n" for entry in entries).encode()
        told = _git(self.top, "cat-file", "--batch", given=wanted)
        rest = told.stdout
        for entry in entries:
            heading, _, rest = rest.partition(b"\n")
            if heading.endswith(b" missing"):
                raise InputError(f"{self.name}:{entry.path} is not in this clone", hint="fetch the whole history first")
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
        """Whether it is a YAML file with a name that is safe to write on every system."""
        return self.mode in _FILE_MODES and self.path.endswith(_SUFFIXES) and not re.search(r"[\\:]", self.path)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  no shell; refs that look like options are refused
            ["git", "--no-pager", "-C", str(folder), *arguments],  # noqa: S607  the user's own Git
            input=given,
            capture_output=True,
            check=False,
            env=os.environ | _QUIET,
        )
    except FileNotFoundError:
        raise MissingLibrary(
            "Git is not installed, and earlier versions are read from it", hint="install git, or name two files"
        ) from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first line of what Git complains about, without its own prefix."""
    text = done.stderr.decode(errors="replace").strip() or f"git ended with {done.returncode}"
    return text.splitlines()[0].removeprefix("fatal: ")
