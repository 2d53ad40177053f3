"""What changed in the rules that nodes hand down: compared as what holds in the end, told where it begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from readiness.model.framework import Area, Framework
from readiness.versions.change import Change, Effect
from readiness.versions.fields import differing
from readiness.versions.names import Matched
from readiness.versions.structure import told

__all__ = ["compare_rules"]

_HANDED_DOWN = frozenset({"rollup", "unanswered", "not_applicable"})


def compare_rules(matched: Matched) -> Iterator[Change]:
    """Yield the scoring rules of nodes that are not what they were.

    To write down what holds anyway is no change, and what a changed parent hands down is told there alone.
    """
    origin = {new: old for old, new, _, _ in (*matched.areas.both, *matched.questions.both)}
    origin[matched.new.id] = matched.old.id
    was, now = matched.was, matched.now
    for index, field in enumerate(("unanswered", "not-applicable")):
        pairs = {id_: (was.policies[old][index], now.policies[id_][index]) for id_, old in origin.items()}
        above = {id_: now.parent(id_) for id_ in origin if id_ != matched.new.id}
        yield from _begun(matched, field, pairs, above)
    pairs = {id_: (was.rollups[old], now.rollups[id_]) for id_, old in origin.items() if id_ in now.rollups}
    yield from _begun(matched, "rollup", pairs, dict.fromkeys(pairs.keys() - {matched.new.id}, matched.new.id))
    yield from _own(matched, matched.old, matched.new)
    for _, _, old_area, new_area in matched.areas.both:
        yield from _own(matched, old_area, new_area)


def _begun(
    matched: Matched, field: str, pairs: Mapping[str, tuple[str, str]], above: Mapping[str, str]
) -> Iterator[Change]:
    """Yield the nodes where a rule changed otherwise than for the node from which they have it."""
    for id_, (before, after) in pairs.items():
        if before != after and pairs.get(above.get(id_, "")) != (before, after):
            effect = Effect.BREAKS if after == "forbidden" else Effect.MOVES
            yield replace(_node(matched, id_), effect=effect, field=field, before=before, after=after)


def _node(matched: Matched, id_: str) -> Change:
    question, area = matched.new.question.get(id_), matched.now.area.get(id_)
    return told(matched, question or area or matched.new)


def _own(matched: Matched, old: Area | Framework, new: Area | Framework) -> Iterator[Change]:
    """Yield rules that are not handed down."""
    yield from differing(old.scoring, new.scoring, told(matched, new), known={}, skipped=_HANDED_DOWN)
