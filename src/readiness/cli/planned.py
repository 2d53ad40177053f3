"""A plan on a terminal: what to do when, by whom and for how much, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.money import money_lines
from readiness.cli.outlook import left_out_in_short, outcome
from readiness.cli.paragraphs import hanging, item, paragraph
from readiness.cli.plan_action import action_lines
from readiness.cli.plan_beside import beside_lines
from readiness.cli.plan_changes import changes_in_words
from readiness.cli.plan_course import course
from readiness.cli.plan_load import load_lines
from readiness.model.direction import Direction
from readiness.report.numbers import days_range_text, money_range_text, money_text
from readiness.report.words import capitalised, joined, quarter_text, sized
from readiness.roadmap.horizons import horizons, starts_at_once

if TYPE_CHECKING:
    from readiness.roadmap.horizons import Horizon
    from readiness.roadmap.plan import Roadmap
    from readiness.workflows import Assessed

__all__ = ["plan_lines"]


def plan_lines(planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield the plan by horizon, where it leads, what it takes of each team, and what it leaves out."""
    roadmap = planned.roadmap
    assert roadmap is not None
    yield from _heading(planned, roadmap, console)
    for one in horizons(roadmap):
        yield ("",)
        yield from _horizon(planned, roadmap, one, console)
    yield from _at_once(roadmap, console)
    yield ("",)
    yield from course(planned, roadmap, console)
    yield ("",)
    yield from load_lines(planned, roadmap, console)
    yield ("",)
    if roadmap.actions:
        yield from money_lines(planned, roadmap, console)
        yield ("",)
        yield from beside_lines(roadmap, Direction(planned.framework.higher_is), console)
        yield ("",)
    yield from _left_out(planned, roadmap, console)


def _heading(planned: Assessed, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    assert planned.target is not None
    first, last = (quarter_text(roadmap.quarters[at].label) for at in (0, -1))
    totals = roadmap.totals
    yield (Styled(planned.assessment.organisation.name, "strong"),)
    yield from paragraph(f"Plan towards {planned.target.title}, {first} to {last}", console)
    yield from _changes(planned, console)
    yield ("",)
    yield from paragraph(outcome(planned.framework, roadmap), console)
    low, likely, high = totals.cost
    cost = money_range_text(low, high, roadmap.currency)
    once = f"{cost}, likely {money_text(likely, roadmap.currency)}" if low != high else cost
    days = days_range_text(totals.effort_days[0], totals.effort_days[2])
    said = f"{sized(len(roadmap.actions), 'action')}. One-off cost: {once}. {_running(roadmap)}Staff time: {days}."
    yield from paragraph(said, console)
    yield from _finished(roadmap, console)


def _finished(roadmap: Roadmap, console: Console) -> Iterator[Line]:
    """Yield what is called finished although the answers do not show it, so that nobody takes it for forgotten."""
    titles = joined([f"“{one.action.title}”" for one in roadmap.left_out if one.unshown])
    if titles:
        yield from hanging(f"Counted as done, although the answers do not show it: {titles}.", console)


def _running(roadmap: Roadmap) -> str:
    """Return the whole spend within the plan and what runs on after it; nothing where nothing runs on."""
    _, likely, high = roadmap.totals.running_cost_a_year
    if not high:
        return ""
    spend = sum((quarter.cost[1] for quarter in roadmap.quarters), Fraction(0))
    within, after = money_text(spend, roadmap.currency), money_text(likely, roadmap.currency)
    return f"With running costs, likely {within} within the plan; likely {after} a year afterwards. "


def _changes(planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield what is different from the plan in the file, so that nobody takes this for that."""
    if planned.scenario:
        yield from paragraph(f"Scenario: {planned.scenario}", console)
    if planned.file_plan is not None:
        for change in changes_in_words(planned.file_plan, planned.assessment.plan):
            yield from item(change, console)


def _horizon(planned: Assessed, roadmap: Roadmap, one: Horizon, console: Console) -> Iterator[Line]:
    first, last = quarter_text(one.quarters[0].label), quarter_text(one.quarters[-1].label)
    when = first if first == last else f"{first} to {last}"
    yield (Styled(capitalised(str(one.stretch)), "strong"), f", {when}")
    cost = money_range_text(one.cost[0], one.cost[2], roadmap.currency)
    days = days_range_text(one.effort_days[0], one.effort_days[2])
    yield from paragraph(f"Spend: {cost}. Staff time: {days}.", console, "  ")
    if not one.starting:
        yield ("  Nothing new starts.",)
    for action in one.starting:
        yield from action_lines(planned, roadmap, action, console)


def _at_once(roadmap: Roadmap, console: Console) -> Iterator[Line]:
    if not roadmap.actions:
        return
    free = starts_at_once(roadmap.actions)
    numbers = joined([one.number for one in free])
    yield ("",)
    if free:
        verb = "action" if len(free) == 1 else "actions"
        yield from hanging(f"Can start at once, likely without new money: {verb} {numbers}.", console)
    elif any(one.start == 0 for one in roadmap.actions):
        yield from hanging("Everything that starts in the first 90 days is likely to need new money.", console)
    else:
        yield ("Nothing starts in the first 90 days.",)


def _left_out(planned: Assessed, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    yield from paragraph(left_out_in_short(planned.framework, roadmap), console)
