"""Conditions as data: when a question applies, when a gate caps an area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, TypeAlias, assert_never

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import Id, Line, Model, Number, exactly_one

__all__ = ["All", "Any_", "AreaCondition", "Condition", "FactCondition", "Not", "QuestionCondition", "leaves"]

Scalar: TypeAlias = bool | Number | Line
"""What a fact or an answer can be compared with."""


class QuestionCondition(Model):
    """Compares the answer to a question. An answer that is not applicable or hidden satisfies no comparison."""

    model_config = exactly_one("at-least", "below", "is", "includes")

    question: Id
    """The question whose answer is compared."""
    at_least: Number | None = None
    """Holds when the answer is at this level or above."""
    below: Number | None = None
    """Holds when the answer is below this level."""
    is_: Scalar | None = Field(default=None, alias="is")
    """Holds when the answer is this option, level, or yes or no."""
    includes: Id | None = None
    """Holds when this item of a checklist is done, or this option is ticked."""

    @model_validator(mode="after")
    def _one_comparison(self) -> QuestionCondition:
        if sum(x is not None for x in (self.at_least, self.below, self.is_, self.includes)) != 1:
            raise PydanticCustomError("one_comparison", "needs exactly one of `at-least`, `below`, `is` and `includes`")
        return self


class FactCondition(Model):
    """Compares a fact about the organisation."""

    model_config = exactly_one("is", "at-least", "below")

    fact: Id
    """The fact that is compared."""
    is_: Scalar | None = Field(default=None, alias="is")
    """Holds when the fact has this value."""
    at_least: Number | None = None
    """Holds when the fact is this number or above."""
    below: Number | None = None
    """Holds when the fact is below this number."""

    @model_validator(mode="after")
    def _one_comparison(self) -> FactCondition:
        if sum(x is not None for x in (self.is_, self.at_least, self.below)) != 1:
            raise PydanticCustomError("one_comparison", "needs exactly one of `is`, `at-least` and `below`")
        return self


class AreaCondition(Model):
    """Compares the ratio, from 0 to 1, that an area has reached."""

    area: Id
    """The area that is compared."""
    at_least_ratio: Number
    """Holds when the area's ratio is this or above."""


class All(Model):
    """Holds when every part holds."""

    all: Annotated[tuple[Condition, ...], Field(min_length=1)]
    """The parts."""


class Any_(Model):  # noqa: N801  `Any` is taken
    """Holds when at least one part holds."""

    any: Annotated[tuple[Condition, ...], Field(min_length=1)]
    """The parts."""


class Not(Model):
    """Holds when its part does not."""

    not_: Condition
    """The part."""


_KINDS = ("question", "fact", "area", "all", "any", "not")


# A tag shows up in the path of an error; in brackets no key is mistaken for it.
def _kind(value: Any) -> str | None:  # noqa: ANN401  pydantic hands over whatever was written
    if isinstance(value, dict):
        return next((f"({kind})" for kind in _KINDS if kind in value), None)
    return next((f"({kind})" for kind in _KINDS if hasattr(value, kind) or hasattr(value, f"{kind}_")), None)


Condition: TypeAlias = Annotated[
    Annotated[QuestionCondition, Tag("(question)")]
    | Annotated[FactCondition, Tag("(fact)")]
    | Annotated[AreaCondition, Tag("(area)")]
    | Annotated[All, Tag("(all)")]
    | Annotated[Any_, Tag("(any)")]
    | Annotated[Not, Tag("(not)")],
    Discriminator(
        _kind,
        custom_error_type="condition_kind",
        custom_error_message="needs one of the keys `question`, `fact`, `area`, `all`, `any` and `not`",
    ),
]
"""One comparison, or a combination of conditions."""


def leaves(condition: Condition) -> Iterator[QuestionCondition | FactCondition | AreaCondition]:
    """Yield the comparisons that a condition is made of."""
    match condition:
        case QuestionCondition() | FactCondition() | AreaCondition():
            yield condition
        case All(all=parts) | Any_(any=parts):
            for part in parts:
                yield from leaves(part)
        case Not(not_=part):
            yield from leaves(part)
        case _:
            assert_never(condition)
