"""Areas hold something, and weights weigh."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.scoring import ROLLUPS_WITHOUT_WEIGHTS

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.diagnostics import Path
    from readiness.model.framework import Area, Framework

__all__ = ["check_empty_areas", "check_weights"]

_SHARING = frozenset({"mean", "gmean", "hmean", "share"})
"""Roll-ups in which a weight counts only beside others. In a sum it multiplies the maximum that a sum above adds."""


class _Child(NamedTuple):
    """What stands below an area or framework, with the path of its weight."""

    path: Path
    name: str
    weight: Fraction
    scored: bool


def check_empty_areas(outline: Outline) -> Iterator[Finding]:
    """Find areas that hold neither areas nor questions, and a framework that holds nothing at all."""
    framework = outline.framework
    if not outline.questions and not outline.areas and not framework.includes:
        message = f"the framework `{framework.id}` asks no question"
        yield Finding("RF204", ("id",), message, help="add areas with questions, or `includes`")
    for path, area in outline.areas:
        if not area.areas and not area.questions:
            yield Finding(
                "RF204", (*path, "id"), f"the area `{area.id}` is empty", help="add questions, or remove the area"
            )


def check_weights(outline: Outline) -> Iterator[Finding]:
    """Find weights that change no score.

    Equal weights other than 1 are let pass: many authors write percentages.
    """
    nodes: list[tuple[Path, Framework | Area]] = [((), outline.framework), *outline.areas]
    for path, node in nodes:
        rollup = node.scoring.rollup or outline.framework.scoring.rollup or "mean"
        children = list(_children(path, node))
        only = sum(child.scored for child in children) == 1
        for child in children:
            if child.weight == 1:
                continue
            why = ""
            if rollup in ROLLUPS_WITHOUT_WEIGHTS:
                why = f"`{node.id}` is scored by {rollup}"
            elif not child.scored:
                why = "it is recorded in words"
            elif only and rollup in _SHARING:
                why = f"nothing else in `{node.id}` has a score"
            if why:
                message = f"the weight of `{child.name}` has no effect: {why}"
                yield Finding("RF203", child.path, message, help="remove `weight`")


def _children(path: Path, node: Framework | Area) -> Iterator[_Child]:
    """Yield everything that a node weighs; an area counts as scored, for what it holds may grow."""
    for index, include in enumerate(getattr(node, "includes", ())):
        yield _Child((*path, "includes", index, "weight"), include.framework, include.weight, scored=True)
    for index, area in enumerate(node.areas):
        yield _Child((*path, "areas", index, "weight"), area.id, area.weight, scored=True)
    for index, question in enumerate(node.questions):
        yield _Child((*path, "questions", index, "weight"), question.id, question.weight, scored=question.scored)
