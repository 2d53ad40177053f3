"""Print how good the roadmaps are, and how long they take.

    .venv/bin/python -m benchmarks.roadmap [--only 100 northmere] [--seeds 3] [--frontier] [--risk]

Each way of planning gets the examples, and invented problems of 30, 100 and 300 actions (`problems.py`). Every run has
a process of its own, with its own order of sets and dictionaries; every way runs twice, and both plans have to be the
same. Maturity counts as far as the targets ask: at the end, and in the mean of the ends of all quarters. Cost is the
external spend of the chosen actions. The value is what is maximised (`readiness.roadmap.worth`), found by the scoring
engine for every way; no plan within the limits has more than the upper bound, whose maturity takes all that is not
proved for maturity at the end. Seconds are CPU time of the planning alone, the lesser of the two runs.

`--frontier` adds the seconds of the best plans for ten or so budgets, `--risk` those of the risk of the ranked plan.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from functools import partial
from multiprocessing import get_context
from time import process_time
from typing import NamedTuple, TypeVar

from benchmarks.problems import problem_of
from readiness import resources
from readiness.roadmap.frontier import find_frontier
from readiness.roadmap.greedy import ranked
from readiness.roadmap.plan import Way
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after
from readiness.roadmap.risk.analysis import find_risk
from readiness.roadmap.schedule import scheduled
from readiness.roadmap.solution import Choice, Solution
from readiness.roadmap.solve import Planner, solve
from readiness.roadmap.spreadsheet import by_spreadsheet
from readiness.scoring.score import score
from readiness.workflows import assess

Result = TypeVar("Result")
SIZES, SEEDS = (30, 100, 300), 3
WAYS: Mapping[Way, Callable[[Problem], Solution]] = {
    Way.SPREADSHEET: by_spreadsheet,
    Way.RANKED: ranked,
    Way.BEST: partial(solve, planner=Planner.BEST),
}
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
    ceiling: float
    """The maturity of the upper bound."""
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


def planned(case: Case, way: Way) -> Run:
    """Plan once, in this process."""
    problem = case.problem()
    begun = process_time()
    solution = WAYS[way](problem)
    return described(problem, solution, process_time() - begun)


def described(problem: Problem, solution: Solution, seconds: float) -> Run:
    """Return what is printed of a solution."""
    worth = solution.worth
    more = Fraction(0) if solution.bound is None else max(solution.bound - worth.value, Fraction(0))
    return Run(
        choices=tuple(sorted(solution.choices)),
        maturity=_maturity(problem, worth.end),
        mean=_maturity(problem, worth.mean),
        ceiling=_maturity(problem, worth.end + more),
        cost=float(sum(problem.actions[one.action].cost.likely for one in solution.choices)),
        value=worth.value,
        bound=solution.bound,
        gap=solution.gap,
        nodes=solution.nodes,
        seconds=seconds,
    )


def _maturity(problem: Problem, rise: Fraction) -> float:
    """Return the overall score after a rise of the ratio; where higher is worse, a better ratio is a lower one."""
    worst = problem.scorer.root.direction.worst
    now = worst if problem.now.overall is None else problem.now.overall
    return float(problem.scorer.scale.score_of(now - rise if worst else now + rise))


def risk(case: Case) -> tuple[int, float]:
    """Return how many actions the ranked plan has, and the seconds of its risk."""
    problem = case.problem()
    scorecard = score(problem.scorer, problem.readings, next(iter(problem.scorer.framework.targets)))
    roadmap = scheduled(problem, ranked(problem), scorecard)
    begun = process_time()
    find_risk(roadmap, problem.plan)
    return len(roadmap.actions), process_time() - begun


def frontier(case: Case) -> tuple[int, float]:
    """Return how many points the frontier has, and its seconds."""
    problem = case.problem()
    begun = process_time()
    found = find_frontier(problem, Planner.BEST)
    return len(found.points), process_time() - begun


def twice(measured: Callable[..., Result], *arguments: Case | Way) -> tuple[Result, Result]:
    """Measure two times, each in a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        first, second = (pool.submit(measured, *arguments).result() for _ in range(2))
    return first, second


def rows(case: Case) -> Iterator[str]:
    """Yield the lines of a problem: one for each way of planning, and the upper bound."""
    both = {way: twice(planned, case, way) for way in WAYS}
    best = both[Way.BEST][0]
    for way, (one, other) in both.items():
        share = f"{float(one.value / best.bound):.1%}" if best.bound else ""
        proved = "|" if one.gap is None else f"{float(one.gap):.2%} | {one.nodes}"
        seconds, same = min(one.seconds, other.seconds), "yes" if one.choices == other.choices else "NO"
        yield (
            f"| {case.name} | {way} | {one.maturity:.3f} | {one.mean:.3f} | {one.cost:,.0f} | "
            f"{float(one.value):.4f} | {share} | {seconds:.2f} | {proved} | {same} |"
        )
    if best.bound is not None:
        yield f"| {case.name} | {Way.CEILING} | {best.ceiling:.3f} | | | {float(best.bound):.4f} | 100.0% | | | | |"


def seconds_of(case: Case, measured: Callable[[Case], tuple[int, float]], what: str) -> str:
    """Return the line of what was measured beside the plans."""
    (count, one), (_, other) = twice(measured, case)
    return f"{case.name}: {what.format(count)} in {min(one, other):.2f} s"


def main() -> None:
    """Print the table, one problem after the other."""
    parser = argparse.ArgumentParser(description="How good the roadmaps are, and how long they take.")
    parser.add_argument("--only", nargs="+", default=(), help="examples, by folder, and numbers of actions")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many problems of each size are invented")
    parser.add_argument("--frontier", action="store_true", help="measure the frontier too")
    parser.add_argument("--risk", action="store_true", help="measure the risk too")
    chosen = parser.parse_args()
    some = list(cases(chosen.only, chosen.seeds))
    print(HEAD)
    for case in some:
        for row in rows(case):
            print(row, flush=True)
    for case in some if chosen.frontier else ():
        print(seconds_of(case, frontier, "frontier of {} budgets"), flush=True)
    for case in some if chosen.risk else ():
        print(seconds_of(case, risk, "risk of {} actions"), flush=True)


if __name__ == "__main__":
    main()
