"""Where an interview stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from readiness.interview.details import Detail, detail_value, details_of
from readiness.model.answers import Answer, Question
from readiness.model.assessment import Assessment, Organisation
from readiness.model.comparisons import FactValue
from readiness.model.framework import Framework
from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.fitting import fit
from readiness.scoring.reading import read_answers
from readiness.scoring.result import State as Known

__all__ = ["CHECK", "Kind", "Setting", "Spot", "State", "begun"]


class Kind(Enum):
    """What is asked at a spot."""

    DETAIL = "detail"
    QUESTION = "question"
    CHECK = "check"


class Spot(NamedTuple):
    """Something that is asked."""

    kind: Kind
    id: str


CHECK = Spot(Kind.CHECK, "")
"""The page at the end, on which all answers are checked."""
_Places: TypeAlias = tuple[Spot, ...]


@dataclass(frozen=True)
class Setting:
    """What holds for the whole interview."""

    framework: Framework
    today: date
    by: str | None = None
    """The respondent who answers."""
    last_time: Mapping[str, Answer] = field(default_factory=dict)
    """Answers of the assessment before, carried over to this version of the framework."""
    last_organisation: Organisation | None = None
    """What the assessment before knew about the organisation."""
    facilitated: bool = False
    """Whether several people answer in one room."""
    shows_score: bool = False
    """Whether the score is shown before the end."""
    reviews: bool = False
    """Whether questions that are answered are asked again, to be confirmed."""

    @cached_property
    def details(self) -> Mapping[str, Detail]:
        """What is asked about the organisation."""
        return details_of(self.framework)

    @cached_property
    def order(self) -> Mapping[Spot, int]:
        """Where each thing stands among all that can be asked."""
        details = [Spot(Kind.DETAIL, key) for key in self.details]
        return {
            spot: at
            for at, spot in enumerate([*details, *(Spot(Kind.QUESTION, id_) for id_ in self.framework.question)])
        }


class Past(NamedTuple):
    """What one change replaced."""

    assessment: Assessment
    at: Spot
    skipped: _Places
    passed: frozenset[Spot]
    is_second_round: bool


@dataclass(frozen=True)
class State:
    """One moment of an interview."""

    setting: Setting
    assessment: Assessment
    at: Spot
    skipped: _Places = ()
    """What is left for the end, in the order in which it was skipped."""
    passed: frozenset[Spot] = frozenset()
    """What is not known about the organisation, and is not asked for again."""
    is_second_round: bool = False
    """Whether what was skipped is being asked again."""
    past: tuple[Past, ...] = ()
    """What can be taken back, the latest change last."""

    @property
    def framework(self) -> Framework:
        """What is asked."""
        return self.setting.framework

    @property
    def question(self) -> Question | None:
        """The question that is asked, if it is one of the framework's."""
        return self.framework.question[self.at.id] if self.at.kind is Kind.QUESTION else None

    @property
    def detail(self) -> Detail | None:
        """What is asked about the organisation, if that is asked."""
        return self.setting.details[self.at.id] if self.at.kind is Kind.DETAIL else None

    @property
    def answer(self) -> Answer | None:
        """What is recorded for the question that is asked."""
        return self.assessment.answers.get(self.at.id) if self.at.kind is Kind.QUESTION else None

    @property
    def proposal(self) -> Answer | None:
        """Last time's answer to the question that is asked, where there is none yet."""
        return self.setting.last_time.get(self.at.id) if self.question and self.is_open(self.at) else None

    @property
    def proposed_detail(self) -> FactValue | None:
        """What was known last time about what is asked of the organisation, where nothing is known yet."""
        last, detail = self.setting.last_organisation, self.detail
        return detail_value(last, detail) if last and detail and self.is_open(self.at) else None

    @cached_property
    def evaluation(self) -> Headline:
        """The score as it stands; it decides which questions are asked."""
        organisation = self.assessment.organisation
        framework = fit(self.framework, organisation, self.assessment.plan).framework
        scorer = Scorer(framework, organisation.known_facts)
        return Headline(scorer, read_answers(framework, self.assessment, self.setting.today))

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """What is known of every question, in the order of the framework."""
        evaluation = self.evaluation
        return {id_: evaluation.state(evaluation.scorer.leaf[id_]) for id_ in self.framework.question}

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The questions that are asked, in the order of the framework."""
        return tuple(id_ for id_, known in self.known.items() if known is not Known.HIDDEN)

    @cached_property
    def route(self) -> _Places:
        """Everything that is asked, in order, without the page at the end."""
        details = (Spot(Kind.DETAIL, key) for key in self.setting.details)
        return (*details, *(Spot(Kind.QUESTION, id_) for id_ in self.asked))

    def is_open(self, spot: Spot) -> bool:
        """Tell whether nothing has been said to what is asked there."""
        if spot.kind is Kind.DETAIL:
            return detail_value(self.assessment.organisation, self.setting.details[spot.id]) is None
        return self.known[spot.id] is Known.UNANSWERED

    @cached_property
    def open(self) -> _Places:
        """What is still to be asked, but for what was skipped."""
        left = {*self.skipped, *self.passed}
        return tuple(spot for spot in self.route if spot not in left and self.is_open(spot))

    def put(self, **changes: Any) -> State:  # noqa: ANN401  a value for any field of the assessment
        """Return the state with a changed assessment; it can be taken back."""
        past = Past(self.assessment, self.at, self.skipped, self.passed, self.is_second_round)
        return replace(self, assessment=self.assessment.changed(**changes), past=(*self.past, past))


def begun(setting: Setting, assessment: Assessment) -> State:
    """Return the beginning of an interview: at the first thing that was not answered, or at the check of all."""
    passed = frozenset(
        Spot(Kind.DETAIL, key)
        for key, detail in setting.details.items()
        if assessment.answers and not (detail.is_needed or detail.fact)
    )
    state = State(setting, assessment, CHECK, passed=passed)
    first = state.route[0] if setting.reviews else next(iter(state.open), CHECK)
    return replace(state, at=first)
