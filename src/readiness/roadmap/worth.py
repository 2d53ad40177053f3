"""What a plan is worth: the objective of every solver, found with the scoring engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Worth
from readiness.scoring.holds import holds

__all__ = ["GATES", "MEAN", "PRICE", "worth"]

GATES = Fraction(2)
"""What clearing all gates is worth beside a rise of the overall ratio from 0 to 1 at the end."""
MEAN = Fraction(1, 10)
"""What the same rise is worth in the mean of all quarters, beside that at the end."""
PRICE = Fraction(1, 1000)
"""What it is worth not to do all candidates."""


def worth(problem: Problem, choices: Iterable[Choice]) -> Worth:
    """Return what a plan is worth: gates cleared, then maturity at the end, then maturity early, then the price.

    The weights make that order show; it is not strict. An action counts once it is finished; what would be finished
    after the last quarter counts for nothing but its price.
    """
    chosen = tuple(choices)
    ending: dict[int, list[str]] = defaultdict(list)
    for id_, start in chosen:
        ending[start + problem.demand(problem.actions[id_]).quarters].append(id_)
    now = stage = problem.now
    total, last = Fraction(0), problem.plan.quarters
    for quarter in range(1, last + 1):
        for id_ in ending[quarter]:
            lifted = problem.lifted(problem.actions[id_], stage.readings, no_further_than_target=True)
            stage = stage.after(lifted) if lifted else stage
        total += problem.gain(now, stage)
    held = [gate.when for branch in problem.scorer.branch.values() for gate, _ in branch.gates if holds(gate.when, now)]
    cleared = sum(not holds(when, stage) for when in held)
    end, mean = problem.gain(now, stage), total / last
    price = sum((problem.demand(problem.actions[id_]).price for id_, _ in chosen), Fraction(0))
    everything = sum((problem.demand(problem.actions[id_]).price for id_ in problem.candidates), Fraction(0))
    value = end + MEAN * mean
    value += GATES * cleared / len(held) if held else 0
    value -= PRICE * price / everything if everything else 0
    return Worth(cleared, end, mean, price, value)
