"""The lowest and the highest score, taken apart and worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from readiness.scoring.ends import at_end
from readiness.scoring.result import NodeScore
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import Sheet, a_sheet

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
REMOTE: Plain = {"remote": {"type": "boolean", "ask": "Remote?"}}
IF_REMOTE: Plain = {"fact": "remote", "is": True}


def ends(sheet: Sheet, id_: str = "d1") -> tuple[NodeScore, NodeScore]:
    """Return a node at its low and at its high end."""
    low = at_end(sheet.scorer, sheet.readings, sheet.scorecard, "low")
    high = at_end(sheet.scorer, sheet.readings, sheet.scorecard, "high")
    return low.node[id_], high.node[id_]


def an_end(node: NodeScore) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
    """Return the share of each part, what it adds and what it lacks."""
    return {one.child: (one.share, one.adds, one.costs) for one in node.contributions}


def an_area_of_two(answers: dict[str, Any], facts: Plain | None = None, **keys: object) -> Sheet:
    """Return an area of the questions `a` and `b`, with a fact that nobody has given unless `facts` does."""
    area = an_area("d1", [a_question("a"), a_question("b")], **keys)
    return a_sheet(a_framework(areas=[area], facts=REMOTE), answers, facts=facts)


def test_each_end_is_made_of_the_ends_of_the_parts() -> None:
    area = an_area("d1", [a_question("a", weight=3), a_question("b")])
    low, high = ends(a_sheet(a_framework(areas=[area]), {"a": 3}))
    assert (low.ratio, low.raw_ratio, low.score, low.level) == (Fraction(3, 8), Fraction(3, 8), Fraction(5, 2), 2)
    assert an_end(low) == {"a": (Fraction(3, 4), Fraction(3, 8), Fraction(3, 8)), "b": (QUARTER, 0, QUARTER)}
    assert (high.ratio, high.raw_ratio, high.score, high.level) == (Fraction(5, 8), Fraction(5, 8), Fraction(7, 2), 3)
    assert an_end(high) == {"a": (Fraction(3, 4), Fraction(3, 8), Fraction(3, 8)), "b": (QUARTER, QUARTER, 0)}
    assert (low.points, low.maximum) == (Fraction(3, 8), 1)


def test_a_question_has_its_end_and_its_points() -> None:
    sheet = an_area_of_two({"a": 3}, scoring={"unanswered": "exclude"})
    assert sheet["b"].maximum is None
    low, high = ends(sheet, "b")
    assert (low.ratio, low.raw_ratio, low.points, low.maximum, low.score, low.level) == (0, 0, 0, 4, 1, 1)
    assert (high.ratio, high.raw_ratio, high.points, high.maximum, high.score, high.level) == (1, 1, 4, 4, 5, 5)
    assert [(one.ratio, one.points) for one in ends(sheet, "a")] == [(HALF, 2), (HALF, 2)]


def test_points_and_their_maximum_are_those_of_the_end() -> None:
    low, high = ends(an_area_of_two({"a": 3}, scoring={"rollup": "sum", "not-applicable": "forbidden"}))
    assert (low.points, low.maximum, low.ratio) == (2, 8, QUARTER)
    assert (high.points, high.maximum, high.ratio) == (6, 8, Fraction(3, 4))


def test_a_part_that_is_left_out_takes_its_points_with_it() -> None:
    area = an_area("d1", [a_question("a"), a_question("b", applies_when=IF_REMOTE)], scoring={"rollup": "sum"})
    low, high = ends(a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 2, "b": 5}))
    assert (low.points, low.maximum, low.ratio) == (1, 4, QUARTER)
    assert (high.points, high.maximum, high.ratio) == (5, 8, Fraction(5, 8))


def test_adjustments_work_one_after_the_other() -> None:
    rules = [{"of": "ratio", "multiply": Decimal("0.5"), "because": "Reason."}] * 2
    for node in ends(an_area_of_two({"a": 5, "b": 5}, adjust=rules)):
        assert [one.change for one in node.adjustments] == [-HALF, -QUARTER]


def test_an_end_has_neither_a_band_nor_a_target_nor_a_share_of_the_whole() -> None:
    bands = {"ranges": [{"name": "All"}]}
    sheet = an_area_of_two({"a": 3}, bands=bands)
    assert sheet["d1"].band is not None
    assert sheet["d1"].target == 3
    assert [(one.band, one.target, one.share_of_whole) for one in ends(sheet)] == [(None, None, 0)] * 2


def test_what_has_no_score_has_none_at_its_ends() -> None:
    sheet = an_area_of_two({"a": {"not-applicable": "None."}, "b": {"not-applicable": "None."}})
    for node in (*ends(sheet), *ends(sheet, "a")):
        assert (node.ratio, node.score, node.level, node.points, node.maximum) == (None,) * 5
        assert node.contributions == ()


def test_a_part_that_may_not_count_is_there_only_where_it_leads_further_out() -> None:
    area = an_area("d1", [a_question("a"), a_question("b", applies_when=IF_REMOTE)])
    framework = a_framework(areas=[area], facts=REMOTE)
    low, high = ends(a_sheet(framework, {"a": 1, "b": 5}))
    assert (an_end(low), low.ratio) == ({"a": (1, 0, 1)}, 0)
    assert (an_end(high), high.ratio) == ({"a": (HALF, 0, HALF), "b": (HALF, HALF, 0)}, HALF)
    low, high = ends(a_sheet(framework, {"a": 5, "b": 1}))
    assert (an_end(low), an_end(high)) == ({"a": (HALF, HALF, 0), "b": (HALF, 0, HALF)}, {"a": (1, 1, 0)})


def test_a_part_that_changes_nothing_is_kept() -> None:
    area = an_area("d1", [a_question("a"), a_question("b", applies_when=IF_REMOTE)])
    for node in ends(a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 3, "b": 3})):
        assert list(an_end(node)) == ["a", "b"]


def test_a_part_between_others_can_be_the_only_one_that_counts() -> None:
    # of 6 points b costs 1, c costs 1 and a, whose ratio lies between theirs, 1/2: the least that there can be
    facts = {id_: {"type": "boolean", "ask": "Is it?"} for id_ in ("fa", "fb", "fc")}
    questions = [
        a_question(id_, weight=weight, applies_when={"fact": f"f{id_}", "is": True})
        for id_, weight in (("a", 1), ("b", 4), ("c", 1))
    ]
    area = an_area("d1", questions, scoring={"rollup": "deduct"})
    _, high = ends(a_sheet(a_framework(areas=[area], facts=facts), {"a": 3, "b": 4, "c": 1}))
    assert (high.ratio, high.raw_ratio, list(an_end(high))) == (Fraction(11, 12), Fraction(11, 12), ["a"])


def test_where_there_are_no_points_the_end_is_made_of_nothing() -> None:
    options = [{"id": "x", "text": "X", "points": 0}, {"id": "y", "text": "Y", "points": 0}]
    area = an_area("d1", [a_question("a", "choice", options=options)], scoring={"rollup": "sum"})
    for node in ends(a_sheet(a_framework(areas=[area]), {"a": {"option": "x"}})):
        assert (node.raw_ratio, node.ratio, node.points, node.maximum) == (0, 0, 0, 0)
        assert an_end(node) == {"a": (0, 0, 0)}


def test_of_many_parts_that_may_not_count_those_that_pull_the_other_way_are_left_out() -> None:
    facts = {f"f{n}": {"type": "boolean", "ask": "Is it?"} for n in range(12)}
    unsure = [a_question(f"q{n}", applies_when={"fact": f"f{n}", "is": True}) for n in range(12)]
    framework = a_framework(areas=[an_area("d1", [a_question("sure"), *unsure])], facts=facts)
    sheet = a_sheet(framework, {"sure": 3} | {f"q{n}": 1 if n % 2 else 5 for n in range(12)})
    low, high = ends(sheet)
    assert (low.ratio, low.raw_ratio) == (Fraction(1, 14), Fraction(1, 14))  # 1/2 and six times 0
    assert set(an_end(low)) == {"sure", "q1", "q3", "q5", "q7", "q9", "q11"}
    assert (high.ratio, high.raw_ratio) == (Fraction(13, 14), Fraction(13, 14))
    assert set(an_end(high)) == {"sure", "q0", "q2", "q4", "q6", "q8", "q10"}


def test_many_parts_that_may_not_count_all_do_where_each_leads_further_out() -> None:
    facts = {f"f{n}": {"type": "boolean", "ask": "Is it?"} for n in range(12)}
    unsure = [a_question(f"q{n}", applies_when={"fact": f"f{n}", "is": True}) for n in range(12)]
    framework = a_framework(areas=[an_area("d1", [a_question("sure"), *unsure])], facts=facts)
    low, high = ends(a_sheet(framework, {"sure": 3} | {f"q{n}": 5 for n in range(12)}))
    assert (low.ratio, len(low.contributions)) == (HALF, 1)
    assert (high.ratio, len(high.contributions)) == (Fraction(25, 26), 13)


def test_a_safe_end_has_its_score_and_nothing_that_makes_it_up() -> None:
    # c at its worst leaves 1 of 9 points; taken apart by ratio and maximum it looks like 1/5 of 1 and nothing of 4
    inner = an_area("inner", [a_question("b", "yes-no"), a_question("c")], scoring={"rollup": "sum"})
    outer = an_area("d1", [a_question("a")], areas=[inner], scoring={"rollup": "sum"}, gates=[a_gate(IF_REMOTE)])
    outer["adjust"] = [{"multiply": 1, "because": "Reason."}]
    sheet = a_sheet(a_framework(areas=[outer], facts=REMOTE), {"a": 1, "b": {"answer": "yes"}}, facts={"remote": True})
    low, _ = ends(sheet)
    assert (low.ratio, low.score, low.points, low.maximum) == (Fraction(1, 25), 1 + Fraction(4, 25), Fraction(9, 25), 9)
    assert (low.raw_ratio, low.contributions, low.gates, low.adjustments) == (None, (), (), ())


def test_a_gate_that_may_hold_does_where_it_leads_further_out() -> None:
    low, high = ends(an_area_of_two({"b": 5}, gates=[a_gate({"question": "a", "below": 3})]))
    assert (low.raw_ratio, low.ratio) == (HALF, QUARTER)
    assert [(gate.holds, gate.loss) for gate in low.gates] == [(True, QUARTER)]
    assert (high.raw_ratio, high.ratio) == (1, 1)
    assert [(gate.holds, gate.loss) for gate in high.gates] == [(False, 0)]


def test_a_rule_that_may_hold_and_changes_nothing_does_not_hold_at_either_end() -> None:
    rule = {"of": "ratio", "multiply": 1, "when": IF_REMOTE, "because": "Reason."}
    for node in ends(an_area_of_two({"a": 3, "b": 3}, gates=[a_gate(IF_REMOTE, 4)], adjust=[rule])):
        assert [(gate.holds, gate.loss) for gate in node.gates] == [(False, 0)]
        assert [(one.holds, one.change) for one in node.adjustments] == [(False, 0)]


def test_gates_that_hold_work_at_both_ends_one_after_the_other() -> None:
    gates = [a_gate(IF_REMOTE, 4), a_gate(IF_REMOTE, 3), a_gate({"fact": "remote", "is": False}, 1)]
    low, high = ends(an_area_of_two({"b": 5}, {"remote": True}, gates=gates))
    assert [(gate.holds, gate.loss) for gate in low.gates] == [(True, 0), (True, 0), (False, 0)]
    assert [(gate.holds, gate.loss) for gate in high.gates] == [(True, QUARTER), (True, QUARTER), (False, 0)]
    assert (low.ratio, high.ratio) == (HALF, HALF)


def test_where_higher_is_worse_a_gate_that_may_hold_does_at_the_high_end() -> None:
    area = an_area("d1", [a_question("a")], gates=[a_gate(IF_REMOTE, 4)])
    targets = {"good": {"title": "Good", "default": 2}}
    sheet = a_sheet(a_framework(areas=[area], facts=REMOTE, targets=targets, higher_is="worse"), {"a": 2})
    low, high = ends(sheet)
    assert (low.ratio, [(gate.holds, gate.loss) for gate in low.gates]) == (QUARTER, [(False, 0)])
    assert (high.ratio, [(gate.holds, gate.loss) for gate in high.gates]) == (Fraction(3, 4), [(True, -HALF)])


def test_an_adjustment_that_may_apply_does_where_it_leads_further_out() -> None:
    rules = [
        {"of": "ratio", "add": Decimal("0.1"), "when": IF_REMOTE, "because": "Up."},
        {"of": "ratio", "multiply": Decimal("0.5"), "because": "Always."},
        {"of": "ratio", "add": Decimal("-0.1"), "when": IF_REMOTE, "because": "Down."},
    ]
    low, high = ends(an_area_of_two({"a": 3, "b": 3}, adjust=[rules[0]]))
    assert (low.ratio, [(one.holds, one.change) for one in low.adjustments]) == (HALF, [(False, 0)])
    assert (high.ratio, [(one.holds, one.change) for one in high.adjustments]) == (
        Fraction(6, 10),
        [(True, Fraction(1, 10))],
    )
    low, high = ends(an_area_of_two({"a": 3, "b": 3}, adjust=rules[1:]))
    assert (low.raw_ratio, low.ratio) == (HALF, Fraction(15, 100))
    assert [(one.holds, one.change) for one in low.adjustments] == [(True, -QUARTER), (True, Fraction(-1, 10))]
    assert [(one.holds, one.change) for one in high.adjustments] == [(True, -QUARTER), (False, 0)]


def test_an_adjustment_starts_from_what_gates_leave() -> None:
    rule = {"of": "points", "add": Decimal("0.1"), "because": "Always."}
    node, _ = ends(an_area_of_two({"a": 5, "b": 5}, {"remote": True}, gates=[a_gate(IF_REMOTE)], adjust=[rule]))
    assert [gate.loss for gate in node.gates] == [Fraction(3, 4)]
    assert [one.change for one in node.adjustments] == [Fraction(1, 10)]
    assert node.ratio == Fraction(35, 100)


def test_an_adjustment_of_points_is_out_of_the_maximum_of_the_end() -> None:
    scoring = {"rollup": "sum", "not-applicable": "forbidden"}
    rule = {"of": "points", "add": 1, "because": "Always."}
    low, high = ends(an_area_of_two({"a": 3}, scoring=scoring, adjust=[rule]))
    assert [one.change for one in low.adjustments] == [Fraction(1, 8)]
    assert (low.ratio, high.ratio) == (Fraction(3, 8), Fraction(7, 8))


def test_all_or_nothing_takes_all_at_the_low_end() -> None:
    low, high = ends(an_area_of_two({"a": 5}, scoring={"incomplete": "worst"}))
    assert (low.raw_ratio, low.ratio, [(gate.holds, gate.loss) for gate in low.gates]) == (HALF, 0, [(True, HALF)])
    assert (high.raw_ratio, high.ratio, [(gate.holds, gate.loss) for gate in high.gates]) == (1, 1, [(False, 0)])


def test_all_or_nothing_takes_nothing_where_nothing_is_missing() -> None:
    for node in ends(an_area_of_two({"a": 5, "b": 3}, scoring={"incomplete": "worst"})):
        assert (node.ratio, [(gate.holds, gate.loss) for gate in node.gates]) == (Fraction(3, 4), [(False, 0)])
