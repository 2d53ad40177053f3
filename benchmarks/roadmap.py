"""Print how good the roadmaps are, and how long they take.

    .venv/bin/python -m benchmarks.roadmap [--only 100 northmere] [--seeds 3]

Each way of planning gets the examples, and invented problems of 30, 100 and 300 actions (`problems.py`). Every run has
a process of its own, with its own order of sets and dictionaries; every way runs twice, and both plans have to be the
same. Maturity counts as far as the targets ask: at the end, and in the mean of the ends of all quarters. Cost is the
external spend of the chosen actions. The value is what is maximised (`readiness.roadmap.worth`), found by the scoring
engine for every way; no plan within the limits has more than the upper bound. Seconds are CPU time of the planning
alone, the lesser of the two runs.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from multiprocessing import get_context
from time import process_time
from typing import NamedTuple

from benchmarks.problems import problem_of
from readiness import resources
from readiness.roadmap.problem import Problem, first_quarter_after
from readiness.roadmap.solution import Choice, Solution
from readiness.roadmap.solve import Planner, solve
from readiness.workflows import assess

SIZES, SEEDS = (30, 100, 300), 3
WAYS = {Planner.RANKED: "greedy", Planner.BEST: "optimiser"}
HEAD = """\
| problem | way | maturity | mean of quarters | cost | value | of the bound | CPU s | gap | nodes | same twice |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |"""


class Case(NamedTuple):
    """A problem that another process can make again."""

    name: str
    actions: int = 0
    """How many are invented; 0 for an example, whose folder has the name."""
    seed: int = 0

    def problem(self) -> Problem:
        """Return the problem."""
        return problem_of(self.actions, self.seed) if self.actions else example(self.name)


class Run(NamedTuple):
    """What came of planning once."""

    choices: tuple[Choice, ...]
    maturity: float
    mean: float
    cost: float
    value: Fraction
    bound: Fraction | None
    gap: Fraction | None
    nodes: int
    seconds: float


def example(name: str) -> Problem:
    """Return the problem of an example."""
    found = assess(str(resources.examples_dir() / name / "assessment.yaml"))
    starts = found.fitting.plan.starts or first_quarter_after(found.assessment.assessed_on)
    return Problem(found.scorer, found.readings, found.scorecard.target_levels, found.fitting.plan, starts)


def cases(only: Sequence[str], seeds: int) -> Iterator[Case]:
    """Yield the problems; of those named, by example or by number of actions, where some are."""
    for folder in sorted(one.parent for one in resources.examples_dir().glob("*/assessment.yaml")):
        if not only or folder.name in only:
            yield Case(folder.name)
    for size in SIZES:
        if not only or str(size) in only:
            yield from (Case(f"{size} actions, seed {seed}", size, seed) for seed in range(1, seeds + 1))


def run(case: Case, planner: Planner) -> Run:
    """Plan once, in this process."""
    problem = case.problem()
    begun = process_time()
    solution = solve(problem, planner)
    return _described(problem, solution, process_time() - begun)


def _described(problem: Problem, solution: Solution, seconds: float) -> Run:
    now, worth, root = problem.now.overall, solution.worth, problem.scorer.root
    start = root.direction.worst if now is None else now
    sign = -1 if root.direction.worst else 1  # where higher is worse, a better ratio is a lower one
    end, mean = (float(problem.scorer.scale.score_of(start + sign * rise)) for rise in (worth.end, worth.mean))
    cost = sum((problem.actions[one.action].cost.likely for one in solution.choices), Fraction(0))
    found = tuple(sorted(solution.choices))
    return Run(found, end, mean, float(cost), worth.value, solution.bound, solution.gap, solution.nodes, seconds)


def runs(case: Case, planner: Planner) -> tuple[Run, Run]:
    """Plan twice, each time in a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        first, second = (pool.submit(run, case, planner).result() for _ in range(2))
    return first, second


def rows(case: Case) -> Iterator[str]:
    """Yield the lines of a problem: one for each way of planning, and the upper bound."""
    both = {planner: runs(case, planner) for planner in WAYS}
    bound = both[Planner.BEST][0].bound
    for planner, (one, other) in both.items():
        share = "" if not bound else f"{float(one.value / bound):.1%}"
        proved = "|" if one.gap is None else f"{float(one.gap):.2%} | {one.nodes}"
        seconds, same = min(one.seconds, other.seconds), "yes" if one.choices == other.choices else "NO"
        yield (
            f"| {case.name} | {WAYS[planner]} | {one.maturity:.3f} | {one.mean:.3f} | {one.cost:,.0f} | "
            f"{float(one.value):.4f} | {share} | {seconds:.2f} | {proved} | {same} |"
        )
    if bound is not None:
        yield f"| {case.name} | upper bound | | | | {float(bound):.4f} | 100.0% | | | | |"


def main() -> None:
    """Print the table, one problem after the other."""
    parser = argparse.ArgumentParser(description="How good the roadmaps are, and how long they take.")
    parser.add_argument("--only", nargs="+", default=(), help="examples, by folder, and numbers of actions")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many problems of each size are invented")
    chosen = parser.parse_args()
    print(HEAD)
    for case in cases(chosen.only, chosen.seeds):
        for row in rows(case):
            print(row, flush=True)


if __name__ == "__main__":
    main()
