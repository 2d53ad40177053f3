"""Adjustments in words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from readiness.model.adjust import Adjustment, Rounding
from readiness.model.framework import Framework
from readiness.report.conditions import condition_words
from readiness.report.wording import gettext, pgettext
from readiness.report.words import joined

__all__ = ["adjustment_words", "rounding_word"]


def adjustment_words(rule: Adjustment, framework: Framework, number_text: Callable[[Fraction], str]) -> str:
    """Return an adjustment as a clause, such as: the score is multiplied by 0.9 when Locks stands below level 2.

    Args:
        rule: The adjustment.
        framework: Where its condition finds its names.
        number_text: How numbers are written.
    """
    steps = [gettext("multiplied by {number}", number=number_text(rule.multiply))] if rule.multiply is not None else []
    steps += [gettext("changed by {number}", number=number_text(rule.add))] if rule.add is not None else []
    steps += [_rounded(rule.round, number_text)] if rule.round is not None else []
    said = {
        "ratio": gettext("the ratio is {changes}", changes=joined(steps)),
        "points": gettext("the points are {changes}", changes=joined(steps)),
        "score": gettext("the score is {changes}", changes=joined(steps)),
    }[rule.of]
    if rule.when is None:
        return said
    return gettext("{change} when {condition}", change=said, condition=condition_words(rule.when, framework))


def _rounded(rule: Rounding, number_text: Callable[[Fraction], str]) -> str:
    return gettext("rounded {mode} to {number}", mode=rounding_word(rule), number=number_text(rule.to))


def rounding_word(rule: Rounding) -> str:
    """Return where a number goes that is rounded."""
    return {
        "up": pgettext("of rounding", "up"),
        "down": pgettext("of rounding", "down"),
        "half-up": pgettext("of rounding", "half-up"),
        "half-even": pgettext("of rounding", "half-even"),
        "half-down": pgettext("of rounding", "half-down"),
    }[rule.mode]
