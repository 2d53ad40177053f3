"""What every roll-up promises; a new one is tested as soon as it is registered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.model.scoring import OPTIONS, Scoring
from readiness.scoring.rollup import ROLLUPS, Bounded, Options, Rollup, Weighted
from readiness.scoring.rollup.steps import Stack
from readiness.scoring.rollup.totals import Deduct
from tests.laws.strategies import slow_law

HALF = Fraction(1, 2)
TOP = 4
VARIANTS: dict[str, dict[str, Options]] = {
    "sum": {"all": Options(most=Fraction(1000))},
    "gmean": {"floor": Options(floor=Fraction(1, 8))},
    "hmean": {"floor": Options(floor=Fraction(1, 8))},
    "share": {"half": Options(satisfied_at=HALF)},
    "ladder": {
        empty: Options(empty_rung=empty, satisfied_at=HALF, top_rung=TOP) for empty in ("inherit", "skip", "fail")
    },
    "deduct": {"little": Options(base=HALF), "much": Options(base=Fraction(110))},
}
"""Options under which a roll-up is tested beside those that it has when the framework says nothing."""
ALL = {
    f"{name} {variant}".rstrip(): kind(options)
    for name, kind in ROLLUPS.items()
    for variant, options in {"": Options(top_rung=TOP), **VARIANTS.get(name, {})}.items()
}
AVERAGES = {name: rollup for name, rollup in ALL.items() if name in {"mean", "sum", "min", "max", "gmean", "hmean"}}

every = pytest.mark.parametrize("rollup", ALL.values(), ids=list(ALL))
averages = pytest.mark.parametrize("rollup", AVERAGES.values(), ids=list(AVERAGES))

RATIOS = st.sampled_from([Fraction(n, 12) for n in range(13)])
WIDE_RATIOS = st.sampled_from([Fraction(n, 12) for n in (-30, -6, *range(13))])
WEIGHTS = st.sampled_from([Fraction(n, 10) for n in (1, 5, 10, 20, 37)])
MAXIMA = st.sampled_from([Fraction(n, 2) for n in (0, 2, 5, 8)])
RUNGS = st.integers(1, TOP)
CHILDREN = st.lists(st.builds(Weighted, WEIGHTS, RATIOS, MAXIMA, RUNGS), min_size=1, max_size=5)
WIDE_CHILDREN = st.lists(st.builds(Weighted, WEIGHTS, WIDE_RATIOS, MAXIMA, RUNGS), min_size=1, max_size=5)
"""Children that may be below zero, as a deduction can be."""


@st.composite
def bounded(draw: st.DrawFn, *, fixed: bool = True) -> Bounded:
    """Draw a child whose ratio lies between two ends, as its maximum does unless it is fixed."""
    low, high = sorted((draw(WIDE_RATIOS), draw(WIDE_RATIOS)))
    least, most = sorted((draw(MAXIMA), draw(MAXIMA)))
    return Bounded(
        draw(WEIGHTS), low, high, most if fixed else least, most, certain=draw(st.booleans()), rung=draw(RUNGS)
    )


def ratio_of(rollup: Rollup, children: Sequence[Weighted]) -> Fraction:
    """Return the parent's ratio; 0 when no child can have points."""
    points, maximum = rollup.combine(children)
    return points / maximum if maximum else Fraction(0)


@averages
class TestEveryAverage:
    """Roll-ups that lie between the lowest and the highest child."""

    @slow_law
    @given(children=CHILDREN)
    def test_the_parent_lies_among_its_children(self, rollup: Rollup, children: list[Weighted]) -> None:
        assume(any(child.maximum for child in children))
        ratios = [child.ratio for child in children]
        assert min(ratios) <= ratio_of(rollup, children) <= max(ratios)

    @slow_law
    @given(ratio=RATIOS, weights=st.lists(WEIGHTS, min_size=1, max_size=4))
    def test_children_that_are_alike_make_a_parent_like_them(
        self, rollup: Rollup, ratio: Fraction, weights: list[Fraction]
    ) -> None:
        assert ratio_of(rollup, [Weighted(weight, ratio, Fraction(4)) for weight in weights]) == ratio


@every
class TestEveryRollup:
    """One class for the whole registry."""

    def test_it_says_what_it_does(self, rollup: Rollup) -> None:
        assert rollup.summary
        assert rollup.summary[0].islower()
        assert not rollup.summary.endswith(".")

    @slow_law
    @given(children=WIDE_CHILDREN, data=st.data())
    def test_raising_a_child_never_lowers_the_parent(
        self, rollup: Rollup, children: list[Weighted], data: st.DataObject
    ) -> None:
        place = data.draw(st.integers(0, len(children) - 1))
        better = list(children)
        better[place] = children[place]._replace(ratio=max(children[place].ratio, data.draw(WIDE_RATIOS)))
        assert ratio_of(rollup, children) <= ratio_of(rollup, better)

    @slow_law
    @given(children=CHILDREN, data=st.data())
    def test_the_order_of_the_children_does_not_matter(
        self, rollup: Rollup, children: list[Weighted], data: st.DataObject
    ) -> None:
        other = data.draw(st.permutations(children))
        if isinstance(rollup, Stack):
            return  # the order is the point
        assert rollup.combine(children) == rollup.combine(other)
        parts = sorted(zip(children, rollup.parts(children), strict=True))
        assert parts == sorted(zip(other, rollup.parts(other), strict=True))

    @slow_law
    @given(children=CHILDREN)
    def test_parts_make_one_whole_and_add_up_to_the_ratio(self, rollup: Rollup, children: list[Weighted]) -> None:
        parts = rollup.parts(children)
        _, maximum = rollup.combine(children)
        assert len(parts) == len(children)
        assert sum(part.share for part in parts) == (1 if maximum else 0)
        assert sum(part.adds for part in parts) == ratio_of(rollup, children)
        assert all(part.share >= 0 and part.adds <= part.share for part in parts)
        assert isinstance(rollup, Deduct) or all(part.adds >= 0 for part in parts)

    @slow_law
    @given(children=st.lists(bounded(), min_size=1, max_size=4))
    def test_the_smallest_and_the_largest_maximum_are_reached(self, rollup: Rollup, children: list[Bounded]) -> None:
        found = {rollup.combine([as_counted(c, c.high) for c in counted])[1] for counted in choices(children)}
        assert rollup.maxima(children) == (min(found), max(found))

    @slow_law
    @given(children=st.lists(bounded(fixed=False), min_size=1, max_size=4), data=st.data())
    def test_bounds_hold_whichever_children_count(
        self, rollup: Rollup, children: list[Bounded], data: st.DataObject
    ) -> None:
        low, high = rollup.bounds(children)
        least, most = rollup.maxima(children)
        for counted in choices(children):
            found = [
                Weighted(
                    c.weight,
                    c.low + data.draw(RATIOS) * (c.high - c.low),
                    c.least + data.draw(RATIOS) * (c.maximum - c.least),
                    c.rung,
                )
                for c in counted
            ]
            assert low <= ratio_of(rollup, found) <= high
            assert least <= rollup.combine(found)[1] <= most

    @slow_law
    @given(children=st.lists(bounded(), min_size=1, max_size=4))
    def test_bounds_of_children_with_fixed_maxima_are_reached(self, rollup: Rollup, children: list[Bounded]) -> None:
        reached = [
            ratio_of(rollup, [as_counted(c, end) for c, end in zip(counted, ends, strict=True)])
            for counted in choices(children)
            for ends in product(*((c.low, c.high) for c in counted))
        ]
        assert rollup.bounds(children) == (min(reached), max(reached))


def as_counted(child: Bounded, ratio: Fraction) -> Weighted:
    """Return a child that counts, at a ratio."""
    return Weighted(child.weight, ratio, child.maximum, child.rung)


def choices(children: Sequence[Bounded]) -> Iterator[list[Bounded]]:
    """Yield every choice of the children that may count, at least one of them."""
    for keep in product((True, False), repeat=len(children)):
        counted = [child for child, kept in zip(children, keep, strict=True) if kept or child.certain]
        if counted:
            yield counted


def test_every_roll_up_can_be_written_and_has_the_options_it_reads() -> None:
    written = Scoring.model_fields["rollup"].annotation
    assert get_args(get_args(written)[0]) == tuple(ROLLUPS)
    assert set(OPTIONS) <= set(ROLLUPS)
    assert {name for names in OPTIONS.values() for name in names} == set(Scoring.model_fields) - {
        "rollup",
        "unanswered",
        "not_applicable",
        "incomplete",
    }
