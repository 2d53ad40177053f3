"""How the answers of a tree become its score, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from readiness.scoring.result import State
from tests.builders import Plain, a_framework, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

HALF = Fraction(1, 2)


def one_area(*questions: Plain, **keys: object) -> Plain:
    """Return a framework whose only area holds these questions."""
    return a_framework(areas=[an_area("d1", questions, **keys)])


def test_levels_spread_evenly_over_the_scale() -> None:
    sheet = a_sheet(one_area(*(a_question(f"q{level}") for level in range(1, 6))), {f"q{n}": n for n in range(1, 6)})
    assert [sheet[f"q{n}"].ratio for n in range(1, 6)] == [0, Fraction(1, 4), HALF, Fraction(3, 4), 1]
    assert [sheet[f"q{n}"].points for n in range(1, 6)] == [0, 1, 2, 3, 4]
    assert [sheet[f"q{n}"].maximum for n in range(1, 6)] == [4] * 5
    assert [sheet[f"q{n}"].score for n in range(1, 6)] == [1, 2, 3, 4, 5]
    assert sheet.root.score == 3


def test_a_mean_counts_each_child_by_its_weight() -> None:
    sheet = a_sheet(one_area(a_question("a", weight=3), a_question("b")), {"a": 5, "b": 1})
    assert sheet["d1"].ratio == Fraction(3, 4)
    assert sheet["d1"].score == 4
    assert (sheet["d1"].points, sheet["d1"].maximum) == (Fraction(3, 4), 1)
    assert [(one.child, one.share, one.adds, one.costs) for one in sheet["d1"].contributions] == [
        ("a", Fraction(3, 4), Fraction(3, 4), 0),
        ("b", Fraction(1, 4), 0, Fraction(1, 4)),
    ]


def test_weights_written_as_decimals_stay_exact() -> None:
    sheet = a_sheet(
        one_area(a_question("a", weight=Fraction(1, 10)), a_question("b", weight=Fraction(2, 10))), {"a": 5, "b": 1}
    )
    assert sheet.root.ratio == Fraction(1, 3)
    assert sheet.root.score == Fraction(7, 3)


def test_a_sum_adds_points_and_maxima() -> None:
    # 2 of 4 points; 1 of 1; and 1 of 2, twice as heavy: (2 + 1 + 2) of (4 + 1 + 4)
    sheet = a_sheet(
        one_area(
            a_question("a"),
            a_question("b", "yes-no"),
            a_question("c", "checklist", weight=2),
            scoring={"rollup": "sum"},
        ),
        {"a": 3, "b": {"answer": "yes"}, "c": {"done": ["a"]}},
    )
    assert (sheet["d1"].points, sheet["d1"].maximum) == (5, 9)
    assert sheet["d1"].ratio == Fraction(5, 9)
    assert [one.share for one in sheet["d1"].contributions] == [Fraction(4, 9), Fraction(1, 9), Fraction(4, 9)]
    assert [one.adds for one in sheet["d1"].contributions] == [Fraction(2, 9), Fraction(1, 9), Fraction(2, 9)]


def test_points_add_up_through_nested_sums() -> None:
    inner = an_area("inner", [a_question("a"), a_question("b")], scoring={"rollup": "sum"})
    framework = a_framework(areas=[inner], scoring={"rollup": "sum"})
    framework["questions"] = [a_question("c", "yes-no")]
    sheet = a_sheet(framework, {"a": 5, "b": 1, "c": {"answer": "no"}})
    assert (sheet.root.points, sheet.root.maximum) == (4, 9)


def test_a_minimum_is_the_weakest_child_whatever_the_weights() -> None:
    sheet = a_sheet(one_area(a_question("a", weight=9), a_question("b"), scoring={"rollup": "min"}), {"a": 5, "b": 2})
    assert sheet["d1"].score == 2
    assert [(one.child, one.share) for one in sheet["d1"].contributions] == [("a", 0), ("b", 1)]


def test_equally_weak_children_share_a_minimum() -> None:
    framework = one_area(a_question("a"), a_question("b"), a_question("c"), scoring={"rollup": "min"})
    sheet = a_sheet(framework, {"a": 2, "b": 2, "c": 4})
    assert [one.share for one in sheet["d1"].contributions] == [HALF, HALF, 0]
    assert sum(one.adds for one in sheet["d1"].contributions) == Fraction(1, 4)


def test_an_area_without_a_rule_of_its_own_has_the_framework_s() -> None:
    framework = a_framework(scoring={"rollup": "min"})
    framework["areas"][1]["scoring"] = {"rollup": "mean"}
    sheet = a_sheet(framework, {"d1-q1": 1, "d1-q2": 5, "d2-q1": 1, "d2-q2": 5})
    assert (sheet["d1"].score, sheet["d2"].score, sheet.root.score) == (1, 3, 1)
    assert (sheet["d1"].rollup, sheet["d2"].rollup, sheet.root.rollup, sheet["d1-q1"].rollup) == (
        "min",
        "mean",
        "min",
        None,
    )


def test_a_rollup_is_not_handed_down_from_area_to_area() -> None:
    inner = an_area("inner", [a_question("a"), a_question("b")])
    sheet = a_sheet(a_framework(areas=[an_area("outer", areas=[inner], scoring={"rollup": "min"})]), {"a": 1, "b": 5})
    assert (sheet["outer"].rollup, sheet["inner"].rollup) == ("min", "mean")


def test_areas_and_questions_stand_side_by_side() -> None:
    framework = a_framework(
        areas=[an_area("d1", [a_question("a")], areas=[an_area("deep", [a_question("b")], weight=3)])]
    )
    sheet = a_sheet(framework, {"a": 1, "b": 5})
    assert sheet["d1"].ratio == Fraction(3, 4)
    assert sheet["deep"].depth == 2
    assert sheet["b"].depth == 3


def test_share_of_the_whole_multiplies_down_the_tree() -> None:
    framework = a_framework(
        areas=[
            an_area("d1", [a_question("a", weight=3), a_question("b")], weight=2),
            an_area("d2", [a_question("c")]),
        ]
    )
    sheet = a_sheet(framework, {"a": 3, "b": 3, "c": 3})
    shares = {id_: sheet[id_].share_of_whole for id_ in ("sample", "d1", "d2", "a", "b", "c")}
    assert shares == {
        "sample": 1,
        "d1": Fraction(2, 3),
        "d2": Fraction(1, 3),
        "a": HALF,
        "b": Fraction(1, 6),
        "c": Fraction(1, 3),
    }


# --- what is not answered ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [None, {"unknown": "Next week."}, {"note": "Later."}])
@pytest.mark.parametrize(
    ("policy", "ratio"), [(None, HALF), ("zero", HALF), ("exclude", 1), ("full", 1), ("block", None)]
)
def test_a_missing_answer_counts_as_the_policy_says(
    policy: str | None, ratio: Fraction | None, answer: Plain | None
) -> None:
    framework = one_area(a_question("a"), a_question("b", scoring={"unanswered": policy} if policy else None))
    sheet = a_sheet(framework, {"a": 5} | ({"b": answer} if answer else {}))
    assert sheet["d1"].ratio == sheet.root.ratio == ratio
    assert (sheet["d1"].coverage.answered, sheet["d1"].coverage.applicable) == (1, 2)
    assert sheet["b"].state is (State.UNKNOWN if answer and "unknown" in answer else State.UNANSWERED)


def test_a_missing_answer_that_blocks_takes_the_score_from_everything_above_it_and_nothing_else() -> None:
    framework = a_framework(scoring={"unanswered": "block"})
    sheet = a_sheet(framework, {"d1-q1": 3, "d2-q1": 3, "d2-q2": 3})
    assert sheet.root.score is None
    assert sheet["d1"].score is None
    assert sheet["d1"].level is None
    assert sheet["d1"].contributions == ()
    assert (sheet["d1-q1"].score, sheet["d2"].score) == (3, 3)
    assert (sheet.root.low, sheet.root.high) == (Fraction(5, 2), Fraction(7, 2))


@pytest.mark.parametrize(("policy", "ratio"), [(None, 1), ("exclude", 1), ("zero", HALF), ("full", 1)])
def test_a_not_applicable_answer_counts_as_the_policy_says(policy: str | None, ratio: Fraction) -> None:
    framework = one_area(a_question("a"), a_question("b", scoring={"not-applicable": policy} if policy else None))
    sheet = a_sheet(framework, {"a": 5, "b": {"not-applicable": "None is held."}})
    assert sheet["d1"].ratio == ratio
    assert sheet["d1"].low == sheet["d1"].high == sheet["d1"].score
    assert (sheet["d1"].coverage.answered, sheet["d1"].coverage.applicable) == (1, 1)
    assert sheet["b"].state is State.NOT_APPLICABLE


def test_the_nearest_policy_wins() -> None:
    inner = an_area("inner", [a_question("a"), a_question("b", scoring={"unanswered": "zero"})])
    outer = an_area("outer", areas=[inner], scoring={"unanswered": "full"})
    sheet = a_sheet(a_framework(areas=[outer], scoring={"unanswered": "exclude"}))
    assert (sheet["a"].ratio, sheet["b"].ratio) == (1, 0)


def test_weights_are_shared_out_anew_among_what_counts() -> None:
    framework = one_area(a_question("a", weight=5), a_question("b", weight=2), a_question("c", weight=1))
    sheet = a_sheet(framework, {"a": {"not-applicable": "None is held."}, "b": 5, "c": 1})
    assert sheet["d1"].ratio == Fraction(2, 3)
    assert sheet["a"].share_of_whole == 0
    assert (sheet["b"].share_of_whole, sheet["c"].share_of_whole) == (Fraction(2, 3), Fraction(1, 3))


def test_an_area_in_which_nothing_counts_has_no_score_and_leaves_its_siblings_alone() -> None:
    gone = {"not-applicable": "None is held."}
    sheet = a_sheet(a_framework(), {"d1-q1": gone, "d1-q2": gone, "d2-q1": 5, "d2-q2": 3})
    assert (sheet["d1"].score, sheet["d1"].level, sheet["d1"].low, sheet["d1"].high) == (None, None, None, None)
    assert not sheet["d1"].applies
    assert sheet["d1"].share_of_whole == 0
    assert sheet.root.score == 4


def test_a_framework_in_which_nothing_counts_has_no_score() -> None:
    sheet = a_sheet(a_framework(dimensions=1, questions=1), {"d1-q1": {"not-applicable": "None is held."}})
    assert sheet.root.score is None
    assert sheet.root.coverage.by_count == 0
    assert sheet.gaps == ()


def test_an_empty_area_is_left_out() -> None:
    framework = a_framework(dimensions=1)
    framework["areas"].append(an_area("empty"))
    sheet = a_sheet(framework, {"d1-q1": 5, "d1-q2": 5})
    assert sheet.root.score == 5
    assert sheet["empty"].score is None


def test_a_hidden_answer_counts_as_if_it_were_not_there() -> None:
    asked = {"question": "a", "at-least": 4}
    framework = one_area(a_question("a"), a_question("b", applies_when=asked))
    hidden, shown = a_sheet(framework, {"a": 3, "b": 5}), a_sheet(framework, {"a": 4, "b": 5})
    assert hidden["b"].state is State.HIDDEN
    assert (hidden["b"].ratio, hidden["b"].low, hidden["b"].evidence) == (None, None, None)
    assert hidden.root.score == 3
    assert shown.root.score == Fraction(9, 2)
    assert (hidden.root.coverage.answered, hidden.root.coverage.applicable) == (1, 1)


def test_a_hidden_answer_satisfies_no_comparison() -> None:
    framework = one_area(
        a_question("a"),
        a_question("b", applies_when={"question": "a", "at-least": 4}),
        a_question("c", applies_when={"question": "b", "at-least": 2}),
    )
    sheet = a_sheet(framework, {"a": 1, "b": 5, "c": 5})
    assert sheet["c"].state is State.HIDDEN


def test_an_area_that_does_not_apply_hides_everything_in_it() -> None:
    framework = a_framework(facts={"remote": {"type": "boolean", "ask": "Remote?"}})
    framework["areas"][0]["applies-when"] = {"fact": "remote", "is": True}
    framework["areas"][0]["areas"] = [an_area("deep", [a_question("deep-q")])]
    sheet = a_sheet(framework, {"d1-q1": 5, "deep-q": 5, "d2-q1": 3, "d2-q2": 3}, facts={"remote": False})
    assert {sheet[id_].state for id_ in ("d1-q1", "d1-q2", "deep-q")} == {State.HIDDEN}
    assert sheet.root.score == 3


# --- answer types -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer", "ratio", "maximum"),
    [
        (a_question("q"), {"level": 4}, Fraction(3, 4), 4),
        (a_question("q", "checklist"), {"done": ["a"]}, HALF, 2),
        (a_question("q", "checklist"), {"done": ["a"], "partly": ["b"]}, Fraction(3, 4), 2),
        (a_question("q", "checklist"), {"partly": ["a"]}, Fraction(1, 4), 2),
        (a_question("q", "checklist"), {"done": []}, 0, 2),
        (
            a_question("q", "checklist", items=[{"id": "a", "text": "A", "weight": 3}, {"id": "b", "text": "B"}]),
            {"done": ["a"], "partly": ["b"]},
            Fraction(7, 8),
            4,
        ),
        (a_question("q", "choice"), {"option": "some"}, Fraction(1, 4), 4),
        (a_question("q", "choice"), {"option": "none"}, 0, 4),
        (a_question("q", "choice"), {"option": "all"}, 1, 4),
        (a_question("q", "yes-no"), {"answer": "yes"}, 1, 1),
        (a_question("q", "yes-no"), {"answer": False}, 0, 1),
        (a_question("q", "yes-no", good="no"), {"answer": "yes"}, 0, 1),
        (a_question("q", "yes-no", good="no"), {"answer": "no"}, 1, 1),
        (a_question("q", "number"), {"value": 61}, Fraction(61, 100), 1),
        (a_question("q", "number"), {"value": 200}, 1, 1),
        (a_question("q", "number"), {"value": -3}, 0, 1),
        (a_question("q", "number", bounds={"worst": 30, "best": 10}), {"value": 25}, Fraction(1, 4), 1),
        (a_question("q", "number", bounds={"worst": 30, "best": 10}), {"value": 31}, 0, 1),
    ],
)
def test_an_answer_of_each_type_has_its_ratio(question: Plain, answer: Plain, ratio: Fraction, maximum: int) -> None:
    node = a_sheet(one_area(question), {"q": answer})["q"]
    assert (node.ratio, node.maximum, node.points) == (ratio, maximum, ratio * maximum)


def test_words_are_recorded_and_do_not_count() -> None:
    sheet = a_sheet(
        one_area(a_question("a"), a_question("words", "text", weight=9)), {"a": 3, "words": {"text": "Yes."}}
    )
    words = sheet["words"]
    assert (words.ratio, words.score, words.low, words.high, words.target) == (None, None, None, None, None)
    assert words.state is State.ANSWERED
    assert words.share_of_whole == 0
    assert sheet["d1"].score == 3
    assert "words" not in sheet.scorecard.target_levels
    assert sheet.gaps == ()


def test_words_that_are_missing_neither_block_nor_widen_a_score() -> None:
    framework = one_area(a_question("a"), a_question("words", "text"), scoring={"unanswered": "block"})
    sheet = a_sheet(framework, {"a": 3})
    assert sheet.root.low == sheet.root.high == sheet.root.score == 3


def test_a_choice_in_which_nothing_is_worth_anything_counts_as_nothing() -> None:
    options = [{"id": "a", "text": "A", "points": 0}, {"id": "b", "text": "B", "points": 0}]
    sheet = a_sheet(
        one_area(a_question("a", "choice", options=options), scoring={"rollup": "sum"}), {"a": {"option": "b"}}
    )
    assert (sheet["d1"].ratio, sheet["d1"].maximum) == (0, 0)


# --- levels -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "level"),
    [(0, 1), (Decimal("24.999"), 1), (25, 2), (Decimal("49.999999999"), 2), (50, 3), (Decimal("50.000000001"), 3),
     (Decimal("99.999"), 4), (100, 5)],
)  # fmt: skip
def test_the_lower_edge_of_a_level_belongs_to_it(value: int | Decimal, level: int) -> None:
    sheet = a_sheet(one_area(a_question("q", "number")), {"q": {"value": value}})
    assert sheet["q"].level == sheet.root.level == level


def test_three_thirds_make_exactly_a_level() -> None:
    sheet = a_sheet(one_area(a_question("a"), a_question("b"), a_question("c")), {"a": 2, "b": 3, "c": 4})
    assert sheet.root.score == 3
    assert sheet.root.level == 3


def test_a_scale_of_its_own_is_used_throughout() -> None:
    scale = [{"level": 0, "name": "No"}, {"level": 1, "name": "Partly"}, {"level": 2, "name": "Yes"}]
    levels = {0: "No.", 1: "Partly.", 2: "Yes."}
    framework = one_area(a_question("a", levels=levels), a_question("b", levels=levels))
    framework |= {"scale": scale, "targets": {"good": {"title": "Good", "default": 2}}}
    sheet = a_sheet(framework, {"a": 2, "b": 1})
    assert sheet.root.ratio == Fraction(3, 4)
    assert sheet.root.score == Fraction(3, 2)
    assert sheet.root.level == 1
    assert [(gap.question, gap.size, gap.gain) for gap in sheet.gaps] == [("b", 1, HALF)]
