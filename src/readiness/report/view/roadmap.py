"""The roadmap on its side: bars in time under the score that they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.report.charts.plans import Bar, Projection, gantt_row, projection, time_axis
from readiness.report.findings import roadmap_title
from readiness.report.made import made_in_short
from readiness.report.numbers import days_range_text, score_text
from readiness.report.view.context import Context
from readiness.report.view.parts import Mark, Placed
from readiness.report.view.section import Section
from readiness.report.view.ways import ways
from readiness.report.wording import gettext, ngettext
from readiness.report.words import joined, narrowed, quarter_text, short_quarter_text
from readiness.roadmap.plan import PlannedAction, Roadmap
from readiness.roadmap.quarters import QUARTERS_A_YEAR

__all__ = ["GanttGroup", "GanttLine", "Plan", "roadmap"]

_STRIP = 150.0
"""Width of the time axis on the page, in mm."""
_ROWS = 126.0
"""Height of all rows on one page, in mm."""
_LOWEST_ROW, _HIGHEST_ROW = 4.8, 6.4
_PROJECTION = 20.0
_LOW = 700
"""So far down the projection, in thousandths, that a label has no room below."""
_LABEL = 56
"""Columns of a title that fit beside the time axis."""
_SMALL, _MEDIUM = 20, 60
"""Likely days up to which an action is small, and medium."""


@dataclass(frozen=True, slots=True)
class GanttLine:
    """One action."""

    number: str
    title: str
    label: str
    """The title, as much of it as fits on one line."""
    after: str
    gain: str
    bar: Mark


@dataclass(frozen=True, slots=True)
class GanttGroup:
    """The actions of one dimension."""

    name: str
    lines: tuple[GanttLine, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The chapter on the roadmap."""

    quarters: tuple[Placed, ...]
    projection: Mark | None
    levels: tuple[Placed, ...]
    labels: tuple[Placed, ...]
    groups: tuple[GanttGroup, ...]
    sizes: tuple[str, ...]
    chain: str
    target: str
    proved: str
    """What is proved of the plan."""
    ways: str
    """What other ways to plan reach within the same limits."""


def roadmap(context: Context) -> Section | None:
    """Return the chapter on the roadmap, if any action is planned."""
    plan = context.given.roadmap
    if plan is None or not plan.actions:
        return None
    body = Plan(
        quarters=_quarter_labels(plan),
        projection=_projection(plan, context),
        levels=_level_labels(plan, context),
        labels=_projection_labels(plan, context),
        groups=_groups(context, plan),
        sizes=(
            ngettext("Up to {count} day", "Up to {count} days", _SMALL),
            ngettext("Up to {count} day", "Up to {count} days", _MEDIUM),
            ngettext("More than {count} day", "More than {count} days", _MEDIUM),
        ),
        chain=joined([context.number_of(id_) for id_ in plan.critical_chain]),
        target=score_text(plan.target_score) if plan.target_score is not None else "",
        proved=made_in_short(plan.solution),
        ways=" ".join(ways(context, plan)),
    )
    return Section("roadmap", "roadmap", gettext("Roadmap"), _title(context, plan), body, wide=True)


def _title(context: Context, plan: Roadmap) -> str:
    direction = context.root.direction
    if not context.root.coverage.answered:
        return direction.pick(
            gettext("Without answers, this plan can only start from the lowest level"),
            gettext("Without answers, this plan can only start from the highest level"),
        )
    end = plan.quarters[-1].score
    return roadmap_title(
        actions=len(plan.actions),
        length=context.plan_length(),
        start=context.projected(plan.start_score),
        end=context.projected(end),
        target="" if plan.target_score is None else score_text(plan.target_score),
        short=plan.target_score is not None and (end is None or bool(direction.short(end, plan.target_score))),
        words=context.words,
    )


def _year_starts(plan: Roadmap) -> list[int]:
    """Return the quarters with which a calendar year begins; the first quarter of the plan is one of them."""
    quarters = plan.quarters
    return [i for i, quarter in enumerate(quarters) if not i or quarter.label[-4:] != quarters[i - 1].label[-4:]]


def _across(quarter: int, quarters: int) -> int:
    """Return where a quarter begins, in thousandths of the strip."""
    return round(1000 * time_axis(quarters, _STRIP).at(quarter) / _STRIP)


def _quarter_labels(plan: Roadmap) -> tuple[Placed, ...]:
    """Return the names of the quarters, the year with the first of each year only."""
    count, firsts = len(plan.quarters), set(_year_starts(plan))
    crowded = count > 3 * QUARTERS_A_YEAR
    return tuple(
        Placed(
            quarter_text(quarter.label) if i in firsts else short_quarter_text(quarter.label),
            _across(i, count),
            0,
            "year" if i in firsts else "quarter",
        )
        for i, quarter in enumerate(plan.quarters)
        if i in firsts or not crowded
    )


def _series(plan: Roadmap, side: str, fallback: Fraction) -> list[Fraction]:
    """Return one line of the projection: its value before the first quarter, and at the end of each."""
    values = [getattr(quarter, side) for quarter in plan.quarters]
    return [
        plan.start_score if plan.start_score is not None else fallback,
        *(fallback if v is None else v for v in values),
    ]


def _bounds(plan: Roadmap, context: Context) -> tuple[int, int]:
    """Return the whole levels between which all lines of the projection lie."""
    values = [v for side in ("score", "low", "high") for v in _series(plan, side, _worst(context))] + (
        [] if plan.target_score is None else [plan.target_score]
    )
    return max(context.scale.lowest, min(values).__floor__()), min(context.scale.highest, max(values).__ceil__() or 1)


def _worst(context: Context) -> Fraction:
    return Fraction(context.root.direction.worst_level(context.given.framework.scale))


def _projection(plan: Roadmap, context: Context) -> Mark | None:
    if plan.start_score is None or any(quarter.score is None for quarter in plan.quarters):
        return None
    lowest, highest = _bounds(plan, context)
    worst = _worst(context)
    scores, lows, highs = ([float(v) for v in _series(plan, side, worst)] for side in ("score", "low", "high"))
    root = context.root
    lows[0] = scores[0] if root.low is None else float(root.low)
    highs[0] = scores[0] if root.high is None else float(root.high)
    scored = [f"{quarter_text(quarter.label)} {context.projected(quarter.score)}" for quarter in plan.quarters]
    alt = gettext(
        "Overall score at the end of each quarter: start {score}, {scores}",
        score=context.projected(plan.start_score),
        scores=", ".join(scored),
    )
    data = Projection(
        scores,
        lows,
        highs,
        None if plan.target_score is None else float(plan.target_score),
        lowest,
        max(highest, lowest + 1),
    )
    svg = projection(data, marked=_marked(plan), years=_year_starts(plan), width=_STRIP, height=_PROJECTION, title=alt)
    return Mark(svg, alt)


def _marked(plan: Roadmap) -> list[int]:
    """Return the quarter ends at which the score is printed: start, every year, end."""
    count = len(plan.quarters)
    return sorted({0, count, *range(QUARTERS_A_YEAR, count, QUARTERS_A_YEAR)})


def _height(value: Fraction, bounds: tuple[int, int]) -> int:
    """Return how far down the projection a score lies, in thousandths."""
    lowest, highest = bounds[0], max(bounds[1], bounds[0] + 1)
    share = float((value - lowest) / (highest - lowest))
    return round(1000 * ((_PROJECTION - 2) - (_PROJECTION - 4) * share) / _PROJECTION)


def _projection_labels(plan: Roadmap, context: Context) -> tuple[Placed, ...]:
    bounds, count = _bounds(plan, context), len(plan.quarters)
    ends = [plan.start_score, *(quarter.score for quarter in plan.quarters)]
    labels = [
        Placed(
            context.projected(value),
            _across(i, count),
            _height(value, bounds),
            _kind(i, count, low=_height(value, bounds) > _LOW),
        )
        for i in _marked(plan)
        if (value := ends[i]) is not None
    ]
    if plan.target_score is not None:
        labels.append(
            Placed(
                gettext("Target {score}", score=score_text(plan.target_score)),
                0,
                _height(plan.target_score, bounds),
                "target",
            )
        )
    return tuple(labels)


def _kind(quarter: int, count: int, *, low: bool) -> str:
    """Return how a score is set beside its point: above the line where there is no room below."""
    place = "first" if not quarter else "last" if quarter == count else "middle"
    return f"{place} raised" if low else place


def _level_labels(plan: Roadmap, context: Context) -> tuple[Placed, ...]:
    bounds = _bounds(plan, context)
    return tuple(
        Placed(f"{level}", 0, _height(Fraction(level), bounds), "level")
        for level in range(bounds[0], max(bounds[1], bounds[0] + 1) + 1)
    )


def _groups(context: Context, plan: Roadmap) -> tuple[GanttGroup, ...]:
    """Return the actions by dimension, in the order of the framework; those of no dimension come last."""
    titles = {node.id: node.title for node in context.root.children}
    order = {id_: place for place, id_ in enumerate(titles)}
    areas = sorted({one.area for one in plan.actions}, key=lambda area: (order.get(area, len(order)), area))
    return tuple(
        GanttGroup(
            titles.get(area, gettext("Across all")),
            _lines(context, plan, [one for one in plan.actions if one.area == area]),
        )
        for area in areas
    )


def _lines(context: Context, plan: Roadmap, group: Sequence[PlannedAction]) -> tuple[GanttLine, ...]:
    row = {one.action.id: place for place, one in enumerate(group)}
    years, quarters = [*_year_starts(plan), len(plan.quarters)], len(plan.quarters)
    return tuple(
        GanttLine(
            number=one.number,
            title=one.action.title,
            label=narrowed(one.action.title, _LABEL),
            after=", ".join(context.number_of(id_) for id_ in one.after),
            gain=context.gain(one.gain),
            bar=_bar_mark(context, plan, one, _bar(plan, one, group, row), quarters=quarters, years=years),
        )
        for one in group
    )


def _bar(plan: Roadmap, one: PlannedAction, group: Sequence[PlannedAction], row: Mapping[str, int]) -> Bar:
    """Return the bar with the connectors to actions of the same group that lie below it or pass through its row."""
    here = row[one.action.id]
    waits = [(row[id_], row[other.action.id], other.start) for other in group for id_ in other.after if id_ in row]
    down = [(a, b, start) for a, b, start in waits if a < b]
    days = one.action.days_of_all[1]
    return Bar(
        start=one.start,
        end=min(one.end, len(plan.quarters)),
        size="small" if days <= _SMALL else "medium" if days <= _MEDIUM else "large",
        critical=one.action.id in plan.critical_chain,
        arrives=any(b == here for _, b, _ in down),
        leaves=tuple(sorted({start for a, _, start in down if a == here})),
        passes=tuple(sorted({start for a, b, start in down if a < here < b})),
    )


def _row_height(plan: Roadmap) -> float:
    """Return a height with which all rows fit on one page, as long as they stay legible."""
    rows = len(plan.actions) + len({one.area for one in plan.actions})
    return round(min(_HIGHEST_ROW, max(_LOWEST_ROW, _ROWS / rows)), 2)


def _bar_mark(
    context: Context, plan: Roadmap, one: PlannedAction, bar: Bar, *, quarters: int, years: Sequence[int]
) -> Mark:
    days = one.action.days_of_all
    first, last = (quarter_text(plan.quarters[at].label) for at in (bar.start, bar.end - 1))
    parts = [
        first if first == last else gettext("{low} to {high}", low=first, high=last),
        days_range_text(days[0], days[2]),
    ]
    parts += (
        [gettext("after {actions}", actions=joined([context.number_of(id_) for id_ in one.after]))] if one.after else []
    )
    parts += [gettext("on the critical chain")] if bar.critical else []
    alt = f"{one.number}: {', '.join(parts)}"
    return Mark(gantt_row(bar, quarters=quarters, years=years, width=_STRIP, height=_row_height(plan), title=alt), alt)
