"""The score of an area or a question as data, with all that is below it."""

from __future__ import annotations

from typing import Any

from readiness.report.exact import exactly
from readiness.scoring.result import AdjustmentOutcome, GateOutcome, NodeScore

__all__ = ["node_json"]


def node_json(node: NodeScore) -> dict[str, Any]:
    """Return a node and its children as plain values."""
    return {
        "id": node.id,
        "title": node.title,
        "kind": node.kind,
        "measure": node.measure,
        "weight": exactly(node.weight),
        "higher-is": str(node.direction),
        "rollup": node.rollup,
        "score": exactly(node.score),
        "level": node.level,
        "band": node.band.name if node.band else None,
        "ratio": exactly(node.ratio),
        "raw-ratio": exactly(node.raw_ratio),
        "points": exactly(node.points),
        "maximum": exactly(node.maximum),
        "low": exactly(node.low),
        "high": exactly(node.high),
        "evidenced": exactly(node.evidenced),
        "target": exactly(node.target),
        "gap": exactly(node.gap),
        "share-of-whole": exactly(node.share_of_whole),
        "coverage": {
            "answered": node.coverage.answered,
            "applicable": node.coverage.applicable,
            "weight": exactly(node.coverage.weight),
        },
        "state": node.state.value if node.state else None,
        "evidence": node.evidence.value if node.evidence else None,
        "needs-evidence": node.needs_evidence,
        "contributions": [
            {"child": one.child, "share": exactly(one.share), "adds": exactly(one.adds), "costs": exactly(one.costs)}
            for one in node.contributions
        ],
        "gates": [_gate(gate) for gate in node.gates],
        "adjustments": [_adjustment(one) for one in node.adjustments],
        "children": [node_json(child) for child in node.children],
    }


def _adjustment(one: AdjustmentOutcome) -> dict[str, Any]:
    return {
        "questions": list(one.questions),
        "because": one.because,
        "holds": one.holds,
        "certain": one.certain,
        "change": exactly(one.change),
    }


def _gate(gate: GateOutcome) -> dict[str, Any]:
    return {
        "questions": list(gate.questions),
        "cap": gate.cap,
        "because": gate.because,
        "holds": gate.holds,
        "certain": gate.certain,
        "loss": exactly(gate.loss),
    }
