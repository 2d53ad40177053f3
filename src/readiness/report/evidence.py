"""Which answers claim a level from which evidence is needed."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.model.framework import Framework
from readiness.scoring.result import EvidenceState, NodeScore, State

__all__ = ["claims_needing_evidence"]


def claims_needing_evidence(nodes: Iterable[NodeScore], framework: Framework) -> tuple[NodeScore, ...]:
    """Return the answers that claim a level from which evidence is needed, whether they have it or not."""
    answered = (node for node in nodes if node.state is State.ANSWERED)
    return tuple(node for node in answered if node.needs_evidence or _is_backed_claim(node, framework))


def _is_backed_claim(node: NodeScore, framework: Framework) -> bool:
    rule = framework.evidence_rule(framework.question[node.id])
    if node.score is None or rule.required_from is None or node.evidence is not EvidenceState.IN_DATE:
        return False
    return not node.direction.short(node.score, Fraction(rule.required_from))
