"""What the estimates of planned actions come to in each draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

import numpy as np

from readiness.model.base import Estimate
from readiness.roadmap.plan import PlannedAction
from readiness.roadmap.risk.chance import Bits, Floats, Places, Scores
from readiness.roadmap.risk.pert import fitted

__all__ = ["Drawn", "drawn"]

_NOTHING = Estimate(likely=Fraction(0))
_BEFORE_TEAMS = 3
"""Duration, cost and running cost have the first rows of an action's chance; one row for each team follows."""


class Drawn(NamedTuple):
    """What one action takes: a number for each draw, or one for all where the estimate is sure."""

    weeks: Floats
    cost: Floats
    """One-off."""
    running: Floats
    """A year."""
    days: Mapping[str, Floats]
    """Person-days by role."""
    weeks_alone: Floats
    """As `weeks`, were nothing correlated."""
    cost_alone: Floats

    @property
    def days_of_all(self) -> Floats:
        """Person-days of all teams together."""
        return reduce(np.add, self.days.values())


def drawn(planned: PlannedAction, scores: Scores) -> Drawn:
    """Return what an action takes. Its programme is the top area of the first question that it lifts."""
    action, teams = planned.action, planned.action.effort_by_role
    for_weeks, for_cost, for_running, *for_teams = scores.of(action.id, _BEFORE_TEAMS + len(teams))

    def together(own: Bits) -> Places:
        return scores.together(own, planned.area)

    weeks, weeks_alone = _at(action.duration_weeks, together(for_weeks), scores.alone(for_weeks))
    cost, cost_alone = _at(action.cost, together(for_cost), scores.alone(for_cost))
    (running,) = _at(action.running_cost_a_year or _NOTHING, together(for_running))
    days = {role: _at(days, together(own))[0] for (role, days), own in zip(teams.items(), for_teams, strict=True)}
    return Drawn(weeks, cost, running, days, weeks_alone, cost_alone)


def _at(estimate: Estimate, *scores: Places) -> Sequence[Floats]:
    """Return what an estimate comes to at each of some sets of scores."""
    values = fitted(estimate.points)
    if values is None:
        return [np.array([float(estimate.likely)])] * len(scores)
    return [values.take(one) for one in scores]
