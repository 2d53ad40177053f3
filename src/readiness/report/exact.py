"""Exact numbers, written so that a pocket calculator can check them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

__all__ = ["DECIMALS", "about", "exact_column", "exact_text", "exactly"]

DECIMALS = 4
"""Of a number in JSON, where it stands beside the exact one."""

_MOST_DIGITS = 6
_LARGEST_DENOMINATOR = 99_999
_MOST_DIGITS_OF_A_ROOT = 12


def exact_text(value: Fraction) -> str:
    """Return a number without loss: 2.75, or 8/3 where the decimals do not end soon.

    Of a denominator with more than twelve digits, which only roots and products of many weights have, nothing could be
    read: the number is then cut after as many decimals, and a mark says so.
    """
    digits = _digits(value)
    if value.denominator > 10**_MOST_DIGITS_OF_A_ROOT:
        unit = 10**_MOST_DIGITS_OF_A_ROOT
        return f"{_decimal(Fraction(int(value * unit), unit), _MOST_DIGITS_OF_A_ROOT)}…"
    return f"{value.numerator}/{value.denominator}" if digits is None else _decimal(value, digits)


def about(value: Fraction) -> str:
    """Return a number without loss, and where that is a fraction also with two decimals."""
    if _digits(value) is not None or value.denominator > 10**_MOST_DIGITS_OF_A_ROOT:
        return exact_text(value)
    return f"{exact_text(value)} ≈ {float(value):.2f}"


def exactly(value: Fraction | None) -> dict[str, object] | None:
    """Return a number as JSON has it, as an exact fraction and as a decimal; None stays None and is never 0."""
    return None if value is None else {"exact": str(value), "value": round(float(value), DECIMALS)}


def exact_column(values: Sequence[Fraction]) -> list[str]:
    """Return numbers of which the last is the sum of the others, so that the written ones add up as well.

    They are decimals of equal length, else fractions with one denominator; where that has more than five digits,
    decimals of which some are rounded up and some down.
    """
    digits = [_digits(value) for value in values]
    common = lcm(*(value.denominator for value in values))
    if None not in digits:
        most = max((one for one in digits if one is not None), default=0)
        return [_decimal(value, most) for value in values]
    if common <= _LARGEST_DENOMINATOR:
        return [f"{int(value * common)}/{common}" for value in values]
    return [_decimal(value, _MOST_DIGITS) for value in _rounded_together(values)]


def _digits(value: Fraction) -> int | None:
    """Return how many decimals the number has, or None when they are too many."""
    return next((n for n in range(_MOST_DIGITS + 1) if 10**n % value.denominator == 0), None)


def _decimal(value: Fraction, digits: int) -> str:
    return f"{'-' if value < 0 else ''}{_unsigned(abs(value), digits)}"


def _unsigned(value: Fraction, digits: int) -> str:
    whole, part = divmod(int(value * 10**digits), 10**digits)
    return f"{whole}.{part:0{digits}d}" if digits else str(whole)


def _rounded_together(values: Sequence[Fraction]) -> list[Fraction]:
    """Return the values rounded to millionths, the parts so that they add up to the rounded sum."""
    unit = 10**_MOST_DIGITS
    *parts, total = (value * unit for value in values)
    floors = [part.__floor__() for part in parts]
    missing = round(total) - sum(floors)
    largest_first = sorted(range(len(parts)), key=lambda at: floors[at] - parts[at])
    for at in largest_first[:missing]:
        floors[at] += 1
    return [Fraction(floor, unit) for floor in [*floors, round(total)]]
