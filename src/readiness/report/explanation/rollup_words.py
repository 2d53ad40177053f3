"""Roll-ups in words: what a share is, and what a part adds and costs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from readiness.report.exact import exact_text
from readiness.report.explanation.rolled import Rolled
from readiness.report.words import joined

__all__ = ["depends_words", "share_words"]

ZERO = Fraction(0)
_EMPTY_RUNG = {
    "inherit": ("is reached with one below it", "are reached with one below them"),
    "skip": ("is passed over", "are passed over"),
    "fail": ("ends the climb", "end the climb"),
}
"""What an empty rung does, and what several do."""
_DEPENDS = {
    "min": "Only the lowest part counts, so what a part adds depends on the other parts.",
    "max": "Only the highest part counts, so what a part adds depends on the other parts.",
    "gmean": "What a part adds depends on the other parts: a weak one carries more of the result.",
    "hmean": "What a part adds depends on the other parts: a weak one carries more of the result.",
    "ladder": "What a part adds depends on the other parts on its rung and below.",
    "stack": "What a part adds depends on the parts before it.",
    "share": "A part adds all of its share or nothing: coming closer changes nothing.",
}


def share_words(rolled: Rolled) -> tuple[str, ...]:
    """Return what a share is, and what a part adds and costs."""
    low, high = rolled.scale.lowest, rolled.scale.highest
    adds = f"adds = share × (score − {low}); costs = share × ({high} − score)"
    whole = exact_text(rolled.whole)
    match rolled.name:
        case "min" | "max":
            word = "lowest" if rolled.name == "min" else "highest"
            share = f"the {word} part alone decides, and weights are ignored"
        case "sum":
            share, adds = _sum_words(rolled)
        case "gmean":
            share = f"the root of the product of the ratios, by weight{_floor(rolled)}"
            adds = (
                f"share = (1 − m) × weight / {whole} + m × the share in a harmonic mean, with m = {_mix(rolled)}, so "
                f"that the parts add up; adds = share × ratio × {high - low}"
            )
        case "hmean":
            share = f"share = weight / ratio, over the sum of that for all parts{_floor(rolled)}"
            adds = f"adds = share × ratio × {high - low}; costs = share × {high - low} − adds"
        case "share":
            share = f"share = weight / {whole}; a part at {rolled.satisfied_at} or above is satisfied"
            adds = "a part that is satisfied adds all its share; any other costs it"
        case "ladder":
            share = _ladder(rolled)
            adds = "the parts on a rung share what it is worth; they add it when it is reached"
        case "stack":
            share = f"share = 1 / {len(rolled.parts)}; parts count in order, up to the first below {high}"
            if min(rolled.ratios) < 0:
                share += f"; a score below {low} counts as {low}"
            adds = f"{adds}; after the first below {high} all of the share"
        case "deduct":
            base = exact_text(rolled.options.base)
            share = f"share = weight / {whole}; the base is {base}"
            adds = f"costs = weight × ({high} − score) / {base}; adds = share × {high - low} − costs"
        case _:
            share = f"share = weight / {whole}"
    return f"Roll-up {rolled.name}: {share}", adds


def _sum_words(rolled: Rolled) -> tuple[str, str]:
    counted = sum((one.weight * (one.maximum or ZERO) for one in rolled.parts), ZERO)
    most, span = counted if rolled.options.most is None else rolled.options.most, rolled.scale.span
    share = f"share = weight × most points / {exact_text(counted)}"
    if most != counted:
        share += f"; with the parts that do not apply, {exact_text(most)} points could be had"
    return share, f"adds = weight × points / {exact_text(most)} × {span}; costs = share × {span} − adds"


def _floor(rolled: Rolled) -> str:
    floor = rolled.options.floor
    return f"; a ratio below {exact_text(floor)} counts as {exact_text(floor)}" if floor else ""


def _mix(rolled: Rolled) -> str:
    """Return how far the shares of a geometric mean lie from those of the mean towards those of the harmonic one."""
    pairs = list(zip(rolled.weights, rolled.held_up, strict=True))
    highest = sum((weight * ratio for weight, ratio in pairs), ZERO) / rolled.whole
    lowest = ZERO
    if all(ratio for _, ratio in pairs):
        lowest = rolled.whole / sum((weight / ratio for weight, ratio in pairs), ZERO)
    return exact_text((highest - rolled.ratio) / (highest - lowest) if highest != lowest else ZERO)


def _ladder(rolled: Rolled) -> str:
    options = rolled.options
    top = options.top_rung
    reached = int(rolled.ratio * top)
    text = f"rung {reached} of {top} is reached; a part at {rolled.satisfied_at} or above is satisfied"
    empty = [str(rung) for rung in range(1, top + 1) if rung not in {one.rung for one in rolled.parts}]
    one, several = _EMPTY_RUNG[options.empty_rung]
    if len(empty) > 1:
        return f"{text}; rungs {joined(empty)} are empty and {several}"
    return f"{text}; rung {empty[0]} is empty and {one}" if empty else text


def depends_words(rolled: Rolled) -> Iterator[str]:
    """Yield a sentence where what one part adds depends on the others."""
    if rolled.name == "sum" and rolled.options.most is not None:
        yield "The points of parts that do not apply cannot be had; every part bears some of them as a cost."
    if rolled.name in _DEPENDS:
        yield _DEPENDS[rolled.name]
