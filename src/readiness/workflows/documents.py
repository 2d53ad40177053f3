"""Finds the documents that paths on the command line stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from readiness.errors import InputError
from readiness.loading.files import STDIN, YAML_SUFFIXES, is_document
from readiness.workflows.ignored_files import IgnoredFiles

__all__ = ["find_documents"]

_SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules"})
_VIRTUAL_ENVIRONMENT = "pyvenv.cfg"
"""What marks a folder as one of Python's virtual environments, whatever its name."""
_SNIFFED = 65_536


def find_documents(paths: Sequence[str]) -> list[str]:
    """Return every file that the paths name, each once: first path first, and by name within a folder.

    A file that is named is taken whatever it holds. A pattern that the shell left alone is expanded as a shell would.
    Folders are searched for frameworks and assessments: not in hidden folders and those of tools, not what Git
    ignores, not through symbolic links to folders.

    Raises:
        InputError: a pattern matches nothing, or a folder holds no document or cannot be searched.
    """
    found: dict[str, str] = {}
    for path in paths:
        for file in _documents_at(path):
            found.setdefault(file if file == STDIN else os.path.realpath(file), file)
    return list(found.values())


def _documents_at(path: str) -> Iterable[str]:
    if path == STDIN or Path(path).is_file():
        return (path,)
    if Path(path).is_dir():
        return _documents_in(path)
    if has_magic(path) and not os.path.lexists(path):
        return _documents_like(path)
    return (path,)


def _documents_like(pattern: str) -> Iterator[str]:
    """Yield what a pattern matches; `**` stands for any number of folders, whose files are matched anyway."""
    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207  Path.glob takes hidden files too
    if not matches:
        raise InputError(f"no file matches {pattern}", hint="** stands for any number of folders")
    for match in matches:
        if not Path(match).is_dir():
            yield match
        elif "**" not in pattern:
            yield from _documents_in(match)


def _documents_in(folder: str) -> list[str]:
    files = sorted(_yaml_files(folder, IgnoredFiles.above(Path(folder))))
    found = [file for file in files if _is_document(file)]
    if found:
        return found
    what = "no YAML files" if not files else "YAML files, and none of them is a framework or an assessment"
    raise InputError(f"{folder} holds {what}", hint="name a file, or a folder of frameworks or assessments")


def _yaml_files(folder: str, ignored: IgnoredFiles) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        raise InputError(f"{folder} cannot be searched: {error.strerror}") from None
    ignored = ignored.within(Path(folder))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if _is_searched(entry) and not ignored.has(Path(entry.path), is_folder=True):
                yield from _yaml_files(entry.path, ignored)
        elif entry.name.lower().endswith(YAML_SUFFIXES) and _is_file(entry) and not ignored.has(Path(entry.path)):
            yield str(Path(entry.path))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file; a link that leads back to itself is kept, so that reading it says why."""
    try:
        return entry.is_file()
    except OSError:
        return True


def _is_searched(entry: os.DirEntry[str]) -> bool:
    is_hidden = entry.name.startswith(".")
    return not is_hidden and entry.name not in _SKIPPED_FOLDERS and not Path(entry.path, _VIRTUAL_ENVIRONMENT).exists()


def _is_document(file: str) -> bool:
    """Tell whether a file is one of ours; one that cannot be opened is kept, so that reading it says why."""
    try:
        with Path(file).open("rb") as stream:
            return is_document(stream.read(_SNIFFED))
    except OSError:
        return True
