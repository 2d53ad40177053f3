"""What there is to say about one node: numbers, and the words for them. Text, JSON and the report only lay it out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from readiness.scoring.result import NodeScore

__all__ = [
    "AnswerAccount",
    "Change",
    "Cut",
    "Explanation",
    "Fact",
    "Figure",
    "LeftOut",
    "Part",
    "PartsAccount",
    "Place",
    "Rise",
    "WithoutAnswer",
]

Figure: TypeAlias = Literal["score", "low", "high", "evidenced", "target"]
"""Which number of a node is explained."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with its name and what belongs to it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One child that counts. Scores, and what is added and what is missing, are in levels."""

    node: NodeScore
    share: Fraction
    adds: Fraction
    costs: Fraction


@dataclass(frozen=True, slots=True)
class PartsAccount:
    """How the children make up the score, before caps and adjustments."""

    words: tuple[str, ...]
    """What a share is, what a part adds and costs, and where that hangs on the other parts."""
    formula: str
    """The roll-up with its numbers filled in, as an equation."""
    parts: tuple[Part, ...]
    columns: tuple[str, ...]
    """The headings of the table, all but that of the titles."""
    rows: tuple[tuple[str, ...], ...]
    """For each part its cells under the columns; the written shares, additions and costs add up to the last row."""
    total: tuple[str, ...]
    before: Fraction
    """The score that the parts make up."""
    sum: str
    """The same as an equation."""


@dataclass(frozen=True, slots=True)
class Change:
    """A cap or an adjustment, with the score before and after it."""

    kind: Literal["cap", "adjustment"]
    rule: str
    """What it does and when, in words."""
    because: str
    questions: tuple[str, ...]
    holds: bool
    certain: bool
    """False when a missing answer could still change whether it holds."""
    cap: int | None
    before: Fraction | None
    after: Fraction | None
    text: str
    """All of it in a few sentences; nothing where it does not hold, and will not."""


@dataclass(frozen=True, slots=True)
class WithoutAnswer:
    """A question without an answer of its own, and what stands in for it."""

    id: str
    title: str
    state: str
    """unknown, unanswered, not applicable, or hidden."""
    reason: str
    """Why, as far as somebody said so; for a hidden question the condition under which it is asked."""
    policy: str | None
    """What the framework does with it, by the word in the file; None for a hidden question, which never counts."""
    set_by: str
    """The id of the question, area or framework that says so; nothing where nobody does and the usual rule holds."""
    score: Fraction | None
    """What it counts as, on the scale; None where it is left out."""
    rule: str
    """What it counts as, with the policy and who sets it."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A child that has no part in the score, and why."""

    id: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Cut:
    """An answer that counts for less, because the evidence that it needs is missing."""

    id: str
    title: str
    claimed: Fraction
    counts: Fraction


@dataclass(frozen=True, slots=True)
class Rise:
    """What becomes of a node when the gap of one question is closed."""

    id: str
    title: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class AnswerAccount:
    """How an answer becomes a score."""

    ask: str
    answer: str
    lines: tuple[Fact, ...]
    """Evidence, the formula with its numbers, and what stands in for a missing answer."""
    formula: str | None
    gain: Fraction | None
    """What closing its gap adds to the overall score; None where it has no gap."""
    rises: tuple[Rise, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What a node has to do with its parent and with the whole."""

    parent: str
    weight: Fraction
    share: Fraction | None
    """Of the parent; None when the node does not count there."""
    adds: Fraction | None
    costs: Fraction | None
    lines: tuple[str, ...]
    """Sentences, the equation of the shares up to the whole among them."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that is said about one figure of one node."""

    node: NodeScore
    figure: Figure
    headline: Fact
    facts: tuple[Fact, ...]
    answer: AnswerAccount | None
    """For a question."""
    parts: PartsAccount | None
    """For an area or the whole, where it has a score."""
    changes: tuple[Change, ...]
    after: str
    """The score after all changes, where there are some."""
    decides: tuple[str, ...]
    """For a question: the caps that hang on it."""
    left_out: tuple[LeftOut, ...]
    without_answer: tuple[WithoutAnswer, ...]
    """For all questions below, or the question itself."""
    cuts: tuple[Cut, ...]
    place: Place | None
    """None for the whole."""
