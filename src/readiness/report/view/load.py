"""What each team gives in each quarter, beside what it can give."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.report.numbers import integer_text
from readiness.report.view.context import Context
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, number_word, quarter_text, short_quarter_text
from readiness.roadmap.horizons import ALL_TEAMS, Load, loads
from readiness.roadmap.plan import Quarter, Roadmap

__all__ = ["LoadBlock", "LoadCell", "LoadLine", "TeamLoads", "load"]

_QUARTERS_A_TABLE = 12
"""As many as fit beside the names of the teams."""


@dataclass(frozen=True, slots=True)
class LoadCell:
    """The days of one quarter."""

    days: str
    over: bool
    """Whether they are more than the team can give."""


@dataclass(frozen=True, slots=True)
class LoadLine:
    """One team."""

    team: str
    cells: tuple[LoadCell, ...]
    capacity: str


@dataclass(frozen=True, slots=True)
class LoadBlock:
    """Quarters that stand in one table."""

    name: str
    quarters: tuple[str, ...]
    lines: tuple[LoadLine, ...]


@dataclass(frozen=True, slots=True)
class TeamLoads:
    """The chapter on the load of the teams."""

    blocks: tuple[LoadBlock, ...]
    over: tuple[str, ...]
    """A sentence for each team that is over-booked."""


def load(context: Context) -> Section | None:
    """Return the chapter on the load of the teams, if anything is planned."""
    roadmap = context.given.roadmap
    if roadmap is None:
        return None
    found = loads(roadmap, context.given.assessment.plan)
    if not found:
        return None
    quarters = roadmap.quarters
    starts = range(0, len(quarters), _QUARTERS_A_TABLE)
    blocks = (_block(context, quarters[at : at + _QUARTERS_A_TABLE], found) for at in starts)
    body = TeamLoads(
        tuple(block for block in blocks if block.lines),
        tuple(_over(context, roadmap, one) for one in found if one.over),
    )
    return Section("load", "load", gettext("Load of the teams"), _title(context, roadmap, found), body)


def _block(context: Context, quarters: tuple[Quarter, ...], found: tuple[Load, ...]) -> LoadBlock:
    first, last = quarter_text(quarters[0].label), quarter_text(quarters[-1].label)
    busy = [one for one in found if any(one.days[quarter.index] for quarter in quarters)]
    years = [quarter.label[-4:] for quarter in quarters]
    return LoadBlock(
        first if first == last else gettext("{low} to {high}", low=first, high=last),
        tuple(
            quarter_text(one.label) if not at or years[at] != years[at - 1] else short_quarter_text(one.label)
            for at, one in enumerate(quarters)
        ),
        tuple(_line(context, one, quarters) for one in busy),
    )


def _line(context: Context, one: Load, quarters: tuple[Quarter, ...]) -> LoadLine:
    cells = tuple(LoadCell(_days(one.days[t.index]), t.index in one.over) for t in quarters)
    return LoadLine(_team(context, one), cells, "" if one.capacity is None else integer_text(one.capacity))


def _days(days: Fraction) -> str:
    return integer_text(days) if days else ""


def _team(context: Context, one: Load) -> str:
    return gettext("All teams") if one.role == ALL_TEAMS else context.role(one.role)


def _over(context: Context, roadmap: Roadmap, one: Load) -> str:
    assert one.capacity is not None
    worst = max(one.over, key=lambda t: one.days[t])
    return ngettext(
        "{team}: over-booked in {count} quarter, most in {quarter}, with {days} days of {capacity}.",
        "{team}: over-booked in {count} quarters, most in {quarter}, with {days} days of {capacity}.",
        len(one.over),
        team=_team(context, one),
        quarter=quarter_text(roadmap.quarters[worst].label),
        days=integer_text(one.days[worst]),
        capacity=integer_text(one.capacity),
    )


def _title(context: Context, roadmap: Roadmap, found: tuple[Load, ...]) -> str:
    over = sum(bool(one.over) for one in found if one.role != ALL_TEAMS)
    if over:
        return ngettext(
            "{number} team has to give more than it can",
            "{number} teams have to give more than they can",
            over,
            number=capitalised(number_word(over)),
        )
    most = found[0]
    return gettext(
        "The team of the {role} gives most: {days} days, {busiest} of them in {quarter}",
        role=context.role(most.role),
        days=integer_text(most.total),
        busiest=integer_text(most.days[most.busiest]),
        quarter=quarter_text(roadmap.quarters[most.busiest].label),
    )
