"""A framework in words, and as a file with room for notes."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from readiness.report.formats import WORKBOOK_FORMATS
from readiness.report.workbook import Workbook, build_workbook
from readiness.report.workbook.html import render_workbook, render_workbook_pages
from tests.builders import a_framework, a_gate, a_question, an_action, an_area, read_framework
from tests.unit.report.given import a_rich_framework

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raise %} [red]x[/red] & \"q\" 'q' مرحبا 😀"


def a_book(dimensions: int = 2, **keys: Any) -> Workbook:  # noqa: ANN401
    return build_workbook(read_framework(a_framework(dimensions, **keys)))


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return a framework with every answer type and with all that a question, a target and an action can say."""
    types = ("level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date")
    questions = [a_question(type_, type_) for type_ in types]
    questions[0] |= {
        "good-enough-when": {3: "You are small."},
        "basis": "Our assumption: it is so.",
        "evidence": {"expect": ["a list", "a plan"], "required-from": 3},
        "answered-by": ["lead"],
        "applies-when": {"fact": "pays", "is": True},
    }
    ladder = [{"id": "a", "text": "One", "rung": 1}, {"id": "b", "text": "Two", "rung": 2}]
    questions.append(a_question("ladder", "checklist", score="ladder", items=ladder))
    switch = {"when": {"fact": "pays", "is": True}, "because": "money is at stake", "questions": {"level": 5}}
    profile = {"title": "Good", "default": 3, "areas": {"d1": 2}, "questions": {"choice": 4}, "switches": [switch]}
    actions = [
        an_action(
            "first",
            {"level": 3},
            why="It helps.",
            delivers="A list",
            cost={"low": 100, "likely": 1500, "high": 20000},
            running_cost_a_year={"likely": 700},
            effort_of_others={"helper": {"low": 2, "likely": 3, "high": 5}},
            funding=["own-budget", "grant"],
            seen_in=["Somewhere: look"],
        ),
        an_action("second", {"checklist": ["a", "b"]}, needs=["first"], instead_of=["third"]),
        an_action("third", {"checklist": ["a"]}),
    ]
    return a_book(
        dimensions=0,
        areas=[an_area("d1", questions, gates=[a_gate({"question": "level", "below": 2})])],
        facts={"pays": {"type": "boolean", "ask": "Do you take payments?"}},
        roles={"lead": "Lead", "helper": "Helper"},
        targets={"good": profile},
        actions=actions,
    )


@pytest.fixture(scope="module")
def page(book: Workbook) -> str:
    return render_workbook(book, "1.2.3")


def test_a_level_question_says_everything_that_its_author_wrote(book: Workbook) -> None:
    sheet = book.parts[0].sheets[0]
    assert (sheet.kind, sheet.how) == ("level", "Tick the highest level of which everything is true today.")
    first, *others = sheet.choices
    assert (first.label, first.text, first.note) == ("1", "Nothing yet.", "Initial")
    assert len(others) == 4
    assert [(one.name, one.text) for one in sheet.enough] == [("Level 3 is good enough when", "You are small.")]
    assert (sheet.basis, sheet.evidence, sheet.needed) == (
        "Our assumption: it is so.",
        ("a list", "a plan"),
        "from level 3",
    )
    assert sheet.asked_when == "the answer to “Do you take payments?” is yes"
    assert (sheet.answered_by, sheet.actions) == ("Lead", ("Do first",))


def test_each_type_of_answer_says_what_to_do_with_a_pen(book: Workbook) -> None:
    said = {one.id: (one.kind, len(one.choices), one.unit, one.worth) for one in book.parts[0].sheets[1:]}
    assert said == {
        "checklist": ("some", 2, "", ""),
        "choice": ("one", 3, "", ""),
        "multiple": ("some", 2, "", ""),
        "yes-no": ("one", 2, "", "Yes is the good answer."),
        "number": ("value", 0, "%", "0 is worst, 100 is best."),
        "text": ("open", 0, "", "Not scored."),
        "date": ("open", 0, "", "Not scored."),
        "ladder": ("some", 2, "", "A rung counts when all on it and below it is done."),
    }
    (how,) = {one.how for one in book.parts[0].sheets if one.id == "ladder"}
    assert "partly" not in how
    notes = {one.id: [choice.note for choice in one.choices] for one in book.parts[0].sheets}
    assert notes["choice"] == ["0 points", "1 point", "4 points"]
    assert notes["ladder"] == ["rung 1", "rung 2"]


def test_a_gate_says_what_stays_low_while_what(book: Workbook) -> None:
    (note,) = book.parts[0].notes
    assert note.startswith("The score stays at level 2 Developing or below while Topic of level stands below level 2: ")
    assert note.endswith("Nothing else helps while this is missing.")


def test_a_target_names_areas_and_questions_and_where_facts_change_them(book: Workbook) -> None:
    (profile,) = book.profiles
    assert profile.levels == "Level 3 for everything, but level 4 for “Topic of choice”; level 2 for “Area d1”."
    assert profile.switches == (
        "Where the answer to “Do you take payments?” is yes: level 5 for “Topic of level”. Money is at stake.",
    )


def test_an_action_says_what_it_takes_and_leads_to(book: Workbook) -> None:
    first, second, _ = book.actions
    assert [(one.name, one.text) for one in (*first.leads_to, *first.takes, *first.beside)] == [
        ("Lifts", "Topic of level to level 3"),
        ("Shows", "A list"),
        ("Owner", "Lead"),
        ("Staff time", "10 days; Helper, 2 to 5 days"),
        ("Takes", "4 weeks"),
        ("To spend", "100 to 20,000"),
        ("Running cost a year", "700"),
        ("Money from", "own budget or grant"),
        ("Seen in", "Somewhere: look"),
    ]
    assert [(one.name, one.text) for one in (*second.leads_to, *second.beside)] == [
        ("Lifts", "Topic of checklist with “First item” and “Second item”"),
        ("After", "“Do first”"),
        ("Instead of", "“Do third”"),
    ]


def test_an_action_of_another_framework_is_named_where_it_is_known() -> None:
    framework = read_framework(a_framework(actions=[an_action("a", {"d1-q1": 3}, needs=["other/b", "other/c"])]))
    (action,) = build_workbook(framework, elsewhere={"other/b": "Map it"}).actions
    assert [(one.name, one.text) for one in action.beside] == [
        ("After", "an action of another framework: “Map it” and an action of another framework: other/c")
    ]


def test_where_higher_is_worse_one_ticks_what_fits_and_gates_hold_scores_up() -> None:
    gates = [a_gate({"question": "d1-q1", "at-least": 4}, cap_at_level=3)]
    book = a_book(dimensions=1, higher_is="worse", gates=gates)
    assert book.higher_is_worse
    assert book.parts[0].sheets[0].how == "Tick the level that fits today."
    assert book.limits[0].startswith("The score stays at level 3 Defined or above while ")


def test_questions_without_an_area_stand_in_a_part_of_their_own() -> None:
    book = a_book(
        dimensions=1,
        areas=[an_area("a", [a_question("x")], areas=[an_area("b", [a_question("y")])])],
        questions=[a_question("alone")],
    )
    assert [(part.title, part.depth, len(part.sheets)) for part in book.parts] == [
        ("Sample", 0, 1),
        ("Area a", 0, 1),
        ("Area b", 1, 1),
    ]
    assert [len(chapter) for chapter in book.chapters] == [1, 2]


def test_sources_are_named_with_what_is_taken_from_them() -> None:
    book = build_workbook(read_framework(a_rich_framework()))
    assert [(one.title, one.about) for one in book.sources] == [
        ("The guide", "1 recommendation of it is asked for here."),
        ("The norm", "2 items of it are referred to here. By hand."),
    ]


# --- the file --------------------------------------------------------------------------------------------------------


def test_the_file_has_every_question_with_boxes_and_lines(book: Workbook, page: str) -> None:
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    for sheet in book.parts[0].sheets:
        assert sheet.ask in shown
        assert all(choice.text in shown for choice in sheet.choices)
        block = page.partition(f'id="question-{sheet.id}"')[2].partition("</section>")[0]
        assert block.count('class="box"') == len(sheet.choices) + 5  # not known, does not apply; how sure
        assert "Does not apply; why?" in block
        assert "Good" not in block  # a target would prime the answer
        assert block.count("<div></div>") == (4 if sheet.id == "level" else 8)  # the first has a heading above
    assert all(action.title in shown for action in book.actions)
    assert not re.search("[☐☑□▢⬜]", page)


def test_a_question_that_applies_to_everybody_offers_no_way_out() -> None:
    book = a_book(dimensions=1, scoring={"not-applicable": "forbidden"})
    made = render_workbook(book, "1")
    assert "Not known; who could find out?</p>" in made
    assert "Does not apply" not in made


def test_targets_stand_together_question_by_question(page: str) -> None:
    chapter = page.partition('id="targets"')[2].partition('id="actions"')[0]
    assert '<th scope="row" dir="auto">Topic of choice</th><td dir="auto">Good 4</td>' in chapter


def test_what_authors_wrote_comes_out_as_text() -> None:
    book = a_book(
        dimensions=0,
        title=HOSTILE,
        description=HOSTILE,
        questions=[a_question("q", topic=HOSTILE, ask=HOSTILE, why=HOSTILE)],
        actions=[an_action("a", {"q": 3}, title=HOSTILE, why=HOSTILE)],
    )
    for made in (render_workbook(book, "1"), render_workbook_pages(book, "1").html):
        assert "<script" not in made
        assert html.unescape(made).count(HOSTILE) >= 5


def test_the_policy_allows_one_style_sheet_and_nothing_else(page: str) -> None:
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html.unescape(page)
    body = page.partition("<body")[2]
    assert not re.search(r"<(script|link|iframe|img|object|embed)\b|\sstyle=|\bon\w+=|url\(|@import", body)
    assert "url(" not in page


def test_headings_skip_no_level_and_ids_are_there_once(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_the_pdf_is_tagged_titled_and_the_same_for_the_same_framework(book: Workbook) -> None:
    made = WORKBOOK_FORMATS[".pdf"](book, "1.2.3")
    assert WORKBOOK_FORMATS[".pdf"](book, "1.2.3") == made
    with pikepdf.open(io.BytesIO(made)) as document:
        metadata = document.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Sample 1.0.0: workbook"
        assert str(document.Root.Lang) == "en"
        found = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        headers = [one for one in found if one.get("/Type") == "/StructElem" and one.S == "/TH"]
        assert {str(one.A.Scope) for one in headers} == {"/Column", "/Row"}
        with document.open_outline() as outline:
            assert [str(item.title) for item in outline.root][:2] == [
                "Contents: What is in this workbook",
                "Before you start: How to work with this book",
            ]
