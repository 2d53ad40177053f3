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
from readiness.loading.returned.survey_results import is_survey_result, read_survey_results
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
]

READERS: tuple[Reader, ...] = (ANSWERS_FILE, WORKBOOK, FORM_FILE)
"""How each format is read; the first one that says a file is its own reads it."""


def all_returned(file: str, library: Library) -> tuple[Returned, ...]:
    """Return what a file says: what a server holds has one part for each person, any other file is one.

    Args:
        file: Its name.
        library: Where frameworks are found.

    Raises:
        InputError: it cannot be read, or is not one that comes back.
    """
    content = read_bytes(file)
    if is_submissions(file):
        return read_submissions(file, content, library)
    if is_survey_result(file, content):
        return read_survey_results(file, content, library)
    reader = next((one for one in READERS if one.reads(file, content)), None)
    if reader is None:
        known = "an assessment file in YAML, a form, or submissions as CSV or JSON"
        raise InputError(f"{file} is not a file that comes back", hint=known)
    return (reader.read(file, content, library),)
