"""Changes in words: one line each, for messages, terminals and release notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from readiness.versions.change import Change, Effect, Kind

__all__ = ["EFFECTS", "alike", "counts", "is_reworded", "sentence", "sentence_of_all", "value_text"]

EFFECTS: Mapping[Effect, tuple[str, str, str]] = MappingProxyType(
    {
        Effect.BREAKS: ("Breaks answers", "breaks answers", "break answers"),
        Effect.MOVES: ("Moves scores or gaps", "moves scores or gaps", "move scores or gaps"),
        Effect.CARRIES: ("Has another id: readiness migrate carries answers over", "renames", "rename"),
        Effect.OFFERS: ("Gives more or less to choose from", "is in what is on offer", "are in what is on offer"),
        Effect.LOOK: ("Says in other words what an answer means: look whether it holds", "needs a look", "need a look"),
        Effect.DETAILS: ("Details on which no answer and no score hangs", "is a detail", "are details"),
    }
)
"""For each effect: a heading, and what one such change does and several do."""
_MOST_DECIMALS = 6
_SHORT = 100
_FEW = 3
"""So many equal changes are told one by one."""


def counts(changes: Iterable[Change]) -> str:
    """Return how many changes have which effect: 1 breaks answers, 3 are details."""
    found = [change.effect for change in changes]
    said = [(found.count(effect), one, more) for effect, (_, one, more) in EFFECTS.items()]
    return ", ".join(f"{count:,} {one if count == 1 else more}" for count, one, more in said if count)


def sentence(change: Change, quoted: Callable[[str], str] = lambda text: f"`{text}`") -> str:
    """Return what happened, on one line.

    Everything that an author wrote goes through `quoted`. Texts that became others are not repeated.
    """
    name = f"{change.what} {quoted(change.id)}"
    match change.kind:
        case Kind.ADDED | Kind.REMOVED:
            return f"{name} {change.kind}"
        case Kind.RENAMED:
            return f"{change.what} {quoted(value_text(change.before))} is now {quoted(change.id)}"
        case Kind.MERGED:
            return f"{change.what} {quoted(value_text(change.before))} became part of {quoted(change.id)}"
        case Kind.MOVED if change.field:
            return f"{name}: its parts stand in another order"
        case Kind.MOVED:
            return f"{name} moved from {quoted(value_text(change.before))} to {quoted(value_text(change.after))}"
        case _:
            return f"{name}: {_of_field(change, quoted)}"


def alike(changes: Iterable[Change]) -> list[list[Change]]:
    """Return changes in groups: those that did the same to more than a few things are together, others alone."""
    groups: dict[object, list[Change]] = {}
    for number, change in enumerate(changes):
        is_rule = change.field and not is_reworded(change)
        rule = (change.kind, change.what, change.field, value_text(change.before), value_text(change.after))
        groups.setdefault(rule if is_rule else number, []).append(change)
    return [part for group in groups.values() for part in ([group] if len(group) > _FEW else [[one] for one in group])]


def sentence_of_all(group: Sequence[Change], quoted: Callable[[str], str] = lambda text: f"`{text}`") -> str:
    """Return what happened to several things alike, on one line."""
    ids = ", ".join(quoted(change.id) for change in group)
    return f"{len(group):,} {group[0].what}s: {_of_field(group[0], quoted)}: {ids}"


def _of_field(change: Change, quoted: Callable[[str], str]) -> str:
    field = change.field or "changed"
    if is_reworded(change):
        return f"{field} reworded"
    before, after = value_text(change.before), value_text(change.after)
    if len(before) + len(after) > _SHORT:
        return f"{field} changed" if change.field else field
    if change.before is None:
        return f"{field} is now {quoted(after)}"
    if change.after is None:
        return f"{field} no longer {quoted(before)}"
    return f"{field} from {quoted(before)} to {quoted(after)}"


def is_reworded(change: Change) -> bool:
    """Tell whether a text became another one, so that both are worth reading."""
    texts = isinstance(change.before, str) and isinstance(change.after, str)
    return texts and change.kind in {Kind.REWORDED, Kind.RELEVELLED, Kind.GATE, Kind.ACTION, Kind.METADATA}


def value_text(value: object) -> str:
    """Return a value as authors write it; numbers without loss."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case Fraction():
            return _number(value)
        case str():
            return value
        case Mapping():
            return "{" + ", ".join(f"{key}: {value_text(one)}" for key, one in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(value_text(one) for one in value) + "]"
        case _:
            return str(value)


def _number(value: Fraction) -> str:
    if 10**_MOST_DECIMALS % value.denominator:
        return str(value)
    return f"{Decimal(value.numerator) / value.denominator:f}"
