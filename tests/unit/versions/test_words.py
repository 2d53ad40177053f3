"""Changes in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.versions.change import Change, Effect, Kind
from readiness.versions.words import alike, counts, sentence, sentence_of_all, value_text


def weight(id_: str, after: object = Fraction(2)) -> Change:
    """Return a change of a weight from 1."""
    return Change(Kind.REWEIGHTED, Effect.MOVES, "question", id_, field="weight", before=Fraction(1), after=after)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        (True, "true"),
        (3, "3"),
        (Fraction(3), "3"),
        (Fraction(5, 4), "1.25"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "1/3"),
        (Fraction(10**14 + 1, 10), "10000000000000.1"),
        ("text", "text"),
        ((1, Fraction(1, 2)), "[1, 0.5]"),
        ({"all": ({"fact": "remote", "is": True},)}, "{all: [{fact: remote, is: true}]}"),
    ],
)
def test_a_value_is_written_without_loss(value: object, text: str) -> None:
    assert value_text(value) == text


def test_changes_that_are_alike_are_told_together_when_they_are_many() -> None:
    changes = [*(weight(id_) for id_ in "abcd"), weight("e", Fraction(3))]
    together, alone = alike(changes)
    assert sentence_of_all(together) == "4 questions: weight from `1` to `2`: `a`, `b`, `c`, `d`"
    assert [one.id for one in alone] == ["e"]
    assert [len(group) for group in alike(changes[:3])] == [1, 1, 1]


def test_texts_that_became_others_are_never_told_together() -> None:
    change = Change(Kind.REWORDED, Effect.DETAILS, "question", "q", field="topic", before="a", after="b")
    assert [len(group) for group in alike([change] * 5)] == [1] * 5


def test_long_values_are_not_repeated() -> None:
    long = Change(Kind.CONDITION, Effect.MOVES, "area", "a", field="applies-when", before={"x": "y" * 101})
    assert sentence(long) == "area `a`: applies-when changed"


def test_what_came_and_what_went_is_said_with_its_value() -> None:
    assert sentence(weight("q", None)) == "question `q`: weight no longer `1`"
    came = Change(Kind.EVIDENCE, Effect.MOVES, "question", "q", field="evidence.required-from", after=4)
    assert sentence(came) == "question `q`: evidence.required-from is now `4`"


def test_effects_are_counted_in_words() -> None:
    details = Change(Kind.METADATA, Effect.DETAILS, "role", "lead")
    assert counts([weight("a"), details, details]) == "1 moves scores or gaps, 2 are details"
    assert counts([]) == ""


@pytest.mark.parametrize(
    ("kind", "field", "said"),
    [
        (Kind.ADDED, "", "area `x` added"),
        (Kind.RENAMED, "", "area `a` is now `x`"),
        (Kind.MERGED, "", "area `a` became part of `x`"),
        (Kind.MOVED, "", "area `x` moved from `a` to `b`"),
        (Kind.MOVED, "order", "area `x`: its parts stand in another order"),
        (Kind.REWORDED, "title", "area `x`: title reworded"),
    ],
)
def test_each_kind_has_its_sentence(kind: Kind, field: str, said: str) -> None:
    assert sentence(Change(kind, Effect.MOVES, "area", "x", field=field, before="a", after="b")) == said
