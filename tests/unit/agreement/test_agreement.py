"""What is said of several people's votes, from plain documents."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.agreement.anonymise import anonymised
from readiness.agreement.find import asked_of, find_agreement
from readiness.agreement.groups import groups_shown
from readiness.agreement.result import Agreement, QuestionVotes, Trend
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.score import score
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment

GROUPS: Plain = {
    "desk": {"title": "Front desk", "steps-from-the-work": 0},
    "board": {"title": "Board", "steps-from-the-work": 2},
}


def people(**groups: int) -> Plain:
    """Return respondents `desk1`, `desk2`, … of each group; those of `none` belong to none."""
    return {
        f"{group}{n}": {"role": f"Role {group}{n}"} | ({} if group == "none" else {"group": group})
        for group, size in groups.items()
        for n in range(1, size + 1)
    }


def said(*numbers: int, by: str = "desk") -> Plain:
    """Return the votes of a group: the first level is that of its first member."""
    return {f"{by}{n}": {"level": level} for n, level in enumerate(numbers, 1)}


def agreed(answers: Plain, respondents: Plain, framework: Plain | None = None, **keys: object) -> Agreement:
    found = looked_at(answers, respondents, framework, **keys)
    assert found is not None
    return found


def looked_at(answers: Plain, respondents: Plain, framework: Plain | None = None, **keys: object) -> Agreement | None:
    document = an_assessment(answers, respondents=respondents, **{"groups": GROUPS, **keys})
    model, assessment = read_assessment(document, framework or a_framework())
    readings = read_answers(model, assessment, assessment.assessed_on)
    return find_agreement(model, assessment, score(Scorer(model, {}), readings))


class TestQuestions:
    def test_without_votes_there_is_nothing_to_say(self) -> None:
        assert looked_at({"d1-q1": 3}, people(desk=2)) is None

    def test_people_are_counted_at_each_score(self) -> None:
        votes = said(2, 4, 4) | {"desk4": {"unknown": "No idea."}, "desk5": {"not-applicable": "We own no ships."}}
        found = agreed({"d1-q1": {"votes": votes}}, people(desk=6)).questions[0]
        assert found.counts == {2: 1, 4: 2}
        assert (found.answered, found.unknown, found.not_applicable) == (3, 1, 1)
        # of three pairs two are two levels apart
        assert (found.low, found.high, found.spread, found.distance) == (2, 4, 2, Fraction(4, 3))

    def test_a_question_that_is_not_asked_is_left_out_with_its_votes(self) -> None:
        questions = [a_question("p"), a_question("q", applies_when={"question": "p", "at-least": 4})]
        framework = a_framework(dimensions=0, questions=questions)
        votes = {"p": {"votes": said(1)}, "q": {"votes": said(5)}}
        found = agreed(votes, people(desk=1), framework)
        assert [one.question for one in found.questions] == ["p"]

    @pytest.mark.parametrize(
        ("votes", "needed"),
        [
            (said(2, 3), False),
            (said(2, 4), True),
            (said(3, 3, 3, 3, 3, 3, 3, 3, 3, 5), False),
            (said(3) | {"desk2": {"not-applicable": "We own no ships."}}, True),
            (said(3) | {"desk2": {"unknown": "Ask the port."}}, False),
            ({"desk1": {"unknown": "Ask the port."}}, False),
        ],
    )
    def test_people_talk_where_they_are_far_apart_or_doubt_that_it_applies(self, votes: Plain, *, needed: bool) -> None:
        found = agreed({"d1-q1": {"votes": votes}}, people(desk=10))
        assert [one.question for one in found.conversations] == (["d1-q1"] if needed else [])

    def test_what_is_agreed_needs_no_conversation(self) -> None:
        found = agreed({"d1-q1": {"level": 3, "votes": said(1, 5)}}, people(desk=2))
        assert found.conversations == ()
        assert found.questions[0].is_agreed

    def test_words_that_differ_need_one(self) -> None:
        framework = a_framework(dimensions=0, questions=[a_question("q", "text"), a_question("p")])
        votes = {"desk1": {"text": "Cloud"}, "desk2": {"text": "Cellar"}}
        found = agreed({"q": {"votes": votes}, "p": {"votes": said(3)}}, people(desk=2), framework)
        assert [one.question for one in found.conversations] == ["q"]
        assert found.of_question["q"].counts == {}

    def test_a_scale_of_two_levels_has_no_two_levels_between_people(self) -> None:
        found = QuestionVotes("q", {Fraction(0): 1, Fraction(1): 1}, 2, 0, 0, is_agreed=False, is_split=False, span=1)
        assert found.needs_conversation

    def test_the_furthest_apart_come_first(self) -> None:
        answers = {"d1-q1": {"votes": said(2, 4)}, "d1-q2": {"votes": said(1, 5)}, "d2-q1": {"votes": said(1, 5, 5, 5)}}
        found = agreed(answers, people(desk=4))
        assert [one.question for one in found.conversations] == ["d1-q2", "d2-q1", "d1-q1"]


class TestGroups:
    @pytest.mark.parametrize(
        ("sizes", "shown"),
        [
            ({"a": 5, "b": 6}, {"a", "b"}),
            ({"a": 4, "b": 6}, set()),  # b would be all but four
            ({"a": 4, "b": 6, "c": 5}, {"b"}),  # all but b are nine
            ({"a": 5, None: 1}, set()),
            ({"a": 5, None: 5}, {"a"}),
            ({}, set()),
        ],
    )
    def test_nobody_can_be_worked_out_from_what_is_shown(self, sizes: dict[str | None, int], shown: set[str]) -> None:
        assert groups_shown(sizes) == shown

    def test_a_group_of_five_has_its_mean_and_its_ends(self) -> None:
        votes = said(1, 1, 2, 2, 3) | said(4, 4, 4, 4, 5, by="board")
        desk, board = agreed({"d1-q1": {"votes": votes}}, people(desk=5, board=5)).questions[0].groups
        assert (desk.group, desk.count, desk.mean, desk.low, desk.high) == ("desk", 5, Fraction(9, 5), 1, 3)
        assert (board.group, board.mean) == ("board", Fraction(21, 5))

    @pytest.mark.parametrize(
        ("desk", "board", "trend"),
        [(2, 4, Trend.LOWER), (4, 2, Trend.HIGHER), (3, 3, Trend.ALIKE)],
    )
    def test_the_steps_from_the_work_say_how_scores_go(self, desk: int, board: int, trend: Trend) -> None:
        votes = said(*[desk] * 5) | said(*[board] * 5, by="board")
        assert agreed({"d1-q1": {"votes": votes}}, people(desk=5, board=5)).groups.trend is trend

    def test_groups_are_compared_over_the_questions_that_show_them_all(self) -> None:
        both, one = said(*[2] * 5) | said(*[4] * 5, by="board"), said(*[5] * 5)
        found = agreed({"d1-q1": {"votes": both}, "d1-q2": {"votes": one}}, people(desk=5, board=5)).groups
        assert (dict(found.means), dict(found.people), found.questions) == (
            {"desk": 2, "board": 4},
            {"desk": 5, "board": 5},
            1,
        )

    def test_without_steps_nothing_is_said_of_closeness(self) -> None:
        votes = said(*[1] * 5) | said(*[5] * 5, by="board")
        groups = {id_: {"title": id_} for id_ in GROUPS}
        found = agreed({"d1-q1": {"votes": votes}}, people(desk=5, board=5), groups=groups)
        assert found.groups.trend is Trend.UNKNOWN

    def test_groups_that_do_not_go_by_closeness_are_mixed(self) -> None:
        groups = GROUPS | {"head": {"title": "Heads", "steps-from-the-work": 1}}
        votes = said(*[2] * 5) | said(*[5] * 5, by="head") | said(*[3] * 5, by="board")
        found = agreed({"d1-q1": {"votes": votes}}, people(desk=5, head=5, board=5), groups=groups)
        assert found.groups.trend is Trend.MIXED


class TestOwing:
    def test_who_has_a_role_of_the_framework_owes_what_names_it_and_what_names_none(self) -> None:
        questions = [a_question("a", answered_by=None), a_question("b"), a_question("c")]
        questions[1]["answered-by"], questions[2]["answered-by"] = ["lead"], ["clerk"]
        framework = a_framework(dimensions=0, questions=questions, roles={"lead": "Lead", "clerk": "Clerk"})
        respondents = {"lead": {"role": "Director"}, "ann": {"role": "clerk"}, "bob": {"role": "Visitor"}}
        document = an_assessment({}, respondents=respondents)
        model, assessment = read_assessment(document, framework)
        assert [asked_of(model, assessment, who) for who in respondents] == [("a", "b"), ("a", "c"), ("a", "b", "c")]

    def test_nobody_owes_what_they_answered_or_what_was_answered_without_a_vote(self) -> None:
        answers = {
            "d1-q1": {"votes": said(3)},
            "d1-q2": 3,
            "d2-q1": {"votes": {"desk1": {"unknown": "Ask the port."}, "desk2": {"note": "Later."}}},
        }
        found = agreed(answers, people(desk=2)).owing
        assert [(one.respondent, one.questions) for one in found] == [
            ("desk1", ("d2-q2",)),
            ("desk2", ("d1-q1", "d2-q1", "d2-q2")),
        ]


class TestDimensions:
    def test_each_dimension_with_votes_has_its_alpha(self) -> None:
        areas = [an_area("d1", [a_question("p"), a_question("q")]), an_area("d2", [a_question("r")])]
        framework = a_framework(areas=areas)
        votes = {"p": {"votes": said(1, 1)}, "q": {"votes": said(5, 5)}}
        found = agreed(votes, people(desk=2), framework)
        assert {id_: alpha.value for id_, alpha in found.dimensions.items()} == {"d1": 1}


class TestAnonymous:
    def given(self) -> Plain:
        respondents = people(desk=1) | {f"clerk{n}": {"role": "Clerk", "name": f"Name {n}"} for n in range(5)}
        votes = {
            "desk1": {"level": 2, "note": "I, the director.", "on": "2026-11-01", "confidence": "low"},
            "clerk1": {"unknown": "Only the director knows."},
            "clerk2": {"not-applicable": "Not at my desk."},
        }
        answers = {"d1-q1": {"votes": votes}, "d1-q2": {"level": 3, "note": "Ours.", "by": "desk1"}}
        return an_assessment(answers, respondents=respondents, groups=GROUPS)

    def test_nothing_is_left_that_names_anybody_or_quotes_a_vote(self) -> None:
        text = repr(anonymised(self.given()))
        for word in ("desk1", "clerk1", "Role", "Name 1", "director", "my desk", "2026-11-01"):
            assert word not in text

    def test_a_role_stays_while_five_share_it(self) -> None:
        roles = sorted(person["role"] for person in anonymised(self.given())["respondents"].values())
        assert roles[:5] == ["Clerk"] * 5
        assert roles[5].startswith("Respondent ")

    def test_what_is_said_and_how_sure_it_is_stays(self) -> None:
        after = anonymised(self.given())["answers"]
        assert after["d1-q2"] == {"level": 3, "note": "Ours."}
        assert sorted(map(str, after["d1-q1"]["votes"].values())) == [
            "{'level': 2, 'confidence': 'low'}",
            "{'not-applicable': 'Does not apply, says a respondent.'}",
            "{'unknown': 'Not known to a respondent.'}",
        ]

    def test_the_order_of_the_file_says_nothing(self) -> None:
        given = self.given()
        turned = given | {"respondents": dict(reversed(list(given["respondents"].items())))}
        assert list(anonymised(turned)["respondents"]) == list(anonymised(given)["respondents"])
        assert anonymised(turned) == anonymised(given)

    def test_it_is_an_assessment_again_also_where_nobody_is_named(self) -> None:
        read_assessment(anonymised(self.given()), a_framework())
        read_assessment(anonymised(an_assessment({"d1-q1": 3})), a_framework())
