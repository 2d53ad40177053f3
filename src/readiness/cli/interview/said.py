"""What is recorded, in a few words."""

from __future__ import annotations

from fractions import Fraction

from readiness.interview.details import Detail
from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChoiceAnswer,
    DateAnswer,
    LevelAnswer,
    MultipleAnswer,
    NotApplicable,
    NumberAnswer,
    TextAnswer,
    Unknown,
    YesNoAnswer,
)
from readiness.model.comparisons import FactValue
from readiness.model.framework import Framework
from readiness.report.exact import exact_text
from readiness.report.words import sized

__all__ = ["asked_of", "beside_words", "detail_words", "place_words", "short"]


def short(answer: AnswerBase | None) -> str:
    """Return an answer as it could be typed, or the state that stands in for one."""
    match answer:
        case LevelAnswer(level=level):
            return str(level)
        case ChecklistAnswer(done=done, partly=partly):
            return ", ".join((*done, *(f"{id_}~" for id_ in partly))) or "none"
        case ChoiceAnswer(option=option):
            return option
        case MultipleAnswer(options=options):
            return ", ".join(options) or "none"
        case YesNoAnswer(answer=word):
            return word
        case NumberAnswer(value=value):
            return exact_text(value)
        case TextAnswer(text=text):
            return text
        case DateAnswer(date=day):
            return day.isoformat()
        case _:
            return _state(answer)


def _state(answer: AnswerBase | None) -> str:
    match answer:
        case NotApplicable(not_applicable=reason):
            return f"not applicable: {reason}"
        case Unknown(unknown=why):
            return f"not known: {why}"
        case None:
            return "no answer"
        case _:
            return sized(len(answer.votes), "vote") if answer.votes else "no answer"


def beside_words(answer: AnswerBase) -> list[str]:
    """Return what stands beside an answer, a line for each thing."""
    evidence = [
        f"evidence: {one.title}" + (f", {one.dated}" if one.dated else "") + (f" ({one.ref})" if one.ref else "")
        for one in answer.evidence
    ]
    note = [f"note: {answer.note}"] if answer.note else []
    return [*note, *evidence, *([f"confidence: {answer.confidence}"] if answer.confidence else [])]


def detail_words(value: FactValue | None) -> str:
    """Return what is known about the organisation as it could be typed."""
    match value:
        case None:
            return "not known"
        case bool():
            return "yes" if value else "no"
        case Fraction():
            return exact_text(value)
        case _:
            return value


def place_words(framework: Framework, question: str) -> list[str]:
    """Return the titles of the areas that hold a question, outermost first."""
    return [area.title for area in framework.placed[question][1]] or [framework.title]


def asked_of(detail: Detail) -> str:
    """Return what can be typed about the organisation."""
    words = {"boolean": "yes or no", "number": "a number", "count": "a whole number", "text": "a few words"}
    return words[detail.type]
