"""The words that turn round where a higher score is worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from readiness.model.direction import Direction

__all__ = ["WORDS", "DirectionWords", "required_words", "words_for"]


class DirectionWords(NamedTuple):
    """How one speaks of scores in one direction."""

    short: str
    """Where a score lies that misses its target: below or above it."""
    beyond: str
    """Where it lies when it is better than it has to be."""
    raises: str
    """What an improvement does to a score."""
    changes: str
    """What finished actions do to answers."""
    rises: str
    """What a score does that improves."""
    lifts: str
    """What actions do to a score, in a title."""
    adds: str
    """What closing a gap does to the overall score."""
    gain: str
    """What a column of gains is called."""
    limit: str
    """Before the level at which a gate holds a score."""
    caps: str
    """What a gate does to the areas that it holds."""
    best_first: str
    """The order from the best score on."""
    down: str
    """Where a gate holds a score."""

    @property
    def lift(self) -> str:
        """What several actions do to a score."""
        return self.lifts.removesuffix("s")

    @property
    def raise_(self) -> str:
        """What an improvement would do to a score."""
        return self.raises.removesuffix("s")

    @property
    def change(self) -> str:
        """What finished actions do to answers, as said of several."""
        return self.changes.removesuffix("s")

    @property
    def rise(self) -> str:
        """What several scores do that improve."""
        return self.rises.removesuffix("s")

    @property
    def cap(self) -> str:
        """What several gates do."""
        return self.caps.removesuffix("s")


WORDS: Mapping[Direction, DirectionWords] = MappingProxyType(
    {
        Direction.BETTER: DirectionWords(
            short="below",
            beyond="above",
            raises="raises",
            changes="raises",
            rises="rises",
            lifts="lifts",
            adds="adds",
            gain="Gain",
            limit="at most",
            caps="caps",
            best_first="the highest first",
            down="down",
        ),
        Direction.WORSE: DirectionWords(
            short="above",
            beyond="below",
            raises="lowers",
            changes="changes",
            rises="falls",
            lifts="lowers",
            adds="takes off",
            gain="Effect",
            limit="at least",
            caps="raises",
            best_first="the lowest first",
            down="up",
        ),
    }
)


def required_words(level: int, direction: Direction) -> str:
    """Return which levels need evidence: a claim does that is good for the agency."""
    return direction.pick(f"from level {level}", f"at level {level} and below")


def words_for(direction: Direction, among: Iterable[Direction]) -> DirectionWords:
    """Return how one speaks of scores in a direction, where those of several things may run in the other one."""
    words = WORDS[direction]
    mixed = any(other is not direction for other in among)
    return words._replace(short="off", beyond="beyond") if mixed else words
