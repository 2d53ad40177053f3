"""Target profiles: the levels that an organisation of some kind should reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import FormerIds, Id, Line, Model, Text
from readiness.model.conditions import Condition

__all__ = ["Switch", "TargetProfile"]


class Switch(Model):
    """Levels that hold instead of a profile's own where a condition on facts holds."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": [key], "properties": {key: {"not": {"type": "null"}}}}
                for key in ("default", "areas", "questions")
            ]
        }
    )

    when: Condition
    """When they hold: a condition on facts about the organisation. A fact that is not given switches nothing."""
    because: Text
    """The reason, shown in reports."""
    default: int | None = None
    """The level for every question that neither the profile nor the switch names."""
    areas: dict[Id, int] = Field(default_factory=dict)
    """Levels for all questions of an area."""
    questions: dict[Id, int] = Field(default_factory=dict)
    """Levels for single questions."""

    @model_validator(mode="after")
    def _switches_something(self) -> Switch:
        if self.default is None and not self.areas and not self.questions:
            raise PydanticCustomError("no_switch", "needs at least one of `default`, `areas` and `questions`")
        return self


class TargetProfile(Model):
    """A level for every question: its own, else its nearest area's, else the default."""

    replaces: FormerIds = ()
    """The ids that the profile had in earlier versions, latest first; assessments that name them are carried over."""
    title: Line
    """The name in reports."""
    description: Text | None = None
    """Whom it is for, and why these levels."""
    default: int
    """The level for every question that is not named."""
    areas: dict[Id, int] = Field(default_factory=dict)
    """Levels for all questions of an area."""
    questions: dict[Id, int] = Field(default_factory=dict)
    """Levels for single questions."""
    switches: tuple[Switch, ...] = ()
    """Levels that hold instead where a condition holds; where two disagree, the later one."""

    def switched(self, switches: Iterable[Switch]) -> TargetProfile:
        """Return the profile with the levels of some switches in force, and no switches left."""
        default, areas, questions = self.default, dict(self.areas), dict(self.questions)
        for switch in switches:
            default = default if switch.default is None else switch.default
            areas |= switch.areas
            questions |= switch.questions
        return self.changed(default=default, areas=areas, questions=questions, switches=())

    @property
    def variants(self) -> Iterator[TargetProfile]:
        """Yield the profile as it is without any of its switches, and with each of them alone."""
        yield self.switched(())
        yield from (self.switched([switch]) for switch in self.switches)
