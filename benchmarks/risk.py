"""Print how long it takes to say how sure cost and dates of a plan are.

    PYTHONPATH=. .venv/bin/python benchmarks/risk.py [--actions 40 160 300] [--runs 9]

The actions are those of the problems that `problems.py` invents, all of them, in the quarters that prerequisites leave
them: about four ranges each, of cost, running cost, duration and days. Beside the time stands a floor: one normal draw
for each action, range and trial by NumPy's own generator, and nothing done with it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from time import process_time

import numpy as np

from benchmarks.problems import problem_of
from readiness import resources
from readiness.model.assessment import Plan
from readiness.roadmap.plan import PlannedAction, Roadmap
from readiness.roadmap.problem import Problem
from readiness.roadmap.risk.analysis import find_risk
from readiness.roadmap.solve import Planner
from readiness.workflows import assess

SIZES, RUNS, SEED = (40, 160, 300), 9, 1
RANGES = 4


def roadmap_of(problem: Problem) -> Roadmap:
    """Return a roadmap with all actions of a problem, whatever its limits; all else is that of an example."""
    example = assess(str(resources.examples_dir() / "inspectorate" / "assessment.yaml"), planner=Planner.RANKED).roadmap
    if example is None:
        raise SystemExit("the example has no roadmap")
    ends: dict[str, int] = {}
    placed: list[PlannedAction] = []
    for id_, action in problem.actions.items():
        after = tuple(need for need in action.needs if need in ends)
        start, quarters = (
            max((ends[need] for need in after), default=len(placed) % 6),
            problem.demand[id_].quarters,
        )
        ends[id_] = start + quarters
        area = next(iter(action.lifts)).partition("-")[0]
        one = replace(example.actions[0], number=f"A{len(placed) + 1}", action=action, area=area)
        placed.append(replace(one, start=start, quarters=quarters, after=after))
    count = max(problem.plan.quarters, *ends.values())
    quarters_of = tuple(replace(example.quarters[0], index=index) for index in range(count))
    return replace(example, actions=tuple(placed), quarters=quarters_of)


def least(act: Callable[[], object], runs: int) -> float:
    """Return the least CPU time of several runs, in seconds."""
    spent = []
    for _ in range(runs):
        start = process_time()
        act()
        spent.append(process_time() - start)
    return min(spent)


def floor(actions: int, draws: int) -> None:
    """Draw as many numbers and forget them."""
    chance = np.random.default_rng(SEED)
    for _ in range(actions * RANGES):
        chance.standard_normal(draws)


def row(actions: int, runs: int) -> str:
    """Return one line of the table."""
    problem = problem_of(actions, SEED)
    roadmap, plan = roadmap_of(problem), problem.plan
    limited: Plan = plan.changed(budget=plan.budget_a_quarter)
    risk = least(lambda: find_risk(roadmap, limited), runs)
    alone = least(lambda: floor(actions, plan.risk.draws), runs)
    return f"| {actions} | {plan.risk.draws:,} | {risk:.2f} | {alone:.2f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How long it takes to say how sure cost and dates of a plan are.")
    parser.add_argument("--actions", type=int, nargs="+", default=SIZES, help="how many actions each plan has")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each is run; the least counts")
    chosen = parser.parse_args()
    print("| actions | trials | CPU s | floor, CPU s |\n| ---: | ---: | ---: | ---: |")
    for actions in chosen.actions:
        print(row(actions, chosen.runs), flush=True)


if __name__ == "__main__":
    main()
