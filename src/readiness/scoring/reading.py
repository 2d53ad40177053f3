"""Reads what each answer counts as, before conditions and roll-ups."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    Evidence,
    EvidenceRule,
    NotApplicable,
    Question,
    Unanswered,
    Unknown,
)
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.model.scale import Scale
from readiness.scoring.result import EvidenceState, State

__all__ = [
    "NOT_ASKED",
    "Reading",
    "as_evidenced",
    "evidence_state",
    "is_in_date",
    "read_answer",
    "read_answers",
    "with_items",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer as the engine sees it."""

    state: State
    """Never HIDDEN: that is decided by conditions."""
    ratio: Fraction | None = None
    """Points / maximum of an answered, scored question."""
    answer: AnswerBase | None = None
    evidence: EvidenceState | None = None
    evidenced: Fraction | None = None
    """The ratio that is left when evidence that is needed and missing is taken into account."""

    @property
    def needs_evidence(self) -> bool:
        """Whether the answer claims more than its evidence carries."""
        return self.evidenced != self.ratio

    def lifted(self, ratio: Fraction) -> Reading:
        """Return the reading as if the answer reached at least this ratio, with the evidence for it."""
        reached = ratio if self.ratio is None else max(ratio, self.ratio)
        return replace(self, state=State.ANSWERED, ratio=reached, evidenced=reached)

    def capped(self, ratio: Fraction) -> Reading:
        """Return the reading as if the answer reached no more than this ratio."""
        return replace(self, ratio=ratio, evidenced=ratio)


NOT_ASKED = Reading(State.UNANSWERED)


def read_answers(framework: Framework, assessment: Assessment, as_of: date) -> dict[str, Reading]:
    """Return the reading of every question, in the order of the framework."""
    return {
        id_: read_answer(
            question, assessment.answers.get(id_), framework.scale, framework.evidence_rule(question), as_of
        )
        for id_, question in framework.question.items()
    }


def read_answer(
    question: Question, answer: AnswerBase | None, scale: Scale, rule: EvidenceRule, as_of: date
) -> Reading:
    """Return what one answer counts as on one day."""
    match answer:
        case None:
            return NOT_ASKED
        case Unanswered():
            return Reading(State.UNANSWERED, answer=answer)
        case Unknown():
            return Reading(State.UNKNOWN, answer=answer)
        case NotApplicable():
            return Reading(State.NOT_APPLICABLE, answer=answer)
        case _:
            ratio = question.ratio(answer, scale) if question.scored else None
            backed = evidence_state(answer.evidence, rule, as_of)
            return Reading(State.ANSWERED, ratio, answer, backed, _evidenced(ratio, backed, rule, scale))


def with_items(question: Question, reading: Reading, items: Iterable[str], scale: Scale) -> Reading:
    """Return a checklist's reading as if these items were done as well."""
    old = (
        reading.answer
        if isinstance(reading.answer, ChecklistAnswer)
        else ChecklistAnswer.model_construct(done=(), partly=())
    )
    done = (*old.done, *(item for item in items if item not in old.done))
    answer = ChecklistAnswer.model_construct(
        done=done, partly=tuple(item for item in old.partly if item not in done), evidence=old.evidence
    )
    return replace(reading.lifted(question.ratio(answer, scale)), answer=answer)


def _evidenced(ratio: Fraction | None, backed: EvidenceState, rule: EvidenceRule, scale: Scale) -> Fraction | None:
    """Return the ratio one level below the level that needs evidence, where it is needed and not in date."""
    if ratio is None or rule.required_from is None or backed is EvidenceState.IN_DATE:
        return ratio
    if ratio < scale.ratio_of(rule.required_from):
        return ratio
    return scale.ratio_of(max(rule.required_from - 1, scale.lowest))


def evidence_state(evidence: tuple[Evidence, ...], rule: EvidenceRule, as_of: date) -> EvidenceState:
    """Return the state of the best piece of evidence."""
    if not evidence:
        return EvidenceState.NONE
    return EvidenceState.IN_DATE if any(is_in_date(one, rule, as_of) for one in evidence) else EvidenceState.STALE


def is_in_date(evidence: Evidence, rule: EvidenceRule, as_of: date) -> bool:
    """Tell whether evidence holds on a day: begun, not ended, and not older than the rule allows.

    Evidence with neither a date nor an end is never in date.
    """
    if evidence.dated is None and evidence.valid_until is None:
        return False
    if evidence.dated is not None and evidence.dated > as_of:
        return False
    if evidence.valid_until is not None:
        return as_of <= evidence.valid_until
    assert evidence.dated is not None
    return rule.valid_for_months is None or as_of <= _months_after(evidence.dated, rule.valid_for_months)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def as_evidenced(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings with each ratio cut to what its evidence carries."""
    return {id_: replace(one, ratio=one.evidenced) for id_, one in readings.items()}
