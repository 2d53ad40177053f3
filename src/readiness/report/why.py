"""Why an action is in the plan, in one sentence: what the plan loses without it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from readiness.report.numbers import decimal_text
from readiness.report.wording import gettext, ngettext
from readiness.report.words import joined
from readiness.roadmap.loss import Ground, Loss

__all__ = ["levels_text", "loss_words"]

_DIGITS = 3
_LEAST = Fraction(1, 10**_DIGITS)


def loss_words(loss: Loss, number_of: Callable[[str], str], span: int) -> str:
    """Return why an action is in the plan.

    Args:
        loss: What the plan loses without it.
        number_of: Gives the number of a planned action by its id.
        span: How many levels lie between the ends of the scale.
    """
    without = _without(loss, number_of)
    match loss.ground:
        case Ground.SETTLED:
            return gettext("It is settled beforehand that the plan has it.")
        case Ground.GATE:
            return ngettext(
                "{without}, {count} gate holds again at the end.",
                "{without}, {count} gates hold again at the end.",
                loss.gates,
                without=without,
            )
        case Ground.OPENS:
            levels = levels_text(loss.end, span)
            return gettext("It opens the way. {without}, the plan ends {levels} worse.", without=without, levels=levels)
        case Ground.SCORE:
            return gettext(
                "{without}, the plan ends {levels} worse.", without=without, levels=levels_text(loss.end, span)
            )
        case Ground.SOONER:
            return gettext("{without}, the plan ends as well, but gets there later.", without=without)
        case Ground.CLOSES:
            return gettext(
                "It closes a gap behind a weaker one. {without}, the overall score is the same.", without=without
            )
        case Ground.NOTHING:
            return gettext("{without}, the plan is worth as much.", without=without)
        case _:
            assert_never(loss.ground)


def _without(loss: Loss, number_of: Callable[[str], str]) -> str:
    if not loss.also:
        return gettext("Without it")
    actions = joined([number_of(id_) for id_ in loss.also])
    return ngettext(
        "Without it and {actions}, which needs it",
        "Without it and {actions}, which need it",
        len(loss.also),
        actions=actions,
    )


def levels_text(ratio: Fraction, span: int) -> str:
    """Return a difference of the overall ratio in levels, without its sign; never shown as nothing."""
    levels = abs(ratio) * span
    if 0 < levels < _LEAST:
        return gettext("under {number} levels", number=decimal_text(_LEAST, _DIGITS))
    return gettext("{number} levels", number=decimal_text(levels, _DIGITS))
