"""How sure cost and dates are, in words that the terminal and the report share."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from readiness.model.assessment import Plan
from readiness.report.numbers import decimal_text, integer_text, money_text, percent_text, rounded
from readiness.report.wording import gettext, ngettext
from readiness.report.words import long_date
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.risk.result import CostDriver, FinishDriver, Risk

__all__ = [
    "KeptLimit",
    "amount_text",
    "correlation_sentence",
    "cost_change_text",
    "cost_sentence",
    "finish_movers",
    "finish_sentence",
    "kept_limits",
    "method_sentence",
    "nothing_sentence",
    "share_text",
    "weeks_change_text",
]

_LEAST_WEEKS = 0.1
_DIGITS = 3


class KeptLimit(NamedTuple):
    """Something that a plan has to keep to."""

    name: str
    limit: str
    share: float
    """The part of all trials in which it does."""


def share_text(share: float) -> str:
    """Return a part of all trials as a percentage."""
    return percent_text(Fraction(share))


def amount_text(amount: float, roadmap: Roadmap) -> str:
    """Return an amount of a trial in the currency of the plan, to three digits: chance knows no more of it."""
    exact = Fraction(amount)
    return money_text(rounded(exact, min(0, _DIGITS - len(str(int(abs(exact)))))), roadmap.currency)


def nothing_sentence() -> str:
    """Return why there is nothing to say of risk."""
    return gettext("No estimate of the chosen actions has a low and a high value, so nothing can be said about risk.")


def cost_sentence(risk: Risk, roadmap: Roadmap) -> str:
    """Return how often the likely cost is enough, and what would be."""
    return gettext(
        "The likely values add up to {likely}; that is enough in {share} of {trials}. Half of them cost no more than "
        "{half}, and four of five no more than {most}.",
        likely=money_text(risk.likely_cost, roadmap.currency),
        share=share_text(risk.chances.cost),
        trials=_trials(risk),
        half=amount_text(risk.given.cost.p50, roadmap),
        most=amount_text(risk.given.cost.p80, roadmap),
    )


def finish_sentence(risk: Risk) -> str:
    """Return how often the plan ends when it says, and when it would."""
    finish = risk.given.finish
    said = {"planned": long_date(risk.planned_finish), "share": share_text(risk.chances.on_time)}
    if finish.p50 == finish.p80:
        return gettext(
            "The plan has its last action finished by {planned}; {share} of the trials do. Four of five end by {most}.",
            most=long_date(finish.p80),
            **said,
        )
    return gettext(
        "The plan has its last action finished by {planned}; {share} of the trials do. Half of them end by {half}, and "
        "four of five by {most}.",
        half=long_date(finish.p50),
        most=long_date(finish.p80),
        **said,
    )


def correlation_sentence(risk: Risk, roadmap: Roadmap, word: str) -> str:
    """Return how estimates hang together, and what it would be if they did not.

    Args:
        risk: What was found.
        roadmap: What it was found for.
        word: What a top area is called.
    """
    if not risk.given.correlation:
        return gettext(
            "Every estimate is taken to miss by itself. Estimates for one {area} often miss together, and then good "
            "luck and bad luck go further.",
            area=word,
        )
    return gettext(
        "Estimates for one {area} are taken to miss together, with a correlation of {correlation}. If each missed by "
        "itself, four of five trials would cost no more than {cost} and end by {date}.",
        area=word,
        correlation=decimal_text(risk.given.correlation, 2),
        cost=amount_text(risk.alone.cost.p80, roadmap),
        date=long_date(risk.alone.finish.p80),
    )


def method_sentence(risk: Risk) -> str:
    """Return what a trial is, and what it leaves out."""
    return gettext(
        "In each of {trials} the cost, the staff time and the duration of each action are drawn from beta-PERT "
        "distributions: one value in ten lies below low, and one in ten above high. An action starts as planned, or "
        "later when it has to wait. The seed is {seed}. What the estimates do not cover, such as a change of law or of "
        "mind, is not in the trials. Nor are scores: they hold when actions end as planned.",
        trials=_trials(risk),
        seed=risk.seed,
    )


def kept_limits(risk: Risk, roadmap: Roadmap, plan: Plan, name_of: Callable[[str], str]) -> tuple[KeptLimit, ...]:
    """Return what a plan has to keep to, and in which part of the trials it does."""
    chances, last = risk.chances, roadmap.quarters[-1].ends
    budget, whole = plan.budget_a_quarter, plan.budget
    found = [
        (gettext("The likely cost"), money_text(risk.likely_cost, roadmap.currency), chances.cost),
        (gettext("The budget of every quarter"), _money(budget, roadmap), chances.each_quarter),
        (gettext("The budget of all quarters"), _money(whole, roadmap), chances.budget),
        (gettext("The planned finish"), long_date(risk.planned_finish), chances.on_time),
    ]
    if risk.planned_finish != last:
        found.append((gettext("The end of the plan"), long_date(last), chances.in_plan))
    found += [
        (_team(team, name_of), _days(plan.capacity_days_a_quarter[team]), share)
        for team, share in chances.teams.items()
    ]
    number = {one.action.id: one.number for one in roadmap.actions}
    found += [
        (gettext("{action} by its deadline", action=number[id_]), _deadline(plan, id_), share)
        for id_, share in chances.deadlines.items()
    ]
    if len(chances.teams) > 1:
        found.append((gettext("All limits on people"), "", chances.people))
    return tuple(KeptLimit(name, limit, share) for name, limit, share in found if share is not None)


def _money(amount: Fraction | None, roadmap: Roadmap) -> str:
    return "" if amount is None else money_text(amount, roadmap.currency)


def _deadline(plan: Plan, action: str) -> str:
    day = plan.actions[action].deadline
    return "" if day is None else long_date(day)


def _team(team: str, name_of: Callable[[str], str]) -> str:
    return gettext("All teams") if team == "*" else gettext("Team of {role}", role=name_of(team))


def _days(limit: Fraction) -> str:
    days = int(rounded(limit, 0))
    return ngettext("{count} day a quarter", "{count} days a quarter", days, count=integer_text(limit))


def cost_change_text(one: CostDriver, roadmap: Roadmap) -> str:
    """Return by how much an action moves the expected cost, from its low to its high."""
    low, high = (f"{_sign(end)}{amount_text(abs(end), roadmap)}" for end in (one.low, one.high))
    return gettext("{low} to {high}", low=low, high=high)


def finish_movers(risk: Risk) -> tuple[FinishDriver, ...]:
    """Return the actions whose duration moves the expected finish by a tenth of a week or more."""
    return tuple(one for one in risk.finish_drivers if one.high - one.low >= _LEAST_WEEKS)


def weeks_change_text(one: FinishDriver) -> str:
    """Return by how many weeks an action moves the expected finish, from its low to its high."""
    low, high = (f"{_sign(end)}{decimal_text(Fraction(abs(end)), 1)}" for end in (one.low, one.high))
    return gettext("{low} to {high} weeks", low=low, high=high)


def _sign(change: float) -> str:
    return "−" if change < 0 else "+"


def _trials(risk: Risk) -> str:
    return ngettext("{count} trial", "{count} trials", risk.draws)
