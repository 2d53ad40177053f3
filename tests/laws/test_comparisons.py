"""Laws of comparisons: the parts of a change add up to it, whatever the framework, the answers and the versions are."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from readiness.comparison.compare import Comparison, NodeChange, compare
from readiness.comparison.course import Cause, Course
from readiness.comparison.side import Side
from readiness.scoring.result import NodeScore
from tests.laws.strategies import (
    FACT_VALUES,
    TODAY,
    Case,
    Rules,
    a_case,
    an_answer,
    law,
    questions_below,
    randoms,
)
from tests.laws.test_versions import an_edited_case, renamed

half = settings(law, max_examples=max(law.max_examples // 2, 1))
"""Every example is scored many times."""
LATER = date(2027, 9, 1)
"""By then the fresh evidence of the strategies has run out."""


def side(case: Case, as_of: date = TODAY) -> Side:
    return Side(case.framework, case.assessment, as_of, next(iter(case.framework.targets), None))


def answered_again(random: Random, case: Case) -> Case:
    """Return the case with some answers and facts given otherwise, or taken away."""
    answers = {}
    for question in questions_below(case.document):
        if random.randint(0, 1):
            again = an_answer(random, question, case.levels, evidence=True)
            answers[question["id"]] = random.choice((again, again, {"unknown": "Lost."}, None))
    facts = {name: random.choice(values) for name, values in FACT_VALUES.items() if random.randint(0, 3) == 0}
    return case.answering(answers, facts)


def assert_adds_up(course: Course, before: Fraction | None, after: Fraction | None) -> None:
    """The ends are those of the two scorecards, and the steps lead from one to the other."""
    assert (course.before, course.after) == (before, after)
    if before is None or after is None:
        assert course.steps == ()
        return
    assert before + sum(step.change for step in course.steps) == after
    for step in course.steps:
        assert sum((one.alone or Fraction(0)) for one in step.singles) + step.together == step.change
    causes = [cause for step in course.steps for cause in step.causes]
    assert causes == sorted(causes, key=list(Cause).index)


def assert_is_whole(comparison: Comparison) -> None:
    def value(node: NodeScore | None, name: str) -> Fraction | None:
        return None if node is None else getattr(node, name)

    found: list[NodeChange] = [comparison.overall, *comparison.dimensions]
    for one in found:
        assert_adds_up(one.score, value(one.before, "score"), value(one.after, "score"))
        assert_adds_up(one.evidenced, value(one.before, "evidenced"), value(one.after, "evidenced"))
    for one in found:
        for course in (one.score, one.evidenced):
            event(f"steps: {len(course.steps)}")


@half
@given(st.lists(randoms(), min_size=2, max_size=2))
def test_the_parts_add_up_when_answers_facts_and_evidence_move(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules())
        later = answered_again(random, case)
        assert_is_whole(compare(side(case), side(later, random.choice((TODAY, LATER)))))


@half
@given(st.lists(randoms(), min_size=2, max_size=2))
def test_the_parts_add_up_when_the_framework_was_edited(seeds: list[Random]) -> None:
    for random in seeds:
        old, edited = an_edited_case(random)
        if edited is None:
            event("no framework")
            continue
        try:
            new = side(answered_again(random, Case(edited.document, {}, {})), LATER)
        except AssertionError:
            event("the edit gave a fact another type")
            continue
        assert_is_whole(compare(side(old), new))


@half
@given(st.lists(randoms(), min_size=2, max_size=2))
def test_the_parts_add_up_between_frameworks_that_have_little_in_common(seeds: list[Random]) -> None:
    for random in seeds:
        old, new = a_case(random, Rules()), a_case(random, Rules())
        assert_is_whole(compare(side(old), side(new)))


@half
@given(st.lists(randoms(), min_size=1, max_size=1))
def test_an_assessment_does_not_differ_from_itself(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules())
        comparison = compare(side(case), side(case))
        assert comparison.says_nothing
        assert comparison.overall.score.steps == ()


@half
@given(st.lists(randoms(), min_size=1, max_size=1))
def test_other_ids_alone_move_nothing(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules())
        document, names = renamed(random, case.document)
        answers = {names.get(id_, id_): answer for id_, answer in renamed_parts(case.answers, names).items()}
        new = Case(document, {names.get(id_, id_): value for id_, value in case.facts.items()}, answers)
        comparison = compare(side(case), side(new))
        assert comparison.overall.score.change in {0, None}
        assert (comparison.questions, comparison.facts) == ((), ())
        assert all(rule.applied_before and rule.applies_now for rule in comparison.rules)
        assert (comparison.removed, comparison.added, comparison.left) == ((), (), ())


def renamed_parts(value: object, names: dict[str, str]) -> dict[str, object]:
    """Return answers in which items and options have their new ids."""

    def visit(one: object) -> object:
        if isinstance(one, dict):
            return {key: visit(part) for key, part in one.items()}
        if isinstance(one, list | tuple):
            return [visit(part) for part in one]
        return names.get(one, one) if isinstance(one, str) else one

    made = visit(value)
    assert isinstance(made, dict)
    return made


@half
@given(st.lists(randoms(), min_size=1, max_size=1))
def test_what_each_answer_does_alone_is_what_scoring_it_alone_says(seeds: list[Random]) -> None:
    for random in seeds:
        case = a_case(random, Rules())
        changed = {
            question["id"]: an_answer(random, question, case.levels, evidence=False)
            for question in questions_below(case.document)
        }
        comparison = compare(side(case), side(case.answering(changed)))
        step = comparison.overall.score.step(Cause.ANSWERS)
        before = case.scorecard.root.score
        for single in step.singles if step else ():
            alone = case.answering({single.id: changed[single.id]}).scorecard.root.score
            expired = comparison.overall.score.step(Cause.EXPIRED), comparison.overall.score.step(Cause.BACKED)
            assert before is not None
            assert expired == (None, None) or not any(one and one.change for one in expired)
            assert single.alone == (None if alone is None else alone - before)
