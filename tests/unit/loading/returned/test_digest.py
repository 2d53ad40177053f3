"""The digest of a form: another text is noticed, another cost is none."""

from __future__ import annotations

import hashlib

import pytest

from readiness.loading.returned import form_digest, is_of_another_text
from tests.builders import Plain, a_framework, a_question, an_action, read_framework


def framework(question: Plain | None = None, **keys: object) -> Plain:
    return a_framework(dimensions=0, questions=[a_question("q", **(question or {}))], **keys)


@pytest.mark.parametrize(
    "other",
    [
        framework(actions=[an_action("a", {"q": 3})]),
        framework({"weight": 3}),
        framework({"basis": "An assumption."}),
        framework(licence="CC0-1.0"),
    ],
    ids=["an action", "a weight", "a source", "a licence"],
)
def test_what_no_form_shows_can_change_while_forms_are_out(other: Plain) -> None:
    assert form_digest(read_framework(other)) == form_digest(read_framework(framework()))


@pytest.mark.parametrize(
    "other",
    [
        framework({"ask": "How else is q?"}),
        framework({"why": "Auditors ask."}),
        framework({"answered_by": ["it"]}, roles={"it": "Head of IT"}),
        framework(facts={"ships": {"ask": "Do you own ships?", "type": "boolean"}}),
        framework({"scoring": {"not-applicable": "exclude"}}),
        framework(scoring={"not-applicable": "exclude"}),
    ],
    ids=["its words", "its reason", "who answers", "a fact", "may not apply", "may not apply anywhere"],
)
def test_what_a_form_shows_is_noticed(other: Plain) -> None:
    asked = framework()
    assert is_of_another_text(form_digest(read_framework(asked)), read_framework(other))


def test_a_form_of_an_earlier_version_of_the_tool_is_known_by_all_that_the_framework_says() -> None:
    one, other = read_framework(framework()), read_framework(framework({"weight": 3}))
    digest = hashlib.sha256(one.model_dump_json(by_alias=True).encode()).hexdigest()
    assert not is_of_another_text(digest, one)
    assert is_of_another_text(digest, other)
    assert not is_of_another_text("", other), "a file that does not say cannot be of another text"
