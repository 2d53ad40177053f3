"""How much of a result is printed: a quick scan in few pages, a long one without what stands twice."""

from __future__ import annotations

from typing import Any

from readiness.report.inputs import ReportInput
from readiness.report.view import ReportView, build_view
from readiness.report.view.dimensions import Dimension
from readiness.report.view.gaps import Gaps
from readiness.report.view.method import Method
from readiness.report.view.strengths import Strengths
from readiness.report.view.waiting import Waiting
from tests.builders import Plain, a_framework, all_at, an_action, questions_of
from tests.unit.report.given import a_report, a_rich_report


def printed(given: ReportInput) -> ReportView:
    return build_view(given, printed=True)


def body_of(view: ReportView, kind: str) -> Any:  # noqa: ANN401  the body of a kind of chapter
    return next(one.body for one in view.sections if one.kind == kind)


def a_long_framework() -> Plain:
    """Return 41 questions, one more than a quick scan has, each with an action."""
    framework = a_framework(1, 41)
    actions = [an_action(f"do-{one['id']}", {one["id"]: 3}) for one in questions_of(framework)]
    return framework | {"actions": actions}


def a_long_report(level: int, **keys: object) -> ReportInput:
    framework = a_long_framework()
    return a_report(all_at(level, framework) | keys, framework)


def test_a_quick_scan_prints_the_chapters_of_a_first_look() -> None:
    kinds = [one.kind for one in printed(a_rich_report()).sections]
    assert kinds[:3] == ["summary", "decisions", "trust"]
    assert kinds[-1] == "answers"
    assert not {"dimension", "method", "register", "glossary", "risk", "value", "load", "crosswalk"} & set(kinds)


def test_a_screen_gets_every_chapter_whatever_the_number_of_questions() -> None:
    kinds = {one.kind for one in build_view(a_rich_report()).sections}
    assert {"dimension", "method", "register", "glossary", "milestones"} <= kinds


def test_forty_questions_are_a_quick_scan_and_one_more_is_not() -> None:
    assert printed(a_report({}, a_framework(1, 40))).extent.is_brief
    assert not printed(a_report({}, a_framework(1, 41))).extent.is_brief


def test_questions_that_were_not_asked_do_not_make_a_report_long() -> None:
    framework = a_framework(1, 41)
    framework["areas"][0]["questions"][1]["applies-when"] = {"question": "d1-q1", "at-least": 3}
    assert printed(a_report({"d1-q1": 1}, framework)).extent.is_brief


def test_twelve_gaps_have_a_card_on_paper_and_the_others_a_line_with_their_actions() -> None:
    body = body_of(printed(a_long_report(1)), "gaps")
    assert isinstance(body, Gaps)
    assert (len(body.cards), len(body.rest), body.more) == (12, 29, 0)
    assert body.rest[0].rank == "13"
    assert all(row.gain for row in body.rest)


def test_a_quick_scan_has_lines_for_ten_gaps_and_says_how_many_more_there_are() -> None:
    body = body_of(printed(a_report(all_at(1, a_framework(2, 6)), a_framework(2, 6))), "gaps")
    assert (body.cards, len(body.rest), body.more) == ((), 10, 2)


def test_on_paper_a_question_at_target_is_named_and_has_no_block() -> None:
    given = a_long_report(1, **{"d1-q7": {"level": 3}})
    paper, screen = body_of(printed(given), "dimension"), body_of(build_view(given), "dimension")
    assert isinstance(paper, Dimension)
    assert paper.met == ("Topic of d1-q7",)
    assert (len(paper.blocks), len(screen.blocks)) == (40, 41)


def test_without_a_target_every_question_keeps_its_block() -> None:
    framework = a_long_framework() | {"targets": None}
    framework = {key: value for key, value in framework.items() if value is not None}
    body = body_of(printed(a_report(all_at(3, framework), framework)), "dimension")
    assert (body.met, len(body.blocks)) == ((), 41)


def test_on_paper_weights_are_those_of_areas_and_only_the_overall_score_is_calculated() -> None:
    paper, screen = (body_of(view, "method") for view in (printed(a_long_report(2)), build_view(a_long_report(2))))
    assert isinstance(paper, Method)
    assert [line.name for line in paper.weights] == ["Area d1"]
    assert len(screen.weights) == 42
    assert (len(paper.calculations), len(screen.calculations)) == (1, 2)


def test_on_paper_many_strengths_are_counted() -> None:
    framework = a_framework(1, 60)
    body = body_of(printed(a_report(all_at(5, framework), framework)), "strengths")
    assert isinstance(body, Strengths)
    assert len(body.rows) == 10
    assert body.rest.endswith("10 more are in annex A.")


def test_on_paper_a_reason_to_wait_has_six_actions_and_says_how_many_more() -> None:
    body = body_of(printed(a_long_report(3, **{"d1-q1": {"level": 1}})), "waiting")
    assert isinstance(body, Waiting)
    (group,) = body.groups
    assert (len(group.titles), group.rest) == (6, 34)


def test_no_word_of_a_quick_scan_leads_to_an_annex_that_is_not_there() -> None:
    view = printed(a_rich_report())
    assert "nnex" not in repr([(one.kicker, one.title, one.body) for one in view.sections])
    assert not view.has_register
