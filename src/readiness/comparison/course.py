"""How a score went from before to after: steps that add up to the whole change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

__all__ = ["EVIDENCE", "Cause", "Course", "Single", "Step", "course_of"]


class Cause(StrEnum):
    """Why a score moves, in the order in which the causes are taken."""

    REMOVED = "questions removed"
    """Questions that the new version no longer has, and answers that could not be carried over."""
    RULES = "rules and weights"
    """Everything else that the new version of the framework says, with the same answers."""
    ADDED = "questions added"
    """Questions that only the new version has, with the answers that they have got."""
    FACTS = "facts"
    """What conditions ask about the organisation."""
    EXPIRED = "evidence lost"
    """Answers that are the same and have no evidence in date any more, where they need it."""
    BACKED = "evidence found"
    """Answers that are the same and have got the evidence that they lacked."""
    ANSWERS = "answers"
    """Answers that are others now, with their evidence."""


EVIDENCE = frozenset({Cause.EXPIRED, Cause.BACKED})
"""What moves the evidenced score alone."""


@dataclass(frozen=True, slots=True)
class Single:
    """One change that belongs to a step."""

    id: str
    """Of a question or a fact, as the new version calls it."""
    alone: Fraction | None
    """What the change does when it is the only one of its step; None when there would be no score."""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a change."""

    causes: tuple[Cause, ...]
    """One; several where there is no score between them."""
    change: Fraction
    singles: tuple[Single, ...] = ()
    """The changes that the step is made of, where each can be made alone; in the order of the framework."""

    @property
    def together(self) -> Fraction:
        """What the single changes do only together: gates, ladders and the like; 0 when each acts for itself."""
        return self.change - sum((one.alone or Fraction(0) for one in self.singles), Fraction(0))


@dataclass(frozen=True, slots=True)
class Course:
    """A score before and after, and the steps between; the changes of the steps add up to after - before."""

    before: Fraction | None
    after: Fraction | None
    steps: tuple[Step, ...] = ()
    """Empty when there is no score before or after."""

    @property
    def change(self) -> Fraction | None:
        """After - before; None when one of them does not exist."""
        return None if self.before is None or self.after is None else self.after - self.before

    def step(self, cause: Cause) -> Step | None:
        """Return the step of one cause alone, if there is one."""
        return next((step for step in self.steps if step.causes == (cause,)), None)


def course_of(
    start: Fraction | None, stages: Iterable[tuple[Cause, Fraction | None, Sequence[tuple[str, Fraction | None]]]]
) -> Course:
    """Return the course through stages: each with its cause, the score that it leads to, and the score of each change.

    A stage without a score is one with the next that has some.
    """
    told = list(stages)
    end = told[-1][1] if told else start
    if start is None or end is None:
        return Course(start, end)
    steps: list[Step] = []
    waiting: list[Cause] = []
    last = start
    for cause, score, reached in told:
        waiting.append(cause)
        if score is None:
            continue
        single = [Single(id_, None if one is None else one - last) for id_, one in reached]
        steps.append(Step(tuple(waiting), score - last, tuple(single) if len(waiting) == 1 else ()))
        waiting, last = [], score
    return Course(start, end, tuple(steps))
