"""What a change between two versions is, what it does, and the version number that it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Change", "Effect", "Kind", "asked_version", "largest", "numbers_of"]


class Effect(StrEnum):
    """What a change does to somebody who answered the old version; the largest first."""

    BREAKS = "breaks"
    """An old answer, or a name that others use, has no place left or means something else."""
    MOVES = "moves"
    """The same answers still fit, and a score or a gap can differ."""
    CARRIES = "carries"
    """An id has changed; `readiness migrate` carries over what was said under the old one."""
    OFFERS = "offers"
    """There is more or less to choose from; answers and scores stay."""
    LOOK = "look"
    """What an answer means is said in other words: somebody should look whether it still holds."""
    DETAILS = "details"
    """Words and estimates on which no answer and no score hangs."""

    @property
    def rank(self) -> int:
        """0 for the largest."""
        return list(Effect).index(self)


class Kind(StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """The id changed, and `replaces` says so."""
    MERGED = "merged"
    """One thing replaces several, so only one of the old answers can be carried over."""
    MOVED = "moved"
    """It stands in another area, or in another order where the order counts."""
    REWORDED = "reworded"
    REWEIGHTED = "re-weighted"
    RELEVELLED = "re-levelled"
    """What an answer is worth, or the words that describe it."""
    RETYPED = "re-typed"
    CONDITION = "condition changed"
    GATE = "gate changed"
    SCORING = "scoring rule changed"
    EVIDENCE = "evidence changed"
    TARGET = "target changed"
    ACTION = "action changed"
    METADATA = "metadata changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions."""

    kind: Kind
    effect: Effect
    what: str
    """question, item, option, area, scale, fact, target, action, role, source, framework."""
    id: str
    """The id in the new version; of what is gone, the old one."""
    title: str = ""
    """What people call it."""
    place: tuple[str, ...] = ()
    """The ids of what holds it, outermost first."""
    field: str = ""
    """The key that differs, as authors write it; empty when the whole thing does."""
    before: object = None
    """Plain values; None when there was nothing."""
    after: object = None


def largest(changes: Iterable[Change]) -> Effect | None:
    """Return the largest effect, or None when nothing changed."""
    return min((change.effect for change in changes), key=lambda effect: effect.rank, default=None)


def asked_version(old: str, changes: Iterable[Change]) -> str:
    """Return the lowest version that the changes allow after `old`.

    What breaks asks for a new major version, what moves scores, renames or offers for a minor one, words for a patch.
    Below 1.0.0, where nothing is promised yet, what breaks asks for a minor version.
    """
    major, minor, patch = numbers_of(old)
    match largest(changes):
        case None:
            return old
        case Effect.BREAKS if major:
            return f"{major + 1}.0.0"
        case Effect.LOOK | Effect.DETAILS:
            return f"{major}.{minor}.{patch + 1}"
        case _:
            return f"{major}.{minor + 1}.0"


def numbers_of(version: str) -> tuple[int, int, int]:
    """Return major, minor and patch, which compare in their order."""
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch
