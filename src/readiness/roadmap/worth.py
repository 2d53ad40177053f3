"""What a plan is worth: the objective of every solver, found with the scoring engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Worth
from readiness.scoring.engine import Headline
from readiness.scoring.holds import holds

__all__ = ["CLOSED", "GATES", "MEAN", "PRICE", "worth"]

GATES = Fraction(2)
"""What clearing all gates is worth beside a rise of the overall ratio from 0 to 1 at the end."""
MEAN = Fraction(1, 10)
"""What the same rise is worth in the mean of all quarters, beside that at the end."""
CLOSED = Fraction(1, 100)
"""What closing all gaps is worth. The score may not show it: behind a weaker link, or where there is no score yet."""
PRICE = Fraction(1, 1000)
"""What it is worth not to do every action of the framework."""


def worth(problem: Problem, choices: Iterable[Choice]) -> Worth:
    """Return what a plan is worth: gates, maturity at the end, maturity early, gaps closed, price, in this order.

    The weights make the order show; it is not strict. An action counts once it is finished; what would be finished
    after the last quarter counts for nothing but its price.
    """
    chosen = tuple(choices)
    stages = _stages(problem, chosen)
    rises = [problem.gain(problem.now, stage) for stage in stages]
    end, mean = rises[-1], sum(rises, Fraction(0)) / len(rises)
    cleared = sum(not holds(gate.when, stages[-1]) for _, gate in problem.held)
    closed = _closed(problem, stages[-1])
    price = sum((problem.demand[id_].price for id_, _ in chosen), Fraction(0))
    beside = end + MEAN * mean + CLOSED * closed
    beside -= PRICE * price / problem.price_of_all if price else 0
    value = beside + (GATES * cleared / len(problem.held) if problem.held else 0)
    return Worth(cleared, end, mean, closed, price, beside, value)


def _stages(problem: Problem, chosen: Iterable[Choice]) -> list[Headline]:
    """Return the headline at the end of each quarter, with answers lifted no further than their targets."""
    ending: dict[int, list[str]] = defaultdict(list)
    for id_, start in chosen:
        ending[start + problem.demand[id_].quarters].append(id_)
    stage, stages = problem.now, []
    for quarter in range(1, problem.plan.quarters + 1):
        for id_ in ending[quarter]:
            lifted = problem.lifted(problem.actions[id_], stage.readings, no_further_than_target=True)
            stage = stage.after(lifted) if lifted else stage
        stages.append(stage)
    return stages


def _closed(problem: Problem, stage: Headline) -> Fraction:
    before, after = problem.readings, stage.readings
    gains = (after[id_].direction.gain(before[id_].stands, after[id_].stands) for id_ in problem.shortfall)
    return sum(gains, Fraction(0)) / sum(problem.shortfall.values()) if problem.shortfall else Fraction(0)
