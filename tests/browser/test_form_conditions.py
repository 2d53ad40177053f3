"""A form in a browser asks what the engine asks."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from readiness.loading.returned import form_digest
from readiness.scoring.engine import Headline
from tests.browser.forms import answered, open_questions, write_form
from tests.builders import Plain, a_framework, a_question
from tests.laws.strategies import FACT_VALUES, Case, Rules, a_case, an_answer

FRAMEWORKS, ANSWERS = 4, 8


@pytest.mark.parametrize("looks", [("question", "question", "fact"), ("question", "area", "fact")])
def test_the_form_asks_what_the_engine_asks(browser: Browser, tmp_path: Path, looks: tuple[str, ...]) -> None:
    """Where a condition looks at scores, which a form has none of, it asks rather than hides."""
    page, hidden = browser.new_page(), 0
    for seed in range(FRAMEWORKS):
        random = Random(seed)  # noqa: S311  no secret
        case = a_case(random, Rules(looks=looks, gates="none", adjust="none", questions=12))
        page.goto(write_form(tmp_path, case.framework).as_uri())
        for number in range(ANSWERS):
            one = other_answers(random, case)
            load(page, one, f"answers-{number}.json")
            headline = Headline(one.scorer, one.readings)
            asked = {leaf.id for leaf in one.scorer.leaf.values() if headline.applies(leaf)}
            assert open_questions(page) >= asked
            assert "area" in looks or open_questions(page) == asked, seed
            hidden += len(one.scorer.leaf) - len(asked)
    assert hidden > ANSWERS, "there was something to decide"
    page.close()


def other_answers(random: Random, case: Case) -> Case:
    """Return the case with other facts and answers in every state."""
    levels = [step.level for step in case.framework.scale.levels]
    answers: dict[str, Any] = {}
    for id_, question in case.questions.items():
        state = random.choice(("answered",) * 5 + ("missing", "unknown", "not-applicable"))
        if state == "answered":
            answers[id_] = an_answer(random, question, levels, evidence=False)
        elif state == "unknown" or (state == "not-applicable" and case.framework.may_not_apply(id_)):
            answers[id_] = {state: "So it is."}
    facts = {name: random.choice(values) for name, values in FACT_VALUES.items() if random.randint(0, 3)}
    return case.answering(answers, facts)


def load(page: Page, case: Case, name: str) -> None:
    """Load the answers of a case from a file."""
    framework = {"id": "sample", "version": "1.0.0", "digest": form_digest(case.framework)}
    said: Plain = {
        "facts": case.facts,
        "answers": case.answers,
        "baseline": {"answers": {}, "facts": {}},
        "respondent": None,
    }
    whole = {"readiness": "answers/1", "framework": framework} | said
    page.locator("#file").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": json.dumps(whole, default=str).encode()}
    )
    expect(page.locator("#notice")).to_have_text(f"Loaded {name}.")


@pytest.mark.parametrize(("theirs", "asked"), [({}, {"mine"}), ({"theirs": 3}, {"mine"}), ({"theirs": 2}, set())])
def test_what_another_role_has_not_answered_hides_nothing(
    browser: Browser, tmp_path: Path, theirs: dict[str, int], asked: set[str]
) -> None:
    mine = a_question("mine", answered_by=["lead"], applies_when={"question": "theirs", "at-least": 3})
    framework = a_framework(0, questions=[a_question("theirs"), mine])
    page = browser.new_page()
    page.goto(write_form(tmp_path, *answered(framework, theirs), role="lead").as_uri())
    assert open_questions(page) == asked
    page.close()
