"""How the parts of a node make up its score, in words with the numbers filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.report.exact import exact_text

if TYPE_CHECKING:
    from readiness.model.scale import Scale
    from readiness.scoring.result import NodeScore

__all__ = ["rollup_lines"]

_EMPTY_RUNG = {
    "inherit": ("is reached with one below it", "are reached with one below them"),
    "skip": ("is passed over", "are passed over"),
    "fail": ("ends the climb", "end the climb"),
}
"""What an empty rung does, and what several do."""


def rollup_lines(node: NodeScore, scale: Scale) -> Iterator[str]:
    """Yield what a share is, and what a part adds and costs."""
    found = {child.id: child for child in node.children}
    parts = [found[one.child] for one in node.contributions]
    low, high = scale.lowest, scale.highest
    adds = f"adds = share × (score − {low}); costs = share × ({high} − score)"
    whole = exact_text(sum((part.weight for part in parts), Fraction(0)))
    satisfied = exact_text(scale.score_of(node.options.satisfied_at)) if node.options else ""
    match node.rollup:
        case "min" | "max":
            word = "lowest" if node.rollup == "min" else "highest"
            share = f"the {word} part alone decides, and weights are ignored"
        case "sum":
            points = sum((part.weight * (part.maximum or 0) for part in parts), Fraction(0))
            share = f"share = weight × most points / {exact_text(points)}"
        case "gmean":
            share = f"the root of the product of the ratios, by weight{_floor(node)}"
            adds = f"shares lie between weight / {whole} and those of a harmonic mean, so that they add up; {adds}"
        case "hmean":
            share = f"share = weight / ratio, over the sum of that for all parts{_floor(node)}"
        case "share":
            share = f"share = weight / {whole}; a part at {satisfied} or above is satisfied"
            adds = "a part that is satisfied adds all its share; any other costs it"
        case "ladder":
            share = _ladder(node, parts, satisfied)
            adds = "the parts on a rung share what it is worth; they add it when it is reached"
        case "stack":
            share = f"share = 1 / {len(parts)}; parts count in order, up to the first below {high}"
            adds = f"{adds}; after the first below {high} all of the share"
        case "deduct":
            base = exact_text(node.options.base) if node.options else ""
            share = f"share = weight / {whole}; the base is {base}"
            adds = f"costs = weight × ({high} − score) / {base}; adds = share × {high - low} − costs"
        case _:
            share = f"share = weight / {whole}"
    yield f"Roll-up {node.rollup}: {share}"
    yield adds


def _floor(node: NodeScore) -> str:
    floor = node.options.floor if node.options else Fraction(0)
    return f"; a ratio below {exact_text(floor)} counts as {exact_text(floor)}" if floor else ""


def _ladder(node: NodeScore, parts: Sequence[NodeScore], satisfied: str) -> str:
    assert node.options is not None
    assert node.raw_ratio is not None
    top = node.options.top_rung
    reached = int(node.raw_ratio * top)
    text = f"rung {reached} of {top} is reached; a part at {satisfied} or above is satisfied"
    empty = [str(rung) for rung in range(1, top + 1) if rung not in {part.rung for part in parts}]
    one, several = _EMPTY_RUNG[node.options.empty_rung]
    if len(empty) > 1:
        return f"{text}; rungs {', '.join(empty[:-1])} and {empty[-1]} are empty and {several}"
    return f"{text}; rung {empty[0]} is empty and {one}" if empty else text
