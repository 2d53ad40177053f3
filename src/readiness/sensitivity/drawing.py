"""Weights drawn around their values.

For each node a Dirichlet distribution over the children that count: its mean is the share that each weight has among
them, and its concentration is `CONCENTRATION` for each of them. A child's weight is drawn from a gamma distribution of
its own, and only then made a share: what counts may differ from draw to draw. A child's stream of chance hangs on the
seed and its id alone, so neither the order of the file nor another part of the framework changes it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from readiness.model.scoring import ROLLUPS_WITHOUT_WEIGHTS
from readiness.scoring.engine import Branch, Headline

__all__ = ["CONCENTRATION", "LEAST", "Draw", "Flags", "Floats", "declared", "drawn"]

Floats: TypeAlias = NDArray[np.float64]
"""One number for each draw, or a single one that holds for all."""
Flags: TypeAlias = NDArray[np.bool_]
Draw: TypeAlias = Callable[[Branch], Sequence[Floats]]
"""Gives a number above 0 for each child of a branch, in proportion to its weight."""

CONCENTRATION = 12
"""A weight that is one of four alike then has a standard deviation of a quarter of itself: sqrt(3 / 49) = 0.247.

With two alike it is a fifth, with ever more of them at most 1 / sqrt(12) = 0.29.
"""

LEAST = 0.001
"""No weight is drawn below this part of itself: a far smaller one than its siblings would otherwise mostly vanish.

It raises the mean of such a weight by at most as much.
"""


def declared(branch: Branch) -> Sequence[Floats]:
    """Return the weights as the framework has them."""
    return [np.array([float(child.weight)]) for child in branch.parts]


@dataclass(frozen=True)
class drawn:  # noqa: N801  stands where a function can
    """Draws weights around those that the framework has."""

    now: Headline
    """Says which children count, for the mean of their weights."""
    draws: int
    seed: int

    def __call__(self, branch: Branch) -> Sequence[Floats]:
        """Return weights in arrays of `draws` numbers, or as they are where they decide nothing."""
        counted = self.now.counted(branch)
        if branch.rollup_name in ROLLUPS_WITHOUT_WEIGHTS or len(counted) <= 1:
            return declared(branch)
        mean = sum((one.weight for _, one in counted), Fraction(0)) / len(counted)
        return [self._gamma(child.id, float(CONCENTRATION * child.weight / mean)) for child in branch.parts]

    def _gamma(self, id_: str, shape: float) -> Floats:
        """Return one child's numbers, whose mean is `shape`."""
        chance = np.random.default_rng([self.seed, zlib.crc32(id_.encode())])
        return np.maximum(chance.standard_gamma(shape, self.draws), LEAST * shape)
