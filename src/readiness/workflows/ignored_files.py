"""What Git ignores: the patterns of .gitignore files and of .git/info/exclude."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["IgnoredFiles", "repository_of"]

_REPOSITORY = ".git"
_OWN_PATTERNS = ".gitignore"


def repository_of(folder: Path) -> Path | None:
    """Return the top of the Git repository that holds a folder, if one does."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100  a link to a folder stays where it stands
    return next((one for one in (here, *here.parents) if (one / _REPOSITORY).exists()), None)


@dataclass(frozen=True)
class IgnoredFiles:
    """The patterns that hold in a folder, each with the folder that it is relative to; the nearest come last."""

    patterns: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    @classmethod
    def above(cls, folder: Path) -> IgnoredFiles:
        """Return what holds in a folder because of those above it; nothing when they ignore the folder itself.

        Whoever names an ignored folder wants what is in it.
        """
        top = repository_of(folder)
        if top is None:
            return cls()
        here = Path(os.path.abspath(folder))  # noqa: PTH100
        found = _with(cls(), top, top / _REPOSITORY / "info" / "exclude")
        for one in reversed([parent for parent in here.parents if parent.is_relative_to(top)]):
            if found.has(one, is_folder=True):
                return cls()
            found = found.within(one)
        return cls() if found.has(here, is_folder=True) else found

    def within(self, folder: Path) -> IgnoredFiles:
        """Return what holds in a folder, its own patterns included."""
        return _with(self, folder, folder / _OWN_PATTERNS)

    def has(self, path: Path, *, is_folder: bool = False) -> bool:
        """Tell whether a file or folder is ignored: the last pattern of the nearest list that knows it decides."""
        if not self.patterns:
            return False
        here = os.path.abspath(path)  # noqa: PTH100
        for base, spec in reversed(self.patterns):
            if here == str(base):
                continue
            relative = os.path.relpath(here, base).replace(os.sep, "/")
            decided = spec.check_file(f"{relative}/" if is_folder else relative).include
            if decided is not None:
                return decided
        return False


def _with(known: IgnoredFiles, base: Path, file: Path) -> IgnoredFiles:
    """Return more patterns, those of a file if it exists."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return known
    return IgnoredFiles((*known.patterns, (Path(os.path.abspath(base)), _spec_of(lines))))  # noqa: PTH100


def _spec_of(lines: Sequence[str]) -> GitIgnoreSpec:
    """Return the patterns of a list. A line that is no pattern matches nothing, as in Git."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        return GitIgnoreSpec.from_lines([line for line in lines if _is_pattern(line)])


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
