"""What other answers would change, as values that JSON has. Every number is given exactly and as a decimal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.report.exact import exactly
from readiness.report.explanation.answers import answer_text
from readiness.report.explanation.policies import counted_as
from readiness.scoring.result import State

if TYPE_CHECKING:
    from readiness.comparison.what_if import Alone, Effect
    from readiness.scoring.result import NodeScore
    from readiness.workflows import Supposed

__all__ = ["what_if_json"]

_FIGURES = ("score", "low", "high", "target", "gap")


def what_if_json(supposed: Supposed) -> dict[str, object]:
    """Return everything that the text says."""
    found, framework = supposed.what_if, supposed.framework
    return {
        "framework": {"id": framework.id, "version": framework.version},
        "target": found.now.target_id,
        "answers": [_answer(supposed, id_) for id_ in found.answers],
        "together": {
            "change": exactly(found.whole.change),
            "effects": [_effect(effect) for effect in found.effects],
            "caps": [
                {
                    "node": now.node,
                    "cap": now.cap,
                    "because": now.because,
                    "questions": now.questions,
                    "holds": {"now": now.holds, "then": then.holds},
                    "certain": {"now": now.certain, "then": then.certain},
                }
                for now, then in found.gates
            ],
            "adjustments": [
                {"node": node, "because": now.because, "holds": {"now": now.holds, "then": then.holds}}
                for node, now, then in found.adjustments
            ],
            "newly-asked": [node.id for node in found.newly_asked],
            "newly-hidden": [node.id for node in found.newly_hidden],
        },
        "alone": [_alone(one) for one in found.alone],
        "interplay": exactly(found.interplay),
    }


def _answer(supposed: Supposed, id_: str) -> dict[str, object]:
    framework, found = supposed.framework, supposed.what_if
    now, then = found.now.node[id_], found.then.node[id_]
    question = framework.question[id_]
    return {
        "question": id_,
        "title": now.title,
        "now": {"state": str(now.state), "answer": answer_text(question, now.answer)},
        "then": {"state": str(then.state), "answer": answer_text(question, then.answer)},
        "is-scored": question.scored and then.state is not State.HIDDEN,
        "counts-as": counted_as(then, framework),
    }


def _effect(effect: Effect) -> dict[str, object]:
    now, then = effect.now, effect.then
    return {
        "id": now.id,
        "title": now.title,
        "kind": now.kind,
        "depth": now.depth,
        "higher-is": str(now.direction),
        "measure": now.measure,
        "change": exactly(effect.change),
        "now": _node(now, is_met=effect.is_met[0]),
        "then": _node(then, is_met=effect.is_met[1]),
    }


def _node(node: NodeScore, *, is_met: bool | None) -> dict[str, object]:
    return {
        **{name: exactly(getattr(node, name)) for name in _FIGURES},
        "level": node.level,
        "band": node.band.name if node.band else None,
        "target-met": is_met,
        **({"state": str(node.state)} if node.state else {}),
    }


def _alone(one: Alone) -> dict[str, object]:
    return {
        "question": one.question,
        "is-asked": one.is_asked,
        "change": exactly(one.change),
        "scores": [
            {"id": id_, "now": exactly(before), "then": exactly(after)} for id_, (before, after) in one.scores.items()
        ],
    }
