"""What moved since the assessment before, as data. The steps of each score add up exactly to its change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readiness.comparison.compare import NodeChange
from readiness.report.course_json import course_json
from readiness.report.exact import exactly
from readiness.report.since import Since
from readiness.scoring.result import NodeScore

__all__ = ["since_json"]


def since_json(since: Since) -> dict[str, Any]:
    """Return what moved as plain values; `since_schema` describes them."""
    compared, comparison = since.compared, since.compared.comparison
    return {
        "file": since.file,
        "organisation": comparison.old.assessment.organisation.name,
        "assessed-on": comparison.old.assessment.assessed_on.isoformat(),
        "version": compared.old_version,
        "version-known": compared.is_old_framework_known,
        "target": comparison.old.target_id,
        "overall": _node(comparison.overall),
        "dimensions": [_node(one) for one in comparison.dimensions],
        "measures": [_node(one) for one in comparison.measures],
        "questions": [
            {
                "id": one.id,
                "move": str(one.move),
                "before": exactly(one.before.score),
                "after": exactly(one.after.score),
            }
            for one in comparison.questions
        ],
        "targets-met": _ids(comparison.met),
        "targets-lost": _ids(comparison.lost),
        "questions-removed": _ids(comparison.removed),
        "questions-added": _ids(comparison.added),
    }


def _node(change: NodeChange) -> dict[str, Any]:
    return {"id": change.node.id, "score": course_json(change.score), "evidenced": course_json(change.evidenced)}


def _ids(nodes: Iterable[NodeScore]) -> list[str]:
    return [node.id for node in nodes]
