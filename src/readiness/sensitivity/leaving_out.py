"""The exact result without one part: which part moves it most?"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.scoring.engine import Branch, Headline, Leaf
from readiness.sensitivity.result import LeftOut
from readiness.sensitivity.standing import Standings

__all__ = ["dimensions_left_out", "questions_left_out"]


def dimensions_left_out(now: Headline, standings: Standings) -> tuple[LeftOut, ...]:
    """Return the result without each top area that counts, the one that moves it most first; ties by id."""
    if now.overall is None:
        return ()
    counted = {id_ for id_, _ in now.counted(now.scorer.root)}
    areas = [one for one in now.scorer.root.children if isinstance(one, Branch) and one.id in counted]
    return _ranked(_without(now, standings, area, area.title) for area in areas)


def questions_left_out(now: Headline, standings: Standings) -> tuple[LeftOut, ...]:
    """Return the result without each question that counts, the one that moves it most first; ties by id."""
    if now.overall is None:
        return ()
    counted = {id_ for branch in now.scorer.branch.values() for id_, _ in now.counted(branch)}
    questions = [leaf for leaf in now.scorer.leaf.values() if leaf.id in counted]
    return _ranked(_without(now, standings, leaf, leaf.question.topic) for leaf in questions)


def _without(now: Headline, standings: Standings, node: Branch | Leaf, title: str) -> LeftOut:
    without = now.without(node.id)
    value, before = without.value(without.scorer.root), now.overall
    if value.ratio is None or value.maximum is None or before is None:
        return LeftOut(node.id, title, None, None, None)
    scale = now.scorer.scale
    change = (value.ratio - before) * scale.span
    return LeftOut(
        node.id, title, scale.score_of(value.ratio), change, standings.place(value.ratio, value.maximum)
    )  # fmt: skip


def _ranked(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(found, key=lambda one: (one.change is None, -abs(one.change or Fraction(0)), one.id)))
