"""Texts are amended where they stand, and nothing else in them changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from readiness.errors import InputError
from readiness.loading.amend import amended, written_at
from readiness.loading.yaml_source import read_yaml
from readiness.versions.carrying import Edit, Leave, Rename, Rewrite

BECAUSE = "not carried over to 2.0.0"


def after(text: str, *edits: Edit) -> str:
    """Return an amended text, which is still YAML."""
    made = amended(text, edits, BECAUSE)
    source = read_yaml(made)
    assert source.readable
    assert source.problems == ()
    return made


def test_a_key_and_a_value_are_written_anew_and_all_else_stays() -> None:
    text = "# head\nanswers: # here\n\n  \"old\" : {level:  3} # why\n  other: {option: 'a'}\n# foot\n"
    assert after(text, Rename(("answers", "old"), "new"), Rewrite(("answers", "other", "option"), "b")) == (
        "# head\nanswers: # here\n\n  new : {level:  3} # why\n  other: {option: b}\n# foot\n"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a-b.c_1", "a-b.c_1"),
        ("yes", '"yes"'),
        ("null", '"null"'),
        ("2024", '"2024"'),
        ("1.1.0", "1.1.0"),
        ("1e3", '"1e3"'),
    ],
)
def test_a_name_is_quoted_where_it_would_be_read_as_something_else(name: str, written: str) -> None:
    made = after("answers: {q: {option: a}}\n", Rewrite(("answers", "q", "option"), name))
    assert made == f"answers: {{q: {{option: {written}}}}}\n"
    assert read_yaml(made).value["answers"]["q"]["option"] == name


def test_an_entry_on_lines_of_its_own_becomes_a_comment_in_its_place() -> None:
    text = """\
answers:
  first: {level: 1}
  # about the second
  second:
    level: 2 # sure?
    note: |
      One

        two
    # at its end
  # about the third
  third: {level: 3}
"""
    assert (
        after(text, Leave(("answers", "second"), "the question is gone"))
        == """\
answers:
  first: {level: 1}
  # about the second
  # not carried over to 2.0.0: the question is gone
  # second:
  #   level: 2 # sure?
  #   note: |
  #     One
  #
  #       two
    # at its end
  # about the third
  third: {level: 3}
"""
    )


def test_an_entry_ends_with_the_last_of_its_parts() -> None:
    text = "answers:\n  a:\n    evidence:\n    - title: T\n      dated: D\n  b: {level: 1}\n"
    made = after(text, Leave(("answers", "a"), "gone"))
    assert made.endswith("  #   evidence:\n  #   - title: T\n  #     dated: D\n  b: {level: 1}\n")


def test_line_ends_stay_as_they_are() -> None:
    text = "answers:\r\n  a:\r\n    level: 1\r\n  b:\r\n    level: 2\r\n"
    assert after(text, Leave(("answers", "a"), "it is gone")) == (
        "answers:\r\n  # not carried over to 2.0.0: it is gone\r\n  # a:\r\n  #   level: 1\r\n  b:\r\n    level: 2\r\n"
    )


def test_a_mapping_of_which_nothing_stays_is_empty_and_not_nothing() -> None:
    text = "answers: # all\n  a: {level: 1}\n  b: {level: 2}"
    made = after(text, Leave(("answers", "a"), "gone"), Leave(("answers", "b"), "gone"))
    assert read_yaml(made).value == {"answers": {}}
    assert made.startswith("answers: {} # all\n")
    assert "  # a: {level: 1}\n" in made
    assert "  # b: {level: 2}\n" in made


def test_items_of_a_list_on_lines_become_comments() -> None:
    text = "answers:\n  q:\n    done:\n    - a # first\n    - b\n    - c\n    partly:\n      - d\n"
    made = after(
        text,
        Leave(("answers", "q", "done", 0), "gone"),
        Rewrite(("answers", "q", "done", 1), "x"),
        Leave(("answers", "q", "done", 2), "gone"),
        Leave(("answers", "q", "partly", 0), "gone"),
    )
    assert read_yaml(made).value == {"answers": {"q": {"done": ("x",), "partly": ()}}}
    assert "    # - a # first\n" in made
    assert "      # - d\n" in made


def test_items_in_brackets_are_taken_out_and_all_of_the_brackets_stays_above() -> None:
    text = "answers:\n  q:\n    done: [a, b,\n      c]  # three\n"
    above = "    # not carried over to 2.0.0: `b` is gone\n    # done: [a, b,\n    # c]\n"
    assert after(text, Leave(("answers", "q", "done", 1), "`b` is gone")) == (
        f"answers:\n  q:\n{above}    done: [a, c]  # three\n"
    )


def test_answers_in_braces_are_taken_out() -> None:
    text = "title: T\nanswers: {a: {level: 1}, b: {done: [x, y], note: N}, c: {level: 3}}\n"
    edits: Sequence[Edit] = (
        Leave(("answers", "a"), "gone"),
        Leave(("answers", "b", "done", 0), "gone"),
        Rename(("answers", "c"), "d"),
    )
    made = after(text, *edits)
    assert made.endswith("\nanswers: {b: {done: [y], note: N}, d: {level: 3}}\n")
    assert "# answers: {a: {level: 1}, b: {done: [y], note: N}, c: {level: 3}}\n" in made
    assert "[x, y]" in made


def test_a_whole_text_in_braces_has_its_comments_above() -> None:
    text = '{"answers": {"a": {"level": 1}}}'
    made = after(text, Leave(("answers", "a"), "gone"))
    assert read_yaml(made).value == {"answers": {}}
    assert made.startswith("# not carried over to 2.0.0: gone\n")
    assert made.endswith('{"answers": {}}')


def test_an_id_that_is_a_number_is_found() -> None:
    assert (
        after("answers:\n  2023: {level: 1}\n", Rename(("answers", "2023"), "new")) == "answers:\n  new: {level: 1}\n"
    )


def test_signs_outside_the_common_set_do_not_shift_the_places() -> None:
    text = "# 😀 \u2028 ü\nanswers:\n  q: {note: 'é\u2028😀', option: a}\n"
    assert after(text, Rewrite(("answers", "q", "option"), "b")) == text.replace("option: a", "option: b")


def test_an_alias_stays_with_its_key_and_is_never_written_over() -> None:
    text = "answers:\n  a: &same {option: x}\n  b: *same\n  c: {option: x}\n"
    assert after(text, Leave(("answers", "b"), "gone")) == (
        "answers:\n  a: &same {option: x}\n  # not carried over to 2.0.0: gone\n  # b: *same\n  c: {option: x}\n"
    )
    assert "  d: *same\n" in after(text, Rename(("answers", "b"), "d"))
    with pytest.raises(InputError, match="line 3 cannot be amended"):
        amended(
            "answers:\n  a: {option: &x y}\n  b: {option: *x}\n", [Rewrite(("answers", "b", "option"), "z")], BECAUSE
        )
    with pytest.raises(InputError, match="cannot be amended"):
        amended(
            "answers:\n  a: {option: &x y}\n  q: {done: [z, *x]}\n", [Leave(("answers", "q", "done", 0), "gone")], "B"
        )


def test_what_does_not_begin_its_line_is_refused() -> None:
    with pytest.raises(InputError, match="line 2 cannot be amended"):
        amended("answers:\n  ? a\n  : level: 1\n  b: {level: 2}\n", [Leave(("answers", "a"), "gone")], BECAUSE)


def test_an_entry_can_be_shown_as_it_was_written() -> None:
    text = "answers:\n  q:\n    level: 3 # sure\n    note: |\n      One\n        two\n  r: {level: 1} # why\n"
    assert written_at(text, ("answers", "q")) == "q:\n  level: 3 # sure\n  note: |\n    One\n      two"
    assert written_at(text, ("answers", "r")) == "r: {level: 1} # why"
    assert written_at(text, ("answers", "r", "level")) == "level: 1"
