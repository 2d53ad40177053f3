"""Turns plain values into models, and pydantic's complaints into findings that people can act on."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from readiness.checks.finding import Finding
from readiness.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from readiness.diagnostics import Path
    from readiness.loading.yaml_source import Node

__all__ = ["decode"]

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
_PATTERNS = {
    "^[A-Z]{3}$": "an ISO 4217 code such as GBP",
    r"^\d+\.\d+\.\d+$": "a version such as 1.0.0",
    r"^\^?\d+(\.\d+){0,2}$": "a version or a range such as ^1 or 1.2",
}


def decode(value: Any, model: type[T], root: Node) -> tuple[T | None, list[Finding]]:
    """Return the document as a model, or None with everything that keeps it from being one."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, _without_echoes([_finding(detail, model, root) for detail in details])


def _finding(detail: ErrorDetails, model: type[BaseModel], root: Node) -> Finding:
    path, rest = _known_path(detail["loc"], root)
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(path, detail["loc"], model)
    if kind == "missing":
        key = str(detail["loc"][-1])
        return Finding("RF007", path, f"the key `{key}` is missing", at_key=True, help=f"add `{key}: …`")
    if rest and rest[-1] == "[key]":
        return Finding("RF010", path, f"the key {_quoted(path[-1])} should be {_wanted(detail)}", at_key=True)
    if kind in _KINDS:
        return Finding("RF008", path, f"{_subject(path)} should be {_KINDS[kind]}, not {_described(detail['input'])}")
    return Finding("RF010", path, f"{_subject(path)} {_complaint(detail)}")


def _known_path(loc: tuple[int | str, ...], root: Node) -> tuple[Path, tuple[int | str, ...]]:
    """Return the steps of pydantic's path that stand in the document, and the steps after the last of them."""
    node, path, rest = root, [], []
    for step in loc:
        if step in node.parts:
            node = node.parts[step]
            path.append(step)
            rest = []
        else:
            rest.append(step)  # a union's tag, a missing key, or pydantic's mark for a key
    return tuple(path), tuple(rest)


def _unknown_key(path: Path, loc: tuple[int | str, ...], model: type[BaseModel]) -> Finding:
    key = str(path[-1]) if path else str(loc[-1])
    known = _keys_at(model, loc[:-1])
    close = nearest(key, known)
    suggestion = (
        f"did you mean `{close}`?" if close else f"the keys here are {', '.join(sorted(known))}" if known else ""
    )
    return Finding("RF006", path, f"the key `{key}` is not known here", at_key=True, help=suggestion)


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> frozenset[str]:
    """Return the keys that the models at a path can have."""
    classes: set[type[BaseModel]] = {model}
    for step in loc:
        below: set[type[BaseModel]] = set()
        for cls in classes:
            field = next((f for f in cls.model_fields.values() if f.alias == step), None)
            if field is not None:
                below |= _models_in(field.annotation)
        classes = below or classes
    return frozenset(str(f.alias) for cls in classes for f in cls.model_fields.values())


def _models_in(annotation: Any) -> set[type[BaseModel]]:
    """Return every model class that a type mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and get_origin(annotation) is None:
        return {annotation}
    if get_origin(annotation) in {Annotated, Union, UnionType, tuple, dict}:
        return set().union(*(_models_in(part) for part in get_args(annotation)), set())
    return set()


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Return the findings without repeats: a plain union complains once for each of its members."""
    seen: set[tuple[str, Path, str]] = set()
    kept = []
    for finding in findings:
        mark = (finding.code, finding.path, "" if finding.code == "RF008" else finding.message)
        if mark not in seen:
            seen.add(mark)
            kept.append(finding)
    return kept


def _subject(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    return f"`{names[-1]}`" if names else "the document"


def _wanted(detail: ErrorDetails) -> str:
    if detail["type"] == "string_pattern_mismatch":
        return _pattern(detail)
    return _KINDS.get(detail["type"], str(detail["msg"]))


def _pattern(detail: ErrorDetails) -> str:
    pattern = _context(detail).get("pattern", "")
    return _PATTERNS.get(
        pattern, "made of letters, digits, dots, hyphens and underscores, beginning with a letter or digit"
    )


def _context(detail: ErrorDetails) -> Mapping[str, Any]:
    return detail.get("ctx", {})


def _complaint(detail: ErrorDetails) -> str:
    """Return what is wrong with a value, as the end of a sentence."""
    context, written = _context(detail), _quoted(detail["input"])
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
            return f"should have at least {context['min_length']} entries"
        case "greater_than_equal":
            return f"should be {context['ge']} or more, not {written}"
        case "less_than_equal":
            return f"should be {context['le']} or less, not {written}"
        case _:
            return str(detail["msg"])


def _described(value: Any) -> str:
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
    return repr(text if len(text) <= 40 else text[:39] + "…")
