"""Which actions drive cost and finish: a tornado, one action at a time, with all others as they are drawn.

Each action is held at its low estimate and then at its high one. The cost is a sum, so that needs no further draws; for
the finish they are timed again. Beside it stands, for the cost, the part of the variance by covariance, which adds up
over all actions; for the finish the criticality index: Van Slyke (1963), "Monte Carlo Methods and the PERT Problem",
Operations Research 11(5), 839-860.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readiness.roadmap.plan import PlannedAction
from readiness.roadmap.risk.chance import Floats
from readiness.roadmap.risk.result import CostDriver, FinishDriver
from readiness.roadmap.risk.timing import Network, Times, deciding, ever_last, finish_with

__all__ = ["cost_drivers", "finish_drivers"]

_SELDOM = 0.01
"""An action that decides the finish in fewer draws does not drive it."""


def cost_drivers(actions: Sequence[PlannedAction], costs: Sequence[Floats], total: Floats) -> tuple[CostDriver, ...]:
    """Return the actions whose cost is uncertain, the widest first."""
    away = total - total.mean()
    variance = float(away @ away)
    found = [
        CostDriver(
            one.action.id,
            low=float(low) - float(cost.mean()),
            high=float(high) - float(cost.mean()),
            share=float(cost @ away) / variance if variance else 0.0,
        )
        for one, cost in zip(actions, costs, strict=True)
        for low, _, high in [one.action.cost.points]
        if low < high
    ]
    return tuple(sorted(found, key=lambda one: (one.low - one.high, one.action)))


def finish_drivers(
    actions: Sequence[PlannedAction], network: Network, durations: Sequence[Floats], times: Times
) -> tuple[FinishDriver, ...]:
    """Return the actions on which the finish hangs in one draw of a hundred or more, the widest first."""
    return tuple(
        sorted(_finish_drivers(actions, network, durations, times), key=lambda one: (one.low - one.high, one.action))
    )


def _finish_drivers(
    actions: Sequence[PlannedAction], network: Network, durations: Sequence[Floats], times: Times
) -> Iterator[FinishDriver]:
    expected, last = float(times.finish.mean()), ever_last(times)
    for place, (one, hangs) in enumerate(zip(actions, deciding(network, times), strict=True)):
        low, _, high = map(float, one.action.duration_weeks.points)
        if low < high and hangs.mean() >= _SELDOM:
            held = (finish_with(network, durations, times, last, place=place, weeks=weeks) for weeks in (low, high))
            less, more = (float(finish.mean()) - expected for finish in held)
            yield FinishDriver(one.action.id, low=less, high=more, decides=float(hangs.mean()))
