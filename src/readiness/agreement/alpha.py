"""Krippendorff's alpha over the answers of several people, who need not all have answered everything."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from readiness.agreement.result import Alpha, Reliance

__all__ = ["find_alpha"]

_RELIABLE, _TENTATIVE = 0.8, 0.667
_PLACES = 4
_PAIR = 2


def find_alpha(votes: Mapping[str, Mapping[str, Fraction]]) -> Alpha:
    """Return alpha with the interval metric: the distance of two answers is the square of their difference.

    The metric is that of the scoring itself, in which each level is as far from the next as any other; so answers of
    all types can stand side by side, each as its points over the maximum. K. Krippendorff, Computing Krippendorff's
    Alpha-Reliability (2011), https://repository.upenn.edu/asc_papers/43.

    Args:
        votes: For each question, for each respondent who answered it: the ratio, from 0 to 1.
    """
    paired = {question: given for question, given in votes.items() if len(given) >= _PAIR}
    count = sum(map(len, paired.values()))
    values = {ratio for given in paired.values() for ratio in given.values()}
    if len(values) < _PAIR:
        return Alpha(None, Reliance.ALIKE if values else Reliance.ALONE, len(paired), count)
    value = round(_alpha(paired), _PLACES) + 0.0  # no minus before a zero
    return Alpha(value, _reliance(value), len(paired), count)


def _reliance(value: float) -> Reliance:
    if value >= _RELIABLE:
        return Reliance.RELIABLE
    return Reliance.TENTATIVE if value >= _TENTATIVE else Reliance.UNRELIABLE


def _alpha(paired: Mapping[str, Mapping[str, Fraction]]) -> float:
    """Ask NLTK, which is loaded only here: it takes longer to load than an assessment to score."""
    from nltk.metrics.agreement import AnnotationTask

    # In one order whatever that of the file, so that the last digit is always the same.
    data = sorted(
        ((question, ratio, person) for question, given in paired.items() for person, ratio in given.items()),
    )
    task = AnnotationTask([(person, question, ratio) for question, ratio, person in data], distance=_squared)
    return float(task.alpha())


def _squared(one: Fraction, other: Fraction) -> float:
    return float((one - other) ** 2)
