"""The words that turn round where a higher score is worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from readiness.model.direction import Direction
from readiness.report.wording import ENGLISH, gettext, pgettext, speaking

__all__ = ["WORDS", "DirectionWords", "direction_words", "required_words", "words_for"]


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


def direction_words(direction: Direction) -> DirectionWords:
    """Return how one speaks of scores in a direction, in the language that is being written in."""
    if direction is Direction.BETTER:
        return DirectionWords(
            short=pgettext("where a score lies", "below"),
            beyond=pgettext("where a score lies", "above"),
            raises=pgettext("what is done to a score or level", "raises"),
            changes=pgettext("what is done to an answer", "raises"),
            rises=pgettext("what a score does", "rises"),
            lifts=pgettext("what is done to a score or level", "lifts"),
            adds=pgettext("to the overall score", "adds"),
            gain=gettext("Gain"),
            limit=pgettext("before a level", "at most"),
            caps=pgettext("what a gate does to areas", "caps"),
            best_first=gettext("the highest first"),
            down=pgettext("where a gate holds a score", "down"),
        )
    return DirectionWords(
        short=pgettext("where a score lies", "above"),
        beyond=pgettext("where a score lies", "below"),
        raises=pgettext("what is done to a score or level", "lowers"),
        changes=pgettext("what is done to an answer", "changes"),
        rises=pgettext("what a score does", "falls"),
        lifts=pgettext("what is done to a score or level", "lowers"),
        adds=pgettext("from the overall score", "takes off"),
        gain=gettext("Effect"),
        limit=pgettext("before a level", "at least"),
        caps=pgettext("what a gate does to areas", "raises"),
        best_first=gettext("the lowest first"),
        down=pgettext("where a gate holds a score", "up"),
    )


def _in_english(direction: Direction) -> DirectionWords:
    with speaking(ENGLISH):
        return direction_words(direction)


WORDS: Mapping[Direction, DirectionWords] = MappingProxyType({one: _in_english(one) for one in Direction})
"""How one speaks of scores in English, as the terminal does."""


def required_words(level: int, direction: Direction) -> str:
    """Return which levels need evidence: a claim does that is good for the agency."""
    return direction.pick(
        gettext("from level {level}", level=level), gettext("at level {level} and below", level=level)
    )


def words_for(direction: Direction, among: Iterable[Direction]) -> DirectionWords:
    """Return how one speaks of scores in a direction, where those of several things may run in the other one."""
    words = direction_words(direction)
    if all(other is direction for other in among):
        return words
    return words._replace(short=pgettext("where a score lies", "off"), beyond=pgettext("where a score lies", "beyond"))
