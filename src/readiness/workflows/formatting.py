"""Gives framework and assessment files the canonical layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.diagnostics import InvalidDocument
from readiness.errors import InputError, ReadinessError
from readiness.loading.files import STDIN, read_bytes
from readiness.workflows.documents import find_documents

__all__ = ["Formatted", "format_documents"]


@dataclass(frozen=True)
class Formatted:
    """One file, before and after."""

    file: str
    before: str = ""
    after: str = ""
    has_changed: bool = False
    """Whether the file was, or is to be, written anew; an unlike end of lines or a byte order mark counts too."""
    error: ReadinessError | None = None
    """Why the file stays as it is."""


def format_documents(paths: Sequence[str], *, write: bool) -> Iterator[Formatted]:
    """Yield every framework and assessment file under the paths in the canonical layout.

    A file that cannot be read or written stays as it is, and the others are still formatted.

    Args:
        paths: Files, folders, or `-` for standard input, which is never written.
        write: Whether to change the files.

    Raises:
        InputError: a path does not exist.
    """
    for file in list(find_documents(paths)):
        try:
            done = _formatted(file, read_bytes(file))
            if write and done.has_changed and file != STDIN:
                from readiness.workflows.writing import rewrite_file

                rewrite_file(Path(file), done.after.encode())
        except ReadinessError as error:
            yield Formatted(file, error=error)
        else:
            yield done


def _formatted(file: str, content: bytes) -> Formatted:
    from readiness.editing.layout import laid_out

    if file.endswith(".json"):
        raise InputError(f"{file} stays as it is: the layout is one of YAML, and the file is JSON by its name")
    text, model = _readable(file, content)
    made = laid_out(text, model)
    if made is None:
        raise InputError(
            f"{file} stays as it is: the layout would change what it says",
            hint="this is a mistake in readiness; please report it with the file",
        )
    return Formatted(file, content.decode(), made, has_changed=made.encode() != content)


def _readable(file: str, content: bytes) -> tuple[str, type]:
    """Return the text of a file and what it is.

    Raises:
        InvalidDocument: it is not plain YAML, or neither a framework nor an assessment.
    """
    from readiness.loading.document import Locator
    from readiness.loading.load import FORMATS, model_of, read_source, wrong_format

    text, source = read_source(content)
    locator = Locator(file, source.root)
    found = [locator.diagnose_problem(problem) for problem in source.problems]
    named = source.value.get("readiness") if isinstance(source.value, dict) else None
    if isinstance(named, str) and named in FORMATS and not found:
        return text, model_of(source.value, named)
    if not found and (wrong := wrong_format(source.value, "framework/1")):
        found = [locator.diagnose(wrong)]
    raise InvalidDocument(f"{file} stays as it is", diagnostics=tuple(found), text=text)
