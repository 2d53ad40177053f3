"""Documents have their keys in the order in which the models declare them."""

from __future__ import annotations

import pytest

from readiness.model.answers import ANSWER_TYPES
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.model.order import Place, keys_of


def test_the_format_comes_first() -> None:
    assert keys_of(Framework)[:4] == ("readiness", "id", "version", "title")
    assert keys_of(Assessment)[:3] == ("readiness", "framework", "organisation")


@pytest.mark.parametrize("name", ANSWER_TYPES)
def test_what_a_type_of_question_adds_follows_the_reason(name: str) -> None:
    keys = keys_of(ANSWER_TYPES[name].question)
    assert keys[0] == "id"
    assert keys.index("type") == keys.index("why") + 1 < keys.index("evidence")


@pytest.mark.parametrize("name", ANSWER_TYPES)
def test_the_answer_stands_above_what_is_noted_beside_it(name: str) -> None:
    keys = keys_of(ANSWER_TYPES[name].answer)
    own = ANSWER_TYPES[name].keys
    assert keys[: len(own)] == own
    assert keys[-2:] == ("on", "votes")


def test_a_place_is_found_through_lists_mappings_and_unions() -> None:
    question = Place([Framework]).below("areas", ["id"]).item().below("questions", ["id"]).item()
    assert {"type", "items", "covers"} <= set(question.keys(["id", "items"]))
    assert question.below("applies-when", ["id"]).keys(["below", "question"])[0] == "question"
    assert question.below("applies-when", ["id"]).below("all", ["all"]).item().keys(["fact"])[0] == "fact"


def test_the_names_that_an_author_gives_have_no_order() -> None:
    facts = Place([Framework]).below("facts", ["id"])
    assert facts.keys(["type", "ask"]) == ()
    assert {"type", "ask"} <= set(facts.below("type", ["type"]).keys(["ask"]))


def test_a_scale_is_written_as_the_list_of_its_levels() -> None:
    assert Place([Framework]).below("scale", ["id"]).item().keys(["name"]) == ("level", "name", "description")


def test_nothing_is_known_below_what_nobody_knows() -> None:
    assert Place([Framework]).below("mystery", ["id"]).item().below("id", ["id"]).keys(["id"]) == ()
