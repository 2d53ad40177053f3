"""Opens a workbook that came back, within limits, and finds its sheets and columns by their keys."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness.errors import InputError
from readiness.loading.returned.workbook.layout import ANSWERS, CODE, EVIDENCE, LIST, META, README

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["Sheet", "Value", "open_sheets"]

_MOST_BYTES = 200_000_000
"""Of everything in the file, unpacked; a workbook of 1,000 questions has 5 MB."""
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 20_000, 4_000, 50
_KEYS_WITHIN = 50
"""Rows above the keys that somebody may have put in."""
_KINDS = (ANSWERS, EVIDENCE, README, META, LIST)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the old format begin, and those that only a password opens."""
_MACROS, _LINKS = "xl/vbaProject.bin", "xl/externalLinks/"


class Value(NamedTuple):
    """What stands in a cell."""

    value: Any
    """Text, number, truth value, day or nothing, as openpyxl reads it."""
    place: str
    """The sheet and the cell, such as Answers!D14."""
    kind: str = "n"
    """What openpyxl calls its type: f is a formula, e an error."""
    form: str = "General"
    """How the program shows it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose columns have been found."""

    title: str
    columns: tuple[str, ...]
    """The keys that it has."""
    rows: tuple[Mapping[str, Value], ...]
    """Rows with something in them, by the keys of the columns."""
    more: Mapping[str, tuple[str, ...]]
    """Of the hidden sheet: for each key all texts of its row."""


def open_sheets(file: str, content: bytes) -> tuple[Mapping[str, list[Sheet]], Any]:
    """Return the sheets by what their keys begin with, and the day from which the workbook counts days.

    Raises:
        InputError: it is no workbook, is too large, or holds macros or links to other files.
    """
    _check(file, content)
    book = _opened(file, content)
    found: dict[str, list[Sheet]] = {}
    for title in book.sheetnames[:_MOST_SHEETS]:
        one = book[title]
        if not hasattr(one, "iter_rows"):
            continue  # a chart on a sheet of its own
        kind, sheet = _sheet(file, one)
        if sheet:
            found.setdefault(kind, []).append(sheet)
    return found, book.epoch


def _check(file: str, content: bytes) -> None:
    if content.startswith(_OLD_OR_LOCKED):
        raise InputError(
            f"{file} is locked with a password, or in the old format .xls", hint="save it as .xlsx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError):
        raise InputError(f"{file} is no workbook that can be read", hint="save it as .xlsx again") from None
    names = [part.filename for part in parts]
    if sum(part.file_size for part in parts) > _MOST_BYTES:
        raise InputError(f"{file} is larger than {_MOST_BYTES // 1_000_000} MB when it is unpacked")
    if _MACROS in names:
        raise InputError(f"{file} holds macros", hint="save it as .xlsx, which has none")
    if any(name.startswith(_LINKS) for name in names):
        raise InputError(f"{file} holds links to other workbooks", hint="break the links and save it again")


def _opened(file: str, content: bytes) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep, nobody here wants
            return load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    except Exception as error:
        raise _broken(file) from error


def _broken(file: str) -> InputError:
    return InputError(f"{file} is no workbook that can be read", hint="open it and save it as .xlsx again")


def _sheet(file: str, sheet: ReadOnlyWorksheet) -> tuple[str, Sheet | None]:
    """Return what kind of sheet one is and what it says; nothing for one that is not of ours."""
    columns: dict[int, str] = {}
    kind, rows, more = "", list[Mapping[str, Value]](), dict[str, tuple[str, ...]]()
    for number, cells in enumerate(_rows(file, sheet), 1):
        if not columns:
            columns = _keys(cells)
            kind = next((one for key in columns.values() for one in _KINDS if key.startswith(one)), "")
            if number > _KEYS_WITHIN:
                break
            continue
        row = {key: _value(sheet.title, number, at, cells[at]) for at, key in columns.items() if at < len(cells)}
        if any(one.value is not None for one in row.values()):
            rows.append(row)
        if kind == META:
            texts = [str(cell.value) for cell in cells if cell.value is not None]
            more |= {texts[0]: tuple(texts[1:])} if texts else {}
        if len(rows) > _MOST_ROWS:
            raise InputError(f"{file}: the sheet {sheet.title} has more than {_MOST_ROWS:,} rows")
    said = rows[1:] if kind in {ANSWERS, EVIDENCE} else rows  # headings come first
    return kind, Sheet(sheet.title, tuple(columns.values()), tuple(said), more) if columns else None


def _rows(file: str, sheet: ReadOnlyWorksheet) -> Iterator[Sequence[Any]]:
    try:
        yield from sheet.iter_rows(max_col=_MOST_COLUMNS)
    except InputError:
        raise
    except Exception as error:
        raise _broken(file) from error


def _keys(cells: Sequence[Any]) -> dict[int, str]:
    """Return the keys of columns by their places, if this row has any."""
    texts = ((at, cell.value.strip()) for at, cell in enumerate(cells) if isinstance(cell.value, str))
    return {at: text for at, text in texts if text.startswith((*_KINDS, CODE))}


def _value(title: str, row: int, at: int, cell: Any) -> Value:
    from openpyxl.utils import get_column_letter

    place = f"{title}!{get_column_letter(at + 1)}{row}"
    return (
        Value(cell.value, place, cell.data_type, cell.number_format) if cell.value is not None else Value(None, place)
    )
