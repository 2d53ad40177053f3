"""Parts of an area that change are exchanged: what the others come to stays as it was."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.model.framework import Framework
from readiness.scoring.engine import Scorer
from readiness.scoring.tally import ABSENT, BLOCKED, Moved, Tally, Value, tally
from readiness.scoring.tree import Branch
from tests.builders import a_framework, a_question
from tests.laws.strategies import frozen

LOW, HALF, FULL = (Value(ratio, ratio, Fraction(4)) for ratio in (Fraction(0), Fraction(1, 2), Fraction(1)))
sums_and_lists = pytest.mark.parametrize("rollup", ["mean", "sum", "share", "deduct", "min", "max", "gmean"])


def three(rollup: str) -> Branch:
    """Return a branch of three questions, a, b and c, of the same weight."""
    plain = a_framework(dimensions=0, questions=[a_question(id_) for id_ in "abc"], scoring={"rollup": rollup})
    return Scorer(Framework.model_validate(frozen(plain)), {}).root


def move(branch: Branch, id_: str, old: Value, new: Value) -> Moved:
    return branch.part[id_], old, new


def ratio(found: Tally) -> Fraction | None:
    combined = found.combined()
    return combined and combined[0] / combined[1]


@pytest.mark.parametrize(
    ("rollup", "one", "two"),
    [
        ("mean", Fraction(1, 2), Fraction(3, 4)),
        ("sum", Fraction(1, 2), Fraction(3, 4)),
        ("share", 0, Fraction(1, 2)),
        ("deduct", Fraction(5, 6), Fraction(5, 6)),  # of 3 there goes a half
        ("min", Fraction(1, 2), Fraction(1, 2)),
        ("max", Fraction(1, 2), 1),
    ],
)
def test_a_part_comes_and_goes(rollup: str, one: Fraction, two: Fraction) -> None:
    branch = three(rollup)
    only_a = tally(branch, [HALF, ABSENT, ABSENT])
    assert ratio(only_a) == one
    both = only_a.exchanged([move(branch, "b", ABSENT, FULL)])
    assert ratio(both) == two
    assert ratio(both.exchanged([move(branch, "b", FULL, ABSENT)])) == one
    assert ratio(both.exchanged([move(branch, "a", HALF, FULL)])) == 1


@sums_and_lists
def test_where_the_last_part_goes_nothing_is_left(rollup: str) -> None:
    branch = three(rollup)
    none = tally(branch, [ABSENT, ABSENT, ABSENT])
    assert ratio(none) is None
    one = none.exchanged([move(branch, "c", ABSENT, FULL)])
    assert ratio(one) == 1
    assert ratio(one.exchanged([move(branch, "c", FULL, ABSENT)])) is None
    two = one.exchanged([move(branch, "a", ABSENT, FULL)])
    gone = [move(branch, "c", FULL, ABSENT), move(branch, "a", FULL, ABSENT)]
    assert ratio(two.exchanged(gone)) is None
    assert ratio(two.exchanged(gone[:1])) == 1


@sums_and_lists
def test_a_branch_is_blocked_until_no_part_blocks_it(rollup: str) -> None:
    branch = three(rollup)
    two = tally(branch, [BLOCKED, BLOCKED, LOW])
    assert two.blocked == 2
    one = two.exchanged([move(branch, "a", BLOCKED, FULL)])
    assert one.blocked == 1
    assert one.exchanged([move(branch, "b", BLOCKED, FULL), move(branch, "c", LOW, FULL)]).blocked == 0
    assert one.exchanged([move(branch, "a", FULL, BLOCKED), move(branch, "c", LOW, FULL)]).blocked == 2
