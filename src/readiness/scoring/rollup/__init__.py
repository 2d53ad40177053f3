"""How the scores of children become the score of their parent.

To add a roll-up, write its class and its line in `ROLLUPS`; `model/scoring.py` has its name and its options.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readiness.scoring.rollup.base import (
    ONE,
    ZERO,
    Additive,
    Bounded,
    Grouped,
    Groups,
    Options,
    Part,
    Rollup,
    Weighted,
)
from readiness.scoring.rollup.extremes import Max, Min
from readiness.scoring.rollup.means import GeometricMean, HarmonicMean, Mean
from readiness.scoring.rollup.steps import Ladder, Share, Stack
from readiness.scoring.rollup.totals import Deduct, Sum

__all__ = [
    "ONE",
    "ROLLUPS",
    "ZERO",
    "Additive",
    "Bounded",
    "Grouped",
    "Groups",
    "Options",
    "Part",
    "Rollup",
    "Weighted",
]

ROLLUPS: Mapping[str, type[Rollup]] = MappingProxyType(
    {
        "mean": Mean,
        "sum": Sum,
        "min": Min,
        "max": Max,
        "gmean": GeometricMean,
        "hmean": HarmonicMean,
        "share": Share,
        "ladder": Ladder,
        "stack": Stack,
        "deduct": Deduct,
    }
)
"""Every roll-up by the name that a framework writes."""
