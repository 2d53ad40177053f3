"""Files that people were sent to answer in and that come back. To add a format, add its line to `READERS`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.errors import InputError
from readiness.loading.files import read_bytes
from readiness.loading.returned.answers_file import ANSWERS_FILE
from readiness.loading.returned.base import Misread, Reader, Returned, ReturnedAnswer, ReturnedFact
from readiness.loading.returned.digest import form_digest, is_of_another_text
from readiness.loading.returned.form import FORM_FILE
from readiness.loading.returned.submissions import is_submissions, read_submissions
from readiness.loading.returned.workbook.reader import WORKBOOK

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = [
    "READERS",
    "Misread",
    "Reader",
    "Returned",
    "ReturnedAnswer",
    "ReturnedFact",
    "all_returned",
    "form_digest",
    "is_of_another_text",
    "read_returned",
]

READERS: tuple[Reader, ...] = (ANSWERS_FILE, WORKBOOK, FORM_FILE)
"""How each format is read; the first one that says a file is its own reads it."""


def all_returned(file: str, library: Library) -> tuple[Returned, ...]:
    """Return what a file says: a table of submissions has one part for each row, any other file is one.

    Raises:
        InputError: as `read_returned`.
    """
    if is_submissions(file):
        return read_submissions(file, read_bytes(file), library)
    return (read_returned(file, library),)


def read_returned(file: str, library: Library) -> Returned:
    """Return what a file that came back says.

    Args:
        file: Its name.
        library: Where frameworks are found.

    Raises:
        InputError: it cannot be read, or is not one that comes back.
    """
    content = read_bytes(file)
    reader = next((one for one in READERS if one.reads(file, content)), None)
    if reader is None:
        raise InputError(
            f"{file} is not a file that comes back", hint="an assessment file in YAML, a form, or submissions as CSV"
        )
    return reader.read(file, content, library)
