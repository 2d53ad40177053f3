"""What only scoring an assessment can tell of its file: answers and evidence that do not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.diagnostics import Diagnostic
from readiness.loading.load import Document

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import AnswerBase
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework
    from readiness.scoring.result import Scorecard

__all__ = ["warnings_of"]


def warnings_of(document: Document[Assessment], framework: Framework, scorecard: Scorecard) -> tuple[Diagnostic, ...]:
    """Return what was found in the file and what only scoring can tell, by place."""
    from readiness.workflows.settled import check_settled

    assert document.model is not None
    found = _findings_of(scorecard, framework, document.model.assessed_on)
    settled = check_settled(document.model, framework)
    scored = [document.locator.diagnose(finding) for finding in (*found, *settled)]
    return tuple(sorted([*document.diagnostics, *scored], key=lambda d: d.sort_key))


def _findings_of(scorecard: Scorecard, framework: Framework, assessed_on: date) -> Iterator[Finding]:
    """Find what only scoring can tell: answers that do not score, and evidence that no longer counts."""
    from readiness.scoring.result import EvidenceState, State

    for node in scorecard.questions:
        if node.state is State.HIDDEN and node.answer is not None:
            message = f"the answer to `{node.id}` does not score: the question does not apply here"
            yield Finding("RA301", ("answers", node.id), message, at_key=True, help=_asked_when(node.id, framework))
        elif node.evidence is EvidenceState.STALE and node.answer is not None:
            yield from _stale_evidence(node.id, node.answer, assessed_on, is_needed=node.needs_evidence)


def _asked_when(id_: str, framework: Framework) -> str:
    """Return the conditions under which a question is asked, its own and those of its areas, as advice."""
    from readiness.report.conditions import condition_words

    question, above = framework.placed[id_]
    conditions = [node.applies_when for node in (*above, question) if node.applies_when]
    words = " ".join(", and ".join(condition_words(one, framework) for one in conditions).split())
    return f"it is asked only when {words}; correct that, or remove the answer"


def _stale_evidence(id_: str, answer: AnswerBase, assessed_on: date, *, is_needed: bool) -> Iterator[Finding]:
    """Find evidence that has ended or grown old, and evidence that is needed and has no date at all.

    Evidence from after the assessment has a finding of its own (RA303), and is not told twice.
    """
    path: Path = ("answers", id_, "evidence")
    with_day = [one for one in answer.evidence if one.dated or one.valid_until]
    if with_day and all(one.dated and one.dated > assessed_on for one in with_day):
        return
    if with_day:
        message = f"no evidence for `{id_}` is in date"
        yield Finding("RA302", path, message, at_key=True, help="name newer evidence, or have the old confirmed")
    elif is_needed:
        message = f"the evidence for `{id_}` has no date, so the level that it should prove does not count"
        yield Finding("RA304", path, message, at_key=True, help="add `dated:` or `valid-until:` to it")
