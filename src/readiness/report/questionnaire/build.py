"""Makes a questionnaire of a framework, and of the answers that are there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from readiness.errors import UnknownName, UsageError
from readiness.loading.returned import form_digest
from readiness.model.answers import Answer, Question, Unanswered
from readiness.model.answers.plain import plain_answer, plain_number
from readiness.model.assessment import Assessment
from readiness.model.comparisons import FactValue
from readiness.model.conditions import All, Condition
from readiness.model.framework import Area, Framework
from readiness.report.conditions import condition_words
from readiness.report.questionnaire.question import asked_question
from readiness.report.questionnaire.questionnaire import (
    AskedArea,
    AskedFact,
    AskedQuestion,
    Other,
    Person,
    Questionnaire,
)
from readiness.report.questionnaire.rules import rules_of
from readiness.report.questionnaire.said import said
from readiness.report.wording import direction_of, gettext

__all__ = ["build_questionnaire"]


def build_questionnaire(
    framework: Framework,
    assessment: Assessment | None = None,
    role: str | None = None,
    *,
    translated: Framework | None = None,
) -> Questionnaire:
    """Return what a form asks.

    Args:
        framework: The framework as it was written.
        assessment: The answers that are there already; they become the baseline of the form.
        role: Only the questions that this role can answer, by its id.
        translated: The framework with its texts in the language of the form.

    Raises:
        UnknownName: the framework names no such role.
        UsageError: no question is for this role.
    """
    shown = translated or framework
    person = _role(framework, shown, role)
    answers = assessment.answers if assessment else {}
    areas = tuple(_areas(shown, answers, role))
    asked = {question.id for area in areas for question in area.questions}
    return Questionnaire(
        framework=framework.id,
        version=framework.version,
        digest=form_digest(framework),
        title=shown.title,
        description=shown.description or "",
        language=shown.language,
        direction="rtl" if direction_of(shown.language) == "rtl" else "ltr",
        organisation=assessment.organisation.name if assessment else "",
        assessed_on=assessment.assessed_on.isoformat() if assessment else "",
        role=person,
        roles=tuple(Person(id_, shown.role_name(id_)) for id_ in _roles(framework)),
        respondents=_respondents(assessment),
        facts=tuple(_facts(shown, assessment)),
        areas=areas,
        rules=rules_of(framework, asked),
        elsewhere={
            id_: Other(one.type, plain_answer(answers.get(id_)))
            for id_, one in framework.question.items()
            if id_ not in asked
        },
        for_nobody=sum(not question.answered_by for question in framework.question.values()),
    )


def _roles(framework: Framework) -> tuple[str, ...]:
    """Return the roles that can answer something, in the order of the framework; those without a name come last."""
    named = {role for question in framework.question.values() for role in question.answered_by}
    return (*(role for role in framework.roles if role in named), *sorted(named - set(framework.roles)))


def _role(framework: Framework, shown: Framework, role: str | None) -> Person | None:
    if role is None:
        return None
    roles = _roles(framework)
    if role not in {*roles, *framework.roles}:
        raise UnknownName("role", role, known=roles)
    if role not in roles:
        raise UsageError(f"no question is for {role}", hint=f"questions are for {', '.join(roles) or 'no role'}")
    return Person(role, shown.role_name(role))


def _respondents(assessment: Assessment | None) -> tuple[Person, ...]:
    listed = assessment.respondents if assessment else {}
    return tuple(Person(id_, one.role, one.name or "") for id_, one in listed.items())


def _facts(framework: Framework, assessment: Assessment | None) -> Iterator[AskedFact]:
    known = assessment.organisation.known_facts if assessment else {}
    own = {
        "staff": gettext("How many people does the organisation employ?"),
        "sector": gettext("Which sector is the organisation in?"),
    }
    for id_, fact in framework.known_facts.items():
        yield AskedFact(id_, own.get(id_, fact.ask), fact.type, _fact_value(known.get(id_)))


def _fact_value(value: FactValue | None) -> bool | str | None:
    return value if value is None or isinstance(value, bool | str) else str(plain_number(value))


def _areas(framework: Framework, answers: Mapping[str, Answer], role: str | None) -> Iterator[AskedArea]:
    own = tuple(_questions(framework, framework.questions, (), answers, role))
    if own:
        yield AskedArea(framework.id, framework.title, (framework.title,), "", "", own)
    for area, above in framework.walk():
        questions = tuple(_questions(framework, area.questions, (*above, area), answers, role))
        if questions:
            condition = _joined(area.applies_when for area in (*above, area))
            yield AskedArea(
                id=area.id,
                title=area.title,
                path=tuple(one.title for one in (*above, area)),
                description=area.description or "",
                asked_when="" if condition is None else condition_words(condition, framework),
                questions=questions,
            )


def _questions(
    framework: Framework,
    questions: tuple[Question, ...],
    above: tuple[Area, ...],
    answers: Mapping[str, Answer],
    role: str | None,
) -> Iterator[AskedQuestion]:
    for question in questions:
        if role is None or role in question.answered_by:
            condition = _joined([*(area.applies_when for area in above), question.applies_when])
            yield _with_answer(asked_question(framework, question), framework, condition, answers.get(question.id))


def _joined(conditions: Iterable[Condition | None]) -> Condition | None:
    """Return one condition that holds when all of these hold, or None where there is none."""
    found = tuple(one for one in conditions if one is not None)
    return All.model_construct(all=found) if len(found) > 1 else next(iter(found), None)


def _with_answer(
    question: AskedQuestion, framework: Framework, condition: Condition | None, answer: Answer | None
) -> AskedQuestion:
    return replace(
        question,
        condition=None if condition is None else _plain(condition),
        asked_when="" if condition is None else condition_words(condition, framework),
        before=plain_answer(answer),
        said_before="" if isinstance(answer, Unanswered) else said(answer, question.options, question.unit),
    )


def _plain(condition: Condition) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", condition.model_dump(mode="json", by_alias=True, exclude_none=True))
