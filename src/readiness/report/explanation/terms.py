"""Sums, products and quotients as they are typed into a pocket calculator."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from readiness.report.exact import exact_text

__all__ = ["factor", "product", "quotient", "total"]

_MOST_SIGNS = 120
"""A longer sum is told by its result: nobody reads, or types, all of it."""


def factor(value: Fraction | int) -> str:
    """Return a number as it stands beside × / and ^: fractions, and numbers below zero, in brackets."""
    text = exact_text(Fraction(value))
    return f"({text})" if "/" in text or value < 0 else text


def product(weight: Fraction, value: Fraction) -> str:
    """Return weight × value; a weight of 1 goes without saying."""
    return exact_text(value) if weight == 1 else f"{factor(weight)} × {factor(value)}"


def total(terms: Sequence[str]) -> str | None:
    """Return terms with a plus between them; None for none, or for more than can be read."""
    text = " + ".join(terms)
    return text if text and len(text) <= _MOST_SIGNS else None


def quotient(above: str, below: Fraction | int) -> str:
    """Return a sum, or one number, over another."""
    return f"{f'({above})' if set(above) & set(' /') else above} / {factor(below)}"
