"""The evidence behind the answers: what it is worth on a day, and whether its files are what they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import UsageError
from readiness.workflows.assessing import Assessed, assess

if TYPE_CHECKING:
    from readiness.model.answers import Evidence, EvidenceRule
    from readiness.report.dossier import Dates, Found, Needed, Piece

__all__ = ["Evidenced", "find_evidence"]

_MOST_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class Evidenced:
    """An assessment and its evidence."""

    assessed: Assessed
    found: Found


def find_evidence(path: str, *, within: int, as_of: date | None = None, verify: bool = False) -> Evidenced:
    """Return the evidence of the questions that apply. Nothing is fetched from the network.

    Args:
        path: The assessment file; its folder is where files of evidence lie.
        within: Evidence that ends within so many days counts as expiring.
        as_of: The day on which evidence has to hold; the day of the assessment when left out.
        verify: Whether files are read and compared with their digests.

    Raises:
        UsageError: the assessment has no folder, or the number of days cannot be.
        InputError: the assessment cannot be read.
        InvalidDocument: it or its framework has errors.
    """
    from readiness.report.dossier import Found

    if path == "-":
        raise UsageError("standard input has no folder in which evidence could lie", hint="name the file")
    if not 0 <= within <= _MOST_DAYS:
        raise UsageError(f"--within: {within} is no number of days that can be", hint=f"from 0 to {_MOST_DAYS}")
    assessed = assess(path, as_of=as_of)
    found = Found(
        framework=assessed.framework.id,
        version=assessed.framework.version,
        organisation=assessed.assessment.organisation.name,
        as_of=assessed.as_of,
        within=within,
        verified=verify,
        pieces=tuple(_pieces(assessed, within, verify=verify)),
        needed=tuple(_needed(assessed)),
    )
    return Evidenced(assessed, found)


def _pieces(assessed: Assessed, within: int, *, verify: bool) -> Iterator[Piece]:
    from readiness.report.dossier import Piece
    from readiness.scoring.reading import last_day
    from readiness.scoring.result import State
    from readiness.workflows.evidence_places import find_place

    folder, number, framework = Path(assessed.path).parent, count(1), assessed.framework
    for node in assessed.scorecard.questions:
        answer = assessed.assessment.answers.get(node.id)
        if node.state is State.HIDDEN or answer is None:
            continue
        question = framework.question[node.id]
        rule = framework.evidence_rule(question)
        for one in answer.evidence:
            place = find_place(one.ref, one.sha256, folder, verify=verify)
            yield Piece(
                number=f"E{next(number)}",
                question=node.id,
                topic=question.topic,
                evidence=one,
                dates=_dates(one, rule, assessed.as_of, within),
                last_day=last_day(one, rule),
                file=place.state,
                reason=place.reason,
                path=place.path,
            )


def _dates(evidence: Evidence, rule: EvidenceRule, as_of: date, within: int) -> Dates:
    from readiness.report.dossier import Dates
    from readiness.scoring.reading import is_in_date, last_day

    if is_in_date(evidence, rule, as_of):
        ends = last_day(evidence, rule)
        return Dates.EXPIRING if ends and ends - as_of <= timedelta(days=within) else Dates.IN_DATE
    if evidence.dated is not None and evidence.dated > as_of:
        return Dates.NOT_YET
    return Dates.STALE if last_day(evidence, rule) else Dates.UNDATED


def _needed(assessed: Assessed) -> Iterator[Needed]:
    from readiness.report.dossier import Needed

    for node in assessed.scorecard.questions:
        if node.needs_evidence:
            question = assessed.framework.question[node.id]
            yield Needed(node.id, question.topic, question.evidence.expect)
