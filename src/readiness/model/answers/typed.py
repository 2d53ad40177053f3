"""Answers as people type them: `id=value` on a command line, or a value at a prompt.

Each answer type reads its own values, with `typed`; here stands what they share.
"""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from readiness.errors import nearest
from readiness.model.answers.base import AnswerBase, Mistyped, QuestionBase
from readiness.model.scale import Scale

__all__ = ["first_of", "fitting", "made", "quoted", "typed_ids"]

_NONE = "-"
"""Typed for an answer in which nothing is ticked. No id begins with it."""
_MOST_LISTED = 12
_QUOTED_LENGTH = 40
_Answer = TypeVar("_Answer", bound=AnswerBase)


def quoted(text: str) -> str:
    """Return what was typed as a message names it."""
    text = " ".join(text.split())
    return repr(text if len(text) <= _QUOTED_LENGTH else f"{text[: _QUOTED_LENGTH - 1]}…")


def typed_ids(text: str) -> tuple[str, ...]:
    """Return the ids of a list with commas; none for `-`."""
    return () if text == _NONE else tuple(dict.fromkeys(part.strip() for part in text.split(",")))


def first_of(ids: tuple[str, ...]) -> str:
    """Return ids as advice lists them: all, or the first of many."""
    return ", ".join(ids[:_MOST_LISTED]) + (", …" if len(ids) > _MOST_LISTED else "")


def fitting(
    question: QuestionBase, answer: _Answer, ids: tuple[str, ...], advice: str, scale: Scale
) -> _Answer | Mistyped:
    """Return an answer that was made of typed ids, or why it does not fit the question."""
    unknown = next((id_ for id_ in ids if id_ not in question.choices), None)
    if unknown is not None:
        close = nearest(unknown, question.choices)
        return Mistyped(f"{quoted(unknown)} is not among the answers", f"did you mean {close}?" if close else advice)
    problem = question.problem(answer, scale)
    return Mistyped(problem[1], advice) if problem else answer


def made(kind: type[_Answer], key: str, value: object, advice: str) -> _Answer | Mistyped:
    """Return an answer with one key, or why the value does not go with it."""
    try:
        return kind.model_validate({key: value})
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
    shown = quoted(str(value))
    match detail["type"]:
        case "string_too_long":
            return Mistyped(f"{shown} is longer than {detail['ctx']['max_length']:,} characters", advice)
        case "string_too_short":
            return Mistyped("there are no words in it", advice)
        case "date_type" | "date_from_datetime_parsing":
            return Mistyped(f"{shown} is not a day", advice)
        case _:
            return Mistyped(f"{shown} {detail['msg']}", advice)
