"""The canonical layout, rule by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness.editing.layout import laid_out
from readiness.loading.files import as_text
from readiness.loading.yaml_source import read_yaml
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework

FOLDER = Path(__file__).parents[2] / "documents"
DOCUMENTS = sorted(FOLDER.rglob("*.yaml"))
LONG = "word " * 30 + "end"


def made(text: str) -> str:
    done = laid_out(text, Framework)
    assert done is not None
    return done


def unchanged(text: str) -> bool:
    return made(text) == text


def test_keys_come_in_the_order_of_the_model_and_unknown_ones_last() -> None:
    assert made("zzz: 1\ntitle: T\nid: x\naaa: 2\nreadiness: framework/1\n") == (
        "readiness: framework/1\nid: x\ntitle: T\nzzz: 1\naaa: 2\n"
    )


def test_names_that_the_author_gives_keep_their_order() -> None:
    assert unchanged("roles: {title: T, id: I}\n")


def test_lists_stand_two_columns_further_in() -> None:
    assert made("areas:\n- id: a\n  questions:\n  -   id: q\n") == (
        "areas:\n  - id: a\n    questions:\n      - id: q\n"
    )


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("'Plain words'", "Plain words"),
        ('"it\'s"', "it's"),
        ("'a: b'", '"a: b"'),
        ("'say \"so\"'", 'say "so"'),
        ("'\"so\" they say'", "'\"so\" they say'"),
        ("'a #b'", '"a #b"'),
        ('"no"', '"no"'),
        ("'y'", '"y"'),
        ('"010"', '"010"'),
        ('"1:30"', '"1:30"'),
        ('"2026-11-20"', '"2026-11-20"'),
        ('"1e3"', '"1e3"'),
        ('"- a"', '"- a"'),
        ('"tab\\there"', '"tab\\there"'),
        ('" edge"', '" edge"'),
        ('""', '""'),
        ("no", "no"),
        ("010", "010"),
        ("1:30", "1:30"),
        ("3.10", "3.10"),
        ("~", "~"),
    ],
)
def test_quotes_stand_only_where_a_reader_of_any_yaml_needs_them(written: str, canonical: str) -> None:
    assert made(f"title: {written}\n") == f"title: {canonical}\n"


def test_text_in_brackets_keeps_the_quotes_that_brackets_need() -> None:
    assert made("labels: ['a, b', 'c', \"d: e\"]\n") == 'labels: ["a, b", c, "d: e"]\n'


def test_a_key_keeps_its_quotes_where_it_needs_them() -> None:
    assert made("roles: {\"a\": A, 'b c': B}\n") == "roles: {a: A, b c: B}\n"
    assert made("plan:\n    '*': 1\n") == 'plan:\n  "*": 1\n'


def test_a_long_text_is_folded_and_a_short_one_is_not() -> None:
    folded = made(f"description: {LONG}\n")
    assert folded.startswith("description: >-\n  word word")
    assert max(map(len, folded.splitlines())) <= 120
    assert unchanged(folded)
    assert made("description:\n  two\n  lines\n") == "description: two lines\n"


def test_the_line_breaks_of_an_author_stay_unless_a_line_is_too_long() -> None:
    assert unchanged("description: >-\n  Short.\n  Short again.\n\n  New paragraph.\n")
    again = made(f"description: >-\n  Short.\n  {LONG}\n\n  Last.\n")
    assert again.startswith("description: >-\n  Short. word")
    assert again.endswith("end\n\n  Last.\n")


def test_a_text_of_several_lines_in_quotes_becomes_a_block() -> None:
    assert made('description: "one\n\n  two"\n') == "description: |-\n  one\n  two\n"
    assert made('description: "one\n\n  two\n\n  "\n') == "description: |\n  one\n  two\n"


def test_a_word_without_spaces_stays_on_its_line() -> None:
    assert unchanged(f"title: {'x' * 200}\n")


def test_blocks_keep_their_sign_and_move_with_their_key() -> None:
    assert made("areas:\n- description: |+\n     one\n       two\n\n  id: a\n") == (
        "areas:\n  - id: a\n    description: |+\n      one\n        two\n\n"
    )
    assert made("title: |2\n   indented\n") == "title: |2\n   indented\n"


def test_brackets_that_do_not_fit_on_a_line_become_a_block() -> None:
    items = ", ".join(f"item-number-{i}" for i in range(12))
    assert made(f"labels: [{items}]\n").startswith("labels:\n  - item-number-0\n  - item-number-1\n")
    mapping = ", ".join(f"role-{i}: A role" for i in range(12))
    assert made(f"roles: {{{mapping}}}\n").startswith("roles:\n  role-0: A role\n")


def test_json_becomes_yaml() -> None:
    assert made('{"id": "x", "labels": ["a", "b"], "roles": {}}') == "id: x\nlabels: [a, b]\nroles: {}\n"


def test_nothing_in_brackets_is_null() -> None:
    assert made("roles: {a: , b: x}\n") == "roles: {a: null, b: x}\n"
    assert unchanged("roles:\n  a:\n  b: x\n")


def test_comments_stay_with_what_they_are_about() -> None:
    text = (
        "# yaml-language-server: $schema=x\n# Licence\n\nid: x  # the id\n"
        "# about the title\ntitle: T\nareas:  # all of them\n  # the first\n  - id: a\n    # its title\n    title: A\n"
        "  # the end of the areas\n# the end\n"
    )
    assert unchanged(text)


def test_comments_move_with_their_key_and_the_head_of_the_file_does_not() -> None:
    assert made("# Head\ntitle: T # t\n# about the id\nid: x\n") == "# Head\n# about the id\nid: x\ntitle: T  # t\n"


def test_the_line_for_editors_comes_first() -> None:
    assert made("# Licence\n# yaml-language-server: $schema=x\nid: x\n") == (
        "# yaml-language-server: $schema=x\n# Licence\nid: x\n"
    )


def test_a_comment_in_brackets_makes_a_block_of_them() -> None:
    assert made("labels: [ # names\n  a, # the first\n  b\n  # no more\n]\n") == (
        "labels:  # names\n  - a  # the first\n  - b\n  # no more\n"
    )


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("labels:\n  - # one\n    - a\n", "labels:\n  # one\n  - - a\n"),
        ("title: # why\n  T\n", "# why\ntitle: T\n"),
        ("title: >- # why\n  T\n", "title: >-  # why\n  T\n"),
        ("roles: {a: A} # here\n", "roles: {a: A}  # here\n"),
        ("roles: &r # here\n  a: A\n", "roles: &r  # here\n  a: A\n"),
        ("id: x\n...\n# after\n", "id: x\n# after\n"),
        ("--- # start\nid: x\n", "# start\nid: x\n"),
        ("%YAML 1.2\n---\nid: x\n", "%YAML 1.2\n---\nid: x\n"),
        ("? id\n: x\n", "id: x\n"),
        ("labels: [ # none\n]\n", "# none\nlabels: []\n"),
        ("labels: [\n  # none\n] # yet\n", "# none\nlabels: []  # yet\n"),
        ("areas:\n- &a\n  # first\n  id: x\n", "areas:\n  - &a\n    # first\n    id: x\n"),
    ],
)
def test_a_comment_in_an_odd_place_finds_a_better_one(written: str, canonical: str) -> None:
    assert made(written) == canonical
    assert unchanged(canonical)


def test_a_suppression_stays_on_the_line_that_it_is_about() -> None:
    line = f"roles: {{a: {LONG}}}  # readiness: ignore[RF501] it is so\n"
    assert unchanged(line)
    assert unchanged(f"id: a\n# readiness: ignore[RF501] it is so\nroles: {{a: {LONG}}}\n")
    assert made(line.replace("readiness: ignore", "see")).startswith("roles:  # see[RF501] it is so\n  a: >-\n")


@pytest.mark.parametrize(
    "text",
    [
        "questions:\n  - ask: Is there one?  # readiness: ignore[RF502] why\n    id: b\n",
        "questions:\n  # readiness:ignore[RF502] why\n  - ask: Is there one?\n    id: b\n",
        "# readiness: ignore[RF204] why\nid: sample\nreadiness: framework/1\n",
    ],
)
def test_the_line_of_a_suppression_stays_the_first_one_where_it_is(text: str) -> None:
    assert unchanged(text)
    assert made(text.replace("eadiness: ignore", "ead").replace("eadiness:ignore", "ead")) != text


def test_empty_lines_are_kept_one_at_a_time_and_not_at_an_edge() -> None:
    assert made("\n\nroles:\n\n\n  a: A\n\n\n\n  b: B\n\n\n") == "roles:\n  a: A\n\n  b: B\n"


def test_an_alias_never_comes_before_its_anchor() -> None:
    assert unchanged("title: &t T\nid: *t\n")
    assert made("areas:\n- title: &t T\n  id: a\ntargets:\n  x: {title: *t}\n") == (
        "areas:\n  - id: a\n    title: &t T\ntargets:\n  x: {title: *t}\n"
    )


def test_line_ends_become_line_feeds_and_the_last_line_has_one() -> None:
    assert made("id: x\r\ntitle: T") == "id: x\ntitle: T\n"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_document_that_can_be_read_keeps_its_meaning_and_settles_at_once(path: Path) -> None:
    text, problem = as_text(path.read_bytes())
    if problem or read_yaml(text).problems:
        return
    model = Assessment if "assessment/1" in text else Framework
    once = laid_out(text, model)
    assert once is not None
    assert laid_out(once, model) == once
