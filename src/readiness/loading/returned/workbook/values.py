"""What people write into cells: texts, numbers, days and choices, in whatever way their program and country write them.

Each reader returns a plain value, None for an empty cell, or raises `Unreadable` with what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from readiness.errors import nearest
from readiness.loading.returned.workbook.layout import NO, YES
from readiness.loading.returned.workbook.sheets import Value

__all__ = ["Choices", "Unreadable", "choice_in", "day_in", "folded_choices", "number_in", "plain", "same", "text_in"]

Choices = Mapping[str, str]
"""What can be chosen: texts, as `_folded` leaves them, to what they stand for."""

_FORMULA, _ERROR = "f", "e"
_LONGEST, _QUOTED = 20_000, 40
_LOST = re.compile("x005F_|[\ufffe\uffff]")
"""What workbooks do not keep of a text: two signs that XML does not have, and the mark before what looks escaped."""
_SAFE_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; more are noise."""
_PERCENT = 100
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f']+")
_PLAIN = re.compile(r"[-+]?\d{1,40}(\.\d{1,40})?", re.ASCII)
_POINT_OR_THOUSAND = re.compile(r"([-+]?[1-9]\d{0,2})[.,](\d{3})", re.ASCII)
_GROUPED = {mark: re.compile(rf"[-+]?\d{{1,3}}([{mark}]\d{{3}})+", re.ASCII) for mark in ".,"}
"""Thousands, by what stands between them."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_WRITTEN = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_MONTHS = 12
_LEVEL = re.compile(r"(?:[^\d\W]+ )?(-?\d+)(?:\.0+)?")
"""The number of a level alone, or with a word such as level before it."""
_SHORTEST = 3
"""Letters of the beginning of a text that stand for the whole."""
_FIRST_SERIAL, _LAST_SERIAL = 61, 401_768
"""The days from March 1900 to the end of 2999 as spreadsheets count them."""
_SUCH_AS = "write it as 2026-11-20"


class Unreadable(Exception):
    """A cell does not say what it should."""

    def __init__(self, message: str, help_: str = "") -> None:
        """Keep what is wrong, and what would work."""
        super().__init__(message)
        self.help = help_


def text_in(cell: Value) -> str | None:
    """Return the text of a cell, whatever it begins with; formulas are never evaluated, and refused."""
    if cell.kind == _FORMULA:
        raise Unreadable("it holds a formula", "write the text or the number itself")
    if cell.kind == _ERROR:
        raise Unreadable(f"it holds the error {_quoted(cell.value)}", "write what belongs there")
    match cell.value:
        case None:
            return None
        case bool():
            text = YES if cell.value else NO
        case float() | int():
            text = str(_decimal(cell.value))
        case datetime() | date():
            text = cell.value.isoformat()[:10]
        case _:
            text = str(cell.value)
    if len(text) > _LONGEST:
        raise Unreadable(f"it is longer than {_LONGEST:,} characters")
    return text if text.strip() else None


def choice_in(cell: Value, choices: Choices) -> str | None:
    """Return what the text of a cell stands for: a text of the list, its id, or the number of its level."""
    text = text_in(cell)
    if text is None:
        return None
    wanted, codes = _folded(text), {code.casefold(): code for code in choices.values()}
    if (wanted in choices) or (wanted in codes):
        return choices.get(wanted) or codes[wanted]
    level = _LEVEL.fullmatch(wanted)
    if level and level[1] in codes:
        return codes[level[1]]
    begun = {code for one, code in choices.items() if len(wanted) >= _SHORTEST and one.startswith(wanted)}
    if len(begun) == 1:
        return begun.pop()
    close = nearest(wanted, list(choices))
    advice = f"did you mean {_quoted(close)}?" if close else "choose one of the list"
    raise Unreadable(f"{_quoted(text)} is not in the list", advice)


def folded_choices(pairs: Mapping[str, str]) -> Choices:
    """Return choices by their texts as they are compared."""
    return {_folded(text): code for text, code in pairs.items()}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def number_in(cell: Value, unit: str = "") -> int | Decimal | None:
    """Return a number; as a text it may have a decimal comma, spaces between thousands, and the unit behind it."""
    value = cell.value
    if isinstance(value, Decimal):
        return plain(value)
    if cell.kind != _FORMULA and isinstance(value, int | float) and not isinstance(value, bool):
        shown_as_percent = "%" in cell.form and unit.strip().startswith("%")
        return plain(_decimal(value) * (_PERCENT if shown_as_percent else 1))
    text = text_in(cell)
    if text is None:
        return None
    bare = _SPACES.sub("", text.strip().removesuffix(unit) if unit else text)
    bare = bare.removesuffix("%") if unit.strip().startswith("%") else bare
    return plain(_written_number(bare, text))


def _written_number(bare: str, text: str) -> Decimal:
    unclear = _POINT_OR_THOUSAND.fullmatch(bare)
    if unclear:
        whole, part = unclear.groups()
        raise Unreadable(f"{_quoted(text)} can be read in two ways", f"write {whole}{part} or {whole}.{part}0")
    last = max(bare.rfind(","), bare.rfind("."))
    whole, mark, part = bare[: max(last, 0)], bare[last : last + 1] if last >= 0 else "", bare[last + 1 :]
    other = "." if mark == "," else ","
    if mark and mark in whole:
        whole, mark, part = ("", "", bare.replace(mark, "")) if _GROUPED[mark].fullmatch(bare) else (whole, mark, part)
    elif mark and _GROUPED[other].fullmatch(whole):
        whole = whole.replace(other, "")
    plain = f"{whole}{'.' if mark else ''}{part}"
    if not _PLAIN.fullmatch(plain):
        raise Unreadable(f"{_quoted(text)} is not a number", "write a number such as 12.5")
    return Decimal(plain)


def _decimal(value: float) -> Decimal:
    """Return a number of a spreadsheet without the noise behind its last safe digit."""
    return Decimal(f"{value:.{_SAFE_DIGITS}g}")


def plain(value: Decimal) -> int | Decimal:
    """Return a number as assessment files have it."""
    return int(value) if value == value.to_integral_value() else value


def day_in(cell: Value, first_day: datetime) -> str | None:
    """Return a day as 2026-11-20.

    Args:
        cell: A day, its number as spreadsheets count, or a text.
        first_day: The day from which the workbook counts.
    """
    value = cell.value
    if cell.kind != _FORMULA and isinstance(value, datetime | date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if cell.kind != _FORMULA and isinstance(value, int | float) and not isinstance(value, bool):
        if not _FIRST_SERIAL <= value < _LAST_SERIAL:
            raise Unreadable(f"{value:g} is not a day", _SUCH_AS)
        return (first_day + timedelta(days=int(value))).date().isoformat()
    if isinstance(value, time | timedelta):
        raise Unreadable("it holds a time of day", _SUCH_AS)
    text = text_in(cell)
    return None if text is None else _written_day(text.strip())


def _written_day(text: str) -> str:
    iso, written = _ISO.fullmatch(text), _WRITTEN.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), text)
    if written is None:
        raise Unreadable(f"{_quoted(text)} is not a day", _SUCH_AS)
    one, other, year = int(written[1]), int(written[3]), int(written[4])
    if written[2] == "." or one == other or one > _MONTHS:
        return _day(year, other, one, text)
    if other > _MONTHS:
        return _day(year, one, other, text)
    advice = f"write it as {year:04}-{other:02}-{one:02} or {year:04}-{one:02}-{other:02}"
    raise Unreadable(f"{_quoted(text)} can be read as two days", advice)


def _day(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Unreadable(f"{_quoted(text)} is not a day", _SUCH_AS) from None


def same(one: Any, other: Any) -> bool:
    """Tell whether two plain values say the same; spreadsheet programs change white space and the ends of lines."""
    return bool(_normal(one) == _normal(other))


def _normal(value: Any) -> Any:
    match value:
        case str():
            kept = _LOST.sub("", value)
            return "\n".join(line.rstrip() for line in kept.splitlines()).strip()
        case Mapping():
            return {key: _normal(one) for key, one in value.items()}
        case _:
            return value


def _quoted(text: object) -> str:
    shown = " ".join(str(text).split())
    return repr(shown if len(shown) <= _QUOTED else f"{shown[: _QUOTED - 1]}…")
