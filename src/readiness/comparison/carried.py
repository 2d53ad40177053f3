"""The old assessment in the terms of the new version of its framework."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readiness.comparison.side import Side
from readiness.model.assessment import Assessment
from readiness.model.conditions import Any_
from readiness.model.framework import Area, Framework
from readiness.scoring.reading import Reading, read_answers
from readiness.versions.carrying import Leave, carried, carry
from readiness.versions.names import Matched

__all__ = ["Carried", "without"]

_NEVER = Any_.model_construct(any=())
"""A condition of which no part can hold."""


@dataclass(frozen=True)
class Carried:
    """What of the old side has a place in the new version."""

    old: Side
    new: Framework

    @cached_property
    def is_needed(self) -> bool:
        """Whether the two versions differ at all."""
        return self.old.framework is not self.new and self.old.framework != self.new

    @cached_property
    def matched(self) -> Matched:
        """What belongs together in the two versions."""
        return Matched.of(self.old.framework, self.new)

    @cached_property
    def _made(self) -> tuple[Assessment, tuple[Leave, ...]]:
        if not self.is_needed:
            return self.old.assessment, ()
        edits = carry(self.old.assessment, self.new, self.old.framework)
        return carried(self.old.assessment, edits), tuple(edit for edit in edits if isinstance(edit, Leave))

    @property
    def assessment(self) -> Assessment:
        """The old answers as answers to the new version."""
        return self._made[0]

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """What the old answers count as in the new version, on their own day."""
        return read_answers(self.new, self.assessment, self.old.as_of)

    @property
    def left(self) -> tuple[Leave, ...]:
        """What could not be carried over, and why."""
        return self._made[1]

    @cached_property
    def former(self) -> Mapping[str, str]:
        """For each node of the new version that the old one has too: what it was called."""
        both = (*self.matched.areas.both, *self.matched.questions.both)
        return {now: before for before, now, _, _ in both} | {self.new.id: self.old.framework.id}

    @cached_property
    def _asked_anew(self) -> frozenset[str]:
        """Old ids of questions whose answer cannot be an answer to the question of today."""
        return frozenset(str(one.path[-1]) for one in self.left if one.path[:-1] == ("answers",))

    @cached_property
    def removed(self) -> frozenset[str]:
        """Old ids of the questions whose answers have no place in the new version."""
        return frozenset(self.matched.questions.removed) | self._asked_anew

    @cached_property
    def added(self) -> tuple[str, ...]:
        """The questions of the new version that no old answer can be about, in its order."""
        return tuple(id_ for id_ in self.new.question if self.former.get(id_) in {None, *self._asked_anew})


def without(framework: Framework, questions: frozenset[str]) -> Framework:
    """Return the framework in which some questions are never asked; everything else stands as it was."""
    if not questions:
        return framework
    return framework.changed(
        areas=tuple(_without(area, questions) for area in framework.areas), **_asked(framework, questions)
    )


def _without(area: Area, questions: frozenset[str]) -> Area:
    return area.changed(areas=tuple(_without(one, questions) for one in area.areas), **_asked(area, questions))


def _asked(node: Area | Framework, questions: frozenset[str]) -> dict[str, object]:
    return {"questions": tuple(q.changed(applies_when=_NEVER) if q.id in questions else q for q in node.questions)}
