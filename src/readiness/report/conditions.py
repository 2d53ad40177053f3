"""Conditions in words."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.model.framework import Framework
from readiness.report.numbers import decimal_text, percent_text
from readiness.report.wording import gettext
from readiness.report.words import joined

__all__ = ["condition_words"]


def condition_words(condition: Condition, framework: Framework) -> str:
    """Return a condition as a clause, such as: Access control stands below level 2."""
    match condition:
        case All(all=parts):
            return joined([condition_words(part, framework) for part in parts])
        case Any_(any=parts):
            return joined([condition_words(part, framework) for part in parts], last="or")
        case Not(not_=part):
            return gettext("it is not so that {condition}", condition=condition_words(part, framework))
        case QuestionCondition():
            return _question_words(condition, framework)
        case AreaCondition(area=area, at_least_ratio=ratio):
            title = next((one.title for one, _ in framework.walk() if one.id == area), area)
            return gettext("{area} reaches {share} of the scale", area=title, share=percent_text(ratio))
        case FactCondition():
            return _fact_words(condition, framework)
        case _:
            assert_never(condition)


def _question_words(condition: QuestionCondition, framework: Framework) -> str:
    topic = (
        framework.question[condition.question].topic if condition.question in framework.question else condition.question
    )
    if condition.at_least is not None:
        level = _plain(condition.at_least)
        return gettext("{topic} stands at level {level} or above", topic=topic, level=level)
    if condition.below is not None:
        return gettext("{topic} stands below level {level}", topic=topic, level=_plain(condition.below))
    if condition.includes is not None:
        return gettext("“{item}” is done in {topic}", item=condition.includes, topic=topic)
    return gettext("the answer to {topic} is {value}", topic=topic, value=_plain(condition.is_))


def _fact_words(condition: FactCondition, framework: Framework) -> str:
    name = _asked(condition.fact, framework)
    if condition.at_least is not None:
        return gettext("the answer to “{fact}” is {value} or more", fact=name, value=_plain(condition.at_least))
    if condition.below is not None:
        return gettext("the answer to “{fact}” is below {value}", fact=name, value=_plain(condition.below))
    return gettext("the answer to “{fact}” is {value}", fact=name, value=_plain(condition.is_))


def _asked(fact: str, framework: Framework) -> str:
    """Return the question that finds a fact out; the tool's own words are in the language that is written in."""
    own = {
        "staff": gettext("How many people does the organisation employ?"),
        "sector": gettext("Which sector is the organisation in?"),
    }
    return framework.facts[fact].ask if fact in framework.facts else own.get(fact, fact)


def _plain(value: bool | Fraction | str | None) -> str:  # noqa: FBT001  one of the kinds of value
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, Fraction):
        return f"{value}" if value.denominator == 1 else decimal_text(value, 2)
    return f"{value}"
