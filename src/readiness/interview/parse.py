"""Reads what was typed: a command by its word, or else an answer."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import Literal

from readiness.errors import nearest
from readiness.interview.commands import (
    WORDS,
    AddEvidence,
    Answer,
    Back,
    Command,
    GoOn,
    GoTo,
    NotApplicable,
    NotKnown,
    Quit,
    SetConfidence,
    SetNote,
    Show,
    Skip,
    Undo,
    View,
    Vote,
    WriteNote,
)
from readiness.interview.events import Refused
from readiness.interview.state import Kind, State
from readiness.model.answers import TextQuestion, YesNoQuestion
from readiness.model.base import Date

__all__ = ["read_line"]

_CONFIDENCES: tuple[Literal["low", "medium", "high"], ...] = ("low", "medium", "high")
_REMOVES = "-"
_SHORT = 2
"""A word of at most so many letters is a command even where a sentence is asked for."""
_WORD_OF_SHORT = {word.short: name for name, word in WORDS.items() if word.short}


def read_line(line: str, state: State) -> Command | Refused:
    """Return what a line asks for, at this moment of the interview; or why it cannot be, and what would work."""
    text = line.strip()
    if not text:
        return GoOn()
    typed, _, rest = text.partition(" ")
    word = _word(typed, rest.strip(), state)
    if word is not None:
        return _READERS[word](rest.strip(), state)
    if state.setting.facilitated and state.question is not None:
        vote = _vote_of_known(text, state)
        if vote is not None:
            return vote
    return _mistyped(text) if state.at.kind is Kind.CHECK else Answer(text)


def _word(typed: str, rest: str, state: State) -> str | None:
    """Return the command that a line begins with, unless it is an answer all the same."""
    name = _WORD_OF_SHORT.get(typed, typed.casefold())
    if name not in WORDS or (WORDS[name].is_alone and rest):
        return None
    if typed in {"n", "N"} and not rest and _asks_yes_or_no(state):
        return None
    if typed.casefold() in {"vote", "v", "votes"} and not state.setting.facilitated:
        return None
    return None if rest and len(typed) > _SHORT and name != "answer" and _asks_for_words(state) else name


def _asks_yes_or_no(state: State) -> bool:
    detail = state.detail
    return isinstance(state.question, YesNoQuestion) or (detail is not None and detail.type == "boolean")


def _asks_for_words(state: State) -> bool:
    detail = state.detail
    return isinstance(state.question, TextQuestion) or (detail is not None and detail.type == "text")


def _mistyped(text: str) -> Refused:
    close = nearest(text.partition(" ")[0].casefold(), WORDS)
    help_ = f"did you mean {close}?" if close else "type g and a question's id to go there, or Enter to finish"
    return Refused("no question is asked here", help_)


def _confidence(rest: str, _: State) -> Command | Refused:
    found = [one for one in _CONFIDENCES if rest and one.startswith(rest.casefold())]
    if len(found) == 1:
        return SetConfidence(found[0])
    return Refused("confidence is low, medium or high", "such as: confidence high")


def _evidence(rest: str, _: State) -> Command | Refused:
    parts = rest.split()
    with suppress(ValueError):  # an apostrophe that is no quotation mark
        parts = shlex.split(rest) if rest[:1] in {'"', "'"} else parts
    dated = _day(parts[-1]) if len(parts) > 1 else None
    words = parts[1:-1] if dated else parts[1:]
    if not parts:
        return Refused(
            "what is the evidence?", "evidence LINK TITLE DAY, such as: e minutes.pdf Board minutes 2026-09-01"
        )
    return AddEvidence(parts[0], " ".join(words), dated)


def _day(text: str) -> date | None:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Date).validate_python(text, strict=True)
    except ValidationError:
        return None


def _vote(rest: str, state: State) -> Command | Refused:
    known = _vote_of_known(rest, state)
    if known is not None:
        return known
    who, _, text = rest.rpartition(": ") if ": " in rest else rest.rpartition(" ")
    if not who.strip():
        return Refused("whose answer is it?", "vote NAME ANSWER, such as: vote ciso 4; with spaces: vote Head of HR: 4")
    return Vote(who.strip(), text.strip())


def _vote_of_known(text: str, state: State) -> Vote | None:
    """Return the vote of somebody who is known already, without the word `vote`: `ciso 4`."""
    names = [name for id_, one in state.assessment.respondents.items() for name in (id_, one.role, one.name) if name]
    for name in sorted(names, key=len, reverse=True):
        rest = text[len(name) :]
        if text.casefold().startswith(name.casefold()) and rest[:1] in {" ", ":"} and rest.strip(" :"):
            return Vote(name, rest.strip(" :"))
    return None


def _note(rest: str, _: State) -> Command:
    return SetNote("" if rest == _REMOVES else rest) if rest else WriteNote()


def _na(rest: str, _: State) -> Command | Refused:
    if rest:
        return NotApplicable(rest)
    return Refused("na needs the reason why the question does not apply", "na REASON")


def _go(rest: str, _: State) -> Command | Refused:
    return GoTo(rest) if rest else Refused("go where?", "g ID; list all shows the ids, g check goes to the end")


def _answer(rest: str, _: State) -> Command | Refused:
    return Answer(rest) if rest else Refused("what is the answer?", "answer TEXT")


_READERS: Mapping[str, Callable[[str, State], Command | Refused]] = MappingProxyType(
    {
        "back": lambda _rest, _: Back(),
        "skip": lambda rest, _: Skip(rest),
        "na": _na,
        "dk": lambda rest, _: NotKnown(rest),
        "note": _note,
        "evidence": _evidence,
        "confidence": _confidence,
        "guidance": lambda _rest, _: Show(View.GUIDANCE),
        "help": lambda _rest, _: Show(View.HELP),
        "why": lambda _rest, _: Show(View.WHY),
        "list": lambda rest, _: Show(View.LIST, rest),
        "go": _go,
        "todo": lambda _rest, _: Show(View.TODO),
        "score": lambda _rest, _: Show(View.SCORE),
        "undo": lambda _rest, _: Undo(),
        "quit": lambda _rest, _: Quit(),
        "answer": _answer,
        "vote": _vote,
        "votes": lambda _rest, _: Show(View.VOTES),
    }
)
