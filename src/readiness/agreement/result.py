"""What is said of the votes: per question, per group, and over all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

__all__ = ["LEAST_SHOWN", "Agreement", "Alpha", "GroupVotes", "Groups", "Owing", "QuestionVotes", "Reliance", "Trend"]

LEAST_SHOWN = 5
"""A group of fewer people is never shown apart: one could work out who said what."""
_FAR, _TYPICALLY = 2, Fraction(1, 2)


class Reliance(StrEnum):
    """What an alpha allows, by Krippendorff's own thresholds.

    K. Krippendorff, Content Analysis: An Introduction to Its Methodology, chapter on reliability: rely on what has an
    alpha of .800 and more, draw tentative conclusions from .667 on, and none below.
    """

    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    UNRELIABLE = "unreliable"
    ALONE = "alone"
    """No question has two answers that could be compared."""
    ALIKE = "alike"
    """All answers are the same: nothing shows whether people could tell questions apart."""


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha: 1 is perfect agreement, 0 what chance would give, below 0 less than that."""

    value: float | None
    """To four places; None where it is not defined."""
    reliance: Reliance
    questions: int
    """How many questions two or more people answered."""
    votes: int
    """How many answers they gave to them."""


@dataclass(frozen=True, slots=True)
class GroupVotes:
    """What one group that is large enough says on one question."""

    group: str
    count: int
    mean: Fraction
    """On the scale."""
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class QuestionVotes:
    """What people say on one question that is asked."""

    question: str
    counts: Mapping[Fraction, int]
    """How many people stand at each score on the scale, from the lowest; empty for what is not scored."""
    answered: int
    """How many gave an answer, scored or not."""
    not_applicable: int
    unknown: int
    is_agreed: bool
    """Whether an agreed answer stands beside the votes."""
    is_split: bool
    """Whether words or days differ that are not scored."""
    groups: tuple[GroupVotes, ...] = ()
    """The groups that are shown."""
    span: int = 0
    """Steps of the scale."""

    @property
    def low(self) -> Fraction | None:
        """The lowest score."""
        return min(self.counts, default=None)

    @property
    def high(self) -> Fraction | None:
        """The highest score."""
        return max(self.counts, default=None)

    @property
    def spread(self) -> Fraction:
        """How many levels lie between the lowest and the highest."""
        return max(self.counts, default=Fraction(0)) - min(self.counts, default=Fraction(0))

    @property
    def distance(self) -> Fraction:
        """How many levels two people who answered are apart in the mean."""
        scored = sum(self.counts.values())
        apart = sum(
            (abs(one - other) * n * m for one, n in self.counts.items() for other, m in self.counts.items()),
            Fraction(0),
        )
        return apart / (scored * (scored - 1)) if scored > 1 else Fraction(0)

    @property
    def needs_conversation(self) -> bool:
        """Whether people should talk: nothing is agreed, and they are far apart, or not of one mind whether it applies.

        Far apart are two levels between the lowest and the highest and half a level between any two in the mean: one
        voice among many is not enough. On a scale of two levels, one is as far apart as people can be.
        """
        doubtful = self.answered > 0 and self.not_applicable > 0
        apart = self.spread >= min(_FAR, self.span) > 0 and self.distance >= _TYPICALLY
        return not self.is_agreed and (doubtful or self.is_split or apart)


class Trend(StrEnum):
    """How scores go with the steps from the work."""

    LOWER = "lower"
    """The closer to the work, the lower the score."""
    HIGHER = "higher"
    ALIKE = "alike"
    """The groups are less than half a level apart."""
    MIXED = "mixed"
    """They differ, and not by how close they are."""
    UNKNOWN = "unknown"
    """There are no two groups that can be shown and say how close they are."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups side by side, over the questions on which all of them can be shown."""

    means: Mapping[str, Fraction]
    """For each group that can be shown: its mean score over these questions; from the closest to the work."""
    people: Mapping[str, int]
    """For each of these groups: how many of it answered the question that most of it answered."""
    questions: int
    trend: Trend


@dataclass(frozen=True, slots=True)
class Owing:
    """One respondent who has been asked more than they answered."""

    respondent: str
    questions: tuple[str, ...]
    """In the order of the framework."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the respondents of an assessment agree."""

    people: int
    """How many gave a vote."""
    questions: tuple[QuestionVotes, ...]
    """Each question with a vote, in the order of the framework."""
    alpha: Alpha
    dimensions: Mapping[str, Alpha]
    """For each dimension, and each measure, that has a vote."""
    groups: Groups
    owing: tuple[Owing, ...]

    @property
    def conversations(self) -> tuple[QuestionVotes, ...]:
        """The questions that need one, those first on which people are furthest apart."""
        found = [one for one in self.questions if one.needs_conversation]
        return tuple(sorted(found, key=lambda one: (-one.spread, -one.distance, -one.not_applicable, one.question)))

    @property
    def of_question(self) -> Mapping[str, QuestionVotes]:
        """The votes by question."""
        return {one.question: one for one in self.questions}
