"""Laws of versions: a comparison that says scores stay where they are is right, whatever was edited."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import event, given, note
from hypothesis import strategies as st
from pydantic import ValidationError

from readiness.checks.assessment import check_assessment
from readiness.checks.framework import check_framework
from readiness.model.framework import Framework
from readiness.scoring.result import NodeScore
from readiness.versions.change import Change, Effect, Kind, asked_version, numbers_of
from readiness.versions.compare import compare
from tests.builders import Plain
from tests.laws.strategies import Case, Rules, a_case, errors_of, frozen, law, randoms

FELT = frozenset({Effect.BREAKS, Effect.MOVES})
NUMBERS = ("score", "ratio", "points", "maximum", "low", "high", "evidenced", "target", "share_of_whole")


def places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  any part of a document
    """Yield every container of a document with each of its keys or indexes."""
    steps = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield value, step
        yield from places(value[step])


def edit_blindly(random: Random, document: Plain) -> None:
    """Change one place of a document without a thought for what it means."""
    container, step = random.choice([place for place in places(document) if place[1] not in ("readiness", "id")])
    value = container[step]
    same_key = [one[step] for one, key in places(document) if key == step and isinstance(one, dict)]
    match random.randint(0, 3):
        case 0 if isinstance(container, dict):
            del container[step]
        case 1 if isinstance(container, dict):
            container[step] = deepcopy(random.choice(same_key))
        case 2 if isinstance(value, list):
            random.shuffle(value)
        case 2 if isinstance(value, dict):
            shuffled = random.sample(list(value.items()), len(value))
            value.clear()
            value.update(shuffled)
        case _ if type(value) is int:
            container[step] = value + 1
        case _ if isinstance(value, str):
            container[step] = f"{value} again"


def an_edited_case(random: Random) -> tuple[Case, Case | None]:
    """Return a case, and the same answers to an edited framework, or None when the edit makes no framework of it."""
    case = a_case(random, Rules(questions=4))
    document = deepcopy(case.document)
    for _ in range(random.randint(1, 2)):
        edit_blindly(random, document)
    try:
        framework = Framework.model_validate(frozen(document))
    except ValidationError:
        return case, None
    if errors_of(check_framework(framework)):
        return case, None
    return case, Case(document, case.facts, case.answers)


def numbers(node: NodeScore) -> dict[str, object]:
    """Return the numbers of a node that a report shows."""
    return {name: getattr(node, name) for name in NUMBERS}


@law
@given(st.lists(randoms(), min_size=5, max_size=5))
def test_scores_stay_where_a_comparison_says_that_nothing_moves_them(seeds: list[Random]) -> None:
    for random in seeds:
        old, new = an_edited_case(random)
        if new is None:
            event("no framework")
            continue
        changes = compare(old.framework, new.framework)
        if any(change.effect in FELT for change in changes):
            event("moves or breaks")
            continue
        event("stays")
        note(str(changes))
        assert errors_of(check_assessment(old.assessment, new.framework)) == []
        before, after = old.scorecard.node, new.scorecard.node
        assert {id_: numbers(after[id_]) for id_ in before} == {id_: numbers(one) for id_, one in before.items()}


@law
@given(st.lists(randoms(), min_size=4, max_size=4))
def test_a_framework_does_not_differ_from_itself_however_its_lists_are_ordered(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules())
        document = deepcopy(case.document)
        for container, step in places(document):
            if isinstance(container[step], list) and step not in ("scale", "bounds"):
                random.shuffle(container[step])
        assert compare(case.framework, Framework.model_validate(frozen(document))) == ()


CHANGES = st.lists(st.sampled_from(Effect).map(lambda effect: Change(Kind.METADATA, effect, "question", "q")))


@law
@given(st.tuples(*[st.integers(0, 30)] * 3), CHANGES, CHANGES)
def test_more_changes_never_ask_for_a_lower_version(
    version: tuple[int, int, int], some: list[Change], more: list[Change]
) -> None:
    old = ".".join(map(str, version))
    fewer, all_ = asked_version(old, some), asked_version(old, some + more)
    assert version <= numbers_of(fewer) <= numbers_of(all_)
    assert (fewer == old) == (not some)
