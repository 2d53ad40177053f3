"""Takes out of an assessment what tells who gave an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from readiness.agreement.result import LEAST_SHOWN
from readiness.model.answers import AnswerBase, NotApplicable, Unknown
from readiness.model.assessment import Assessment, Respondent

__all__ = ["anonymised"]


def anonymised(assessment: Assessment) -> Assessment:
    """Return the same answers without names, and with ids that say nothing.

    A role stays while five people share it; else the person is a number, in an order that is not that of the file.
    What stands in a vote beside its answer goes, with the reason for not knowing, as its words may tell whose it is;
    so does the `by` of every answer. Notes and evidence of the agency's own answers stay as they are written.
    """
    order = sorted(assessment.respondents, key=lambda id_: sha256(id_.encode()).digest())
    names = {id_: f"respondent-{number}" for number, id_ in enumerate(order, 1)}
    people = {names[id_]: assessment.respondents[id_] for id_ in order}
    shared = Counter(person.role for person in people.values())
    return assessment.changed(
        respondents={
            id_: Respondent.model_construct(
                role=person.role if shared[person.role] >= LEAST_SHOWN else id_.replace("-", " ").capitalize(),
                group=person.group,
            )
            for id_, person in people.items()
        },
        answers={id_: _answer(answer, names) for id_, answer in assessment.answers.items()},
    )


def _answer(answer: AnswerBase, names: Mapping[str, str]) -> AnswerBase:
    votes = {names[person]: _bare(vote) for person, vote in answer.votes.items()}
    return answer.changed(by=None, votes=dict(sorted(votes.items())))


def _bare(vote: AnswerBase) -> AnswerBase:
    """Return only what a vote says and how sure it is, for the answer is no surer than its least sure vote."""
    plain = vote.changed(note=None, on=None, by=None, evidence=(), votes={})
    match plain:
        case Unknown():
            return plain.changed(unknown="Not known to a respondent.")
        case NotApplicable():
            return plain.changed(not_applicable="Does not apply, says a respondent.")
        case _:
            return plain
