"""What can start within 90 days without new money."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.report.numbers import days_range_text
from readiness.report.view.context import Context
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, number_word
from readiness.roadmap.horizons import starts_at_once
from readiness.roadmap.plan import PlannedAction

__all__ = ["Start", "StartLine", "start"]


@dataclass(frozen=True, slots=True)
class StartLine:
    """One action that can start at once."""

    number: str
    title: str
    owner: str
    done_by: str
    effort: str
    gain: str


@dataclass(frozen=True, slots=True)
class Start:
    """The chapter on what can start at once."""

    about: str
    lines: tuple[StartLine, ...]


def start(context: Context) -> Section | None:
    """Return the chapter on what can start within 90 days without new money, if anything can."""
    free = starts_at_once(context.actions)
    if not free:
        return None
    title = ngettext(
        "{number} action can start within 90 days, likely without new money",
        "{number} actions can start within 90 days, likely without new money",
        len(free),
        number=capitalised(number_word(len(free))),
    )
    body = Start(_about(free), tuple(_line(context, one) for one in free))
    return Section("start", "start", gettext("What can start now"), title, body)


def _about(free: tuple[PlannedAction, ...]) -> str:
    low, _, high = (sum((one.action.days_of_all[at] for one in free), Fraction(0)) for at in range(3))
    if not high:
        return gettext("They need no budget and no staff time that the framework estimates, only a decision.")
    return gettext(
        "They need {days} of staff time and, as far as can be foreseen, no spend outside the agency. An owner who is "
        "given the time can begin.",
        days=days_range_text(low, high),
    )


def _line(context: Context, one: PlannedAction) -> StartLine:
    low, _, high = one.action.days_of_all
    return StartLine(
        number=one.number,
        title=one.action.title,
        owner=context.role(one.action.owner),
        done_by=context.done_by(one),
        effort=days_range_text(low, high),
        gain=context.gain(one.gain),
    )
