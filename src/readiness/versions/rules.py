"""What changed in the rules that nodes hand down: compared as what holds in the end, told where it begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from readiness.model.answers import StatePolicy
from readiness.model.scoring import Scoring
from readiness.versions.change import Change, Effect
from readiness.versions.names import Matched
from readiness.versions.structure import told

__all__ = ["compare_rules"]

_Pairs: TypeAlias = Mapping[str, tuple[object, object]]
"""For each node: the rule that held in the old version, and the one that holds in the new."""


def compare_rules(matched: Matched) -> Iterator[Change]:
    """Yield the scoring rules of nodes that are not what they were.

    To write down what holds anyway is no change, and what a changed parent hands down is told there alone.
    """
    origin = {new: old for old, new, _, _ in (*matched.areas.both, *matched.questions.both)}
    origin[matched.new.id] = matched.old.id
    was, now = matched.was, matched.now
    above = {id_: now.parent(id_) for id_ in origin if id_ != matched.new.id}
    for index, field in enumerate(("unanswered", "not-applicable")):
        pairs: _Pairs = {id_: (was.policies[old][index], now.policies[id_][index]) for id_, old in origin.items()}
        yield from _begun(matched, field, pairs, above)
    turned = matched.old.direction, matched.new.direction
    directions: _Pairs = {id_: (str(turned[0][old]), str(turned[1][id_])) for id_, old in origin.items()}
    yield from _begun(matched, "higher-is", directions, above)
    below = dict.fromkeys(now.area, matched.new.id)
    for name in [name for name in Scoring.model_fields if name not in StatePolicy.model_fields]:
        pairs = {
            id_: (getattr(was.scorings[old], name), getattr(now.scorings[id_], name))
            for id_, old in origin.items()
            if id_ in now.scorings
        }
        yield from _begun(matched, name.replace("_", "-"), pairs, below)


def _begun(matched: Matched, field: str, pairs: _Pairs, above: Mapping[str, str]) -> Iterator[Change]:
    """Yield the nodes where a rule changed otherwise than for the node from which they have it."""
    for id_, (before, after) in pairs.items():
        if before != after and pairs.get(above.get(id_, "")) != (before, after):
            effect = Effect.BREAKS if after == "forbidden" else Effect.MOVES
            yield replace(_node(matched, id_), effect=effect, field=field, before=before, after=after)


def _node(matched: Matched, id_: str) -> Change:
    question, area = matched.new.question.get(id_), matched.now.area.get(id_)
    return told(matched, question or area or matched.new)
