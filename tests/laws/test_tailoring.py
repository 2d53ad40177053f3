"""Laws of tailoring: for whatever framework and whatever is dropped and changed in it."""

from __future__ import annotations

from collections.abc import Collection
from random import Random
from typing import Any

from hypothesis import given, settings

from readiness.model.framework import Framework
from tests.builders import Plain, questions_of, read_framework
from tests.laws.strategies import Rules, a_random_framework, law, randoms

FREE = Rules(gates="none", adjust="always", asks="facts")
"""Frameworks in which every question can be dropped: no gate and no condition looks at one."""
UNSCORED = frozenset({"text", "date"})
slow = settings(law, max_examples=max(law.max_examples // 4, 1))
"""Every example writes files and reads them."""


def a_tailoring(id_: str = "mine", extends: str = "sample", **keys: Any) -> Plain:  # noqa: ANN401
    """Return a file that tailors a framework."""
    return {"readiness": "framework/1", "id": id_, "version": "1.0.0", "extends": extends} | keys


def some_questions(random: Random, framework: Plain) -> list[str]:
    """Return the ids of some questions, but never of all that make up the score of what keeps a measure."""
    ids = [question["id"] for question in questions_of(framework)]
    chosen = random.sample(ids, random.randrange(len(ids)))
    while leaves_only_measures(framework, chosen):
        chosen.pop()
    return chosen


def leaves_only_measures(node: Plain, gone: Collection[str]) -> bool:
    """Tell whether a measure is left beside nothing that is scored; an area stays when its questions are gone."""
    areas = node.get("areas", ())
    scored = any(one["type"] not in UNSCORED and one["id"] not in gone for one in node.get("questions", ()))
    beside = bool(areas) and all(area.get("measure") for area in areas)
    return (beside and not scored) or any(leaves_only_measures(area, gone) for area in areas)


def some_changes(random: Random, framework: Plain, gone: list[str]) -> Plain:
    """Return other weights, topics and evidence for some questions that are still there."""
    left = [question["id"] for question in questions_of(framework) if question["id"] not in gone]
    values: Plain = {
        "weight": random.randint(2, 9),
        "topic": f"Topic {random.random()}",
        "evidence": {"valid-for-months": random.randint(1, 11)},
    }
    chosen = random.sample(left, random.randint(0, len(left)))
    return {id_: dict(random.sample(list(values.items()), random.randint(1, 3))) for id_ in chosen}


def same(one: Framework, other: Framework) -> bool:
    """Tell whether two frameworks score alike: they differ at most in their id, version and history."""
    return one.changed(id=other.id, version=other.version) == other.changed()


@slow
@given(randoms())
def test_what_changes_nothing_scores_like_the_base(random: Random) -> None:
    base = a_random_framework(random, Rules())
    assert same(read_framework(a_tailoring(), base), read_framework(base))


@slow
@given(randoms())
def test_the_order_of_changes_and_drops_does_not_matter(random: Random) -> None:
    base = a_random_framework(random, FREE)
    drop = some_questions(random, base)
    change = some_changes(random, base, drop)
    backwards = {id_: dict(reversed(keys.items())) for id_, keys in reversed(change.items())}
    one = read_framework(a_tailoring(drop=drop, change=change), base)
    other = read_framework(a_tailoring(drop=drop[::-1], change=backwards), base)
    assert same(one, other)


@slow
@given(randoms())
def test_tailoring_twice_is_tailoring_once(random: Random) -> None:
    base = a_random_framework(random, FREE)
    both = some_questions(random, base)
    first, second = both[: len(both) // 2], both[len(both) // 2 :]
    change, then = some_changes(random, base, first), some_changes(random, base, both)
    middle = a_tailoring("middle", drop=first, change=change)
    twice = read_framework(a_tailoring(extends="middle", drop=second, change=then), middle, base)
    merged: Plain = {id_: keys for id_, keys in change.items() if id_ not in second}
    for id_, keys in then.items():
        merged[id_] = merged.get(id_, {}) | keys
    once = read_framework(a_tailoring(drop=both, change=merged), base)
    assert same(twice, once)
    assert set(once.question) == {question["id"] for question in questions_of(base)} - set(both)
