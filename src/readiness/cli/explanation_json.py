"""Where a score comes from, as values that JSON has. Every number is given exactly and as a decimal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.report.exact import exactly

if TYPE_CHECKING:
    from readiness.report.explanation import Explanation
    from readiness.report.explanation.account import AnswerAccount, Change, PartsAccount, Place, WithoutAnswer

__all__ = ["explanation_json"]


def explanation_json(found: Explanation) -> dict[str, object]:
    """Return everything that the text says."""
    node = found.node
    return {
        "id": node.id,
        "title": node.title,
        "kind": node.kind,
        "measure": node.measure,
        "figure": found.figure,
        "level": node.level,
        "band": node.band.name if node.band else None,
        **{name: exactly(getattr(node, name)) for name in ("score", "low", "high", "evidenced", "target", "gap")},
        "answered": node.coverage.answered,
        "applicable": node.coverage.applicable,
        "weight": exactly(node.weight),
        "share-of-whole": exactly(node.share_of_whole),
        "facts": {fact.name: fact.text for fact in (found.headline, *found.facts)},
        **(_answer(found, found.answer) if found.answer else _parts(found, found.parts)),
        "without-answer": [_without_answer(one) for one in found.without_answer],
        "cut-for-evidence": [
            {"id": cut.id, "claimed": exactly(cut.claimed), "counts": exactly(cut.counts)} for cut in found.cuts
        ],
        "in-parent": _place(found.place),
    }


def _answer(found: Explanation, answer: AnswerAccount) -> dict[str, object]:
    node = found.node
    return {
        "state": str(node.state),
        "answer": answer.answer,
        "formula": answer.formula,
        "evidence": None if node.evidence is None else str(node.evidence),
        "needs-evidence": node.needs_evidence,
        "gain": exactly(answer.gain),
        "raises": [{"id": rise.id, "from": exactly(rise.before), "to": exactly(rise.after)} for rise in answer.rises],
        "decides": list(found.decides),
    }


def _parts(found: Explanation, parts: PartsAccount | None) -> dict[str, object]:
    return {
        "rollup": found.node.rollup,
        "words": list(parts.words) if parts else [],
        "formula": parts.formula if parts else None,
        "score-before-caps": exactly(parts.before) if parts else None,
        "parts": [
            {
                "id": part.node.id,
                "title": part.node.title,
                "score": exactly(part.node.score),
                "weight": exactly(part.node.weight),
                "share": exactly(part.share),
                "adds": exactly(part.adds),
                "costs": exactly(part.costs),
            }
            for part in (parts.parts if parts else ())
        ],
        "left-out": [{"id": one.id, "why": one.why} for one in found.left_out],
        "caps": [_change(one) | {"cap": one.cap} for one in found.changes if one.kind == "cap"],
        "adjustments": [_change(one) for one in found.changes if one.kind == "adjustment"],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "rule": change.rule,
        "because": change.because,
        "questions": list(change.questions),
        "holds": change.holds,
        "certain": change.certain,
        "from": exactly(change.before),
        "to": exactly(change.after),
        "words": change.text,
    }


def _without_answer(one: WithoutAnswer) -> dict[str, object]:
    return {
        "id": one.id,
        "state": one.state,
        "reason": one.reason,
        "policy": one.policy,
        "set-by": one.set_by or None,
        "counts-as": exactly(one.score),
        "words": one.rule,
    }


def _place(place: Place | None) -> dict[str, object] | None:
    if place is None:
        return None
    return {
        "parent": place.parent,
        "weight": exactly(place.weight),
        "share": exactly(place.share),
        "adds": exactly(place.adds),
        "costs": exactly(place.costs),
    }
