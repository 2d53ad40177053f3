"""The score without one part, and with answers changed: what hangs on them is worked out anew, by hand."""

from __future__ import annotations

from fractions import Fraction

from readiness.scoring.engine import Headline
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def a_headline(*gates: Plain) -> Headline:
    """Return the evaluation of d1 = mean(a, inner = mean(b, c)) and d2 = d, which may be capped, at 0, 1/2, 1 and 1."""
    inner = an_area("inner", [a_question("b"), a_question("c")])
    areas = [an_area("d1", [a_question("a")], areas=[inner]), an_area("d2", [a_question("d")], gates=list(gates))]
    sheet = a_sheet(a_framework(areas=areas), {"a": 1, "b": 3, "c": 5, "d": 5})
    return Headline(sheet.scorer, sheet.readings)


def test_without_a_question_its_area_is_what_the_others_come_to() -> None:
    now = a_headline()
    assert now.overall == Fraction(11, 16)  # d1 = (0 + 3/4) / 2, d2 = 1
    assert now.without("a").overall == Fraction(7, 8)
    assert now.without("b").overall == Fraction(3, 4)
    assert now.without("c").overall == Fraction(5, 8)
    assert now.overall == Fraction(11, 16)


def test_without_an_area_the_others_are_left() -> None:
    now = a_headline()
    assert [now.without(id_).overall for id_ in ("inner", "d1", "d2")] == [HALF, 1, Fraction(3, 8)]


def test_an_area_that_is_left_with_nothing_goes_too() -> None:
    now = a_headline()
    assert now.without("d").overall == Fraction(3, 8)
    assert now.without("b").without("c").overall == HALF
    assert now.without("d1").without("d").overall is None


def test_conditions_still_see_what_is_left_out() -> None:
    now = a_headline(a_gate({"question": "a", "below": 2}, 2), a_gate({"area": "inner", "at-least-ratio": HALF}, 3))
    assert now.without("d1").overall == QUARTER
    assert now.without("inner").overall == Fraction(1, 8)


def test_a_changed_answer_reaches_the_gates_that_look_at_it() -> None:
    now = a_headline(a_gate({"question": "a", "below": 2}, 2))
    assert now.overall == Fraction(5, 16)
    a = now.readings["a"]
    assert now.after({"a": a.lifted(HALF)}).overall == Fraction(13, 16)
    area = a_headline(a_gate({"not": {"area": "inner", "at-least-ratio": HALF}}, 2))
    assert area.overall == Fraction(11, 16)
    assert area.after({"c": area.readings["c"].capped(Fraction(0))}).overall == Fraction(3, 16)


def test_a_second_change_is_made_after_the_first_though_nobody_looked_at_that() -> None:
    now = a_headline()
    assert now.overall == Fraction(11, 16)
    first = now.after({"a": now.readings["a"].lifted(Fraction(1))})
    second = first.after({"d": now.readings["d"].capped(Fraction(0))})
    assert second.overall == Fraction(7, 16)  # d1 = (1 + 3/4) / 2
    assert first.overall == Fraction(15, 16)


def test_a_changed_answer_reaches_all_that_holds_what_looks_at_it() -> None:
    gate = a_gate({"question": "a", "below": 3}, 1)
    capped = [an_area(f"p{n}", areas=[an_area(f"d{n}", [a_question(f"q{n}")], gates=[gate])]) for n in (1, 2, 3)]
    sheet = a_sheet(a_framework(areas=[an_area("p0", [a_question("a")]), *capped]), {"a": 1, "q1": 5, "q2": 5, "q3": 5})
    now = Headline(sheet.scorer, sheet.readings)
    assert now.overall == 0
    assert now.after({"a": now.readings["a"].lifted(HALF)}).overall == Fraction(7, 8)
