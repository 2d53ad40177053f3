"""What is different between the limits of two plans, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.model.base import Model
from readiness.model.decisions import Decision
from readiness.report.exact import exact_text
from readiness.report.numbers import integer_text
from readiness.report.words import joined, long_date
from readiness.roadmap.differences import changed_limits
from readiness.roadmap.horizons import ALL_TEAMS

if TYPE_CHECKING:
    from readiness.model.assessment import Plan
    from readiness.roadmap.differences import ChangedLimit

__all__ = ["changes_in_words"]


def changes_in_words(before: Plan, after: Plan) -> Iterator[str]:
    """Yield each limit that is different, by its key in the file, with what it is now and what it was."""
    return map(_change, changed_limits(before, after))


def _change(one: ChangedLimit) -> str:
    if one.key == "actions":
        return f"{one.of}: {_words(one.after)}"
    whose = "all teams" if one.of == ALL_TEAMS else one.of
    name = f"{one.key} of {whose}" if one.of else one.key
    was = "" if one.before is None else f", not {_words(one.before)}"
    return f"{name}: {_words(one.after)}{was}"


def _words(value: object) -> str:
    match value:
        case None:
            return "no limit"
        case bool():
            return "yes" if value else "no"
        case Fraction():
            return integer_text(value) if value.denominator == 1 else exact_text(value)
        case date():
            return long_date(value)
        case Decision():
            return _decision(value)
        case Model():
            written = value.model_dump(mode="json", by_alias=True)
            return ", ".join(f"{key} {one}" for key, one in written.items())
        case _:
            return str(value)


def _decision(one: Decision) -> str:
    said = [
        *(["left out"] if one.never else []),
        *(["in the plan"] if one.must else []),
        *([f"starts in the quarter of {long_date(one.starts)}"] if one.starts else []),
        *([f"not before the quarter of {long_date(one.not_before)}"] if one.not_before else []),
        *([f"finished by {long_date(one.deadline)}"] if one.deadline else []),
        *([f"{integer_text(one.under_way)}% done"] if one.under_way is not None else []),
    ]
    return joined(said) or "nothing settled"
