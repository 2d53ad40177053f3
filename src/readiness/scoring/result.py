"""What scoring says: one immutable tree that every view reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Literal

from readiness.model.answers import AnswerBase
from readiness.model.bands import Band
from readiness.model.direction import Direction
from readiness.model.scale import Scale
from readiness.scoring.rollup import Options

__all__ = [
    "AdjustmentOutcome",
    "Contribution",
    "Coverage",
    "EvidenceState",
    "GateOutcome",
    "NodeScore",
    "Scorecard",
    "State",
]


class State(StrEnum):
    """What is known about one answer. Zero, not applicable and missing are never the same thing."""

    ANSWERED = "answered"
    NOT_APPLICABLE = "not applicable"
    UNKNOWN = "unknown"
    """Somebody was asked, and nobody knows."""
    UNANSWERED = "unanswered"
    """Nobody has been asked yet."""
    HIDDEN = "hidden"
    """The condition for asking does not hold; a stored answer does not score."""

    @property
    def is_missing(self) -> bool:
        """Whether an answer is still owed."""
        return self in _MISSING


_MISSING = (State.UNKNOWN, State.UNANSWERED)
"""Looked up once: a member of an enumeration takes Python 3.11 longer to find than to compare."""


class EvidenceState(StrEnum):
    """How well an answer is backed on the day of the assessment."""

    IN_DATE = "in date"
    STALE = "stale"
    """There is evidence, and all of it is out of date or undated."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what applies has been answered."""

    answered: int
    applicable: int
    """All questions below the node, those of measures and those that are not scored among them."""
    weight: Fraction
    """The share of the node's weight that is answered, from 0 to 1; 0 when nothing applies. Measures do not count."""

    @property
    def by_count(self) -> Fraction:
        """Answered / applicable; 0 when nothing applies."""
        return Fraction(self.answered, self.applicable) if self.applicable else Fraction(0)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one child adds to its parent's ratio before gates, and what it costs the parent that it is not full."""

    child: str
    share: Fraction
    """The part of the parent's ratio that hangs on this child; the shares of all children add up to 1."""
    adds: Fraction
    """Part of the parent's ratio; over all children they add up to it."""

    @property
    def costs(self) -> Fraction:
        """What is missing; adds + costs = share."""
        return self.share - self.adds


@dataclass(frozen=True, slots=True)
class GateOutcome:
    """Whether a gate caps its node, or an answer missing where all are needed does, and what that takes away."""

    node: str
    """The id of the area or framework that carries the gate."""
    questions: tuple[str, ...]
    """The questions that its condition names."""
    cap: int
    """The level than which the node cannot score better."""
    because: str
    """The framework's reason; for one that takes all or nothing, that an answer is missing."""
    holds: bool
    certain: bool
    """False when a missing answer could still change `holds`."""
    loss: Fraction
    """What the cap takes from the node's ratio; 0 when it does not hold or changes nothing.

    Where higher is worse a gate adds to the ratio, and this is below zero.
    """


@dataclass(frozen=True, slots=True)
class AdjustmentOutcome:
    """Whether an adjustment changes its node, and by how much."""

    questions: tuple[str, ...]
    """The questions that its condition names."""
    because: str
    holds: bool
    certain: bool
    """False when a missing answer could still change `holds`."""
    change: Fraction
    """What it adds to the node's ratio, or takes from it when below zero."""


@dataclass(frozen=True, slots=True)
class NodeScore:
    """One node of the tree: the framework, an area or a question."""

    id: str
    title: str
    """The title of an area or framework, the topic of a question."""
    kind: Literal["framework", "area", "question"]
    depth: int
    """0 for the framework."""
    weight: Fraction
    rollup: str | None
    """How the children are combined; None for a question."""
    options: Options | None
    """What the framework says about the roll-up."""
    rung: int
    """Where the node stands on its parent's ladder, if that is one."""
    measure: str | None
    """The id of the nearest measure that the node is or stands in; None for what counts in the headline.

    A measure is scored like any area and is no part of its parent's score.
    """
    points: Fraction | None
    maximum: Fraction | None
    raw_ratio: Fraction | None
    """Points / maximum before gates and adjustments."""
    ratio: Fraction | None
    """After gates and adjustments; None when the node has no score. Missing answers count as the policy says."""
    score: Fraction | None
    """`ratio` on the scale."""
    level: int | None
    """The step of the scale that the score has reached."""
    low: Fraction | None
    """The lowest score that the missing answers can lead to; the best one where higher is worse."""
    high: Fraction | None
    """The highest score that the missing answers can lead to; the worst one where higher is worse."""
    evidenced: Fraction | None
    """The score if answers without the evidence they need counted one level worse than the level that needs it."""
    target: Fraction | None
    """The score if every question stood exactly at the level that the target profile asks for."""
    coverage: Coverage
    share_of_whole: Fraction
    """The part of the overall ratio that hangs on this node, 0 when it is left out."""
    contributions: tuple[Contribution, ...] = ()
    gates: tuple[GateOutcome, ...] = ()
    adjustments: tuple[AdjustmentOutcome, ...] = ()
    direction: Direction = Direction.BETTER
    """What a higher score means."""
    band: Band | None = None
    """The band that the node lies in, where the framework has some for it."""
    children: tuple[NodeScore, ...] = ()
    state: State | None = None
    """For a question."""
    answer: AnswerBase | None = None
    """For a question: what the file holds."""
    evidence: EvidenceState | None = None
    """For an answered question."""
    needs_evidence: bool = False
    """For a question: the answer claims a level that needs evidence, and none is in date."""

    @property
    def gap(self) -> Fraction | None:
        """How far the score is from its target, 0 when the target is met; None when either is missing."""
        if self.target is None or self.score is None:
            return None
        return self.direction.short(self.score, self.target)

    @property
    def is_measure(self) -> bool:
        """Whether the node is scored beside its parent."""
        return self.measure == self.id

    @property
    def applies(self) -> bool:
        """Whether anything of the node counts."""
        return self.coverage.applicable > 0

    def walk(self) -> Iterator[NodeScore]:
        """Yield this node and all below it, parents first, in the order of the framework."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@dataclass(frozen=True)
class Scorecard:
    """The scored tree of one assessment."""

    root: NodeScore
    scale: Scale
    target_id: str | None
    target_levels: Mapping[str, int] = field(default_factory=dict)
    """For each question: the level that the target profile asks for."""

    @cached_property
    def node(self) -> Mapping[str, NodeScore]:
        """Every node by id; the framework's id names the root."""
        return {node.id: node for node in self.root.walk()}

    @cached_property
    def questions(self) -> tuple[NodeScore, ...]:
        """All questions, in the order of the framework."""
        return tuple(node for node in self.root.walk() if node.kind == "question")

    @cached_property
    def gates(self) -> tuple[GateOutcome, ...]:
        """All gates, in the order of the framework."""
        return tuple(gate for node in self.root.walk() for gate in node.gates)

    @property
    def dimensions(self) -> tuple[NodeScore, ...]:
        """The children of the framework that its score is made of."""
        return tuple(node for node in self.root.children if not node.is_measure)

    @cached_property
    def measures(self) -> tuple[NodeScore, ...]:
        """Every area that is scored beside the one that holds it, in the order of the framework."""
        return tuple(node for node in self.root.walk() if node.is_measure)
