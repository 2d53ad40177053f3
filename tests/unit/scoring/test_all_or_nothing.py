"""Areas that count only when all of their questions are answered, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

from readiness.scoring.engine import Headline
from readiness.scoring.reading import Reading
from readiness.scoring.result import State
from tests.builders import Plain, a_framework, a_question, an_area
from tests.unit.scoring.sheet import Sheet, a_sheet


def practices(**keys: object) -> Plain:
    """Return two practices of two levels of two streams; the first takes all or nothing."""
    levels = [an_area(f"level{n}", [a_question(f"a{n}"), a_question(f"b{n}")]) for n in (1, 2)]
    first = an_area("first", [], **({"areas": levels, "scoring": {"incomplete": "worst"}} | keys))
    return a_framework(areas=[first, an_area("second", [a_question("c")])])


def three_of_four(**keys: object) -> Sheet:
    return a_sheet(practices(**keys), {"a1": 5, "b1": 5, "a2": 5, "c": 3})


def test_one_missing_answer_takes_the_whole_area_down_and_leaves_its_parts_and_its_parent() -> None:
    sheet = three_of_four()
    assert (sheet["first"].score, sheet["first"].level) == (1, 1)
    assert (sheet["level1"].score, sheet["level2"].score) == (5, 3)
    assert sheet.root.score == 2


def test_what_is_lost_is_told_as_a_cap_and_adds_up() -> None:
    first = three_of_four()["first"]
    (cap,) = first.gates
    assert (cap.node, cap.questions, cap.cap, cap.holds, cap.certain) == ("first", ("b2",), 1, True, False)
    assert cap.loss == sum(one.adds for one in first.contributions) == first.raw_ratio == Fraction(3, 4)


def test_the_range_holds_the_worst_and_what_answers_can_give() -> None:
    first = three_of_four()["first"]
    assert (first.low, first.high) == (1, 5)


def test_with_all_answers_it_counts_as_any_other_area() -> None:
    sheet = a_sheet(practices(), {"a1": 5, "b1": 5, "a2": 5, "b2": 1, "c": 3})
    assert sheet["first"].score == 4
    (cap,) = sheet["first"].gates
    assert (cap.holds, cap.certain, cap.loss, cap.questions) == (False, True, 0, ())


def test_the_gap_that_completes_the_area_gains_all_of_it() -> None:
    assert {gap.question: (gap.gain, gap.gates) for gap in three_of_four().gaps} == {"b2": (Fraction(7, 4), 1)}


def test_not_applicable_hidden_and_measured_beside_are_not_missing() -> None:
    document = practices()
    document["areas"][0]["areas"][1]["questions"][1]["applies-when"] = {"question": "c", "at-least": 4}
    document["areas"][0]["areas"].append(an_area("beside", [a_question("m")], measure=True))
    document["areas"][0]["questions"] = [a_question("words", "text")]
    answers = {"a1": 5, "b1": {"not-applicable": "None here."}, "a2": 5, "c": 3}
    sheet = a_sheet(document, answers)
    assert sheet["first"].score == 5
    asked = a_sheet(document, answers | {"c": 4})
    assert asked["first"].score == 1
    unknown = a_sheet(document, {key: answer for key, answer in answers.items() if key != "c"})
    assert (unknown["first"].low, unknown["first"].score) == (1, 5)
    assert not unknown["first"].gates[0].certain


def test_where_a_higher_score_is_worse_a_missing_answer_is_the_highest() -> None:
    document = practices() | {"higher-is": "worse"}
    first = a_sheet(document, {"a1": 1, "b1": 1, "a2": 1, "c": 3})["first"]
    assert (first.score, first.low, first.high) == (5, 1, 5)
    assert first.gates[0].loss == -1


def test_an_answer_that_changes_no_number_can_still_complete_an_area() -> None:
    sheet = three_of_four()
    answered = Reading(State.ANSWERED, Fraction(0), None, None, Fraction(0))
    after = Headline(sheet.scorer, sheet.readings).after({"b2": answered})
    assert after.value(sheet.scorer.branch["first"]).ratio == Fraction(3, 4)


def test_it_holds_for_the_area_that_says_so_and_not_below_it() -> None:
    document = practices(scoring=None)
    document["scoring"] = {"incomplete": "worst"}
    sheet = a_sheet(document, {"a1": 5, "b1": 5, "a2": 5, "c": 3})
    assert (sheet["first"].score, sheet.root.score) == (4, 1)


def test_a_policy_that_blocks_goes_first() -> None:
    sheet = three_of_four(scoring={"incomplete": "worst", "unanswered": "block"})
    assert (sheet["first"].score, sheet.root.score) == (None, None)
    assert sheet["first"].gates[0].loss == 0


def test_its_own_rules_change_what_is_left() -> None:
    rule = {"of": "score", "add": 1, "because": "So it is."}
    assert three_of_four(adjust=[rule])["first"].score == 2
