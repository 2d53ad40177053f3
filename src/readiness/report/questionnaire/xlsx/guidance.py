"""What a person needs to know to answer a question, in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.report.questionnaire.questionnaire import AskedQuestion
from readiness.report.wording import gettext
from readiness.report.words import sentence

__all__ = ["guidance_of", "question_text", "reasons_of"]


def question_text(question: AskedQuestion) -> str:
    """Return a question, and when it is asked."""
    if not question.asked_when:
        return question.ask
    condition = gettext("Answer this only when {condition}.", condition=question.asked_when)
    return f"{question.ask}\n\n{condition}"


def reasons_of(question: AskedQuestion) -> str:
    """Return why a question is asked, who can answer it, and what would back the answer."""
    return _paragraphs([question.why], _roles(question), _evidence(question))


def guidance_of(question: AskedQuestion) -> str:
    """Return what to do, and what the answers mean."""
    texts = [f"{one.label}: {one.text}" if one.label else f"– {one.text}" for one in question.options]
    is_chosen = question.type in {"level", "choice"}
    enough = [sentence(f"{one.name}: {one.text}") for one in question.enough]
    return _paragraphs([question.how], texts if is_chosen else [], enough)


def _paragraphs(*parts: Iterable[str]) -> str:
    return "\n\n".join(text for part in parts if (text := "\n".join(part)))


def _roles(question: AskedQuestion) -> Iterator[str]:
    if question.answered_by:
        yield gettext("Who can answer: {roles}.", roles=question.answered_by)


def _evidence(question: AskedQuestion) -> Iterator[str]:
    if question.evidence:
        yield gettext("Evidence, for example: {evidence}.", evidence="; ".join(question.evidence))
    if question.evidence_needed:
        yield question.evidence_needed
