"""How a framework says that a node is scored."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from readiness.model.answers.base import StatePolicy
from readiness.model.base import Number, Positive

__all__ = ["OPTIONS", "ROLLUPS_WITHOUT_WEIGHTS", "EmptyRung", "RollupName", "Scoring"]

RollupName: TypeAlias = Literal[
    "mean", "sum", "min", "max", "gmean", "hmean", "share", "ladder", "stack", "deduct"
]  # fmt: skip
EmptyRung: TypeAlias = Literal["inherit", "skip", "fail"]


def _up_to_one(value: Fraction) -> Fraction:
    if not 0 < value <= 1:
        raise PydanticCustomError("not_a_part", "should be above 0 and at most 1")
    return value


Part = Annotated[
    Number,
    AfterValidator(_up_to_one),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": 1}),
]
"""A ratio above 0, up to 1."""


class Scoring(StatePolicy):
    """How a node is scored. The options belong to the roll-up: where that is the framework's, so are they."""

    rollup: RollupName | None = None
    """How the scores of the children become the score of this node."""
    floor: Part | None = None
    """For gmean and hmean: a child's ratio counts as no less than this, so that one zero does not undo all the rest."""
    satisfied_at: Part | None = None
    """For share and ladder: the ratio from which a child is satisfied; 1 when left out."""
    empty_rung: EmptyRung | None = None
    """For ladder: a rung without children that count is reached with a rung below it that has some (inherit, the rule
    when left out), is passed over (skip), or ends the climb (fail)."""
    maxima: Literal["applicable", "all"] | None = None
    """For sum: whether the maxima are those of the parts that count (applicable, the rule when left out), or of all
    parts, hidden and not applicable ones too."""
    base: Positive | None = None
    """For deduct: what the node has before deductions; the weights of all its children when left out."""
    incomplete: Literal["worst"] | None = None
    """What this node, with whatever roll-up, counts as while an answer that its score is made of is missing: as badly
    as it can. When left out, missing answers count one by one, as `unanswered` says. Not handed down."""

    def completed(self, general: Scoring) -> Scoring:
        """Return these rules; where they name no roll-up, with the other's and those of its options left out here."""
        if self.rollup is not None:
            return self
        names = ("rollup", *_OPTIONS)
        missing = {name: getattr(general, name) for name in names if getattr(self, name) is None}
        return self.changed(**missing)


OPTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sum": ("maxima",),
        "gmean": ("floor",),
        "hmean": ("floor",),
        "share": ("satisfied_at",),
        "ladder": ("satisfied_at", "empty_rung"),
        "deduct": ("base",),
    }
)
"""The fields of `Scoring` that each roll-up reads; the others read none."""
_OPTIONS = tuple(dict.fromkeys(name for names in OPTIONS.values() for name in names))
ROLLUPS_WITHOUT_WEIGHTS = frozenset({"min", "max", "ladder", "stack"})
"""Roll-ups that ignore the weights of the children."""
