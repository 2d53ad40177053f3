"""Why an action is not in the plan, in one sentence."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import assert_never

from readiness.model.framework import Framework
from readiness.report.numbers import integer_text, money_at_least_text
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import sentence
from readiness.roadmap.plan import Demand, LeftOut
from readiness.roadmap.solution import Reason

__all__ = ["left_out_words"]


def left_out_words(one: LeftOut, framework: Framework, currency: str) -> str:  # noqa: C901  one case for each reason
    """Return why an action is not in the plan, with what it would need.

    Args:
        one: The action.
        framework: Where its roles have their names.
        currency: That of the plan.
    """
    match one.reason:
        case Reason.TARGET_MET:
            return gettext("Every question it lifts meets its target, has what it brings, or does not apply.")
        case Reason.FINISHED:
            return gettext("The plan in the assessment says that it is finished.")
        case Reason.COVERED:
            return gettext("The chosen actions already bring what the target asks for.")
        case Reason.RIVAL:
            return gettext("The roadmap has its rival: {action}.", action=_other(one))
        case Reason.PREREQUISITE:
            return gettext("It waits for an action that is left out: {action}.", action=_other(one))
        case Reason.NO_GAIN:
            return gettext("It would fit, and would bring less than it costs beside the chosen actions.")
        case Reason.NEVER:
            return _kept_out(one)
        case Reason.NO_TIME:
            time = _quarters(one.demand.quarters)
            return gettext("It takes {quarters} and would end after the last quarter of the plan.", quarters=time)
        case Reason.NO_MONEY:
            return _without_money(one, _money(one.demand, currency))
        case Reason.NO_PEOPLE:
            return _for_want_of_people(one, framework, currency)
        case _:
            assert_never(one.reason)


def _for_want_of_people(one: LeftOut, framework: Framework, currency: str) -> str:
    days = _days(one.demand, framework)
    if not one.money_too:
        return _without_people(one, days)
    amount = money_at_least_text(one.demand.money, currency)
    return _without_both(one, gettext("{amount} and {days}", amount=amount, days=days))


def _other(one: LeftOut) -> str:
    return one.other.title if one.other else ""


def _kept_out(one: LeftOut) -> str:
    if one.because:
        return gettext("It is kept out by decision: {reason}", reason=sentence(one.because))
    return gettext("It is kept out by decision; the plan gives no reason.")


def _without_money(one: LeftOut, need: str) -> str:
    if one.waits:
        return gettext(
            "It needs {need}, and after what it waits for there is never that much left.",
            need=need,
        )
    return gettext("It needs {need}, and there is never that much left.", need=need)


def _without_people(one: LeftOut, need: str) -> str:
    if one.waits:
        return gettext(
            "It needs {need}, and after what it waits for there are never that many left.",
            need=need,
        )
    return gettext("It needs {need}, and there are never that many left.", need=need)


def _without_both(one: LeftOut, need: str) -> str:
    if one.waits:
        return gettext(
            "It needs {need}, and after what it waits for there is never that much of both left at once.",
            need=need,
        )
    return gettext("It needs {need}, and there is never that much of both left at once.", need=need)


def _money(demand: Demand, currency: str) -> str:
    """Return what an action costs while it runs, and from then on."""
    first = gettext(
        "{amount} a quarter for {quarters}",
        amount=money_at_least_text(demand.money, currency),
        quarters=_quarters(demand.quarters),
    )
    if not demand.running:
        return first
    return gettext(
        "{money} and {amount} a quarter from then on",
        money=first,
        amount=money_at_least_text(demand.running, currency),
    )


def _days(demand: Demand, framework: Framework) -> str:
    """Return the days that an action takes of its owner's team, and of the others."""
    (owner, own), *others = demand.days.items()
    first = ngettext(
        "{days} person-day a quarter of the team of the {role}",
        "{days} person-days a quarter of the team of the {role}",
        math.ceil(own),
        days=_whole(own),
        role=framework.role_name(owner),
    )
    more = [gettext("{days} of the {role}", days=_whole(days), role=framework.role_name(role)) for role, days in others]
    need = pgettext("between the parts of a list", ", ").join([first, *more])
    return gettext("{need} for {quarters}", need=need, quarters=_quarters(demand.quarters))


def _quarters(count: int) -> str:
    return ngettext("{count} quarter", "{count} quarters", count)


def _whole(value: Fraction) -> str:
    """Return a need in whole units, never less than it is."""
    return integer_text(math.ceil(value))
