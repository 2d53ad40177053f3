"""How far the answers of several people lie apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readiness.cli.console import Console, Line
from readiness.cli.interview.question import options_of
from readiness.cli.interview.said import short
from readiness.cli.paragraphs import paragraph
from readiness.cli.text import width_of
from readiness.interview.state import State
from readiness.model.answers import AnswerBase, LevelAnswer, Unanswered
from readiness.report.numbers import decimal_text
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
    yield from _heard(said, console) if console.is_plain else _seen(said, console)
    yield from paragraph(_summary(state, votes), console, "  ", "  ")


def _heard(said: Mapping[str, Sequence[str]], console: Console) -> Iterator[Line]:
    """Yield a line for each answer that somebody gave."""
    for typed, people in said.items():
        if people:
            yield from paragraph(f"{typed}: {sized(len(people), 'vote')} ({', '.join(people)})", console, "  ", "")


def _seen(said: Mapping[str, Sequence[str]], console: Console) -> Iterator[Line]:
    """Yield a bar for each answer."""
    widest, most = max(map(width_of, said)), max(map(len, said.values()))
    sign = "█" if console.shows_blocks else "#"
    for typed, people in said.items():
        bar = (sign * _length(len(people), most)).ljust(min(most, _MOST))
        first = f"  {' ' * (widest - width_of(typed))}{typed}  {bar}  {len(people)}  "
        yield from paragraph(", ".join(people), console, " " * width_of(first), first)


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


def _summary(state: State, votes: Mapping[str, AnswerBase]) -> str:
    """Return how far the votes lie apart, and what they come to."""
    levels = sorted(vote.level for vote in votes.values() if isinstance(vote, LevelAnswer))
    count, worth = sized(len(votes), "vote"), _worth(state)
    if len(levels) < 2:  # noqa: PLR2004  nothing to compare
        return f"{count}.{worth}"
    if levels[0] == levels[-1]:
        return f"{count}, all for level {levels[0]}.{worth}"
    talk = " Worth a conversation." if levels[-1] - levels[0] > 1 else ""
    return f"{count}, from {levels[0]} to {levels[-1]}.{worth}{talk}"


def _worth(state: State) -> str:
    """Return what the votes count as, or what was agreed."""
    if not isinstance(state.answer, Unanswered):
        return f" Agreed: {short(state.answer)}."
    ratio = state.evaluation.reading(state.evaluation.scorer.leaf[state.at.id]).ratio
    if ratio is None or state.question is None or state.question.type != "level":
        return ""
    score = state.framework.scale.score_of(ratio)
    level = str(score) if score.denominator == 1 else decimal_text(score, 2)
    return f" Until one is agreed they count as {level}, the {state.assessment.combine}."
