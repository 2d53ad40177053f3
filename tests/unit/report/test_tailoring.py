"""What was tailored, in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.model.tailoring import ChangedValue, Tailoring, Thing
from readiness.report.json_result import result
from readiness.report.tailoring import tailoring_in_short, tailoring_words
from tests.builders import a_framework, read_framework
from tests.unit.report.given import a_report

QUESTION = Thing("question", "q", "Topic of q")


def a_record(**parts: object) -> Tailoring:
    """Return how `mine` was made of `sample`."""
    return Tailoring("mine", "2.0.0", "sample", "1.0.0", "Sample", **parts)  # type: ignore[arg-type]


def words(**parts: object) -> list[tuple[str, str]]:
    """Return what is said below the name of the base."""
    base, *others = tailoring_words(read_framework(a_framework()).tailored_by(a_record(**parts)))
    assert base == ("Base of mine", "Sample (sample), version 1.0.0.")
    return others


def test_nothing_is_said_of_a_framework_that_stands_by_itself() -> None:
    framework = read_framework(a_framework())
    assert (tailoring_words(framework), tailoring_in_short(framework)) == ((), "")
    assert "tailoring" not in result(a_report())


@pytest.mark.parametrize(
    ("keys", "before", "after", "said"),
    [
        (("weight",), Fraction(1), 3, "Weight: from 1 to 3."),
        (("levels", "3"), "Old text.", "New text.", "Level 3: from “Old text” to “New text”."),
        (("good-enough-when", "3"), None, "Few.", "Good enough when 3: new, “Few”."),
        (("answered-by",), ("it", "hr"), None, "Answered by: removed, “it” and “hr”."),
        (("applies-when", "is"), True, False, "Applies when is: from true to false."),
        (("gates",), None, {"cap-at-level": 2, "because": "Why."}, "Gates: new, “Why”."),
        (("scoring",), {"unanswered": "zero"}, None, "Scoring: removed, unanswered “zero”."),
        (("expect",), tuple("abcdefg"), (), "Expect: from 7 entries to nothing."),
        ((), "Lead", "Chief", "Name: from “Lead” to “Chief”."),
        (("ask",), "x" * 200, "y", f"Ask: from “{'x' * 119}…” to “y”."),
    ],
)
def test_a_change_names_the_value_before_and_after(
    keys: tuple[str, ...], before: object, after: object, said: str
) -> None:
    assert words(changed=(ChangedValue(QUESTION, keys, before, after),)) == [("Changed: Topic of q (q)", said)]


def test_changes_of_one_thing_stand_together() -> None:
    changed = (
        ChangedValue(QUESTION, ("weight",), 1, 2),
        ChangedValue(Thing("area", "a", "a"), ("weight",), 1, 2),
        ChangedValue(QUESTION, ("why",), None, "So."),
    )
    assert words(changed=changed) == [
        ("Changed: Topic of q (q)", "Weight: from 1 to 2. Why: new, “So”."),
        ("Changed: a", "Weight: from 1 to 2."),
    ]


def test_what_goes_with_something_is_named_when_it_is_little_and_counted_when_it_is_much() -> None:
    area = Thing("area", "a", "Area")
    inner = Thing("question", "q", "Topic.", because="a")
    actions = tuple(Thing("action", f"x{n}", f"Do {n}", because="q") for n in range(7))
    recommendation = Thing("recommendation", "R-1", "A long text.", because="q")
    assert words(dropped=(area, inner, recommendation, *actions)) == [
        (
            "Dropped: Area (a)",
            "Area; with it went the question “Topic”, the recommendation R-1 and 7 actions.",
        )
    ]


def test_additions_are_named_with_their_kind() -> None:
    assert words(added=(QUESTION,)) == [("Added: Topic of q (q)", "Question.")]


def test_one_sentence_counts_what_the_author_named() -> None:
    framework = read_framework(a_framework())
    dropped = (Thing("area", "a", "A"), Thing("question", "q", "Q", because="a"))
    made = framework.tailored_by(a_record(dropped=dropped, added=(QUESTION,)))
    assert tailoring_in_short(made) == "tailored from “Sample” 1.0.0 (1 dropped, 1 added)"
    assert tailoring_in_short(framework.tailored_by(a_record())) == "tailored from “Sample” 1.0.0 (nothing changed)"


def test_a_framework_keeps_the_latest_record_of_each_step() -> None:
    first, second = a_record(added=(QUESTION,)), a_record()
    assert read_framework(a_framework()).tailored_by(first, second).tailorings == (first,)
