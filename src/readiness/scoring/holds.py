"""Decides conditions, with "cannot be known yet" as a third answer."""

from __future__ import annotations

from typing import Protocol, assert_never

from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition

__all__ = ["World", "all_hold", "holds"]


class World(Protocol):
    """What a condition can look at. None always means: not known."""

    def question_holds(self, condition: QuestionCondition) -> bool | None:
        """Decide a comparison with an answer."""

    def area_holds(self, condition: AreaCondition) -> bool | None:
        """Decide a comparison with an area's ratio."""

    def fact_holds(self, condition: FactCondition) -> bool | None:
        """Decide a comparison with a fact about the organisation."""


def holds(condition: Condition, world: World) -> bool | None:
    """Return whether a condition holds, or None when a missing answer or fact decides it."""
    match condition:
        case QuestionCondition():
            return world.question_holds(condition)
        case FactCondition():
            return world.fact_holds(condition)
        case AreaCondition():
            return world.area_holds(condition)
        case All(all=parts):
            return all_hold(parts, world)
        case Any_(any=parts):
            opposite = [_opposite(holds(part, world)) for part in parts]
            return _opposite(_conjunction(opposite))
        case Not(not_=part):
            return _opposite(holds(part, world))
        case _:
            assert_never(condition)


def all_hold(conditions: tuple[Condition, ...], world: World) -> bool | None:
    """Return whether all conditions hold; True when there are none."""
    if len(conditions) == 1:
        return holds(conditions[0], world)
    return _conjunction([holds(part, world) for part in conditions])


def _conjunction(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _opposite(value: bool | None) -> bool | None:  # noqa: FBT001  a value of three-valued logic
    return None if value is None else not value
