"""The ways to choose actions; apart, so that a command can offer them without loading what they need."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Planner"]


class Planner(StrEnum):
    """How actions are chosen."""

    BEST = "best"
    """The best plan that the limits allow, proved by a solver for mixed-integer problems."""
    RANKED = "ranked"
    """By gain per cost, without a proof."""
