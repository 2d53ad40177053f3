"""Compares two assessments of one framework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from readiness.comparison.carried import Carried
from readiness.comparison.course import EVIDENCE, Course, course_of
from readiness.comparison.moves import (
    FactMove,
    QuestionMove,
    RuleMove,
    TargetMove,
    fact_moves,
    question_moves,
    rule_moves,
    target_moves,
    targets_turned,
)
from readiness.comparison.side import Side
from readiness.comparison.stages import Point, Stage, stages
from readiness.scoring.result import NodeScore
from readiness.versions.carrying import Leave
from readiness.versions.change import Change, Effect

__all__ = ["Comparison", "NodeChange", "compare"]


@dataclass(frozen=True, slots=True)
class NodeChange:
    """The framework or a part of it, before and after."""

    before: NodeScore | None
    """None when only the new version has it."""
    after: NodeScore | None
    """None when only the old version has it."""
    score: Course
    evidenced: Course

    @property
    def node(self) -> NodeScore:
        """The node as it is now, else as it was."""
        node = self.after or self.before
        assert node is not None
        return node


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is different between two assessments."""

    old: Side
    new: Side
    overall: NodeChange
    dimensions: tuple[NodeChange, ...]
    """The children of the framework: those of the new version in its order, then those that are gone."""
    measures: tuple[NodeChange, ...]
    """The same for the measures beside the headline, wherever they stand."""
    questions: tuple[QuestionMove, ...]
    facts: tuple[FactMove, ...]
    targets: tuple[TargetMove, ...]
    """The questions of which a switch of the target asks another level now."""
    rules: tuple[RuleMove, ...]
    met: tuple[NodeScore, ...]
    """The nodes that meet their target now and did not before."""
    lost: tuple[NodeScore, ...]
    """The nodes that met their target and do not any more."""
    changes: tuple[Change, ...]
    """What differs between the two versions of the framework and can move a score; the largest effects first."""
    removed: tuple[NodeScore, ...]
    """Questions whose answers have no place in the new version."""
    added: tuple[NodeScore, ...]
    """Questions that no old answer can be about."""
    left: tuple[Leave, ...]
    """What could not be carried over to the new version, and why."""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing that counts is different; days, notes and names do not."""
        turned = (self.facts, self.targets, self.met, self.lost)
        moves = (self.questions, *turned, self.changes, self.removed, self.added, self.left)
        is_ruled = any(rule.applied_before is not rule.applies_now for rule in self.rules)
        same_target = self.old.target_id == self.new.target_id
        moved = any(
            one.score.change or one.evidenced.change for one in (self.overall, *self.dimensions, *self.measures)
        )
        return not any(moves) and not is_ruled and same_target and not moved


def compare(old: Side, new: Side) -> Comparison:
    """Return what moved from one assessment to another of the same framework, or of another version of it.

    For every node the changes of the steps add up exactly to its whole change.
    """
    carried = Carried(old, new.framework)
    courses = _Courses(old, new, carried)
    removed, added = (
        tuple(side.scorecard.node[id_] for id_ in side.framework.question if id_ in ids)
        for side, ids in ((old, carried.removed), (new, set(carried.added)))
    )
    return Comparison(
        old=old,
        new=new,
        overall=courses.change(old.scorecard.root, new.scorecard.root),
        dimensions=courses.parts(old.scorecard.dimensions, new.scorecard.dimensions),
        measures=courses.parts(old.scorecard.measures, new.scorecard.measures),
        questions=tuple(question_moves(old, new, carried)),
        facts=tuple(fact_moves(carried, new)),
        targets=tuple(target_moves(old, new, carried)),
        rules=tuple(rule_moves(old, new, carried)),
        met=targets_turned(old, new, carried, met=True),
        lost=targets_turned(old, new, carried, met=False),
        changes=_changes(carried),
        removed=removed,
        added=added,
        left=carried.left,
    )


def _changes(carried: Carried) -> tuple[Change, ...]:
    from readiness.versions.compare import compare as compare_versions

    if not carried.is_needed:
        return ()
    found = compare_versions(carried.old.framework, carried.new)
    return tuple(change for change in found if change.effect in {Effect.BREAKS, Effect.MOVES})


@dataclass(frozen=True)
class _Courses:
    """The courses of all nodes, along one way."""

    old: Side
    new: Side
    carried: Carried

    @cached_property
    def stages(self) -> Sequence[Stage]:
        return tuple(stages(self.old, self.new, self.carried))

    @cached_property
    def start(self) -> Point:
        return Point.of(self.old.scorer, self.old.readings)

    def parts(self, was: Sequence[NodeScore], now: Sequence[NodeScore]) -> tuple[NodeChange, ...]:
        """Return the nodes of the new side with what they were, then those of the old side that have no place."""
        former = [self.old.scorecard.node.get(self.carried.former.get(node.id, "")) for node in now]
        gone = [node for node in was if self.now.get(node.id, "") not in self.new.scorecard.node]
        both = tuple(self.change(before, node) for before, node in zip(former, now, strict=True))
        return (*both, *(self.change(node, None) for node in gone))

    @cached_property
    def now(self) -> dict[str, str]:
        return {former: id_ for id_, former in self.carried.former.items()}

    def change(self, before: NodeScore | None, after: NodeScore | None) -> NodeChange:
        score, evidenced = (self.course(before, after, evidenced=evidenced) for evidenced in (False, True))
        return NodeChange(before, after, score, evidenced)

    def course(self, before: NodeScore | None, after: NodeScore | None, *, evidenced: bool) -> Course:
        was, now = (None if node is None else node.id for node in (before, after))

        start = self.start.score(was, evidenced=evidenced)
        told = [
            (
                stage.cause,
                stage.point.score(was if stage.is_old else now, evidenced=evidenced),
                [(id_, point.score(now, evidenced=evidenced)) for id_, point in stage.singles.items()],
            )
            for stage in self.stages
            if evidenced or stage.cause not in EVIDENCE
        ]
        return course_of(start, told)
