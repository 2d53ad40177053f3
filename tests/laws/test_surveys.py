"""A SurveyJS survey asks what the engine asks, as `test_xlsforms` says of an XLSForm; survey-core shows it."""

from __future__ import annotations

from random import Random

import pytest

from readiness.loading.returned.fields import Kind, field_of
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.rules import facts_in
from readiness.report.questionnaire.surveyjs import questionnaire_surveyjs
from readiness.scoring.result import State
from tests.laws.strategies import a_case
from tests.laws.test_xlsforms import CASES, SMALL, can_be_told, typed
from tests.surveys import SurveyCore


@pytest.mark.parametrize("seed", range(CASES))
def test_a_survey_asks_what_the_engine_asks(seed: int, survey_core: SurveyCore) -> None:
    case = a_case(Random(seed), SMALL)  # noqa: S311  the same cases each time
    asked = build_questionnaire(case.framework)
    names = {one.id: field_of(Kind.QUESTION, one.id) for one in asked.questions}
    partly = {field_of(Kind.PARTLY, one.id) for one in asked.questions if one.may_be_partly}
    states = {field_of(kind, one.id) for one in asked.questions for kind in (Kind.STATE, Kind.REASON)}
    facts = {field_of(Kind.FACT, one.id) for one in asked.facts}
    values = typed(case, {*names.values(), *partly, *states, *facts})
    shown = survey_core.fill(questionnaire_surveyjs([asked]), values).asked & set(names.values())
    by_engine = {names[node.id] for node in case.scorecard.questions if node.state is not State.HIDDEN}
    assert by_engine <= shown
    rules = [rule for one in asked.rules.values() for rule in one]
    if can_be_told(rules) and set(facts_in(rules)) <= set(case.facts):
        assert shown == by_engine
