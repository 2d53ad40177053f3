"""Why an action is in a plan, told by what the plan loses without it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

__all__ = ["Ground", "Loss"]


class Ground(StrEnum):
    """Why an action is in a plan."""

    SETTLED = "settled beforehand"
    """A decision puts it there, or another action that a decision puts there needs it."""
    GATE = "clears a gate"
    """Without it, or what needs it, a gate holds again."""
    OPENS = "opens the way"
    """It adds nothing itself to the score at the end; what needs it does."""
    SCORE = "raises the score"
    SOONER = "brings it sooner"
    """The end is the same without it; what it brings would come later."""
    CLOSES = "closes a gap"
    """The score is the same without it, held down by something weaker; a gap behind that is closed."""
    NOTHING = "nothing that counts"
    """The plan is worth as much without it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What a plan loses without an action and without everything that cannot be done without it.

    Where no decision asks for any of them, the best plan without the action loses no more worth than this one does:
    what is left keeps every limit.
    """

    action: str
    ground: Ground
    also: tuple[str, ...]
    """Ids of the chosen actions that fall with it, by their end."""
    end: Fraction
    """How much worse the overall ratio is at the end; levels beyond the targets do not count."""
    gates: int
    """How many more of the gates that hold now hold at the end; fewer where the number is negative."""
