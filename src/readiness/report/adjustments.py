"""Adjustments in words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from readiness.model.adjust import Adjustment
from readiness.model.framework import Framework
from readiness.report.conditions import condition_words
from readiness.report.words import joined

__all__ = ["adjustment_words"]


def adjustment_words(rule: Adjustment, framework: Framework, number_text: Callable[[Fraction], str]) -> str:
    """Return an adjustment as a clause, such as: the score is multiplied by 0.9 when Locks stands below level 2.

    Args:
        rule: The adjustment.
        framework: Where its condition finds its names.
        number_text: How numbers are written.
    """
    steps = [f"multiplied by {number_text(rule.multiply)}"] if rule.multiply is not None else []
    steps += [f"changed by {number_text(rule.add)}"] if rule.add is not None else []
    steps += [f"rounded {rule.round.mode} to {number_text(rule.round.to)}"] if rule.round is not None else []
    when = f" when {condition_words(rule.when, framework)}" if rule.when else ""
    return f"the {rule.of} {'are' if rule.of == 'points' else 'is'} {joined(steps)}{when}"
