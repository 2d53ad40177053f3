"""Standard normal scores, with a stream of chance for each action and each programme.

A stream hangs on the seed and the id alone: an action more or less leaves the draws of all others as they were. Streams
are read as raw bits of PCG64, sixteen for each score, and a table makes scores of them: NumPy keeps the bits of a
generator the same from version to version, not what its distributions make of them (NEP 19).
"""

from __future__ import annotations

import hashlib
import math
from functools import cache
from statistics import NormalDist
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bits", "Flags", "Floats", "Places", "Scores", "place_of", "scores"]

Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Bits: TypeAlias = NDArray[np.uint16]
Places: TypeAlias = NDArray[np.int16]
"""Scores by their places on a grid."""

_BITS = 16
_A_WORD = 64 // _BITS
_STEPS = 256
"""Places for each unit. What that rounds off is a thousandth of a standard deviation."""
_MIDDLE = 1600
"""The place of the score 0. None lies further from 0 than 6.25: the largest of 65,536 is 4.3, and together with that of
its programme at most sqrt(2) times as large."""


def scores() -> Floats:
    """Return the score at each place, rising."""
    return np.arange(-_MIDDLE, _MIDDLE + 1) / _STEPS


def place_of(score: float) -> float:
    """Return where a score lies among the places, or between them."""
    return score * _STEPS + _MIDDLE


class Scores:
    """Draws scores that are correlated within a programme: a Gaussian copula with one common factor.

    The score of an estimate is sqrt(c) times that of its programme and sqrt(1 - c) times its own, so that any two
    estimates of one programme have the correlation c, and those of two programmes none.
    """

    def __init__(self, *, draws: int, seed: int, correlation: float) -> None:
        """Remember how much is drawn; nothing is drawn yet."""
        self._draws, self._seed = draws, seed
        self._shared = _steps(math.sqrt(correlation) * _normal())
        self._own = _steps(math.sqrt(1 - correlation) * _normal())
        self._alone = _steps(_normal()) + np.int16(_MIDDLE)
        self._programmes: dict[str, Places] = {}

    def of(self, action: str, count: int) -> Bits:
        """Return the chance of an action: a row for each of its estimates. More rows leave the first as they are."""
        return self._stream(f"action {action}", count)

    def together(self, own: Bits, programme: str) -> Places:
        """Return the scores of an estimate as it misses together with others of its programme."""
        if programme not in self._programmes:
            bits = self._stream(f"programme {programme}", 1)[0]
            self._programmes[programme] = self._shared.take(bits) + np.int16(_MIDDLE)
        return self._own.take(own) + self._programmes[programme]

    def alone(self, own: Bits) -> Places:
        """Return the scores of an estimate as if it missed by itself."""
        return self._alone.take(own)

    def _stream(self, name: str, rows: int) -> Bits:
        entropy = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "big")
        bits = np.random.PCG64(np.random.SeedSequence([self._seed, entropy]))
        words = -(-self._draws // _A_WORD)
        raw = bits.random_raw(rows * words).astype("<u8").view("<u2")
        return raw.reshape(rows, words * _A_WORD)[:, : self._draws]


@cache
def _normal() -> Floats:
    """Return the standard normal scores in the middles of 65,536 equally likely slices."""
    count = 1 << _BITS
    half = [NormalDist().inv_cdf((place + 0.5) / count) for place in range(count // 2)]
    return np.array([*half, *(-score for score in reversed(half))])


def _steps(scores: Floats) -> Places:
    """Return scores in whole steps of the grid."""
    return np.rint(scores * _STEPS).astype(np.int16)
