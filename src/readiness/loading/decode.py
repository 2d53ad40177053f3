"""Turns plain values into models, and pydantic's complaints into findings that people can act on."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, zip_longest
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Tag, TypeAdapter, ValidationError

from readiness.checks.finding import Finding, Respelling
from readiness.checks.spelling import Kind, read_as, respelt
from readiness.errors import nearest
from readiness.loading.places import MarkElsewhere
from readiness.loading.yaml_source import shown
from readiness.model.answers import ANSWER_TYPES, Answer, AnswerBase, Unanswered
from readiness.model.tailored import BASE_PATTERN, PART_PATTERN
from readiness.model.theme import COLOUR_PATTERN, LOGO_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from readiness.diagnostics import Path
    from readiness.loading.places import Node

__all__ = ["decode", "described", "is_valid"]

T = TypeVar("T", bound=BaseModel)

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "number_type": "a number",
    "bool_type": "true or false",
    "dict_type": "a mapping of keys to values",
    "tuple_type": "a list",
    "date_type": "a day such as 2026-11-20",
    "date_from_datetime_parsing": "a day such as 2026-11-20",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "none_required": "nothing",
}
_READABLE: Mapping[str, Kind] = {"bool_type": "boolean", "number_type": "number", "int_type": "whole number"}
"""Kinds that an author may have written as text."""
_QUOTED_LENGTH = 40
_MOST_DETAILS = 10_000
"""Enough for all the errors that are shown."""
_PATTERNS = {
    BASE_PATTERN: "a framework such as cybersecurity, or with its versions cybersecurity@^1",
    PART_PATTERN: "an id such as cyb-access, actions/cyb-audit or cyb-basics/malware",
    COLOUR_PATTERN: 'a colour such as "#0E4A73", in quotes',
    LOGO_PATTERN: "the name of a PNG, JPEG or SVG file in the folder of the theme",
    "^[A-Z]{3}$": "an ISO 4217 code such as GBP",
    r"^[0-9]+\.[0-9]+\.[0-9]+$": "a version such as 1.0.0",
    r"^\^?[0-9]+(\.[0-9]+){0,2}$": "a version or a range such as ^1 or 1.2",
}


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def is_valid(value: Any, kind: Any) -> bool:
    """Tell whether a part of a document is right on its own."""
    try:
        _adapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def decode(value: Any, model: type[T], root: Node) -> tuple[T | None, Iterable[Finding]]:
    """Return the document as a model, or None with everything that keeps it from being one."""
    try:
        return model.model_validate(value), ()
    except ValidationError as error:
        details = error.errors(include_url=False)[:_MOST_DETAILS]
    return None, _findings(details, model, root)


def _findings(details: Iterable[ErrorDetails], model: type[BaseModel], root: Node) -> Iterator[Finding]:
    """Yield what is wrong, once: a union complains for each of its members, a list of being short for wrong entries."""
    by_place = groupby(details, lambda detail: (_known_path(detail["loc"], root)[0], _is_of_wrong_kind(detail)))
    groups = [(path, is_wrong_kind, list(group)) for (path, is_wrong_kind), group in by_place]
    for (path, is_wrong_kind, group), following in zip_longest(groups, groups[1:]):
        if not is_wrong_kind:
            yield from (_finding(detail, model, root) for detail in group if not _is_echo(detail))
        elif not (following and following[0][: len(path)] == path != following[0]):
            kinds = list(dict.fromkeys(_KINDS[detail["type"]] for detail in group))
            wanted = " or ".join([", ".join(kinds[:-1]), kinds[-1]] if kinds[1:] else kinds)
            message = f"{_subject(path, root)} should be {wanted}, not {described(group[0]['input'])}"
            yield Finding("RF008", path, message, help=_quotes(group), fix=_read_as_wanted(group))


def _quotes(group: Iterable[ErrorDetails]) -> str:
    """Return the advice to quote a number or truth value where only a text will do."""
    is_scalar = all(not isinstance(detail["input"], dict | tuple | list | None) for detail in group)
    return "put it in quotes" if is_scalar and {detail["type"] for detail in group} == {"string_type"} else ""


def _read_as_wanted(group: Iterable[ErrorDetails]) -> Respelling | None:
    """Return the number or truth value that is wanted and that the author wrote as text."""
    found = (read_as(detail["input"], _READABLE[detail["type"]]) for detail in group if detail["type"] in _READABLE)
    return next((one for one in found if one), None)


def _is_of_wrong_kind(detail: ErrorDetails) -> bool:
    return detail["type"] in _KINDS and detail["loc"][-1:] != ("[key]",)


def _is_echo(detail: ErrorDetails) -> bool:
    return detail["type"] == "too_short" and len(detail["input"]) >= _context(detail)["min_length"]


def _finding(detail: ErrorDetails, model: type[BaseModel], root: Node) -> Finding:
    path, rest = _known_path(detail["loc"], root)
    kind = detail["type"]
    if kind in {"extra_forbidden", "invalid_key"}:
        return _unknown_key(path, detail["loc"], model, root)
    if kind == "question_type":
        return _unknown_type(path, detail["input"])
    if kind == "missing":
        key = str(detail["loc"][-1])
        return Finding("RF007", path, f"the key `{key}` is missing", at_key=True, help=f"add `{key}: …`")
    if kind == "reason_missing":
        return Finding("RA204", path, f"{_subject(path, root)} {detail['msg']}", at_key=True, help="write the reason")
    if rest and rest[-1] == "[key]":
        message = f"the key {_quoted(path[-1])} should be {_wanted(detail)}"
        return Finding("RF010", path, message, at_key=True, fix=_read_as_wanted([detail]))
    return Finding("RF010", path, f"{_subject(path, root)} {_complaint(detail)}", fix=_literal(detail))


def _literal(detail: ErrorDetails) -> Respelling | None:
    """Return the word that was surely meant, where only some words are allowed."""
    if detail["type"] != "literal_error" or not isinstance(detail["input"], str):
        return None
    return respelt(detail["input"], re.findall("'([^']*)'", _context(detail)["expected"]))


def _known_path(loc: tuple[int | str, ...], root: Node) -> tuple[Path, tuple[int | str, ...]]:
    """Return the steps of pydantic's path that stand in the document, and the steps after the last of them."""
    node = root
    path: list[str | int] = []
    rest: list[str | int] = []
    for step in root.written(loc):
        if step in node.parts:
            node = node.parts[step]
            path.append(step)
            rest = []
        else:
            rest.append(step)  # a union's tag in brackets, a missing key, or pydantic's mark for a key
    return tuple(path), tuple(rest)


def _unknown_key(path: Path, loc: tuple[int | str, ...], model: type[BaseModel], root: Node) -> Finding:
    key = str(path[-1])
    here, possible = _keys_at(model, loc[:-1])
    message = f"the key `{shown(key)}` is not known here"
    if key in possible:
        advice = _out_of_place(key, here, is_inherited=_is_elsewhere(path, root))
        return Finding("RF006", path, message, at_key=True, help=advice)
    close = nearest(key, here) or nearest(key, possible)
    suggestion = f"did you mean `{close}`?" if close else f"the keys here are {', '.join(sorted(here))}"
    return Finding("RF006", path, message, at_key=True, help=suggestion, fix=respelt(key, here))


def _out_of_place(key: str, here: frozenset[str], *, is_inherited: bool) -> str:
    """Return what to do about a key that is right elsewhere: in a question, answer or condition of another type."""
    if is_inherited:
        return f"`{key}` belongs to another type; write `{key}: null` to leave it out, or keep the type"
    if "type" in here:
        return f"`{key}` belongs to another type; remove it, or change `type`"
    return f"`{key}` does not go with the other keys here; remove it, or them"


def _is_elsewhere(path: Path, root: Node) -> bool:
    """Tell whether a key stands in the framework that this one extends."""
    return isinstance(root.find(path[:-1])[0].keys.get(path[-1]), MarkElsewhere)


def _unknown_type(path: Path, question: Any) -> Finding:
    written = question.get("type") if isinstance(question, dict) else None
    if written is None and not isinstance(question, dict):
        return Finding("RF008", path, f"a question should be a mapping of keys to values, not {described(question)}")
    close = nearest(written, ANSWER_TYPES) if isinstance(written, str) else None
    message = f"`type` should be one of {', '.join(ANSWER_TYPES)}, not {described(written)}"
    meant = respelt(written, ANSWER_TYPES) if isinstance(written, str) else None
    return Finding("RF010", (*path, "type"), message, help=f"did you mean `{close}`?" if close else "", fix=meant)


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the model that was chosen at a path, and those of all that could have been."""
    possible: dict[type[BaseModel], str] = {model: ""}
    chosen = set(possible)
    for step in loc:
        fields = [field for cls in chosen for field in _fields(cls) if field.alias == step]
        below = {cls: tag for field in fields for cls, tag in _models_in(field.annotation).items()}
        possible = below or possible
        # an answer without a known key passes for one that was not given yet: its author may have misspelt any key
        chosen = {cls for cls, tag in possible.items() if tag == step and cls is not Unanswered} or set(possible)
    return _aliases(chosen), _aliases(possible)


def _aliases(classes: Iterable[type[BaseModel]]) -> frozenset[str]:
    return frozenset(str(field.alias) for cls in classes for field in _fields(cls))


def _fields(cls: type[BaseModel]) -> Iterable[FieldInfo]:
    """Return the fields of a class with their aliases, which pydantic settles when it builds the class."""
    cls.model_rebuild()
    return cls.model_fields.values()


def _models_in(annotation: Any, tag: str = "") -> dict[type[BaseModel], str]:
    """Return every model class that a type mentions, with its tag when it is one of a union."""
    if annotation is AnswerBase:  # a vote, which is an answer of any type
        return _models_in(Answer, tag)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and get_origin(annotation) is None:
        return {annotation: tag}
    found: dict[type[BaseModel], str] = {}
    if get_origin(annotation) in {Annotated, Union, UnionType, tuple, dict}:
        own = next((part.tag for part in get_args(annotation) if isinstance(part, Tag)), tag)
        for part in get_args(annotation):
            found |= _models_in(part, own)
    return found


def _subject(path: Path, root: Node) -> str:
    if not path:
        return "the document"
    *above, last = path
    if last in root.find(tuple(above))[0].keys:
        return f"`{shown(str(last))}`"
    return f"an entry of {_subject(tuple(above), root)}"


def _wanted(detail: ErrorDetails) -> str:
    if detail["type"] == "string_pattern_mismatch":
        return _pattern(detail)
    if detail["type"] == "string_too_long":
        return f"no longer than {_context(detail)['max_length']} characters"
    return _KINDS.get(detail["type"], "another")


def _pattern(detail: ErrorDetails) -> str:
    pattern = _context(detail).get("pattern", "")
    return _PATTERNS.get(
        pattern, "made of letters, digits, dots, hyphens and underscores, beginning with a letter or digit"
    )


def _context(detail: ErrorDetails) -> Mapping[str, Any]:
    return detail.get("ctx", {})


def _complaint(detail: ErrorDetails) -> str:
    """Return what is wrong with a value, as the end of a sentence."""
    context, written = _context(detail), described(detail["input"])
    match detail["type"]:
        case "literal_error":
            return f"should be one of {context['expected'].replace(chr(39), '')}, not {written}"
        case "string_pattern_mismatch":
            return f"should be {_pattern(detail)}, not {written}"
        case "string_too_short":
            return "should not be empty"
        case "string_too_long":
            return f"is longer than {context['max_length']:,} characters"
        case "too_short":
            least = context["min_length"]
            return "should not be empty" if least == 1 else f"should have at least {least} entries"
        case "greater_than_equal":
            return f"should be {context['ge']} or more, not {written}"
        case "less_than_equal":
            return f"should be {context['le']} or less, not {written}"
        case _:
            return str(detail["msg"])


def described(value: Any) -> str:
    """Return a value as a message names it."""
    match value:
        case None:
            return "empty"
        case dict():
            return "a mapping"
        case tuple() | list():
            return "a list"
        case _:
            return _quoted(value)


def _quoted(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = getattr(value, "text", None) or str(value)
    text = " ".join(text.split())
    return repr(text if len(text) <= _QUOTED_LENGTH else text[: _QUOTED_LENGTH - 1] + "…")
