"""An answer as plain values, with the keys of the file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

from readiness.model.answers.base import AnswerBase
from readiness.model.base import Model

__all__ = ["plain_answer", "plain_number"]

_ELSEWHERE = frozenset({"votes"})
"""What other people said: no part of what one person is asked."""
_EXACT = Context(prec=400)
"""Numbers are read from decimals, so that so many digits always hold them."""


def plain_answer(answer: AnswerBase | None) -> dict[str, Any]:
    """Return an answer as an assessment file has it, without votes; nothing for no answer.

    Days are texts such as 2026-11-20, numbers int or Decimal, lists are lists. What was not written is left out.
    """
    return {} if answer is None else _plain_model(answer)


def _plain_model(model: Model) -> dict[str, Any]:
    named = {name: getattr(model, name) for name in type(model).model_fields if name in model.model_fields_set}
    return {
        key: _plain(value)
        for name, value in named.items()
        if value is not None and (key := name.rstrip("_").replace("_", "-")) not in _ELSEWHERE
    }


def _plain(value: Any) -> Any:  # noqa: ANN401  any value of an answer
    match value:
        case Model():
            return _plain_model(value)
        case Fraction():
            return plain_number(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
        case _:
            return value


def plain_number(value: Fraction) -> int | Decimal:
    """Return a number that was read from a decimal as it can be written again."""
    if value.denominator == 1:
        return value.numerator
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
