"""Makes one answer of the votes of several people, where none is agreed.

Votes are ordered by what they are worth. The median and the minimum are answers that somebody gave: a scale has steps,
and a checklist is ticked as a whole, so nothing in between is made up. Only the mean lies between.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from readiness.model.answers import (
    ANSWER_TYPES,
    AnswerBase,
    LevelAnswer,
    NotApplicable,
    NumberAnswer,
    Question,
    Unanswered,
    Unknown,
    YesNoQuestion,
)
from readiness.model.assessment import Combination
from readiness.model.direction import Direction
from readiness.model.scale import Scale
from readiness.model.sums import total

__all__ = ["Standing", "standing"]

_SURENESS = ("low", "medium", "high")


class Standing(NamedTuple):
    """The answer that stands for a question."""

    answer: AnswerBase
    """As it stands in the file, or made of its votes; with the votes."""
    ratio: Fraction | None
    """Points / maximum; None for a question that is not scored, and for an answer that is missing."""


def standing(
    question: Question, answer: AnswerBase, scale: Scale, direction: Direction, rule: Combination = "median"
) -> Standing:
    """Return the agreed answer, or what the votes come to.

    Who does not know, or finds that the question does not apply, is left out while somebody answers. When nobody does,
    the question does not apply if all who voted say so; else it is unknown.
    """
    if not answer.votes or not isinstance(answer, Unanswered):
        return Standing(answer, _worth(question, answer, scale))
    votes = [vote for vote in answer.votes.values() if isinstance(vote, ANSWER_TYPES[question.type].answer)]
    if not votes:
        return Standing(_of_none(answer), None)
    if not question.scored:
        return Standing(_recorded(question, answer, votes), None)
    ranked = sorted(votes, key=lambda vote: _rank(question, vote, scale, direction))
    if rule == "mean" and not isinstance(question, YesNoQuestion):  # between yes and no there is nothing
        return _mean(question, answer, ranked, scale, direction)
    chosen = ranked[0] if rule == "minimum" else ranked[(len(ranked) - 1) // 2]
    return Standing(_beside(answer, chosen), question.ratio(chosen, scale))


def _worth(question: Question, answer: AnswerBase, scale: Scale) -> Fraction | None:
    answered = question.scored and isinstance(answer, ANSWER_TYPES[question.type].answer)
    return question.ratio(answer, scale) if answered else None


def _rank(question: Question, vote: AnswerBase, scale: Scale, direction: Direction) -> tuple[Fraction, object]:
    """Return what votes are ordered by: their worth, and for the same worth what they say, never who says it."""
    return direction.goodness(question.ratio(vote, scale)), _content(question, vote)


def _content(question: Question, vote: AnswerBase) -> tuple[object, ...]:
    values = (getattr(vote, key) for key in ANSWER_TYPES[question.type].keys)
    return tuple(tuple(sorted(value)) if isinstance(value, tuple) else value for value in values)


def _mean(
    question: Question, answer: AnswerBase, ranked: Sequence[AnswerBase], scale: Scale, direction: Direction
) -> Standing:
    """Return the mean of what the votes are worth, of measured numbers the mean number.

    Beside it stands, for conditions and for readers, the level that the mean has reached, or the best vote that is
    worth no more.
    """
    count = len(ranked)
    if isinstance(ranked[0], NumberAnswer):
        value = total(vote.value for vote in ranked if isinstance(vote, NumberAnswer)) / count
        chosen: AnswerBase = NumberAnswer.model_construct(value=value)
        return Standing(_beside(answer, chosen), question.ratio(chosen, scale))
    ratio = total(question.ratio(vote, scale) for vote in ranked) / count
    if isinstance(ranked[0], LevelAnswer):
        chosen = LevelAnswer.model_construct(level=scale.level_of(ratio))
    else:
        chosen = [vote for vote in ranked if direction.gain(question.ratio(vote, scale), ratio) >= 0][-1]
    return Standing(_beside(answer, chosen), ratio)


def _recorded(question: Question, answer: AnswerBase, votes: Sequence[AnswerBase]) -> AnswerBase:
    """Return words or a day on which all agree; nothing can be made of different ones."""
    different = {_content(question, vote) for vote in votes}
    if len(different) == 1:
        return _beside(answer, votes[0])
    reason = f"There are {len(different)} different answers, and none is agreed."
    return _beside(answer, Unknown.model_construct(unknown=reason))


def _of_none(answer: AnswerBase) -> AnswerBase:
    """Return what stands when nobody has answered: does not apply if all say so, unknown if anybody was asked."""
    votes = [vote for vote in answer.votes.values() if not isinstance(vote, Unanswered)]
    if not votes:
        return answer
    exempt = sorted({vote.not_applicable for vote in votes if isinstance(vote, NotApplicable)})
    unknown = sorted({vote.unknown for vote in votes if isinstance(vote, Unknown)})
    if unknown:
        return _beside(answer, Unknown.model_construct(unknown=" ".join(unknown)))
    return _beside(answer, NotApplicable.model_construct(not_applicable=" ".join(exempt)))


def _beside(answer: AnswerBase, chosen: AnswerBase) -> AnswerBase:
    """Return what was chosen with what stands beside the votes; no surer than the least sure of them."""
    sure = [vote.confidence for vote in answer.votes.values() if vote.confidence]
    days = [vote.on for vote in answer.votes.values() if vote.on]
    return chosen.changed(
        note=answer.note,
        evidence=answer.evidence,
        confidence=answer.confidence or min(sure, key=_SURENESS.index, default=None),
        by=answer.by,
        on=answer.on or max(days, default=None),
        votes=answer.votes,
    )
