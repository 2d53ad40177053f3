"""Roll-ups in words: what a share is, and what a part adds and costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from readiness.report.exact import exact_text
from readiness.report.explanation.rolled import Rolled
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import joined

__all__ = ["costs_word", "depends_words", "share_words"]

ZERO = Fraction(0)


def costs_word(rolled: Rolled) -> str:
    """Return what a column of points that are missing is called; where higher is worse, a part spares them."""
    return rolled.node.direction.pick(pgettext("in an equation", "costs"), pgettext("in an equation", "spares"))


def share_words(rolled: Rolled) -> tuple[str, ...]:
    """Return what a share is, and what a part adds and costs."""
    share = gettext("Roll-up {name}: {share}", name=_name(rolled.name), share=_share(rolled))
    return share, _adds(rolled, costs_word(rolled))


def _name(rollup: str) -> str:
    """Return the word in the file, or what other languages say for it."""
    return {
        "mean": pgettext("roll-up", "mean"),
        "sum": pgettext("roll-up", "sum"),
        "min": pgettext("roll-up", "min"),
        "max": pgettext("roll-up", "max"),
        "gmean": pgettext("roll-up", "gmean"),
        "hmean": pgettext("roll-up", "hmean"),
        "share": pgettext("roll-up", "share"),
        "ladder": pgettext("roll-up", "ladder"),
        "stack": pgettext("roll-up", "stack"),
        "deduct": pgettext("roll-up", "deduct"),
    }[rollup]


def _share(rolled: Rolled) -> str:
    whole = exact_text(rolled.whole)
    match rolled.name:
        case "min":
            return gettext("the lowest part alone decides, and weights are ignored")
        case "max":
            return gettext("the highest part alone decides, and weights are ignored")
        case "sum":
            return _sum_share(rolled)
        case "gmean":
            return _with_floor(rolled, gettext("the root of the product of the ratios, by weight"))
        case "hmean":
            return _with_floor(rolled, gettext("share = weight / ratio, over the sum of that for all parts"))
        case "share":
            at = rolled.satisfied_at
            return gettext("share = weight / {whole}; a part at {score} or above is satisfied", whole=whole, score=at)
        case "ladder":
            return _ladder(rolled)
        case "stack":
            return _stack(rolled)
        case "deduct":
            base = exact_text(rolled.options.base)
            return gettext("share = weight / {whole}; the base is {base}", whole=whole, base=base)
        case _:
            return gettext("share = weight / {whole}", whole=whole)


def _adds(rolled: Rolled, costs: str) -> str:
    low, high = rolled.scale.lowest, rolled.scale.highest
    usual = gettext(
        "adds = share × (score − {low}); {costs} = share × ({high} − score)", low=low, high=high, costs=costs
    )
    match rolled.name:
        case "sum":
            return gettext(
                "adds = weight × points / {most} × {span}; {costs} = share × {span} − adds",
                most=exact_text(_most(rolled)),
                span=rolled.scale.span,
                costs=costs,
            )
        case "gmean":
            return gettext(
                "share = (1 − m) × weight / {whole} + m × the share in a harmonic mean, with m = {mix}, so that the "
                "parts add up; adds = share × ratio × {span}",
                whole=exact_text(rolled.whole),
                mix=_mix(rolled),
                span=high - low,
            )
        case "hmean":
            return gettext(
                "adds = share × ratio × {span}; {costs} = share × {span} − adds", span=high - low, costs=costs
            )
        case "share":
            return gettext("a part that is satisfied adds all its share; any other {costs} it", costs=costs)
        case "ladder":
            return gettext("the parts on a rung share what it is worth; they add it when it is reached")
        case "stack":
            return gettext("{adds}; after the first below {high} all of the share", adds=usual, high=high)
        case "deduct":
            return gettext(
                "{costs} = weight × ({high} − score) / {base}; adds = share × {span} − {costs}",
                costs=costs,
                high=high,
                base=exact_text(rolled.options.base),
                span=high - low,
            )
        case _:
            return usual


def _counted(rolled: Rolled) -> Fraction:
    return sum((one.weight * (one.maximum or ZERO) for one in rolled.parts), ZERO)


def _most(rolled: Rolled) -> Fraction:
    return _counted(rolled) if rolled.options.most is None else rolled.options.most


def _sum_share(rolled: Rolled) -> str:
    counted, most = _counted(rolled), _most(rolled)
    share = gettext("share = weight × most points / {counted}", counted=exact_text(counted))
    if most == counted:
        return share
    return gettext(
        "{share}; with the parts that do not apply, {most} points could be had", share=share, most=exact_text(most)
    )


def _stack(rolled: Rolled) -> str:
    low, high = rolled.scale.lowest, rolled.scale.highest
    share = gettext(
        "share = 1 / {count}; parts count in order, up to the first below {high}", count=len(rolled.parts), high=high
    )
    if min(rolled.ratios) >= 0:
        return share
    return gettext("{share}; a score below {low} counts as {low}", share=share, low=low)


def _with_floor(rolled: Rolled, share: str) -> str:
    if not rolled.options.floor:
        return share
    floor = exact_text(rolled.options.floor)
    return gettext("{share}; a ratio below {floor} counts as {floor}", share=share, floor=floor)


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
    text = gettext(
        "rung {rung} of {top} is reached; a part at {score} or above is satisfied",
        rung=int(rolled.ratio * top),
        top=top,
        score=rolled.satisfied_at,
    )
    empty = [str(rung) for rung in range(1, top + 1) if rung not in {one.rung for one in rolled.parts}]
    return f"{text}; {_empty(empty, options.empty_rung)}" if empty else text


def _empty(rungs: Sequence[str], rule: str) -> str:
    """Return what rungs do on which no part stands."""
    count, said = len(rungs), joined(rungs)
    match rule:
        case "inherit":
            return ngettext(
                "rung {rungs} is empty and is reached with one below it",
                "rungs {rungs} are empty and are reached with one below them",
                count,
                rungs=said,
            )
        case "skip":
            return ngettext(
                "rung {rungs} is empty and is passed over",
                "rungs {rungs} are empty and are passed over",
                count,
                rungs=said,
            )
        case _:
            return ngettext(
                "rung {rungs} is empty and ends the climb",
                "rungs {rungs} are empty and end the climb",
                count,
                rungs=said,
            )


def depends_words(rolled: Rolled) -> Iterator[str]:
    """Yield a sentence where what one part adds depends on the others."""
    if rolled.name == "sum" and rolled.options.most is not None:
        yield gettext("The points of parts that do not apply cannot be had; every part bears some of them as a cost.")
    match rolled.name:
        case "min":
            yield gettext("Only the lowest part counts, so what a part adds depends on the other parts.")
        case "max":
            yield gettext("Only the highest part counts, so what a part adds depends on the other parts.")
        case "gmean" | "hmean":
            yield gettext("What a part adds depends on the other parts: a weak one carries more of the result.")
        case "ladder":
            yield gettext("What a part adds depends on the other parts on its rung and below.")
        case "stack":
            yield gettext("What a part adds depends on the parts before it.")
        case "share":
            yield gettext("A part adds all of its share or nothing: coming closer changes nothing.")
        case _:
            pass
