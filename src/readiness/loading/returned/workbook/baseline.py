"""What the hidden sheet remembers of an answer, as text that no spreadsheet program changes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from readiness.loading.yaml_values import decimal_of

__all__ = ["remembered", "without_loss"]

_LONGEST = 30_000
"""Characters of a cell; Excel keeps 32,767."""
_DECIMAL = "decimal"


def without_loss(value: Any) -> Iterator[str]:
    """Yield plain values as the texts of one cell or more.

    Everything but ASCII is escaped, and so is the underscore: `_x0041_` would be read as the letter that it stands for.
    """
    text = json.dumps(value, default=_as_text).replace("_", "\\u005f")
    for start in range(0, len(text), _LONGEST):
        yield text[start : start + _LONGEST]


def remembered(cells: Sequence[str]) -> Any:
    """Return the plain values that were put into some cells.

    Raises:
        ValueError: they hold something else.
    """
    return json.loads("".join(cells), object_hook=_with_decimals, parse_float=decimal_of, parse_constant=_refused)


def _as_text(value: object) -> dict[str, str]:
    assert isinstance(value, Decimal), f"{value!r} is no plain value"
    return {_DECIMAL: str(value)}


def _with_decimals(value: dict[str, Any]) -> Any:
    return decimal_of(str(value[_DECIMAL])) if value.keys() == {_DECIMAL} else value


def _refused(name: str) -> object:
    raise ValueError(name)
