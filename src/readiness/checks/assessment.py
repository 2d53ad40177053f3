"""An assessment fits its framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.checks.evidence_refs import why_refused
from readiness.checks.finding import Finding
from readiness.checks.outline import suggestion
from readiness.checks.plan_limits import check_plan_limits
from readiness.checks.plan_money import check_plan_money
from readiness.checks.prose import essence, excerpt, is_placeholder
from readiness.checks.spelling import read_as_fact, respelt
from readiness.checks.votes import check_agreed, check_groups, check_voters
from readiness.model.answers import ANSWER_TYPES, AnswerBase, NotApplicable, Question, Unanswered, Unknown
from readiness.model.conditions import FactCondition, leaves
from readiness.model.facts import FACTS_OF_EVERY_ORGANISATION
from readiness.model.framework import facts_compared
from readiness.versions.pairs import successor

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework

__all__ = ["check_answer", "check_assessment"]

_NO_REASONS = frozenset(
    {"yes", "y", "x", "ok", "true", "no", "not applicable", "does not apply", "not relevant", "irrelevant"}
)
"""Texts that repeat that a question does not apply."""
_FACT_KINDS = {"boolean": (bool, "true or false"), "number": (Fraction, "a number"), "text": (str, "text")}


def check_assessment(assessment: Assessment, framework: Framework) -> Iterator[Finding]:
    """Find everything that keeps an assessment from meaning what its author thinks, but for what scoring finds out."""
    yield from _framework_version(assessment, framework)
    yield from _target(assessment, framework)
    yield from _facts(assessment, framework)
    yield from check_groups(assessment)
    yield from check_plan_money(assessment.plan, framework)
    yield from check_plan_limits(assessment.plan, framework)
    yield from _days_to_come(
        assessment,
        ((("plan", "actions", id_, "finished"), one.finished) for id_, one in assessment.plan.actions.items()),
    )
    for id_, answer in assessment.answers.items():
        question = framework.question.get(id_)
        if question is None:
            yield Finding(
                "RA101",
                ("answers", id_),
                f"there is no question `{id_}`",
                at_key=True,
                help=_now_called(id_, framework) or suggestion(id_, framework.question),
                fix=None if _now_called(id_, framework) else respelt(id_, framework.question),
            )
        else:
            yield from check_answer(question, answer, framework)
            yield from _circumstances(assessment, id_, answer)
            yield from _votes(assessment, question, answer, framework)


def _votes(assessment: Assessment, question: Question, answer: AnswerBase, framework: Framework) -> Iterator[Finding]:
    yield from check_voters(assessment, question.id, answer)
    for voter, vote in answer.votes.items():
        path = ("answers", question.id, "votes", voter)
        yield from check_answer(question, vote, framework, path)
        yield from _days_to_come(assessment, [((*path, "on"), vote.on)])
    yield from check_agreed(question, answer, framework.scale)


def _now_called(former: str, framework: Framework) -> str:
    """Return what a former id of a question is now, or nothing when no question replaces it."""
    now = successor(former, framework.question)
    return f"it is `{now}` now: readiness migrate ANSWERS --to {framework.version}" if now else ""


def _framework_version(assessment: Assessment, framework: Framework) -> Iterator[Finding]:
    answered = assessment.framework.version
    if answered != framework.version:
        message = f"the answers were given to version {answered}; this is version {framework.version}"
        yield Finding("RA103", ("framework", "version"), message, help=_version_advice(answered, framework.version))


def _version_advice(answered: str, current: str) -> str:
    """Return what would work; in semantic versioning the first number that differs says how much has changed."""
    then, now = tuple(map(int, answered.split("."))), tuple(map(int, current.split(".")))
    if then > now:
        return f"the answers are newer than the framework: use its version {answered}"
    command = f"readiness migrate ANSWERS --to {current}"
    if then[0] != now[0]:
        return f"answers may no longer mean what they did: {command} shows which can be carried over"
    if then[1] != now[1]:
        return f"{command} carries the answers over, and shows what changed"
    return f"only details have changed: {command} updates the version"


def _target(assessment: Assessment, framework: Framework) -> Iterator[Finding]:
    if assessment.target is not None and assessment.target not in framework.targets:
        yield Finding(
            "RA105",
            ("target",),
            f"there is no target profile `{assessment.target}`",
            help=suggestion(assessment.target, framework.targets),
            fix=respelt(assessment.target, framework.targets),
        )


def _facts(assessment: Assessment, framework: Framework) -> Iterator[Finding]:
    given = assessment.organisation.facts
    for name, value in given.items():
        fact = framework.facts.get(name)
        path = ("organisation", "facts", name)
        if fact is None:
            yield Finding(
                "RA106",
                path,
                f"the framework does not ask for the fact `{name}`",
                at_key=True,
                help=_elsewhere(name) or suggestion(name, framework.facts),
                fix=respelt(name, framework.facts),
            )
        elif not isinstance(value, _FACT_KINDS[fact.type][0]):
            wanted = _FACT_KINDS[fact.type][1]
            yield Finding("RA106", path, f"the fact `{name}` should be {wanted}", fix=read_as_fact(value, fact.type))
    asked = facts_compared(framework) | _facts_of_target(assessment, framework)
    for name in sorted(asked - assessment.organisation.known_facts.keys()):
        written = f"facts: {{{name}: …}}" if name in framework.facts else f"{name}: …"
        yield Finding(
            "RA107",
            ("organisation",),
            f"the fact `{name}` is not given: {framework.known_facts[name].ask}",
            at_key=True,
            help=f"add `{written}` to the organisation",
        )


def _elsewhere(name: str) -> str:
    """Return where a fact of every organisation is written, or nothing for other facts."""
    return f"write `{name}:` beside `facts:`, not in it" if name in FACTS_OF_EVERY_ORGANISATION else ""


def _facts_of_target(assessment: Assessment, framework: Framework) -> frozenset[str]:
    """Return the facts at which the switches of the chosen profile look."""
    chosen = framework.targets.get(assessment.target or next(iter(framework.targets), ""))
    conditions = [switch.when for switch in chosen.switches] if chosen else []
    return frozenset(leaf.fact for one in conditions for leaf in leaves(one) if isinstance(leaf, FactCondition))


def check_answer(
    question: Question, answer: AnswerBase, framework: Framework, place: Path | None = None
) -> Iterator[Finding]:
    """Find what keeps an answer, or a state that stands in for one, from fitting its question.

    Args:
        question: What is answered.
        answer: What stands at the place.
        framework: Whose question it is.
        place: Where it stands; among the answers of an assessment when left out.
    """
    path = place or ("answers", question.id)
    kind = ANSWER_TYPES[question.type]
    match answer:
        case Unknown() | Unanswered():
            return
        case NotApplicable(not_applicable=reason):
            if not framework.may_not_apply(question.id):
                message = f"`{question.id}` cannot be marked not applicable"
                yield Finding(
                    "RA203",
                    (*path, "not-applicable"),
                    message,
                    at_key=True,
                    help="give the level that describes the agency today",
                )
            elif is_placeholder(reason) or essence(reason) in _NO_REASONS:
                yield Finding(
                    "RA204",
                    (*path, "not-applicable"),
                    f"{excerpt(reason)!r} does not say why `{question.id}` does not apply",
                    help="write the reason: what the organisation does not have or do",
                )
        case _ if not isinstance(answer, kind.answer):
            given = next(name for name, one in ANSWER_TYPES.items() if isinstance(answer, one.answer))
            wanted = " or ".join(f"`{key}`" for key in kind.keys)
            message = f"`{question.id}` is a question of type {question.type}, the answer is of type {given}"
            yield Finding("RA201", path, message, at_key=True, help=f"answer with the key {wanted}")
        case _:
            problem = question.problem(answer, framework.scale)
            if problem:
                yield Finding("RA202", (*path, problem[0]), problem[1])


def _circumstances(assessment: Assessment, id_: str, answer: AnswerBase) -> Iterator[Finding]:
    path = ("answers", id_)
    if answer.by is not None and answer.by not in assessment.respondents:
        yield Finding(
            "RA104",
            (*path, "by"),
            f"there is no respondent `{answer.by}`",
            help=suggestion(answer.by, assessment.respondents) or "list them under `respondents`",
            fix=respelt(answer.by, assessment.respondents),
        )
    dates: list[tuple[Path, date | None]] = [((*path, "on"), answer.on)]
    dates += [((*path, "evidence", i, "dated"), one.dated) for i, one in enumerate(answer.evidence)]
    yield from _days_to_come(assessment, dates)
    for i, one in enumerate(answer.evidence):
        if one.ref is not None and (why := why_refused(one.ref)):
            message = f"the file {excerpt(one.ref)!r} is never opened: {why}"
            help_ = "put a copy into the folder of the assessment, and name it from there on"
            yield Finding("RA305", (*path, "evidence", i, "ref"), message, help=help_)


def _days_to_come(assessment: Assessment, dates: Iterable[tuple[Path, date | None]]) -> Iterator[Finding]:
    """Find days that something is said to have happened on, and that had not come when it was said."""
    for place, day in dates:
        if day is not None and day > assessment.assessed_on:
            message = f"{day} lies after the day of the assessment, {assessment.assessed_on}"
            yield Finding("RA303", place, message, help="correct the day, or `assessed-on`")
