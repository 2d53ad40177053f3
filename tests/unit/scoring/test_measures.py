"""Measures beside the headline, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from readiness.scoring.engine import Headline
from tests.builders import Plain, a_framework, a_question, an_area, read_framework
from tests.unit.scoring.sheet import a_sheet

HALF = Fraction(1, 2)
LEVELS = {"of": "ratio", "inclusive": "lower", "ranges": [{"name": "Thin", "to": 1}, {"name": "Full", "from": 1}]}


def risk_and_mitigation(**keys: object) -> Plain:
    """Return a framework whose area of risk counts, with an area of mitigation beside it."""
    mitigation = an_area("mitigation", [a_question("m1"), a_question("m2")], **({"measure": True} | keys))
    return a_framework(areas=[an_area("risk", [a_question("r1"), a_question("r2")]), mitigation])


def test_a_measure_is_scored_like_any_area_and_is_no_part_of_the_whole() -> None:
    sheet = a_sheet(risk_and_mitigation(bands=LEVELS), {"r1": 1, "r2": 3, "m1": 5, "m2": 5})
    assert sheet.root.score == sheet["risk"].score == 2
    measure = sheet["mitigation"]
    assert (measure.score, measure.level, measure.target) == (5, 5, 3)
    assert measure.band is not None
    assert measure.band.name == "Full"
    assert [one.child for one in measure.contributions] == ["m1", "m2"]


def test_nothing_of_the_whole_hangs_on_a_measure() -> None:
    sheet = a_sheet(risk_and_mitigation(), {"r1": 1, "r2": 3, "m1": 1})
    assert [(one.child, one.share) for one in sheet.root.contributions] == [("risk", 1)]
    assert [sheet[id_].share_of_whole for id_ in ("mitigation", "m1", "m2")] == [0, 0, 0]
    assert {gap.question: gap.gain for gap in sheet.gaps} == {"r1": 1, "m1": 0, "m2": 0}
    assert [one.id for one in sheet.scorecard.dimensions] == ["risk"]
    assert [one.id for one in sheet.scorecard.measures] == ["mitigation"]


def test_every_node_says_which_measure_it_counts_in() -> None:
    inner = an_area("inner", [a_question("i1")], measure=True)
    outer = an_area("outer", [a_question("o1")], measure=True, areas=[inner, an_area("part", [a_question("p1")])])
    sheet = a_sheet(a_framework(dimensions=1, areas=[an_area("d1", [a_question("q1")], areas=[outer])]))
    found = {id_: node.measure for id_, node in sheet.scorecard.node.items()}
    assert found == {
        "sample": None,
        "d1": None,
        "outer": "outer",
        "inner": "inner",
        "i1": "inner",
        "part": "outer",
        "p1": "outer",
        "o1": "outer",
        "q1": None,
    }
    assert [one.id for one in sheet.scorecard.measures] == ["outer", "inner"]


def test_what_is_missing_in_a_measure_leaves_the_whole_as_it_is() -> None:
    sheet = a_sheet(risk_and_mitigation(scoring={"unanswered": "block"}), {"r1": 2, "r2": 2, "m1": 4})
    assert sheet["mitigation"].score is None
    assert (sheet["mitigation"].low, sheet["mitigation"].high) == (Fraction(5, 2), Fraction(9, 2))
    assert (sheet.root.low, sheet.root.score, sheet.root.high) == (2, 2, 2)


def test_coverage_by_count_holds_all_questions_and_by_weight_those_that_the_score_is_made_of() -> None:
    sheet = a_sheet(risk_and_mitigation(), {"r1": 1, "m1": 3, "m2": 3})
    assert (sheet.root.coverage.answered, sheet.root.coverage.applicable) == (3, 4)
    assert sheet.root.coverage.weight == Fraction(1, 2)
    assert sheet["mitigation"].coverage.weight == 1


def test_a_measure_within_an_area_stands_beside_that_area() -> None:
    strength = an_area("strength", [a_question("s1")], measure=True, weight=7)
    document = a_framework(
        areas=[an_area("d1", [a_question("q1")], areas=[strength]), an_area("d2", [a_question("q2")])]
    )
    sheet = a_sheet(document, {"q1": 3, "q2": 1, "s1": 5})
    assert (sheet["d1"].score, sheet.root.score, sheet["strength"].score) == (3, 2, 5)


def test_a_parent_may_look_at_the_measure_beside_it() -> None:
    rule = {
        "when": {"area": "mitigation", "at-least-ratio": Decimal("0.5")},
        "of": "score",
        "add": -1,
        "because": "So.",
    }
    document = risk_and_mitigation()
    document["adjust"] = [rule]
    assert a_sheet(document, {"r1": 3, "r2": 3, "m1": 2, "m2": 3}).root.score == 3
    held = a_sheet(document, {"r1": 3, "r2": 3, "m1": 3, "m2": 3})
    assert held.root.score == 2
    assert a_sheet(document, {"r1": 3, "r2": 3}).root.low == 2


def test_a_measure_has_no_rung_no_points_and_no_deduction() -> None:
    measure = an_area("beside", [a_question("b1")], measure=True)
    steps = [a_question("q1", rung=1), a_question("q2", rung=2)]
    mean = measure | {"scoring": {"rollup": "mean"}}
    ladder = an_area("d1", steps, areas=[mean], scoring={"rollup": "ladder"})
    assert a_sheet(a_framework(areas=[ladder]), {"q1": 5, "b1": 1}).root.score == 3
    summed = an_area("d1", [a_question("q1")], areas=[measure], scoring={"rollup": "sum", "maxima": "all"})
    assert a_sheet(a_framework(areas=[summed]), {"q1": 5, "b1": 1}).root.score == 5
    deducted = an_area("d1", [a_question("q1")], areas=[measure], scoring={"rollup": "deduct"})
    assert a_sheet(a_framework(areas=[deducted]), {"q1": 1, "b1": 5}).root.score == 1


def test_only_the_measure_itself_changes_with_its_answers() -> None:
    sheet = a_sheet(risk_and_mitigation(), {"r1": 1, "r2": 3, "m1": 1, "m2": 1})
    assert sheet.scorer.dependents["m1"] == {"m1", "mitigation"}
    changed = Headline(sheet.scorer, sheet.readings).after({"m1": sheet.readings["m1"].lifted(Fraction(1))})
    assert changed.overall == Fraction(1, 4)
    assert changed.value(sheet.scorer.branch["mitigation"]).ratio == HALF


def test_an_included_framework_can_stand_beside_the_headline() -> None:
    part = a_framework(dimensions=1, questions=1, id="part", targets=None)
    whole = a_framework(dimensions=0, questions=[a_question("own")], includes=[{"framework": "part", "measure": True}])
    (area,) = read_framework(whole, part).areas
    assert (area.id, area.measure) == ("part", True)
