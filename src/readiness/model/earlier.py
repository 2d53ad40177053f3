"""What is read of the result of an earlier run: the plan that a later assessment is held against."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import CountedDate, Id, Line, Model
from readiness.model.framework import Version

__all__ = ["EarlierAction", "EarlierFramework", "EarlierQuarter", "EarlierResult", "EarlierRoadmap", "WrittenNumber"]

_TOO_LARGE = 1_000
"""More than any level of any scale."""
_FRACTION = r"^-?[0-9]{1,2000}(/[1-9][0-9]{0,1999})?$"


class _Partial(Model):
    """A part of a result; what else it holds is for other readers."""

    model_config = ConfigDict(extra="ignore")


class WrittenNumber(_Partial):
    """A number as results have it."""

    exact: Annotated[str, StringConstraints(pattern=_FRACTION)]
    """The exact fraction, such as 8/3."""

    @model_validator(mode="after")
    def _is_small(self) -> WrittenNumber:
        if abs(self.value) >= _TOO_LARGE:
            raise PydanticCustomError("number_too_large", "should be below a thousand")
        return self

    @property
    def value(self) -> Fraction:
        """The number."""
        return Fraction(self.exact)


class EarlierFramework(_Partial):
    """The framework that was answered."""

    id: Id
    """Its id."""
    version: Version
    """Its version."""


class EarlierOrganisation(_Partial):
    """Whose plan it is."""

    name: Line
    """The full name."""


class EarlierQuarter(_Partial):
    """One quarter of the plan."""

    label: Line
    """Such as Q1 2027."""
    starts: CountedDate
    """Its first day."""
    ends: CountedDate
    """Its last day."""
    score: WrittenNumber | None
    """The overall score that was projected for its end."""
    low: WrittenNumber | None
    """The lower end of that score."""
    high: WrittenNumber | None
    """The upper end of that score."""
    scores: dict[Id, WrittenNumber | None]
    """For a top area: its score at the end."""


class EarlierAction(_Partial):
    """One planned action."""

    number: Line
    """A1, A2 … in the order in which actions were to start."""
    id: Id
    """Its id in the framework of then."""
    title: Line
    """What was to be done."""
    owner: Id
    """The role that was to answer for it."""
    start_quarter: Annotated[int, Field(ge=0)]
    """The quarter in which it was to start, counted from 0."""
    quarters: Annotated[int, Field(ge=1)]
    """How many quarters it was to run."""


class EarlierRoadmap(_Partial):
    """The plan."""

    target: str
    """The target profile."""
    start_score: WrittenNumber | None
    """The overall score before the first quarter."""
    quarters: Annotated[tuple[EarlierQuarter, ...], Field(min_length=1)]
    """In order."""
    actions: tuple[EarlierAction, ...]
    """In the order in which they were to start."""

    @model_validator(mode="after")
    def _ends_in_time(self) -> EarlierRoadmap:
        for one in self.actions:
            if one.start_quarter + one.quarters > len(self.quarters):
                raise PydanticCustomError(
                    "beyond", "has an action, `{id}`, that ends after its quarters", {"id": one.id}
                )
        return self

    @model_validator(mode="after")
    def _has_each_action_once(self) -> EarlierRoadmap:
        seen = set[str]()
        for one in self.actions:
            if one.id in seen:
                raise PydanticCustomError("twice", "has the action `{id}` twice", {"id": one.id})
            seen.add(one.id)
        return self

    def days(self, action: EarlierAction) -> tuple[EarlierQuarter, EarlierQuarter]:
        """Return the quarters in which an action was to start and to end."""
        return self.quarters[action.start_quarter], self.quarters[action.start_quarter + action.quarters - 1]


class EarlierResult(_Partial):
    """A result, as far as its plan goes."""

    readiness: Literal["result/1"]
    """The format of the file."""
    framework: EarlierFramework
    """What was answered."""
    organisation: EarlierOrganisation
    """Who answered."""
    assessed_on: CountedDate
    """The day for which the answers held."""
    roadmap: EarlierRoadmap | None
    """The plan; none where there was nothing to plan."""
