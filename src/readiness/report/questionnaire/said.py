"""An answer in words, for the people who are asked whether it still holds."""

from __future__ import annotations

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
from readiness.report.exact import exact_text
from readiness.report.questionnaire.questionnaire import AskedOption
from readiness.report.wording import gettext, pgettext
from readiness.report.words import long_date

__all__ = ["said"]


def said(answer: AnswerBase | None, options: tuple[AskedOption, ...], unit: str) -> str:
    """Return an answer in words; nothing where none was given."""
    match answer:
        case LevelAnswer(level=one) | ChoiceAnswer(option=one) | YesNoAnswer(answer=one):
            return _texts(options, (str(one),))
        case MultipleAnswer(options=ticked):
            return _texts(options, ticked) or gettext("None of the options")
        case ChecklistAnswer(done=done, partly=partly):
            return _checked(options, done, partly)
        case NumberAnswer(value=value):
            return gettext("{number} {unit}", number=exact_text(value), unit=unit)
        case DateAnswer(date=day):
            return long_date(day)
        case TextAnswer(text=text):
            return text
        case NotApplicable(not_applicable=reason):
            return gettext("Does not apply: {reason}", reason=reason)
        case Unknown(unknown=reason):
            return gettext("Not known: {reason}", reason=reason)
        case _:
            return ""


def _texts(options: tuple[AskedOption, ...], ids: tuple[str, ...]) -> str:
    named = (f"{one.label}: {one.text}" if one.label else one.text for one in options if one.id in ids)
    return "; ".join(named)


def _checked(options: tuple[AskedOption, ...], done: tuple[str, ...], partly: tuple[str, ...]) -> str:
    lines = (
        (pgettext("of an item", "Done"), _texts(options, done)),
        (pgettext("of an item", "Partly done"), _texts(options, partly)),
    )
    said = [gettext("{name}: {text}", name=name, text=text) for name, text in lines if text]
    return "\n".join(said) or gettext("Nothing is done")
