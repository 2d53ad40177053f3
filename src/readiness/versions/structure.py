"""What changed in the tree: areas, what stands where, and the caps on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from readiness.model.adjust import Adjustment
from readiness.model.answers import Question
from readiness.model.framework import Area, Framework, Gate
from readiness.versions.change import Change, Effect, Kind
from readiness.versions.fields import differing
from readiness.versions.names import Matched, plain
from readiness.versions.pairs import membership

__all__ = ["compare_areas", "compare_caps_and_order", "condition_changed", "moved", "told"]

_ORDERED = frozenset({"stack"})
"""Roll-ups for which the order of the children counts."""
_ELSEWHERE = frozenset(
    {"id", "replaces", "weight", "areas", "questions", "gates", "scoring", "applies_when", "adjust", "higher_is"}
)
_WORDS = {"title": (Kind.REWORDED, Effect.DETAILS), "description": (Kind.REWORDED, Effect.DETAILS)}


def told(matched: Matched, node: Area | Framework | Question) -> Change:
    """Return a change of a node of the new version that says everything but what happened."""
    match node:
        case Framework():
            return Change(Kind.SCORING, Effect.MOVES, "framework", node.id, node.title)
        case Area():
            return Change(Kind.SCORING, Effect.MOVES, "area", node.id, node.title, matched.now.place[node.id])
        case _:
            return Change(Kind.SCORING, Effect.MOVES, "question", node.id, node.topic, matched.now.place[node.id])


def compare_areas(matched: Matched) -> Iterator[Change]:
    """Yield what changed in areas, but for the questions in them and the rules that are handed down."""
    places = {**matched.was.place, **matched.now.place}
    for change in membership(matched.areas, "area", lambda area: area.title, new=lambda _: Effect.MOVES):
        yield replace(change, place=places[change.id])
    for _, _, old, new in matched.areas.both:
        one = told(matched, new)
        if old.weight != new.weight:
            yield replace(one, kind=Kind.REWEIGHTED, field="weight", before=old.weight, after=new.weight)
        yield from moved(matched, old.id, new.id, one)
        yield from condition_changed(matched, old, new, one)
        yield from differing(old, new, one, known=_WORDS, skipped=_ELSEWHERE)
        yield from compare_caps_and_order(matched, old, new)


def moved(matched: Matched, before: str, after: str, one: Change) -> Iterator[Change]:
    """Yield that a node has got another parent."""
    was, now = matched.was.parent(before), matched.now.parent(after)
    if matched.node(was) != now:
        yield replace(one, kind=Kind.MOVED, before=was, after=now)


def condition_changed(matched: Matched, old: Area | Question, new: Area | Question, one: Change) -> Iterator[Change]:
    """Yield that a node is asked under another condition."""
    before, after = matched.condition(old.applies_when), plain(new.applies_when)
    if before != after:
        yield replace(one, kind=Kind.CONDITION, field="applies-when", before=before, after=after)


def compare_caps_and_order(matched: Matched, old: Area | Framework, new: Area | Framework) -> Iterator[Change]:
    """Yield what changed in the gates and adjustments of a node, and in the order of its children where that counts."""
    yield from _gates(matched, old, new)
    adjusted = tuple(_rule(one, matched) for one in old.adjust), tuple(_rule(one, None) for one in new.adjust)
    if adjusted[0] != adjusted[1]:
        yield replace(told(matched, new), field="adjust", before=adjusted[0], after=adjusted[1])
    elif (was := [one.because for one in old.adjust]) != (now := [one.because for one in new.adjust]):
        reason = replace(told(matched, new), kind=Kind.REWORDED, effect=Effect.DETAILS, field="adjust.because")
        yield replace(reason, before="; ".join(was), after="; ".join(now))
    before, after = [matched.node(id_) for id_ in _children(old)], _children(new)
    stayed = tuple(tuple(id_ for id_ in ids if id_ in before and id_ in after) for ids in (before, after))
    if stayed[0] != stayed[1] and _ORDERED & {matched.was.rollup(old.id), matched.now.rollup(new.id)}:
        yield replace(told(matched, new), kind=Kind.MOVED, field="order", before=stayed[0], after=stayed[1])


def _children(node: Area | Framework) -> list[str]:
    return [child.id for child in (*node.areas, *node.questions)]


def _gates(matched: Matched, old: Area | Framework, new: Area | Framework) -> Iterator[Change]:
    """Yield caps that came, went or have another reason; in which order they stand does not count."""
    before = {repr(_rule(gate, matched)): gate for gate in old.gates}
    after = {repr(_rule(gate, None)): gate for gate in new.gates}
    one = replace(told(matched, new), kind=Kind.GATE, field="gates")
    for cap in [cap for cap in before if cap not in after]:
        yield replace(one, before=_rule(before[cap], matched))
    for cap in [cap for cap in after if cap not in before]:
        yield replace(one, after=_rule(after[cap], None))
    for cap in [cap for cap in after if cap in before]:
        reasons = before[cap].because, after[cap].because
        if reasons[0] != reasons[1]:
            yield replace(one, effect=Effect.DETAILS, field="because", before=reasons[0], after=reasons[1])


def _rule(rule: Gate | Adjustment, matched: Matched | None) -> dict[str, Any]:
    """Return a gate or an adjustment without its reason, as plain values; an old one in new names."""
    when = matched.condition(rule.when) if matched else plain(rule.when)
    effect = rule.model_dump(by_alias=True, exclude={"when", "because"}, exclude_defaults=True)
    return {"when": when, **effect} if when else effect
