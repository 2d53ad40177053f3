"""The chapter on several respondents, and what the result says of them."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from readiness.report.charts.people import MOST_DOTS, people_strip
from readiness.report.charts.scores import Scale
from readiness.report.html import render_html
from readiness.report.inputs import ReportInput
from readiness.report.json_result import result, result_bytes, result_schema
from readiness.report.view import build_view
from readiness.report.view.respondents import Respondents
from readiness.report.view.trust import Trust
from tests.builders import Plain, a_framework
from tests.unit.report.given import a_report

GROUPS: Plain = {
    "desk": {"title": "Front desk", "steps-from-the-work": 0},
    "board": {"title": "Board", "steps-from-the-work": 1},
}


def people(count: int = 5) -> Plain:
    """Return that many respondents of each group, each with a name."""
    return {
        f"{group}{n}": {"role": f"Role of {group}", "name": f"Name {group}{n}", "group": group}
        for group in GROUPS
        for n in range(count)
    }


def votes(desk: int, board: int, count: int = 5) -> Plain:
    """Return the votes of as many people of each group, all of a group at one level."""
    levels = {"desk": desk, "board": board}
    return {"votes": {f"{group}{n}": {"level": level} for group, level in levels.items() for n in range(count)}}


def a_voted_report(answers: Plain, count: int = 5, **keys: object) -> ReportInput:
    return a_report(answers, a_framework(), respondents=people(count), groups=GROUPS, **keys)


def chapter(given: ReportInput, *, printed: bool = False) -> tuple[str, Respondents]:
    found = next(one for one in build_view(given, printed=printed).sections if one.kind == "respondents")
    assert isinstance(found.body, Respondents)
    return found.title, found.body


class TestTitle:
    @pytest.mark.parametrize(
        ("desk", "board", "title"),
        [
            (2, 4, "The closer to the work, the lower the score"),
            (4, 2, "The closer to the work, the higher the score"),
            (3, 3, "Ten people answered"),
        ],
    )
    def test_it_is_what_the_groups_say(self, desk: int, board: int, title: str) -> None:
        assert chapter(a_voted_report({"d1-q1": votes(desk, board)}))[0] == title

    def test_under_five_nothing_is_said_of_groups_and_people_are_to_talk(self) -> None:
        title, body = chapter(a_voted_report({"d1-q1": votes(1, 5, 2)}, 2))
        assert title == "One question needs a conversation"
        assert body.groups == ()

    def test_people_who_agree_can_be_relied_on(self) -> None:
        answers = {"d1-q1": votes(1, 1, 2), "d1-q2": votes(5, 5, 2)}
        assert chapter(a_voted_report(answers, 2))[0] == "Respondents agree well enough to rely on what they say"


class TestSentences:
    @pytest.mark.parametrize(
        ("combine", "words"),
        [
            ("median", "the vote in the middle"),
            ("mean", "the mean of the votes"),
            ("minimum", "the worst of the votes"),
        ],
    )
    def test_the_rule_is_said(self, combine: str, words: str) -> None:
        _, body = chapter(a_voted_report({"d1-q1": votes(2, 4)}, combine=combine))
        assert body.lead[0].startswith("10 people gave 10 votes on 1 question. An agreed answer counts as it is.")
        assert words in body.lead[0]

    @pytest.mark.parametrize(
        ("answers", "words"),
        [
            ({"d1-q1": votes(1, 1, 2), "d1-q2": votes(5, 5, 2)}, "alpha is 1.000, where"),
            ({"d1-q1": votes(1, 2, 2), "d1-q2": votes(3, 4, 2)}, "alpha is 0.766, where"),
            ({"d1-q1": votes(1, 2, 2), "d1-q2": votes(3, 5, 2)}, "alpha is 0.666, where"),
            ({"d1-q1": votes(1, 2, 2), "d1-q2": votes(3, 4, 2)}, "conclusions are tentative"),
            ({"d1-q1": votes(1, 5, 2), "d1-q2": votes(5, 1, 2)}, "do not carry a conclusion"),
            ({"d1-q1": votes(3, 3, 2)}, "Every answer is the same"),
            ({"d1-q1": {"votes": {"desk0": {"level": 3}}}}, "no question has two answers"),
        ],
    )
    def test_alpha_is_said_with_what_it_allows(self, answers: Plain, words: str) -> None:
        assert words in chapter(a_voted_report(answers, 2))[1].lead[1]

    def test_every_number_of_the_drawing_stands_beside_it(self) -> None:
        mixed = votes(2, 4)
        mixed["votes"]["desk0"] = {"unknown": "Ask the port."}
        mixed["votes"]["desk1"] = {"not-applicable": "We own no ships."}
        row = chapter(a_voted_report({"d1-q1": mixed}))[1].rows[0]
        assert row.counts == "3 at 2, 5 at 4, 1 does not know and 1 says it does not apply"
        assert (row.range, row.score) == ("2 to 4", "4.0")
        assert row.people.alt == f"Topic of d1-q1: {row.counts}; 4.0 counts"

    def test_who_owes_most_comes_first_and_paper_has_few(self) -> None:
        given = a_voted_report({"d1-q1": votes(2, 4)}, 6)
        _, whole = chapter(given)
        _, short = chapter(given, printed=True)
        assert (whole.owing[0].name, whole.owing[0].text) == ("Role of desk (Name desk5)", "4 questions")
        assert len(whole.owing) == 12
        assert (len(short.owing), short.owing_note) == (6, "6 more owe answers.")

    def test_without_votes_there_is_no_chapter(self) -> None:
        assert all(one.kind != "respondents" for one in build_view(a_report({"d1-q1": 3})).sections)


class TestPages:
    def test_no_markup_of_a_user_gets_into_the_page(self) -> None:
        groups = {id_: group | {"title": "<b>Front</b>"} for id_, group in GROUPS.items()}
        given = a_report({"d1-q1": votes(2, 4)}, a_framework(), respondents=people(), groups=groups)
        page = render_html(build_view(given))
        assert "&lt;b&gt;Front&lt;/b&gt;" in page
        assert "<b>Front</b>" not in page

    def test_a_dimension_says_where_people_stand(self) -> None:
        answers = {"d1-q1": votes(2, 4), "d1-q2": {"level": 2, **votes(2, 2)}}
        page = render_html(build_view(a_voted_report(answers)))
        assert "<b>Votes:</b> 5 at 2 and 5 at 4." in page
        assert "<b>Votes:</b> 10 at 2, agreed." in page

    def test_who_answered_is_counted_by_votes_and_people_of_one_role_share_a_line(self) -> None:
        nameless = {id_: {"role": one["role"], "group": one["group"]} for id_, one in people(2).items()}
        answers = {"d1-q1": votes(2, 4, 2), "d1-q2": {"level": 3, "by": "desk0"}}
        given = a_report(answers, a_framework(), respondents=nameless, groups=GROUPS)
        trust = next(one.body for one in build_view(given).sections if one.kind == "trust")
        assert isinstance(trust, Trust)
        lines = [(one.role, one.name, one.answers) for one in trust.people]
        assert lines == [("Role of desk", "2 people", "3 answers"), ("Role of board", "2 people", "2 answers")]


class TestResult:
    def test_the_schema_describes_it(self) -> None:
        given = a_voted_report({"d1-q1": votes(2, 4), "d2-q1": {"votes": {"desk0": {"unknown": "Ask."}}}})
        Draft202012Validator(result_schema()).validate(json.loads(result_bytes(given)))

    def test_it_has_the_numbers_and_never_who_said_what(self) -> None:
        made = result(a_voted_report({"d1-q1": votes(2, 4)}))["respondents"]
        assert made["questions"][0]["scores"] == [
            {"score": {"exact": "2", "value": 2.0}, "people": 5},
            {"score": {"exact": "4", "value": 4.0}, "people": 5},
        ]
        assert made["compared"]["trend"] == "lower"
        assert made["conversations"] == ["d1-q1"]
        assert "desk0" not in json.dumps(made["questions"])

    def test_without_votes_it_is_left_out(self) -> None:
        assert "respondents" not in result(a_report({"d1-q1": 3}))


class TestDots:
    @pytest.mark.parametrize("count", [1, 4, 5, MOST_DOTS])
    @pytest.mark.parametrize("highest", [2, 5, 11])
    def test_each_person_is_a_dot_within_the_drawing_and_beside_the_others(self, count: int, highest: int) -> None:
        counts = {1.0: count, 2.0: count}
        drawn = ET.fromstring(people_strip(counts, 1.5, Scale(1, highest), width=46, height=9, title="T"))  # noqa: S314
        circles = [one for one in drawn if one.tag.endswith("circle")]
        dots = [{name: float(one.attrib[name]) for name in ("cx", "cy", "r")} for one in circles]
        assert len(dots) == 2 * count
        for at, one in enumerate(dots):
            assert one["cy"] - one["r"] >= 0
            assert one["cy"] + one["r"] <= 9
            for other in dots[:at]:
                apart = (one["cx"] - other["cx"]) ** 2 + (one["cy"] - other["cy"]) ** 2
                assert apart >= (2 * one["r"]) ** 2 * 0.98

    def test_of_a_crowd_one_dot_stands_for_several(self) -> None:
        crowd = votes(2, 4, 30)
        row_note = chapter(a_voted_report({"d1-q1": crowd}, 30))[1].rows_note
        assert row_note == "Where many people stand at one score, a dot stands for several of them."
