"""Where a score comes from, as values that JSON has. Every number is given exactly and as a decimal."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.report.explanation.answers import answer_text, ratio_formula
from readiness.report.explanation.policies import left_out

if TYPE_CHECKING:
    from readiness.scoring.result import NodeScore
    from readiness.workflows import Assessed

__all__ = ["explanation_json"]


def explanation_json(assessed: Assessed, node: NodeScore) -> dict[str, object]:
    """Return everything that the text says."""
    span = assessed.framework.scale.span
    return {
        "id": node.id,
        "title": node.title,
        "kind": node.kind,
        "level": node.level,
        "band": node.band.name if node.band else None,
        **{name: _number(getattr(node, name)) for name in ("score", "low", "high", "evidenced", "target", "gap")},
        "answered": node.coverage.answered,
        "applicable": node.coverage.applicable,
        "weight": _number(node.weight),
        "share-of-whole": _number(node.share_of_whole),
        **(_answer(assessed, node) if node.kind == "question" else _parts(assessed, node, span)),
    }


def _answer(assessed: Assessed, node: NodeScore) -> dict[str, object]:
    question = assessed.framework.question[node.id]
    return {
        "state": str(node.state),
        "answer": answer_text(question, node.answer),
        "formula": ratio_formula(question, node.answer, assessed.framework.scale),
        "evidence": None if node.evidence is None else str(node.evidence),
        "needs-evidence": node.needs_evidence,
        "gain": next((_number(gap.gain) for gap in assessed.gaps if gap.question == node.id), None),
    }


def _parts(assessed: Assessed, node: NodeScore, span: int) -> dict[str, object]:
    found = {child.id: child for child in node.children}
    return {
        "rollup": node.rollup,
        "score-before-caps": None
        if node.raw_ratio is None
        else _number(assessed.framework.scale.score_of(node.raw_ratio)),
        "parts": [
            {
                "id": one.child,
                "title": found[one.child].title,
                "score": _number(found[one.child].score),
                "weight": _number(found[one.child].weight),
                "share": _number(one.share),
                "adds": _number(one.adds * span),
                "costs": _number(one.costs * span),
            }
            for one in node.contributions
        ],
        "without-an-answer": [{"id": child.id, "why": why} for child, why in left_out(node, assessed.framework)],
        "caps": [
            {
                "cap": gate.cap,
                "because": gate.because,
                "holds": gate.holds,
                "certain": gate.certain,
                "costs": _number(gate.loss * span),
                "questions": gate.questions,
            }
            for gate in node.gates
        ],
        "adjustments": [
            {
                "because": one.because,
                "holds": one.holds,
                "certain": one.certain,
                "adds": _number(one.change * span),
                "questions": one.questions,
            }
            for one in node.adjustments
        ],
    }


def _number(value: Fraction | None) -> dict[str, object] | None:
    return None if value is None else {"exact": str(value), "value": round(float(value), 4)}
