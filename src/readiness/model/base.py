"""What every document model shares: strictness, names, exact numbers, clean text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

__all__ = [
    "LAST_DAY",
    "AsWritten",
    "Count",
    "CountedDate",
    "Date",
    "Estimate",
    "FormerIds",
    "Id",
    "Line",
    "Model",
    "Number",
    "Positive",
    "Rung",
    "Text",
    "WrittenDecimal",
    "WrittenInt",
    "clean",
    "exactly_one",
]

TEXT_LIMIT = 20_000
LINE_LIMIT = 2_000
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
_ID_SCHEMA: dict[str, Any] = {"type": "string", "pattern": ID_PATTERN, "maxLength": 80}
_DAY_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAY = re.compile(_DAY_PATTERN + r"\Z")
"""`fromisoformat` alone would take 2026-W47-5 too."""
LAST_DAY = date(2999, 12, 31)
"""Python's calendar ends with the year 9999; plans and periods of validity are counted on from here."""
_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_KEPT_CONTROLS = "\n\t"
_TOO_LARGE = 10**15
"""More than any sum of money; beyond it JSON would round."""
_MOST_MARKS = 30
_HOPELESS = 4 * TEXT_LIMIT
"""No cleaning makes a text of this length short enough."""


class WrittenInt(int):
    """An integer that remembers how it was written, so that a text field can have `010` as the author wrote it."""

    text: str


class WrittenDecimal(Decimal):
    """A decimal number that remembers how it was written: `3.10` in a text field stays `3.10`."""

    text: str


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """Strict, frozen, and closed to unknown keys; keys are kebab-case in documents."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        alias_generator=_kebab,
        defer_build=True,
        arbitrary_types_allowed=True,
    )
    own_keys_after: ClassVar[str | None] = None
    """The field after which documents have the keys that a subclass adds; None when they come first."""

    def changed(self, **changes: Any) -> Self:  # noqa: ANN401  a value for any field
        """Return a copy with some fields changed, unchecked; unlike `model_copy` it keeps no cached property."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return cast("Self", self.model_construct(**(fields | changes)))


def exactly_one(*keys: str) -> ConfigDict:
    """Say in the schema that one of some keys is given; a key without a value is not given."""
    given: list[JsonValue] = [{"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in keys]
    return ConfigDict(json_schema_extra={"oneOf": given})


def clean(value: object) -> object:
    """Return text in NFC without control, bidi-control or surrogate characters; keep everything else as it is.

    Of marks on one letter, the first thirty stay: no script needs more (UAX #15, section 13, Stream-Safe Text Format),
    and putting thousands of them in order takes minutes, and draws over the lines around them.
    """
    if isinstance(value, WrittenInt | WrittenDecimal):
        return value.text
    if not isinstance(value, str):
        return value
    if (value.isascii() and value.isprintable()) or len(value) > _HOPELESS:
        return value
    text = unicodedata.normalize("NFC", "".join(_bounded_marks(value)))
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BIDI_CONTROLS)
    return "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"})


def _bounded_marks(text: str) -> Iterator[str]:
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            yield sign


def _one_line(value: object) -> object:
    text = clean(value)
    return " ".join(text.split()) if isinstance(text, str) else text


def _listed(value: object) -> object:
    """Make a list of one id that stands alone."""
    return value if isinstance(value, tuple) else (value,)


def _exact(value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise PydanticCustomError("number_type", "should be a number")
    if isinstance(value, Decimal) and not value.is_finite():
        raise PydanticCustomError("number_type", "should be a finite number")
    exact = Fraction(value)
    if abs(exact) >= _TOO_LARGE:
        raise PydanticCustomError("number_too_large", "should be below a thousand million million")
    return exact


def _not_negative(value: Fraction) -> Fraction:
    if value < 0:
        raise PydanticCustomError("number_negative", "should not be negative")
    return value


def _above_zero(value: Fraction) -> Fraction:
    if value <= 0:
        raise PydanticCustomError("number_not_positive", "should be above zero")
    return value


def _iso_date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if _DAY.match(value) else value
        except ValueError:
            return value
    return value


def _countable(value: date) -> date:
    if value > LAST_DAY:
        raise PydanticCustomError("date_too_late", "should not be after {last}", {"last": str(LAST_DAY)})
    return value


def _as_json(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


AsWritten = BeforeValidator(clean)
"""Makes text of a number: a version `1.0`, an id `2024`."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=TEXT_LIMIT), AsWritten]
"""Text of any number of lines."""
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LINE_LIMIT),
    BeforeValidator(_one_line),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"\S", "maxLength": LINE_LIMIT}),
]
"""Text that is shown on one line; runs of white space become one space."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80), AsWritten]
"""A name for the machine: letters, digits, dot, hyphen and underscore."""
FormerIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [_ID_SCHEMA, {"type": "array", "items": _ID_SCHEMA}]},
        mode="validation",
    ),
]
"""The ids that something had in earlier versions: one, or a list with the latest first."""
_BELOW = {"type": "number", "exclusiveMaximum": _TOO_LARGE}
Number = Annotated[
    Fraction,
    BeforeValidator(_exact),
    PlainSerializer(_as_json),
    WithJsonSchema({**_BELOW, "exclusiveMinimum": -_TOO_LARGE}),
]
"""An exact number, read from its decimal text."""
Count = Annotated[Number, AfterValidator(_not_negative), WithJsonSchema({**_BELOW, "minimum": 0})]
"""A number that is not below zero."""
Positive = Annotated[Number, AfterValidator(_above_zero), WithJsonSchema({**_BELOW, "exclusiveMinimum": 0})]
"""A number above zero."""
Rung = Annotated[int, Field(ge=1, le=100)]
"""A step of a ladder, counted from 1 at the bottom."""
_DAY_SCHEMA = {"type": "string", "format": "date", "pattern": f"^{_DAY_PATTERN}$"}
Date = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema(_DAY_SCHEMA)]
"""A day, written as 2026-11-20."""
CountedDate = Annotated[
    Date, AfterValidator(_countable), WithJsonSchema({**_DAY_SCHEMA, "pattern": "^[0-2][0-9]{3}-[0-9]{2}-[0-9]{2}$"})
]
"""A day from which other days are counted: not after the last day that is sure to have a calendar behind it."""


class Estimate(Model):
    """A three-point estimate. Where only `likely` is given, low and high are the same."""

    low: Count | None = None
    """The optimistic value; one in ten would be lower."""
    likely: Count
    """The most likely value."""
    high: Count | None = None
    """The pessimistic value; one in ten would be higher."""

    @property
    def points(self) -> tuple[Fraction, Fraction, Fraction]:
        """Low, likely and high."""
        low = self.likely if self.low is None else self.low
        high = self.likely if self.high is None else self.high
        return low, self.likely, high

    def times(self, factor: Fraction) -> Estimate:
        """Return the estimate with every value multiplied."""
        low, high = (None if one is None else one * factor for one in (self.low, self.high))
        return Estimate.model_construct(low=low, likely=self.likely * factor, high=high)
