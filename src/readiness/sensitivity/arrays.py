"""The roll-ups over arrays: what `scoring.rollup` does exactly, in floating point for thousands of weightings at once.

A comparison with an edge allows for what floating point can be off by: a value that lies on an edge in every draw, as
three equal children do, is there to about 1e-15, or 1e-12 for points by the thousand. That a drawn value comes as near
to an edge without lying on it is rarer than one in a billion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add, and_, or_
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import numpy as np

from readiness.model.adjust import Adjustment, Rounding
from readiness.model.scale import Scale
from readiness.scoring.rollup import Options
from readiness.sensitivity.drawing import Flags, Floats

__all__ = ["ARRAY_ROLLUPS", "CLOSE", "Part", "adjusted", "any_of", "positive", "rolled_up", "total", "value_of"]

CLOSE = 1e-11
"""How near to an edge a number counts as lying on it."""


class Part(NamedTuple):
    """A child as its parent sees it; one number for each draw, or one for all."""

    weight: Floats
    ratio: Floats
    maximum: Floats
    counts: Flags
    rung: int


@dataclass(frozen=True, slots=True)
class _Node:
    """What a roll-up is given."""

    options: Options
    parts: Sequence[Part]
    most: Floats
    """The maximum of a sum over all parts, whether they count or not."""


Made: TypeAlias = tuple[Floats, Floats]
"""Points and maximum."""
_ONE = np.ones(1)


def total(values: Sequence[Floats]) -> Floats:
    """Return the sum over all parts."""
    return reduce(add, values)


def positive(values: Floats) -> Floats:
    """Return values, 1 for each that is not above 0: what is made of that is not used."""
    return np.where(values > 0, values, 1)


def any_of(flags: Sequence[Flags]) -> Flags:
    """Return where at least one holds."""
    return reduce(or_, flags)


def _weighted(node: _Node, of: Callable[[Part], Floats]) -> Floats:
    """Return the mean of something over the parts that count, by weight; 0 where none does."""
    weight = total([part.weight * part.counts for part in node.parts])
    value = total([part.weight * part.counts * of(part) for part in node.parts])
    return value / positive(weight)


def _mean(node: _Node) -> Made:
    return _weighted(node, lambda part: part.ratio), _ONE


def _held_up(node: _Node) -> tuple[_Node, Flags]:
    """Return a node with no ratio below its floor, and where one that counts is 0 nevertheless."""
    floor = float(node.options.floor)
    parts = [part._replace(ratio=np.maximum(part.ratio, floor)) for part in node.parts]
    return replace(node, parts=parts), any_of([part.counts & (part.ratio <= 0) for part in parts])


def _geometric(node: _Node) -> Made:
    held, zero = _held_up(node)
    mean = np.exp(_weighted(held, lambda part: np.log(positive(part.ratio))))
    return np.where(zero, 0.0, mean), _ONE


def _harmonic(node: _Node) -> Made:
    held, zero = _held_up(node)
    inverse = _weighted(held, lambda part: 1 / positive(part.ratio))
    return np.where(zero | (inverse <= 0), 0.0, 1 / positive(inverse)), _ONE


def _sum(node: _Node) -> Made:
    points = total([part.weight * part.counts * part.ratio * part.maximum for part in node.parts])
    if node.options.most is not None:
        return points, node.most
    return points, total([part.weight * part.counts * part.maximum for part in node.parts])


def _deduct(node: _Node) -> Made:
    base = np.array([float(node.options.base)])
    return base - total([part.weight * part.counts * (1 - part.ratio) for part in node.parts]), base


def _least(node: _Node) -> Made:
    return reduce(np.minimum, [np.where(part.counts, part.ratio, np.inf) for part in node.parts]), _ONE


def _most(node: _Node) -> Made:
    return reduce(np.maximum, [np.where(part.counts, part.ratio, -np.inf) for part in node.parts]), _ONE


def _satisfied(node: _Node, part: Part) -> Flags:
    return part.ratio >= float(node.options.satisfied_at) - CLOSE


def _share(node: _Node) -> Made:
    return _weighted(node, lambda part: np.where(_satisfied(node, part), 1.0, 0.0)), _ONE


def _ladder(node: _Node) -> Made:
    """Climb rung by rung; a draw stops where a child that counts is not satisfied, or at an empty rung that ends it."""
    top, reached, climbing = node.options.top_rung, np.zeros(1), np.ones(1, dtype=np.bool_)
    for rung in range(1, top + 1):
        on = [part for part in node.parts if part.rung == rung]
        filled = any_of([np.zeros(1, dtype=np.bool_), *(part.counts for part in on)])
        met = reduce(and_, [~part.counts | _satisfied(node, part) for part in on], np.ones(1, dtype=np.bool_))
        if node.options.empty_rung == "inherit":
            climbing = climbing & np.where(filled, met, reached > 0)
        else:
            climbing = climbing & np.where(filled, met, node.options.empty_rung == "skip")
        counted = filled if node.options.empty_rung == "skip" else np.ones(1, dtype=np.bool_)
        reached = np.where(climbing & counted, float(rung), reached)
    return reached / top, _ONE


def _stack(node: _Node) -> Made:
    pile, count, stands = np.zeros(1), np.zeros(1), np.ones(1, dtype=np.bool_)
    for part in node.parts:
        pile = pile + np.where(part.counts & stands, np.maximum(part.ratio, 0.0), 0.0)
        count = count + part.counts
        stands = stands & (~part.counts | (part.ratio >= 1 - CLOSE))
    return pile / np.maximum(count, 1), _ONE


ARRAY_ROLLUPS: Mapping[str, Callable[[_Node], Made]] = MappingProxyType(
    {
        "mean": _mean,
        "sum": _sum,
        "min": _least,
        "max": _most,
        "gmean": _geometric,
        "hmean": _harmonic,
        "share": _share,
        "ladder": _ladder,
        "stack": _stack,
        "deduct": _deduct,
    }
)
"""Every roll-up by the name that a framework writes."""


def rolled_up(name: str, options: Options, parts: Sequence[Part], most: Floats) -> Made:
    """Return the points and the maximum of a node; where no part counts they mean nothing."""
    return ARRAY_ROLLUPS[name](_Node(options, parts, most))


def value_of(quantity: str, ratio: Floats, maximum: Floats, scale: Scale) -> Floats:
    """Return a node's ratio, points or score."""
    match quantity:
        case "points":
            return ratio * maximum
        case "score":
            return scale.lowest + ratio * scale.span
        case _:
            return ratio


def adjusted(rule: Adjustment, ratio: Floats, maximum: Floats, scale: Scale) -> Floats:
    """Return the ratio after a rule that applies, as `scoring.adjust` does."""
    value = value_of(rule.of, ratio, maximum, scale)
    if rule.multiply is not None:
        value = value * float(rule.multiply)
    if rule.add is not None:
        value = value + float(rule.add)
    if rule.round is not None:
        value = _rounded(value, rule.round)
    if rule.of == "points":
        value = value / positive(maximum)
    elif rule.of == "score":
        value = (value - scale.lowest) / scale.span
    after = np.minimum(1.0, np.maximum(value, np.minimum(ratio, 0.0)))
    return np.where(maximum > 0, after, ratio) if rule.of == "points" else after


def _rounded(value: Floats, rounding: Rounding) -> Floats:
    """Return the multiple to which a number goes; one that is half-way but for the noise of the arithmetic is so."""
    to = float(rounding.to)
    at = value / to
    match rounding.mode:
        case "half-up":
            whole = np.floor(at + 0.5 + CLOSE)
        case "half-down":
            whole = np.ceil(at - 0.5 - CLOSE)
        case "up":
            whole = np.ceil(at - CLOSE)
        case "down":
            whole = np.floor(at + CLOSE)
        case _:
            half = np.floor(at) + 0.5
            whole = np.rint(np.where(np.abs(at - half) <= CLOSE, half, at))
    return whole * to
