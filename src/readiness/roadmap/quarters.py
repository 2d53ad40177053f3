"""The quarters of a plan: their days, counted from the day on which it starts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

__all__ = [
    "QUARTERS_A_YEAR",
    "WEEKS_A_QUARTER",
    "first_quarter_after",
    "quarter_days",
    "quarter_of",
    "quarters_ended",
]

QUARTERS_A_YEAR = 4
WEEKS_A_QUARTER = 13


def first_quarter_after(day: date) -> date:
    """Return the first day of the calendar quarter that begins after a day."""
    return _months_on(date(day.year, day.month, 1), 3 - (day.month - 1) % 3)


def quarter_days(starts: date, index: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter of the plan, counted from 0."""
    return _months_on(starts, 3 * index), _months_on(starts, 3 * index + 3) - timedelta(days=1)


def quarter_of(starts: date, day: date) -> int:
    """Return the quarter of the plan in which a day lies, counted from 0; -1 for every day before the plan."""
    if day < starts:
        return -1
    months = 12 * (day.year - starts.year) + day.month - starts.month
    guess = months // 3
    return guess if quarter_days(starts, guess)[0] <= day else guess - 1


def quarters_ended(starts: date, day: date) -> int:
    """Return how many quarters of the plan have ended when a day is over; -1 where the plan has not begun."""
    return quarter_of(starts, day + timedelta(days=1))


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
