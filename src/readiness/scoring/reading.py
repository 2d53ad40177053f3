"""Reads what each answer counts as, before conditions and roll-ups."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from readiness.model.answers import (
    AnswerBase,
    ChecklistAnswer,
    ChecklistQuestion,
    Evidence,
    EvidenceRule,
    NotApplicable,
    Question,
    Unanswered,
    Unknown,
)
from readiness.model.assessment import Assessment
from readiness.model.direction import Direction
from readiness.model.framework import Framework
from readiness.model.scale import Scale
from readiness.scoring.combining import Standing, standing
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


# Looked up once: a member of an enumeration takes Python 3.11 longer to find than to compare.
_ANSWERED, _UNANSWERED, _IN_DATE = State.ANSWERED, State.UNANSWERED, EvidenceState.IN_DATE
_WITHOUT_CONTENT: Mapping[type[AnswerBase], State] = MappingProxyType(
    {Unanswered: State.UNANSWERED, Unknown: State.UNKNOWN, NotApplicable: State.NOT_APPLICABLE}
)


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
    direction: Direction = Direction.BETTER
    """What a higher ratio means."""

    @property
    def stands(self) -> Fraction:
        """The ratio; without one, the worst there is."""
        return self.direction.worst if self.ratio is None else self.ratio

    @property
    def needs_evidence(self) -> bool:
        """Whether the answer claims a better state than its evidence carries."""
        return self.evidenced is not self.ratio and self.evidenced != self.ratio

    def lifted(self, ratio: Fraction) -> Reading:
        """Return the reading as if the answer were at least as good as this ratio, with the evidence for it."""
        reached = ratio if self.ratio is None else self.direction.better(ratio, self.ratio)
        return Reading(_ANSWERED, reached, self.answer, self.evidence, reached, self.direction)

    def capped(self, ratio: Fraction) -> Reading:
        """Return the reading as if the answer were exactly this ratio, with the evidence for it."""
        return replace(self, ratio=ratio, evidenced=ratio)


NOT_ASKED = Reading(State.UNANSWERED)


def read_answers(framework: Framework, assessment: Assessment, as_of: date) -> dict[str, Reading]:
    """Return the reading of every question, in the order of the framework; of votes as what they come to."""
    scale, found = framework.scale, {}
    for id_, question in framework.question.items():
        answer, direction = assessment.answers.get(id_), framework.direction[id_]
        stands = None if answer is None else standing(question, answer, scale, direction, assessment.combine)
        found[id_] = _reading(stands, scale, framework.evidence_rule(question), as_of, direction)
    return found


def read_answer(
    question: Question,
    answer: AnswerBase | None,
    scale: Scale,
    rule: EvidenceRule,
    as_of: date,
    direction: Direction = Direction.BETTER,
) -> Reading:
    """Return what one answer, on which there is no vote, counts as on one day."""
    stands = None if answer is None else standing(question, answer, scale, direction)
    return _reading(stands, scale, rule, as_of, direction)


def _reading(stands: Standing | None, scale: Scale, rule: EvidenceRule, as_of: date, direction: Direction) -> Reading:
    if stands is None:
        return Reading(_UNANSWERED, direction=direction)
    answer, ratio = stands
    state = _WITHOUT_CONTENT.get(type(answer), _ANSWERED)
    if state is not _ANSWERED:
        return Reading(state, answer=answer, direction=direction)
    backed = evidence_state(answer.evidence, rule, as_of)
    carried = ratio if backed is _IN_DATE else _unbacked(ratio, rule, scale, direction)
    return Reading(state, ratio, answer, backed, carried, direction)


def with_items(question: Question, reading: Reading, items: Iterable[str], scale: Scale) -> Reading:
    """Return a checklist's reading as if these items were done as well; where higher is worse, as if they were gone."""
    assert isinstance(question, ChecklistQuestion)
    goes = reading.direction is Direction.WORSE
    unanswered = ChecklistAnswer.model_construct(done=tuple(item.id for item in question.items) if goes else ())
    old = reading.answer if isinstance(reading.answer, ChecklistAnswer) else unanswered
    named = dict.fromkeys(items)
    done = tuple(item for item in old.done if item not in named) if goes else tuple(dict.fromkeys((*old.done, *named)))
    answer = ChecklistAnswer.model_construct(
        done=done, partly=tuple(item for item in old.partly if item not in named), evidence=old.evidence
    )
    if reading.state is State.ANSWERED and (answer.done, answer.partly) == (old.done, old.partly):
        return reading
    return replace(reading.lifted(question.ratio(answer, scale)), answer=answer)


def _unbacked(ratio: Fraction | None, rule: EvidenceRule, scale: Scale, direction: Direction) -> Fraction | None:
    """Return what an answer without evidence in date counts as: one level worse than the one that needs evidence."""
    if ratio is None or rule.required_from is None or direction.gain(scale.ratio_of(rule.required_from), ratio) < 0:
        return ratio
    return scale.ratio_of(direction.worse_by_one(rule.required_from, scale))


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
    ends = last_day(evidence, rule)
    return ends is None or as_of <= ends


def last_day(evidence: Evidence, rule: EvidenceRule) -> date | None:
    """Return the last day on which evidence holds: the one it names, else what the rule allows after its date."""
    if evidence.valid_until is not None:
        return evidence.valid_until
    if evidence.dated is None or rule.valid_for_months is None:
        return None
    return _months_after(evidence.dated, rule.valid_for_months)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def as_evidenced(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings with each ratio cut to what its evidence carries."""
    return {id_: replace(one, ratio=one.evidenced) if one.needs_evidence else one for id_, one in readings.items()}
