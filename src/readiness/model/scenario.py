"""A scenario: other limits for the plan of an assessment, under a name."""

from __future__ import annotations

from typing import Literal

from readiness.model.assessment import Plan
from readiness.model.base import Id, Line, Model, Text

__all__ = ["Scenario"]


class Scenario(Model):
    """What would be different. It belongs to a framework, and can be tried on every assessment of it."""

    readiness: Literal["scenario/1"]
    """The format of this file."""
    framework: Id
    """The framework whose actions and roles it names."""
    title: Line
    """What it is called where plans stand side by side, such as "Half the money"."""
    because: Text | None = None
    """Who wants to know, and why."""
    plan: Plan
    """The limits that are different, with the keys of `plan` in an assessment. What is left out stays as the assessment
    has it; a key without a value lifts a limit. Under `actions` and `capacity-days-a-quarter` only the entries that are
    written replace those of the assessment."""
