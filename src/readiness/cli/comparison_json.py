"""Two assessments side by side, as values that JSON has. Every number is given exactly and as a decimal."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.comparison import notes, warnings
from readiness.cli.moved_answers import answer_json
from readiness.cli.version_changes import change_json
from readiness.report.course_json import course_json
from readiness.report.exact import exactly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.comparison.compare import NodeChange
    from readiness.comparison.compared import ComparedAssessments
    from readiness.comparison.moves import QuestionMove, RuleMove
    from readiness.comparison.side import Side
    from readiness.scoring.result import NodeScore

__all__ = ["comparison_json"]


def comparison_json(compared: ComparedAssessments) -> dict[str, object]:
    """Return everything that the text says; scores are on the scale of their own side."""
    comparison = compared.comparison
    return {
        "framework": comparison.new.framework.id,
        "old": _side(comparison.old, compared.old_version),
        "new": _side(comparison.new, comparison.new.assessment.framework.version),
        "warnings": warnings(compared),
        "notes": notes(compared),
        "nothing-moved": comparison.says_nothing,
        "overall": _node(comparison.overall),
        "dimensions": [_node(one) for one in comparison.dimensions],
        "measures": [_node(one) for one in comparison.measures],
        "questions": [_question(one, comparison.old, comparison.new) for one in comparison.questions],
        "facts": [{"id": one.id, "before": _fact(one.before), "after": _fact(one.after)} for one in comparison.facts],
        "target-levels": [{"id": one.node.id, "before": one.before, "after": one.after} for one in comparison.targets],
        "estimates-multiplied-by": {"before": _size(comparison.old), "after": _size(comparison.new)},
        "rules": [_rule(one) for one in comparison.rules],
        "targets-met": _ids(comparison.met),
        "targets-lost": _ids(comparison.lost),
        "framework-changes": [change_json(change) for change in comparison.changes],
        "questions-removed": _ids(comparison.removed),
        "questions-added": _ids(comparison.added),
        "not-carried-over": [{"path": ".".join(map(str, one.path)), "why": one.why} for one in compared.left],
    }


def _side(side: Side, version: str) -> dict[str, object]:
    return {
        "organisation": side.assessment.organisation.name,
        "version": version,
        "scored-with": side.framework.version,
        "assessed-on": _day(side.assessment.assessed_on),
        "as-of": _day(side.as_of),
        "target": side.target_id,
    }


def _day(day: date) -> str:
    return day.isoformat()


def _node(change: NodeChange) -> dict[str, object]:
    return {
        "id": change.node.id,
        "title": change.node.title,
        "higher-is": str(change.node.direction),
        "before": _figures(change.before),
        "after": _figures(change.after),
        "score": course_json(change.score),
        "evidenced": course_json(change.evidenced),
    }


def _figures(node: NodeScore | None) -> dict[str, object] | None:
    if node is None:
        return None
    return {
        "id": node.id,
        "level": node.level,
        "band": node.band.name if node.band else None,
        **{name: exactly(getattr(node, name)) for name in ("score", "low", "high", "evidenced", "target", "gap")},
        "answered": node.coverage.answered,
        "applicable": node.coverage.applicable,
    }


def _question(one: QuestionMove, old: Side, new: Side) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.after.title,
        "move": str(one.move),
        "before": answer_json(one.before, old.framework),
        "after": answer_json(one.after, new.framework),
    }


def _rule(rule: RuleMove) -> dict[str, object]:
    return {
        "kind": rule.kind,
        "node": rule.node.id,
        "because": rule.because,
        "cap": rule.cap,
        "applied-before": rule.applied_before,
        "applies-now": rule.applies_now,
    }


def _size(side: Side) -> dict[str, object]:
    """Return what days and amounts are multiplied by for the size of the organisation."""
    size = side.fitting.size
    effort, money = (Fraction(1), Fraction(1)) if size is None else (size.effort, size.money)
    return {"effort": exactly(effort), "money": exactly(money)}


def _fact(value: object) -> object:
    return str(value) if isinstance(value, Fraction) else value


def _ids(nodes: Iterable[NodeScore]) -> list[str]:
    return [node.id for node in nodes]
