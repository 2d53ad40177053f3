"""Weeks from the start of a plan as days, and back: thirteen weeks are one quarter, however many days it has."""

from __future__ import annotations

import math
from datetime import date, timedelta

from readiness.roadmap.quarters import WEEKS_A_QUARTER, quarter_days, quarter_of

__all__ = ["day_after", "weeks_until"]

_FURTHEST = 4_000
"""Quarters. Whatever takes longer is said to end after a thousand years: the calendar has no more."""
_NOISE = 1e-9


def day_after(starts: date, weeks: float) -> date:
    """Return the last of the days that so many weeks from the start of a plan take; the first day if there are none."""
    quarters = min(weeks / WEEKS_A_QUARTER, _FURTHEST)
    index = max(_ceil(quarters) - 1, 0)
    first, last = quarter_days(starts, index)
    days = _ceil((quarters - index) * ((last - first).days + 1))
    return first + timedelta(days=max(days - 1, 0))


def _ceil(value: float) -> int:
    """Round up, but for the noise of the arithmetic."""
    return math.ceil(value - _NOISE)


def weeks_until(starts: date, day: date) -> float:
    """Return the weeks from the start of a plan to the end of a day; below 0 for a day before the plan."""
    index = quarter_of(starts, day)
    if index < 0:
        return -1.0
    first, last = quarter_days(starts, index)
    return WEEKS_A_QUARTER * (index + ((day - first).days + 1) / ((last - first).days + 1))
