"""What stands around a node: its parent, the policies that hold for it, and what is left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.model.answers import Unknown
from readiness.scoring.result import NodeScore, Scorecard, State

if TYPE_CHECKING:
    from readiness.model.framework import Framework

__all__ = ["counted_as", "left_out", "parent_of"]

_COUNTS = {
    "zero": "counts as the lowest level",
    "full": "counts in full",
    "exclude": "is left out",
    "forbidden": "is left out",
    "block": "keeps everything above it from having a score",
}


def parent_of(node: NodeScore, scorecard: Scorecard) -> NodeScore | None:
    """Return the area or framework that holds a node; None for the framework."""
    return next((one for one in scorecard.root.walk() if node in one.children), None)


def counted_as(node: NodeScore, framework: Framework, *, reason: bool = True) -> str | None:
    """Return what happens to a question without an answer, and which policy says so; None for any other node.

    Args:
        node: The question.
        framework: Where its policies stand.
        reason: Whether to say why the answer is not known.
    """
    match node.state:
        case State.UNKNOWN | State.UNANSWERED:
            rule = _policy(node.id, framework, "unanswered", default="zero")
            return f"{_missing(node, reason=reason)}; it {_COUNTS[rule]} (policy unanswered: {rule})"
        case State.NOT_APPLICABLE:
            rule = _policy(node.id, framework, "not_applicable", default="exclude")
            return f"not applicable; it {_COUNTS[rule]} (policy not-applicable: {rule})"
        case State.HIDDEN:
            return "not asked, because its condition does not hold; it is left out"
        case _:
            return None


def left_out(node: NodeScore, framework: Framework) -> Iterator[tuple[NodeScore, str]]:
    """Yield the children that do not count for a node, or count without an answer, each with the reason."""
    counted = {one.child for one in node.contributions}
    for child in node.children:
        reason = counted_as(child, framework)
        if reason:
            yield child, reason
        elif child.id not in counted:
            words = "recorded in words, not scored" if child.kind == "question" and child.score is None else None
            yield (
                child,
                words or ("has no score" if child.score is None else "does not count, as there is no score here"),
            )


def _policy(question_id: str, framework: Framework, name: str, *, default: str) -> str:
    """Return the nearest policy: the question's own, or that of the innermost area that has one."""
    question, above = framework.placed[question_id]
    policies = [question.scoring, *(area.scoring for area in reversed(above)), framework.scoring]
    return next((rule for one in policies if (rule := getattr(one, name))), default)


def _missing(node: NodeScore, *, reason: bool) -> str:
    if isinstance(node.answer, Unknown):
        return f"unknown ({node.answer.unknown.rstrip('.')})" if reason else "unknown"
    return "not answered"
