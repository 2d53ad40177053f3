"""Comma-separated values: the register as a spreadsheet opens it, and what all CSV files here have in common."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from readiness.report.numbers import rounded
from readiness.report.register.columns import columns_of
from readiness.report.register.lines import Register
from readiness.report.sheets import SIGNS, Cell

__all__ = ["SIGNS", "guarded", "register_csv", "separated"]

_WOULD_BE_FORMULA = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?=\s*[{SIGNS}])")
"""At the beginning, and after what a spreadsheet set to another country takes for the end of a cell."""
_DECIMALS = 2


def register_csv(register: Register) -> bytes:
    """Return the register; it begins with a byte order mark, without which Excel does not read it as UTF-8."""
    columns = columns_of(register)
    rows = [[_text(column.cell(line)) for column in columns] for line in register.lines]
    return separated([column.heading for column in columns], rows, mark=True)


def separated(headings: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = False) -> bytes:
    """Return rows as RFC 4180 has them, every cell in quotation marks and none of them a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig" if mark else "utf-8")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, with an apostrophe where one would."""
    return _WOULD_BE_FORMULA.sub("'", text)


def _text(cell: Cell) -> str:
    match cell:
        case date():
            return cell.isoformat()
        case Fraction():
            return f"{float(rounded(cell, _DECIMALS)):.{_DECIMALS}f}".rstrip("0").rstrip(".")
        case None:
            return ""
        case _:
            return cell
