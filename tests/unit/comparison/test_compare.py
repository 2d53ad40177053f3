"""What moves from one assessment to another, and because of what; every figure is worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from readiness.comparison.compare import Comparison, compare
from readiness.comparison.course import Cause, Course
from readiness.comparison.moves import FactMove, Move
from readiness.comparison.side import Side
from tests.builders import Plain, a_framework, a_gate, a_question, an_area, an_assessment, read_assessment

BEFORE, NOW = "2025-11-20", "2026-11-20"
RECENT = [{"title": "Report", "dated": "2025-10-01"}]
NEWER = [{"title": "Report", "dated": "2026-10-01"}]


def of(*questions: Plain, version: str = "1.0.0", area: Plain | None = None, **keys: object) -> Plain:
    """Return a framework with one area `d` that holds these questions."""
    areas = [an_area("d", questions, **(area or {}))]
    return a_framework(dimensions=0, questions=[], version=version, areas=areas, **keys)


def side(framework: Plain, answers: Plain, day: str, **keys: object) -> Side:
    reference = {"id": "sample", "version": framework["version"]}
    document = an_assessment(answers, framework=reference, assessed_on=day, **keys)
    whole, assessment = read_assessment(document, framework)
    return Side(whole, assessment, date.fromisoformat(day), next(iter(whole.targets), None))


def compared(framework: Plain, before: Plain, now: Plain, new: Plain | None = None) -> Comparison:
    return compare(side(framework, before, BEFORE), side(new or framework, now, NOW))


def steps(course: Course) -> dict[tuple[Cause, ...], Fraction]:
    return {step.causes: step.change for step in course.steps}


def moves(comparison: Comparison) -> dict[str, Move]:
    return {one.id: one.move for one in comparison.questions}


# --- answers -------------------------------------------------------------------------------------------------------


def test_answers_of_a_mean_each_do_their_own_part() -> None:
    found = compared(of(a_question("q"), a_question("r")), {"q": 1, "r": 3}, {"q": 3, "r": 2})
    (step,) = found.overall.score.steps
    assert step.change == Fraction(1, 2)
    assert (found.overall.score.before, found.overall.score.after) == (Fraction(2), Fraction(5, 2))
    assert {one.id: one.alone for one in step.singles} == {"q": 1, "r": Fraction(-1, 2)}
    assert step.together == 0
    assert moves(found) == {"q": Move.CHANGED, "r": Move.CHANGED}


def test_what_answers_do_only_together_is_said_apart() -> None:
    weakest = of(a_question("q"), a_question("r"), area={"scoring": {"rollup": "min"}})
    (step,) = compared(weakest, {"q": 2, "r": 2}, {"q": 3, "r": 4}).overall.score.steps
    assert [one.alone for one in step.singles] == [0, 0]
    assert (step.change, step.together) == (Fraction(1), Fraction(1))


def test_a_cap_that_goes_takes_its_loss_with_it() -> None:
    capped = of(
        a_question("q"), a_question("r"), area={"gates": [a_gate({"question": "q", "below": 2}, cap_at_level=2)]}
    )
    found = compared(capped, {"q": 1, "r": 5}, {"q": 3, "r": 5})
    assert steps(found.overall.score) == {(Cause.ANSWERS,): 2}  # the mean of 1 and 5 was 3, capped at 2; now 4
    (rule,) = found.rules
    assert (rule.kind, rule.node.id, rule.cap, rule.applied_before, rule.applies_now) == ("cap", "d", 2, True, False)


def test_a_cap_that_stays_hides_what_moves_below_it() -> None:
    capped = of(a_question("q"), a_question("r"), area={"gates": [a_gate({"question": "q", "below": 2}, 2)]})
    found = compared(capped, {"q": 1, "r": 4}, {"q": 1, "r": 5})
    assert found.overall.score.change == 0
    (rule,) = found.rules
    assert (rule.applied_before, rule.applies_now) == (True, True)
    assert not found.says_nothing


def test_every_state_of_an_answer_has_its_own_word() -> None:
    states: dict[str, Any] = {
        "level": 3,
        "unknown": {"unknown": "Nobody knows."},
        "none": None,
        "out": {"not-applicable": "It does not."},
    }
    words = {
        ("level", "unknown"): Move.LOST,
        ("level", "none"): Move.LOST,
        ("level", "out"): Move.NOT_APPLICABLE,
        ("unknown", "level"): Move.ANSWERED,
        ("unknown", "none"): Move.MISSING,
        ("none", "out"): Move.NOT_APPLICABLE,
        ("out", "level"): Move.ANSWERED,
        ("out", "none"): Move.APPLICABLE,
    }
    for (was, now), word in words.items():
        before, after = ({"k": 3} | ({} if states[one] is None else {"q": states[one]}) for one in (was, now))
        assert moves(compared(of(a_question("k"), a_question("q")), before, after)) == {"q": word}


def test_a_reason_a_note_or_the_order_of_ticks_is_no_other_answer() -> None:
    framework = of(a_question("q"), a_question("r"), a_question("s", "checklist"))
    found = compared(
        framework,
        {"q": {"unknown": "Ask Ada."}, "r": {"level": 2, "note": "Old."}, "s": {"done": ["a", "b"]}},
        {"q": {"unknown": "Ask Ben."}, "r": {"level": 2, "by": "ada"}, "s": {"done": ["b", "a"]}},
    )
    assert found.says_nothing


def test_a_question_that_another_answer_brings_up_is_asked_now() -> None:
    framework = of(a_question("q"), a_question("r", applies_when={"question": "q", "at-least": 3}))
    found = compared(framework, {"q": 1}, {"q": 3, "r": 1})
    assert moves(found) == {"q": Move.CHANGED, "r": Move.ASKED}
    assert found.overall.score.change == 1  # from 1 to the mean of 3 and 1
    back = compared(framework, {"q": 3, "r": 1}, {"q": 1})
    assert moves(back) == {"q": Move.CHANGED, "r": Move.HIDDEN}


def test_without_a_score_there_is_nothing_to_take_apart() -> None:
    blocking = of(a_question("q"), a_question("r"), scoring={"unanswered": "block"})
    found = compared(blocking, {"q": 1}, {"q": 1, "r": 3})
    assert (found.overall.score.before, found.overall.score.after) == (None, Fraction(2))
    assert (found.overall.score.change, found.overall.score.steps) == (None, ())


# --- facts and evidence --------------------------------------------------------------------------------------------


def test_facts_come_before_answers() -> None:
    framework = of(
        a_question("q"),
        a_question("r", applies_when={"fact": "large", "is": True}),
        facts={"large": {"type": "boolean", "ask": "Is it large?"}},
    )
    old = side(framework, {"q": 3}, BEFORE, organisation={"name": "Council", "facts": {"large": False}})
    new = side(framework, {"q": 3, "r": 5}, NOW, organisation={"name": "Council", "facts": {"large": True}})
    found = compare(old, new)
    assert steps(found.overall.score) == {(Cause.FACTS,): -1, (Cause.ANSWERS,): 2}  # 3, then (3 + 1) / 2, then 4
    assert found.facts == (FactMove("large", before=False, after=True),)
    facts = found.overall.score.step(Cause.FACTS)
    assert facts is not None
    assert [(one.id, one.alone) for one in facts.singles] == [("large", Fraction(-1))]


def test_evidence_that_ran_out_moves_only_the_evidenced_score() -> None:
    rule = {"required-from": 3, "valid-for-months": 12}
    framework = of(a_question("q", evidence=rule), a_question("r", evidence=rule))
    answer = {"level": 4, "evidence": RECENT}
    found = compared(framework, {"q": answer, "r": {"level": 3}}, {"q": answer, "r": {"level": 3, "evidence": NEWER}})
    assert found.overall.score.steps == ()
    assert found.overall.evidenced.before == 3  # 4, and 3 that counts as 2
    assert steps(found.overall.evidenced) == {(Cause.EXPIRED,): -1, (Cause.BACKED,): Fraction(1, 2)}
    assert moves(found) == {"q": Move.EXPIRED, "r": Move.BACKED}


def test_evidence_of_an_answer_that_is_another_one_belongs_to_the_answer() -> None:
    framework = of(a_question("q", evidence={"required-from": 3, "valid-for-months": 12}))
    found = compared(framework, {"q": {"level": 3, "evidence": RECENT}}, {"q": {"level": 4, "evidence": RECENT}})
    assert steps(found.overall.score) == {(Cause.ANSWERS,): 1}
    assert steps(found.overall.evidenced) == {(Cause.ANSWERS,): -1}  # from 3 in date to 4 that counts as 2


# --- versions ------------------------------------------------------------------------------------------------------


def test_the_framework_changes_under_the_old_answers_first() -> None:
    old = of(a_question("q"), a_question("gone"))
    new = of(a_question("q2", replaces="q", weight=3), a_question("r"), version="2.0.0")
    found = compared(old, {"q": 3, "gone": 1}, {"q2": 4, "r": 2}, new)
    assert steps(found.overall.score) == {
        (Cause.REMOVED,): 1,  # (3 + 1) / 2 = 2, and 3 alone
        (Cause.RULES,): 0,
        (Cause.ADDED,): Fraction(-1, 4),  # (3 × 3 + 2) / 4
        (Cause.ANSWERS,): Fraction(3, 4),  # (3 × 4 + 2) / 4
    }
    assert [node.id for node in found.removed] == ["gone"]
    assert [node.id for node in found.added] == ["r"]
    assert moves(found) == {"q2": Move.CHANGED}
    assert [one.path for one in found.left] == [("answers", "gone")]


def test_a_question_that_is_now_of_another_type_is_asked_anew() -> None:
    found = compared(
        of(a_question("k"), a_question("q")),
        {"k": 3, "q": 5},
        {"k": 3, "q": {"answer": "no"}},
        of(a_question("k"), a_question("q", "yes-no"), version="2.0.0"),
    )
    assert steps(found.overall.score) == {(Cause.REMOVED,): -1, (Cause.RULES,): 0, (Cause.ADDED,): -1}
    assert ([node.id for node in found.removed], [node.id for node in found.added]) == (["q"], ["q"])
    assert moves(found) == {}


def test_causes_that_have_no_score_between_them_are_one_step() -> None:
    old = of(a_question("q"))
    new = of(a_question("q"), a_question("r"), version="1.1.0", scoring={"unanswered": "block"})
    found = compare(side(old, {}, BEFORE), side(new, {"q": 3, "r": 3}, NOW))
    assert steps(found.overall.score) == {(Cause.RULES, Cause.ADDED, Cause.ANSWERS): 2}
    assert found.overall.score.step(Cause.ANSWERS) is None
    assert found.overall.score.steps[0].singles == ()


def test_dimensions_that_are_new_or_gone_have_one_side_only() -> None:
    def framework(version: str, *areas: Plain) -> Plain:
        return a_framework(dimensions=0, questions=[], version=version, areas=list(areas))

    old = framework("1.0.0", an_area("a", [a_question("q")]), an_area("b", [a_question("r")]))
    new = framework("2.0.0", an_area("c", [a_question("s")]), an_area("z", [a_question("q")], replaces="a"))
    found = compared(old, {"q": 2, "r": 4}, {"q": 3, "s": 5}, new)
    told = [(one.before and one.before.id, one.after and one.after.id) for one in found.dimensions]
    assert told == [(None, "c"), ("a", "z"), ("b", None)]
    assert [one.score.change for one in found.dimensions] == [None, 1, None]
    assert steps(found.overall.score) == {
        (Cause.REMOVED,): -1,
        (Cause.RULES,): 0,
        (Cause.ADDED,): Fraction(3, 2),
        (Cause.ANSWERS,): Fraction(1, 2),
    }
    assert [one.node.id for one in found.dimensions] == ["c", "z", "b"]


# --- targets and directions ----------------------------------------------------------------------------------------


def test_targets_that_are_met_now_and_those_that_were() -> None:
    found = compared(of(a_question("q"), a_question("r"), a_question("s")), {"q": 2, "r": 3}, {"q": 3, "r": 2})
    assert [node.id for node in found.met] == ["q"]
    assert [node.id for node in found.lost] == ["r"]


def test_another_target_alone_is_news() -> None:
    targets = {"good": {"title": "Good", "default": 3}, "best": {"title": "Best", "default": 5}}
    framework = of(a_question("q"), targets=targets)
    old, new = side(framework, {"q": 2}, BEFORE), side(framework, {"q": 2}, NOW)
    assert compare(old, new).says_nothing
    assert not compare(old, Side(new.framework, new.assessment, new.as_of, "best")).says_nothing
    assert new.target is not None
    assert new.target.title == "Good"
    assert Side(new.framework, new.assessment, new.as_of).target is None


# --- measures, caps and adjustments --------------------------------------------------------------------------------


def test_measures_are_compared_beside_the_headline() -> None:
    def framework(version: str) -> Plain:
        areas = [an_area("d", [a_question("q")]), an_area("m", [a_question("r")], measure=True)]
        return a_framework(dimensions=0, questions=[], version=version, areas=areas)

    found = compared(framework("1.0.0"), {"q": 2, "r": 2}, {"q": 2, "r": 4})
    assert (found.overall.score.change, found.overall.score.steps[0].change) == (Fraction(0), Fraction(0))
    assert [one.node.id for one in found.dimensions] == ["d"]
    (measure,) = found.measures
    assert measure.node.id == "m"
    assert steps(measure.score) == {(Cause.ANSWERS,): 2}


def test_a_cap_at_another_level_is_another_cap() -> None:
    def framework(version: str, level: int) -> Plain:
        return of(a_question("q"), version=version, area={"gates": [a_gate({"question": "q", "below": 4}, level)]})

    found = compared(framework("1.0.0", 2), {"q": 3}, {"q": 3}, framework("1.1.0", 1))
    told = [(rule.cap, rule.applied_before, rule.applies_now) for rule in found.rules]
    assert told == [(2, True, False), (1, False, True)]
    assert steps(found.overall.score) == {(Cause.RULES,): -1}


def test_adjustments_that_apply_are_told_too() -> None:
    rule = {"when": {"question": "q", "at-least": 3}, "multiply": 0.5, "because": "Halved."}
    found = compared(of(a_question("q"), adjust=[rule]), {"q": 2}, {"q": 5})
    (told,) = found.rules
    assert (told.kind, told.node.id, told.cap, told.applied_before, told.applies_now) == (
        "adjustment",
        "sample",
        None,
        False,
        True,
    )
    assert steps(found.overall.score) == {(Cause.ANSWERS,): 1}  # from 2 to 5 halved: ratio 1/2, which is 3
