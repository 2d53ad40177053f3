"""The first quarters of a roadmap, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.money import value_in_short
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import cut, padded, safe, width_of
from readiness.model.direction import Direction
from readiness.report.direction import WORDS, words_for
from readiness.report.made import made_in_short
from readiness.report.numbers import score_text
from readiness.report.words import joined, sized
from readiness.roadmap.solution import Reason

if TYPE_CHECKING:
    from readiness.model.framework import Framework
    from readiness.roadmap.plan import PlannedAction, Roadmap

__all__ = ["left_out_in_short", "outcome", "outlook"]

QUARTERS_SHOWN = 2
_OWNER_MOST = 24
_LIMITS = {
    Reason.NO_MONEY: "for lack of money",
    Reason.NO_PEOPLE: "for lack of people",
    Reason.NO_TIME: "for lack of time",
    Reason.PREREQUISITE: "because an action that they need is left out",
    Reason.RIVAL: "because a rival was chosen",
}


def outlook(framework: Framework, roadmap: Roadmap, estimated: str, console: Console) -> Iterator[Line]:
    """Yield the actions of the first quarters with the score that they lead to, then the end in a few words.

    What the plan is worth in money stands after that, and last what makes estimates other than the framework has them.
    """
    shown, direction = roadmap.quarters[:QUARTERS_SHOWN], Direction(framework.higher_is)
    yield ("",)
    yield (Styled("Roadmap", "strong"), f", the first {len(shown)} of {sized(len(roadmap.quarters), 'quarter')}")
    starting = [planned for planned in roadmap.actions if planned.start < len(shown)]
    owners = {planned.number: safe(framework.role_name(planned.action.owner)) for planned in starting}
    column = min(_OWNER_MOST, max((width_of(owner) for owner in owners.values()), default=0))
    for quarter in shown:
        beginning = [planned for planned in starting if planned.start == quarter.index]
        quiet = "" if beginning else "; nothing new starts"
        yield (f"  {quarter.label}: the score is {_score(quarter.score, roadmap, direction)} at its end{quiet}",)
        for planned in beginning:
            yield from _action(planned, owners[planned.number], column, console)
    later = sum(planned.start >= len(shown) for planned in roadmap.actions)
    more = f"{later} more {'action starts' if later == 1 else 'actions start'} later. " if later else ""
    yield from paragraph(f"{more}{outcome(framework, roadmap)}", console, "  ")
    yield from paragraph(left_out_in_short(framework, roadmap), console, "  ")
    if roadmap.actions:
        yield from paragraph(made_in_short(roadmap.solution), console, "  ")
        yield from paragraph(value_in_short(roadmap), console, "  ")
    if estimated:
        yield from paragraph(estimated, console, "  ")


def _action(planned: PlannedAction, owner: str, column: int, console: Console) -> Iterator[Line]:
    number = f"    {planned.number:<4}"
    if console.is_plain:
        text = f"{planned.action.title}, by the {owner}"
        yield from paragraph(text, console, " " * 8, number)
        return
    title = padded(planned.action.title, console.width - len(number) - column - 2)
    yield (number, title, "  ", Styled(cut(owner, column), "faint"))


def outcome(framework: Framework, roadmap: Roadmap) -> str:
    """Return where a plan ends, and whether that is far enough."""
    direction = Direction(framework.higher_is)
    words = words_for(direction, framework.direction.values())
    last = roadmap.quarters[-1]
    end = f"At the end of {last.label} the score is {_score(last.score, roadmap, direction)}"
    if last.score is None or roadmap.target_score is None:
        return f"{end}."
    met = f"is {WORDS[direction].short}" if direction.short(last.score, roadmap.target_score) else "meets"
    unmet = f"; {sized(len(roadmap.unmet), 'question')} {words.short} target" if roadmap.unmet else ""
    return f"{end}, which {met} the target of {score_text(roadmap.target_score)}{unmet}."


def left_out_in_short(framework: Framework, roadmap: Roadmap) -> str:
    """Return how many actions did not fit, and for want of what."""
    words = words_for(Direction(framework.higher_is), framework.direction.values())
    counts = Counter(one.reason for one in roadmap.left_out)
    said = [f"{counts[reason]} {why}" for reason, why in _LIMITS.items() if counts[reason]]
    out = counts[Reason.NEVER]
    kept_out = [f"{sized(out, 'action')} {'is' if out == 1 else 'are'} kept out by decision."] if out else []
    if said:
        return " ".join([f"Actions that did not fit: {joined(said)}.", *kept_out])
    if kept_out:
        return kept_out[0]
    if roadmap.actions:
        return "Every action that is needed fits within the limits of the plan."
    if roadmap.unmet:
        return f"The framework has no action for what is {words.short} target."
    return "Nothing has to be done."


def _score(score: Fraction | None, roadmap: Roadmap, direction: Direction) -> str:
    return score_text(score, () if roadmap.target_score is None else (roadmap.target_score,), direction)
