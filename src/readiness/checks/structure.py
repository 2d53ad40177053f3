"""Areas hold something that counts, and weights weigh."""

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

__all__ = ["check_empty_areas", "check_measures", "check_weights"]

_SHARING = frozenset({"mean", "gmean", "hmean", "share"})
"""Roll-ups in which a weight counts only beside others. In a sum it multiplies the maximum that a sum above adds."""


class _Child(NamedTuple):
    """What stands below an area or framework, with the path of its weight."""

    path: Path
    name: str
    weight: Fraction
    scored: bool
    measure: bool = False


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


def check_measures(outline: Outline) -> Iterator[Finding]:
    """Find nodes beside which something is measured while nothing counts in them."""
    nodes: list[tuple[Path, Framework | Area]] = [((), outline.framework), *outline.areas]
    for path, node in nodes:
        children = list(_children(path, node))
        if any(child.measure for child in children) and not any(child.scored for child in children):
            message = f"`{node.id}` holds measures and nothing that its own score is made of"
            yield Finding("RF220", (*path, "id"), message, help="remove `measure` from what makes up its score")


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
            if child.measure:
                why = f"it is measured beside `{node.id}`"
            elif rollup in ROLLUPS_WITHOUT_WEIGHTS:
                why = f"`{node.id}` is scored by {rollup}"
            elif not child.scored:
                why = "it is recorded in words"
            elif only and rollup in _SHARING:
                why = f"nothing else counts in `{node.id}`"
            if why:
                message = f"the weight of `{child.name}` has no effect: {why}"
                yield Finding("RF203", child.path, message, help="remove `weight`")


def _children(path: Path, node: Framework | Area) -> Iterator[_Child]:
    """Yield all children of a node; an area counts as scored, for what it holds may grow, unless it is a measure."""
    for index, include in enumerate(getattr(node, "includes", ())):
        place = (*path, "includes", index, "weight")
        yield _Child(place, include.framework, include.weight, not include.measure, include.measure)
    for index, area in enumerate(node.areas):
        yield _Child((*path, "areas", index, "weight"), area.id, area.weight, not area.measure, area.measure)
    for index, question in enumerate(node.questions):
        yield _Child((*path, "questions", index, "weight"), question.id, question.weight, scored=question.scored)
