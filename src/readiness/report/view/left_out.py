"""Why an action is not in the plan, in one sentence."""

from __future__ import annotations

from typing import assert_never

from readiness.report.view.context import Context
from readiness.report.wording import ENGLISH, gettext
from readiness.report.words import sentence
from readiness.roadmap.plan import LeftOut, Reason

__all__ = ["left_out_words"]


def left_out_words(context: Context, one: LeftOut) -> str:
    """Return why an action is not in the plan.

    The plan gives its reasons with their numbers in English. Other languages have the reason alone.
    """
    if context.given.wording.language == ENGLISH.language:
        return sentence(one.detail or one.reason.value)
    match one.reason:
        case Reason.TARGET_MET:
            return gettext("Every question it lifts meets its target, has what it brings, or does not apply.")
        case Reason.COVERED:
            return gettext("The chosen actions already bring what the target asks for.")
        case Reason.RIVAL:
            return gettext("The roadmap has one of its rivals.")
        case Reason.PREREQUISITE:
            return gettext("It waits for an action that is left out.")
        case Reason.NO_TIME:
            return gettext("It would end after the last quarter of the plan.")
        case Reason.NO_MONEY:
            return gettext("It needs more money in a quarter than is ever left.")
        case Reason.NO_PEOPLE:
            return gettext("It needs more of its team's time in a quarter than is ever left.")
        case _:
            assert_never(one.reason)
