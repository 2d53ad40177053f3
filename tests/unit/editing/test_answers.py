"""Answers in the text of an assessment: what each kind of writing becomes. Laws are in tests/laws/test_editing.py."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from readiness.editing.answers import with_answers, with_organisation, with_respondents
from readiness.errors import InputError

BLOCK = """\
readiness: assessment/1
answers:  # by area
  # Access

  a:
    level: 3  # measured
    # the auditor asked
    note: "3.10"

  c: {level: 2, by: ciso}   # quick
plan:
  quarters: 8
"""


def test_a_key_of_an_answer_changes_and_its_neighbours_stay_as_they_are_written() -> None:
    made = with_answers(BLOCK, {"a": {"level": 4, "note": "3.10", "confidence": "high"}})
    assert made == BLOCK.replace("level: 3  #", "level: 4  #").replace(
        'note: "3.10"\n', 'note: "3.10"\n    confidence: high\n'
    )


def test_a_new_answer_goes_to_its_place_in_the_framework_and_is_spaced_like_the_others() -> None:
    made = with_answers(BLOCK, {"b": {"note": "x", "level": 1}}, order=("a", "b", "c"))
    assert made == BLOCK.replace('"3.10"\n\n', '"3.10"\n\n  b:\n    level: 1\n    note: x\n\n')
    made = with_answers(BLOCK, {"0": {"level": 1}}, order=("0", "a", "c"))
    assert "  # Access\n\n  0:\n" in made or '  # Access\n\n  "0":\n' in made


def test_an_answer_goes_and_comments_in_it_stay() -> None:
    assert with_answers(BLOCK, {"a": None}) == (
        "readiness: assessment/1\nanswers:  # by area\n  # Access\n\n  # measured\n  # the auditor asked\n\n"
        "  c: {level: 2, by: ciso}   # quick\nplan:\n  quarters: 8\n"
    )


def test_the_last_answer_leaves_an_empty_section() -> None:
    made = with_answers("answers:\n  a:\n    level: 3\nplan: {}\n", {"a": None})
    assert made == "answers: {}\nplan: {}\n"


def test_brackets_stay_while_the_answer_fits_on_its_line() -> None:
    made = with_answers(BLOCK, {"c": {"level": 3, "by": "ciso", "note": "no"}})
    assert '  c: {level: 3, by: ciso, note: "no"}   # quick\n' in made
    long = with_answers(BLOCK, {"c": {"level": 3, "note": "word " * 30}})
    assert "  c:  # quick\n    level: 3\n    note: " in long


def test_a_text_of_several_lines_becomes_a_block() -> None:
    made = with_answers("answers: {}\n", {"a": {"note": "one\ntwo: 2\n# three\n"}})
    assert made == "answers:\n  a:\n    note: |\n      one\n      two: 2\n      # three\n"


def test_numbers_keep_their_value_and_days_need_no_quotes() -> None:
    values = {"value": Decimal("12.50"), "on": "2026-11-20", "note": "2026-11-20", "confidence": None}
    made = with_answers("answers: {}\n", {"a": values, "b": {"value": Fraction(1, 8)}})
    assert made == (
        'answers:\n  a:\n    value: 12.50\n    note: "2026-11-20"\n    on: 2026-11-20\n  b:\n    value: 0.125\n'
    )
    with pytest.raises(TypeError, match="no decimal text"):
        with_answers("answers: {}\n", {"a": {"value": Fraction(1, 3)}})


def test_json_stays_json() -> None:
    text = '{"readiness": "assessment/1", "answers": {"a": {"level": 3}, "b": {"level": 1}}}'
    made = with_answers(text, {"a": None, "b": {"level": 2}, "c": {"done": ["x"], "on": "2026-11-20", "note": '"no"'}})
    new = '"c": {"done": ["x"], "on": "2026-11-20", "note": "\\"no\\""}'
    assert made == f'{{"readiness": "assessment/1", "answers": {{"b": {{"level": 2}}, {new}}}}}'
    assert with_answers("{}", {"a": {"level": 1}}) == '{"answers": {"a": {"level": 1}}}'


def test_the_ends_of_lines_stay() -> None:
    made = with_answers(BLOCK.replace("\n", "\r\n"), {"b": {"level": 1, "note": "x\ny"}}, order=("a", "b", "c"))
    assert "\n" not in made.replace("\r\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "answers:\n  ? a\n  : 3\n",
        "answers: &all\n  a: {level: 3}\nother: *all\n",
        "x: &x {level: 3}\nanswers:\n  a: &a {level: 3}\n  b: *a\n",
        "x: &x {a: {level: 3}}\nanswers: *x\n",
    ],
)
def test_what_cannot_be_edited_where_it_stands_is_said(text: str) -> None:
    with pytest.raises(InputError) as error:
        with_answers(text, {"a": {"level": 4}})
    assert error.value.hint


def test_an_alias_is_written_out_when_its_answer_changes() -> None:
    text = "answers:\n  a: &a {level: 3}\n  b: *a  # the same\n"
    assert with_answers(text, {"b": {"level": 4}}) == "answers:\n  a: &a {level: 3}\n  b:  # the same\n    level: 4\n"


def test_an_empty_line_does_not_become_part_of_a_text_that_keeps_its_last_lines() -> None:
    text = "answers:\n  a:\n    note: |+\n      x\n\n"
    assert with_answers(text, {"b": {"level": 1}}) == f"{text}  b:\n    level: 1\n"


def test_respondents_stand_on_one_line_each_above_the_answers() -> None:
    made = with_respondents(BLOCK, {"hr": {"role": "Head: HR"}, "it": {"role": "IT", "name": "Jo"}})
    assert made == BLOCK.replace(
        "answers:", 'respondents:\n  hr: {role: "Head: HR"}\n  it: {role: IT, name: Jo}\nanswers:', 1
    )


def test_the_organisation_says_more() -> None:
    text = "organisation: {name: Council}  # ours\nanswers: {}\n"
    made = with_organisation(text, {"facts": {"remote": True}, "staff": 40})
    assert made == "organisation: {name: Council, staff: 40, facts: {remote: true}}  # ours\nanswers: {}\n"
