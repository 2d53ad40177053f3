"""What a framework says about roll-ups has an effect, and the one it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.framework import Area, Framework
from readiness.model.scoring import OPTIONS

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["check_floors", "check_options", "check_rungs"]


def check_floors(outline: Outline) -> Iterator[Finding]:
    """Find geometric and harmonic means in which one zero makes all the rest worthless."""
    for path, node in _nodes(outline):
        rollup = node.scoring.rollup
        if rollup in {"gmean", "hmean"} and node.scoring.floor is None:
            message = f"in `{node.id}` a single part at zero makes the {rollup} zero, whatever the others are"
            place = (*path, "scoring", "rollup")
            yield Finding("RF209", place, message, help="add a floor, such as `floor: 0.01`, beside the roll-up")


def check_rungs(outline: Outline) -> Iterator[Finding]:
    """Find children of a ladder without a rung, and rungs without a ladder."""
    for path, node in _nodes(outline):
        rollup = _rollup(node, outline)
        for place, name, rung, measure in _children(path, node):
            if measure and rung is not None:
                message = f"the rung of `{name}` has no effect: it is measured beside `{node.id}`"
                yield Finding("RF212", (*place, "rung"), message, help="remove the rung")
            elif measure:
                continue
            elif rollup == "ladder" and rung is None:
                message = f"`{name}` has no rung on the ladder of `{node.id}`"
                yield Finding("RF211", place, message, at_key=True, help="add `rung: 1` for the lowest, and so on up")
            elif rollup != "ladder" and rung is not None:
                message = f"the rung of `{name}` has no effect: `{node.id}` is scored by {rollup}"
                yield Finding("RF212", (*place, "rung"), message, help="use `rollup: ladder` there, or remove the rung")


def _children(path: Path, node: Framework | Area) -> Iterator[tuple[Path, str, int | None, bool]]:
    """Yield the children that have a score, each with its path, its id, its rung and whether it is a measure."""
    for index, area in enumerate(node.areas):
        yield (*path, "areas", index), area.id, area.rung, area.measure
    for index, question in enumerate(node.questions):
        if question.scored:
            yield (*path, "questions", index), question.id, question.rung, False
    if isinstance(node, Framework):
        for index, include in enumerate(node.includes):
            yield ("includes", index), include.framework, include.rung, include.measure


def check_options(outline: Outline) -> Iterator[Finding]:
    """Find options that the roll-up beside them does not read."""
    names = dict.fromkeys(name for read in OPTIONS.values() for name in read)
    for path, node in _nodes(outline):
        rollup = _rollup(node, outline)
        for name in names:
            if getattr(node.scoring, name) is not None and name not in OPTIONS.get(rollup, ()):
                key = name.replace("_", "-")
                message = f"`{key}` has no effect: `{node.id}` is scored by {rollup}, which does not read it"
                readers = " or ".join(one for one, read in OPTIONS.items() if name in read)
                yield Finding("RF212", (*path, "scoring", key), message, at_key=True, help=f"it belongs to {readers}")


def _nodes(outline: Outline) -> Iterator[tuple[Path, Framework | Area]]:
    yield (), outline.framework
    yield from outline.areas


def _rollup(node: Framework | Area, outline: Outline) -> str:
    return node.scoring.rollup or outline.framework.scoring.rollup or "mean"
