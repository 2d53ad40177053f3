"""Plain values as they are written in a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from readiness.editing.scalars import quoted
from readiness.loading.syntax import Collection, Entry, Scalar, Value
from readiness.model.base import WrittenDecimal, WrittenInt, clean

__all__ = ["DAY", "NEVER", "key_and_value", "written_value"]

_DAYS = frozenset({"date", "dated", "on", "valid-until"})
"""Keys whose text is a day; neither they nor it need quotes: `on: 2026-11-20`."""
NEVER = 1_000
"""Deeper than any document."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day that is written without quotes."""


def key_and_value(key: str, value: object, *, flow_from: int = NEVER) -> Entry:
    """Return an entry of a mapping; its value as `written_value` has it."""
    name = _plain(key) if key in _DAYS else _text(key)
    is_day = key in _DAYS and isinstance(value, str) and DAY.fullmatch(value)
    return Entry(name, _plain(str(value)) if is_day else written_value(value, flow_from=flow_from), [])


def written_value(value: object, *, flow_from: int = NEVER) -> Value:
    """Return a plain value as something to write: texts are cleaned, keys without a value left out.

    Args:
        value: A mapping, a list, a text, a number, a truth value or a day.
        flow_from: At which depth collections begin to stand in brackets; lists without parts of their own always do.

    Raises:
        TypeError: it is none of these, or a number that no decimal text is equal to.
    """
    match value:
        case bool():
            return _plain("true" if value else "false")
        case str():
            return _text(str(clean(value)))
        case Mapping():
            entries = [
                key_and_value(str(key), one, flow_from=flow_from - 1) for key, one in value.items() if one is not None
            ]
            return Collection(is_mapping=True, is_flow=flow_from <= 0, anchor="", column=0, entries=entries)
        case Sequence():
            items = [Entry(None, written_value(one, flow_from=flow_from - 1), []) for one in value]
            is_flow = flow_from <= 0 or all(isinstance(item.value, Scalar) for item in items)
            return Collection(is_mapping=False, is_flow=is_flow, anchor="", column=0, entries=items)
        case date():
            return _plain(value.isoformat())
        case _:
            return _plain(_digits(value))


def _digits(value: Any) -> str:  # noqa: ANN401
    match value:
        case WrittenInt() | WrittenDecimal():
            return value.text
        case Fraction():
            return _digits(_decimal(value))
        case int() | float() | Decimal():
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} is no plain value")


def _decimal(value: Fraction) -> Decimal | int:
    if value.denominator == 1:
        return value.numerator
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(exact) != value:
        raise TypeError(f"{value} has no decimal text")
    return exact


def _plain(text: str) -> Scalar:
    return Scalar(text, text, "", "", 0, 0)


def _text(text: str) -> Scalar:
    """Return a text that is quoted where it has to be; one of several lines becomes a block where it can."""
    return Scalar(text if "\n" in text else quoted(text), text, '"', "", 0, 0)
