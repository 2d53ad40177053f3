"""What is settled about actions, and what money there is, in words and as plain values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from readiness.model.assessment import Plan
from readiness.model.decisions import Decision
from readiness.report.exact import exactly
from readiness.report.numbers import money_at_least_text, percent_text
from readiness.report.wording import gettext
from readiness.report.words import capitalised, joined, long_date, sentence
from readiness.roadmap.calendar import Key

__all__ = ["budget_words", "settled_values", "settled_word", "settled_words"]


def settled_word(key: Key, day: date | None = None) -> str:
    """Return what one key of a decision says, as what follows the name of the action."""
    on = long_date(day) if day else ""
    words = {
        Key.MUST: gettext("has to be in the plan"),
        Key.NEVER: gettext("is kept out of the plan"),
        Key.STARTS: gettext("starts in the quarter of {date}", date=on),
        Key.NOT_BEFORE: gettext("does not start before {date}", date=on),
        Key.DEADLINE: gettext("has to be finished by {date}", date=on),
        Key.UNDER_WAY: gettext("is under way and goes on"),
    }
    return words[key]


def settled_words(decision: Decision) -> str:
    """Return what is settled about a planned action, with the reason that is given; nothing where nothing is."""
    said = [settled_word(Key.MUST)] if decision.must else []
    if decision.under_way is not None:
        said.append(gettext("is under way, {percent} of it done", percent=percent_text(decision.under_way, 100)))
    days = {Key.STARTS: decision.starts, Key.NOT_BEFORE: decision.not_before, Key.DEADLINE: decision.deadline}
    said += [settled_word(key, day) for key, day in days.items() if day]
    if not said:
        return ""
    reason = f" {sentence(capitalised(decision.because))}" if decision.because else ""
    return f"{sentence(capitalised(joined(said)))}{reason}"


def settled_values(decision: Decision) -> dict[str, Any] | None:
    """Return what is settled about a planned action as plain values; None where nothing is."""
    if not settled_words(decision):
        return None
    days = {"starts": decision.starts, "not-before": decision.not_before, "deadline": decision.deadline}
    return {
        "must": decision.must,
        **{key: day.isoformat() if day else None for key, day in days.items()},
        "under-way": None if decision.under_way is None else exactly(decision.under_way),
        "because": decision.because,
    }


def budget_words(plan: Plan, currency: str) -> str:
    """Return what money there is to spend, each quarter and in all."""
    said, each = [], plan.budget_a_quarter
    if each is not None:
        amount = money_at_least_text(Fraction(each), currency)
        said.append(
            gettext("The budget is {amount} a quarter; what is not spent is carried over.", amount=amount)
            if plan.carry_over
            else gettext("The budget is {amount} a quarter; what is not spent is not carried over.", amount=amount)
        )
    if plan.budget is not None:
        said.append(gettext("All quarters together have {amount}.", amount=money_at_least_text(plan.budget, currency)))
    return " ".join(said) or gettext("The plan is not limited by a budget.")
