"""What ODK Central and KoboToolbox export of an XLSForm: a table with one row for each person who answered."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import InputError
from readiness.loading.returned.base import Misread, Returned
from readiness.loading.returned.fields import FRAMEWORK, Kind
from readiness.loading.returned.submission import Submission

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = ["is_submissions", "read_submissions"]

_FIELD = re.compile(rf"(?:^|[/:.\-])((?:{'|'.join(Kind)}|readiness)_\w+)(?:/(.+))?", re.ASCII)
"""A column: the field behind its groups, and the choice of which it says whether it was ticked."""
_EXPORT = "export the submissions as CSV with the names of fields, not their labels (in KoboToolbox: XML values)"


def is_submissions(file: str) -> bool:
    """Tell whether a file, by its name, is a table of submissions."""
    return Path(file).suffix.lower() == ".csv"


def read_submissions(file: str, content: bytes, library: Library) -> tuple[Returned, ...]:
    """Return what each row says; what is wrong in single cells stands in `problems`.

    Of several rows each is called after its line, such as answers.csv#3.

    Raises:
        InputError: it is no export of one of our forms, or its framework is not there.
    """
    columns, rows = _table(file, content)
    if not rows:
        raise InputError(f"{file} holds no submissions", hint=_EXPORT)
    return tuple(
        _submission(file if len(rows) == 1 else f"{file}#{line}", line, columns, row).returned(library)
        for line, row in rows
    )


def _table(file: str, content: bytes) -> tuple[Sequence[tuple[str, str]], list[tuple[int, list[str]]]]:
    """Return the field and the choice of each column, and each row with its line."""
    try:
        text = content.decode("utf-8-sig")
        heading = text.partition("\n")[0]
        reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=heading.count), strict=True)
        lines = [(reader.line_num, row) for row in reader if any(row)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{file} cannot be read as CSV: {error}", hint=_EXPORT) from error
    columns = [_FIELD.search(one) for one in lines[0][1]] if lines else []
    named = [(one[1], one[2] or "") if one else ("", "") for one in columns]
    if (FRAMEWORK, "") not in named:
        raise InputError(f"{file} is no table of answers to a form of `readiness questionnaire`", hint=_EXPORT)
    twice = next((name for name in named if name[0] and named.count(name) > 1), None)
    if twice:
        raise InputError(f"{file}: the column {twice[0]} is there twice", hint=_EXPORT)
    return named, [(at, row) for at, (_, row) in enumerate(lines[1:], 2)]


def _submission(file: str, line: int, columns: Sequence[tuple[str, str]], row: Sequence[str]) -> Submission:
    found = Submission(file, dict(zip(columns, row, strict=False)), f"row {line}")
    if len(row) > len(columns):
        found.problems.append(Misread(f"row {line}", "it has more cells than the heading", _EXPORT))
    return found
