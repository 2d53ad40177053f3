"""Answers are put into a text, and nothing else of it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.editing.answers import with_answers
from readiness.errors import InputError
from readiness.loading.amend import written_at
from readiness.loading.plain_values import comparable
from readiness.loading.syntax_reader import read_syntax
from readiness.loading.yaml_source import read_yaml
from tests.laws.strategies import law
from tests.laws.texts import KEYS, Written, assessments

HARD_TEXTS = [
    "no",
    "3.10",
    "2026-01-01",
    "=1+1",
    "- a",
    "# a",
    "a: b",
    "two\nlines",
    "  indented\nand not",
    "ends\n",
    "ends twice\n\n",
    "👩🏽‍💻 été\u00a0!",
    "\u2028\x85",
    "a\x07b\ud800",
    "long " * 40,
    "x" * 300,
    "'\"\\",
    "",
]
leaves = st.one_of(
    st.integers(-5, 5), st.booleans(), st.decimals(-9, 9, places=2), st.sampled_from(HARD_TEXTS), st.text(max_size=20)
)
answers = st.dictionaries(
    st.sampled_from(["level", "note", "evidence", "on", "votes", "id", "1"]),
    st.one_of(leaves, st.lists(leaves, max_size=2), st.dictionaries(st.sampled_from(["a", "b"]), leaves, max_size=2)),
    max_size=4,
)
IDS = [key.strip("\"'") for key in KEYS] + ["k0", "k1", "new", "no", "2024"]
changes = st.dictionaries(st.sampled_from(IDS), st.none() | answers, min_size=1, max_size=4)


def answers_in(text: str) -> dict[str, Any]:
    source = read_yaml(text)
    assert not source.problems
    return {str(getattr(key, "text", key)): value for key, value in (source.value.get("answers") or {}).items()}


def edited(written: Written, changes: Mapping[str, Any]) -> str:
    assume(not read_yaml(written.text).problems)
    return with_answers(written.text, changes, order=IDS)


@law
@given(assessments(), changes)
def test_reading_gives_what_was_put_and_what_was_there(written: Written, changes: dict[str, Any]) -> None:
    made = answers_in(edited(written, changes))
    before = answers_in(written.text)
    untouched = {key: value for key, value in before.items() if key not in changes}
    put = {key: value for key, value in changes.items() if value is not None}
    assert comparable(made) == comparable(untouched | put)


@law
@given(assessments(), changes)
def test_no_comment_is_lost(written: Written, changes: dict[str, Any]) -> None:
    made = edited(written, changes)
    assert sorted(read_syntax(made).comments) == sorted(read_syntax(written.text).comments)


@law
@given(assessments(), changes)
def test_what_is_not_changed_keeps_every_byte(written: Written, changes: dict[str, Any]) -> None:
    made = edited(written, changes)
    for key in answers_in(written.text).keys() - changes.keys():
        path = ("answers", key)
        assert written_at(made, path) == written_at(written.text, path)
    above, found, below = written.text.partition("answers:")
    assert made.startswith(above if found else "# top")
    assert made.endswith(below[below.index("plan:") :] if "plan:" in below else "")
    assert ("\r\n" in made) <= ("\r\n" in written.text)
    assert ("\r\n" in written.text) <= ("\n" not in made.replace("\r\n", ""))


@law
@given(assessments(anchors=True))
def test_the_same_answers_leave_the_text_as_it_is(written: Written) -> None:
    assume(not read_yaml(written.text).problems)
    assert with_answers(written.text, answers_in(written.text)) == written.text


@law
@given(assessments(anchors=True), changes)
def test_with_anchors_the_text_says_what_it_should_or_the_edit_is_refused(
    written: Written, changes: dict[str, Any]
) -> None:
    assume(not read_yaml(written.text).problems)
    try:
        made = with_answers(written.text, changes)
    except InputError as error:
        assert error.hint  # noqa: PT017
        return
    before = answers_in(written.text)
    put = {key: value for key, value in changes.items() if value is not None}
    untouched = {key: value for key, value in before.items() if key not in changes}
    assert comparable(answers_in(made)) == comparable(untouched | put)


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(InputError, match="cannot be edited"):
        with_answers("answers: {", {"q": {"level": 1}})
