"""JSON of other programs is read as JSON means it: an emoji is one character, and places stay where they are."""

from __future__ import annotations

import json

import pytest

from readiness.loading.yaml_source import read_yaml, written_nodes

PAIR = r"\ud83d\ude00"
FACE = "\N{GRINNING FACE}"


def test_an_emoji_that_json_writes_as_two_escapes_is_one_character_in_a_value_and_in_a_key() -> None:
    said = {"a": FACE, FACE: ["x", f"{FACE}\n\\ {FACE}"]}
    text = json.dumps(said)
    source = read_yaml(text)
    assert source.readable, source.problems
    assert source.value == {"a": FACE, FACE: ("x", f"{FACE}\n\\ {FACE}")}


def test_what_follows_such_escapes_keeps_its_place() -> None:
    text = f'{{"a": "{PAIR}", "b": 1}}'
    assert read_yaml(text).root.keys["b"].column == text.index('"b"') + 1
    assert written_nodes(text).end_mark.column == len(text)


def test_escapes_behind_a_backslash_are_the_letters_that_they_are() -> None:
    text = json.dumps({"a": f"{PAIR} {FACE}"})
    assert read_yaml(text).value == {"a": f"{PAIR} {FACE}"}


def test_in_yaml_that_is_no_json_such_letters_stay_letters() -> None:
    assert read_yaml(f"a: {PAIR}\nb: '{PAIR}'\n").value == {"a": PAIR, "b": PAIR}


@pytest.mark.parametrize("text", [r'{"a": "\ud83d"}', r'{"a": "\ud83d\ud83d\ude00"}', f'a: "{PAIR}"'])
def test_half_a_pair_and_a_pair_outside_json_are_told_of(text: str) -> None:
    assert [problem.code for problem in read_yaml(text).problems] == ["RF001"]


def test_json_too_deep_for_its_reader_is_refused_as_any_other() -> None:
    assert not read_yaml("[" * 100_000 + f'"{PAIR}"' + "]" * 100_000).readable
