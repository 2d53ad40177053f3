"""Groups side by side, as far as nobody can be told from the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from readiness.agreement.result import LEAST_SHOWN, Groups, GroupVotes, QuestionVotes, Trend
from readiness.model.assessment import Assessment

__all__ = ["group_votes", "groups_shown", "side_by_side"]

_FIRM = Fraction(1, 2)
"""Groups that are less than half a level apart say the same."""
_FURTHEST = 100
_TWO = 2


def groups_shown(sizes: Mapping[str | None, int]) -> frozenset[str]:
    """Return the groups that can be shown apart, by how many people of each spoke; None counts those of no group.

    A group is shown from five people on, and only while the people who are in no group that is shown are five as well,
    or none: else what they say were the whole less what is shown.
    """
    by_size = sorted((-size, id_) for id_, size in sizes.items() if id_ is not None and size >= LEAST_SHOWN)
    shown = [id_ for _, id_ in by_size]
    while shown and 0 < sum(sizes.values()) - sum(sizes[id_] for id_ in shown) < LEAST_SHOWN:
        shown.pop()
    return frozenset(shown)


def group_votes(scores: Mapping[str, Fraction], assessment: Assessment) -> tuple[GroupVotes, ...]:
    """Return what each group that can be shown says on one question, the closest to the work first.

    Args:
        scores: For each respondent who answered: the score.
        assessment: Whose respondents they are.
    """
    members: dict[str | None, list[Fraction]] = {}
    for person, value in scores.items():
        members.setdefault(assessment.respondents[person].group, []).append(value)
    shown = groups_shown({id_: len(values) for id_, values in members.items()})
    return tuple(
        GroupVotes(id_, len(members[id_]), _mean(members[id_]), min(members[id_]), max(members[id_]))
        for id_ in sorted(shown, key=lambda id_: _nearness(assessment, id_))
    )


def _nearness(assessment: Assessment, id_: str) -> tuple[int, str]:
    steps = assessment.groups[id_].steps_from_the_work
    return (_FURTHEST if steps is None else steps), id_


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def side_by_side(questions: Sequence[QuestionVotes], assessment: Assessment) -> Groups:
    """Return the mean of each group over the questions on which every group that is shown anywhere can be shown."""
    on = {
        id_: {one.question for one in questions if any(by.group == id_ for by in one.groups)}
        for id_ in assessment.groups
    }
    compared = sorted((id_ for id_ in on if on[id_]), key=lambda id_: _nearness(assessment, id_))
    common = set.intersection(*(on[id_] for id_ in compared)) if compared else set()
    means = {
        id_: _mean([by.mean for one in questions if one.question in common for by in one.groups if by.group == id_])
        for id_ in compared
        if common
    }
    people = {id_: max(by.count for one in questions for by in one.groups if by.group == id_) for id_ in means}
    return Groups(means, people, len(common), _trend(means, assessment))


def _trend(means: Mapping[str, Fraction], assessment: Assessment) -> Trend:
    """Return how the means go with the steps from the work; groups of the same step must agree on it."""
    placed = [
        (steps, mean)
        for id_, mean in means.items()
        if (steps := assessment.groups[id_].steps_from_the_work) is not None
    ]
    if len({steps for steps, _ in placed}) < _TWO:
        return Trend.UNKNOWN
    values = [mean for _, mean in placed]
    if max(values) - min(values) < _FIRM:
        return Trend.ALIKE
    nearer = [(one, other) for (near, one), (far, other) in combinations(sorted(placed), _TWO) if near < far]
    if all(one < other for one, other in nearer):
        return Trend.LOWER
    return Trend.HIGHER if all(one > other for one, other in nearer) else Trend.MIXED
