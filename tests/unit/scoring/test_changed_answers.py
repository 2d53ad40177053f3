"""What other answers lead to: the scores of the assessment that holds them, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

from readiness.scoring.engine import Headline
from readiness.scoring.reading import Reading
from readiness.scoring.result import State
from tests.builders import a_framework, a_question, an_area
from tests.unit.scoring.sheet import Sheet, a_sheet

HALF, FULL = Fraction(1, 2), Fraction(1)


def at(sheet: Sheet, **ratios: Fraction) -> dict[str, Reading]:
    """Return readings of questions whose answers are worth this."""
    return {name: Reading(State.ANSWERED, ratio, sheet.readings[name].answer) for name, ratio in ratios.items()}


def two_areas() -> Sheet:
    """Return the sheet of d1 with a and b, and d2 with c, all at the lowest level."""
    areas = [an_area("d1", [a_question("a"), a_question("b")]), an_area("d2", [a_question("c")])]
    return a_sheet(a_framework(areas=areas), {"a": 1, "b": 1, "c": 1})


def one_asked_for_the_other() -> Sheet:
    """Return the sheet of d1 with a at level 2 and b, which is asked where a is at 3, at level 5; d2 is empty."""
    area = an_area("d1", [a_question("a"), a_question("b", applies_when={"question": "a", "at-least": 3})])
    return a_sheet(a_framework(areas=[area, an_area("d2")]), {"a": 2, "b": 5})


def test_changes_follow_on_each_other_whether_or_not_anybody_looks_in_between() -> None:
    for looks in (False, True):
        sheet = two_areas()
        first = Headline(sheet.scorer, sheet.readings).after(at(sheet, a=FULL))
        if looks:
            assert first.overall == Fraction(1, 4)
        second = first.after(at(sheet, b=HALF))
        if looks:
            assert second.overall == Fraction(3, 8)
        third = second.after(at(sheet, b=FULL, c=HALF))
        assert third.overall == Fraction(3, 4)
        assert (first.overall, second.overall) == (Fraction(1, 4), Fraction(3, 8))


def test_no_change_changes_nothing() -> None:
    sheet = two_areas()
    assert Headline(sheet.scorer, sheet.readings).after({}).overall == 0


def test_a_change_hides_and_shows_what_hangs_on_it() -> None:
    sheet = one_asked_for_the_other()
    now = Headline(sheet.scorer, sheet.readings)
    assert now.overall == Fraction(1, 4)
    assert now.after(at(sheet, a=HALF)).overall == Fraction(3, 4)
    assert now.after(at(sheet, a=HALF)).after(at(sheet, a=Fraction(0))).overall == 0


def test_a_change_reaches_what_stands_before_it_in_the_file() -> None:
    early = a_question("b", applies_when={"question": "c", "at-least": 3})
    area = an_area("d1", [early, a_question("a"), a_question("c", applies_when={"question": "a", "at-least": 3})])
    sheet = a_sheet(a_framework(areas=[area]), {"a": 2, "b": 1, "c": 3})
    now = Headline(sheet.scorer, sheet.readings)
    assert now.overall == Fraction(1, 4)
    assert now.after(at(sheet, a=FULL)).overall == HALF  # of 0, 1 and 1/2


def test_what_is_asked_can_stay_as_it_is_whatever_changes() -> None:
    sheet = one_asked_for_the_other()
    asked = Headline(sheet.scorer, sheet.readings).asking(frozenset({"b"}))
    assert asked.after(at(sheet, a=HALF)).overall == HALF
    assert asked.after(at(sheet, a=HALF)).without("d2").overall == HALF


def test_an_answer_that_is_worth_nothing_is_an_answer() -> None:
    area = an_area("d1", [a_question("a"), a_question("b")], scoring={"incomplete": "worst"})
    sheet = a_sheet(a_framework(areas=[area]), {"a": 5})
    now = Headline(sheet.scorer, sheet.readings)
    assert now.overall == 0
    assert now.after(at(sheet, b=Fraction(0))).overall == HALF


def test_without_an_area_the_others_make_up_the_whole() -> None:
    sheet = a_sheet(a_framework(), {"d1-q1": 1, "d1-q2": 3, "d2-q1": 5, "d2-q2": 5})
    now = Headline(sheet.scorer, sheet.readings)
    assert now.overall == Fraction(5, 8)
    assert now.without("d1").overall == 1
    assert now.without("d1-q1").overall == Fraction(3, 4)
    changed = now.after(at(sheet, **{"d2-q1": Fraction(0)}))
    assert changed.without("d1").overall == HALF
