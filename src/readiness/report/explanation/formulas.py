"""Roll-ups with their numbers filled in: equations for a pocket calculator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from readiness.report.exact import about, exact_text
from readiness.report.explanation.rolled import Rolled
from readiness.report.explanation.terms import factor, product, quotient, total
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import joined

__all__ = ["formula"]

ZERO = Fraction(0)
_FEW = 12
"""Scores that are listed one by one."""


def formula(rolled: Rolled) -> str:
    """Return how the score of a mean, or the ratio of another roll-up, comes out of the parts."""
    return _FORMULAS.get(rolled.name, _mean)(rolled)


def _mean(rolled: Rolled) -> str:
    result, weights = about(rolled.scale.score_of(rolled.ratio)), rolled.weights
    if len(set(weights)) == 1:
        alike = [(Fraction(1), one) for one in rolled.scores]
        scores = _summed(pgettext("in an equation", "score"), alike, len(weights))
        return f"{scores} = {result}"
    pairs = list(zip(weights, rolled.scores, strict=True))
    weighted = _summed(gettext("weight × score"), pairs, rolled.whole)
    return f"{weighted} = {result}"


def _sum(rolled: Rolled) -> str:
    most = rolled.node.maximum or ZERO
    if not most:
        return gettext("no points can be had, and the ratio is 0")
    points = list(zip(rolled.weights, rolled.points, strict=True))
    weighted = _summed(gettext("weight × points"), points, most)
    return f"{weighted} = {_ratio(rolled)}"


def _extreme(rolled: Rolled) -> str:
    scores, score = rolled.scores, exact_text(rolled.scale.score_of(rolled.ratio))
    of = joined([exact_text(one) for one in scores])
    if len(scores) > _FEW:
        of = ngettext("{count} score", "{count} scores", len(scores))
    if rolled.name == "min":
        return gettext("the lowest of {scores} is {score}", scores=of, score=score)
    return gettext("the highest of {scores} is {score}", scores=of, score=score)


def _geometric(rolled: Rolled) -> str:
    whole, pairs = rolled.whole, list(zip(rolled.weights, rolled.held_up, strict=True))
    powers = [f"{factor(ratio)}^{factor(weight / whole)}" for weight, ratio in pairs]
    if total(powers) is None:
        return ngettext(
            "ratio^(weight / {whole}), multiplied over {count} part, is {result}",
            "ratio^(weight / {whole}), multiplied over {count} parts, is {result}",
            len(powers),
            whole=exact_text(whole),
            result=_ratio(rolled),
        )
    return f"{' × '.join(powers)} = {_ratio(rolled)}"


def _harmonic(rolled: Rolled) -> str:
    pairs = list(zip(rolled.weights, rolled.held_up, strict=True))
    if not all(ratio for _, ratio in pairs):
        return gettext("a part has a ratio of 0, and so has the result")
    whole, below = factor(rolled.whole), total([f"{factor(weight)} / {factor(ratio)}" for weight, ratio in pairs])
    if below is None:
        number = sum((weight / ratio for weight, ratio in pairs), ZERO)
        said = _told(gettext("weight / ratio"), len(pairs), number)
        return f"{said}; {whole} / {factor(number)} = {_ratio(rolled)}"
    return f"{whole} / ({below}) = {_ratio(rolled)}"


def _share(rolled: Rolled) -> str:
    met = [
        (Fraction(1), weight)
        for weight, ratio in zip(rolled.weights, rolled.ratios, strict=True)
        if ratio >= rolled.options.satisfied_at
    ]
    said = ngettext(
        "{met} of {count} part is satisfied", "{met} of {count} parts are satisfied", len(rolled.parts), met=len(met)
    )
    weight = _summed(gettext("their weight"), met, rolled.whole)
    return f"{said}; {weight} = {_ratio(rolled)}"


def _ladder(rolled: Rolled) -> str:
    top = rolled.options.top_rung
    return f"{int(rolled.ratio * top)} / {top} = {_ratio(rolled)}"


def _stack(rolled: Rolled) -> str:
    piled: list[tuple[Fraction, Fraction]] = []
    for ratio in rolled.ratios:
        piled.append((Fraction(1), max(ratio, ZERO)))
        if ratio < 1:
            break
    ratios = _summed(pgettext("in an equation", "ratio"), piled, len(rolled.parts))
    return f"{ratios} = {_ratio(rolled)}"


def _deduct(rolled: Rolled) -> str:
    base, pairs = rolled.options.base, zip(rolled.weights, rolled.ratios, strict=True)
    taken = [(weight, 1 - ratio) for weight, ratio in pairs if ratio != 1]
    terms = [exact_text(base), *(product(*pair) for pair in taken)]
    if total(terms) is None:
        number = sum((weight * part for weight, part in taken), ZERO)
        said = _told(gettext("weight × (1 − ratio)"), len(taken), number)
        return f"{said}; ({exact_text(base)} − {factor(number)}) / {factor(base)} = {_ratio(rolled)}"
    return f"({' − '.join(terms)}) / {factor(base)} = {_ratio(rolled)}"


def _summed(name: str, pairs: Sequence[tuple[Fraction, Fraction]], below: Fraction | int) -> str:
    """Return (w a + w b + …) / below; of many terms only their sum."""
    terms = total([product(*pair) for pair in pairs])
    if terms is not None:
        return quotient(terms, below)
    number = sum((weight * value for weight, value in pairs), ZERO)
    said = f"{_told(name, len(pairs), number)}; " if pairs else ""
    return f"{said}{quotient(exact_text(number), below)}"


def _told(name: str, parts: int, number: Fraction) -> str:
    """Return a sum of more parts than can be read."""
    return ngettext(
        "{terms}, summed over {count} part, is {number}",
        "{terms}, summed over {count} parts, is {number}",
        parts,
        terms=name,
        number=exact_text(number),
    )


def _ratio(rolled: Rolled) -> str:
    return gettext("{ratio} of the way up", ratio=about(rolled.ratio))


_FORMULAS: Mapping[str, Callable[[Rolled], str]] = MappingProxyType(
    {
        "sum": _sum,
        "min": _extreme,
        "max": _extreme,
        "gmean": _geometric,
        "hmean": _harmonic,
        "share": _share,
        "ladder": _ladder,
        "stack": _stack,
        "deduct": _deduct,
    }
)
