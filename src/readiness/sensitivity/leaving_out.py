"""The exact result without one part: which part moves it most?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from readiness.scoring.engine import Branch, Headline, Leaf
from readiness.sensitivity.result import LeftOut
from readiness.sensitivity.standing import Standings

__all__ = ["dimensions_left_out", "questions_left_out"]


def dimensions_left_out(now: Headline, standings: Standings) -> tuple[LeftOut, ...]:
    """Return the result without each top area that counts, the one that moves it most first; ties by id."""
    if now.overall is None:
        return ()
    areas = [part for part, _ in now.counted(now.scorer.root) if isinstance(part, Branch)]
    return _ranked(_without(now, standings, area, area.title) for area in areas)


def questions_left_out(now: Headline, standings: Standings) -> tuple[LeftOut, ...]:
    """Return the result without each question that counts, the one that moves it most first; ties by id."""
    if now.overall is None:
        return ()
    questions = _counted_below(now, now.scorer.root)
    return _ranked(_without(now, standings, leaf, leaf.question.topic) for leaf in questions)


def _counted_below(now: Headline, branch: Branch) -> Iterator[Leaf]:
    """Yield the questions that the score of a branch is made of."""
    for part, _ in now.counted(branch):
        if isinstance(part, Leaf):
            yield part
        else:
            yield from _counted_below(now, part)


def _without(now: Headline, standings: Standings, node: Branch | Leaf, title: str) -> LeftOut:
    without = now.without(node.id)
    value, before = without.value(without.scorer.root), now.overall
    if value.ratio is None or value.maximum is None or before is None:
        return LeftOut(node.id, title, None, None, None)
    scale = now.scorer.scale
    change = (value.ratio - before) * scale.span
    place = standings.place(value.ratio, value.maximum)
    return LeftOut(node.id, title, scale.score_of(value.ratio), change, place)


def _ranked(found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(found, key=lambda one: (one.change is None, -abs(one.change or Fraction(0)), one.id)))
