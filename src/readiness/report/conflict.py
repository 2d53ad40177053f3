"""Limits that cannot be met together, in words and as plain values."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from typing import Any

from readiness.report.exact import exactly
from readiness.report.numbers import integer_text, money_at_least_text
from readiness.report.settled import settled_word
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import long_date
from readiness.roadmap.calendar import ALL_TEAMS, Key
from readiness.roadmap.conflict import Conflict, Relief
from readiness.roadmap.relaxing import Value

__all__ = ["conflict_lines", "conflict_notes", "conflict_values"]


def conflict_lines(conflict: Conflict) -> list[str]:
    """Return each limit in conflict, with what would free the rest from it."""
    lines = []
    for one in conflict.reliefs:
        limit, enough = _limit(one, conflict), _enough(one, conflict)
        lines.append(
            pgettext("a limit, and what would do", "{limit}; {enough}", limit=limit, enough=enough)
            if one.frees_all
            else gettext(
                "{limit}; {enough} as a first step, for other limits are in conflict too", limit=limit, enough=enough
            )
        )
    return lines


def conflict_notes(conflict: Conflict) -> list[str]:
    """Return what has to be known beside the limits: what is needed too, and how sure it is."""
    settled = {one.limit.of for one in conflict.reliefs}
    also = [conflict.titles[id_] for id_ in conflict.actions if id_ not in settled]
    notes = []
    if also:
        notes.append(
            ngettext(
                "Needed as well: {actions}.",
                "Needed as well: {actions}.",
                len(also),
                actions=pgettext("between titles", "; ").join(also),
            )
        )
    if not conflict.is_proved:
        notes.append(gettext("This is not proved: the search ended before every way was tried."))
    return notes


def conflict_values(conflict: Conflict) -> dict[str, Any]:
    """Return a conflict as plain values."""
    return {
        "limits": [
            {
                "limit": one.limit.key.value,
                "of": one.limit.of or None,
                "now": _plain(one.now),
                "enough": _plain(one.enough),
                "frees-all": one.frees_all,
            }
            for one in conflict.reliefs
        ],
        "actions": list(conflict.actions),
        "proved": conflict.is_proved,
    }


def _plain(value: Value | None) -> Any:  # noqa: ANN401  a number, a day or nothing
    return value.isoformat() if isinstance(value, date) else exactly(value) if isinstance(value, Fraction) else value


def _limit(one: Relief, conflict: Conflict) -> str:
    """Return what a limit says."""
    if one.limit.key in {Key.BUDGET_A_QUARTER, Key.BUDGET, Key.CAPACITY, Key.QUARTERS}:
        return _of_all(one, conflict)
    return pgettext(
        "an action, and what is settled about it",
        "{action}: {decision}",
        action=conflict.titles[one.limit.of],
        decision=settled_word(one.limit.key, one.now if isinstance(one.now, date) else None),
    )


def _of_all(one: Relief, conflict: Conflict) -> str:
    amount = _amount(one.now)
    match one.limit.key:
        case Key.BUDGET_A_QUARTER:
            return gettext("{amount} to spend a quarter", amount=money_at_least_text(amount, conflict.currency))
        case Key.BUDGET:
            return gettext("{amount} to spend in all", amount=money_at_least_text(amount, conflict.currency))
        case Key.CAPACITY if one.limit.of == ALL_TEAMS:
            return ngettext(
                "{days} person-day a quarter of all teams",
                "{days} person-days a quarter of all teams",
                int(amount),
                days=integer_text(amount),
            )
        case Key.CAPACITY:
            role = conflict.roles[one.limit.of]
            return ngettext(
                "{days} person-day a quarter of the team of the {role}",
                "{days} person-days a quarter of the team of the {role}",
                int(amount),
                days=integer_text(amount),
                role=role,
            )
        case _:
            return ngettext("a plan of {count} quarter", "a plan of {count} quarters", int(amount))


def _enough(one: Relief, conflict: Conflict) -> str:
    """Return what the limit would have to be."""
    if one.enough is None:
        return _without(one.limit.key)
    if isinstance(one.enough, date):
        return gettext("{date} would do", date=long_date(one.enough))
    match one.limit.key:
        case Key.QUARTERS:
            return gettext("{count} would do", count=integer_text(one.enough))
        case Key.CAPACITY:
            return gettext("{days} would do", days=integer_text(one.enough))
        case _:
            return gettext("{amount} would do", amount=money_at_least_text(Fraction(one.enough), conflict.currency))


def _without(key: Key) -> str:
    """Return what would do where no other value does."""
    match key:
        case Key.MUST:
            return gettext("leaving it out would do")
        case Key.NEVER:
            return gettext("letting it in would do")
        case _:
            return gettext("dropping this would do")


def _amount(value: Value | None) -> Fraction:
    assert not isinstance(value, date)
    return Fraction(math.floor(value or 0))
