"""What changed beside the tree: targets, actions, facts, roles, sources, and the framework's own fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readiness.model.actions import Action
from readiness.model.framework import Framework, Source
from readiness.model.scale import Scale
from readiness.model.targets import TargetProfile
from readiness.versions.change import Change, Effect, Kind
from readiness.versions.fields import Known, differing
from readiness.versions.names import Matched, plain
from readiness.versions.pairs import membership, pair

__all__ = ["compare_actions", "compare_facts", "compare_framework", "compare_roles_and_sources", "compare_targets"]

_KEYS = frozenset({"id", "replaces"})
_METADATA = (Kind.METADATA, Effect.DETAILS)
_WORDS = (Kind.REWORDED, Effect.DETAILS)
_FRAMEWORK: Known = {
    "title": _WORDS,
    "description": _WORDS,
    "labels": _WORDS,
    "language": _METADATA,
    "licence": _METADATA,
    "estimates": (Kind.ACTION, Effect.DETAILS),
}
_FRAMEWORK_ELSEWHERE = frozenset(
    {"readiness", "id", "version", "scale", "scoring", "evidence", "gates", "adjust", "includes", "areas", "questions"}
) | {"facts", "targets", "actions", "roles", "sources", "higher_is"}
_FACT: Known = {"type": (Kind.RETYPED, Effect.BREAKS), "ask": (Kind.REWORDED, Effect.LOOK)}
_ACTION: Known = {
    **dict.fromkeys(Action.model_fields, (Kind.ACTION, Effect.DETAILS)),
    **dict.fromkeys(("lifts", "needs", "instead_of"), (Kind.ACTION, Effect.OFFERS)),
    **dict.fromkeys(("title", "why", "delivers"), _WORDS),
    "seen_in": _METADATA,
}
"""Estimates are details: they change a roadmap, and no answer or score."""


def compare_framework(matched: Matched) -> Iterator[Change]:
    """Yield what changed in the framework's own fields."""
    old, new = matched.old, matched.new
    one = Change(Kind.METADATA, Effect.MOVES, "framework", new.id, new.title)
    if old.id != new.id:
        yield replace(one, kind=Kind.RENAMED, effect=Effect.BREAKS, before=old.id, after=new.id)
    yield from differing(old, new, one, known=_FRAMEWORK, skipped=_FRAMEWORK_ELSEWHERE)
    yield from _scale(old.scale, new.scale, one)
    for name, key in (("required_from", "required-from"), ("valid_for_months", "valid-for-months")):
        before, after = getattr(old.evidence, name), getattr(new.evidence, name)
        if before != after:
            yield replace(one, kind=Kind.EVIDENCE, field=f"evidence.{key}", before=before, after=after)


def _scale(old: Scale, new: Scale, one: Change) -> Iterator[Change]:
    one = replace(one, what="scale", kind=Kind.RELEVELLED)
    if (old.lowest, old.highest) != (new.lowest, new.highest):
        before, after = f"{old.lowest} to {old.highest}", f"{new.lowest} to {new.highest}"
        yield replace(one, effect=Effect.BREAKS, field="scale", before=before, after=after)
        return
    for was, now in zip(old.levels, new.levels, strict=True):
        words = replace(one, kind=Kind.REWORDED, effect=Effect.LOOK, field=f"scale.{now.level}")
        for said, says in ((was.name, now.name), (was.description, now.description)):
            if said != says:
                yield replace(words, before=said, after=says)


def compare_facts(matched: Matched) -> Iterator[Change]:
    """Yield what changed in the facts that are asked for."""
    facts = pair(matched.old.facts, matched.new.facts)
    yield from membership(facts, "fact", lambda fact: fact.ask)
    for _, id_, old, new in facts.both:
        one = Change(Kind.METADATA, Effect.MOVES, "fact", id_, new.ask)
        yield from differing(old, new, one, known=_FACT, skipped=_KEYS)


def compare_targets(matched: Matched) -> Iterator[Change]:
    """Yield what changed in the levels that profiles ask for, and in which profile is meant when none is named."""
    targets = pair(matched.old.targets, matched.new.targets)
    yield from membership(targets, "target", lambda target: target.title)
    for _, id_, old, new in targets.both:
        one = Change(Kind.TARGET, Effect.MOVES, "target", id_, new.title)
        before, after = _levels_that_differ(matched, old, new)
        if after:
            yield replace(one, before=before, after=after)
        words: Known = {"title": _WORDS, "description": _WORDS}
        yield from differing(old, new, one, known=words, skipped=_KEYS | {"default", "areas", "questions", "switches"})
        yield from _switches(matched, old, new, one)
    before_first = next((targets.renames.get(id_, id_) for id_ in matched.old.targets), None)
    first = next(iter(matched.new.targets), None)
    if first is not None and before_first != first:
        one = Change(Kind.TARGET, Effect.MOVES, "target", first, matched.new.targets[first].title)
        yield replace(one, field="first", before=before_first, after=first)


def _levels_that_differ(
    matched: Matched, old: TargetProfile, new: TargetProfile
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the levels of questions in both versions of which another level is asked."""
    levels = {
        after: (matched.old.target_level(old, before), matched.new.target_level(new, after))
        for before, after, _, question in matched.questions.both
        if question.scored
    }
    differ = {id_: pair_ for id_, pair_ in levels.items() if pair_[0] != pair_[1]}
    if len(differ) == len(levels) and len({*differ.values()}) == 1:
        before, after = next(iter(differ.values()))
        return {"default": before}, {"default": after}
    return {id_: before for id_, (before, _) in differ.items()}, {id_: after for id_, (_, after) in differ.items()}


def _switches(matched: Matched, old: TargetProfile, new: TargetProfile, one: Change) -> Iterator[Change]:
    """Yield a change of the switches of a profile; where only their reasons differ, of words."""
    before = [
        {
            "when": matched.condition(switch.when),
            "default": switch.default,
            "areas": {matched.node(id_): level for id_, level in switch.areas.items()},
            "questions": {matched.node(id_): level for id_, level in switch.questions.items()},
        }
        for switch in old.switches
    ]
    after = [
        {"when": plain(switch.when), **{key: getattr(switch, key) for key in ("default", "areas", "questions")}}
        for switch in new.switches
    ]
    if before != after:
        yield replace(one, field="switches", before=tuple(before), after=tuple(after))
        return
    said, says = (tuple(switch.because for switch in profile.switches) for profile in (old, new))
    if said != says:
        yield replace(one, kind=Kind.REWORDED, effect=Effect.DETAILS, field="switches", before=said, after=says)


def compare_actions(matched: Matched) -> Iterator[Change]:
    """Yield what changed in the improvements on offer."""
    actions = pair(matched.old.action, matched.new.action)
    yield from membership(actions, "action", lambda action: action.title, gone=Effect.OFFERS)
    for _, id_, old, new in actions.both:
        one = Change(Kind.ACTION, Effect.DETAILS, "action", id_, new.title)
        in_new_names = old.changed(
            lifts={matched.node(q): _lift(matched, q, to) for q, to in old.lifts.items()},
            needs=tuple(matched.actions.get(need, need) for need in old.needs),
            instead_of=tuple(matched.actions.get(rival, rival) for rival in old.instead_of),
        )
        yield from differing(in_new_names, new, one, known=_ACTION, skipped=_KEYS)


def _lift(matched: Matched, question: str, to: int | tuple[str, ...]) -> object:
    return to if isinstance(to, int) else tuple(matched.part(question, item) for item in to)


def compare_roles_and_sources(matched: Matched) -> Iterator[Change]:
    """Yield what changed in roles, which the plan of an assessment can name, and in sources, which it cannot."""
    yield from _entries(matched.old, matched.new, "role", Effect.BREAKS)
    yield from _entries(matched.old, matched.new, "source", Effect.OFFERS)


def _entries(old: Framework, new: Framework, what: str, gone: Effect) -> Iterator[Change]:
    was, now = getattr(old, f"{what}s"), getattr(new, f"{what}s")
    for id_ in [id_ for id_ in was if id_ not in now]:
        yield Change(Kind.REMOVED, gone, what, id_, _title(was[id_]))
    for id_, entry in now.items():
        if id_ not in was:
            yield Change(Kind.ADDED, Effect.OFFERS, what, id_, _title(entry))
        elif was[id_] != entry:
            yield from _entry(Change(Kind.METADATA, Effect.DETAILS, what, id_, _title(entry)), was[id_], entry)


def _entry(one: Change, old: str | Source, new: str | Source) -> Iterator[Change]:
    if isinstance(old, Source) and isinstance(new, Source):
        yield from differing(old, new, one, known=dict.fromkeys(Source.model_fields, _METADATA))
    else:
        yield replace(one, field="name", before=old, after=new)


def _title(entry: object) -> str:
    return entry if isinstance(entry, str) else str(getattr(entry, "title", ""))
