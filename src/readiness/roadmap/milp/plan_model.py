"""The whole model of a planning problem: what may start when, what limits it, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.model.framework import Gate
from readiness.roadmap.milp.answers import Answers
from readiness.roadmap.milp.conditions import Fixed, Turns
from readiness.roadmap.milp.limits import limit
from readiness.roadmap.milp.linear import Linear, Model, added, constant
from readiness.roadmap.milp.parts import Parts
from readiness.roadmap.milp.scores import Scores
from readiness.roadmap.milp.search import maximised
from readiness.roadmap.milp.starts import Starts
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from readiness.roadmap.worth import CLOSED, GATES, MEAN, PRICE

__all__ = ["PlanModel"]

_UNLIMITED = 2**31 - 1


class PlanModel:
    """A model whose best value no plan within the limits exceeds."""

    def __init__(self, problem: Problem) -> None:
        """Build it."""
        self.problem = problem
        self.model = Model()
        self.starts = Starts(problem, self.model)
        limit(self.starts)
        self._parts = Parts(problem, Answers(problem, self.starts.windows))
        self._inexact: set[str] = set()
        self._last = Scores(self.starts, self._parts, problem.plan.quarters)
        self.model.objective = added(self._maturity(), self._gates(), self._closed(), self._price())

    @property
    def inexact(self) -> tuple[str, ...]:
        """The areas whose score is only bounded from above, in the order of the framework."""
        inexact = self._inexact | self._last.inexact
        return tuple(id_ for id_ in self.problem.scorer.branch if id_ in inexact)

    @property
    def size(self) -> int:
        """How many numbers the rows of the model have."""
        return sum(len(row.terms) for row in self.model.rows)

    def value(self, choices: Iterable[Choice]) -> Fraction | None:
        """Return what the model makes of a plan; None where the plan lies outside of it."""
        fixed = self.starts.values(choices)
        if fixed is None:
            return None
        found = maximised(self.model.fixed(fixed), gap=0.0, nodes=_UNLIMITED)
        return None if found.values is None else Fraction(found.value)

    def _maturity(self) -> Linear:
        """Return how much better the whole gets at the end and, for less, in the mean of all quarters."""
        last, now = self.problem.plan.quarters, float(self._parts.now(self.problem.scorer.root))
        worths = []
        for quarters in range(1, last):
            scores = Scores(self.starts, self._parts, quarters)
            worths.append(scores.overall.plus(-now).times(float(MEAN) / last))
            self._inexact |= scores.inexact
        return added(*worths, self._last.overall.plus(-now).times(1 + float(MEAN) / last))

    def _gates(self) -> Linear:
        """Return what it is worth that gates that hold now hold no longer at the end."""
        held = self.problem.held
        return added(*(self._cleared(id_, gate) for id_, gate in held)).times(float(GATES) / max(1, len(held)))

    def _cleared(self, id_: str, gate: Gate) -> Linear:
        match self._last.turns(gate):
            case Fixed(holds=True):
                return constant(0.0)
            case Turns(literal=literal, to=False):
                return literal
            case _:
                self._inexact.add(id_)
                return constant(1.0)

    def _closed(self) -> Linear:
        """Return what it is worth that answers come nearer to their targets."""
        short, lifted = self.problem.shortfall, self._parts.answers.lifted
        gains = (self._last.stands(id_).plus(-float(lifted[id_].now)) for id_ in short if id_ in lifted)
        return added(*gains).times(float(CLOSED / (sum(short.values()) or 1)))

    def _price(self) -> Linear:
        """Return what it costs, in worth, to do what is chosen."""
        unit = PRICE / (self.problem.price_of_all or 1)
        prices = ((id_, demand.price) for id_ in self.starts.windows if (demand := self.starts.demand[id_]).price)
        return added(*(self.starts.chosen(id_).times(-float(price * unit)) for id_, price in prices))
