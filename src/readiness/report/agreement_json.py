"""What several people answered as data; nobody's answer stands beside who gave it."""

from __future__ import annotations

from typing import Any

from readiness.agreement.result import Agreement, Alpha, Groups, GroupVotes, QuestionVotes
from readiness.model.assessment import Assessment
from readiness.report.exact import exactly

__all__ = ["agreement_json"]


def agreement_json(found: Agreement, assessment: Assessment) -> dict[str, Any]:
    """Return how far the respondents agree as plain values."""
    return {
        "people": found.people,
        "combine": assessment.combine,
        "alpha": _alpha(found.alpha),
        "dimensions": [{"id": id_, **_alpha(alpha)} for id_, alpha in found.dimensions.items()],
        "compared": _groups(found.groups, assessment),
        "questions": [_question(one) for one in found.questions],
        "conversations": [one.question for one in found.conversations],
        "owing": [
            {
                "respondent": one.respondent,
                "role": assessment.respondents[one.respondent].role,
                "questions": list(one.questions),
            }
            for one in found.owing
        ],
    }


def _alpha(alpha: Alpha) -> dict[str, Any]:
    return {
        "alpha": alpha.value,
        "reliance": alpha.reliance.value,
        "questions": alpha.questions,
        "votes": alpha.votes,
    }


def _groups(groups: Groups, assessment: Assessment) -> dict[str, Any]:
    return {
        "questions": groups.questions,
        "trend": groups.trend.value,
        "groups": [
            {
                "id": id_,
                "title": assessment.groups[id_].title,
                "steps-from-the-work": assessment.groups[id_].steps_from_the_work,
                "people": groups.people[id_],
                "score": exactly(mean),
            }
            for id_, mean in groups.means.items()
        ],
    }


def _question(one: QuestionVotes) -> dict[str, Any]:
    return {
        "id": one.question,
        "agreed": one.is_agreed,
        "answered": one.answered,
        "scores": [{"score": exactly(score), "people": count} for score, count in one.counts.items()],
        "spread": exactly(one.spread),
        "not-applicable": one.not_applicable,
        "unknown": one.unknown,
        "needs-conversation": one.needs_conversation,
        "groups": [_group(group) for group in one.groups],
    }


def _group(one: GroupVotes) -> dict[str, Any]:
    return {
        "id": one.group,
        "people": one.count,
        "score": exactly(one.mean),
        "low": exactly(one.low),
        "high": exactly(one.high),
    }
