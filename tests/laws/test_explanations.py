"""What `readiness explain` prints can be worked out again, whatever framework somebody writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given

from readiness.report.explanation import Basis, Explanation, explain
from readiness.report.explanation.account import Figure
from readiness.scoring.ends import at_end
from readiness.scoring.result import NodeScore, Scorecard
from readiness.scoring.rollup import ROLLUPS
from readiness.scoring.score import as_evidenced_only, at_target
from tests.laws.calculator import CLOSE, Page, check_equations, page_of, value_of
from tests.laws.strategies import Case, cases, law

FIGURES: tuple[Figure, ...] = ("score", "low", "high", "evidenced", "target")
_ROUNDED = Fraction(1, 10**5)


def shown_as(case: Case, figure: Figure) -> Scorecard:
    """Return the tree in which a figure is the score."""
    match figure:
        case "low" | "high":
            return at_end(case.scorer, case.readings, case.scorecard, figure)
        case "evidenced":
            return as_evidenced_only(case.scorer, case.readings)
        case "target":
            return at_target(case.scorer, case.readings, "good")
        case _:
            return case.scorecard


def explanations(case: Case, figure: Figure) -> list[Explanation]:
    """Return the explanation of every node."""
    basis = Basis(case.framework, case.scorecard, shown_as(case, figure), figure, case.framework.targets["good"])
    return [explain(basis, node.id) for node in case.scorecard.root.walk()]


@pytest.mark.parametrize("figure", FIGURES)
@law
@given(case=cases())
def test_the_tree_of_a_figure_has_the_figure_as_its_score(case: Case, figure: Figure) -> None:
    shown = shown_as(case, figure)
    for node in case.scorecard.root.walk():
        assert shown.node[node.id].score == getattr(node, figure)


@pytest.mark.parametrize("figure", FIGURES)
@law
@given(case=cases())
def test_every_printed_sum_comes_out_at_every_node(case: Case, figure: Figure) -> None:
    for found in explanations(case, figure):
        page = page_of(found)
        equations = sum(map(check_equations, page.paragraphs))
        if found.parts:
            assert equations
            check_table(page, found.node, case)
            assert abs(found.parts.before - ends_at(found.parts.sum)) < CLOSE
        elif found.node.children and found.node.score is not None:
            assert page.fact("Safe")
        if found.node.score is not None and (found.parts or found.node.kind == "question"):
            check_way(found)


def ends_at(equation: str) -> Fraction:
    """Return the result that an equation prints; a cut one as far as it goes."""
    result = equation.rpartition(" = ")[2]
    return value_of(re.split("[ ,]", result)[0])


def check_way(found: Explanation) -> None:
    """Follow the score from the sum of the parts through every cap and adjustment to the headline."""
    scores = [found.parts.before] if found.parts else []
    for change in found.changes:
        assert change.before == scores[-1]
        assert change.after is not None
        assert change.holds or change.after == change.before
        scores.append(change.after)
    if scores:
        assert scores[-1] == found.node.score
    assert len(scores) == len(found.changes) + 1 or not found.changes
    assert (found.after != "") == any(a != b for a, b in pairwise(scores))


# --- the table, by what is said above it ------------------------------------------------------------------------


def check_table(page: Page, node: NodeScore, case: Case) -> None:
    """Add up the columns, and work out each share and what it adds, from nothing but what is printed."""
    span = case.framework.scale.span
    names = page.columns[-3:]
    assert names in (["share", "adds", "costs"], ["share", "adds", "spares"])
    share, adds, costs = map(page.column, names)
    assert [sum(share), sum(adds), sum(costs)] == [page.total(name) for name in names]
    assert page.total("share") == 1 or node.maximum == 0
    near(adds, [span * one - cost for one, cost in zip(share, costs, strict=True)])
    shares, added = _WORKED_OUT[str(node.rollup)](page, node, case)
    near(share, shares)
    near(adds, added)


def near(printed: Sequence[Fraction], worked_out: Sequence[Fraction]) -> None:
    """Compare numbers; where fractions would be too long to read, six decimals are printed."""
    assert len(printed) == len(worked_out)
    assert all(abs(a - b) < _ROUNDED for a, b in zip(printed, worked_out, strict=True)), (printed, worked_out)


Worked = tuple[Sequence[Fraction], Sequence[Fraction]]


def _by_weight(page: Page) -> list[Fraction]:
    weights = page.column("weight")
    return [weight / sum(weights) for weight in weights]


def _above_lowest(page: Page, case: Case) -> list[Fraction]:
    return [score - case.framework.scale.lowest for score in page.column("score")]


def _times(a: Sequence[Fraction], b: Sequence[Fraction]) -> list[Fraction]:
    return [x * y for x, y in zip(a, b, strict=True)]


def _mean(page: Page, _: NodeScore, case: Case) -> Worked:
    return _by_weight(page), _times(_by_weight(page), _above_lowest(page, case))


def _sum(page: Page, node: NodeScore, case: Case) -> Worked:
    had, could = (
        _times(page.column("weight"), page.column("points")),
        _times(page.column("weight"), page.column("most")),
    )
    assert node.maximum is not None
    if not node.maximum or not sum(could):
        return page.column("share"), [Fraction(0) for _ in had]
    span = case.framework.scale.span
    return [one / sum(could) for one in could], [one / node.maximum * span for one in had]


def _extreme(page: Page, node: NodeScore, case: Case) -> Worked:
    scores = page.column("score")
    decides = (min if node.rollup == "min" else max)(scores)
    shares = [Fraction(score == decides, scores.count(decides)) for score in scores]
    return shares, _times(shares, _above_lowest(page, case))


def _harmonic_shares(page: Page) -> list[Fraction]:
    pairs = list(zip(page.column("weight"), page.column("ratio"), strict=True))
    if all(ratio for _, ratio in pairs):
        parts = [weight / ratio for weight, ratio in pairs]
    else:
        parts = [Fraction(0) if ratio else weight for weight, ratio in pairs]
    return [part / sum(parts) for part in parts]


def _by_ratio(page: Page, case: Case) -> list[Fraction]:
    return [ratio * case.framework.scale.span for ratio in page.column("ratio")]


def _hmean(page: Page, _: NodeScore, case: Case) -> Worked:
    return _harmonic_shares(page), _times(_harmonic_shares(page), _by_ratio(page, case))


def _gmean(page: Page, _: NodeScore, case: Case) -> Worked:
    words = next(one for one in page.paragraphs if "with m = " in one)
    mixed = Fraction(words.partition("with m = ")[2].partition(",")[0].removesuffix("…"))
    pairs = zip(_by_weight(page), _harmonic_shares(page), strict=True)
    shares = [(1 - mixed) * mean + mixed * harmonic for mean, harmonic in pairs]
    return shares, _times(shares, _by_ratio(page, case))


def _share(page: Page, node: NodeScore, case: Case) -> Worked:
    assert node.options is not None
    least, scale = node.options.satisfied_at, case.framework.scale
    met = [Fraction(scale.span * (above >= least * scale.span)) for above in _above_lowest(page, case)]
    return _by_weight(page), _times(_by_weight(page), met)


def _ladder(page: Page, node: NodeScore, case: Case) -> Worked:
    rungs, shares, adds = page.column("rung"), page.column("share"), page.column("adds")
    assert node.raw_ratio is not None
    assert abs(sum(adds) - node.raw_ratio * case.framework.scale.span) < _ROUNDED
    same = {rung: {share for one, share in zip(rungs, shares, strict=True) if one == rung} for rung in rungs}
    assert all(max(found) - min(found) < _ROUNDED for found in same.values())
    return shares, adds


def _stack(page: Page, _: NodeScore, case: Case) -> Worked:
    lowest, above = case.framework.scale.lowest, _above_lowest(page, case)
    said = any(f"a score below {lowest} counts as {lowest}" in one for one in page.paragraphs)
    assert said == (min(above) < 0)
    if said:
        above = [max(one, Fraction(0)) for one in above]
    count, stands = len(page.rows) - 1, True
    added = []
    for one in above:
        added.append(one / count if stands else Fraction(0))
        stands = stands and one == case.framework.scale.span
    return [Fraction(1, count)] * count, added


def _deduct(page: Page, node: NodeScore, case: Case) -> Worked:
    assert node.options is not None
    scale, shares = case.framework.scale, _by_weight(page)
    missing = [scale.highest - score for score in page.column("score")]
    costs = [part / node.options.base for part in _times(page.column("weight"), missing)]
    return shares, [share * scale.span - cost for share, cost in zip(shares, costs, strict=True)]


_WORKED_OUT: Mapping[str, Callable[[Page, NodeScore, Case], Worked]] = {
    "mean": _mean,
    "sum": _sum,
    "min": _extreme,
    "max": _extreme,
    "gmean": _gmean,
    "hmean": _hmean,
    "share": _share,
    "ladder": _ladder,
    "stack": _stack,
    "deduct": _deduct,
}


def test_every_roll_up_is_worked_out() -> None:
    assert set(_WORKED_OUT) == set(ROLLUPS)


# --- the calculator itself --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Score: 1 + 1.375 = 2.375",
        "In numbers: (2 × 3 + 1 × 65/33) / 3 = 263/99 ≈ 2.66",
        "0.25^(1/2) × 1^0.5 = 0.5 of the way up",
        "Cap (a stands below level 2): 6881/3000 − 881/3000 = 2. So it is.",
        "3 / (1 / (1/3) + 2 / 0.5) = 3/7 ≈ 0.43",
        "1 + -8 = -7, which is below",
    ],
)
def test_a_true_equation_is_worked_out(text: str) -> None:
    assert check_equations(text) == 1


@pytest.mark.parametrize("text", ["1 + 1 = 3", "x; 2 × 2.5 = 5.5", "1/3 + 1/3 = 2/3 ≈ 0.76", "4^(1/2) = 2.1"])
def test_a_wrong_equation_is_found(text: str) -> None:
    with pytest.raises(AssertionError):
        check_equations(text)


def test_words_are_no_equation() -> None:
    assert check_equations("adds = share × (score − 1); share = weight / 4, with m = 0.5") == 0
