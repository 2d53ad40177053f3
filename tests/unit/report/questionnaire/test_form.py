"""The offline form as a file: one page, its data, its language."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.form import questionnaire_form
from readiness.report.wording import ENGLISH, Catalogue, speaking
from tests.builders import Plain, a_framework, a_question, an_assessment, read_assessment

FACTS = {"remote": {"type": "boolean", "ask": "Is anybody remote?"}}


def page(framework: Plain, answers: Plain | None = None, role: str | None = None, wording: Catalogue = ENGLISH) -> str:
    """Return the form of an assessment."""
    made_of = read_assessment(an_assessment(answers, respondents={"lead": {"role": "Team lead"}}), framework)
    with speaking(wording):
        return questionnaire_form(build_questionnaire(*made_of, role), "0.1").decode()


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
    assert found is not None
    said: dict[str, Any] = json.loads(found[1])
    return said


def test_only_the_script_and_the_style_of_the_page_may_be_used() -> None:
    text = page(a_framework())
    for directive, element in (("script-src", "script"), ("style-src", "style")):
        (own,) = re.findall(f"<{element}>(.*?)</{element}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", text)


def test_the_data_holds_the_answers_exactly_and_cannot_end_their_element() -> None:
    asked = [a_question(), a_question("q2", "number")]
    answers = {"q1": {"level": 3, "note": "</script>\u2028 &lt;"}, "q2": {"value": 12.5}}
    text = page(a_framework(0, questions=asked), answers)
    assert data_of(text)["made"]["answers"]["q2"] == {"value": "12.5"}
    assert data_of(text)["made"]["answers"]["q1"]["note"].startswith("</script>")
    assert text.count("</script>") == 2


def test_a_form_for_a_role_knows_what_conditions_need_of_other_answers() -> None:
    mine = a_question("mine", answered_by=["lead"], applies_when={"question": "theirs", "at-least": 3})
    framework = a_framework(0, questions=[a_question("theirs"), a_question("open"), mine], facts=FACTS)
    data = data_of(page(framework, {"theirs": 4}, role="lead"))
    assert data["elsewhere"] == {"theirs": {"level": 4}}
    assert data["questions"].keys() == {"mine", "theirs", "open"}
    assert data["made"]["answers"] == {}
    assert data["made"]["respondent"] == {"id": "lead", "role": "Lead"}
    assert data["deciding"] == [], "no question hangs on a fact"


def test_a_role_that_the_assessment_names_is_offered_once() -> None:
    people = data_of(page(a_framework(0, questions=[a_question(answered_by=["lead"])])))["people"]
    assert people == [{"id": "lead", "title": "Team lead", "name": ""}]


def test_texts_in_another_language_than_the_page_say_so() -> None:
    text = page(a_framework(0, questions=[a_question()], language="cy"))
    assert '<html lang="en">' in text
    assert '<span lang="cy" dir="ltr">How is q1?</span>' in text


def test_the_page_is_in_the_language_of_its_questions_where_its_wording_is() -> None:
    text = page(a_framework(language="ar"), wording=Catalogue("ar"))
    assert '<html lang="ar" dir="rtl">' in text
    assert "<span lang" not in text
