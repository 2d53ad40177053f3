"""How far the answers of several people lie apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.cli.console import Console, Line
from readiness.cli.interview.question import options_of
from readiness.cli.interview.said import short
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import width_of
from readiness.interview.state import State
from readiness.model.answers import AnswerBase, LevelAnswer
from readiness.report.words import sized

__all__ = ["spread_lines"]

_MOST = 20


def spread_lines(state: State, console: Console) -> Iterator[Line]:
    """Yield how many people gave which answer, who they are, and how far apart the answers lie."""
    votes = state.answer.votes if state.answer else {}
    if not votes:
        yield ("  Nobody has voted yet: vote NAME ANSWER, such as: vote ciso 4",)
        return
    said = _said(state, votes)
    widest, most = max(map(width_of, said)), max(map(len, said.values()))
    for typed, people in said.items():
        names = ", ".join(people)
        if console.is_plain:
            yield from paragraph(
                f"{typed}: {sized(len(people), 'vote')}{f' ({names})' if names else ''}", console, "  "
            )
            continue
        sign = "█" if console.shows_blocks else "#"
        bar = (sign * _length(len(people), most)).ljust(min(most, _MOST))
        first = f"  {' ' * (widest - width_of(typed))}{typed}  {bar}  {len(people)}  "
        yield from paragraph(names, console, " " * width_of(first), first)
    yield from paragraph(_summary(votes), console, "  ", "  ")


def _length(count: int, most: int) -> int:
    return count if most <= _MOST else max(1, count * _MOST // most) if count else 0


def _said(state: State, votes: Mapping[str, AnswerBase]) -> dict[str, list[str]]:
    """Return who gave which answer; of a level question every level, so that the shape is seen."""
    question = state.question
    assert question is not None
    levels = {one.typed: list[str]() for one in options_of(question)} if question.type == "level" else {}
    for who, vote in votes.items():
        levels.setdefault(short(vote), []).append(who)
    return levels


def _summary(votes: Mapping[str, AnswerBase]) -> str:
    levels = sorted(vote.level for vote in votes.values() if isinstance(vote, LevelAnswer))
    count = sized(len(votes), "vote")
    if not levels:
        return f"{count}."
    apart = levels[-1] - levels[0]
    middle = levels[(len(levels) - 1) // 2]
    if not apart:
        return f"{count}, all of them level {middle}."
    talk = " Worth a conversation." if apart > 1 else ""
    return f"{count} from {levels[0]} to {levels[-1]}, in the middle {middle}.{talk}"
