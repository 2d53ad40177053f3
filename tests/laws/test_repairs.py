"""Whatever slips an author makes, repairs leave fewer errors and touch nothing but the words in question."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from readiness.diagnostics import Diagnostic, Severity
from readiness.loading.load import load_framework
from readiness.workflows.repairing import repair
from tests.builders import a_framework, a_gate, an_action, as_yaml
from tests.laws.strategies import law

SOUND = as_yaml(
    a_framework(
        actions=[an_action("prepare", {"d1-q1": 3}), an_action("finish", {"d2-q2": 4}, needs=["prepare"])],
        gates=[a_gate({"question": "d1-q1", "below": 2})],
        facts={"online": {"type": "boolean", "ask": "Is anything online?"}},
        scoring={"rollup": "mean", "unanswered": "exclude"},
    )
)
WORDS = [found.span() for found in re.finditer(r"[A-Za-z0-9-]{2,}", SOUND)]


def found(content: bytes) -> tuple[Diagnostic, ...]:
    return load_framework("sample.yaml", content).diagnostics


def errors(content: bytes) -> int:
    return sum(one.severity is Severity.ERROR for one in found(content))


@st.composite
def slips(draw: st.DrawFn) -> str:
    """Draw the sound text with some of its words misspelt, doubled or put in quotes."""
    text = SOUND
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
    for start, end in sorted(chosen, reverse=True):
        word = text[start:end]
        at = draw(st.integers(0, len(word) - 1))
        wrong = draw(
            st.sampled_from(
                [
                    word[:at] + word[at + 1 :],
                    word[:at] + "x" + word[at:],
                    word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
                    word.upper(),
                    f'"{word}"',
                ]
            )
        )
        text = text[:start] + wrong + text[end:]
    return text


@law
@given(slips())
def test_there_are_never_more_errors_than_before_once_the_file_can_be_read(text: str) -> None:
    before = text.encode()
    after, fixed = repair(before, found)
    was_readable = not any(one.code.startswith("RF0") for one in found(before))
    assert not (was_readable and fixed) or errors(after) < errors(before)


@law
@given(slips())
def test_a_second_repair_finds_nothing_to_do(text: str) -> None:
    once, _ = repair(text.encode(), found)
    assert repair(once, found) == (once, 0)


@law
@given(slips())
def test_lines_without_a_repair_stay_as_they_are(text: str) -> None:
    after, fixed = repair(text.encode(), found)
    before_lines, after_lines = text.split("\n"), after.decode().split("\n")
    assert len(after_lines) == len(before_lines)
    assert sum(one != other for one, other in zip(before_lines, after_lines, strict=True)) <= fixed
