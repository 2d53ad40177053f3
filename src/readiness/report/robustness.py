"""How firm a result is, in words that the terminal and the report share."""

from __future__ import annotations

from fractions import Fraction

from readiness.model.direction import Direction
from readiness.report.numbers import decimal_text, integer_text, percent_text
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import sentence
from readiness.sensitivity.result import DrawnDimension, DrawnWeights, Fewest, Sensitivity, Share

__all__ = [
    "changes_sentence",
    "method_sentence",
    "ranks_text",
    "score_interval",
    "share_text",
    "standing_text",
    "trials_sentence",
    "weakest_dimension",
    "weakest_first",
    "weakest_word",
    "weights_sentence",
]

_RANKED = 2
"""One dimension alone is always the weakest, which says nothing."""


def standing_text(sensitivity: Sensitivity, place: int) -> str:
    """Return what a place is called: level 2 Developing, or the name of a band."""
    standings = sensitivity.standings
    name = standings.names[place]
    if standings.are_bands:
        return gettext("the band {name}", name=name)
    return gettext("level {level} {name}", level=standings.scale.levels[place].level, name=name)


def share_text(share: Share) -> str:
    """Return a part of all trials as a percentage."""
    return percent_text(Fraction(share.value))


def score_interval(weights: DrawnWeights) -> str:
    """Return the scores between which 90 of 100 trials lie."""
    low, high = (decimal_text(Fraction(end), 2) for end in (weights.low, weights.high))
    return gettext("{low} to {high}", low=low, high=high)


def ranks_text(one: DrawnDimension) -> str:
    """Return the ranks between which 90 of 100 trials lie."""
    if one.first_rank == one.last_rank:
        return f"{one.first_rank}"
    return gettext("{low} to {high}", low=one.first_rank, high=one.last_rank)


def weakest_word(direction: Direction) -> str:
    """Return what the dimension is that stands worst."""
    return direction.pick(gettext("weakest"), gettext("worst"))


def weakest_first(weights: DrawnWeights) -> list[DrawnDimension]:
    """Return the dimensions, the one that is the weakest most often first."""
    return sorted(weights.dimensions, key=lambda one: (-one.weakest.value, one.first_rank, one.last_rank, one.id))


def weakest_dimension(weights: DrawnWeights) -> DrawnDimension | None:
    """Return the dimension that is the weakest most often, or None when no two can be compared."""
    if len(weights.dimensions) < _RANKED:
        return None
    return max(weights.dimensions, key=lambda one: one.weakest.value)


def weights_sentence(sensitivity: Sensitivity, *, word: str, direction: Direction) -> str:
    """Return what becomes of the level, and which dimension is the weakest, under other weights."""
    weights = sensitivity.weights
    if sensitivity.place is None:
        return gettext("There is no overall score whose firmness could be looked at.")
    if weights is None:
        return gettext("No weights decide on this result, so other weights would not change it.")
    what = gettext("band") if sensitivity.standings.are_bands else pgettext("of the scale", "level")
    is_firm, trials = weights.holds.value == 1, ngettext("{count} trial", "{count} trials", weights.draws)
    said = {"level": what, "trials": trials, "share": share_text(weights.holds)}
    first = (
        gettext("The {level} stays the same however the weights are varied, in {trials}", **said)
        if is_firm
        else gettext("The {level} holds in {share} of {trials} with other weights", **said)
    )
    weakest = weakest_dimension(weights)
    if weakest is None:
        return sentence(first)
    often = {
        "finding": first,
        "name": weakest.title,
        "weakest": weakest_word(direction),
        "dimension": word,
        "share": share_text(weakest.weakest),
    }
    if weakest.weakest.value == 1:
        return gettext("{finding}, and {name} is the {weakest} {dimension} in every trial.", **often)
    if is_firm:
        return gettext("{finding}, and {name} is the {weakest} {dimension} in {share} of them.", **often)
    return gettext("{finding}, and {name} is the {weakest} {dimension} in {share} of all trials.", **often)


def changes_sentence(sensitivity: Sensitivity, fewest: Fewest | None, wanted: int) -> str:
    """Return how many answers have to change by one step to lead to a place; nothing where there is no such place."""
    if fewest is None:
        return ""
    if not sensitivity.answers:
        return gettext("There is no answer that could change.")
    there = standing_text(sensitivity, wanted if fewest.place is None else fewest.place)
    if not fewest.changes:
        if fewest.at_least is None:
            return gettext("No changes of answers by one step each lead to {level}.", level=there)
        return gettext("No changes of answers by one step each were found that lead to {level}.", level=there)
    first = ngettext(
        "{changed} of {count} answer, changed by one step, would lead to {level}",
        "{changed} of {count} answers, changed by one step, would lead to {level}",
        sensitivity.answers,
        changed=len(fewest.changes),
        level=there,
    )
    if fewest.is_smallest:
        return sentence(first) if len(fewest.changes) == 1 else gettext("{finding}; fewer would not.", finding=first)
    assert fewest.at_least is not None
    if fewest.at_least > 1:
        return gettext(
            "{finding}; fewer than {count} would not, and it is not proved that no fewer would.",
            finding=first,
            count=fewest.at_least,
        )
    return gettext("{finding}; it is not proved that no fewer would.", finding=first)


def trials_sentence() -> str:
    """Return what a trial is, in plain words.

    The two ends hold 95 of 100 values of a quarter under `CONCENTRATION`: they are a beta distribution of 12 and 36.
    """
    return gettext(
        "In each trial all weights are varied at random around their values: of four equal weights, each a share of "
        "25%, one mostly lies between 14% and 38%. All else stays as it is."
    )


def method_sentence(weights: DrawnWeights) -> str:
    """Return how weights are varied: first in plain words, then so that it can be repeated."""
    error = decimal_text(Fraction(50) / Fraction(weights.draws**0.5), 1)
    repeated = gettext(
        "Weights are drawn {draws} times: for each area from a Dirichlet distribution over the parts that count. The "
        "means are the given shares, the concentration is {concentration} for each part, so that a weight that is one "
        "of four alike has a standard deviation of a quarter of itself. A share of the trials has a standard error of "
        "at most {error} percentage points; the seed is {seed}.",
        draws=integer_text(weights.draws),
        concentration=weights.concentration,
        error=error,
        seed=weights.seed,
    )
    return f"{trials_sentence()} {repeated}"
