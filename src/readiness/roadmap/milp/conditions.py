"""Conditions as parts of a model: fixed whatever is done, or turning round when something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, assert_never

from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.roadmap.milp.linear import Linear, Model

__all__ = ["OPEN", "Fixed", "Open", "Truth", "Turns", "World", "decide"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """No plan changes it. None: it cannot be decided."""

    holds: bool | None


@dataclass(frozen=True, slots=True)
class Turns:
    """It turns round once, and stays so, where the literal is 1."""

    literal: Linear
    to: bool


@dataclass(frozen=True, slots=True)
class Open:
    """A plan can change it in ways for which the model has no words."""


OPEN = Open()
Truth: TypeAlias = Fixed | Turns | Open


class World(Protocol):
    """What a condition can look at in one quarter of a model."""

    model: Model

    def question_turns(self, condition: QuestionCondition) -> Truth:
        """Decide a comparison with an answer."""

    def area_turns(self, condition: AreaCondition) -> Truth:
        """Decide a comparison with an area's ratio."""

    def fact_holds(self, condition: FactCondition) -> bool | None:
        """Decide a comparison with a fact about the organisation."""


def decide(condition: Condition, world: World) -> Truth:
    """Return when a condition holds."""
    match condition:
        case QuestionCondition():
            return world.question_turns(condition)
        case FactCondition():
            return Fixed(world.fact_holds(condition))
        case AreaCondition():
            return world.area_turns(condition)
        case All(all=parts):
            return _conjunction([decide(part, world) for part in parts], world.model)
        case Any_(any=parts):
            return _opposite(_conjunction([_opposite(decide(part, world)) for part in parts], world.model))
        case Not(not_=part):
            return _opposite(decide(part, world))
        case _:
            assert_never(condition)


def _opposite(truth: Truth) -> Truth:
    match truth:
        case Fixed(holds=holds):
            return Fixed(None if holds is None else not holds)
        case Turns(literal=literal, to=to):
            return Turns(literal, not to)
        case _:
            return truth


def _conjunction(parts: Sequence[Truth], model: Model) -> Truth:
    fixed = [part.holds for part in parts if isinstance(part, Fixed)]
    turning = [part for part in parts if isinstance(part, Turns)]
    if False in fixed:
        return Fixed(holds=False)
    if len(fixed) == len(parts):
        return Fixed(None if None in fixed else True)
    if None in fixed or len(fixed) + len(turning) < len(parts) or len({part.to for part in turning}) > 1:
        return OPEN
    literals = [part.literal for part in turning]
    return Turns(model.lowest_of(literals), to=True) if turning[0].to else Turns(model.any_of(literals), to=False)
