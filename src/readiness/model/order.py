"""The order in which a document has its keys: that in which the models declare them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from readiness.model.base import Model

__all__ = ["Place", "keys_of"]

Kinds = tuple[Any, ...]


@cache
def keys_of(model: type[Model]) -> tuple[str, ...]:
    """Return the keys of a model in the order of a document.

    What a class adds to the class above it comes first, or after the field that the class above names.
    """
    return tuple(_kinds_by_key(model))


@cache
def _kinds_by_key(model: type[Model]) -> Mapping[str, Kinds]:
    """Return for each key, in the order of a document, what its value can be."""
    model.model_rebuild()  # settles aliases and names that are defined later
    parent = next(one for one in model.__mro__[1:] if issubclass(one, Model))
    inherited = [name for name in model.model_fields if name in parent.model_fields]
    own = [name for name in model.model_fields if name not in parent.model_fields]
    after = inherited.index(parent.own_keys_after) + 1 if parent.own_keys_after else 0
    ordered = [*inherited[:after], *own, *inherited[after:]]
    fields = [model.model_fields[name] for name in ordered]
    return {str(field.alias): tuple(_flat(field.annotation)) for field in fields}


def _flat(annotation: Any) -> Iterator[Any]:  # noqa: ANN401  a type of any form
    """Yield the members of a union, however it is written."""
    if get_origin(annotation) is Annotated:
        yield from _flat(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, UnionType}:
        for member in get_args(annotation):
            yield from _flat(member)
    else:
        yield annotation


class Place:
    """Where in a document a value stands, as far as the models know."""

    def __init__(self, kinds: Iterable[Any]) -> None:
        """Keep the types that a value can have here."""
        self._kinds = tuple(kinds)

    def keys(self, written: Collection[str]) -> tuple[str, ...]:
        """Return the keys that belong here, in order; none where the author names the keys, or nothing is known."""
        model = self._model(written)
        return keys_of(model) if model else ()

    def below(self, key: str, written: Collection[str]) -> Place:
        """Return the place of a key's value, in a mapping with the keys that are written."""
        model = self._model(written)
        if model:
            return Place(_kinds_by_key(model).get(key, ()))
        return Place(_members(self._kinds, dict))

    def item(self) -> Place:
        """Return the place of an item of a list."""
        items = tuple(_members(self._kinds, tuple))
        if items:
            return Place(items)
        # a model that is written as a list, such as a scale
        models = [kind for kind in self._kinds if _is_model(kind) and len(keys_of(kind)) == 1]
        return Place(item for one in models for kinds in _kinds_by_key(one).values() for item in _members(kinds, tuple))

    def _model(self, written: Collection[str]) -> type[Model] | None:
        """Return the model that shares most keys with what is written."""
        models = [one for kind in self._kinds if _is_model(kind) for one in (kind, *_kinds_of(kind))]
        shared = {one: len(set(written) & set(keys_of(one))) for one in models}
        best = max(models, key=shared.__getitem__, default=None)
        return best if best and shared[best] else None


def _kinds_of(model: type[Model]) -> Iterator[type[Model]]:
    """Yield the models that are made of one, any of which can stand where it is named."""
    for one in model.__subclasses__():
        yield one
        yield from _kinds_of(one)


def _is_model(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, Model)


def _members(kinds: Iterable[Any], container: type) -> Iterator[Any]:
    """Yield what lists (tuple) or mappings (dict) among some types hold."""
    for kind in kinds:
        if get_origin(kind) is container:
            yield from _flat(get_args(kind)[0 if container is tuple else 1])
