"""What is asked about the organisation before the questions: its name, sector and size, and the framework's facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from readiness.model.answers import Mistyped
from readiness.model.assessment import Organisation
from readiness.model.base import Line
from readiness.model.comparisons import FactValue
from readiness.model.facts import FACTS_OF_EVERY_ORGANISATION
from readiness.model.framework import Framework

__all__ = ["FACTS", "Detail", "detail_value", "details_of", "read_detail", "with_detail"]

FACTS = "facts."
"""Stands before the id of a fact in the key of a detail; no key of an organisation has a dot."""
_MOST_STAFF = 10**9
_MOST_DIGITS = 15
_NUMBER_HELP = "type a number such as 120 or 12.5"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is asked about the organisation."""

    key: str
    """A key of the organisation, or `facts.` and the id of a fact."""
    ask: str
    type: Literal["boolean", "number", "text", "count"]
    is_needed: bool = False
    """Whether the interview cannot go on without it."""

    @property
    def fact(self) -> str | None:
        """The id of the fact, where it is one of the framework's."""
        return self.key.removeprefix(FACTS) if self.key.startswith(FACTS) else None


def details_of(framework: Framework) -> Mapping[str, Detail]:
    """Return what is asked about the organisation, by key, in the order in which it is asked."""
    common = {key: fact.ask for key, fact in FACTS_OF_EVERY_ORGANISATION.items()}
    asked = [
        Detail("name", "What is the organisation called?", "text", is_needed=True),
        Detail("sector", common["sector"], "text"),
        Detail("staff", common["staff"], "count"),
        *(Detail(f"{FACTS}{id_}", fact.ask, fact.type) for id_, fact in framework.facts.items()),
    ]
    return {one.key: one for one in asked}


def detail_value(organisation: Organisation, detail: Detail) -> FactValue | None:
    """Return what is known, or None."""
    if detail.fact is not None:
        return organisation.facts.get(detail.fact)
    value: str | int | None = getattr(organisation, detail.key)
    return Fraction(value) if isinstance(value, int) else value or None


def with_detail(organisation: Organisation, detail: Detail, value: FactValue | None) -> Organisation:
    """Return the organisation with one thing about it known, or with None unknown again."""
    if detail.fact is not None:
        others = {id_: one for id_, one in organisation.facts.items() if id_ != detail.fact}
        return organisation.changed(facts=others if value is None else {**organisation.facts, detail.fact: value})
    return organisation.changed(**{detail.key: int(value) if isinstance(value, Fraction) else value})


def read_detail(detail: Detail, text: str) -> FactValue | Mistyped:
    """Return what was typed about the organisation, or why it cannot be."""
    readers = {"boolean": _boolean, "number": _number, "count": _count, "text": _line}
    return readers[detail.type](text)


def _boolean(text: str) -> bool | Mistyped:
    words = {"yes": True, "y": True, "no": False, "n": False}
    known = words.get(text.casefold())
    return Mistyped(f"{text!r} is neither yes nor no", "type yes or no") if known is None else known


def _number(text: str) -> Fraction | Mistyped:
    digits = text.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS or text.endswith("."):
        return Mistyped(f"{text!r} is not a number", _NUMBER_HELP)
    return Fraction(Decimal(text))


def _count(text: str) -> Fraction | Mistyped:
    number = _number(text.replace(",", "").replace(" ", ""))
    if isinstance(number, Mistyped) or number.denominator != 1 or not 1 <= number < _MOST_STAFF:
        return Mistyped(f"{text!r} is not a number of people", "type a whole number such as 1400")
    return number


def _line(text: str) -> str | Mistyped:
    try:
        return str(TypeAdapter(Line).validate_python(text))
    except ValidationError:
        return Mistyped("this is too long, or there are no words in it", "type a few words")
