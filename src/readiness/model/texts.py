"""The texts of a framework, each under a key by which a translation finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from readiness.model.answers import QuestionBase
from readiness.model.base import Model
from readiness.model.framework import Area, Framework
from readiness.model.scale import Level, Scale

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.translation import Translation

__all__ = ["TEXT_FIELDS", "TextKey", "given_texts", "texts_of", "texts_to_translate", "with_texts"]

TextKey: TypeAlias = tuple[str, ...]
"""What leads to a text: `questions`, the id, `levels`, `3`. Entries of a list are counted from 1."""
TEXT_FIELDS = frozenset({
    "title", "description", "labels", "sources", "items", "scale", "levels", "name", "roles", "facts", "ask",
    "gates", "because", "bands", "ranges", "areas", "questions", "topic", "why", "basis", "unit", "options",
    "text", "good_enough_when", "evidence", "expect", "targets", "switches", "actions", "delivers", "seen_in",
})  # fmt: skip
"""The fields of a framework in which texts stand that people read, and those that lead to such texts."""
_OWN_KEYS = frozenset({"title", "description", "gates", "bands"})
"""What a framework has as an area has it: it is found under its id, also where it has become an area of another."""


def texts_of(framework: Framework) -> Mapping[TextKey, str]:
    """Return every text of a framework."""
    found: dict[TextKey, str] = {}

    def note(key: TextKey, text: str) -> str:
        found[key] = text
        return text

    with_texts(framework, note)
    return found


def texts_to_translate(framework: Framework) -> Mapping[TextKey, str]:
    """Return the texts of a framework that a translation should have.

    The items of public standards stay as they were published, and of recommendations only those count that a question
    covers: reports quote no others.
    """
    covered = {
        ("sources", source, "items", item)
        for question in framework.question.values()
        for source, items in question.covers.items()
        for item in items
    }
    return {key: text for key, text in texts_of(framework).items() if key[0] != "sources" or key in covered}


def with_texts(framework: Framework, put: Callable[[TextKey, str], str]) -> Framework:
    """Return the framework with other texts: those that `put` returns for a key and the text that stands there."""
    whole = _of_model(framework, (), put)
    assert isinstance(whole, Framework)
    return whole.tailored_by(*framework.tailorings)


def given_texts(translation: Translation) -> Iterator[tuple[TextKey, Path, str]]:
    """Yield every text of a translation: its key in the framework, its path in the translation, and itself."""
    for name in type(translation).model_fields:
        if name in TEXT_FIELDS:
            alias = _alias(name)
            above = ("areas", translation.framework) if name in _OWN_KEYS else ()
            yield from _written(getattr(translation, name), (*above, alias), (alias,))


def _written(value: Any, key: TextKey, path: Path) -> Iterator[tuple[TextKey, Path, str]]:  # noqa: ANN401
    match value:
        case str():
            yield key, path, value
        case tuple():
            for place, one in enumerate(value):
                yield from _written(one, (*key, f"{place + 1}"), (*path, place))
        case dict():
            for name, one in value.items():
                yield from _written(one, (*key, f"{name}"), (*path, name))
        case Model():
            for name in type(value).model_fields:
                yield from _written(getattr(value, name), (*key, _alias(name)), (*path, _alias(name)))


def _through(value: Any, key: TextKey, put: Callable[[TextKey, str], str]) -> Any:  # noqa: ANN401
    """Return a part of a framework with other texts."""
    match value:
        case str():
            return put(key, value)
        case tuple():
            return tuple(_through(one, (*key, _name(one, place)), put) for place, one in enumerate(value, start=1))
        case dict():
            return {name: _through(one, (*key, f"{name}"), put) for name, one in value.items()}
        case Model():
            return _of_model(value, _key_of(value, key), put)
        case _:
            return value


def _of_model(thing: Model, key: TextKey, put: Callable[[TextKey, str], str]) -> Model:
    changes: dict[str, Any] = {}
    for name in type(thing).model_fields:
        if name not in TEXT_FIELDS:
            continue
        above = ("areas", thing.id) if isinstance(thing, Framework) and name in _OWN_KEYS else key
        is_all = (name == "text" and hasattr(thing, "id")) or isinstance(thing, Scale)
        value = getattr(thing, name)
        changes[name] = _through(value, above if is_all else (*above, _alias(name)), put)
    return thing.changed(**changes)


def _key_of(thing: Model, key: TextKey) -> TextKey:
    """Return where a thing is found: areas and questions by their ids alone, wherever they stand."""
    if isinstance(thing, Area):
        return ("areas", thing.id)
    return ("questions", thing.id) if isinstance(thing, QuestionBase) else key


def _name(thing: Any, place: int) -> str:  # noqa: ANN401
    """Return by what an entry of a list is found: its id, the number of its level, or its place."""
    if isinstance(thing, Level):
        return f"{thing.level}"
    return str(getattr(thing, "id", place))


def _alias(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
