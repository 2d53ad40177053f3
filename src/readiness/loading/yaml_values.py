"""What a YAML scalar means: the core schema of YAML 1.2, with numbers that remember how they were written."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from readiness.model.base import WrittenDecimal, WrittenInt

__all__ = ["decimal_of", "is_canonical_int", "is_same", "is_text", "key_of", "plain_value"]

_MAX_DIGITS = 400
_INT = re.compile(r"[-+]?[0-9]+$")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+$|0x[0-9a-fA-F]+$")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?$")
_CANONICAL_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})$")
_LETTERS_OF_1_1 = frozenset("yYnN")
"""Truth values in the specification of YAML 1.1, though not in PyYAML."""
_WORDS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def plain_value(text: str) -> Any:
    """Return what an unquoted scalar means in the core schema of YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789+-.":
        return text
    if _INT.match(text) and len(text) < _MAX_DIGITS:
        value = WrittenInt(text)
    elif _OCTAL_OR_HEX.match(text) and len(text) < _MAX_DIGITS:
        value = WrittenInt(text, 0)
    elif _DECIMAL.match(text) and len(text) < _MAX_DIGITS:
        number = WrittenDecimal(text)
        number.text = text
        return number
    else:
        return text
    value.text = text
    return value


def decimal_of(text: str) -> Decimal:
    """Return a decimal of JSON, as far as a document can hold it.

    Raises:
        ValueError: it has so many digits, or such an exponent, that no computer could write it out.
    """
    if len(text) >= _MAX_DIGITS or not _DECIMAL.match(text):
        raise ValueError("a number in it is too long")
    return Decimal(text)


def is_text(text: str) -> bool:
    """Tell whether a scalar without quotes is text for every reader, of YAML 1.2 and of YAML 1.1: `no` is not."""
    if text in _LETTERS_OF_1_1 or not isinstance(plain_value(text), str):
        return False
    return bool(_resolver().resolve(ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str")


@cache
def _resolver() -> Any:
    return Resolver()


def is_canonical_int(text: str) -> bool:
    """Tell whether a text is a whole number as it is written by default, which is what a key without quotes can be."""
    return _CANONICAL_INT.match(text) is not None


def key_of(event: Any) -> str | int:
    """Return what a key means, given its event: a whole number also in quotes, as JSON can only write it so."""
    text: str = event.value
    if is_canonical_int(text):
        key = WrittenInt(text)
        key.text = text
        return key
    return text


def is_same(one: Any, other: Any) -> bool:
    """Tell whether two values say the same; the order of keys says nothing, the digits of a number do."""
    match one:
        case dict():
            has_same_keys = isinstance(other, dict) and one.keys() == other.keys()
            return has_same_keys and all(is_same(value, other[key]) for key, value in one.items())
        case tuple():
            return isinstance(other, tuple) and len(one) == len(other) and all(map(is_same, one, other))
        case _:
            return type(one) is type(other) and getattr(one, "text", one) == getattr(other, "text", other)
