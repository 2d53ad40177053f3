"""How a text is written: styles, anchors, and whose comment is whose."""

from __future__ import annotations

from readiness.loading.syntax import BLANK, Alias, Collection, Entry, Scalar
from readiness.loading.syntax_reader import read_syntax


def entries(text: str) -> list[Entry]:
    root = read_syntax(text).root.value
    assert isinstance(root, Collection)
    return root.entries


def test_scalars_keep_their_text_and_their_place() -> None:
    text = "a: &x 'it''s'\nb: >-\n  folded\nc: *x\n"
    quoted, folded, alias = (entry.value for entry in entries(text))
    assert isinstance(quoted, Scalar)
    assert isinstance(folded, Scalar)
    assert isinstance(alias, Alias)
    assert (quoted.raw, quoted.value, quoted.style, quoted.anchor) == ("'it''s'", "it's", "'", "&x")
    assert (folded.raw, folded.value, folded.style) == (">-\n  folded\n", "folded", ">")
    assert [text[one.start : one.end] for one in (quoted, folded, alias)] == ["'it''s'", ">-\n  folded\n", "*x"]


def test_the_head_of_a_file_belongs_to_no_key() -> None:
    syntax = read_syntax("# one\n\n# two\na: 1\n# three\nb: 2\n# four\n")
    assert syntax.head == ["# one", BLANK, "# two"]
    assert syntax.foot == ["# four"]
    assert syntax.comments == ["# one", "# two", "# three", "# four"]


def test_a_comment_belongs_to_the_line_it_ends_or_to_the_key_below() -> None:
    first, second = entries("a: 1 # behind\n# above\nb: # on the line of the key\n  c: 1\n")
    assert (first.before, first.after) == ([], "# behind")
    assert (second.before, second.head, second.after) == (["# above"], "# on the line of the key", "")


def test_a_comment_further_in_than_what_follows_ends_what_is_open() -> None:
    first, second = entries("a:\n  - 1\n  # foot\n# above\nb: 2\n")
    assert isinstance(first.value, Collection)
    assert first.value.foot == ["# foot"]
    assert second.before == ["# above"]


def test_a_hash_in_a_text_is_no_comment() -> None:
    assert read_syntax("a: 'x # y'\nb: |\n  # z\nc: x#y\n").comments == []


def test_an_empty_line_below_a_block_stands_above_what_follows() -> None:
    _, second = entries("a: |\n  text\n\nb: 1\n")
    assert second.before == [BLANK]
