"""What every solver gives back: which actions start when, what that is worth, and how far it is proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

__all__ = ["NEAR", "Choice", "Method", "Reason", "Refusal", "Solution", "Worth"]

NEAR = Fraction(1, 10**6)
"""By how much a number of a solver that reckons with floats may differ from the exact one that it stands for."""


class Reason(StrEnum):
    """Why an action is not in the roadmap."""

    TARGET_MET = "target met"
    """Every question it lifts meets its target, has what it brings, or does not apply."""
    FINISHED = "finished"
    """The organisation calls it finished, whatever the answers show."""
    COVERED = "covered by others"
    """The chosen actions already bring what the target asks for."""
    NO_MONEY = "no money"
    NO_PEOPLE = "no people"
    NO_TIME = "no time"
    """It would end after the last quarter."""
    PREREQUISITE = "prerequisite left out"
    RIVAL = "rival chosen"
    NEVER = "kept out by decision"
    NO_GAIN = "no gain"
    """It would fit, and would not raise the score, or close gaps, by enough to be worth its price."""


class Choice(NamedTuple):
    """An action and the quarter in which it starts."""

    action: str
    start: int


class Refusal(NamedTuple):
    """Why an action was not chosen."""

    reason: Reason
    other: str = ""
    """The action that stands in the way, if one does."""
    money_too: bool = False
    """For a want of people: there are quarters with enough of them, and those have too little money."""


class Method(StrEnum):
    """How a plan came about."""

    OPTIMAL = "optimal"
    """No plan within the limits is worth more, but for the gap at which the search was told to stop."""
    BEST_FOUND = "best found"
    """The search ended before that was proved; the gap says how much more there may be."""
    RANKED = "ranked"
    """By gain per cost, one bundle after the other; nothing is proved."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a plan is worth, found by the scoring engine. What lies beyond the targets does not count."""

    gates: int
    """How many of the gates that hold now hold no longer at the end."""
    end: Fraction
    """How much better the overall ratio is when the plan ends."""
    mean: Fraction
    """How much better it is in the mean of all quarter ends: maturity that comes earlier counts for more."""
    closed: Fraction
    """Which share of all gaps between answers and targets is closed when the plan ends."""
    price: Fraction
    """External spend, running cost and effort of all chosen actions, in money, as `Demand.price` has them."""
    beside: Fraction
    """All of these but the gates, weighted, as one number."""
    value: Fraction
    """All of these, weighted, as one number: what solvers make as large as they can."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The choices of a solver."""

    choices: tuple[Choice, ...]
    """In the order of choice, or by start and then by id."""
    refused: Mapping[str, Refusal]
    """Why each candidate that was not chosen was not, as far as the solver knows."""
    worth: Worth
    method: Method
    bound: Fraction | None = None
    """A value that no plan within the limits can exceed; None when nothing is proved."""
    nodes: int = 0
    """How many nodes of the search tree were looked at."""
    inexact: tuple[str, ...] = ()
    """Ids of areas whose score the solver could only bound from above; the worth is exact all the same."""

    @property
    def gap(self) -> Fraction | None:
        """How much more a plan could at most be worth, as a share of the most that it could be beside the gates.

        Leaving those out keeps a gate, which weighs much, from making the rest look proved. None: nothing is proved.
        """
        if self.bound is None:
            return None
        more = self.bound - self.worth.value
        more = more if more > 2 * NEAR else Fraction(0)
        most = self.worth.beside + more
        return more / most if more and most > 0 else Fraction(bool(more))
