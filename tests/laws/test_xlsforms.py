"""An XLSForm asks what the engine asks.

Frameworks are drawn with conditions of every kind, and answers; pyxform converts the form, libxml2 evaluates it. What
the engine asks is asked. What the engine hides is hidden, unless it hangs on what a form cannot know: a score, or
answers and facts that are missing.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from random import Random
from typing import Any

import pytest

from readiness.loading.returned.fields import NONE, Kind, field_of
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.rules import facts_in
from readiness.report.questionnaire.xlsform import questionnaire_xlsform
from readiness.scoring.result import State
from tests.laws.strategies import Case, Rules, a_case
from tests.xlsforms import XForm

SMALL = Rules(evidence=False, questions=6)
CASES = 20


def typed(case: Case, fields: Container[str]) -> dict[str, str]:
    """Return the answers and facts of a case as they are typed; on a ladder, nothing is partly done."""
    values = {field_of(Kind.FACT, id_): _word(value) for id_, value in case.facts.items()}
    for id_, answer in case.answers.items():
        values |= {field_of(kind, id_): text for kind, text in _fields(answer).items()}
    return {name: value for name, value in values.items() if name in fields}


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fields(answer: Mapping[str, Any]) -> dict[Kind, str]:
    if "not-applicable" in answer:
        return {Kind.STATE: "not-applicable"}
    for key in ("level", "option", "answer", "value", "text", "date"):
        if key in answer:
            return {Kind.QUESTION: _word(answer[key])}
    if not {"options", "done", "partly"} & answer.keys():
        return {}
    ticked = " ".join(answer.get("options", answer.get("done", ())))
    return {Kind.QUESTION: ticked or NONE, Kind.PARTLY: " ".join(answer.get("partly", ()))}


def can_be_told(rules: object) -> bool:
    """Tell whether nothing in some rules hangs on a score or is decided by whoever sees what is missing."""
    if isinstance(rules, list):
        return all(can_be_told(one) for one in rules)
    if not isinstance(rules, dict):
        return True
    if "open" in rules or ("question" in rules and rules["missing"] is None):
        return False
    return all(can_be_told(rules.get(key)) for key in ("all", "any", "not"))


@pytest.mark.parametrize("seed", range(CASES))
def test_a_form_asks_what_the_engine_asks(seed: int) -> None:
    case = a_case(Random(seed), SMALL)  # noqa: S311  the same cases each time
    asked = build_questionnaire(case.framework)
    form = XForm(questionnaire_xlsform([asked]))
    form.fill(typed(case, {name.rpartition("/")[2] for name, _ in form.leaves()}))
    shown, names = form.asked(), {one.id: field_of(Kind.QUESTION, one.id) for one in asked.questions}
    by_engine = {node.id for node in case.scorecard.questions if node.state is not State.HIDDEN}
    assert {names[id_] for id_ in by_engine} <= shown
    rules = [rule for one in asked.rules.values() for rule in one]
    if can_be_told(rules) and set(facts_in(rules)) <= set(case.facts):
        assert shown == {names[id_] for id_ in by_engine}
