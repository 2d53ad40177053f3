"""What each roll-up makes of its parts, as rows of a model. Goodness is the distance of a ratio from the worst.

Where higher is worse everything turns round: the largest ratio is the least goodness, and so on. A roll-up for which
there is no exact formulation is bounded from above.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

from readiness.model.direction import Direction
from readiness.roadmap.milp.linear import Linear, Model, added, constant
from readiness.scoring.tree import Branch

__all__ = ["BOUNDS", "ROLLUPS", "Part", "Reaches"]


@dataclass(frozen=True, slots=True)
class Part:
    """A child that counts."""

    weight: Fraction
    maximum: Fraction
    """The points that it can have."""
    rung: int
    value: Linear
    now: float
    best: float
    """The most that its value can be."""
    reaches: Reaches


Reaches: TypeAlias = Callable[[Fraction, bool], Linear]
"""Gives 1 where a child is at least so good, or, where the second is true, better than that."""
Formula: TypeAlias = Callable[[Model, Branch, Sequence[Part]], Linear | None]
"""Returns the value of a branch, or None where there is no formulation."""


def _is_up(branch: Branch) -> bool:
    return branch.direction is Direction.BETTER


def _weighted(parts: Sequence[Part], shares: Sequence[Fraction]) -> Linear:
    return added(*(part.value.times(float(share)) for part, share in zip(parts, shares, strict=True)))


def _mean(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear:  # noqa: ARG001  same call for all
    whole = sum(part.weight for part in parts)
    return _weighted(parts, [part.weight / whole for part in parts])


def _sum(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear:  # noqa: ARG001
    points = [part.weight * part.maximum for part in parts]
    most = branch.rollup.options.most
    whole = sum(points, Fraction(0)) if most is None else most
    if not whole:
        return constant(0.0 if _is_up(branch) else 1.0)
    shares = [one / whole for one in points]
    rest = 0.0 if _is_up(branch) else float(1 - sum(shares))
    return _weighted(parts, shares).plus(rest)


def _deduct(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear:  # noqa: ARG001
    shares = [part.weight / branch.rollup.options.base for part in parts]
    rest = float(1 - sum(shares)) if _is_up(branch) else 0.0
    return _weighted(parts, shares).plus(rest)


def _least(model: Model, parts: Sequence[Part]) -> Linear:
    return model.lowest_of([part.value for part in parts], lower=min(part.now for part in parts))


def _greatest(model: Model, parts: Sequence[Part]) -> Linear:
    """Return the best of the parts: one of them is picked, and the value is no more than that one."""
    now, best = max(part.now for part in parts), max(part.best for part in parts)
    rising = [part for part in parts if part.best > now]
    if not rising:
        return constant(now)
    if len(rising) == 1:
        return _above(model, now, rising[0])
    value = model.variable(now, best)
    picks = [model.variable(whole=True) for _ in rising]
    model.at_most(added(*picks), constant(1.0))
    for part, pick in zip(rising, picks, strict=True):
        others = pick.times(-(best - part.now)).plus(best - part.now)
        model.at_most(value, added(part.value, others))
    model.at_most(value, added(*(pick.times(best - now) for pick in picks)).plus(now))
    return value


def _above(model: Model, now: float, part: Part) -> Linear:
    """Return the larger of a number and a part that may be below it."""
    if part.now >= now:
        return part.value
    pick = model.variable(whole=True)
    value = model.variable(now, part.best)
    model.at_most(value, pick.times(part.best - now).plus(now))
    model.at_most(value, added(part.value, pick.times(part.now - now).plus(now - part.now)))
    return value


def _min(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear:
    return _least(model, parts) if _is_up(branch) else _greatest(model, parts)


def _max(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear:
    return _greatest(model, parts) if _is_up(branch) else _least(model, parts)


def _share(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear:  # noqa: ARG001
    """Return the weight of the satisfied parts; where higher is worse, of those that are not."""
    least, whole = branch.rollup.options.satisfied_at, sum(part.weight for part in parts)
    wanted = (least, False) if _is_up(branch) else (1 - least, True)
    return added(*(part.reaches(*wanted).times(float(part.weight / whole)) for part in parts))


def _ladder(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear | None:
    """Return how many rungs are reached; a rung counts with all that the climb passes for the first time on it."""
    if not _is_up(branch):
        return None
    options, reached, climbs, rung = branch.rollup.options, 0, [], 0
    below: list[Linear] = [constant(1.0)]
    for rung in range(1, options.top_rung + 1):
        on = [part.reaches(options.satisfied_at, False) for part in parts if part.rung == rung]  # noqa: FBT003
        if on:
            below = [model.lowest_of([*below, *on])]
        elif options.empty_rung == "skip":
            continue
        elif options.empty_rung == "fail" or not reached:
            break
        climbs.append(below[0].times((rung - reached) / options.top_rung))
        reached = rung
    return added(*climbs)


def _stack(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear | None:
    """Return what is piled up: each part counts once all before it are full."""
    if not _is_up(branch) or any(part.now < 0 for part in parts):
        return None
    piled, full = [], constant(1.0)
    for part in parts:
        piled.append(model.lowest_of([part.value, full]).times(1 / len(parts)))
        full = model.lowest_of([full, part.reaches(Fraction(1), False)])  # noqa: FBT003
    return added(*piled)


def _mean_above(model: Model, branch: Branch, parts: Sequence[Part]) -> Linear | None:
    """Return the arithmetic mean, which no other mean exceeds; a floor holds up each part by no more than its chord."""
    if not _is_up(branch) or any(part.now < 0 for part in parts):
        return None
    floor = float(branch.rollup.options.floor)
    return _mean(model, branch, parts).times(1 - floor).plus(floor)


ROLLUPS: Mapping[str, Formula] = MappingProxyType(
    {
        "mean": _mean,
        "sum": _sum,
        "min": _min,
        "max": _max,
        "share": _share,
        "ladder": _ladder,
        "stack": _stack,
        "deduct": _deduct,
    }
)
"""The roll-ups that have a formulation."""

BOUNDS: Mapping[str, Formula] = MappingProxyType({"gmean": _mean_above, "hmean": _mean_above})
"""Those that have only a bound from above."""
