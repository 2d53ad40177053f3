"""The way from the old assessment to the new one: one cause after the other, each scored again.

First the framework changes under the old answers, then the organisation's facts, then evidence, then answers. So the
part of the framework is what the old answers would have scored under the new version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from readiness.comparison.carried import Carried, without
from readiness.comparison.course import Cause
from readiness.comparison.side import Side, facts_that_count
from readiness.model.answers import AnswerBase
from readiness.model.comparisons import FactValue
from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.reading import Reading, as_evidenced
from readiness.scoring.result import State

__all__ = ["Point", "Stage", "said", "stages"]

_BESIDE = frozenset({"note", "evidence", "confidence", "by", "on", "votes", "not_applicable", "unknown"})
"""What is recorded with an answer and is not what was answered."""


class Point:
    """One state on the way, with both scores of every node."""

    def __init__(self, now: Headline, backed: Headline | None = None) -> None:
        """Take a headline, and if there is one that fits, its evaluation by evidence."""
        self.now = now
        conditional = (leaf for leaf in now.scorer.leaf.values() if leaf.applies_when)
        hidden = frozenset(leaf.id for leaf in conditional if not now.applies(leaf))
        if backed is None or backed.hidden != hidden:
            backed = Headline(now.scorer, as_evidenced(now.readings), hidden=hidden)
        self.backed = backed
        for headline in (now, backed):  # what is known here need not be found again for the states after it
            for branch in now.scorer.branch.values():
                headline.value(branch)

    @classmethod
    def of(cls, scorer: Scorer, readings: Mapping[str, Reading]) -> Point:
        """Return the state in which a framework is answered like this."""
        return cls(Headline(scorer, readings))

    def after(self, changes: Mapping[str, Reading]) -> Point:
        """Return the state in which some answers are others."""
        return Point(self.now.after(changes), self.backed.after(as_evidenced(changes)))

    def score(self, id_: str | None, *, evidenced: bool) -> Fraction | None:
        """Return a node's score on the scale; None when it has none, or is not there."""
        headline, scorer = self.backed if evidenced else self.now, self.now.scorer
        node = None if id_ is None else scorer.branch.get(id_) or scorer.leaf.get(id_)
        ratio = None if node is None else headline.value(node).ratio
        return None if ratio is None else scorer.scale.score_of(ratio)


@dataclass(frozen=True)
class Stage:
    """A state, what led to it, and where each single change alone would have led."""

    cause: Cause
    point: Point
    singles: Mapping[str, Point] = field(default_factory=dict)
    is_old: bool = False
    """Whether nodes still have the ids of the old version."""


def stages(old: Side, new: Side, carried: Carried) -> Iterator[Stage]:
    """Yield what happened, in order. The last stage scores as the new assessment does; alike ones have no stage."""
    if carried.is_needed:
        yield from _other_framework(old, new, carried)
    facts, now = facts_that_count(carried.assessment, new.framework), facts_that_count(new.assessment, new.framework)
    readings = _carried_readings(new, carried)
    if facts != now:
        yield _other_facts(new, facts, readings)
    yield from _other_answers(Point.of(new.scorer, readings), new.readings)


def _carried_readings(new: Side, carried: Carried) -> dict[str, Reading]:
    """Return what the old answers count as in the new version, and beside them the answers to what was added."""
    return {**carried.readings, **{id_: new.readings[id_] for id_ in carried.added}}


def _other_framework(old: Side, new: Side, carried: Carried) -> Iterator[Stage]:
    if carried.removed:
        fewer = Scorer(without(old.framework, carried.removed), old.scorer.facts)
        yield Stage(Cause.REMOVED, Point.of(fewer, old.readings), is_old=True)
    facts, readings = facts_that_count(carried.assessment, new.framework), _carried_readings(new, carried)
    common = Scorer(without(new.framework, frozenset(carried.added)), facts)
    yield Stage(Cause.RULES, Point.of(common, readings))
    if carried.added:
        yield Stage(Cause.ADDED, Point.of(Scorer(new.framework, facts), readings))


def _other_facts(new: Side, before: Mapping[str, FactValue], readings: Mapping[str, Reading]) -> Stage:
    after = facts_that_count(new.assessment, new.framework)
    names = [name for name in new.framework.known_facts if before.get(name) != after.get(name)]
    singles = {}
    for name in names:
        others = {key: value for key, value in before.items() if key != name}
        given = {name: after[name]} if name in after else {}
        singles[name] = Point.of(Scorer(new.framework, {**others, **given}), readings)
    return Stage(Cause.FACTS, Point.of(new.scorer, readings), singles)


def _other_answers(point: Point, after: Mapping[str, Reading]) -> Iterator[Stage]:
    """Yield first what only evidence did, to answers that are the same, then the answers that are others."""
    before = point.now.readings
    same = {id_ for id_, one in after.items() if said(one) == said(before[id_])}
    moved = {id_ for id_ in same if before[id_].evidenced != after[id_].evidenced}
    groups: dict[Cause, Iterable[str]] = {
        Cause.EXPIRED: [id_ for id_ in after if id_ in moved and after[id_].needs_evidence],
        Cause.BACKED: [id_ for id_ in after if id_ in moved and not after[id_].needs_evidence],
        Cause.ANSWERS: [id_ for id_ in after if id_ not in same],
    }
    for cause, ids in groups.items():
        changes = {id_: after[id_] for id_ in ids}
        if changes:
            singles = {id_: point.after({id_: one}) for id_, one in changes.items()}
            point = point.after(changes)
            yield Stage(cause, point, singles)


def said(reading: Reading) -> tuple[State, Fraction | None, tuple[tuple[str, object], ...]]:
    """Return what was answered, as far as it can count: without notes and reasons, and lists in no order.

    What it is worth belongs to it: a mean of votes can move while the answer that it reaches stays.
    """
    return reading.state, reading.ratio, _said(reading.answer)


def _said(answer: AnswerBase | None) -> tuple[tuple[str, object], ...]:
    if answer is None:
        return ()
    own = [name for name in type(answer).model_fields if name not in _BESIDE]
    values = ((name, getattr(answer, name)) for name in own)
    return tuple((name, frozenset(value) if isinstance(value, tuple) else value) for name, value in values)
