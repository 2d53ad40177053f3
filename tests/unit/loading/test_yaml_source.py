"""What a YAML text says, where it says it, and what is refused."""

from __future__ import annotations

import pytest

from readiness.loading.places import Mark, Source
from readiness.loading.yaml_source import MAX_DEPTH, read_yaml


def problems(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.mark.line, one.mark.column) for one in read_yaml(text).problems]


def only_message(text: str) -> str:
    (problem,) = read_yaml(text).problems
    return problem.message


def readable(text: str) -> Source:
    source = read_yaml(text)
    assert (source.readable, source.problems) == (True, ())
    return source


# --- values ----------------------------------------------------------------------------------------------------------


def test_mappings_become_dicts_and_lists_become_tuples() -> None:
    assert readable("a: [1, {b: c}]\nd:\n  - e\n").value == {"a": (1, {"b": "c"}), "d": ("e",)}


def test_keys_keep_the_order_of_the_file() -> None:
    assert list(readable("z: 1\na: 2\nm: 3\n").value) == ["z", "a", "m"]


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n", "---\n...\n"])
def test_an_empty_text_has_no_value(text: str) -> None:
    assert readable(text).value is None


def test_json_is_yaml() -> None:
    assert readable('{"a": [1, true, null], "b": "\\u00e9"}').value == {"a": (1, True, None), "b": "é"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_counts_as_one_line(end: str) -> None:
    source = readable(f"a: 1{end}b: 2{end}c: |{end}  x{end}  y{end}")
    assert source.value == {"a": 1, "b": 2, "c": "x\ny\n"}
    assert source.root.keys["c"] == Mark(3, 1, 2)


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_1_1_calls_a_line_break_does_not_break_a_line(character: str) -> None:
    source = readable(f"a: x{character}y\nb: 2\n")
    assert source.value == {"a": "x y", "b": 2}
    assert source.root.keys["b"].line == 2


# --- places ----------------------------------------------------------------------------------------------------------


def test_keys_and_values_have_a_line_and_a_column_from_one() -> None:
    root = readable("a:\n  bc: [d, 'e f']\n").root
    inner = root.parts["a"].parts["bc"]
    assert root.keys["a"] == Mark(1, 1, 2)
    assert root.parts["a"].keys["bc"] == Mark(2, 3, 5)
    assert inner.parts[0].mark == Mark(2, 8, 9)
    assert inner.parts[1].mark == Mark(2, 11, 16)


def test_columns_count_characters_and_not_bytes() -> None:
    assert readable("{é: 1, 日本: 2, x: 3}").root.keys["x"] == Mark(1, 15, 16)


def test_a_value_of_several_lines_is_marked_where_it_begins() -> None:
    assert readable("a: >-\n  b\n  c\n").root.parts["a"].mark == Mark(1, 4, 5)


def test_the_deepest_known_node_of_a_path_is_found() -> None:
    root = readable("a: {b: [c]}").root
    node, steps = root.find(("a", "b", 7, "x"))
    assert (node.mark.column, steps) == (8, 2)


def test_an_id_of_digits_is_found_whether_it_was_read_as_a_number_or_as_text() -> None:
    root = readable("a: {2024: x, '2025': y, 010: z}").root
    assert root.written(("a", "2024")) == ("a", 2024)
    assert root.written(("a", "2025")) == ("a", 2025)
    assert root.written(("a", "010")) == ("a", "010")
    assert root.written(("nowhere", "2024")) == ("nowhere", 2024)


# --- duplicate keys --------------------------------------------------------------------------------------------------


def test_a_key_that_stands_twice_is_found_with_both_places_and_the_first_value_kept() -> None:
    source = read_yaml("a: 1\nb: 2\na: 3\n")
    (problem,) = source.problems
    assert (problem.code, problem.mark, problem.other) == ("RF004", Mark(3, 1, 2), Mark(1, 1, 2))
    assert problem.message == "the key `a` stands twice in the same mapping"
    assert source.value == {"a": 1, "b": 2}


def test_a_key_that_stands_three_times_is_found_twice() -> None:
    assert problems("{a: 1, a: 2, a: 3}") == [("RF004", 1, 8), ("RF004", 1, 14)]


def test_a_number_and_the_same_number_in_quotes_are_one_key() -> None:
    source = read_yaml('{1: a, "1": b}')
    assert [one.code for one in source.problems] == ["RF004"]
    assert source.value == {1: "a"}


def test_equal_keys_of_different_mappings_are_no_duplicates() -> None:
    assert readable("[{a: 1}, {a: 2}]").value == ({"a": 1}, {"a": 2})


# --- anchors ---------------------------------------------------------------------------------------------------------


def test_an_alias_stands_for_its_anchor() -> None:
    assert readable("a: &x {k: [1]}\nb: *x\nc: &y text\nd: *y\n").value == {
        "a": {"k": (1,)},
        "b": {"k": (1,)},
        "c": "text",
        "d": "text",
    }


def test_an_alias_has_its_own_place_and_its_parts_that_of_the_anchor() -> None:
    root = readable("a: &x {k: 1}\nb: *x\n").root
    assert root.parts["b"].mark == Mark(2, 4, 6)
    assert root.parts["b"].keys["k"] == Mark(1, 8, 9)


@pytest.mark.parametrize("text", ["a: *x", "a: *x\nb: &x 1", "a: &x [*x]", "&x {k: {m: *x}}", "&x a: *x"])
def test_an_alias_without_a_complete_anchor_before_it_is_refused(text: str) -> None:
    assert only_message(text) == "the alias *x has no complete anchor &x before it"
    assert not read_yaml(text).readable


def test_aliases_that_double_and_double_again_are_refused() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 40))
    assert only_message(text) == "the document is larger than 400,000 short values once aliases are expanded"


def test_a_long_text_that_is_repeated_by_aliases_is_refused() -> None:
    text = "a: &a " + "x" * 100_000 + "\nb: [" + "*a, " * 1_000 + "]\n"
    assert problems(text)[0][0] == "RF003"


def test_aliases_that_nest_too_deep_are_refused() -> None:
    text = "a0: &a0 x\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, MAX_DEPTH + 1))
    assert only_message(text) == "the document is nested more than 40 levels deep"
    assert problems(text) == [("RF003", MAX_DEPTH + 1, 12)]


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert readable("{<<: {a: 1}, b: 2}").value == {"<<": {"a": 1}, "b": 2}


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a: !!python/name:os.system x", "tag:yaml.org,2002:python/name:os.system"),
        ("a: !!str 12", "tag:yaml.org,2002:str"),
        ("a: !own {b: 1}", "!own"),
        ("a: ! x", "!"),
        ("!!str a: 1", "tag:yaml.org,2002:str"),
        ("a: !<tag:example.org,2026:x> [1]", "tag:example.org,2026:x"),
    ],
)
def test_a_tag_is_refused(text: str, name: str) -> None:
    assert only_message(text) == f"the tag {name} is not allowed"
    assert [one.code for one in read_yaml(text).problems] == ["RF005"]


@pytest.mark.parametrize("text", ["? [a]\n: 1", "? " * 100_000, "{[a]: 1}", "? {a: b}\n: 1", "a: &x 1\n*x : 2\n"])
def test_a_key_that_is_no_plain_text_is_refused(text: str) -> None:
    assert only_message(text) == "a key must be plain text or a number"


def test_a_second_document_is_refused_where_it_begins() -> None:
    assert problems("a: 1\n---\nb: 2\n") == [("RF005", 2, 1)]
    assert only_message("---\n---\n") == "the file holds more than one document"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1, 2\nb: 3\n", 2, 2),
        ("a: 1\n b: 2\n", 2, 3),
        ("a:\n\t- 1\n", 2, 1),
        ("a: 'x\n", 1, 6),
        ("a:\n  - [b\n\n\n", 2, 7),
        ("[", 1, 2),
        ("a: b: c\n", 1, 5),
        ("a: @b\n", 1, 4),
        ("%YAML 2.0\n---\na: 1\n", 1, 1),
        ("a: 1\n]\n", 2, 1),
    ],
)
def test_broken_syntax_is_found_where_it_breaks(text: str, line: int, column: int) -> None:
    source = read_yaml(text)
    assert [(one.code, one.mark.line, one.mark.column) for one in source.problems] == [("RF001", line, column)]
    assert not source.readable


@pytest.mark.parametrize(
    ("text", "line", "column", "name"),
    [
        ("a: x\x00y", 1, 5, "U+0000"),
        ("é: ü\nb: \x07", 2, 4, "U+0007"),
        ("é\u2028é: \ufffe", 1, 6, "U+FFFE"),
        ("- 1\n" * 9000 + "- \x1b", 9001, 3, "U+001B"),
    ],
)
def test_a_control_character_is_found_where_it_stands(text: str, line: int, column: int, name: str) -> None:
    assert only_message(text) == f"the character {name} is not allowed"
    assert problems(text) == [("RF001", line, column)]


def test_what_was_found_before_the_text_broke_off_is_kept() -> None:
    assert problems("a: 1\na: 2\nb: [\n") == [("RF004", 2, 1), ("RF001", 3, 5)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_without_end_is_refused(opening: str) -> None:
    assert only_message(opening * 100_000) == "the document is nested more than 40 levels deep"


def test_nesting_up_to_the_limit_is_read() -> None:
    assert readable("[" * MAX_DEPTH + "]" * MAX_DEPTH).readable
    assert not read_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).readable


def test_a_name_of_absurd_length_is_shortened_in_messages() -> None:
    name = "k" * 1_000
    assert len(only_message(f"{{{name}: 1, {name}: 2}}")) < 120
    assert len(only_message(f"a: !{name} 1")) < 120
    assert len(only_message(f"a: *{name}")) < 200


def test_a_quote_left_open_is_shown_where_it_begins() -> None:
    (problem,) = read_yaml('a: "x\nb: 1\nc: 2\n').problems
    assert (problem.other, problem.label) == (Mark(1, 4, 5), "it begins here")


def test_a_quote_left_open_on_the_last_line_has_one_place() -> None:
    (problem,) = read_yaml("a: 'x\n").problems
    assert problem.other is None


def test_a_text_with_a_colon_is_advised_to_be_quoted() -> None:
    assert read_yaml("title: A: b\n").problems[0].help == "a text with a colon needs quotes"
