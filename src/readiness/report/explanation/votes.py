"""How the votes of several people became the answer that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from readiness.model.answers import (
    ANSWER_TYPES,
    AnswerBase,
    NotApplicable,
    NumberQuestion,
    Question,
    Unanswered,
    Unknown,
    YesNoQuestion,
)
from readiness.model.assessment import Assessment
from readiness.model.scale import Scale
from readiness.report.exact import exact_text
from readiness.report.explanation.terms import factor
from readiness.report.words import joined, sized

__all__ = ["mean_formula", "votes_text"]

_RULES = {"median": "the median", "mean": "the mean", "minimum": "the worst"}


def votes_text(question: Question, assessment: Assessment, scale: Scale) -> tuple[str, str] | None:
    """Return a name for how the votes on a question count, and what they are; None without votes."""
    answer = assessment.answers.get(question.id)
    if answer is None or not answer.votes:
        return None
    counts, others = _counts(question, answer, scale), _others(answer)
    at = [f"{count} at {exact_text(scale.score_of(ratio))}" for ratio, count in sorted(counts.items())]
    said = f"{sized(sum(counts.values()), 'vote')} ({joined(at)})" if at else sized(len(answer.votes), "vote")
    if not isinstance(answer, Unanswered):
        return "Agreed", f"beside {said}{others}"
    if not counts:
        return "Votes", f"{said}, none of them with points{others}"
    # between yes and no there is nothing, so their mean is their median
    rule = "median" if isinstance(question, YesNoQuestion) and assessment.combine == "mean" else assessment.combine
    return "Combined", f"{_RULES[rule]} of {said}{others}"


def _counts(question: Question, answer: AnswerBase, scale: Scale) -> Mapping[Fraction, int]:
    """Return how many votes are worth how much."""
    given = [vote for vote in answer.votes.values() if isinstance(vote, ANSWER_TYPES[question.type].answer)]
    return Counter(question.ratio(vote, scale) for vote in given) if question.scored else Counter()


def _others(answer: AnswerBase) -> str:
    unknown, apart = (sum(isinstance(one, kind) for one in answer.votes.values()) for kind in (Unknown, NotApplicable))
    said = [f"{unknown} do not know" if unknown != 1 else "1 does not know"] if unknown else []
    said += [f"{apart} say that it does not apply" if apart != 1 else "1 says that it does not apply"] if apart else []
    return f"; {joined(said)}" if said else ""


def mean_formula(question: Question, assessment: Assessment, scale: Scale) -> str | None:
    """Return the share of the points as the mean of those of the votes, where it is that."""
    answer = assessment.answers.get(question.id)
    is_mean = assessment.combine == "mean" and not isinstance(question, YesNoQuestion | NumberQuestion)
    if not is_mean or not isinstance(answer, Unanswered):
        return None
    counts = sorted(_counts(question, answer, scale).items())
    if not counts:
        return None
    people, total = sum(count for _, count in counts), sum((ratio * count for ratio, count in counts), Fraction(0))
    sides = " + ".join(f"{count} × {factor(ratio)}" for ratio, count in counts)
    return f"({sides}) / {people} = {exact_text(total / people)}"
