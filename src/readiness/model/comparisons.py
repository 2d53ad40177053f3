"""Compares answers and facts with what conditions ask of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChoiceAnswer,
    ChoiceQuestion,
    DateAnswer,
    MultipleAnswer,
    NumberAnswer,
    NumberQuestion,
    Question,
    TextAnswer,
    YesNoQuestion,
)
from readiness.model.conditions import FactCondition, QuestionCondition
from readiness.model.scale import Scale
from readiness.model.sums import is_less

__all__ = ["FactValue", "answer_satisfies", "fact_satisfies"]

FactValue: TypeAlias = bool | Fraction | str


def fact_satisfies(condition: FactCondition, value: FactValue) -> bool:
    """Return whether a fact that is given satisfies a comparison; words and booleans have no order."""
    if condition.is_ is not None:
        return type(value) is type(condition.is_) and value == condition.is_
    return isinstance(value, Fraction) and _is_within(condition, value)


def answer_satisfies(
    condition: QuestionCondition, question: Question, ratio: Fraction | None, answer: AnswerBase | None, scale: Scale
) -> bool:
    """Return whether one answer satisfies a comparison. Comparisons of levels use the ratio on the scale.

    The ratio may differ from what the recorded answer is worth: the answer is missing and counts as something, or it is
    lifted to a target, or cut to its evidence. Then the answer is compared as one that is worth the ratio.
    """
    if condition.includes is not None:
        return _includes(condition.includes, question, ratio, answer, scale)
    if condition.is_ is not None:
        return _is(condition.is_, question, ratio, answer, scale)
    return ratio is not None and _is_within(condition, scale.score_of(ratio))


def _is_within(condition: FactCondition | QuestionCondition, value: Fraction) -> bool:
    """Tell whether a number lies where a comparison of order wants it."""
    if condition.at_least is not None:
        return not is_less(value, condition.at_least)
    assert condition.below is not None
    return is_less(value, condition.below)


def _includes(
    wanted: str, question: Question, ratio: Fraction | None, answer: AnswerBase | None, scale: Scale
) -> bool:  # fmt: skip
    """Tell whether an item is done or an option ticked; of an answer that is lifted to the full, every one is."""
    match answer:
        case ChecklistAnswer(done=named) | MultipleAnswer(options=named):
            return wanted in named or (ratio == 1 and question.ratio(answer, scale) != 1)
        case _:
            return ratio == 1


def _recorded(answer: AnswerBase | None) -> str | None:
    """Return what an answer that is not scored says."""
    match answer:
        case TextAnswer(text=text):
            return text
        case DateAnswer(date=day):
            return day.isoformat()
        case _:
            return None


def _is(
    wanted: FactValue, question: Question, ratio: Fraction | None, answer: AnswerBase | None, scale: Scale
) -> bool:  # fmt: skip
    if not question.scored:
        return _recorded(answer) == wanted
    match question:
        case YesNoQuestion(good=good):
            said = None if ratio is None else good if ratio else _other(good)
            return said == ({True: "yes", False: "no"}[wanted] if isinstance(wanted, bool) else wanted)
        case ChoiceQuestion() | NumberQuestion():
            return _is_value(wanted, question, ratio, answer, scale)
        case _:
            return ratio is not None and not isinstance(wanted, bool | str) and scale.score_of(ratio) == wanted


def _is_value(
    wanted: FactValue,
    question: ChoiceQuestion | NumberQuestion,
    ratio: Fraction | None,
    answer: AnswerBase | None,
    scale: Scale,
) -> bool:
    """Compare the recorded option or value while it counts what it is worth, else what is worth what it counts as."""
    if isinstance(answer, ChoiceAnswer | NumberAnswer) and question.ratio(answer, scale) == ratio:
        return (answer.option if isinstance(answer, ChoiceAnswer) else answer.value) == wanted
    if isinstance(question, ChoiceQuestion):
        best = question.maximum(scale)
        return ratio is not None and any(one.id == wanted and one.points == ratio * best for one in question.options)
    return isinstance(wanted, Fraction) and question.ratio(NumberAnswer.model_construct(value=wanted), scale) == ratio


def _other(word: str) -> str:
    return "no" if word == "yes" else "yes"
