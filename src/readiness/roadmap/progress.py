"""Where the work of an earlier plan stands, as a later assessment shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from readiness.model.earlier import EarlierAction, EarlierQuarter, EarlierRoadmap, WrittenNumber
from readiness.roadmap.plan import LeftOut, PlannedAction, Roadmap
from readiness.roadmap.problem import Problem
from readiness.scoring.result import NodeScore, Scorecard, State
from readiness.versions.pairs import successor

__all__ = ["ActionProgress", "Drop", "Figures", "PartProgress", "Progress", "Standing", "find_progress"]


class Standing(StrEnum):
    """What became of a planned action."""

    DONE = "done"
    """The organisation says so, or every level that it brings is reached."""
    UNDER_WAY = "under way"
    """The organisation says so."""
    NOT_STARTED = "not started"
    DROPPED = "dropped"


class Drop(StrEnum):
    """Why an action is not pursued any more."""

    GONE = "not in the framework"
    NOT_APPLICABLE = "does not apply"
    """None of the questions that it lifts does."""
    RULED_OUT = "kept out by decision"
    NOT_NEEDED = "no longer needed"
    """The target is met without it, and nothing that is planned waits for it."""


@dataclass(frozen=True, slots=True)
class ActionProgress:
    """One action of the earlier plan."""

    before: EarlierAction
    first: EarlierQuarter
    """The quarter in which it was to start."""
    last: EarlierQuarter
    """The quarter in which it was to end."""
    standing: Standing
    is_late: bool
    """Whether it should have ended, or begun, and has not."""
    share: Fraction | None = None
    """How much of it is done, from 0 to 1, where the organisation says that it is under way."""
    finished: date | None = None
    """The day on which it was finished, where the organisation says so."""
    brings: tuple[str, ...] = ()
    """The questions that it lifts and that apply."""
    short: tuple[str, ...] = ()
    """Those of them that do not show the level that it brings."""
    dropped: Drop | None = None
    because: str = ""
    """The reason that the organisation gives."""
    now: PlannedAction | None = None
    """Its place in the new plan, if it has one."""
    months_later: int | None = None
    """By how many months its end has moved with the new plan; less than 0: it ends sooner."""
    left_out: LeftOut | None = None
    """Why it has none, where the plan says so."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A score with the range in which it lies; None where there is no score."""

    score: Fraction | None
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class PartProgress:
    """A top area: its score as it was projected, and as it is."""

    node: NodeScore
    projected: Fraction | None


@dataclass(frozen=True, slots=True)
class Progress:
    """An earlier plan beside a later assessment."""

    actions: tuple[ActionProgress, ...]
    """In the order of the plan."""
    quarter: EarlierQuarter | None
    """The last quarter of the plan that had ended; None when none had."""
    projected: Figures
    """The overall score that the plan had for its end, or for the start of the plan."""
    reached: Figures
    parts: tuple[PartProgress, ...]
    """The top areas that both know; none before the first quarter has ended."""
    added: tuple[PlannedAction, ...]
    """Actions of the new plan that the earlier one did not have."""


def find_progress(
    earlier: EarlierRoadmap, problem: Problem, scorecard: Scorecard, replanned: Roadmap | None, day: date
) -> Progress:
    """Return what became of an earlier plan.

    Args:
        earlier: The plan.
        problem: The later assessment as a planning problem; its plan says what is finished, under way or kept out.
        scorecard: The later assessment, scored.
        replanned: The plan that is made of it.
        day: The day of the later assessment.
    """
    quarter = next((one for one in reversed(earlier.quarters) if one.ends <= day), None)
    follower = _Follower(earlier, problem, replanned, day)
    actions = tuple(map(follower.follow, earlier.actions))
    known = {one.now.action.id for one in actions if one.now}
    root = scorecard.root
    return Progress(
        actions=actions,
        quarter=quarter,
        projected=_figures(quarter) if quarter else Figures(_value(earlier.start_score), None, None),
        reached=Figures(root.score, root.low, root.high),
        parts=tuple(_parts(quarter, root)) if quarter else (),
        added=tuple(one for one in replanned.actions if one.action.id not in known) if replanned else (),
    )


@dataclass(frozen=True)
class _Follower:
    earlier: EarlierRoadmap
    problem: Problem
    replanned: Roadmap | None
    day: date

    def follow(self, before: EarlierAction) -> ActionProgress:
        """Return what became of one action."""
        first, last = self.earlier.days(before)
        id_ = before.id if before.id in self.problem.actions else successor(before.id, self.problem.actions)
        if not id_:
            return ActionProgress(before, first, last, Standing.DROPPED, is_late=False, dropped=Drop.GONE)
        decision, brings = self.problem.decision(id_), self.brings(id_)
        short = tuple(self.problem.lifted(self.problem.actions[id_], self.problem.readings))
        standing, dropped = self.standing(id_, brings, short)
        now = self.planned.get(id_)
        return ActionProgress(
            before,
            first,
            last,
            standing,
            is_late=self.is_late(standing, first, last),
            share=1 - decision.left if standing is Standing.UNDER_WAY else None,
            finished=decision.finished,
            brings=brings,
            short=short,
            dropped=dropped,
            because=decision.because or "",
            now=now,
            months_later=_months(last.ends, self.replanned.quarters[now.end - 1].ends)
            if now and self.replanned
            else None,
            left_out=self.left_out.get(id_) if standing is Standing.NOT_STARTED else None,
        )

    def standing(self, id_: str, brings: tuple[str, ...], short: tuple[str, ...]) -> tuple[Standing, Drop | None]:
        """Return what became of an action: what the organisation says goes before what its answers show."""
        decision = self.problem.decision(id_)
        if decision.finished is not None:
            return Standing.DONE, None
        if decision.never:
            return Standing.DROPPED, Drop.RULED_OUT
        if decision.under_way is not None:
            return Standing.UNDER_WAY, None
        if not brings:
            return Standing.DROPPED, Drop.NOT_APPLICABLE
        if not short:
            return Standing.DONE, None
        if id_ not in self.planned and not self.problem.closes(self.problem.actions[id_], self.problem.readings):
            return Standing.DROPPED, Drop.NOT_NEEDED
        return Standing.NOT_STARTED, None

    def is_late(self, standing: Standing, first: EarlierQuarter, last: EarlierQuarter) -> bool:
        """Tell whether an action is late. The plan has quarters: until its first one is over it can still begin."""
        if standing is Standing.NOT_STARTED:
            return first.ends < self.day
        return standing is Standing.UNDER_WAY and last.ends < self.day

    def brings(self, id_: str) -> tuple[str, ...]:
        """Return the questions that an action lifts and that apply."""
        problem = self.problem
        return tuple(
            name
            for name in problem.actions[id_].lifts
            if problem.readings[name].state is not State.NOT_APPLICABLE
            and problem.now.applies(problem.scorer.leaf[name])
        )

    @cached_property
    def planned(self) -> Mapping[str, PlannedAction]:
        """The actions of the new plan, by id."""
        return {one.action.id: one for one in self.replanned.actions} if self.replanned else {}

    @cached_property
    def left_out(self) -> Mapping[str, LeftOut]:
        """The actions that are not in the new plan, by id."""
        return {one.action.id: one for one in self.replanned.left_out} if self.replanned else {}


def _months(before: date, after: date) -> int:
    return 12 * (after.year - before.year) + after.month - before.month


def _parts(quarter: EarlierQuarter, root: NodeScore) -> Iterator[PartProgress]:
    for node in root.children:
        if node.id in quarter.scores:
            yield PartProgress(node, _value(quarter.scores[node.id]))


def _figures(quarter: EarlierQuarter) -> Figures:
    return Figures(*map(_value, (quarter.score, quarter.low, quarter.high)))


def _value(number: WrittenNumber | None) -> Fraction | None:
    return number.value if number else None
