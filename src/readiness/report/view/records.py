"""What a screen shows of one question when it is opened, and paper has in its annexes."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.model.answers import Question
from readiness.report.view.annexes import AnswerLine, answer_line
from readiness.report.view.context import Context
from readiness.report.view.gaps import recommendations, standards_words
from readiness.report.view.method import weight_words
from readiness.report.words import sentence
from readiness.scoring.result import NodeScore

__all__ = ["Record", "is_met", "record_of"]


@dataclass(frozen=True, slots=True)
class Record:
    """All else that is known of one question."""

    line: AnswerLine
    is_met: bool
    """Whether paper only names it: its target is met, or it does not apply."""
    why: str
    recommendations: tuple[str, ...]
    standards: str
    gain: str
    weight: str


def is_met(context: Context, node: NodeScore) -> bool:
    """Tell whether a question has a target, and no gap to it."""
    return node.id in context.given.scorecard.target_levels and node.id not in context.gap


def record_of(context: Context, node: NodeScore, question: Question) -> Record:
    """Return what the annex says of a question, and what asks for more where it misses its target."""
    gap = context.gap.get(node.id)
    return Record(
        line=answer_line(context, node),
        is_met=is_met(context, node),
        why=sentence(question.why) if gap and question.why else "",
        recommendations=recommendations(context, question) if gap else (),
        standards=standards_words(context, (question,)) if gap else "",
        gain=context.gain(gap.gain) if gap else "",
        weight=weight_words(node) if question.scored else "",
    )
