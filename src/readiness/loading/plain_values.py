"""Compares plain values that say the same in different words: `3` and `3.0`, a day and its text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from readiness.model.base import clean

__all__ = ["comparable"]


def comparable(value: Any) -> Any:
    """Return plain values so that `==` tells whether two say the same.

    Numbers compare by value, days by their text, texts without what no document keeps; a key without a value is none.
    """
    match value:
        case None | bool():
            return value
        case Mapping():
            return {str(key): comparable(one) for key, one in value.items() if one is not None}
        case list() | tuple():
            return tuple(comparable(one) for one in value)
        case int() | float() | Decimal() | Fraction():
            return _Number(Fraction(str(value)) if isinstance(value, float) else Fraction(value))
        case date():
            return value.isoformat()
        case _:
            return clean(value)


class _Number(Fraction):
    """A number that equals no truth value."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return not isinstance(other, bool) and super().__eq__(other)

    __hash__ = Fraction.__hash__
