"""What changed in questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, LevelQuestion, MultipleQuestion, Question
from readiness.versions.change import Change, Effect, Kind
from readiness.versions.fields import Known, differing
from readiness.versions.names import Matched, parts_of
from readiness.versions.pairs import membership, pair
from readiness.versions.structure import condition_changed, moved, told

__all__ = ["compare_questions"]

_ELSEWHERE = frozenset(
    {"id", "replaces", "type", "weight", "applies_when", "scoring", "evidence", "levels", "items", "options"}
)
_KNOWN: Known = {
    "ask": (Kind.REWORDED, Effect.LOOK),
    "topic": (Kind.REWORDED, Effect.DETAILS),
    "why": (Kind.REWORDED, Effect.DETAILS),
    "good_enough_when": (Kind.REWORDED, Effect.DETAILS),
    "basis": (Kind.METADATA, Effect.DETAILS),
    "answered_by": (Kind.METADATA, Effect.DETAILS),
    "covers": (Kind.METADATA, Effect.DETAILS),
    "references": (Kind.METADATA, Effect.DETAILS),
    "unit": (Kind.RELEVELLED, Effect.BREAKS),
    "bounds": (Kind.RELEVELLED, Effect.MOVES),
    "steps": (Kind.RELEVELLED, Effect.MOVES),
    "most": (Kind.RELEVELLED, Effect.MOVES),
    "score": (Kind.SCORING, Effect.MOVES),
    "good": (Kind.RELEVELLED, Effect.MOVES),
}
_PART: Known = {
    "text": (Kind.REWORDED, Effect.LOOK),
    "weight": (Kind.REWEIGHTED, Effect.MOVES),
    "points": (Kind.RELEVELLED, Effect.MOVES),
    "rung": (Kind.SCORING, Effect.MOVES),
}


def compare_questions(matched: Matched) -> Iterator[Change]:
    """Yield what changed in questions, but for the rules that areas hand down to them."""
    places = {**matched.was.place, **matched.now.place}
    for change in membership(matched.questions, "question", lambda one: one.topic, new=_effect_of_new):
        yield replace(change, place=places[change.id])
    for _, _, old, new in matched.questions.both:
        one = told(matched, new)
        yield from moved(matched, old.id, new.id, one)
        yield from _question(matched, old, new, one)
        yield from _evidence(matched, old, new, one)


def _effect_of_new(question: Question) -> Effect:
    return Effect.MOVES if question.scored else Effect.OFFERS


def _question(matched: Matched, old: Question, new: Question, one: Change) -> Iterator[Change]:
    if old.weight != new.weight:
        yield replace(one, kind=Kind.REWEIGHTED, field="weight", before=old.weight, after=new.weight)
    yield from condition_changed(matched, old, new, one)
    if old.type != new.type:
        yield replace(one, kind=Kind.RETYPED, effect=Effect.BREAKS, field="type", before=old.type, after=new.type)
        common = frozenset(type(old).model_fields) & frozenset(type(new).model_fields)
        skipped = _ELSEWHERE | (frozenset(type(new).model_fields) - common)
        yield from differing(old, new, one, known=_KNOWN, skipped=skipped)
        return
    yield from differing(old, new, one, known=_KNOWN, skipped=_ELSEWHERE)
    if isinstance(old, LevelQuestion) and isinstance(new, LevelQuestion):
        yield from _levels(old, new, one)
    yield from _parts(old, new, one)


def _levels(old: LevelQuestion, new: LevelQuestion, one: Change) -> Iterator[Change]:
    for level in sorted(old.levels.keys() | new.levels.keys()):
        before, after = old.levels.get(level), new.levels.get(level)
        if before != after:
            yield replace(
                one,
                kind=Kind.RELEVELLED,
                effect=Effect.LOOK,
                field=f"levels.{level}",
                before=before,
                after=after,
            )


def _parts(old: Question, new: Question, one: Change) -> Iterator[Change]:
    """Yield what changed in the items of a checklist or the options of a choice."""
    match new:
        case ChecklistQuestion():
            what, added = "item", Effect.MOVES
        case ChoiceQuestion(options=options):
            best_before = max(option.points for option in parts_of(old).values())
            raises = max(option.points for option in options) > best_before
            what, added = "option", Effect.MOVES if raises else Effect.OFFERS
        case MultipleQuestion():
            what, added = "option", Effect.MOVES
        case _:
            return
    parts = pair(parts_of(old), parts_of(new))
    place = (*one.place, one.id)
    for change in membership(parts, what, lambda part: str(part.text), new=lambda _: added):
        yield replace(change, place=place)
    for _, id_, was, now in parts.both:
        yield from differing(
            was,
            now,
            replace(one, what=what, id=id_, title=now.text, place=place),
            known=_PART,
            skipped=frozenset({"id", "replaces"}),
        )


def _evidence(matched: Matched, old: Question, new: Question, one: Change) -> Iterator[Change]:
    """Yield changes of what backs an answer, where the framework's own rule does not say them."""
    was, now = matched.old.evidence_rule(old), matched.new.evidence_rule(new)
    general = matched.old.evidence, matched.new.evidence
    for name, key in (("required_from", "required-from"), ("valid_for_months", "valid-for-months")):
        before, after = getattr(was, name), getattr(now, name)
        if before != after and (before, after) != tuple(getattr(rule, name) for rule in general):
            yield replace(one, kind=Kind.EVIDENCE, field=f"evidence.{key}", before=before, after=after)
    if was.expect != now.expect:
        yield replace(
            one,
            kind=Kind.EVIDENCE,
            effect=Effect.DETAILS,
            field="evidence.expect",
            before=was.expect,
            after=now.expect,
        )
