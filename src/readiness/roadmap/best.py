"""The best plan that the limits allow, and how far that is proved."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from readiness.roadmap.adding import refusals
from readiness.roadmap.breaches import breaches
from readiness.roadmap.greedy import ranked
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.milp.search import Found, maximised, relaxed
from readiness.roadmap.milp.stretches import improved
from readiness.roadmap.polish import polished, repaired
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import NEAR, Choice, Method, Solution, Worth
from readiness.roadmap.spreadsheet import by_spreadsheet
from readiness.roadmap.worth import worth

__all__ = ["GAP", "best", "graded"]

GAP = Fraction(1, 100)
"""The search stops when no plan can be worth more than the best by more than this share."""
STRETCH = GAP / 10
"""The same, while a stretch of a plan is chosen anew."""
STEP = Fraction(1, 20)
"""The same in a brief search, as a share of what the relaxation promises beyond the plan, if that is more."""
PARTS, BRIEF_PARTS = 2, 3
"""A stretch is so many times shorter than the plan."""
WORK = 200_000
"""The search stops after so many nodes of its tree, times the size of the model, so that a large one ends in time."""
WIDE = Fraction(5, 100)
"""A search that ends with a wider gap has most likely missed a gate: it goes on from the best plan found so far."""
ROUNDS = 3
"""How often it is searched at most, each time with four times the nodes."""
QUICK = 1_000
"""A model whose rows have no more numbers than this is searched whole, however little time there is."""


def best(problem: Problem, known: Sequence[Choice] = (), *, briefly: bool = False) -> Solution:
    """Return the best plan that was found, never worth less than a ranking or a spreadsheet, and how far it is proved.

    Args:
        problem: What is to be planned.
        known: A plan for a problem that is much the same; the search sets out from it where it fits and is worth more.
        briefly: Whether a large model is searched near that plan only, and its relaxation taken for the bound.
    """
    fits = briefly and known and not breaches(problem, known)
    plan = _unsearched(problem, known) if fits else _first(problem, known)
    if not problem.candidates:
        return plan
    model = PlanModel(problem)
    if briefly and model.size > QUICK:
        return _briefly(problem, model, plan)
    plan = _nearby(problem, model, plan, gap=STRETCH * max(plan.worth.beside, NEAR))
    nodes = max(1, WORK // (model.size + 1))
    for more in range(ROUNDS):
        plan = _searched(problem, model, plan, nodes=nodes * 4**more)
        if plan.gap is None or plan.gap <= WIDE or plan.inexact:
            break
    return plan


def _briefly(problem: Problem, model: PlanModel, plan: Solution) -> Solution:
    """Return what is found near a plan, by steps that are small beside what the relaxation leaves open."""
    bounded = relaxed(model.model)
    if bounded.infeasible:
        return plan
    gap = max(GAP * plan.worth.beside, (Fraction(bounded.value) - plan.worth.value) * STEP, NEAR)
    return _proved(problem, model, bounded, _nearby(problem, model, plan, gap=gap, parts=BRIEF_PARTS))


def _nearby(problem: Problem, model: PlanModel, plan: Solution, *, gap: Fraction, parts: int = PARTS) -> Solution:
    """Return the better of a plan and what comes of choosing it anew stretch by stretch."""
    if breaches(problem, plan.choices):
        return plan
    found = improved(model, _of_use(model, plan.choices), gap=float(gap), parts=parts)
    found = repaired(problem, found) if breaches(problem, found) else found
    choices, own = _better(problem, found, plan)
    return replace(plan, choices=choices, worth=own, refused=refusals(problem, choices))


def _of_use(model: PlanModel, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices of a plan that bring something; the model has no others."""
    return tuple(choice for choice in choices if choice.action in model.starts.windows)


def _searched(problem: Problem, model: PlanModel, plan: Solution, *, nodes: int) -> Solution:
    """Return the best plan of a search that sets out from one, with what all searches have proved.

    A plan that breaks a limit by a rounding error would hide what can be had within it: then it is searched again.
    """
    start = None if breaches(problem, plan.choices) else model.starts.values(_of_use(model, plan.choices))
    gap = GAP * max(plan.worth.beside, NEAR)
    found = maximised(model.model, start, gap=float(gap), nodes=nodes)
    if found.values and breaches(problem, model.starts.choices(found.values)):
        found = maximised(model.model, start, gap=float(gap), nodes=nodes, strict=True)
    return plan if found.infeasible else _proved(problem, model, found, plan)


def _first(problem: Problem, known: Sequence[Choice]) -> Solution:
    """Return the best plan that is known before any search: by ranking, of a spreadsheet, or for another problem."""
    plan = ranked(problem)
    others = [by_spreadsheet(problem).choices, tuple(known)]
    fitting = [one for one in others if one and not breaches(problem, one)]
    choices = max(fitting, key=lambda one: worth(problem, one).value, default=())
    if not choices or worth(problem, choices).value <= plan.worth.value:
        return plan
    return _unsearched(problem, choices)


def _unsearched(problem: Problem, known: Sequence[Choice]) -> Solution:
    """Return a plan that keeps the limits, and of which nothing is proved yet."""
    choices = tuple(known)
    return Solution(choices, refusals(problem, choices), worth(problem, choices), Method.BEST_FOUND)


def _proved(problem: Problem, model: PlanModel, found: Found, plan: Solution) -> Solution:
    """Return the better of two plans, with what the search has proved about both.

    A plan of the solver is kept only if it holds in exact arithmetic; one that a rounding error lets break a limit is
    mended first. A model that makes less of it than the scoring engine does would prove nothing; one that makes more of
    it is no more than a bound, and says so.
    """
    choices, own, inexact = plan.choices, plan.worth, model.inexact
    bound = math.ceil(Fraction(found.bound) / NEAR + 1) * NEAR if math.isfinite(found.bound) else None
    raw = None if found.values is None else model.starts.choices(found.values)
    if raw is not None:
        if breaches(problem, raw):
            raw = repaired(problem, raw)
        else:
            difference = Fraction(found.value) - worth(problem, raw).value
            bound = None if difference < -NEAR else bound
            inexact = inexact or ((problem.scorer.root.id,) if difference > NEAR else ())
        choices, own = _better(problem, raw, plan)
    bound = None if bound is None or bound < own.value - NEAR else max(bound, own.value)
    if bound is not None and plan.bound is not None:
        bound = min(bound, max(plan.bound, own.value))
    nodes = plan.nodes + found.nodes
    return graded(Solution(choices, refusals(problem, choices), own, Method.BEST_FOUND, bound, nodes, inexact))


def graded(solution: Solution) -> Solution:
    """Return what a search found, called optimal where its gap proves that and only there."""
    proved = solution.gap is not None and solution.gap <= GAP
    return replace(solution, method=Method.OPTIMAL if proved else Method.BEST_FOUND)


def _better(problem: Problem, raw: Sequence[Choice], plan: Solution) -> tuple[tuple[Choice, ...], Worth]:
    """Return a plan of the solver, made tidy, or the one before it where that is worth more or the other breaks."""
    tidy = polished(problem, raw)
    value = worth(problem, tidy)
    if value.value < plan.worth.value or breaches(problem, tidy):
        return plan.choices, plan.worth
    return tidy, value
