"""What is still owed, and by whom: answers, evidence and votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from readiness.agreement.find import roles_of
from readiness.agreement.result import Agreement, Owing
from readiness.errors import UnknownName
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.scoring.result import NodeScore, Scorecard, State

__all__ = ["Outstanding", "Owed", "Share", "find_outstanding", "find_owed"]


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the questions that are asked, and what is missing there. All are ids in the order of the framework."""

    asked: tuple[str, ...]
    unanswered: tuple[str, ...]
    unknown: tuple[str, ...]
    """Somebody was asked and did not know."""
    unbacked: tuple[str, ...]
    """Answered at a level that needs evidence, and without any in date."""

    @property
    def answered(self) -> int:
        """How many have an answer; that a question does not apply is one."""
        return len(self.asked) - len(self.unanswered) - len(self.unknown)

    @property
    def done(self) -> Fraction:
        """The part that is answered, from 0 to 1; 1 when nothing is asked."""
        return Fraction(self.answered, len(self.asked)) if self.asked else Fraction(1)

    @property
    def owed(self) -> int:
        """On how many questions something is missing."""
        return len(self.unanswered) + len(self.unknown) + len(self.unbacked)


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Where the collecting of answers stands."""

    whole: Share
    by_role: Mapping[str, Share]
    """For each role that is asked something, in the order of the framework. What names several roles is in each."""
    for_nobody: Share
    """What names no role: it is for whoever leads the assessment."""
    votes: tuple[Owing, ...]
    """Who owes votes; nobody while no question is put to a vote."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What one role, or one respondent, still owes. All are ids in the order of the framework."""

    title: str
    """What the role is called."""
    form: str | None
    """The role whose form has all of these questions; None when only the form for everybody has them."""
    to_answer: tuple[str, ...]
    """Without an answer, or without this person's vote."""
    unknown: tuple[str, ...]
    unbacked: tuple[str, ...]

    @property
    def count(self) -> int:
        """On how many questions something is missing."""
        return len(self.to_answer) + len(self.unknown) + len(self.unbacked)


def find_outstanding(framework: Framework, scorecard: Scorecard, agreement: Agreement | None) -> Outstanding:
    """Return what is still owed of the questions that are asked."""
    asked = [node for node in scorecard.questions if node.state is not State.HIDDEN]
    roles_by_question = {node.id: framework.question[node.id].answered_by for node in asked}
    named = {role for roles in roles_by_question.values() for role in roles}
    roles = (*(role for role in framework.roles if role in named), *sorted(named - set(framework.roles)))
    return Outstanding(
        whole=_share(asked),
        by_role={role: _share(node for node in asked if role in roles_by_question[node.id]) for role in roles},
        for_nobody=_share(node for node in asked if not roles_by_question[node.id]),
        votes=agreement.owing if agreement else (),
    )


def _share(nodes: Iterable[NodeScore]) -> Share:
    nodes = tuple(nodes)
    return Share(
        asked=tuple(node.id for node in nodes),
        unanswered=tuple(node.id for node in nodes if node.state is State.UNANSWERED),
        unknown=tuple(node.id for node in nodes if node.state is State.UNKNOWN),
        unbacked=tuple(node.id for node in nodes if node.needs_evidence),
    )


def find_owed(framework: Framework, assessment: Assessment, outstanding: Outstanding, name: str) -> Owed:
    """Return what a role or a respondent still owes.

    A respondent owes votes and what the respondent's roles owe; who has none of the framework's roles owes what nobody
    has answered, and no evidence. A role that one respondent has owes this person's votes too; where several have it,
    each is asked for votes by name.

    Raises:
        UnknownName: there is neither such a role nor such a respondent.
    """
    people = [one for one in assessment.respondents if name in {one, *roles_of(framework, assessment, one)}]
    known = {*outstanding.by_role, *framework.roles, *assessment.respondents}
    if name not in known:
        raise UnknownName("role or respondent", name, known=known)
    person = name if name in assessment.respondents else people[0] if len(people) == 1 else None
    roles = roles_of(framework, assessment, name) if name in assessment.respondents else frozenset({name})
    votes = {id_ for one in outstanding.votes if one.respondent == person for id_ in one.questions}
    whole = outstanding.whole
    own = {id_ for role in roles if role in outstanding.by_role for id_ in outstanding.by_role[role].asked}
    to_answer = {id_ for id_ in whole.unanswered if id_ in own or not roles} | votes
    unknown = tuple(id_ for id_ in whole.unknown if id_ in own - votes)
    unbacked = tuple(id_ for id_ in whole.unbacked if id_ in own - votes)
    listed = {*to_answer, *unknown, *unbacked}
    return Owed(
        title=framework.role_name(name) if name in roles else assessment.respondents[name].role,
        form=next((role for role in sorted(roles) if listed <= _asked_of_role(outstanding, role)), None),
        to_answer=tuple(id_ for id_ in whole.asked if id_ in to_answer),
        unknown=unknown,
        unbacked=unbacked,
    )


def _asked_of_role(outstanding: Outstanding, role: str) -> set[str]:
    return set(outstanding.by_role[role].asked) if role in outstanding.by_role else set()
