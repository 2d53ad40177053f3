"""Numbers as people read them. Rounding never carries a number across a line that matters."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

from readiness.model.direction import Direction
from readiness.report.wording import gettext, ngettext, pgettext

__all__ = [
    "alpha_text",
    "days_range_text",
    "decimal_text",
    "gain_text",
    "gap_text",
    "integer_text",
    "money_at_least_text",
    "money_range_text",
    "money_shown",
    "money_text",
    "net_range_text",
    "percent_text",
    "ratio_text",
    "rounded",
    "score_shown",
    "score_text",
]

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
_MILLION = 1_000_000
_SHOWN_DIGITS = 3


def rounded(value: Fraction, digits: int) -> Fraction:
    """Return the value rounded half up; exact, so the same on every machine."""
    unit = Fraction(1, 10**digits) if digits >= 0 else Fraction(10**-digits)
    return (value / unit + Fraction(1, 2)).__floor__() * unit


def decimal_text(value: Fraction, digits: int) -> str:
    """Return a number with that many decimals, rounded half up."""
    shown = rounded(value, digits)
    sign = "−" if shown < 0 else ""
    whole, part = divmod(abs(shown) * 10**digits, 10**digits)
    point = pgettext("between a number and its decimals", ".")
    return f"{sign}{whole}{point}{int(part):0{digits}d}" if digits else f"{sign}{whole}"


def score_text(
    value: Fraction | None, lines: Iterable[Fraction] = (), direction: Direction = Direction.BETTER, *, digits: int = 1
) -> str:
    """Return a score with one decimal, rounded as `score_shown` does; more digits tell apart what stands together."""
    if value is None:
        return gettext("no score")
    return decimal_text(score_shown(value, lines, direction, digits=digits), digits)


def score_shown(
    value: Fraction, lines: Iterable[Fraction] = (), direction: Direction = Direction.BETTER, *, digits: int = 1
) -> Fraction:
    """Return a score rounded; below a whole level or one of the lines it stays below: 2.96 is 2.9.

    Where higher is worse, above one of the lines it stays above: 2.04 is 2.1 beside a target of 2.
    """
    shown, lines, steps = rounded(value, digits), tuple(lines), 10**digits
    if any(value < line <= shown for line in (Fraction(value.__ceil__()), *lines)):
        shown = Fraction((value * steps).__floor__(), steps)
    if direction is Direction.WORSE and any(value > line >= shown for line in lines):
        shown = Fraction((value * steps).__ceil__(), steps)
    return shown


def gap_text(gap: Fraction | None) -> str:
    """Return how far a score is from its target; `met` is only ever said when it is met."""
    if gap is None:
        return ""
    if gap <= 0:
        return pgettext("of a target", "met")
    return _under(Fraction(1, 10), 1) if gap < Fraction(1, 20) else decimal_text(gap, 1)


def _under(limit: Fraction, digits: int) -> str:
    return gettext("under {number}", number=decimal_text(limit, digits))


def gain_text(gain: Fraction, direction: Direction = Direction.BETTER) -> str:
    """Return what something adds to the overall score, or takes off where higher is worse; never shown as nothing."""
    if gain <= 0:
        return "0"
    sign = direction.pick("+", "−")
    return _under(Fraction(1, 100), 2) if gain < Fraction(1, 200) else f"{sign}{decimal_text(gain, 2)}"


def percent_text(part: Fraction | int, whole: Fraction | int = 1) -> str:
    """Return a share; 0% and 100% are said only when they are exact."""
    share = Fraction(part) / whole * 100 if whole else Fraction(0)
    if 0 < share < 1:
        return gettext("under 1%")
    if 99 < share < 100:  # noqa: PLR2004  per cent
        return gettext("over 99%")
    return gettext("{number}%", number=rounded(share, 0))


def integer_text(value: Fraction | int) -> str:
    """Return a whole number with separators between thousands."""
    shown = int(rounded(Fraction(value), 0))
    digits = f"{abs(shown):,}".replace(",", pgettext("between the thousands of a number", ","))
    return f"−{digits}" if shown < 0 else digits


def money_text(value: Fraction, currency: str) -> str:
    """Return an amount with at most three significant digits above a thousand: £12,300, £1.24m or −£400."""
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    shown = money_shown(value)
    if shown < 0:
        return f"−{money_text(-shown, currency)}"
    if shown < _MILLION:
        return pgettext("money", "{currency}{amount}", currency=symbol, amount=integer_text(shown))
    millions = shown / _MILLION
    digits = next(digits for digits in (0, 1, 2) if rounded(millions, 2) * 10**digits % 1 == 0)
    return pgettext("money", "{currency}{amount}m", currency=symbol, amount=decimal_text(millions, digits))


def money_at_least_text(value: Fraction, currency: str) -> str:
    """Return a need in whole units of its currency, never less than it is."""
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    return pgettext("money", "{currency}{amount}", currency=symbol, amount=integer_text(math.ceil(value)))


def money_range_text(low: Fraction, high: Fraction, currency: str) -> str:
    """Return an amount from low to high, `none` when there is none."""
    if not high:
        return pgettext("amount", "none")
    low_text, high_text = money_text(low, currency), money_text(high, currency)
    return low_text if low_text == high_text else gettext("{low} to {high}", low=low_text, high=high_text)


def net_range_text(low: Fraction, high: Fraction, currency: str) -> str:
    """Return benefits less costs from low to high; either may be below zero."""
    low_text, high_text = money_text(low, currency), money_text(high, currency)
    return low_text if low_text == high_text else gettext("{low} to {high}", low=low_text, high=high_text)


def ratio_text(ratio: Fraction | None) -> str:
    """Return benefits divided by costs with two decimals, below 1 never as 1; None: there is no cost."""
    if ratio is None:
        return pgettext("benefit-cost ratio", "no cost")
    shown = rounded(ratio, 2)
    return decimal_text(min(shown, Fraction(99, 100)) if ratio < 1 else shown, 2)


def days_range_text(low: Fraction, high: Fraction) -> str:
    """Return an effort from low to high in days, `none` when there is none."""
    if not high:
        return pgettext("amount", "none")
    low_text, high_text, days = integer_text(low), integer_text(high), int(rounded(high, 0))
    if low_text == high_text:
        return ngettext("{days} day", "{days} days", days, days=high_text)
    return ngettext("{low} to {high} day", "{low} to {high} days", days, low=low_text, high=high_text)


def money_shown(value: Fraction) -> Fraction:
    """Return an amount with at most three significant digits above a thousand."""
    digits = len(str(int(abs(value))))
    return rounded(value, min(0, _SHOWN_DIGITS - digits) if digits > _SHOWN_DIGITS + 1 else 0)


def alpha_text(alpha: float) -> str:
    """Return an alpha with three decimals, cut rather than rounded: 0.6668 is 0.666, which is below 0.667."""
    return decimal_text(Fraction(round(alpha * 10_000) // 10, 1000), 3)
