"""What supposed answers change is what the same answers in the file would have given."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given

from readiness.comparison.each_alone import other_answers
from readiness.comparison.side import Side
from readiness.comparison.what_if import what_if
from readiness.model.answers import AnswerBase, typed_answer
from readiness.scoring.result import Scorecard
from tests.laws.strategies import TODAY, Case, Rules, cases, every_answer, law, randoms


def figures(scorecard: Scorecard) -> dict[str, tuple[object, ...]]:
    """Return everything that does not hang on evidence or on what is written beside an answer."""
    return {
        node.id: (node.score, node.level, node.low, node.high, node.target, node.band, node.state, node.gates)
        for node in scorecard.root.walk()
    }


def supposed(case: Case, random: Random) -> dict[str, dict[str, object]]:
    """Return other answers to one, two or three of the questions."""
    ids = random.sample(sorted(case.questions), min(len(case.questions), random.randint(1, 3)))
    return {id_: random.choice(every_answer(case.questions[id_], case.levels)) for id_ in ids}


@law
@given(case=cases(Rules(questions=5)), random=randoms())
def test_together_and_alone_they_are_as_if_the_file_had_them_and_the_parts_add_up(case: Case, random: Random) -> None:
    plain = supposed(case, random)
    changed = case.answering(plain)
    found = what_if(
        Side(case.framework, case.assessment, TODAY, "good"), {id_: changed.assessment.answers[id_] for id_ in plain}
    )
    assert figures(found.now) == figures(case.scorecard)
    assert figures(found.then) == figures(changed.scorecard)
    for one in found.alone:
        card = case.answering({one.question: plain[one.question]}).scorecard
        assert one.scores == {id_: (case.scorecard.node[id_].score, card.node[id_].score) for id_ in one.scores}
    if found.interplay is not None:
        assert found.whole.change == found.interplay + sum((one.change or Fraction(0)) for one in found.alone)
    told = {effect.now.id for effect in found.effects}
    assert all(figures(found.now)[id_][:4] == figures(found.then)[id_][:4] for id_ in case.scorecard.node.keys() - told)


@law
@given(case=cases(Rules(questions=6)), random=randoms())
def test_other_answers_without_a_common_knot_add_up_and_each_is_as_if_the_file_had_it(
    case: Case, random: Random
) -> None:
    side = Side(case.framework, case.assessment, TODAY, "good")
    chosen, used, total = {}, set[str](), Fraction(0)
    for one in other_answers(side.scorer, side.readings, TODAY):
        other = random.choice(one.others) if one.others else None
        if other is None:
            continue
        question = side.fitted.question[one.question]
        answer = typed_answer(question, other.typed, side.fitted.scale)
        assert isinstance(answer, AnswerBase)
        alone = what_if(side, {one.question: answer})
        assert other.overall == alone.then.root.score
        assert other.area == alone.then.node[one.area].score
        assert other.gates == sum(gate.holds for gate in alone.then.gates) - sum(gate.holds for gate in alone.now.gates)
        if one.knots is None or used & one.knots or alone.whole.change is None:
            continue
        used |= one.knots
        chosen[one.question] = answer
        total += alone.whole.change
    if chosen:
        assert what_if(side, chosen).whole.change == total
