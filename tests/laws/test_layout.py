"""The canonical layout changes how a document looks, and nothing else."""

from __future__ import annotations

from hypothesis import assume, given, settings

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


@settings(law, max_examples=2 * law.max_examples)
@given(texts())
def test_a_text_in_the_layout_says_the_same_with_every_comment_and_stays_as_it_is(written: Written) -> None:
    source = read_yaml(written.text)
    assume(not source.problems)
    assert read_syntax(written.text).comments == written.comments
    made = formatted(written.text)
    assert is_same(read_yaml(made).value, source.value)
    assert formatted(made) == made
    assert made.endswith("\n")
    assert "\r" not in made
