"""What the votes of several people come to, by hand; and the laws that hold whatever they say."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from readiness.model.answers import (
    Answer,
    AnswerBase,
    ChecklistAnswer,
    ChoiceAnswer,
    LevelAnswer,
    NotApplicable,
    NumberAnswer,
    Question,
    Unanswered,
    Unknown,
)
from readiness.model.assessment import Combination
from readiness.model.direction import Direction
from readiness.model.scale import MATURITY_5
from readiness.scoring.combining import Standing, standing
from readiness.scoring.result import State
from tests.builders import Plain, a_framework, a_gate, a_question, read_framework
from tests.laws.strategies import frozen, law
from tests.unit.scoring.sheet import a_sheet

RULES: tuple[Combination, ...] = ("median", "mean", "minimum")
BETTER, WORSE = Direction.BETTER, Direction.WORSE


def a_question_of(type_: str) -> Question:
    """Return a question of one type as the builders write it."""
    return read_framework(a_framework(dimensions=0, questions=[a_question("q", type_)])).question["q"]


def read(answer: Plain) -> AnswerBase:
    found: AnswerBase = TypeAdapter(Answer).validate_python(frozen(answer))
    return found


def stands(
    type_: str, votes: list[Plain], rule: Combination, direction: Direction = BETTER, **beside: str | int
) -> Standing:
    answer = read({"votes": {f"r{i}": vote for i, vote in enumerate(votes)}, **beside})
    return standing(a_question_of(type_), answer, MATURITY_5, direction, rule)


def levels(*numbers: int) -> list[Plain]:
    return [{"level": number} for number in numbers]


class TestLevels:
    @pytest.mark.parametrize(
        ("numbers", "rule", "level", "score"),
        [
            ((1, 4, 5), "median", 4, 4),
            ((2, 3, 4, 5), "median", 3, 3),
            ((5, 1), "median", 1, 1),
            ((5, 2, 4), "minimum", 2, 2),
            ((2, 3, 3), "mean", 2, Fraction(8, 3)),
            ((3, 4), "mean", 3, Fraction(7, 2)),
            ((4,), "mean", 4, 4),
        ],
    )
    def test_the_rule_says_what_they_come_to(
        self, numbers: tuple[int, ...], rule: Combination, level: int, score: Fraction
    ) -> None:
        found = stands("level", levels(*numbers), rule)
        assert isinstance(found.answer, LevelAnswer)
        assert found.answer.level == level
        assert found.ratio is not None
        assert MATURITY_5.score_of(found.ratio) == score

    def test_where_higher_is_worse_the_minimum_is_the_highest_and_a_tie_goes_to_the_higher(self) -> None:
        lowest, middle = (stands("level", levels(2, 3, 4, 5), rule, WORSE).ratio for rule in ("minimum", "median"))
        assert lowest == 1
        assert middle == Fraction(3, 4)

    def test_an_agreed_answer_stands_whatever_the_votes_say(self) -> None:
        found = stands("level", levels(1, 1), "minimum", level=3)
        assert found.ratio == Fraction(1, 2)

    def test_an_agreed_state_stands_as_well(self) -> None:
        assert isinstance(stands("level", levels(1, 1), "mean", unknown="The board asks again.").answer, Unknown)


class TestOtherTypes:
    def test_a_measured_number_has_a_mean_that_nobody_measured(self) -> None:
        found = stands("number", [{"value": 40}, {"value": 75}], "mean")
        assert isinstance(found.answer, NumberAnswer)
        assert found.answer.value == Fraction(115, 2)
        assert found.ratio == Fraction(23, 40)

    def test_yes_and_no_have_no_mean_so_most_decide_and_a_tie_is_not_enough(self) -> None:
        yes, no = {"answer": "yes"}, {"answer": "no"}
        assert stands("yes-no", [yes, yes, no], "mean").ratio == 1
        assert stands("yes-no", [yes, no], "mean").ratio == 0

    def test_options_are_ordered_by_their_points(self) -> None:
        votes = [{"option": "all"}, {"option": "none"}, {"option": "some"}]
        found = stands("choice", votes, "median")
        assert isinstance(found.answer, ChoiceAnswer)
        assert (found.answer.option, found.ratio) == ("some", Fraction(1, 4))

    def test_beside_a_mean_of_points_stands_the_best_vote_that_it_reaches(self) -> None:
        found = stands("choice", [{"option": "all"}, {"option": "none"}, {"option": "some"}], "mean")
        assert isinstance(found.answer, ChoiceAnswer)
        assert (found.answer.option, found.ratio) == ("some", Fraction(5, 12))

    def test_a_checklist_is_ticked_as_a_whole_and_its_mean_is_of_points(self) -> None:
        votes = [{"done": ["a"]}, {"done": ["a", "b"]}, {"partly": ["b"]}]
        middle, mean = (stands("checklist", votes, rule) for rule in ("median", "mean"))
        assert isinstance(middle.answer, ChecklistAnswer)
        assert (middle.answer.done, middle.ratio) == (("a",), Fraction(1, 2))
        assert mean.ratio == Fraction(7, 12)

    def test_of_different_ticks_of_one_worth_the_same_stand_whoever_made_them(self) -> None:
        one, other = {"done": ["a"]}, {"done": ["b"]}
        found = [stands("checklist", votes, "median").answer for votes in ([one, other], [other, one])]
        assert [one.done for one in found if isinstance(one, ChecklistAnswer)] == [("a",), ("a",)]

    def test_words_stand_when_all_use_the_same_and_are_unknown_otherwise(self) -> None:
        same = stands("text", [{"text": "ITIL"}, {"text": "ITIL"}], "median")
        different = stands("text", [{"text": "ITIL"}, {"text": "COBIT"}], "median")
        assert read({"text": "ITIL"}).changed(votes=same.answer.votes) == same.answer
        assert isinstance(different.answer, Unknown)
        assert different.answer.unknown == "There are 2 different answers, and none is agreed."


NA: Plain = {"not-applicable": "We own no ships."}
DK: Plain = {"unknown": "Ask the port."}


class TestStates:
    @pytest.mark.parametrize(
        ("votes", "kind"),
        [
            ([NA, NA], NotApplicable),
            ([NA, DK], Unknown),
            ([DK], Unknown),
            ([{"note": "Later."}], Unanswered),
            ([NA, DK, {"level": 2}], LevelAnswer),
        ],
    )
    def test_who_does_not_answer_is_left_out_while_somebody_does(
        self, votes: list[Plain], kind: type[AnswerBase]
    ) -> None:
        assert type(stands("level", votes, "median").answer) is kind

    def test_every_reason_is_kept_once(self) -> None:
        votes: list[Plain] = [DK, DK, {"unknown": "Nobody told us."}]
        found = stands("level", votes, "median").answer
        assert isinstance(found, Unknown)
        assert found.unknown == "Ask the port. Nobody told us."


class TestWhatStandsBeside:
    def test_the_answer_is_no_surer_than_its_least_sure_vote_and_as_old_as_the_last(self) -> None:
        votes: list[Plain] = [
            {"level": 2, "confidence": "high", "on": "2026-11-02"},
            {"level": 2, "confidence": "low", "on": "2026-11-09"},
            {"level": 2},
        ]
        found = stands("level", votes, "median", note="Workshop.").answer
        assert (found.confidence, str(found.on), found.note) == ("low", "2026-11-09", "Workshop.")

    def test_what_is_written_beside_the_votes_goes_before(self) -> None:
        votes = [{"level": 2, "confidence": "low", "on": "2026-11-09"}]
        found = stands("level", votes, "median", confidence="high", on="2026-11-20").answer
        assert (found.confidence, str(found.on)) == ("high", "2026-11-20")


RESPONDENTS: Plain = {"r0": {"role": "Lead"}, "r1": {"role": "Clerk"}}


class TestInAnAssessment:
    def test_gates_states_and_evidence_see_the_combined_answer(self) -> None:
        framework = a_framework(
            dimensions=0,
            questions=[a_question("q", evidence={"required-from": 4}), a_question("p")],
            gates=[a_gate({"question": "q", "at-least": 4}, cap_at_level=3)],
        )
        voted = {"votes": {"r0": {"level": 4}, "r1": {"level": 5}}}
        found = a_sheet(framework, {"q": voted, "p": 5}, respondents=RESPONDENTS)
        q = found["q"]
        assert (q.state, q.score, q.evidenced, q.needs_evidence) == (State.ANSWERED, 4, 3, True)
        assert found.root.score == 3
        assert found.scorecard.gates[0].holds

    def test_the_rule_of_the_assessment_is_used(self) -> None:
        voted = {"votes": {"r0": {"level": 2}, "r1": {"level": 5}}}
        scores = {}
        for rule in RULES:
            found = a_sheet(a_framework(), {"d1-q1": voted}, respondents=RESPONDENTS, combine=rule)
            scores[rule] = found["d1-q1"].score
        assert scores == {"median": 2, "mean": Fraction(7, 2), "minimum": 2}


VOTES = st.lists(st.integers(1, 5), min_size=1, max_size=9)
DIRECTIONS = st.sampled_from([BETTER, WORSE])
LEVELS = a_question_of("level")


def worth(numbers: list[int], rule: Combination, direction: Direction) -> Fraction:
    """Return how good the combined answer is, in levels; the better, the larger."""
    votes: dict[str, AnswerBase] = {
        f"r{i}": LevelAnswer.model_construct(level=number) for i, number in enumerate(numbers)
    }
    ratio = standing(LEVELS, Unanswered.model_construct(votes=votes), MATURITY_5, direction, rule).ratio
    assert ratio is not None
    return direction.goodness(MATURITY_5.score_of(ratio))


class TestLaws:
    @law
    @given(VOTES, st.randoms(use_true_random=False), st.sampled_from(RULES), DIRECTIONS)
    def test_the_order_of_the_votes_changes_nothing(
        self, votes: list[int], chance: Random, rule: Combination, direction: Direction
    ) -> None:
        mixed = list(votes)
        chance.shuffle(mixed)
        assert worth(mixed, rule, direction) == worth(votes, rule, direction)

    @law
    @given(VOTES, DIRECTIONS)
    def test_every_rule_stays_between_the_worst_and_the_best_and_the_minimum_is_the_worst(
        self, votes: list[int], direction: Direction
    ) -> None:
        goods = [direction.goodness(Fraction(vote)) for vote in votes]
        minimum, median, mean = (worth(votes, rule, direction) for rule in ("minimum", "median", "mean"))
        assert min(goods) == minimum <= median <= max(goods)
        assert minimum <= mean <= max(goods)

    @law
    @given(st.integers(1, 5), st.integers(1, 6), st.sampled_from(RULES), DIRECTIONS)
    def test_one_answer_however_often_it_is_given_is_that_answer(
        self, level: int, times: int, rule: Combination, direction: Direction
    ) -> None:
        assert worth([level] * times, rule, direction) == direction.goodness(Fraction(level))
