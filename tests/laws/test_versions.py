"""Laws of versions: a comparison that says scores stay where they are is right, whatever was edited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml
from hypothesis import event, given, note
from hypothesis import strategies as st
from pydantic import ValidationError

from readiness.checks.assessment import check_assessment
from readiness.checks.framework import check_framework
from readiness.loading.amend import amended, written_at
from readiness.loading.yaml_source import read_yaml
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.result import NodeScore
from readiness.scoring.rollup import ROLLUPS
from readiness.scoring.score import score
from readiness.versions.carrying import Leave, carried, carry
from readiness.versions.change import Change, Effect, Kind, asked_version, numbers_of
from readiness.versions.compare import compare
from tests.builders import Plain
from tests.laws.strategies import TODAY, Case, Rules, a_case, errors_of, frozen, law, randoms

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
@given(st.lists(randoms(), min_size=3, max_size=3))
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


IN_ORDER = frozenset({"scale", "bounds", "steps", "adjust"})
"""Lists that say something else, or are wrong, in another order; adjustments work one after another."""


@law
@given(st.lists(randoms(), min_size=2, max_size=2))
def test_a_framework_does_not_differ_from_itself_however_its_lists_are_ordered(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules(rollups=tuple(name for name in ROLLUPS if name != "stack")))  # there order counts
        document = deepcopy(case.document)
        for container, step in places(document):
            if isinstance(container[step], list) and step not in IN_ORDER:
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


# --- carrying answers over ----------------------------------------------------------------------------------------


def renamed(random: Random, document: Plain) -> tuple[Plain, dict[str, str]]:
    """Return a document in which some ids are others, replaced and referred to as they should be, and those ids."""
    former = [place for place in places(document) if place[1] == "id" and place[0] is not document]
    names = {one["id"]: f"new-{one['id']}" for one, _ in former if random.randint(0, 2) == 0}

    def visit(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, list):
            return [visit(one) for one in value]
        if not isinstance(value, dict):
            return names.get(value, value) if isinstance(value, str) else value
        made = {names.get(key, key): visit(one) for key, one in value.items()}
        if value.get("id") in names and value is not document:
            made["replaces"] = value["id"]
        return made

    made: Plain = visit(document)
    return made | {"id": "sample", "version": "2.0.0"}, names


@law
@given(st.lists(randoms(), min_size=2, max_size=2))
def test_answers_that_are_carried_over_to_new_ids_score_as_before(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules())
        document, names = renamed(random, case.document)
        framework = Framework.model_validate(frozen(document))
        changes = compare(case.framework, framework)
        assert {change.effect for change in changes} <= {Effect.CARRIES}
        edits = carry(case.assessment, framework, case.framework)
        assert not [edit for edit in edits if isinstance(edit, Leave)]
        after = carried(case.assessment, edits)
        assert errors_of(check_assessment(after, framework)) == []
        readings = read_answers(framework, after, TODAY)
        found = score(Scorer(framework, after.organisation.facts), readings, "good").node
        before = case.scorecard.node
        assert {id_: numbers(found[names.get(id_, id_)]) for id_ in before} == {
            id_: numbers(one) for id_, one in before.items()
        }


@law
@given(st.lists(randoms(), min_size=2, max_size=2), st.booleans())
def test_the_amended_text_says_what_was_carried_over_and_holds_all_that_was_not(
    seeds: list[Random],
    in_braces: bool,  # noqa: FBT001
) -> None:
    for random in seeds:
        old, new = a_case(random, Rules()), a_case(random, Rules())
        if old.framework.scale != new.framework.scale:
            event("another scale")
        edits = carry(old.assessment, new.framework, old.framework)
        text = yaml.safe_dump(as_plain(old), sort_keys=False, default_flow_style=in_braces, width=60)
        made = read_yaml(amended(text, edits, "left"))
        assert made.problems == ()
        assert Assessment.model_validate(made.value) == carried(old.assessment, edits)
        comments = "".join(line for line in amended(text, edits, "left").splitlines() if line.lstrip().startswith("#"))
        for edit in edits:
            if isinstance(edit, Leave) and not in_braces:
                assert all(line.strip() in comments for line in written_at(text, edit.path).splitlines())


def as_plain(case: Case) -> Plain:
    """Return a case's assessment as a plain document, with numbers that every reader of YAML has."""
    document = {
        "readiness": "assessment/1",
        "framework": {"id": "sample", "version": "1.0.0"},
        "organisation": {"name": "Sample Council", "facts": case.facts},
        "assessed-on": TODAY.isoformat(),
        "answers": case.answers,
    }
    plain: Plain = json.loads(json.dumps(document, default=float))
    return plain
