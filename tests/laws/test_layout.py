"""The canonical layout changes how a document looks, and nothing else."""

from __future__ import annotations

from hypothesis import assume, given

from readiness.editing.layout import laid_out
from readiness.loading.syntax_reader import read_syntax
from readiness.loading.yaml_source import read_yaml
from readiness.loading.yaml_values import is_same
from readiness.model.framework import Framework
from tests.laws.strategies import law
from tests.laws.texts import Written, texts


def formatted(text: str) -> str:
    made = laid_out(text, Framework)
    assert made is not None, "it was refused"
    return made


@law
@given(texts())
def test_every_comment_is_seen(written: Written) -> None:
    assume(not read_yaml(written.text).problems)
    assert read_syntax(written.text).comments == written.comments


@law
@given(texts())
def test_a_text_in_the_layout_says_the_same(written: Written) -> None:
    source = read_yaml(written.text)
    assume(not source.problems)
    assert is_same(read_yaml(formatted(written.text)).value, source.value)


@law
@given(texts())
def test_the_layout_of_a_text_in_the_layout_is_that_text(written: Written) -> None:
    assume(not read_yaml(written.text).problems)
    once = formatted(written.text)
    assert formatted(once) == once


@law
@given(texts())
def test_a_text_in_the_layout_ends_every_line_in_the_same_way(written: Written) -> None:
    assume(not read_yaml(written.text).problems)
    made = formatted(written.text)
    assert made.endswith("\n")
    assert "\r" not in made
