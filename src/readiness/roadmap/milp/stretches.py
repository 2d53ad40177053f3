"""Makes a plan better by choosing a stretch of its quarters anew, while the rest stays as it is.

A search near a plan in hand (large neighbourhood search) finds good plans where a search of the whole model, which has
to prove things at the same time, finds none for long. Each stretch is a small model of its own: the actions that start
in it are free, and so are all that the plan has not. It stops by gap and nodes, as every search does.
"""

from __future__ import annotations

from collections.abc import Iterator

from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.milp.search import maximised
from readiness.roadmap.solution import Choice

__all__ = ["improved"]

_NODES = 3
"""A stretch is searched no further than this: on the largest example more nodes found no better plan."""


def improved(model: PlanModel, choices: tuple[Choice, ...], *, gap: float, parts: int) -> tuple[Choice, ...]:
    """Return a plan that the model makes no less of, chosen anew stretch by stretch.

    Args:
        model: The whole model.
        choices: The plan in hand; where it does not lie within the model, it is what comes back.
        gap: A stretch is searched until no plan with another one can be worth more by more than this.
        parts: A stretch is so many times shorter than the plan.
    """
    for stretch in _stretches(model.starts.last, parts):
        known = model.starts.values(choices)
        if known is None:
            break
        start = dict(choices)
        kept = [id_ for id_, t in start.items() if t not in stretch]
        found = maximised(model.model.fixed(model.starts.settled(start, kept)), known, gap=gap, nodes=_NODES)
        choices = choices if found.values is None else model.starts.choices(found.values)
    return choices


def _stretches(quarters: int, parts: int) -> Iterator[range]:
    """Yield stretches of quarters that overlap by half, from the first quarter of a plan to the last."""
    width = max(1, quarters // parts)
    for first in (*range(0, quarters - width, max(1, width // 2)), quarters - width):
        yield range(first, first + width)
