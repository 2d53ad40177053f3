"""Roll-ups with their numbers filled in: equations for a pocket calculator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from readiness.report.exact import about, exact_text
from readiness.report.explanation.rolled import Rolled
from readiness.report.explanation.terms import factor, product, quotient, total
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
        return f"{_summed('score', [(Fraction(1), one) for one in rolled.scores], len(weights))} = {result}"
    pairs = list(zip(weights, rolled.scores, strict=True))
    return f"{_summed('weight × score', pairs, rolled.whole)} = {result}"


def _sum(rolled: Rolled) -> str:
    most = rolled.node.maximum or ZERO
    if not most:
        return "no points can be had, and the ratio is 0"
    points = list(zip(rolled.weights, rolled.points, strict=True))
    return f"{_summed('weight × points', points, most)} = {_ratio(rolled)}"


def _extreme(rolled: Rolled) -> str:
    word = "lowest" if rolled.name == "min" else "highest"
    scores = rolled.scores
    of = joined([exact_text(one) for one in scores]) if len(scores) <= _FEW else f"{len(scores)} scores"
    return f"the {word} of {of} is {exact_text(rolled.scale.score_of(rolled.ratio))}"


def _geometric(rolled: Rolled) -> str:
    whole, pairs = rolled.whole, list(zip(rolled.weights, rolled.held_up, strict=True))
    powers = [f"{factor(ratio)}^{factor(weight / whole)}" for weight, ratio in pairs]
    if total(powers) is None:
        return f"ratio^(weight / {exact_text(whole)}), multiplied over {len(powers)} parts, is {_ratio(rolled)}"
    return f"{' × '.join(powers)} = {_ratio(rolled)}"


def _harmonic(rolled: Rolled) -> str:
    pairs = list(zip(rolled.weights, rolled.held_up, strict=True))
    if not all(ratio for _, ratio in pairs):
        return "a part has a ratio of 0, and so has the result"
    whole, below = factor(rolled.whole), total([f"{factor(weight)} / {factor(ratio)}" for weight, ratio in pairs])
    if below is None:
        number = sum((weight / ratio for weight, ratio in pairs), ZERO)
        said = f"weight / ratio, summed over {len(pairs)} parts, is {exact_text(number)}"
        return f"{said}; {whole} / {factor(number)} = {_ratio(rolled)}"
    return f"{whole} / ({below}) = {_ratio(rolled)}"


def _share(rolled: Rolled) -> str:
    met = [
        (Fraction(1), weight)
        for weight, ratio in zip(rolled.weights, rolled.ratios, strict=True)
        if ratio >= rolled.options.satisfied_at
    ]
    said = f"{len(met)} of {len(rolled.parts)} parts are satisfied"
    return f"{said}; {_summed('their weight', met, rolled.whole)} = {_ratio(rolled)}"


def _ladder(rolled: Rolled) -> str:
    top = rolled.options.top_rung
    return f"{int(rolled.ratio * top)} / {top} = {_ratio(rolled)}"


def _stack(rolled: Rolled) -> str:
    piled: list[tuple[Fraction, Fraction]] = []
    for ratio in rolled.ratios:
        piled.append((Fraction(1), max(ratio, ZERO)))
        if ratio < 1:
            break
    return f"{_summed('ratio', piled, len(rolled.parts))} = {_ratio(rolled)}"


def _deduct(rolled: Rolled) -> str:
    base, pairs = rolled.options.base, zip(rolled.weights, rolled.ratios, strict=True)
    taken = [(weight, 1 - ratio) for weight, ratio in pairs if ratio != 1]
    terms = [exact_text(base), *(product(*pair) for pair in taken)]
    if total(terms) is None:
        number = sum((weight * part for weight, part in taken), ZERO)
        said = f"weight × (1 − ratio), summed over {len(taken)} parts, is {exact_text(number)}"
        return f"{said}; ({exact_text(base)} − {factor(number)}) / {factor(base)} = {_ratio(rolled)}"
    return f"({' − '.join(terms)}) / {factor(base)} = {_ratio(rolled)}"


def _summed(name: str, pairs: Sequence[tuple[Fraction, Fraction]], below: Fraction | int) -> str:
    """Return (w a + w b + …) / below; of many terms only their sum."""
    terms = total([product(*pair) for pair in pairs])
    if terms is not None:
        return quotient(terms, below)
    number = sum((weight * value for weight, value in pairs), ZERO)
    said = f"{name}, summed over {len(pairs)} parts, is {exact_text(number)}; " if pairs else ""
    return f"{said}{quotient(exact_text(number), below)}"


def _ratio(rolled: Rolled) -> str:
    return f"{about(rolled.ratio)} of the way up"


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
