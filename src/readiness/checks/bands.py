"""Bands hold every score once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.framework import Area, Framework, parts

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import Question
    from readiness.model.bands import Band, Bands

__all__ = ["check_bands"]


def check_bands(outline: Outline) -> Iterator[Finding]:
    """Find bands with holes, overlaps, a wrong order, a name twice, or edges that belong to nobody."""
    nodes: list[tuple[Path, Framework | Area]] = [((), outline.framework), *outline.areas]
    for path, node in nodes:
        if node.bands is None:
            continue
        place: Path = (*path, "bands")
        if node.bands.inclusive is None and len(node.bands.ranges) > 1:
            message = f"the bands of `{node.id}` do not say to which of them an edge belongs"
            yield Finding(
                "RF208", place, message, at_key=True, help="add `inclusive: lower` or `inclusive: upper`"
            )  # fmt: skip
        yield from _names((*place, "ranges"), node.bands)
        yield from _edges((*place, "ranges"), node.bands)
        yield from _ends((*place, "ranges"), node, outline)


def _names(path: Path, bands: Bands) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for at, band in enumerate(bands.ranges):
        if band.name in first:
            related = (((*path, first[band.name], "name"), "the same name"),)
            yield Finding("RF208", (*path, at, "name"), f"two bands are called `{band.name}`", related=related)
        first.setdefault(band.name, at)


def _edges(path: Path, bands: Bands) -> Iterator[Finding]:
    for at, band in enumerate(bands.ranges):
        if band.from_ is not None and band.to is not None and band.from_ >= band.to:
            message = f"`{band.name}` ends at {_text(band.to)}, and begins no lower, at {_text(band.from_)}"
            yield Finding("RF208", (*path, at, "to"), message)
    for at, (lower, upper) in enumerate(pairwise(bands.ranges), start=1):
        if lower.to is None:
            yield Finding("RF208", (*path, at - 1), f"`{lower.name}` has no `to`, and `{upper.name}` follows")
        elif upper.from_ is None:
            yield Finding("RF208", (*path, at), f"`{upper.name}` has no `from`, and is not the first")
        elif lower.to != upper.from_:
            related = (((*path, at - 1, "to"), f"`{lower.name}` ends here"),)
            mended = f"write `from: {_text(lower.to)}`, or end `{lower.name}` at {_text(upper.from_)}"
            yield Finding("RF208", (*path, at, "from"), _between(lower, upper), related=related, help=mended)


def _between(lower: Band, upper: Band) -> str:
    """Return what is wrong with two neighbours whose edges differ."""
    assert lower.to is not None
    assert upper.from_ is not None
    end, start = _text(lower.to), _text(upper.from_)
    if lower.to < upper.from_:
        return f"what lies between {end} and {start} is in no band"
    return f"`{lower.name}` ends at {end} and `{upper.name}` begins at {start}, so they overlap"


def _ends(path: Path, node: Framework | Area, outline: Outline) -> Iterator[Finding]:
    """Find bands that begin above the lowest value there can be, or end below the highest."""
    assert node.bands is not None
    first, last = node.bands.ranges[0], node.bands.ranges[-1]
    low, high = _reach(node, outline)
    if first.from_ is not None and (low is None or first.from_ > low):
        message = f"values below {_text(first.from_)} are possible and in no band"
        yield Finding("RF208", (*path, 0, "from"), message, help="leave `from` out of the first range")
    if last.to is not None and high is not None and last.to < high:
        message = f"values from {_text(last.to)} to {_text(high)} are possible and in no band"
        at = len(node.bands.ranges) - 1
        yield Finding("RF208", (*path, at, "to"), message, help="leave `to` out of the last range")


def _reach(node: Framework | Area, outline: Outline) -> tuple[Fraction | None, Fraction | None]:
    """Return the lowest and the highest value of a node's bands; None where there is none, or it is not known."""
    assert node.bands is not None
    whole = outline.scope if isinstance(node, Framework) else node
    deducts = any(_rollup(one, outline) == "deduct" for one in _branches(whole))
    match node.bands.of:
        case "ratio":
            low, high = Fraction(0), Fraction(1)
        case "score":
            low, high = Fraction(outline.scope.scale.lowest), Fraction(outline.scope.scale.highest)
        case _:
            low, high = Fraction(0), _most_points(whole, outline)
    return None if deducts else low, high if outline.knows_all or node.bands.of != "points" else None


def _most_points(node: Framework | Area | Question, outline: Outline) -> Fraction:
    """Return the most points that a node can have; areas lie no deeper than a document may be nested."""
    if not isinstance(node, Framework | Area):
        return node.maximum(outline.scope.scale)
    children = list(parts(node))
    match _rollup(node, outline):
        case "sum":
            return sum((child.weight * _most_points(child, outline) for child in children), Fraction(0))
        case "deduct":
            return node.scoring.completed(outline.scope.scoring).base or sum(
                (child.weight for child in children), Fraction(0)
            )
        case _:
            return Fraction(1)


def _rollup(node: Framework | Area, outline: Outline) -> str:
    return node.scoring.completed(outline.scope.scoring).rollup or "mean"


def _branches(node: Framework | Area) -> Iterator[Framework | Area]:
    stack: list[Framework | Area] = [node]
    while stack:
        one = stack.pop()
        yield one
        stack += one.areas


def _text(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(float(value))
