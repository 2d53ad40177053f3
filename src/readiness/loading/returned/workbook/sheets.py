"""Opens a workbook that came back, within limits, and finds its sheets and columns by their keys."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness.errors import InputError
from readiness.loading.returned.workbook.layout import ANSWERS, CODE, EVIDENCE, LIST, META, README

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["Sheet", "Value", "open_sheets"]

_MOST_BYTES = 100_000_000
"""Of everything in the file, unpacked; a workbook of 1,000 questions has 5 MB."""
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 10_000, 4_000, 50
_LAST_ROW = 100_000
"""Below it nobody has written anything on purpose."""
_WIDTH_OF_META = 100
"""Cells that the longest baseline of an answer may take."""
_KEYS_WITHIN = 50
"""Rows above the keys that somebody may have put in."""
_KINDS = (ANSWERS, EVIDENCE, README, META, LIST)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the old format begin, and those that only a password opens."""
_DECLARES = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C")
"""How XML begins that declares entities, in any of its encodings; no spreadsheet program writes that."""
_XML = (".xml", ".rels", ".vml")
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
            _check_parts(file, packed)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError):
        raise _broken(file) from None


def _check_parts(file: str, packed: zipfile.ZipFile) -> None:
    names = packed.namelist()
    if sum(part.file_size for part in packed.infolist()) > _MOST_BYTES:
        raise InputError(f"{file} is larger than {_MOST_BYTES // 1_000_000} MB when it is unpacked")
    if any(_DECLARES.search(packed.read(name)) for name in names if name.endswith(_XML)):
        raise _broken(file)
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
    first = enumerate(_rows(file, sheet, 1, _KEYS_WITHIN, _MOST_COLUMNS), 1)
    number, columns = next(((number, keys) for number, cells in first if (keys := _keys(cells))), (0, {}))
    kind = next((one for key in columns.values() for one in _KINDS if key.startswith(one)), "")
    if not kind:
        return "", None
    rows, more = list[Mapping[str, Value]](), dict[str, tuple[str, ...]]()
    width = _WIDTH_OF_META if kind == META else max(columns) + 1
    for at_row, cells in enumerate(_rows(file, sheet, number + 1, _LAST_ROW, width), number + 1):
        if all(cell.value is None for cell in cells):
            continue
        rows.append({key: _value(sheet.title, at_row, at, cells[at]) for at, key in columns.items() if at < len(cells)})
        if kind == META:
            key, *texts = (str(cell.value) for cell in cells if cell.value is not None)
            more[key] = tuple(texts)
        if len(rows) > _MOST_ROWS:
            raise InputError(f"{file}: the sheet {sheet.title} has more than {_MOST_ROWS:,} rows")
    said = rows[1:] if kind in {ANSWERS, EVIDENCE} else rows  # headings come first
    return kind, Sheet(sheet.title, tuple(columns.values()), tuple(said), more)


def _rows(file: str, sheet: ReadOnlyWorksheet, first: int, last: int, width: int) -> Iterator[Sequence[Any]]:
    try:
        yield from sheet.iter_rows(min_row=first, max_row=last, max_col=width)
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
