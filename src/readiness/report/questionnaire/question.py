"""One question as a form asks it, before anything is known of an answer."""

from __future__ import annotations

from typing import assert_never

from readiness.model.answers import (
    ChecklistQuestion,
    ChoiceQuestion,
    DateQuestion,
    LevelQuestion,
    MultipleQuestion,
    NumberQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)
from readiness.model.direction import Direction
from readiness.model.framework import Framework
from readiness.report.questionnaire.questionnaire import AskedOption, AskedQuestion
from readiness.report.view.parts import Labelled
from readiness.report.wording import gettext
from readiness.report.words import joined

__all__ = ["asked_question"]


def asked_question(framework: Framework, question: Question) -> AskedQuestion:
    """Return a question with nothing answered and no condition."""
    direction, rule = framework.direction[question.id], framework.evidence_rule(question)
    return AskedQuestion(
        id=question.id,
        topic=question.topic,
        ask=question.ask,
        how=_how(question, direction),
        why=question.why or "",
        type=question.type,
        options=_options(framework, question),
        may_be_partly=isinstance(question, ChecklistQuestion) and question.score == "weight",
        unit=question.unit if isinstance(question, NumberQuestion) else "",
        may_not_apply=framework.may_not_apply(question.id),
        enough=tuple(
            Labelled(gettext("Level {level} is good enough when", level=level), text)
            for level, text in question.good_enough_when.items()
        ),
        evidence=rule.expect,
        evidence_needed=_needed(rule.required_from, direction),
        answered_by=joined([framework.role_name(role) for role in question.answered_by], "or"),
        asked_when="",
        condition=None,
        before={},
        said_before="",
    )


def _needed(level: int | None, direction: Direction) -> str:
    if level is None:
        return ""
    if direction is Direction.BETTER:
        return gettext("Evidence is needed from level {level}.", level=level)
    return gettext("Evidence is needed at level {level} and below.", level=level)


def _how(question: Question, direction: Direction) -> str:
    match question:
        case LevelQuestion():
            if direction is Direction.BETTER:
                return gettext("Choose the highest level of which everything is true today.")
            return gettext("Choose the level that fits today.")
        case ChecklistQuestion(score="ladder"):
            return gettext("Say of each item whether it is done today.")
        case ChecklistQuestion():
            return gettext("Say of each item whether it is done, partly done or not done today.")
        case MultipleQuestion():
            return gettext("Choose all that apply today.")
        case ChoiceQuestion() | YesNoQuestion():
            return gettext("Choose one.")
        case NumberQuestion(unit=unit):
            return gettext("Write the number. Unit: {unit}", unit=unit)
        case TextQuestion():
            return gettext("Answer in a few words.")
        case DateQuestion():
            return gettext("Write the day, such as 2026-11-20.")
        case _:
            assert_never(question)


def _options(framework: Framework, question: Question) -> tuple[AskedOption, ...]:
    match question:
        case LevelQuestion(levels=levels):
            steps = framework.scale.levels
            return tuple(
                AskedOption(str(step.level), f"{step.level} {step.name}", levels.get(step.level, "")) for step in steps
            )
        case ChecklistQuestion(items=items):
            return tuple(AskedOption(item.id, "", item.text) for item in items)
        case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
            return tuple(AskedOption(option.id, "", option.text) for option in options)
        case YesNoQuestion():
            return AskedOption("yes", "", gettext("Yes")), AskedOption("no", "", gettext("No"))
        case _:
            return ()
