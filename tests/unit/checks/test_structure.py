"""Weights that change no score, and those that do."""

from __future__ import annotations

import pytest

from tests.builders import Plain, a_framework, a_question, an_area, check_framework


def found(*questions: Plain, **keys: object) -> list[str]:
    """Return what is said about the weights of an area of some questions, beside another area."""
    areas = [an_area("a", list(questions), **keys), an_area("b", [a_question("s")])]
    diagnostics = check_framework(a_framework(areas=areas, targets=None)).diagnostics
    assert {one.code for one in diagnostics} <= {"RF203"}
    return [one.message.partition(" has no effect: ")[2] for one in diagnostics]


def test_the_weight_of_an_only_child_has_no_effect() -> None:
    assert found(a_question("q", weight=2)) == ["nothing else counts in `a`"]
    assert found(a_question("q", weight=2), a_question("r")) == []


def test_a_question_of_words_is_no_company() -> None:
    assert found(a_question("q", weight=2), a_question("r", "text")) == ["nothing else counts in `a`"]
    assert found(a_question("q"), a_question("r", "text", weight=2)) == ["it is recorded in words"]


@pytest.mark.parametrize("rollup", ["gmean", "hmean", "share"])
def test_an_only_child_is_not_weighed_under_any_mean(rollup: str) -> None:
    floor = {} if rollup == "share" else {"floor": 0.01}
    said = found(a_question("q", weight=2), scoring={"rollup": rollup, **floor})
    assert said == ["nothing else counts in `a`"]


def test_the_weight_of_an_only_child_counts_in_the_sum_above() -> None:
    assert found(a_question("q", weight=2), scoring={"rollup": "sum"}) == []


def test_under_a_minimum_no_weight_counts() -> None:
    questions = a_question("q", weight=2), a_question("r", "text", weight=3)
    assert found(*questions, scoring={"rollup": "min"}) == ["`a` is scored by min"] * 2


@pytest.mark.parametrize("weight", [2, 25, 0.5])
def test_equal_weights_are_let_pass(weight: float) -> None:
    assert found(a_question("q", weight=weight), a_question("r", weight=weight)) == []


def test_an_area_is_weighed_beside_questions_and_included_frameworks() -> None:
    part = a_framework(targets=None)
    only = {"id": "whole", "includes": [{"framework": "sample", "weight": 2}], "targets": None}
    messages = [one.message for one in check_framework(a_framework(0, 0, **only), part).diagnostics]
    assert messages == ["the weight of `sample` has no effect: nothing else counts in `whole`"]
    assert list(check_framework(a_framework(0, [a_question("q")], **only), part).diagnostics) == []
    (under_minimum,) = check_framework(
        a_framework(0, [a_question("q")], **only, scoring={"rollup": "min"}), part
    ).diagnostics
    assert under_minimum.message == "the weight of `sample` has no effect: `whole` is scored by min"


def test_a_framework_that_asks_nothing_is_told_so() -> None:
    (found,) = check_framework(a_framework(0, targets=None)).diagnostics
    assert (found.code, found.message) == ("RF204", "the framework `sample` asks no question")


def test_a_framework_of_included_frameworks_needs_no_questions_of_its_own() -> None:
    whole = a_framework(0, id="whole", includes=[{"framework": "sample"}], targets=None)
    assert list(check_framework(whole, a_framework(targets=None)).diagnostics) == []
