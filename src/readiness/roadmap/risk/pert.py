"""The distribution of a three-point estimate: a beta-PERT whose tenth and ninetieth percentiles are low and high.

A beta-PERT with the ends a and b and the mode m is a + (b - a) X, where X has a beta distribution with the parameters
1 + 4 (m - a) / (b - a) and 1 + 4 (b - m) / (b - a). Its mean is (a + 4 m + b) / 6, its variance is
(mean - a) (b - mean) / 7.

Source: Malcolm, Roseboom, Clark and Fazar (1959), "Application of a Technique for Research and Development Program
Evaluation", Operations Research 7(5), 646-669. That low and high are percentiles rather than ends, because nobody knows
the ends: Moder and Rodgers (1968), "Judgment Estimates of the Moments of PERT Type Distributions", Management Science
15(2), B76-B83.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import numpy as np

from readiness.roadmap.risk.chance import Floats, place_of, scores

__all__ = ["fitted"]

_LAMBDA = 4.0
"""The weight of the mode."""
_TENTH = -1.2815515655446004
"""The standard normal score that one in ten lies below."""
_SHAPES = 64
"""Modes are tabulated at 0, 1/64 … 1 of the way from a to b."""
_SLICES = 2048


class _Tables(NamedTuple):
    """Standard beta-PERTs, from 0 to 1; a row for each mode."""

    values: Floats
    """The value at each place of a score."""
    tenths: Floats
    """The tenth percentile and the ninetieth."""
    skew: Floats
    """Where the mode lies between these two, 0 and 1; rises from row to row."""


def fitted(points: tuple[Fraction, Fraction, Fraction]) -> Floats | None:
    """Return the value of an estimate at each place of a score, or None when it is sure: low and high are the same.

    Where the fit goes below nought, what lies there counts as nought.
    """
    low, likely, high = map(float, points)
    if high <= low:
        return None
    tables = _tables()
    place = float(np.interp((likely - low) / (high - low), tables.skew, np.arange(_SHAPES + 1.0)))
    lower = min(int(place), _SHAPES - 1)
    upper = place - lower
    below, above = (1 - upper) * tables.tenths[lower] + upper * tables.tenths[lower + 1]
    stretch = (high - low) / (above - below)
    values = ((1 - upper) * stretch) * tables.values[lower]
    values += (upper * stretch) * tables.values[lower + 1]
    values += low - stretch * below
    clipped: Floats = np.maximum(values, 0.0)
    return clipped


@cache
def _tables() -> _Tables:
    """Return the standard beta-PERT for every tabulated mode.

    The density is integrated over the angle t, x = (1 - cos t) / 2, in which its ends are smooth.
    """
    angle = np.linspace(0, np.pi, _SLICES + 1)
    mode = np.linspace(0, 1, _SHAPES + 1)[:, None]
    rising, falling = np.sin(angle / 2), np.sin(angle / 2)[::-1]
    density = rising ** (2 * _LAMBDA * mode + 1) * falling ** (2 * _LAMBDA * (1 - mode) + 1)
    share = np.cumsum(np.insert(density[:, 1:] + density[:, :-1], 0, 0.0, axis=1), axis=1)
    normal = [math.erfc(-score / math.sqrt(2)) / 2 for score in scores().tolist()]
    values = np.stack([np.interp(normal, one / one[-1], rising**2) for one in share])
    tenths = np.stack([_between(values, place_of(score)) for score in (_TENTH, -_TENTH)], axis=1)
    return _Tables(values, tenths, (mode[:, 0] - tenths[:, 0]) / (tenths[:, 1] - tenths[:, 0]))


def _between(values: Floats, place: float) -> Floats:
    """Return the value of each row between two places."""
    lower = int(place)
    return values[:, lower] + (place - lower) * (values[:, lower + 1] - values[:, lower])
