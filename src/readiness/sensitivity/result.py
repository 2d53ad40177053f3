"""What an analysis of sensitivity says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.answers import AnswerBase
from readiness.sensitivity.standing import Standings

__all__ = ["Change", "DrawnDimension", "DrawnWeights", "Fewest", "LeftOut", "Sensitivity", "Share"]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of all draws, from 0 to 1, with its standard error."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class DrawnDimension:
    """How one top area fares under other weights."""

    id: str
    title: str
    weakest: Share
    """The part of all draws in which it is the weakest; areas that are equally weak share the draw."""
    first_rank: int
    """Its rank, 1 being the weakest: in 95 of 100 draws it is no lower than this."""
    last_rank: int
    """In 95 of 100 draws it is no higher than this. Equals take all the ranks that they share."""


@dataclass(frozen=True, slots=True)
class DrawnWeights:
    """What becomes of the result when the weights are drawn around their values."""

    draws: int
    seed: int
    concentration: int
    """Of the Dirichlet distributions, for each part that counts."""
    holds: Share
    """The part of all draws in which the overall level, or the band, is the same."""
    places: Mapping[int, float]
    """For each position in the standings that was met: its part of all draws."""
    low: float
    """The score that 5 of 100 draws stay below."""
    high: float
    """The score that 5 of 100 draws exceed."""
    dimensions: tuple[DrawnDimension, ...]
    """In the order of the framework."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The exact result when one part does not count; conditions still see it."""

    id: str
    title: str
    score: Fraction | None
    """The overall score without it; None when nothing is left."""
    change: Fraction | None
    """The overall score without it, less the overall score."""
    place: int | None
    """The position in the standings."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that is changed by one step."""

    question: str
    answer: AnswerBase
    """What it becomes."""
    before: Fraction
    """Its score before, on the scale."""
    after: Fraction
    doubtful: bool
    """Whether the answer that is changed lacks the evidence it needs, or is of low confidence."""


@dataclass(frozen=True, slots=True)
class Fewest:
    """The smallest number of answers whose change by one step leads to another level or band."""

    at_least: int | None
    """No smaller number of changes leads there; None when no number does."""
    changes: tuple[Change, ...]
    """Changes that lead there, checked by scoring again; none when none were found."""
    place: int | None
    """The position in the standings to which they lead."""

    @property
    def is_smallest(self) -> bool:
        """Whether it is proved that no smaller number of changes leads there."""
        return self.at_least == len(self.changes)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How firm a result is."""

    standings: Standings
    place: int | None
    """The position of the overall result; None when there is none."""
    weights: DrawnWeights | None
    """None when no weight counts: nothing has a score, or every part stands alone or is combined without weights."""
    without_dimension: tuple[LeftOut, ...]
    """Each top area left out in turn; the one that moves the score most first."""
    without_question: tuple[LeftOut, ...]
    """Each question left out in turn; the one that moves the score most first."""
    lower: Fewest | None
    """None at the bottom of the standings."""
    higher: Fewest | None
    """None at the top of the standings."""
    answers: int
    """How many answers could be changed."""
