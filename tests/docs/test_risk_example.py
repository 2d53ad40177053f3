"""The worked example of docs/risk.md, by other means than the product has."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "risk.md").read_text(encoding="utf-8")
LOW, LIKELY, HIGH = 20_000, 30_000, 50_000


def tenths(mode: float) -> tuple[float, float]:
    """Return the tenth and the ninetieth percentile of the beta-PERT from 0 to 1, by adding up its density."""
    x = np.linspace(0, 1, 20_001)
    share = np.cumsum(x ** (4 * mode) * (1 - x) ** (4 - 4 * mode))
    low, high = np.interp((0.1, 0.9), share / share[-1], x)
    return float(low), float(high)


def ends() -> tuple[float, float]:
    """Return the ends of the distribution: the mode is looked for by halving."""
    least, most = 0.0, 1.0
    for _ in range(30):
        mode = (least + most) / 2
        low, high = tenths(mode)
        is_lower = (mode - low) / (high - low) < (LIKELY - LOW) / (HIGH - LOW)
        least, most = (mode, most) if is_lower else (least, mode)
    low, high = tenths(least)
    width = (HIGH - LOW) / (high - low)
    return LIKELY - least * width, LIKELY + (1 - least) * width


def shown(value: float) -> str:
    return f"{round(value, -2):,.0f}"


def test_the_page_has_the_numbers_of_the_example() -> None:
    low, high = ends()
    mean = (low + 4 * LIKELY + high) / 6
    deviation = math.sqrt((mean - low) * (high - mean) / 7)
    rows = [
        row.rpartition("| ")[2].removesuffix(" |") for row in PAGE.splitlines() if row.startswith(("| *a*", "| *b*"))
    ]
    assert rows == [shown(low), shown(high)]
    assert f"/ 6 | {shown(mean)} |" in PAGE
    assert f"/ 7) | {shown(deviation)} |" in PAGE
    assert f"Their mean is {shown(2 * mean)}" in PAGE


def test_the_page_has_how_often_the_likely_cost_of_two_is_enough() -> None:
    low, high = ends()
    alpha, beta = 1 + 4 * (LIKELY - low) / (high - low), 1 + 4 * (high - LIKELY) / (high - low)
    drawn = low + (high - low) * np.random.default_rng(1).beta(alpha, beta, (2, 200_000))
    assert f"is enough in only {100 * np.mean(drawn.sum(axis=0) <= 2 * LIKELY):.0f} of\n100 trials" in PAGE
