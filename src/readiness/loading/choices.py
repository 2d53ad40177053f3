"""How the members of a union are told apart, in JSON Schema.

Pydantic says `oneOf`: a validator then tries every member, and complains about each of them or about none. The loader
looks at one key and then at one member only; `if`, `then` and `else` say the same, so that an editor marks the misspelt
key and not the whole question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from readiness.model.answers import ANSWER_TYPES, Answer, Question
from readiness.model.conditions import Condition

__all__ = ["told_apart"]

Schema = dict[str, Any]


def told_apart(schema: Schema) -> Schema:
    """Return a schema in which a question, an answer and a condition are each defined once, as a choice by a key."""
    parts = schema["$defs"]
    found: dict[frozenset[str], str] = {}
    choices: dict[str, Schema] = {}
    for name, tests in _tests().items():
        if tests.keys() <= parts.keys():
            found[frozenset(tests)] = name
            choices[name] = {"title": name} | _choice(tests, parts)
    walked: Schema = _walk(schema | {"$defs": parts | choices}, found)
    return walked


def _tests() -> Mapping[str, Mapping[str, Schema]]:
    """Return, for each union, what tells its classes; nothing for the class that is left over."""
    return {
        "Question": {cls: {"properties": {"type": {"const": tag}}} for cls, tag in _members(Question)},
        "Answer": {cls: _has_one_of(_keys_of_answer(tag)) for cls, tag in _members(Answer)},
        "Condition": {cls: _has_one_of((tag,)) for cls, tag in _members(Condition)},
    }


def _members(union: Any) -> list[tuple[str, str]]:
    """Return the classes of a union by name, each with its tag, in the order in which they are looked for."""
    members = [get_args(member) for member in get_args(get_args(union)[0])]
    return [(cls.__name__, tag.tag.strip("()")) for cls, tag in members]


def _keys_of_answer(tag: str) -> tuple[str, ...]:
    if tag == "unanswered":
        return ()
    return ANSWER_TYPES[tag].keys if tag in ANSWER_TYPES else (tag,)


def _has_one_of(keys: tuple[str, ...]) -> Schema:
    tests: list[Schema] = [{"required": [key]} for key in keys]
    return {"anyOf": tests} if len(tests) > 1 else dict(*tests)


def _choice(tests: Mapping[str, Schema], parts: Mapping[str, Schema]) -> Schema:
    """Return the choice between classes: the first whose test holds; without one, a key that decides is missing."""
    keys = _deciding_keys(tests, parts)
    chosen: Schema = {"anyOf": [{"required": [key]} for key in keys]}
    for name, test in reversed(list(tests.items())):
        member: Schema = {"$ref": f"#/$defs/{name}"}
        chosen = {"if": test, "then": member, "else": chosen} if test else member
    return {"properties": keys} | chosen


def _deciding_keys(tests: Mapping[str, Schema], parts: Mapping[str, Schema]) -> Schema:
    """Return the keys that decide, for an editor to offer them."""
    found: dict[str, list[Schema]] = {}
    for name, test in tests.items():
        for key in test.get("properties") or _keys_of(test):
            found.setdefault(key, []).append(parts[name]["properties"][key])
    return {
        key: {"description": fields[0]["description"]}
        | ({"enum": [field["const"] for field in fields]} if "const" in fields[0] else {})
        for key, fields in found.items()
    }


def _keys_of(test: Schema) -> list[str]:
    return [key for one in test.get("anyOf", [test]) for key in one.get("required", ())]


def _walk(value: Any, choices: Mapping[frozenset[str], str]) -> Any:
    """Return a part of a schema with every `oneOf` of such classes replaced by a reference to their choice."""
    if isinstance(value, list):
        return [_walk(one, choices) for one in value]
    if not isinstance(value, dict):
        return value
    names = frozenset(str(member.get("$ref", "")).rpartition("/")[2] for member in value.get("oneOf", ()))
    if names in choices:
        others = {key: one for key, one in value.items() if key != "oneOf"}
        return {"$ref": f"#/$defs/{choices[names]}"} | others
    return {key: _walk(one, choices) for key, one in value.items()}
