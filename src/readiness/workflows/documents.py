"""Finds the documents that paths on the command line stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from readiness.errors import InputError
from readiness.loading.files import STDIN

__all__ = ["find_documents"]


def find_documents(paths: Sequence[str]) -> Iterator[str]:
    """Yield every file that the paths name; folders are searched for YAML files.

    Raises:
        InputError: a folder holds no YAML files.
    """
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            yield path
            continue
        found = sorted(
            str(file) for suffix in ("*.yaml", "*.yml") for file in Path(path).rglob(suffix) if file.is_file()
        )
        if not found:
            raise InputError(
                f"{path} holds no YAML files", hint="name a file, or a folder of frameworks or assessments"
            )
        yield from found
