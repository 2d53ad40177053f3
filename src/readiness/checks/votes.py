"""Votes fit the question, the respondents and the answer that was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import suggestion
from readiness.checks.spelling import respelt
from readiness.model.answers import ANSWER_TYPES, AnswerBase, Question

if TYPE_CHECKING:
    from fractions import Fraction

    from readiness.model.assessment import Assessment
    from readiness.model.scale import Scale

__all__ = ["check_agreed", "check_groups", "check_voters"]

_NOT_IN_A_VOTE = {
    "evidence": "move it beside `votes`: it backs the answer that they lead to",
    "votes": "write every vote in the one list of the question",
    "by": "leave it out: the key of the vote says whose it is",
}


def check_groups(assessment: Assessment) -> Iterator[Finding]:
    """Find respondents of groups that are not listed."""
    for id_, person in assessment.respondents.items():
        if person.group is not None and person.group not in assessment.groups:
            yield Finding(
                "RA604",
                ("respondents", id_, "group"),
                f"there is no group `{person.group}`",
                help=suggestion(person.group, assessment.groups) or "list it under `groups`, with a title",
                fix=respelt(person.group, assessment.groups),
            )


def check_voters(assessment: Assessment, id_: str, answer: AnswerBase) -> Iterator[Finding]:
    """Find votes of nobody who is listed, and votes that hold more than one person's answer."""
    for voter, vote in answer.votes.items():
        path = ("answers", id_, "votes", voter)
        if voter not in assessment.respondents:
            yield Finding(
                "RA601",
                path,
                f"there is no respondent `{voter}`",
                at_key=True,
                help=suggestion(voter, assessment.respondents) or "list them under `respondents`; a role is enough",
                fix=respelt(voter, assessment.respondents),
            )
        for key, advice in _NOT_IN_A_VOTE.items():
            if getattr(vote, key):
                yield Finding("RA602", (*path, key), f"a vote has no `{key}` of its own", at_key=True, help=advice)


def check_agreed(question: Question, answer: AnswerBase, scale: Scale) -> Iterator[Finding]:
    """Find an agreed answer that is worth more, or less, than every vote, and does not say why."""
    agreed = _worth(question, answer, scale)
    votes = [worth for vote in answer.votes.values() if (worth := _worth(question, vote, scale)) is not None]
    if agreed is None or not votes or answer.note is not None or min(votes) <= agreed <= max(votes):
        return
    message = f"the agreed answer to `{question.id}` is {'above' if agreed > max(votes) else 'below'} every vote"
    key = next(key for key in ANSWER_TYPES[question.type].keys if key in type(answer).model_fields)
    yield Finding("RA603", ("answers", question.id, key), message, help="say in a `note` why, or agree on one of them")


def _worth(question: Question, answer: AnswerBase, scale: Scale) -> Fraction | None:
    """Return the ratio of an answer that fits a scored question, else None."""
    if not question.scored or not isinstance(answer, ANSWER_TYPES[question.type].answer):
        return None
    return None if question.problem(answer, scale) else question.ratio(answer, scale)
