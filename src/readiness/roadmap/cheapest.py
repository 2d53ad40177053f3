"""The plan that spends least of those that meet the target, whatever the budget; people and time stay limited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from readiness.roadmap.breaches import breaches
from readiness.roadmap.easing import MONEY, lifted
from readiness.roadmap.milp.answers import Answers
from readiness.roadmap.milp.limits import limit
from readiness.roadmap.milp.linear import Linear, Model, added, constant
from readiness.roadmap.milp.parts import Parts
from readiness.roadmap.milp.scores import Scores
from readiness.roadmap.milp.search import Found, maximised
from readiness.roadmap.milp.starts import Starts
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from readiness.roadmap.worth import worth

__all__ = ["Cheapest", "find_cheapest"]

_GAP = 0.0005
"""The search stops when no plan can spend less by more than this share of what all actions together would."""
_NODES = 200
_EFFORT = 1e-6
"""What all staff time weighs beside all money: it only settles ties."""
_NEAR = 1e-9
"""By how much a score of the model may be off."""


@dataclass(frozen=True, slots=True)
class Cheapest:
    """The plan that meets the target for the least money."""

    choices: tuple[Choice, ...] | None
    """By start and then by id; None where no such plan was found."""
    is_impossible: bool
    """Whether it is proved that no plan meets the target, whatever it spends."""
    spend: Fraction = Fraction(0)
    """External spend in all quarters, likely values."""
    least: Fraction = Fraction(0)
    """No plan that meets the target spends less."""


def find_cheapest(problem: Problem, target: Fraction) -> Cheapest:
    """Return the plan that meets the target and spends least.

    The target is met when the overall score reaches it; as in every plan, levels beyond the targets of questions do not
    count. The plan is scored again by the engine, and kept only if it holds.

    Args:
        problem: What is to be planned; its limits on money do not count.
        target: The overall ratio to be reached.
    """
    free = problem.under(lifted(problem.plan, MONEY))
    model = Model()
    starts = Starts(free, model)
    if not free.required <= starts.windows.keys():
        return Cheapest(None, is_impossible=True)
    limit(starts)
    wanted = _goodness(free, target)
    scores = Scores(starts, Parts(free, Answers(free, starts.windows)), starts.last)
    if model.highest(scores.overall) < float(wanted) - _NEAR:
        return Cheapest(None, is_impossible=True)
    model.at_most(constant(float(wanted) - _NEAR), scores.overall)
    most = sum((max(_spend(starts, id_, t) for t in window) for id_, window in starts.windows.items()), Fraction(0))
    unit = most or Fraction(1)
    model.objective = added(*_costs(starts, unit)).times(-1.0)
    return _checked(free, starts, maximised(model, gap=_GAP, nodes=_NODES), wanted, unit)


def _checked(problem: Problem, starts: Starts, found: Found, wanted: Fraction, unit: Fraction) -> Cheapest:
    """Return what was found, if exact arithmetic agrees with it."""
    if found.infeasible or found.values is None:
        return Cheapest(None, is_impossible=found.infeasible)
    choices = starts.choices(found.values)
    reached = _goodness(problem, problem.now.overall) + worth(problem, choices).end
    if breaches(problem, choices) or reached < wanted:
        return Cheapest(None, is_impossible=False)
    spend = sum((_spend(starts, id_, t) for id_, t in choices), Fraction(0))
    least = Fraction(max(0.0, -found.bound - _EFFORT)) * unit  # without any bound it is infinite
    return Cheapest(choices, is_impossible=False, spend=spend, least=min(spend, least))


def _goodness(problem: Problem, ratio: Fraction | None) -> Fraction:
    """Return how far an overall ratio lies from the worst."""
    direction = problem.scorer.root.direction
    return Fraction(0) if ratio is None else direction.gain(direction.worst, ratio)


def _costs(starts: Starts, unit: Fraction) -> Iterable[Linear]:
    """Yield what each action spends by when it starts, as a share of the unit, and for ties what it takes in all."""
    prices = sum((demand.price for demand in starts.demand.values()), Fraction(0)) or Fraction(1)
    for id_, window in starts.windows.items():
        yield starts.chosen(id_).times(_EFFORT * float(starts.demand[id_].price / prices))
        for t in window:
            starts_then = added(starts.started(id_, t), starts.started(id_, t - 1).times(-1.0))
            yield starts_then.times(float(_spend(starts, id_, t) / unit))


def _spend(starts: Starts, id_: str, quarter: int) -> Fraction:
    """Return what an action spends outside in all quarters if it starts in one of them."""
    demand = starts.demand[id_]
    return demand.money * demand.quarters + demand.running * (starts.last - quarter - demand.quarters)
