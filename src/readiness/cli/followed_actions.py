"""What became of each action of an earlier plan, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line
from readiness.cli.paragraphs import paragraph
from readiness.report.numbers import percent_text
from readiness.report.words import joined, long_date, quarter_text, sized
from readiness.roadmap.progress import ActionProgress, Drop, Standing

if TYPE_CHECKING:
    from readiness.roadmap.plan import PlannedAction, Roadmap
    from readiness.workflows import Followed

__all__ = ["action_lines", "groups"]

_DROPS = {
    Drop.GONE: "the framework has it no longer",
    Drop.NOT_APPLICABLE: "none of its questions applies any more",
    Drop.RULED_OUT: "kept out by decision",
    Drop.NOT_NEEDED: "not needed any more: its questions meet their targets",
}


def groups(actions: Iterable[ActionProgress]) -> dict[str, list[ActionProgress]]:
    """Return the actions under the words for their state; what is late comes first, and no group is empty."""
    names = ("Late", "Under way", "Done", "Still to come", "Dropped")
    found: dict[str, list[ActionProgress]] = {name: [] for name in names}
    for one in actions:
        found[_group(one)].append(one)
    return {name: group for name, group in found.items() if group}


def _group(one: ActionProgress) -> str:
    if one.is_late:
        return "Late"
    states = {Standing.UNDER_WAY: "Under way", Standing.DONE: "Done", Standing.DROPPED: "Dropped"}
    return states.get(one.standing, "Still to come")


def action_lines(followed: Followed, one: ActionProgress, console: Console) -> Iterator[Line]:
    """Yield what was to be done, then by whom and when, how far it is, and when it is to be done now."""
    first, last = one.first.label, one.last.label
    planned = f"planned for {first if first == last else f'{first} to {last}'}"
    said = [followed.assessed.framework.role_name(one.before.owner), planned, *_state(followed, one)]
    yield from paragraph(one.before.title, console, " " * 7, f"  {one.before.number:<5}")
    yield from paragraph("; ".join(said), console, " " * 7, style="faint")


def _state(followed: Followed, one: ActionProgress) -> Iterator[str]:
    match one.standing:
        case Standing.DONE:
            yield from _done(followed, one)
        case Standing.DROPPED:
            assert one.dropped is not None
            yield f"{_DROPS[one.dropped]}{f': {one.because}' if one.because else ''}"
        case _:
            yield from _so_far(one)
            yield _now(one, followed.assessed.roadmap)


def _done(followed: Followed, one: ActionProgress) -> Iterator[str]:
    early = ", ahead of time" if one.last.ends > followed.assessed.assessment.assessed_on else ""
    yield f"finished on {long_date(one.finished)}" if one.finished else f"its levels are reached{early}"
    if one.short:
        questions = joined([followed.assessed.framework.question[id_].topic for id_ in one.short])
        yield f"the answers do not show it: {questions}"


def _so_far(one: ActionProgress) -> Iterator[str]:
    reached = len(one.brings) - len(one.short)
    if one.share is not None:
        yield f"{percent_text(one.share)} done"
    elif reached:
        yield f"{reached} of {sized(len(one.brings), 'question')} at its level"
    elif one.is_late:
        yield "not started"


def _now(one: ActionProgress, roadmap: Roadmap | None) -> str:
    if roadmap is None:
        return "no new plan"
    if one.now is not None:
        return f"now {_when(one.now, roadmap)}{_moved(one.months_later or 0)}"
    return f"not in the new plan: {one.left_out.reason}" if one.left_out else "not in the new plan"


def _when(one: PlannedAction, roadmap: Roadmap) -> str:
    first, last = (quarter_text(roadmap.quarters[at].label) for at in (one.start, one.end - 1))
    return first if first == last else f"{first} to {last}"


def _moved(months: int) -> str:
    if not months:
        return ", as planned"
    return f", {sized(abs(months), 'month')} {'later' if months > 0 else 'sooner'}"
