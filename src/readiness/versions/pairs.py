"""Finds what became of each thing: by its id, else by what replaces it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from readiness.versions.change import Change, Effect, Kind

__all__ = ["Pairs", "Replacing", "membership", "pair", "successor"]


class Replacing(Protocol):
    """Something that can say which former ids it replaces."""

    @property
    def replaces(self) -> tuple[str, ...]:
        """Former ids, the latest first."""


T = TypeVar("T", bound=Replacing)


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """The things of one kind in two versions."""

    both: tuple[tuple[str, str, T, T], ...]
    """Old id, new id, old thing, new thing; in the new order."""
    added: Mapping[str, T]
    removed: Mapping[str, T]
    merged: Mapping[str, str]
    """Old ids whose thing became part of another one, with the id of that one; they are among the removed."""

    @property
    def renames(self) -> dict[str, str]:
        """For each old id that has become another: the new one."""
        return {old: new for old, new, _, _ in self.both if old != new}


def pair(old: Mapping[str, T], new: Mapping[str, T]) -> Pairs[T]:
    """Return what belongs together in two versions.

    A thing keeps its id, or takes over the first id among those it replaces that the old version has. Further ones are
    merged into it.
    """
    both: list[tuple[str, str, T, T]] = []
    added: dict[str, T] = {}
    merged: dict[str, str] = {}
    for id_, thing in new.items():
        former = [name for name in thing.replaces if name in old and name not in new]
        origin = id_ if id_ in old else former.pop(0) if former else None
        if origin is None:
            added[id_] = thing
        else:
            both.append((origin, id_, old[origin], thing))
        merged |= dict.fromkeys(former, id_)
    kept = {origin for origin, _, _, _ in both}
    return Pairs(tuple(both), added, {id_: one for id_, one in old.items() if id_ not in kept}, merged)


def successor(name: str, things: Mapping[str, Replacing]) -> str | None:
    """Return what an id is called now, or None when it is gone."""
    return name if name in things else next((id_ for id_, one in things.items() if name in one.replaces), None)


def membership(
    pairs: Pairs[T],
    what: str,
    title: Callable[[T], str],
    *,
    gone: Effect = Effect.BREAKS,
    new: Callable[[T], Effect] = lambda _: Effect.OFFERS,
) -> Iterator[Change]:
    """Yield what was added, removed, merged and renamed."""
    for id_, one in pairs.removed.items():
        into = pairs.merged.get(id_)
        if into is None:
            yield Change(Kind.REMOVED, gone, what, id_, title(one))
        else:
            yield Change(Kind.MERGED, gone, what, into, title(one), before=id_, after=into)
    for id_, one in pairs.added.items():
        yield Change(Kind.ADDED, new(one), what, id_, title(one))
    for old, id_, _, one in pairs.both:
        if old != id_:
            yield Change(Kind.RENAMED, Effect.CARRIES, what, id_, title(one), before=old, after=id_)
