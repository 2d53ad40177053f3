"""Every draw of a roadmap: costs, days, dates, and what each quarter takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np

from readiness.model.assessment import Plan
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.risk.chance import Floats, Scores
from readiness.roadmap.risk.drawing import Drawn, drawn
from readiness.roadmap.risk.spending import EVERYBODY, Booked, Takes
from readiness.roadmap.risk.timing import Network, Times, network_of, timed

__all__ = ["Simulated", "simulated"]


class Simulated(NamedTuple):
    """What was drawn: a number for each draw, or one for all; sequences are in the order of the roadmap's actions."""

    network: Network
    durations: Sequence[Floats]
    """In weeks."""
    times: Times
    costs: Sequence[Floats]
    """One-off."""
    cost: Floats
    """One-off, of all actions."""
    days: Floats
    """Person-days of all actions and all teams."""
    booked: Booked
    finish_alone: Floats
    """As `times.finish`, were nothing correlated."""
    cost_alone: Floats
    """As `cost`, were nothing correlated."""


def simulated(roadmap: Roadmap, plan: Plan) -> Simulated:
    """Return every draw of a roadmap; at least one action is planned."""
    settings, network = plan.risk, network_of(roadmap)
    scores = Scores(draws=settings.draws, seed=settings.seed, correlation=float(settings.correlation))
    every = [drawn(one, scores) for one in roadmap.actions]
    times = timed(network, [one.weeks for one in every])
    return Simulated(
        network=network,
        durations=[one.weeks for one in every],
        times=times,
        costs=[one.cost for one in every],
        cost=_total(one.cost for one in every),
        days=_total(one.days_of_all for one in every),
        booked=_booked(roadmap, plan, every, times),
        finish_alone=timed(network, [one.weeks_alone for one in every]).finish,
        cost_alone=_total(one.cost_alone for one in every),
    )


def _total(parts: Iterable[Floats]) -> Floats:
    return reduce(np.add, parts)


def _booked(roadmap: Roadmap, plan: Plan, every: Sequence[Drawn], times: Times) -> Booked:
    """Return what each quarter takes, of people only where there is a limit."""
    limits = plan.capacity_days_a_quarter
    booked = Booked(quarters=len(roadmap.quarters), draws=plan.risk.draws, teams=limits)
    for planned, one, start in zip(roadmap.actions, every, times.starts, strict=True):
        teams = {**one.days, EVERYBODY: one.days_of_all}
        days = {team: takes for team, takes in teams.items() if team in limits}
        booked.add(Takes(start, one.weeks, one.cost, one.running, days), planned.quarters)
    return booked
