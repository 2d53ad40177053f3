"""How firm a result is, as values that JSON has.

What is drawn is rounded to four decimals; what is exact stands as a fraction beside a decimal, as everywhere.
"""

from __future__ import annotations

from typing import Any

from readiness.model.framework import Framework
from readiness.report.exact import DECIMALS, exactly
from readiness.report.explanation.answers import answer_text
from readiness.sensitivity.result import Change, DrawnDimension, DrawnWeights, Fewest, LeftOut, Sensitivity, Share

__all__ = ["robustness"]


def robustness(sensitivity: Sensitivity, framework: Framework) -> dict[str, Any]:
    """Return the analysis as plain values; `robustness_schema` describes them."""
    names = sensitivity.standings.names
    return {
        "stands-at": None if sensitivity.place is None else names[sensitivity.place],
        "weights": None if sensitivity.weights is None else _weights(sensitivity.weights, names),
        "without-dimension": [_left_out(one, names) for one in sensitivity.without_dimension],
        "without-question": [_left_out(one, names) for one in sensitivity.without_question],
        "answers": sensitivity.answers,
        "lower": _fewest(sensitivity.lower, sensitivity, framework),
        "higher": _fewest(sensitivity.higher, sensitivity, framework),
    }


def _weights(weights: DrawnWeights, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "draws": weights.draws,
        "seed": weights.seed,
        "concentration": weights.concentration,
        "holds": _share(weights.holds),
        "stands-at": [{"name": names[place], "share": _rounded(share)} for place, share in weights.places.items()],
        "score": {"low": _rounded(weights.low), "high": _rounded(weights.high)},
        "dimensions": [_dimension(one) for one in weights.dimensions],
    }


def _dimension(one: DrawnDimension) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "weakest": _share(one.weakest),
        "ranks": {"first": one.first_rank, "last": one.last_rank},
    }


def _left_out(one: LeftOut, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "score": exactly(one.score),
        "change": exactly(one.change),
        "stands-at": None if one.place is None else names[one.place],
    }


def _fewest(fewest: Fewest | None, sensitivity: Sensitivity, framework: Framework) -> dict[str, Any] | None:
    if fewest is None:
        return None
    return {
        "leads-to": None if fewest.place is None else sensitivity.standings.names[fewest.place],
        "at-least": fewest.at_least,
        "is-smallest": fewest.is_smallest,
        "changes": [_change(one, framework) for one in fewest.changes],
    }


def _change(one: Change, framework: Framework) -> dict[str, Any]:
    return {
        "question": one.question,
        "from": exactly(one.before),
        "to": exactly(one.after),
        "answer": answer_text(framework.question[one.question], one.answer),
        "doubtful": one.doubtful,
    }


def _share(share: Share) -> dict[str, float]:
    return {"share": _rounded(share.value), "standard-error": _rounded(share.error)}


def _rounded(value: float) -> float:
    return round(value, DECIMALS)
