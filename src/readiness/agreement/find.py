"""Looks at the votes of a scored assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from readiness.agreement.alpha import find_alpha
from readiness.agreement.groups import group_votes, side_by_side
from readiness.agreement.result import Agreement, Alpha, Owing, QuestionVotes
from readiness.model.answers import ANSWER_TYPES, AnswerBase, NotApplicable, Question, Unanswered, Unknown
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.scoring.result import NodeScore, Scorecard, State

__all__ = ["asked_of", "find_agreement", "roles_of"]


def find_agreement(framework: Framework, assessment: Assessment, scorecard: Scorecard) -> Agreement | None:
    """Return how far the respondents agree, or None when nobody gave a vote.

    Questions that are not asked are left out, with the votes on them.
    """
    asked = [node for node in scorecard.questions if node.state is not State.HIDDEN]
    answers = {node.id: assessment.answers.get(node.id) for node in asked}
    voted = {id_: answer for id_, answer in answers.items() if answer is not None and answer.votes}
    people = {person for answer in voted.values() for person in answer.votes}
    if not people:
        return None
    ratios = {id_: _ratios(framework.question[id_], answer, framework) for id_, answer in voted.items()}
    questions = tuple(
        _votes(framework.question[id_], answer, ratios[id_], assessment, framework) for id_, answer in voted.items()
    )
    return Agreement(
        people=len(people),
        questions=questions,
        alpha=find_alpha(ratios),
        dimensions=_of_dimensions(scorecard, ratios),
        groups=side_by_side(questions, assessment),
        owing=_owing(framework, assessment, answers),
    )


def _ratios(question: Question, answer: AnswerBase, framework: Framework) -> dict[str, Fraction]:
    """Return what each vote is worth that is an answer with points."""
    kind = ANSWER_TYPES[question.type].answer
    return {
        person: question.ratio(vote, framework.scale)
        for person, vote in answer.votes.items()
        if question.scored and isinstance(vote, kind)
    }


def _votes(
    question: Question, answer: AnswerBase, ratios: Mapping[str, Fraction], assessment: Assessment, framework: Framework
) -> QuestionVotes:
    given = [vote for vote in answer.votes.values() if isinstance(vote, ANSWER_TYPES[question.type].answer)]
    scores = {person: framework.scale.score_of(ratio) for person, ratio in ratios.items()}
    said = {getattr(vote, key) for vote in given for key in ANSWER_TYPES[question.type].keys}
    return QuestionVotes(
        question=question.id,
        counts=dict(sorted(Counter(scores.values()).items())),
        answered=len(given),
        not_applicable=sum(isinstance(vote, NotApplicable) for vote in answer.votes.values()),
        unknown=sum(isinstance(vote, Unknown) for vote in answer.votes.values()),
        is_agreed=not isinstance(answer, Unanswered),
        is_split=not question.scored and len(said) > 1,
        groups=group_votes(scores, assessment),
        span=framework.scale.span,
    )


def _of_dimensions(scorecard: Scorecard, ratios: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Alpha]:
    found: dict[str, Alpha] = {}
    for node in (*scorecard.dimensions, *scorecard.measures):
        below = {one.id: ratios[one.id] for one in _questions(node) if one.id in ratios}
        if below:
            found[node.id] = find_alpha(below)
    return found


def _questions(node: NodeScore) -> list[NodeScore]:
    return [one for one in node.walk() if one.kind == "question"]


def asked_of(framework: Framework, assessment: Assessment, respondent: str) -> tuple[str, ...]:
    """Return the questions that somebody can answer, in the order of the framework.

    Who has one of the framework's roles is asked what names this role, and what names none; anybody else is asked
    everything.
    """
    own = roles_of(framework, assessment, respondent)
    return tuple(
        id_
        for id_, question in framework.question.items()
        if not own or not question.answered_by or own.intersection(question.answered_by)
    )


def roles_of(framework: Framework, assessment: Assessment, respondent: str) -> frozenset[str]:
    """Return the framework's roles that somebody has: those that are the respondent's id or role."""
    role = assessment.respondents[respondent].role.casefold()
    return frozenset(id_ for id_, title in framework.roles.items() if id_ == respondent or title.casefold() == role)


def _owing(framework: Framework, assessment: Assessment, answers: Mapping[str, AnswerBase | None]) -> tuple[Owing, ...]:
    """Return who has not answered what they are asked, as far as it is put to a vote or not answered at all."""
    open_ = {id_ for id_, answer in answers.items() if answer is None or answer.votes or isinstance(answer, Unanswered)}
    found = []
    for person in assessment.respondents:
        owed = [
            id_ for id_ in asked_of(framework, assessment, person) if id_ in open_ and not _has(answers[id_], person)
        ]
        if owed:
            found.append(Owing(person, tuple(owed)))
    return tuple(found)


def _has(answer: AnswerBase | None, person: str) -> bool:
    vote = None if answer is None else answer.votes.get(person)
    return vote is not None and not isinstance(vote, Unanswered)
