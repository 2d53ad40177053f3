"""Laws of sensitivity: floating point agrees with the exact engine, and fewer changes than the bound lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, islice, product

from hypothesis import given

from readiness.model.framework import Area, Framework
from readiness.scoring.engine import Branch, Headline, Leaf, Scorer
from readiness.scoring.reading import Reading
from readiness.sensitivity.drawing import Flags, Floats, declared, drawn
from readiness.sensitivity.fewest import FewestChanges
from readiness.sensitivity.many import Many
from readiness.sensitivity.standing import Standings, standings_of
from tests.laws.strategies import Case, Rules, cases, law, slow_law

NEAR = 1e-9
DRAWS = 3


def differing(many: Many, draw: int, exact: Headline) -> list[str]:
    """Return the nodes of which one draw is not what the exact engine says."""
    scorer = exact.scorer
    nodes: list[Branch | Leaf] = [*scorer.branch.values(), *scorer.leaf.values()]
    return [node.id for node in nodes if not agrees(many, draw, exact, node)]


def agrees(many: Many, draw: int, exact: Headline, node: Branch | Leaf) -> bool:
    scorer, wanted = many.now.scorer, exact.value(node)
    found = many.value(scorer.branch.get(node.id) or scorer.leaf[node.id])
    if bool(_at(found.blocked, draw)) != wanted.blocked or bool(_at(found.counts, draw)) != (wanted.ratio is not None):
        return False
    return wanted.ratio is None or abs(_at(found.ratio, draw) - float(wanted.ratio)) < NEAR


def _at(values: Floats | Flags, draw: int) -> float:
    found: Sequence[float] = values.tolist()
    return found[draw] if len(found) > 1 else found[0]


@law
@given(cases())
def test_at_the_weights_of_the_framework_floating_point_is_the_exact_engine(case: Case) -> None:
    now = Headline(case.scorer, case.readings)
    many = Many(now, declared)

    assert differing(many, 0, now) == []


@slow_law
@given(cases())
def test_each_draw_is_what_the_exact_engine_makes_of_its_weights(case: Case) -> None:
    now = Headline(case.scorer, case.readings)
    many = Many(now, drawn(now, DRAWS, seed=1))
    for draw in range(DRAWS):
        scorer = Scorer(weighed(case.framework, exact_weights(case, many, draw)), case.assessment.organisation.facts)
        exact = Headline(scorer, case.readings)

        assert differing(many, draw, exact) == []


def exact_weights(case: Case, many: Many, draw: int) -> Mapping[str, Fraction]:
    """Return the drawn weights as fractions; those of the children that count have exactly the sum they had."""
    found: dict[str, Fraction] = {}
    for branch in case.scorer.branch.values():
        counts = [bool(_at(many.value(child).counts, draw)) for child in branch.parts]
        numbers = [Fraction(_at(weight, draw)) for weight in many.draw(branch)]
        own = [child.weight for child in branch.parts]
        due = sum(weight for weight, here in zip(own, counts, strict=True) if here)
        have = sum(weight for weight, here in zip(numbers, counts, strict=True) if here)
        for child, here, number in zip(branch.parts, counts, numbers, strict=True):
            found[child.id] = number * due / have if here else child.weight
    return found


def weighed(framework: Framework, weights: Mapping[str, Fraction]) -> Framework:
    """Return the framework with other weights."""

    def area(one: Area) -> Area:
        return one.changed(
            weight=weights.get(one.id, one.weight),
            areas=tuple(map(area, one.areas)),
            questions=tuple(question.changed(weight=weights[question.id]) for question in one.questions),
        )

    return framework.changed(
        areas=tuple(map(area, framework.areas)),
        questions=tuple(question.changed(weight=weights[question.id]) for question in framework.questions),
    )


@slow_law
@given(cases(Rules(questions=5, missing=1)))
def test_no_fewer_changes_than_said_lead_to_another_level_and_those_named_do(case: Case) -> None:
    now = Headline(case.scorer, case.readings)
    standings = standings_of(case.scorer)
    value = now.value(case.scorer.root)
    if value.ratio is None or value.maximum is None:
        return
    search, place = FewestChanges(now, standings), standings.place(value.ratio, value.maximum)
    for wanted in {place - 1, place + 1} & set(range(len(standings.names))):
        found = search.towards(wanted)
        smallest = next(
            (count for count in range(1, 6) if any(leads(now, standings, one, wanted) for one in ways(search, count))),
            None,
        )
        if smallest is None:
            assert found.changes == ()
        else:
            assert found.at_least is not None
            assert found.at_least <= smallest
        if found.changes:
            assert smallest is not None
            assert smallest <= len(found.changes)
            named = {
                one.question: next(way for way in search.answers[one.question] if way.answer == one.answer)
                for one in found.changes
            }
            assert leads(now, standings, named, wanted)


def ways(search: FewestChanges, count: int) -> Iterator[Mapping[str, Reading]]:
    """Yield changes of that many answers, each one step up or down."""
    for ids in combinations(search.answers, count):
        for chosen in islice(product(*(search.answers[id_] for id_ in ids)), 64):
            yield dict(zip(ids, chosen, strict=True))


def leads(now: Headline, standings: Standings, chosen: Mapping[str, Reading], wanted: int) -> bool:
    """Tell whether changes lead to a place or beyond it."""
    before, after = now.value(now.scorer.root), now.after(chosen).value(now.scorer.root)
    assert before.ratio is not None
    assert before.maximum is not None
    if after.ratio is None or after.maximum is None:
        return False
    reached = standings.place(after.ratio, after.maximum)
    return reached >= wanted if wanted > standings.place(before.ratio, before.maximum) else reached <= wanted
